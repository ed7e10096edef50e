/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which reviews a figure counts, said of the rows of tallies (tally.h) that a
 * review makes: a figure is a sum of terms, a term says which rows count, and
 * how often.  So a review counts in an explanation exactly where its rows
 * count in the summary.
 */
#ifndef SAYSO_EXPLAIN_TERMS_H
#define SAYSO_EXPLAIN_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explain_ids.h"
#include "json.h"
#include "tally.h"
#include "text.h"

/* What a row must say, by the fields of its kind. */
enum explain_test {
	TEST_ANY,
	/* rows with stars, class, reply (c i d seen again) */
	TEST_RATED, TEST_STAR_1, TEST_STAR_2, TEST_STAR_3, TEST_STAR_4,
	TEST_STAR_5, TEST_SCORED, TEST_POSITIVE, TEST_NEUTRAL, TEST_NEGATIVE,
	TEST_SIDED, TEST_UNSCORED, TEST_TEXTLESS, TEST_REPLIED,
	TEST_COMPLAINT, TEST_RATED_AND_SCORED, TEST_AGAINST,
	/* as sg */
	TEST_SAID, TEST_LABEL_POSITIVE, TEST_LABEL_NEUTRAL,
	TEST_LABEL_NEGATIVE,
	/* nps csat */
	TEST_PROMOTER, TEST_PASSIVE, TEST_DETRACTOR, TEST_SATISFIED,
	/* ed */
	TEST_UP, TEST_DOWN, TEST_CHANGED, TEST_CHANGED_REPLIED,
	TEST_CHANGED_UNREPLIED,
};

enum explain_places {			/* c rows */
	PLACES_ALL,
	PLACES_ASKED_NOBODY,		/* no surveys */
	PLACES_PUBLIC,			/* nor own sites */
};

enum { EXPLAIN_EQUAL = 3, EXPLAIN_TERMS = 64 };

struct explain_term {
	const char *kind;		/* of row: "c" */
	int times;			/* how often it counts: 1, -1 */
	bool any_brand;			/* else `brand` or `other` */
	struct text brand, other;	/* absent `other`: none */
	enum explain_test test;
	enum explain_places places;
	/* Fields that must be equal; field 0: no such condition. */
	struct { size_t field; struct text value; } equal[EXPLAIN_EQUAL];
	/* A field that must lie between two, both with it, by their bytes as
	 * far as `from` is long; 0: no such condition. */
	size_t between;
	char from[24], to[24];
	/* Fields, runs of the captures, that are later than `from`, or are not;
	 * 0: no such condition. */
	size_t after, not_after;
	/* Only of rows of the plan among these (seen); NULL: all. */
	const struct explain_ids *rows;
	/* A list of strings one of which the source must be; NULL: any. */
	const struct json *sources;
	/* Only in sources in which a brand of this summary has a reply, where
	 * there is one; NULL: any. */
	const struct json *replying;
	/* Only reviews that are, or are not, among these; NULL: all. */
	const struct explain_ids *among, *not_among;
};

struct explain_terms {
	struct explain_term term[EXPLAIN_TERMS];
	size_t count;
};

struct explain_term *explain_terms_add(struct explain_terms *t,
	const char *kind, enum explain_test test);
/* How often the rows of this review, of this id, count. */
int explain_terms_count(const struct explain_terms *t, struct tally *rows,
	struct text id, int64_t *count);
/* Whether a row of these fields, as tally_split() leaves them, is meant; of
 * `among` and `not_among` it says nothing. */
bool explain_term_counts(const struct explain_term *t, const struct text *f,
	size_t fields, struct buffer *room);

#endif
