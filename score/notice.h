/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a sentence says beside its score: aspects (aspect.h), comparisons
 * (comparison.h), and how many of its words are known.  One call for all
 * sentences that were read at once.
 */
#ifndef SAYSO_NOTICE_H
#define SAYSO_NOTICE_H

#include "aspect.h"
#include "brands.h"
#include "comparison.h"
#include "lexicon.h"
#include "sentiment.h"

struct notice {
	const struct brands *brands;	/* borrowed; NULL: none are known */
	struct mentions mentions;
	struct comparisons comparisons;
	size_t words, known;		/* of the text so far */
	int64_t praise, complaint;	/* hundredths of weight so far */
	size_t from, to;		/* bytes that are asked for; 0, 0 no */
};

void notice_begin(struct notice *n);
/* `spoken`: how many of the words are no empty note (sentiment.h). */
void notice_sentences(struct notice *n, const struct lexicon_language *language,
	const struct words *w, const struct match *m, const struct rules *r,
	enum sentiment_field field, size_t spoken, struct sentiment *to);
/* Coverage, and how sure the score is where there is one. */
void notice_end(const struct notice *n, struct sentiment *to);

#endif
