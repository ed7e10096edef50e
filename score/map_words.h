/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which words of the lexicon a brand's reviews hold: rows `w` (reviews),
 * `ww` (weights) and `wp` (reviews, of plain words only).  They are counted here and put into the tallies at the end,
 * because a review has many and a row is dear.
 *
 * Authors are told apart by sixteen places that their hash falls into: as
 * many places as are taken, so many authors there are at least, and places
 * can be summed.  A review without an author stands for one.
 */
#ifndef SAYSO_MAP_WORDS_H
#define SAYSO_MAP_WORDS_H

#include "review.h"
#include "sentiment.h"
#include "tally.h"

enum { MAP_AUTHORS = 16 };

struct map_words;

struct map_words *map_words_create(void);	/* NULL: no memory */
void map_words_free(struct map_words *w);
/* Counts the words of a review, each once.  The strings of `s` must live as
 * long as this.  0, or -1 without memory. */
int map_words_add(struct map_words *w, const struct review *r,
	const struct sentiment *s);
/* Moves the counts into the tallies; 0, or -1 with a complaint. */
int map_words_flush(struct map_words *w, struct tally *t,
	struct complaint *c);

#endif
