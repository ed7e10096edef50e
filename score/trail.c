/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trail.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "database.h"

enum { FIRST_SLOTS = 1024, PART_MAX = 1 << 20, KNOWN = 4096 };

struct part {
	char *key;			/* its fields, each behind its length */
	size_t length;
	uint64_t hash;
};

struct known {
	const char *words;
	uint64_t sum;
};

struct trail {
	struct database *database;
	struct known known[KNOWN];
	struct part *part;		/* from 0 */
	size_t parts, capacity;
	uint32_t *slot;			/* part + 1; open addressing */
	size_t slots;			/* a power of two */
	struct buffer key;
};

struct trail *
trail_create(struct database *d, struct complaint *c)
{
	struct trail *t = calloc(1, sizeof(*t));

	if (t == NULL) {
		complain(c, ENOMEM, "parts");
		return NULL;
	}
	t->database = d;
	t->slots = FIRST_SLOTS;
	t->slot = calloc(t->slots, sizeof(*t->slot));
	buffer_init(&t->key, PART_MAX);
	if (t->slot != NULL)
		return t;
	complain(c, ENOMEM, "parts");
	trail_free(t);
	return NULL;
}

void
trail_free(struct trail *t)
{
	size_t i;

	if (t == NULL)
		return;
	for (i = 0; i < t->parts; i++)
		free(t->part[i].key);
	free(t->part);
	free(t->slot);
	buffer_release(&t->key);
	free(t);
}

/* ---- parts ---- */

/* Each field behind its length; absent is not empty. */
static int
write_key(struct trail *t, const struct text field[DATABASE_PART_FIELDS])
{
	size_t length = 0, i;
	char *to;

	for (i = 0; i < DATABASE_PART_FIELDS; i++)
		length += sizeof(uint32_t) + field[i].length;
	buffer_clear(&t->key);
	to = length > PART_MAX ? NULL : buffer_reserve(&t->key, length);
	if (to == NULL)
		return -1;
	for (i = 0; i < DATABASE_PART_FIELDS; i++) {
		uint32_t bytes = text_is_absent(field[i]) ? UINT32_MAX :
		    (uint32_t)field[i].length;

		memcpy(to, &bytes, sizeof(bytes));
		to += sizeof(bytes);
		if (field[i].length > 0)
			memcpy(to, field[i].bytes, field[i].length);
		to += field[i].length;
	}
	t->key.length = length;
	return 0;
}

static uint32_t *
find_slot(struct trail *t, uint64_t hash)
{
	size_t at = (size_t)hash & (t->slots - 1);

	for (; t->slot[at] != 0; at = (at + 1) & (t->slots - 1)) {
		const struct part *p = &t->part[t->slot[at] - 1];

		if (p->hash == hash && p->length == t->key.length &&
		    memcmp(p->key, t->key.bytes, p->length) == 0)
			break;
	}
	return &t->slot[at];
}

static int
grow_slots(struct trail *t)
{
	uint32_t *slot = calloc(t->slots * 2, sizeof(*slot));
	size_t i, at;

	if (slot == NULL)
		return -1;
	t->slots *= 2;
	for (i = 0; i < t->parts; i++) {
		at = (size_t)t->part[i].hash & (t->slots - 1);
		while (slot[at] != 0)
			at = (at + 1) & (t->slots - 1);
		slot[at] = (uint32_t)(i + 1);
	}
	free(t->slot);
	t->slot = slot;
	return 0;
}

static int
add_part(struct trail *t, uint64_t hash)
{
	struct part *p;

	if (t->parts == t->capacity) {
		size_t capacity = 2 * t->capacity + 64;

		p = realloc(t->part, capacity * sizeof(*p));
		if (p == NULL)
			return -1;
		t->part = p;
		t->capacity = capacity;
	}
	if (2 * (t->parts + 1) > t->slots && grow_slots(t) < 0)
		return -1;
	p = &t->part[t->parts];
	*p = (struct part){malloc(t->key.length), t->key.length, hash};
	if (p->key == NULL)
		return -1;
	memcpy(p->key, t->key.bytes, p->length);
	*find_slot(t, hash) = (uint32_t)++t->parts;
	return 0;
}

/* The number of the part, whose row is put where it is new. */
static int
find_part(struct trail *t, const struct map *m, int64_t *number,
	struct complaint *c)
{
	const struct review *r = &m->line.review;
	const struct text field[DATABASE_PART_FIELDS] = {r->brand, r->source,
	    r->kind, text_of(m->sentiment.language), m->month};
	uint64_t hash;
	uint32_t *slot;

	if (write_key(t, field) < 0)
		return complain(c, ENOMEM, "parts");
	hash = (uint64_t)trail_hash((struct text){t->key.bytes,
	    t->key.length});
	slot = find_slot(t, hash);
	if (*slot != 0) {
		*number = *slot;
		return 0;
	}
	if (add_part(t, hash) < 0)
		return complain(c, ENOMEM, "parts");
	*number = (int64_t)t->parts;
	return database_put_part(t->database, *number, field, c);
}

/* ---- lines ---- */

/* The engine's strings stay where they are, and most come again. */
static uint64_t
sum_known(struct trail *t, const char *words)
{
	struct known *at = &t->known[((uintptr_t)words >> 3) % KNOWN];

	if (at->words != words)
		*at = (struct known){words, trail_sum(text_of(words))};
	return at->sum;
}

static void
add_words(struct trail *t, uint64_t to[2], const struct sentiment *s)
{
	size_t i;

	for (i = 0; i < s->count; i++) {
		const struct sentiment_term *k = &s->term[i];
		uint64_t sum = sum_known(t, k->term);

		if (k->negator != NULL)
			sum += sum_known(t, k->negator);
		trail_add_words(to, sum);
	}
}

static uint64_t
marks_of(struct trail *t, const struct map *m)
{
	const struct sentiment *s = &m->sentiment;
	const struct text nothing = {NULL, 0};
	uint64_t marks = 0;
	size_t i;

	if (m->line.review.before.known)
		marks |= trail_mark(TRAIL_CHANGED, nothing);
	if (s->comparisons > 0)
		marks |= trail_mark(TRAIL_COMPARES, nothing);
	if (s->parts > 0)
		marks |= trail_mark(TRAIL_MIXED, nothing);
	for (i = 0; i < s->aspects; i++)
		marks |= trail_bit(TRAIL_ASPECT, sum_known(t,
		    s->aspect[i].aspect)) | trail_bit(TRAIL_STAGE,
		    sum_known(t, s->aspect[i].stage));
	return marks;
}

static int64_t
run_of(const struct review *r)
{
	struct text row, run;

	return review_capture_split(&r->capture, &row, &run) ?
	    trail_run(run) : 0;
}

int
trail_line(struct trail *t, const struct map *m, uint32_t file,
	uint64_t offset, struct complaint *c)
{
	struct database_line line = {.file = (int64_t)file + 1,
	    .offset = (int64_t)offset};

	if (m->line.type == REVIEW_REVIEW) {
		if (find_part(t, m, &line.part, c) < 0)
			return -1;
		line.id = trail_hash(m->line.review.id);
		line.cell = m->cell;
		line.run = run_of(&m->line.review);
		line.item = trail_hash(m->line.review.item);
		line.marks = marks_of(t, m);
		add_words(t, line.words, &m->sentiment);
	}
	return database_put_line(t->database, &line, c);
}

int
trail_older(struct trail *t, struct text id, uint32_t file, uint64_t offset,
	struct complaint *c)
{
	const struct database_line line = {.file = (int64_t)file + 1,
	    .offset = (int64_t)offset, .id = trail_hash(id)};

	return database_put_line(t->database, &line, c);
}
