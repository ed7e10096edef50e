/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures of a workspace's summary, and the reviews that they count: of
 * reviews with equal ids the one that the summary counts, each by the rows of
 * tallies that it makes.  All figures that are asked for share the passes
 * over the reviews.
 */
#ifndef SAYSO_EXPLAIN_REVIEWS_H
#define SAYSO_EXPLAIN_REVIEWS_H

#include "buffer.h"
#include "complaint.h"
#include "plan.h"
#include "sentiment.h"
#include "status.h"

struct explain_reviews {
	const char *folder;		/* the workspace */
	int64_t limit;			/* reviews that are shown of each */
	const struct plan_stream *stream;	/* NULL: of all reviews */
	struct scorer *scorer;
};

/* Adds a page for each name: how many reviews it counts, what summary.json
 * says, and the first of the reviews (explain.h).  A name that is no figure
 * is STATUS_USAGE.  The complaint says why where it is not STATUS_DONE. */
enum status explain_reviews(const struct explain_reviews *of,
	char *const *name, size_t count, struct buffer *page,
	struct complaint *c);
/* Whether there is a summary with such a figure; says nothing. */
bool explain_reviews_knows(const struct explain_reviews *of,
	const char *name);

#endif
