/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which brand a sentence prefers, by the patterns of its language
 * (patterns.h) and the names of brands (brands.h).  A sentence that names no
 * brand costs one look at each word.  The pattern that says most goes first,
 * and words that one covers are no part of another.
 */
#ifndef SAYSO_COMPARISON_H
#define SAYSO_COMPARISON_H

#include "match.h"
#include "patterns.h"

enum {
	COMPARISONS_MAX = 4,		/* of a sentence */
	COMPARISON_NEGATED = 3,		/* words from a negator to a pattern */
};

/* Brands are values of their phrases, or -1: what the review is about. */
struct comparison {
	int preferred, over;
	size_t first, count;		/* words, of all that were read */
};

struct comparisons {
	struct comparison list[COMPARISONS_MAX];
	size_t count;
};

/* A sentence with its units and the sum of what it says. */
struct comparison_place {
	const struct words *w;
	const struct match *m;
	struct sentence sentence;
	size_t unit, unit_end;
	int32_t sum;
};

void comparison_find(struct comparisons *to, const struct patterns *patterns,
	const struct phrases *brands, const struct comparison_place *at);

#endif
