/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the values of a record mean, whatever its format: alternatives, maps,
 * scales, dates, markup.  A value that says nothing ("", blanks) is absent.
 *
 * - rating: digits and scale as the source has them (rating.h); a word that
 *   is no number stays the word.
 * - dates: date.h; epoch and epoch_ms give an instant in UTC, zero and less
 *   give none.
 * - language: `en_US` becomes `en-US`; what is no tag is left out.
 * - verified: true/false, 1/0, yes/no; all else is left out.
 * - upvotes: the first number; "one person" is 1.
 * - dates, where there are several paths: the first that can be read.
 */
#ifndef SAYSO_VALUES_H
#define SAYSO_VALUES_H

#include <stdbool.h>

#include "rating.h"
#include "records.h"

/* A record as its format shows it. */
struct values_record {
	/* The value at a path; absent where there is none.  Borrowed from the
	 * record or the arena. */
	struct text (*at)(const void *record, const char *path,
		struct arena *a);
	/* True where something is at the path, whatever it is. */
	bool (*has)(const void *record, const char *path);
	const void *record;
	/* The rating that the element at the path shows; NULL where a format
	 * shows nothing. */
	bool (*stars)(const void *record, const char *path, struct arena *a,
		struct rating *r);
};

/* Reads a record and hands it to how->take() where it says what a review
 * must say (a rating or a text) and "where" holds.  0, or what take()
 * returned. */
int values_take(const struct values_record *record,
	const struct records_how *how);

/* A declared language as BCP 47 writes it; absent where it is none. */
struct text values_language(struct text declared, struct arena *a);

#endif
