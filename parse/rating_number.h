/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The digits of a rating: ASCII, Arabic-Indic, Persian, Devanagari, Bengali
 * and full-width ones; see rating.h.
 */
#ifndef SAYSO_RATING_NUMBER_H
#define SAYSO_RATING_NUMBER_H

#include <stddef.h>

#include "rating.h"
#include "text.h"

/* The value of the decimal digit that stands at `at`, -1 if none does. */
int rating_digit_at(struct text t, size_t at);

/* One number with a decimal point or comma at the front of a text.  Returns
 * the bytes that it takes, 0 if there is none. */
size_t rating_number(struct text t, char digits[RATING_DIGITS]);

/* The first whole number of a text, thousands marks left away: "1.204
 * reviews" is 1204, "452.0" is 452.  Returns the offset behind it, 0 if there
 * is none. */
size_t rating_count(struct text t, char digits[RATING_DIGITS]);

#endif
