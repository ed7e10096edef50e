/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counters that wait until the end to become rows of tallies: a review counts
 * in a dozen rows whose keys differ in their last fields only, and to write
 * and look up such a key is dearer than to count.  An entry is a kind and
 * some fields, and has as many counters as its kind needs.  The brand and the
 * source of a review are looked up once: they are its place.
 */
#ifndef SAYSO_MAP_SUMS_H
#define SAYSO_MAP_SUMS_H

#include <stddef.h>
#include <stdint.h>

#include "complaint.h"
#include "tally.h"
#include "text.h"

enum map_sum {
	MAP_SUM_CUBE,		/* of a place: kind language month */
	MAP_SUM_DAY,		/* of a place: day */
	MAP_SUM_ITEM,		/* brand item */
	MAP_SUM_ASPECT,		/* of a place: aspect */
	MAP_SUM_STAGE,		/* of a place: stage */
	MAP_SUM_ANSWER,		/* of a place: days until a reply */
	MAP_SUM_FETCHED,	/* day */
	MAP_SUM_SEEN,		/* of a place: row run: stars, class */
	MAP_SUM_PLACE,		/* brand source; only of map_sums.c */
	MAP_SUMS,
};

enum {
	MAP_SUM_FIELDS = 5,
	MAP_SUM_CLASSES = 5,	/* pos neu neg uns none */
	MAP_SUM_STARS = 6,	/* 0 none, 1 to 5 */
	/* Places of the counters of cube and item: [stars][class][replied],
	 * then sums. */
	MAP_SUM_CELLS = MAP_SUM_STARS * MAP_SUM_CLASSES * 2,
	MAP_SUM_STAR = MAP_SUM_CELLS,		/* Σ, Σ squares */
	MAP_SUM_SCORE = MAP_SUM_CELLS + 2,	/* the same; of cubes */
	MAP_SUM_LABELS = 4,			/* pos neu neg none */
	MAP_SUM_DAYS = 366,			/* [days][ended] */
};

/* pos neu neg uns none */
extern const char *const map_sum_class[MAP_SUM_CLASSES];

struct map_sums;

struct map_sums *map_sums_create(void);		/* NULL: no memory */
void map_sums_free(struct map_sums *s);
/* The place that the next entries are of, where their kind has one; 0, or -1:
 * no memory, or fields too long for a key. */
int map_sums_place(struct map_sums *s, struct text brand, struct text source);
/* The counters of an entry by the fields of its kind, valid until the next
 * call; NULL as above. */
int64_t *map_sums_at(struct map_sums *s, enum map_sum kind,
	const struct text *field);
/* The rows of one entry, whose fields begin with those of its place; `key` is
 * room. */
int map_sums_rows(enum map_sum kind, const struct text *field, size_t fields,
	const int64_t *counter, struct tally *t, struct tally_key *key,
	struct complaint *c);
/* Moves them into the tallies; 0, or -1 with a complaint. */
int map_sums_flush(struct map_sums *s, struct tally *t, struct complaint *c);

#endif
