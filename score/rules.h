/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a sentence says: the weights of its opinion words after negation,
 * intensifiers, contrast, capitals and exclamation marks.  Integers only;
 * weights are hundredths, factors percent.
 *
 * - A negator reaches the opinion words within its reach behind it, or before
 *   it where the lexicon says so (always, or where it ends its clause), up to
 *   the next comma or contrast.  However
 *   many reach a word, it is turned once; a phrase of the lexicon that holds a
 *   negator itself ("nothing good") is turned already.  One that governs a
 *   clause ("cannot say") goes on behind a comma right behind it, and turns
 *   back what is turned in there.  Where the lexicon gives a term a weight for
 *   when it is negated, that one counts.
 * - A negator that reaches no opinion word, or only such as learning alone
 *   weighs, is a mild complaint of its own.
 * - An intensifier or diminisher acts on the opinion word within the next two
 *   words; where it does, a weight of its own does not count.  A negated
 *   intensifier is left out: "not very good" is no worse than "not good".
 * - What is wished for or said by others (hearsay) counts nothing, as far as
 *   the lexicon says and up to the next comma or contrast.
 * - What stands before a contrast counts by the contrast's factor.
 * - A neutral phrase counts nothing, and nothing inside it does.
 *
 * All units of a text that act on others (about one in eight) are taken first,
 * and each marks what it reaches; most of the rest weigh what the lexicon says,
 * which is written down without a branch:
 *
 *	unit	not  very  good  but  awful
 *	acts	->2  ->2         <-
 *	target	          x           x
 *	hit	          0           1
 *	weight	        200         -250	as listed
 *	weight	        -65         -250	what was reached, anew
 */
#ifndef SAYSO_RULES_H
#define SAYSO_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "match.h"
#include "words.h"

/* How these were chosen: see sentiment.h. */
enum {
	RULES_NEGATED_PRAISE = 65,	/* "not good" */
	RULES_NEGATED_COMPLAINT = 35,	/* "not bad" */
	RULES_BARE_NEGATOR = -50,	/* hundredths */
	RULES_INTENSIFIER_REACH = 2,	/* words */
	RULES_FACTOR_LEAST = 30, RULES_FACTOR_MOST = 200,
	RULES_SHOUTED = 120,
	RULES_EXCLAIM = 10,		/* for each mark, more */
	RULES_EXCLAIMS_MAX = 3,
	RULES_WEIGHT_MAX = 1000,	/* of one hit, either way */
};

enum { RULES_NO_UNIT = 0xFFFF };

/* An opinion, with all that is known of it. */
struct hit {
	const struct term *term;
	const struct term *negator;	/* NULL: not negated */
	bool behind;			/* the negator stands behind */
	int32_t weight;			/* with all that acts on it */
	size_t start, end;		/* bytes, with the negator */
	size_t first, last;		/* words, without it */
};

/* What a sentence says: the hits first .. end - 1, and their sums. */
struct saying {
	uint16_t first, end;
	int32_t sum;			/* of the weights */
	int32_t all;			/* of the weights without signs */
	int32_t note;			/* hundredths that its place says, on
					   top; 0 until somebody says so */
};

struct rules {
	size_t count;			/* hits */
	uint16_t unit[WORDS_ROOM];	/* of each hit */
	uint16_t negator[WORDS_ROOM];	/* of each hit, the unit;
					   RULES_NO_UNIT: not negated */
	int32_t weight[WORDS_ROOM];	/* of each hit, with all that acts */
	struct saying said[WORDS_ROOM + 1];	/* of each sentence */
	size_t contrasts;
	uint16_t contrast[WORDS_ROOM];	/* units */
};

/* Fills r from the units of some sentences (match.h). */
void rules_apply(struct rules *r, const struct match *m,
	const struct words *w);

/* Lets go of the hits of a sentence, of `sentences`. */
void rules_forget(struct rules *r, size_t sentence, size_t sentences);

/* One hit with all that is known of it. */
struct hit rules_hit(const struct rules *r, const struct match *m,
	const struct words *w, size_t hit);

/* The byte at which a hit begins, with the negator before it. */
static inline uint32_t
rules_start(const struct rules *r, const struct match *m,
	const struct words *w, size_t hit)
{
	size_t unit = r->negator[hit] < r->unit[hit] ? r->negator[hit] :
	    r->unit[hit];

	return w->start[m->unit[unit].first];
}

#endif
