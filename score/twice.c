/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "twice.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "jsonl.h"

enum { FIRST_SLOTS = 1024 };

struct twice {
	uint64_t *slot;		/* 0 free; the lowest bit: seen again */
	size_t slots, count, again;
};

struct twice *
twice_create(void)
{
	struct twice *t = calloc(1, sizeof(*t));

	if (t == NULL)
		return NULL;
	t->slots = FIRST_SLOTS;
	t->slot = calloc(t->slots, sizeof(*t->slot));
	if (t->slot == NULL) {
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
	free(t->slot);
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
	return (hash << 1) == 0 ? 2 : hash << 1;
}

static uint64_t *
find(uint64_t *slot, size_t slots, uint64_t mark)
{
	size_t at = (mark >> 1) & (slots - 1);

	while (slot[at] != 0 && (slot[at] & ~UINT64_C(1)) != mark)
		at = (at + 1) & (slots - 1);
	return &slot[at];
}

static int
grow(struct twice *t)
{
	size_t slots = t->slots * 2, i;
	uint64_t *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		return -1;
	for (i = 0; i < t->slots; i++)
		if (t->slot[i] != 0)
			*find(slot, slots, t->slot[i] & ~UINT64_C(1)) =
			    t->slot[i];
	free(t->slot);
	t->slot = slot;
	t->slots = slots;
	return 0;
}

int
twice_see(struct twice *t, struct text id)
{
	uint64_t mark, *at;

	if (text_is_absent(id))
		return 0;
	if (t->count * 4 >= t->slots * 3 && grow(t) < 0)
		return -1;
	mark = mark_of(id);
	at = find(t->slot, t->slots, mark);
	if (*at == 0) {
		*at = mark;
		t->count++;
	} else if ((*at & 1) == 0) {
		*at |= 1;
		t->again++;
	}
	return 0;
}

bool
twice_is(const struct twice *t, struct text id)
{
	return t->again > 0 && !text_is_absent(id) && (*find(t->slot, t->slots, mark_of(id)) &
	    1) != 0;
}

size_t
twice_count(const struct twice *t)
{
	return t->again;
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
