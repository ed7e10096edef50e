/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which aspects a sentence speaks of, and what it says of each.
 *
 * A sentence is cut into segments at commas, dashes and contrast words.  Each
 * opinion of a segment (rules.h) belongs to the mention in it that is nearest,
 * counted in words; of two equally near ones to the one behind it ("great food
 * great service").  A mention without an opinion of its own has the nearest
 * one of its segment ("food and service were great"), and where its segment
 * holds none, the opinions of the next or else the former segment, if nobody
 * is mentioned there ("the screen, which I love"), else the nearest one within
 * ASPECT_FAR words ("the salads, the soups and the wine were great").  A word
 * that calls things middling is an opinion of weight 0; a negator that acts on
 * faint words only is one of its own ("the drive was not reading anything").
 * Integers only.
 *
 * Chosen on two sets of sentences with a polarity per place, restaurants and
 * laptops, each with weights learned without it: three classes right .69 and
 * .68 without the far ones, .73 and .70 with them; negators of faint words .73
 * and .72, middling words .74 and .72.  ASPECT_FAR is flat from 8 to 20 words
 * on all, and the nearer the better where a sentence says different things of
 * its places: .52 of those of laptops at 10 words, .53 at 8.
 */
#ifndef SAYSO_ASPECT_H
#define SAYSO_ASPECT_H

#include "aspects.h"
#include "match.h"
#include "rules.h"

enum {
	ASPECT_MENTIONS_MAX = 32,	/* of a sentence */
	ASPECT_FAR = 8,		/* words */
	ASPECT_FAINT = 25,		/* hundredths of weight: no opinion */
	ASPECT_FAINT_LEARNED = 60,	/* the same of a word that nobody
					   wrote down */
};

struct mention {
	const struct phrase *phrase;	/* NULL: a place that was asked for */
	uint16_t first, count;		/* words */
	uint16_t sentence;
	uint16_t segment;
	bool said;			/* something is said of it, */
	bool own;			/* and of nothing else */
	int32_t sum;			/* hundredths of weight */
};

struct mentions {
	struct mention list[WORDS_ROOM];
	size_t count;
};

/* Lists the mentions in some sentences, longest phrases from left to right, up
 * to ASPECT_MENTIONS_MAX in each.  `a` may be NULL.  A mention of the words
 * that lie in the bytes `from` .. `to` is added, in place of those that it
 * overlaps; where both are 0 there is none. */
void aspect_find(struct mentions *to, const struct aspects *a,
	const struct words *w, const struct match *m, size_t from, size_t end);

/* Fills in what is said of all mentions. */
void aspect_judge(struct mentions *m, const struct words *w,
	const struct match *match, const struct rules *r);

#endif
