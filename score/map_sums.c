/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map_sums.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum {
	FIRST_SLOTS = 64,
	ABSENT = 0xFFFF,		/* for the length of a field */
	KEY_HEAD = 1 + sizeof(uint32_t),	/* kind and place */
};

struct entry {
	unsigned char *key;		/* kind, place, lengths and bytes */
	uint64_t hash;
	int64_t *counter;
};

struct map_sums {
	struct arena arena;
	struct entry *slot;		/* open addressing, a power of two */
	size_t slots, count;
	const unsigned char **place;	/* keys */
	size_t places, place_room;
	uint32_t now;			/* the place */
	unsigned char key[TALLY_KEY_MAX];
};

enum { PLACE_FIELDS = 2 };

static const struct { bool placed; size_t fields, width; } shape[MAP_SUMS] = {
	[MAP_SUM_CUBE] = {true, 3, MAP_SUM_CELLS + 4},
	[MAP_SUM_DAY] = {true, 1, MAP_SUM_STARS * MAP_SUM_CLASSES},
	[MAP_SUM_ITEM] = {false, 2, MAP_SUM_CELLS + 2},
	[MAP_SUM_ASPECT] = {true, 1, MAP_SUM_LABELS},
	[MAP_SUM_STAGE] = {true, 1, MAP_SUM_LABELS},
	[MAP_SUM_ANSWER] = {true, 0, MAP_SUM_DAYS * 2},
	[MAP_SUM_FETCHED] = {false, 1, 1},
	[MAP_SUM_SEEN] = {true, 2, MAP_SUM_STARS * MAP_SUM_CLASSES},
	[MAP_SUM_PLACE] = {false, PLACE_FIELDS, 1},
};

struct map_sums *
map_sums_create(void)
{
	struct map_sums *s = calloc(1, sizeof(*s));

	if (s == NULL)
		return NULL;
	arena_init(&s->arena, TALLY_BYTES_MAX);
	s->slots = FIRST_SLOTS;
	s->slot = calloc(s->slots, sizeof(*s->slot));
	if (s->slot == NULL) {
		free(s);
		return NULL;
	}
	return s;
}

void
map_sums_free(struct map_sums *s)
{
	if (s == NULL)
		return;
	arena_release(&s->arena);
	free(s->slot);
	free(s->place);
	free(s);
}

static uint32_t
place_of(const struct map_sums *s, enum map_sum kind)
{
	return shape[kind].placed ? s->now : 0;
}

/* The key in s->key; 0 where it is too long. */
static size_t
write_key(struct map_sums *s, enum map_sum kind, const struct text *field)
{
	unsigned char *at = s->key;
	uint32_t place = place_of(s, kind);
	size_t i;

	*at++ = (unsigned char)kind;
	memcpy(at, &place, sizeof(place));
	at += sizeof(place);
	for (i = 0; i < shape[kind].fields; i++) {
		size_t length = field[i].length;
		size_t room = (size_t)(s->key + sizeof(s->key) - at);

		if (length >= ABSENT || length + 2 > room)
			return 0;
		if (text_is_absent(field[i]))
			length = ABSENT;
		*at++ = (unsigned char)(length >> 8);
		*at++ = (unsigned char)length;
		if (field[i].length > 0)
			memcpy(at, field[i].bytes, field[i].length);
		at += field[i].length;
	}
	return (size_t)(at - s->key);
}

static inline uint64_t
mixed(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
	return hash ^ hash >> 32;
}

static inline uint64_t
add_field(uint64_t hash, struct text t)
{
	const char *at = t.bytes;
	size_t left = t.length;
	uint32_t first, last;
	uint64_t word;

	hash ^= text_is_absent(t) ? ABSENT : t.length;
	for (; left >= 8; left -= 8, at += 8) {
		memcpy(&word, at, 8);
		hash = mixed(hash, word);
	}
	if (left >= 4) {
		memcpy(&first, at, 4);
		memcpy(&last, at + left - 4, 4);
		return mixed(hash, (uint64_t)last << 32 | first);
	}
	return left == 0 ? mixed(hash, 0) : mixed(hash, (unsigned char)at[0] |
	    (uint64_t)(unsigned char)at[left / 2] << 8 |
	    (uint64_t)(unsigned char)at[left - 1] << 16);
}

/* Of the fields where they stand: a key that was just written byte by byte
 * is slow to read by words. */
static uint64_t
hash_of(enum map_sum kind, uint32_t place, const struct text *field)
{
	uint64_t hash = mixed(UINT64_C(0x9e3779b97f4a7c15),
	    (uint64_t)place << 8 | (uint64_t)kind);
	size_t i;

	for (i = 0; i < shape[kind].fields; i++)
		hash = add_field(hash, field[i]);
	return hash;
}

static bool
is_key(const unsigned char *key, enum map_sum kind, uint32_t place,
	const struct text *field)
{
	size_t i, length;
	uint32_t its;

	memcpy(&its, key + 1, sizeof(its));
	if (key[0] != (unsigned char)kind || its != place)
		return false;
	key += KEY_HEAD;
	for (i = 0; i < shape[kind].fields; i++) {
		length = text_is_absent(field[i]) ? ABSENT : field[i].length;
		if (field[i].length >= ABSENT ||
		    ((size_t)key[0] << 8 | key[1]) != length)
			return false;
		key += 2;
		if (field[i].length > 0 && memcmp(key, field[i].bytes,
		    field[i].length) != 0)
			return false;
		key += field[i].length;
	}
	return true;
}

/* The entry of a key, or the free slot where it belongs. */
static struct entry *
find(const struct map_sums *s, uint64_t hash, enum map_sum kind,
	uint32_t place, const struct text *field)
{
	size_t at = (size_t)hash & (s->slots - 1);

	while (s->slot[at].key != NULL && (s->slot[at].hash != hash ||
	    !is_key(s->slot[at].key, kind, place, field)))
		at = (at + 1) & (s->slots - 1);
	return &s->slot[at];
}

static int
grow(struct map_sums *s)
{
	size_t slots = s->slots * 2, i, at;
	struct entry *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		return -1;
	for (i = 0; i < s->slots; i++) {
		if (s->slot[i].key == NULL)
			continue;
		at = (size_t)s->slot[i].hash & (slots - 1);
		while (slot[at].key != NULL)
			at = (at + 1) & (slots - 1);
		slot[at] = s->slot[i];
	}
	free(s->slot);
	s->slot = slot;
	s->slots = slots;
	return 0;
}

/* Numbers a place that is new. */
static int
keep_place(struct map_sums *s, const struct entry *e)
{
	if (s->places == s->place_room) {
		size_t room = s->place_room == 0 ? 64 : s->place_room * 2;
		const unsigned char **more = realloc(s->place,
		    room * sizeof(*more));

		if (more == NULL)
			return -1;
		s->place = more;
		s->place_room = room;
	}
	e->counter[0] = (int64_t)s->places;
	s->place[s->places++] = e->key;
	return 0;
}

int64_t *
map_sums_at(struct map_sums *s, enum map_sum kind, const struct text *field)
{
	uint32_t place = place_of(s, kind);
	uint64_t hash = hash_of(kind, place, field);
	struct entry *e = find(s, hash, kind, place, field);
	size_t length;

	if (e->key != NULL)
		return e->counter;
	if (s->count * 4 >= s->slots * 3) {
		if (grow(s) < 0)
			return NULL;
		e = find(s, hash, kind, place, field);
	}
	length = write_key(s, kind, field);
	if (length == 0)
		return NULL;
	e->counter = arena_take(&s->arena, shape[kind].width *
	    sizeof(*e->counter));
	if (e->counter == NULL)
		return NULL;
	e->key = arena_take(&s->arena, length);
	if (e->key == NULL)
		return NULL;
	memcpy(e->key, s->key, length);
	e->hash = hash;
	s->count++;
	if (kind == MAP_SUM_PLACE && keep_place(s, e) < 0)
		return NULL;
	return e->counter;
}

int
map_sums_place(struct map_sums *s, struct text brand, struct text source)
{
	const struct text field[] = {brand, source};
	const int64_t *number = map_sums_at(s, MAP_SUM_PLACE, field);

	if (number == NULL)
		return -1;
	s->now = (uint32_t)*number;
	return 0;
}

static size_t
read_fields(const unsigned char *key, struct text *field)
{
	const unsigned char *at = key + KEY_HEAD;
	size_t fields = shape[key[0]].fields, i;

	for (i = 0; i < fields; i++) {
		size_t length = (size_t)at[0] << 8 | at[1];

		at += 2;
		field[i] = (struct text){NULL, 0};
		if (length == ABSENT)
			continue;
		field[i] = (struct text){(const char *)at, length};
		at += length;
	}
	return fields;
}

static int
put_entry(const struct map_sums *s, const struct entry *e, struct tally *t,
	struct tally_key *key, struct complaint *c)
{
	struct text field[MAP_SUM_FIELDS];
	enum map_sum kind = (enum map_sum)e->key[0];
	size_t fields = 0;
	uint32_t place;

	if (kind == MAP_SUM_PLACE)
		return 0;
	memcpy(&place, e->key + 1, sizeof(place));
	if (shape[kind].placed)
		fields = read_fields(s->place[place], field);
	fields += read_fields(e->key, field + fields);
	return map_sums_rows(kind, field, fields, e->counter, t, key, c);
}

int
map_sums_flush(struct map_sums *s, struct tally *t, struct complaint *c)
{
	struct tally_key *key = malloc(sizeof(*key));
	int result = key == NULL ? complain(c, ENOMEM, "tallies") : 0;
	size_t i;

	for (i = 0; i < s->slots && result == 0; i++)
		if (s->slot[i].key != NULL)
			result = put_entry(s, &s->slot[i], t, key, c);
	free(key);
	memset(s->slot, 0, s->slots * sizeof(*s->slot));
	s->count = s->places = 0;
	arena_clear(&s->arena);
	return result;
}
