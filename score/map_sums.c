/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map_sums.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum {
	FIRST_SLOTS = 4096,
	ABSENT = 0xFFFF,		/* for the length of a field */
};

struct entry {
	unsigned char *key;		/* kind, then lengths and bytes */
	size_t length;
	int64_t *counter;
};

struct map_sums {
	struct arena arena;
	struct entry *slot;		/* open addressing, a power of two */
	size_t slots, count;
	unsigned char key[TALLY_KEY_MAX];
};

static const struct { size_t fields, width; } shape[MAP_SUMS] = {
	[MAP_SUM_CUBE] = {5, MAP_SUM_CELLS + 4},
	[MAP_SUM_DAY] = {3, MAP_SUM_STARS * MAP_SUM_CLASSES},
	[MAP_SUM_ITEM] = {2, MAP_SUM_CELLS + 2},
	[MAP_SUM_ASPECT] = {3, MAP_SUM_LABELS},
	[MAP_SUM_STAGE] = {3, MAP_SUM_LABELS},
	[MAP_SUM_ANSWER] = {2, MAP_SUM_DAYS * 2},
	[MAP_SUM_FETCHED] = {1, 1},
	[MAP_SUM_SEEN] = {4, MAP_SUM_STARS},
};

const char *const map_sum_class[MAP_SUM_CLASSES] = {
	"pos", "neu", "neg", "uns", "none",
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
	free(s);
}

/* The key in s->key; 0 where it is too long. */
static size_t
write_key(struct map_sums *s, enum map_sum kind, const struct text *field)
{
	unsigned char *at = s->key;
	size_t i;

	*at++ = (unsigned char)kind;
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

static uint64_t
hash_of(const unsigned char *key, size_t length)
{
	uint64_t hash = length * UINT64_C(0x9e3779b97f4a7c15), word;
	size_t i;

	for (i = 0; i < length; i += 8) {
		word = 0;
		memcpy(&word, key + i, length - i < 8 ? length - i : 8);
		hash = (hash ^ word) * UINT64_C(0xff51afd7ed558ccd);
		hash ^= hash >> 32;
	}
	return hash;
}

static struct entry *
find(struct entry *slot, size_t slots, const unsigned char *key,
	size_t length)
{
	size_t at = hash_of(key, length) & (slots - 1);

	while (slot[at].key != NULL && (slot[at].length != length ||
	    memcmp(slot[at].key, key, length) != 0))
		at = (at + 1) & (slots - 1);
	return &slot[at];
}

static int
grow(struct map_sums *s)
{
	size_t slots = s->slots * 2, i;
	struct entry *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		return -1;
	for (i = 0; i < s->slots; i++)
		if (s->slot[i].key != NULL)
			*find(slot, slots, s->slot[i].key,
			    s->slot[i].length) = s->slot[i];
	free(s->slot);
	s->slot = slot;
	s->slots = slots;
	return 0;
}

int64_t *
map_sums_at(struct map_sums *s, enum map_sum kind, const struct text *field)
{
	size_t length = write_key(s, kind, field);
	struct entry *e;

	if (length == 0 || (s->count * 4 >= s->slots * 3 && grow(s) < 0))
		return NULL;
	e = find(s->slot, s->slots, s->key, length);
	if (e->key != NULL)
		return e->counter;
	e->counter = arena_take(&s->arena, shape[kind].width *
	    sizeof(*e->counter));
	if (e->counter == NULL)
		return NULL;
	e->key = arena_take(&s->arena, length);
	if (e->key == NULL)
		return NULL;
	memcpy(e->key, s->key, length);
	e->length = length;
	s->count++;
	return e->counter;
}

/* ---- rows ---- */

struct writing {
	struct tally *tally;
	struct tally_key key;
	struct complaint *c;
	struct text field[MAP_SUM_FIELDS];
	size_t fields;
};

static void
read_key(struct writing *w, const struct entry *e)
{
	const unsigned char *at = e->key + 1;
	size_t i;

	w->fields = shape[e->key[0]].fields;
	for (i = 0; i < w->fields; i++) {
		size_t length = (size_t)at[0] << 8 | at[1];

		at += 2;
		w->field[i] = (struct text){NULL, 0};
		if (length == ABSENT)
			continue;
		w->field[i] = (struct text){(const char *)at, length};
		at += length;
	}
}

static void
begin(struct writing *w, const char *cell)
{
	size_t i;

	tally_key_begin(&w->key, cell);
	for (i = 0; i < w->fields; i++)
		tally_key_add(&w->key, w->field[i]);
}

static int
put(struct writing *w, int64_t value)
{
	return tally_put(w->tally, &w->key, value, w->c);
}

static void
add_stars(struct writing *w, int stars)
{
	if (stars > 0)
		tally_key_add_integer(&w->key, stars);
	else
		tally_key_add(&w->key, (struct text){NULL, 0});
}

/* cell|fields|stars|class|reply, and whether any is rated, any scored */
static int
put_cells(struct writing *w, const char *cell, const int64_t *counter,
	bool *rated, bool *scored)
{
	int i;

	*rated = *scored = false;
	for (i = 0; i < MAP_SUM_CELLS; i++) {
		int stars = i / 2 / MAP_SUM_CLASSES;
		int class = i / 2 % MAP_SUM_CLASSES;

		if (counter[i] == 0)
			continue;
		*rated |= stars > 0;
		*scored |= class < 3;
		begin(w, cell);
		add_stars(w, stars);
		tally_key_add(&w->key, text_of(map_sum_class[class]));
		tally_key_add(&w->key, i % 2 == 1 ? text_of("r") :
		    (struct text){NULL, 0});
		if (put(w, counter[i]) < 0)
			return -1;
	}
	return 0;
}

/* Two sums under cells of the names. */
static int
put_pair(struct writing *w, const char *sum, const char *squares,
	const int64_t value[2])
{
	begin(w, sum);
	if (put(w, value[0]) < 0)
		return -1;
	begin(w, squares);
	return put(w, value[1]);
}

static int
put_cube(struct writing *w, const int64_t *counter)
{
	bool rated, scored;

	if (put_cells(w, "c", counter, &rated, &scored) < 0 || (rated &&
	    put_pair(w, "sx", "sx2", counter + MAP_SUM_STAR) < 0))
		return -1;
	return scored ? put_pair(w, "fx", "fx2", counter + MAP_SUM_SCORE) :
	    0;
}

static int
put_item(struct writing *w, const int64_t *counter)
{
	bool rated, scored;

	if (put_cells(w, "i", counter, &rated, &scored) < 0)
		return -1;
	return rated ? put_pair(w, "ix", "ix2", counter + MAP_SUM_STAR) : 0;
}

static int
put_day(struct writing *w, const int64_t *counter)
{
	int i;

	for (i = 0; i < MAP_SUM_STARS * MAP_SUM_CLASSES; i++) {
		if (counter[i] == 0)
			continue;
		begin(w, "d");
		add_stars(w, i / MAP_SUM_CLASSES);
		tally_key_add(&w->key, text_of(map_sum_class[i %
		    MAP_SUM_CLASSES]));
		if (put(w, counter[i]) < 0)
			return -1;
	}
	return 0;
}

static int
put_aspect(struct writing *w, const char *cell, const int64_t *counter)
{
	static const char *const label[MAP_SUM_LABELS] = {"pos", "neu",
	    "neg", "none"};
	int i;

	for (i = 0; i < MAP_SUM_LABELS; i++) {
		if (counter[i] == 0)
			continue;
		begin(w, cell);
		tally_key_add(&w->key, text_of(label[i]));
		if (put(w, counter[i]) < 0)
			return -1;
	}
	return 0;
}

/* rt|brand|source|d|minutes|e or c */
static int
put_answer(struct writing *w, const int64_t *counter)
{
	int i;

	for (i = 0; i < MAP_SUM_DAYS * 2; i++) {
		if (counter[i] == 0)
			continue;
		begin(w, "rt");
		tally_key_add(&w->key, text_of("d"));
		tally_key_add_integer(&w->key, (int64_t)(i / 2) * 24 * 60);
		tally_key_add(&w->key, text_of(i % 2 == 1 ? "e" : "c"));
		if (put(w, counter[i]) < 0)
			return -1;
	}
	return 0;
}

/* seen|brand|source|row|run|stars */
static int
put_seen(struct writing *w, const int64_t *counter)
{
	int i;

	for (i = 0; i < MAP_SUM_STARS; i++) {
		if (counter[i] == 0)
			continue;
		begin(w, "seen");
		add_stars(w, i);
		if (put(w, counter[i]) < 0)
			return -1;
	}
	return 0;
}

static int
put_entry(struct writing *w, const struct entry *e)
{
	read_key(w, e);
	switch ((enum map_sum)e->key[0]) {
	case MAP_SUM_CUBE:
		return put_cube(w, e->counter);
	case MAP_SUM_DAY:
		return put_day(w, e->counter);
	case MAP_SUM_ITEM:
		return put_item(w, e->counter);
	case MAP_SUM_ASPECT:
		return put_aspect(w, "as", e->counter);
	case MAP_SUM_STAGE:
		return put_aspect(w, "sg", e->counter);
	case MAP_SUM_ANSWER:
		return put_answer(w, e->counter);
	case MAP_SUM_FETCHED:
		begin(w, "t");
		return put(w, e->counter[0]);
	case MAP_SUM_SEEN:
		return put_seen(w, e->counter);
	case MAP_SUMS:
		break;
	}
	return 0;
}

int
map_sums_flush(struct map_sums *s, struct tally *t, struct complaint *c)
{
	struct writing *w = malloc(sizeof(*w));
	int result = w == NULL ? complain(c, ENOMEM, "tallies") : 0;
	size_t i;

	if (w != NULL)
		*w = (struct writing){.tally = t, .c = c};
	for (i = 0; i < s->slots && result == 0; i++)
		if (s->slot[i].key != NULL)
			result = put_entry(w, &s->slot[i]);
	free(w);
	memset(s->slot, 0, s->slots * sizeof(*s->slot));
	s->count = 0;
	arena_clear(&s->arena);
	return result;
}
