/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recipe, and behind a NUL what it is to read. */
#include "fuzz.h"

#include "date.h"
#include "records.h"

static int
count(void *context, struct review *r)
{
	(void)r;
	return ++*(size_t *)context > 1000;
}

static void
ignore(void *context, const struct complaint *c)
{
	(void)context;
	CLAIM(c->text[0] != '\0');
}

static void
read_by(const struct recipe *recipe, struct text body)
{
	struct arena values;
	struct complaint c;
	size_t seen = 0;
	struct records *r = NULL;

	arena_init(&values, RECORDS_ARENA);
	if (recipe->format == RECIPE_JSON || recipe->format == RECIPE_XML ||
	    recipe->format == RECIPE_CSV || recipe->format == RECIPE_JSONL)
		r = records_open(recipe->format, body, "body", &c);
	if (r != NULL) {
		const struct records_how how = {.recipe = recipe,
		    .fetched = DATE_NO_INSTANT, .arena = &values,
		    .take = count, .bad = ignore, .context = &seen};

		records_each(r, &how, &c);
	}
	records_close(r);
	arena_release(&values);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	return fuzz_recipe(bytes, length, read_by);
}
