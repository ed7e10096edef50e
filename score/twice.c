/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twice.h"

#include <stdlib.h>
#include <string.h>

#include "jsonl.h"

struct block {
	uint64_t seen, again;		/* bits of ids */
};

struct twice {
	struct block *block;		/* a power of two of them */
	uint64_t blocks;
	bool any;
};

struct twice *
twice_create(uint64_t bytes)
{
	struct twice *t = calloc(1, sizeof(*t));
	uint64_t room = TWICE_LEAST;

	if (t == NULL)
		return NULL;
	while (room < TWICE_MOST && room < bytes / TWICE_SHARE)
		room *= 2;
	t->blocks = room / sizeof(*t->block);
	t->block = calloc((size_t)t->blocks, sizeof(*t->block));
	if (t->block == NULL) {
		free(t);
		return NULL;
	}
	return t;
}

void
twice_free(struct twice *t)
{
	if (t == NULL)
		return;
	free(t->block);
	free(t);
}

/* Eight bytes at a time; only which ids are looked at closely depends on
 * it. */
static uint64_t
mark_of(struct text id)
{
	uint64_t hash = id.length * UINT64_C(0x9e3779b97f4a7c15), word;
	size_t i;

	for (i = 0; i + 8 <= id.length; i += 8) {
		memcpy(&word, id.bytes + i, 8);
		hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
	}
	if (i < id.length) {
		word = 0;
		memcpy(&word, id.bytes + i, id.length - i);
		hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
	}
	return hash ^ hash >> 29;
}

/* The four bits of an id, of which some may be the same. */
static uint64_t
bits_of(uint64_t mark)
{
	return UINT64_C(1) << (mark >> 58) |
	    UINT64_C(1) << (mark >> 52 & 63) |
	    UINT64_C(1) << (mark >> 46 & 63) |
	    UINT64_C(1) << (mark >> 40 & 63);
}

void
twice_see(struct twice *t, struct text id)
{
	struct block *at;
	uint64_t mark, bits;

	if (text_is_absent(id))
		return;
	mark = mark_of(id);
	bits = bits_of(mark);
	at = &t->block[mark & (t->blocks - 1)];
	if ((at->seen & bits) == bits) {
		at->again |= bits;
		t->any = true;
	}
	at->seen |= bits;
}

bool
twice_is(const struct twice *t, struct text id)
{
	uint64_t mark, bits;

	if (!t->any || text_is_absent(id))
		return false;
	mark = mark_of(id);
	bits = bits_of(mark);
	return (t->block[mark & (t->blocks - 1)].again & bits) == bits;
}

bool
twice_any(const struct twice *t)
{
	return t->any;
}

struct text
twice_exact_id_of(struct text line, struct arena *a)
{
	struct jsonl_object o;
	size_t fault;

	if (!jsonl_scan(line, &o, &fault))
		return (struct text){NULL, 0};
	return jsonl_string(jsonl_get(&o, "id"), a);
}

struct text
twice_id_of(struct text line, struct arena *a)
{
	static const char head[] = "{\"id\":\"";
	const size_t length = sizeof(head) - 1;
	const char *start = line.bytes + length, *end;

	if (line.length <= length || memcmp(line.bytes, head, length) != 0)
		return twice_exact_id_of(line, a);
	end = memchr(start, '"', line.length - length);
	if (end == NULL || memchr(start, '\\', (size_t)(end - start)) != NULL)
		return twice_exact_id_of(line, a);
	return (struct text){start, (size_t)(end - start)};
}
