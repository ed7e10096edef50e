/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of a review that are written in different languages, cut between
 * sentences.
 *
 *	Great phone. The screen is superb. Baterija traje jako kratko. Super!
 *	-            en                    hr                          -
 *	en--------------------------------|hr------------------------|en-----
 *
 * A sentence is surely in the language that the review was taken for where it
 * has PARTS_LONG words and one in PARTS_FREQUENT of them, or more, is one that
 * the language's sentences nearly always hold (frequent.h); it is surely in
 * another one where language_other() says so.  Any other is nobody's: it goes
 * with its neighbours in the field where the nearest sure ones on both sides
 * are of one language, else with the review.  The review's own language is that
 * with the most words, where nobody's count for what it was taken for; if that
 * is another one than it was taken for, the sentences are judged again against
 * it.
 *
 * Nearly all reviews are in one language, so nothing is cut before the first
 * reading has noticed something: sentences that begin and end in the letters of
 * different scripts; or a long one without a frequent word among the first four
 * and with too few among all, of whose words the lexicon knows less than one in
 * PARTS_KNOWN, with the frequent words of another language or less than one
 * known in PARTS_STRANGE, whose first PARTS_LOOK bytes the detector then says
 * to be in another language.  To notice costs a few loads a sentence; of 1,000
 * English sentences one goes to the detector.
 */
#ifndef SAYSO_PARTS_H
#define SAYSO_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "lexicon.h"
#include "match.h"
#include "sentiment.h"
#include "words.h"

enum {
	PARTS_MAX = 128,	/* behind these nothing is cut any more */
	PARTS_LONG = 5,		/* words */
	PARTS_FREQUENT = 8,
	PARTS_KNOWN = 2,
	PARTS_STRANGE = 8,
	PARTS_LOOK = 48,	/* bytes of a doubtful sentence */
	PARTS_JUDGED = 256,	/* of one that is cut */
	PARTS_DOUBTS_MAX = 32,	/* of more any one counts as in another
				   language */
};

struct part {
	const char *language;	/* NULL only while they are cut: nobody's */
	enum sentiment_field field;
	size_t start, stop;	/* bytes: its first word, behind its last */
	size_t from, to;	/* bytes to read: all of a field is some
				   part's */
	size_t words;
};

/* A sentence that may be in another language. */
struct doubt {
	enum sentiment_field field;
	size_t start, stop;
};

struct parts {
	/* What was noticed. */
	size_t sentences;
	unsigned scripts;
	struct doubt doubt[PARTS_DOUBTS_MAX];
	size_t doubts;
	/* In the order of the fields, neighbours in different languages. */
	struct part list[PARTS_MAX];
	size_t count;
	const char *own;	/* the language of the review */
};

void parts_begin(struct parts *p);
/* Notices sentences of a review that is taken for `language`. */
void parts_notice(struct parts *p, const struct lexicon *l,
	const struct lexicon_language *language, const struct words *w,
	const struct match *m, enum sentiment_field field);
/* Whether a review that is taken for `language` may be in several. */
bool parts_suspected(const struct parts *p,
	const struct lexicon_language *language,
	const struct text field[SENTIMENT_FIELDS]);

/* What fields are cut with; `memory` may be NULL. */
struct parts_room {
	const struct lexicon *lexicon;
	struct words *words;
	struct word_memory *memory;
};

/* Cuts the fields.  False where all of it is in `language`. */
bool parts_cut(struct parts *p, const struct lexicon_language *language,
	const struct text field[SENTIMENT_FIELDS],
	const struct parts_room *room);

#endif
