/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a text says of its subject, by the words of a lexicon: a score, a
 * label, stars, and the terms that decided.  Integers only; the same text,
 * language and lexicon give the same answer everywhere.
 *
 * The stages, each of which goes over all words that were read at once:
 *
 *	bytes		I did n o t  like it, but the FOOD was great!
 *	plain.h		1 1110 1110  ...	masks: word, pause, stop, odd
 *	words.h		i  did  not  like  it  but  the  food  was  great
 *	  clause	0  0    0    0     0   1    1    1     1    1
 *	index.h		hash -> filter -> place -> entry {key, weight, reach}
 *	match.h		units	not  like  but  great
 *	rules.h		acts	not -> like,  but -> what stands before
 *			hits	like -0.4,  great 2.6
 *	aspect.h	mention	food <- great, by its segment
 *	terms.h		the strongest hits
 *	here		sums of sentences -> the mean -> score, stars
 *
 * engine.h holds what they work on.  How one word goes: its beginning is a bit
 * in a mask, its bytes are lowered where they stand; two numbers of eight bytes
 * are its key, which is hashed; where the filter knows the hash, the entry at
 * its place has the same key; its bit is then set among the units.
 *
 * A sentence has a polarity, the sum of its weights over their sum without
 * signs, and something to say, w / (w + HALF) of that sum w, so that a heap of
 * praise is no more than certain.  The score is the mean polarity of the
 * sentences by what they have to say, with a neutral DOUBT among them, so that
 * one faint word is weaker evidence than ten that agree.  Linear in the length
 * of the text.
 *
 * The constants here and in rules.h were chosen on sixteen English sets (star
 * reviews, labelled sentences, tweets), each scored with weights that were
 * learned without it.  This mean against the plain mean of sentences that are
 * bounded by themselves: area under the ROC curve .9461 -> .9497, correlation
 * with ratings .738 -> .760 (means over the sets); HALF and DOUBT are flat near
 * the values taken.  The cuts of the label lie close together, because every
 * text between them counts as wrong where only praise and complaint are asked;
 * wider ones (-1000, 1000) would name three classes better (macro-F1 .62 for
 * .54) and two far worse (accuracy .80 for .87).  The cuts of the stars: by the
 * mean error in stars plus the same with every number of stars counting alike,
 * because sets differ in how many fives they hold; leaving one of seven sets
 * out moved a cut by 500 at most (.62 and .72 stars left out, .61 and .71
 * fitted on all).  Arabic, Persian and Croatian sets moved by less than .01.
 *
 * In the notes of a review the place says it: "weight" among what was liked is
 * praise, among what was not a complaint, and "cheap" may be either.  So each
 * sentence there is worth NOTE by itself, on top of what its words say; only
 * "none" and "nothing", and neutral phrases, say nothing.  An aspect that is
 * named in a note without an opinion has the note's.
 *
 * A review whose sentences are in several languages is scored by each one's
 * words and rules (parts.h); sentences count by what they have to say, in
 * whatever language.  A part whose language has no lexicon, or of whose words
 * none is known, adds nothing, and is said to be unscored.  The language of the
 * review is that of most of its words; where the lexicon does not have it, none
 * of the review is scored, however much is written in another.
 *
 * What cannot be scored says why: no text, a language that is not known or
 * not in the lexicon, no words of weight LEAST.  That is not neutral.
 */
#ifndef SAYSO_SENTIMENT_H
#define SAYSO_SENTIMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "language.h"
#include "review.h"
#include "text.h"

enum {
	SENTIMENT_SCORE_MAX = 10000,
	SENTIMENT_TERMS_MAX = 32,
	SENTIMENT_HALF = 1000,		/* hundredths: a sentence with so much
					   weight has half of all to say */
	SENTIMENT_DOUBT = 3000,		/* what silence has to say */
	SENTIMENT_LEAST = 20,		/* hundredths: less is not scored */
	SENTIMENT_NOTE = 150,		/* hundredths: of a sentence of notes */
	SENTIMENT_BOUND = 300,		/* hundredths: of an aspect */
	SENTIMENT_POSITIVE = 100,	/* a score above it is pos */
	SENTIMENT_NEGATIVE = -100,	/* one below it is neg */
	SENTIMENT_ASPECTS_MAX = 32,	/* of a review, the first ones */
	SENTIMENT_COMPARISONS_MAX = 8,
	SENTIMENT_PARTS_MAX = 16,
	SENTIMENT_ASPECT_CLEAR = 0,	/* hundredths; not more is neu */
	SENTIMENT_SURE = 4000,		/* score, from the middle of the cuts,
					   and */
	SENTIMENT_SURE_HITS = 8,	/* hits, from which more say no more */
};

enum sentiment_label {
	SENTIMENT_UNSCORED, SENTIMENT_NEG, SENTIMENT_NEU, SENTIMENT_POS,
};

enum sentiment_reason {
	SENTIMENT_NO_REASON,		/* scored */
	SENTIMENT_NO_TEXT,
	SENTIMENT_UNKNOWN_LANGUAGE,
	SENTIMENT_UNSUPPORTED_LANGUAGE,
	SENTIMENT_NO_KNOWN_WORDS,
};

/* The parts of a review that are read, in this order. */
enum sentiment_field {
	SENTIMENT_TITLE, SENTIMENT_BODY, SENTIMENT_POSITIVE_NOTES,
	SENTIMENT_NEGATIVE_NOTES, SENTIMENT_FIELDS,
};

struct sentiment_term {
	const char *negator;	/* NULL, or what turned it; as listed */
	const char *term;	/* as the lexicon writes it */
	bool behind;		/* the negator stands behind the term */
	bool plain;		/* a word as any other, of which only its use
				   in rated texts says something ("month"),
				   or a negator by itself */
	int32_t weight;		/* hundredths, with all that acted on it */
	enum sentiment_field field;
	size_t start, end;	/* bytes of the field, with the negator */
	const char *language;	/* whose word it is */
};

/* A part of the review in another language than the review's (parts.h). */
struct sentiment_part {
	const char *language;
	enum sentiment_reason reason;	/* why it is not scored, if it is not */
	enum sentiment_field field;
	size_t start, end;
};

/* A mention of an aspect (aspect.h). */
struct sentiment_aspect {
	const char *aspect;	/* NULL only from sentiment_place() */
	const char *stage;
	enum sentiment_label label;	/* SENTIMENT_UNSCORED: nothing is said
					   of it; then no score */
	int32_t score;
	enum sentiment_field field;
	size_t start, end;
};

/* One brand preferred over another (comparison.h); NULL is the subject of the
 * review. */
struct sentiment_comparison {
	const char *preferred, *over;
	const char *aspect;	/* NULL: none in particular */
	enum sentiment_field field;
	size_t start, end;
};

struct sentiment {
	enum sentiment_label label;
	enum sentiment_reason reason;
	int32_t score;		/* -SENTIMENT_SCORE_MAX .. */
	int stars;		/* 1..5 */
	char language[LANGUAGE_TAG];
	size_t hits;		/* of all */
	/* The strongest, in the order of the text; their strings live as long
	 * as the engine. */
	struct sentiment_term term[SENTIMENT_TERMS_MAX];
	size_t count;
	int confidence;		/* percent; 0 where it is not scored */
	int coverage;		/* percent of the words that are known */
	/* In the order of the text. */
	struct sentiment_aspect aspect[SENTIMENT_ASPECTS_MAX];
	size_t aspects;
	struct sentiment_comparison comparison[SENTIMENT_COMPARISONS_MAX];
	size_t comparisons;
	/* In the order of the text, the first ones. */
	struct sentiment_part part[SENTIMENT_PARTS_MAX];
	size_t parts;
	struct text subject;	/* the brand; borrowed from the review */
};

/* The brands of a comparison; absent where the subject is not known. */
static inline struct text
sentiment_preferred(const struct sentiment *s,
	const struct sentiment_comparison *k)
{
	return k->preferred == NULL ? s->subject : text_of(k->preferred);
}

static inline struct text
sentiment_over(const struct sentiment *s,
	const struct sentiment_comparison *k)
{
	return k->over == NULL ? s->subject : text_of(k->over);
}

/*
 * What is shared, and what is one thread's own.  An engine is a lexicon and
 * the brands: made once, then only read, so that any number of threads may
 * hold the same one, without a lock.  A scorer is the room that one text is
 * scored in, about two megabytes: one for each thread.  What is scored in
 * one scorer never depends on what another did, nor on what it scored before.
 * A scorer borrows its engine; all strings in a struct sentiment live as long
 * as the engine (brands: as long as they do).
 */
struct engine;
struct scorer;

/* `lexicon`: a folder or a file, NULL for the shipped one (lexicon.h).  NULL on
 * failure. */
struct engine *engine_open(const char *lexicon, struct complaint *c);
/* With rows in the place of the files' (lexicon_load_refined()). */
struct engine *engine_open_refined(const char *lexicon, struct text more,
	struct complaint *c);
void engine_close(struct engine *e);
/* SHA-256 of the lexicon, in hexadecimal. */
const char *engine_identity(const struct engine *e);
bool engine_supports(const struct engine *e, const char *language);
/* The brands that comparisons are looked for between; borrowed, NULL none.
 * To be said before another thread has the engine. */
struct brands;
void engine_use_brands(struct engine *e, const struct brands *b);
const struct brands *engine_brands(const struct engine *e);

/* NULL: no memory. */
struct scorer *scorer_open(const struct engine *e);
void scorer_close(struct scorer *s);
const struct engine *scorer_engine(const struct scorer *s);

/* `language`: a primary subtag as language_primary() gives it, which all of the
 * text is then taken for, or NULL: it is detected. */
void sentiment_text(struct scorer *at, struct text text, const char *language,
	struct sentiment *to);

/* What a text says of the words in its bytes start .. end. */
void sentiment_place(struct scorer *at, struct text text, const char *language,
	size_t start, size_t end, struct sentiment_aspect *to);

/* Title, body and notes of a review together.  All of it is in `language` where
 * that is not NULL.  Else it is taken for the declared one if the lexicon has
 * it, else for the detected one, else it is detected here; sentences that are
 * surely in another language are scored in that. */
void sentiment_review(struct scorer *at, const struct review *r,
	const char *language, struct sentiment *to);

const char *sentiment_label_name(enum sentiment_label label);
const char *sentiment_reason_name(enum sentiment_reason reason);

/* Adds the JSON object that sayso-reviews(5) calls `sentiment`. */
int sentiment_write(struct buffer *to, const struct sentiment *s, bool ascii);

#endif
