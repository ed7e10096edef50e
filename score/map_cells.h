/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The cells of a line beside its place in the cube (map.c): items, days,
 * answers of surveys, the time until a reply, what is said of aspects, the
 * lists of reviews that a summary shows (tally_top.h), runs and changes.  All
 * of them functions of the line alone.
 */
#ifndef SAYSO_MAP_CELLS_H
#define SAYSO_MAP_CELLS_H

#include <errno.h>

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
	int32_t stars;			/* ten-thousandths; 0 not rated */
	int class;			/* of map_sum_class */
	bool survey, replied;
};

/* Place of the review among the counters of its cube (map_sums.h). */
static inline int
map_cell(const struct map_facts *f)
{
	return (review_whole_stars(f->stars) * MAP_SUM_CLASSES + f->class) *
	    2 + f->replied;
}

/* Counts the review among those of a cube or an item. */
static inline void
map_count(int64_t *n, const struct map_facts *f)
{
	n[map_cell(f)]++;
	if (f->rated) {
		n[MAP_SUM_STAR] += f->stars;
		n[MAP_SUM_STAR + 1] += (int64_t)f->stars * f->stars;
	}
}

/* Of a review.  Each is 0, or -2 with a complaint: no memory, a sum too
 * large. */
int map_cells(struct map *m, const struct map_facts *f, struct complaint *c);
/* The last of them (map_lists.c). */
int map_lists(struct map *m, const struct map_facts *f, struct complaint *c);
/* Aspects, stages, and brands beside each other (map_aspects.c). */
int map_aspects(struct map *m, struct complaint *c);

/* Of a run, and of a line that says what became of a review
 * (map_runs.c). */
int map_run(struct map *m, struct complaint *c);
int map_change(struct map *m, struct complaint *c);

/* ---- the key at work ---- */

static inline void
map_key_add(struct map *m, struct text field)
{
	tally_key_add(&m->key, field);
}

/* The nearest whole star; 0 is absent. */
static inline void
map_key_add_stars(struct map *m, int32_t stars)
{
	if (stars > 0)
		tally_key_add_integer(&m->key, review_whole_stars(stars));
	else
		map_key_add(m, (struct text){NULL, 0});
}

static inline int
map_key_put(struct map *m, int64_t n, struct complaint *c)
{
	return tally_put(m->tally, &m->key, n, c) < 0 ? -2 : 0;
}

/* -2 */
static inline int
map_no_memory(struct complaint *c)
{
	complain(c, ENOMEM, "tallies");
	return -2;
}

/* ---- times ---- */

/* The next time of the grid: not before it where something ended, not after
 * it where it was open when last seen; so no share is made larger than it
 * is. */
int64_t map_grid(int64_t minutes, bool ended);

#endif
