/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line: what we take for an object is one for others too, and its pure
 * ASCII form says the same. */
#include "fuzz.h"

#include "json.h"
#include "jsonl.h"
#include "review.h"
#include "utf8.h"

static void
claim_same(struct text line, const struct jsonl_object *o)
{
	struct jsonl_object *again = malloc(sizeof(*again));
	struct buffer ascii;
	size_t i, fault;

	buffer_init(&ascii, 16 << 20);
	CLAIM(jsonl_add_ascii(&ascii, line) == 0);
	CLAIM(jsonl_scan((struct text){ascii.bytes, ascii.length}, again,
	    &fault));
	CLAIM(again->count == o->count);
	for (i = 0; i < ascii.length; i++)
		CLAIM((unsigned char)ascii.bytes[i] < 0x7F);
	buffer_release(&ascii);
	free(again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
	const struct text line = {(const char *)bytes, length};
	struct jsonl_object *o;
	struct json_document *d;
	struct review_reader_line *r;
	struct complaint c;
	struct arena a;
	size_t fault;

	if (utf8_valid(line.bytes, line.length) != length)
		return 0;
	o = malloc(sizeof(*o));
	r = malloc(sizeof(*r));
	arena_init(&a, 1 << 20);
	if (jsonl_scan(line, o, &fault)) {
		d = json_read(line.bytes, length, false, "line", &c);
		CLAIM(d != NULL);
		json_free(d);
		claim_same(line, o);
	} else {
		CLAIM(fault <= length);
	}
	review_read(r, line, &a, &c);
	arena_release(&a);
	free(r);
	free(o);
	return 0;
}
