/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words by which shown.c knows an average that no markup names.
 */
#ifndef SAYSO_SHOWN_WORDS_H
#define SAYSO_SHOWN_WORDS_H

#include <stdbool.h>

#include "rating.h"
#include "text.h"

/* Where the first of `words` (NULL behind the last) that is in `text` stands;
 * NULL where none is. */
const char *shown_find(const char *text, const char *const *words);

/* The count of a text: the one number that is said to be of ratings or
 * reviews, and is neither the value nor the best of `r`. */
bool shown_count(struct text t, const struct rating *r,
	char count[RATING_DIGITS], bool *is_of_reviews);

/* Whether a class or id is named after ratings.  Asked of every element. */
bool shown_is_named(struct text name);

/* "of 5", "/5", "von 5", "5つ星": some scale is spoken of. */
bool shown_speaks_of_scale(struct text page);

#endif
