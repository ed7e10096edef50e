/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally_top.h"

#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 64 };

struct list {
	char *name;			/* of the first fields */
	size_t length, most, count;
	struct tally_top_row *row;	/* ascending by key */
};

struct tally_tops {
	struct list *slot;		/* open addressing, a power of two */
	size_t slots, lists, rows;
	uint64_t taken;
};

struct tally_tops *
tally_tops_create(void)
{
	struct tally_tops *t = calloc(1, sizeof(*t));

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
tally_tops_free(struct tally_tops *t)
{
	size_t i, k;

	if (t == NULL)
		return;
	for (i = 0; i < t->slots; i++) {
		for (k = 0; k < t->slot[i].count; k++)
			free(t->slot[i].row[k].key);
		free(t->slot[i].row);
		free(t->slot[i].name);
	}
	free(t->slot);
	free(t);
}

bool
tally_top_is(struct text key)
{
	return key.length > 4 && memcmp(key.bytes, "top|", 4) == 0;
}

/* Bytes of the first fields with their bar; all where there are fewer. */
static size_t
name_length(struct text key)
{
	const char *at = key.bytes, *end = at + key.length;
	int fields;

	for (fields = 0; fields < TALLY_TOP_FIELDS; fields++) {
		at = memchr(at, '|', (size_t)(end - at));
		if (at == NULL)
			return key.length;
		at++;
	}
	return (size_t)(at - key.bytes);
}

static size_t
most_of(struct text name)
{
	static const struct { const char *list; size_t most; } known[] = {
		{"top|quote|", TALLY_TOP_QUOTES}, {"top|open|", TALLY_TOP_OPEN},
		{"top|against|", TALLY_TOP_AGAINST},
		{"top|aspect|", TALLY_TOP_ASPECT},
		{"top|copy|", TALLY_TOP_COPY}, {"top|edit|", TALLY_TOP_EDIT},
	};
	size_t i;

	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (name.length >= strlen(known[i].list) && memcmp(name.bytes,
		    known[i].list, strlen(known[i].list)) == 0)
			return known[i].most;
	return TALLY_TOP_OTHER;
}

/* Eight bytes at a time; only the place in the table depends on it. */
static uint64_t
hash_of(struct text name)
{
	uint64_t hash = name.length, word;
	size_t i;

	for (i = 0; i < name.length; i += 8) {
		size_t left = name.length - i;

		word = 0;
		memcpy(&word, name.bytes + i, left < 8 ? left : 8);
		hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
	}
	return hash;
}

static struct list *
find(struct list *slot, size_t slots, struct text name)
{
	size_t at = (size_t)hash_of(name) & (slots - 1);

	while (slot[at].name != NULL && (slot[at].length != name.length ||
	    memcmp(slot[at].name, name.bytes, name.length) != 0))
		at = (at + 1) & (slots - 1);
	return &slot[at];
}

static int
grow(struct tally_tops *t)
{
	size_t slots = t->slots * 2, i;
	struct list *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		return -1;
	for (i = 0; i < t->slots; i++)
		if (t->slot[i].name != NULL)
			*find(slot, slots, (struct text){t->slot[i].name,
			    t->slot[i].length}) = t->slot[i];
	free(t->slot);
	t->slot = slot;
	t->slots = slots;
	return 0;
}

static struct list *
list_of(struct tally_tops *t, struct text key)
{
	struct text name = {key.bytes, name_length(key)};
	struct list *l = find(t->slot, t->slots, name);

	if (l->name != NULL)
		return l;
	if (t->lists * 4 >= t->slots * 3) {
		if (grow(t) < 0)
			return NULL;
		l = find(t->slot, t->slots, name);
	}
	l->most = most_of(name);
	l->row = calloc(l->most, sizeof(*l->row));
	l->name = strndup(name.bytes, name.length);
	l->length = name.length;
	if (l->row == NULL || l->name == NULL) {
		free(l->row);
		free(l->name);
		*l = (struct list){0};
		return NULL;
	}
	t->lists++;
	return l;
}

static int
compare(struct text key, const struct tally_top_row *row)
{
	size_t shorter = key.length < row->length ? key.length : row->length;
	int order = memcmp(key.bytes, row->key, shorter);

	if (order != 0)
		return order;
	return (key.length > row->length) - (key.length < row->length);
}

/* Where a key stands or belongs; *equal where it stands there. */
static size_t
place_of(const struct list *l, struct text key, bool *equal)
{
	size_t first = 0, end = l->count;

	*equal = false;
	while (first < end) {
		size_t middle = first + (end - first) / 2;
		int order = compare(key, &l->row[middle]);

		if (order == 0) {
			*equal = true;
			return middle;
		}
		if (order < 0)
			end = middle;
		else
			first = middle + 1;
	}
	return first;
}

int
tally_tops_add(struct tally_tops *t, struct text key, int64_t value)
{
	struct list *l = list_of(t, key);
	struct tally_top_row new = {.length = key.length, .value = value};
	size_t at;
	bool equal;

	if (l == NULL)
		return -1;
	/* Most rows of a long input stand behind the last that counts. */
	if (l->count == l->most && compare(key, &l->row[l->most - 1]) > 0)
		return 0;
	at = place_of(l, key, &equal);
	t->taken++;
	if (equal) {
		if (value > 0 && l->row[at].value > INT64_MAX - value)
			return -1;
		l->row[at].value += value;
		return 0;
	}
	new.key = strndup(key.bytes, key.length);
	if (new.key == NULL)
		return -1;
	if (l->count == l->most)
		free(l->row[--l->count].key);
	else
		t->rows++;
	memmove(&l->row[at + 1], &l->row[at], (l->count - at) * sizeof(new));
	l->row[at] = new;
	l->count++;
	return 0;
}

bool
tally_tops_may(const struct tally_tops *t, struct text start, size_t name)
{
	const struct list *l = find(t->slot, t->slots,
	    (struct text){start.bytes, name});
	const struct tally_top_row *last;
	size_t shorter;

	if (l->name == NULL || l->count < l->most)
		return true;
	last = &l->row[l->count - 1];
	shorter = start.length < last->length ? start.length : last->length;
	return memcmp(start.bytes, last->key, shorter) <= 0;
}

uint64_t
tally_tops_taken(const struct tally_tops *t)
{
	return t->taken;
}

size_t
tally_tops_count(const struct tally_tops *t)
{
	return t->rows;
}

void
tally_tops_rows(const struct tally_tops *t, struct tally_top_row *to)
{
	size_t i;

	for (i = 0; i < t->slots; i++)
		if (t->slot[i].count > 0) {
			memcpy(to, t->slot[i].row, t->slot[i].count *
			    sizeof(*to));
			to += t->slot[i].count;
		}
}
