/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page, all the way to its lines. */
#include "fuzz.h"

#include "date.h"
#include "intake.h"
#include "jsonl.h"
#include "utf8.h"

static int
forget(void *context, const void *bytes, size_t length, struct complaint *c)
{
	(void)context;
	(void)bytes;
	(void)length;
	(void)c;
	return 0;
}

/* What is written can be read. */
static void
claim_lines(const struct collect *k)
{
	struct jsonl_object *o = malloc(sizeof(*o));
	size_t i, fault;

	for (i = 0; i < k->count; i++) {
		struct text line = {k->lines.bytes + k->entry[i].offset,
		    k->entry[i].length - 1};

		CLAIM(line.bytes[line.length] == '\n');
		CLAIM(memchr(line.bytes, '\n', line.length) == NULL);
		CLAIM(utf8_valid(line.bytes, line.length) == line.length);
		CLAIM(jsonl_scan(line, o, &fault));
	}
	free(o);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	static struct shelf shelf = {.looked = true};
	const struct origin o = {.url = text_of("https://a.example/p?x=1"),
	    .fetched = 1795291200, .capture = {.offset = -1}};
	const struct intake_body body = {.bytes = {(const char *)bytes,
	    length}, .media_type = text_of("text/html")};
	struct complaint c;
	struct collect k;
	struct intake n;

	collect_init(&k, forget, NULL);
	intake_init(&n, &k, &shelf);
	snprintf(n.place, sizeof(n.place), "page");
	CLAIM(intake_take(&n, &o, &body, &c) == 0);
	claim_lines(&k);
	intake_release(&n);
	collect_release(&k);
	return 0;
}
