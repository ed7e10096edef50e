/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of a brand's reviews while a summary is made, from the tallies `w`,
 * `ww` and `wp`.  A word is known by its language and itself, LANGUAGE|WORD, still
 * escaped as in the tallies that own the bytes.
 */
#ifndef SAYSO_VOCABULARY_H
#define SAYSO_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

struct making;
struct summary_brand;

struct vocabulary_word {
	struct text key;		/* LANGUAGE|WORD */
	int64_t reviews;		/* that hold it */
	int64_t weight;			/* sum, hundredths */
	unsigned places;		/* of authors (map_words.h), a bit
					   each */
	bool plain;			/* (sentiment.h) */
};

struct vocabulary {
	struct summary_brand *brand;
	struct vocabulary_word *word;	/* in the order of their keys */
	size_t count;
};

/* For qsort(): by language and word, bytewise. */
int vocabulary_compare(const void *a, const void *b);
int vocabulary_order(struct text a, struct text b);
/* NULL where it is not there. */
struct vocabulary_word *vocabulary_find(const struct vocabulary *v,
	struct text key);
/* Of at least so many authors, of 16. */
unsigned vocabulary_authors(const struct vocabulary_word *w);
/* Language and word as they are, the summary's own; false: no memory. */
bool vocabulary_name(struct making *m, struct text key,
	const char **language, const char **word);

#endif
