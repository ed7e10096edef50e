/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words, from the tallies `w` and `ww`: how many reviews of a brand hold each
 * and with what weight, and which set one brand apart from another: log-odds
 * with an informative Dirichlet prior, counted by reviews, at least ten of
 * both sides together and five authors of one, judged together
 * (Benjamini and Hochberg).  Within a language.
 */
#ifndef SAYSO_SUMMARY_WORDS_H
#define SAYSO_SUMMARY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

enum {
	WORDS_CLOUD = 80,		/* of a brand, the most frequent that
					   are not plain */
	WORDS_SIDE = 15,		/* of each side of a comparison */
	WORDS_LEAST = 10,		/* reviews of both sides */
	WORDS_AUTHORS = 5,
	WORDS_PRIOR = 500,		/* alpha of all words */
};

struct making;
struct summary_comparison;
struct tally;
struct vocabulary;

/* Whether a split key is one of theirs. */
bool summary_words_row(const struct text *field, size_t fields);
/* Fills the brands that are there, and the comparisons, which it needs; 0, or
 * -1 with a complaint. */
int summary_words(struct making *m, struct tally *tally);

/* ---- summary_words_apart.c ---- */

/* What sets the own brand's words apart from those of another; `all` are the
 * vocabularies of the summary's brands.  0 or -1 (no memory). */
int summary_words_apart(struct making *m, struct summary_comparison *to,
	const struct vocabulary *all, const struct vocabulary *own);

#endif
