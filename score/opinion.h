/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a text holds an opinion at all.
 *
 * A word that somebody wrote down as praise or complaint, a negator or an
 * emoji is one.  A word that learning alone weighs is not: "asked", "two" and
 * "box" stand in more complaints or more praise than others, and so every
 * plain text ("the parcel came on Tuesday") would get a side.  A text that has
 * only such words is an opinion where the strongest weighs OPINION_TELLING, or
 * where it is called out; never where it asks.
 *
 * Chosen on the English texts that have only learned words, each scored with
 * weights that were learned without it: whether such a text is praise or
 * complaint, and not neutral, shows in its strongest weight and in its marks
 * rather than in the sum of its weights (logistic regression: 0.8 for a weight
 * of 1, 0.5 for a "!", -0.9 for a "?").  lexicon/README has what else was tried
 * and what it costs.
 */
#ifndef SAYSO_OPINION_H
#define SAYSO_OPINION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "match.h"
#include "rules.h"
#include "text.h"

enum { OPINION_TELLING = 15 };	/* hundredths */

struct opinion {
	bool written;		/* by hand, or said by the place in a review */
	int32_t strongest;	/* hundredths, of learned words; where none is
				   written */
};

/* Adds the hits of some sentences. */
void opinion_add(struct opinion *o, const struct rules *r,
	const struct match *m);

/* `text`: the `count` texts that all hits are of. */
bool opinion_is_held(const struct opinion *o, const struct text *text,
	size_t count);

#endif
