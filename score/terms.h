/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The terms that decided: of all hits of a text the SENTIMENT_TERMS_MAX
 * strongest, of equal ones the earlier, in the order of the text.
 *
 * Where there are too many, a count of how many have which weight says from
 * which weight on they stay.
 */
#ifndef SAYSO_TERMS_H
#define SAYSO_TERMS_H

#include "lexicon.h"
#include "match.h"
#include "rules.h"
#include "sentiment.h"
#include "words.h"

struct kept_term {
	int32_t weight;
	uint32_t start, end;		/* bytes, with the negator */
	uint32_t entry, negator;	/* INDEX_NONE: not negated */
	uint8_t field;
	uint8_t language;		/* of the lexicon, by number */
	bool behind, plain;
};

_Static_assert(LEXICON_LANGUAGES_MAX <= UINT8_MAX, "a byte is enough");

struct terms {
	size_t count;
	struct kept_term list[SENTIMENT_TERMS_MAX];
};

/* Adds the hits of some sentences in a language of the lexicon. */
void terms_add(struct terms *t, const struct rules *r, const struct match *m,
	const struct words *w, enum sentiment_field field, size_t language);
/* Writes what is left into to->term; to->language is known. */
void terms_end(const struct terms *t, const struct lexicon *l,
	struct sentiment *to);

#endif
