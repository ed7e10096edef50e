/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A rating as a source writes it: "4", "4,5", "6 / 10", "60 %", "4.8 out of
 * 5", "1,0 sur 5", "5つ星のうち4.0", "5 üzerinden 4", "★★★½", "۴ از ۵".
 *
 * Digits stay as they were written, only made ASCII with a point for the
 * decimal comma.  A scale is given only where the text has one: nothing is
 * assumed and nothing is rounded.
 */
#ifndef SAYSO_RATING_H
#define SAYSO_RATING_H

#include <stdbool.h>

#include "text.h"

enum {
	RATING_DIGITS = 16,		/* a longer number is no rating */
	RATING_TEXT_MAX = 400,		/* bytes of a text that are looked at */
};

struct rating {
	char value[RATING_DIGITS];	/* "" where there is none */
	char best[RATING_DIGITS], worst[RATING_DIGITS];
};

/* False where the text holds no rating. */
bool rating_read(struct text written, struct rating *r);

/* The three fields of markup, each as found or absent.  A scale of its own
 * wins over one that the value's text has; a worst that is not below the
 * value and the best ("worstRating":"5") is left out. */
bool rating_fields(struct text value, struct text best, struct text worst,
	struct rating *r);

/* 0 on a scale that begins at 1 means that nobody rated. */
bool rating_is_unrated(const struct rating *r);

#endif
