/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a text says of its subject, by the words of a lexicon: a score, a
 * label, stars, and the terms that decided.  Integers only; the same text,
 * language and lexicon give the same answer everywhere.
 *
 * A sentence's weights are added up and bounded (s / (|s| + BOUND)), so that
 * a heap of praise is no more than certain; the score is the mean over the
 * sentences that hold an opinion.  Linear in the length of the text.
 *
 * What cannot be scored says why: no text, a language that is not known or
 * not in the lexicon, no word that the lexicon knows.  That is not neutral.
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
	SENTIMENT_BOUND = 300,		/* hundredths of weight */
	SENTIMENT_POSITIVE = 1000,	/* a score above it is pos */
	SENTIMENT_NEGATIVE = 0,		/* one below it is neg */
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
	int32_t weight;		/* hundredths, with all that acted on it */
	enum sentiment_field field;
	size_t start, end;	/* bytes of the field, with the negator */
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
};

struct engine;		/* a lexicon and room to work in; not shared by
			   threads */

/* `lexicon`: a folder or a file (lexicon.h).  NULL on failure. */
struct engine *engine_open(const char *lexicon, struct complaint *c);
void engine_close(struct engine *e);
/* SHA-256 of the lexicon, in hexadecimal. */
const char *engine_identity(const struct engine *e);
bool engine_supports(const struct engine *e, const char *language);

/* `language`: a primary subtag as language_primary() gives it, or NULL: it is
 * detected. */
void sentiment_text(struct engine *e, struct text text, const char *language,
	struct sentiment *to);

/* Title, body and notes of a review together.  Its language is `language`
 * where that is not NULL, else the declared one if the lexicon has it, else
 * the detected one, else it is detected here. */
void sentiment_review(struct engine *e, const struct review *r,
	const char *language, struct sentiment *to);

const char *sentiment_label_name(enum sentiment_label label);
const char *sentiment_reason_name(enum sentiment_reason reason);

/* Adds the JSON object that sayso-reviews(5) calls `sentiment`. */
int sentiment_write(struct buffer *to, const struct sentiment *s, bool ascii);

#endif
