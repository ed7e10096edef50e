/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Counters that wait until the end to become rows of tallies: a review counts
 * in a dozen rows whose keys differ in their last fields only, and to write
 * and look up such a key is dearer than to count.  An entry is a kind and
 * some fields, and has as many counters as its kind needs.
 */
#ifndef SAYSO_MAP_SUMS_H
#define SAYSO_MAP_SUMS_H

#include <stddef.h>
#include <stdint.h>

#include "complaint.h"
#include "tally.h"
#include "text.h"

enum map_sum {
	MAP_SUM_CUBE,		/* brand source kind language month */
	MAP_SUM_DAY,		/* brand source day */
	MAP_SUM_ITEM,		/* brand item */
	MAP_SUM_ASPECT,		/* brand source aspect */
	MAP_SUM_STAGE,		/* brand source stage */
	MAP_SUM_ANSWER,		/* brand source: days until a reply */
	MAP_SUM_FETCHED,	/* day */
	MAP_SUM_SEEN,		/* brand source row run: by stars */
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
/* The counters of an entry, valid until the next call; NULL: no memory, or
 * fields too long for a key. */
int64_t *map_sums_at(struct map_sums *s, enum map_sum kind,
	const struct text *field);
/* The rows of one entry; `key` is room. */
int map_sums_rows(enum map_sum kind, const struct text *field, size_t fields,
	const int64_t *counter, struct tally *t, struct tally_key *key,
	struct complaint *c);
/* Moves them into the tallies; 0, or -1 with a complaint. */
int map_sums_flush(struct map_sums *s, struct tally *t, struct complaint *c);

#endif
