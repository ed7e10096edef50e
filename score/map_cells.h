/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of a review beside its place in the cube (map.c): items, days,
 * answers of surveys, the time until a reply, and the lists of reviews that a
 * summary shows (tally_top.h).  All of them functions of the review alone.
 */
#ifndef SAYSO_MAP_CELLS_H
#define SAYSO_MAP_CELLS_H

#include "map.h"

enum {
	MAP_WORDS = 5,			/* deciding words of a contradiction */
	/* Times until a reply, in minutes: exact for a day, then by the hour
	 * for a week, then by the day; nothing is watched beyond a year. */
	MAP_EXACT = 24 * 60,
	MAP_HOURLY = 7 * 24 * 60,
	MAP_WATCHED = 365 * 24 * 60,
};

/* What map.c has found out of the review. */
struct map_facts {
	struct text day, month;		/* absent where not known */
	bool rated;
	int32_t stars;			/* ten-thousandths */
	int class;			/* of map_sum_class */
	bool survey, replied;
};

/* Place of the review among the counters of its cube (map_sums.h). */
static inline int
map_cell(const struct map_facts *f)
{
	int stars = f->rated ? (f->stars + 5000) / 10000 : 0;

	return (stars * MAP_SUM_CLASSES + f->class) * 2 + f->replied;
}

/* 0, or -2: no memory, a sum too large. */
int map_cells(struct map *m, const struct map_facts *f, struct complaint *c);
/* Of a line that says what became of a review. */
int map_change(struct map *m, struct complaint *c);
/* map_lists.c: the last of them. */
int map_lists(struct map *m, const struct map_facts *f, struct complaint *c);

/* The next time of the grid: not before it where something ended, not after
 * it where it was open when last seen; so no share is made larger than it
 * is. */
int64_t map_grid(int64_t minutes, bool ended);

#endif
