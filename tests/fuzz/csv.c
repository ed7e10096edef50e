/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: it ends, and no record has more than the table. */
#include "fuzz.h"

#include "date.h"
#include "records.h"

static int
count(void *context, struct review *r)
{
	size_t *volume = context;

	*volume += r->body.length + r->rating.length + r->author.length;
	return 0;
}

static void
ignore(void *context, const struct complaint *c)
{
	(void)context;
	CLAIM(c->text[0] != '\0');
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static const char body[] = "{\"recipe\":1,\"id\":\"t\",\"title\":\"t\","
	    "\"docs\":\"n\",\"terms\":\"n\",\"verified\":\"n\","
	    "\"kind\":\"survey\",\"source\":\"s\","
	    "\"request\":{\"url\":\"https://s.example/\"},"
	    "\"read\":{\"format\":\"csv\",\"fields\":{\"rating\":\"score\","
	    "\"text\":\"comment\",\"author\":\"by\",\"published\":\"at\"}}}";
	static struct recipe recipe;
	static bool ready;
	struct arena values;
	struct complaint c;
	size_t volume = 0;
	struct records *r;

	if (!ready)
		CLAIM(recipe_read(&recipe, fuzz_file(body, sizeof(body) - 1),
		    NULL, &c) == 0);
	ready = true;
	arena_init(&values, RECORDS_ARENA);
	r = records_open(RECIPE_CSV, (struct text){(const char *)bytes,
	    length}, "t.csv", &c);
	if (r != NULL) {
		const struct records_how how = {.recipe = &recipe,
		    .fetched = DATE_NO_INSTANT, .arena = &values,
		    .take = count, .bad = ignore, .context = &volume};

		records_each(r, &how, &c);
		/* An invalid byte becomes three. */
		CLAIM(volume <= 3 * length + 64);
	}
	records_close(r);
	arena_release(&values);
	return 0;
}
