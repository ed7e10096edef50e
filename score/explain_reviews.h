/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was asked of a workspace (explain_asked.h), answered with reviews.
 * They are found by sayso.db where it was made of the very reviews/, plan,
 * lexicon and summary that are there; else all are read, and it is said why.
 * Either way the answer is the same.
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
	bool rescan;			/* read all, whatever sayso.db says */
	bool own_brands;		/* they are not those of the plan */
};

/* Adds a page for each name: how many reviews it counts, what summary.json
 * says, and the first of the reviews (explain.h).  A name that says nothing is
 * STATUS_USAGE.  The complaint says why where it is not STATUS_DONE; `stale`,
 * where it is not empty, why all were read. */
enum status explain_reviews(const struct explain_reviews *of,
	char *const *name, size_t count, struct buffer *page,
	struct complaint *stale, struct complaint *c);
/* The last version of a review, as a line; one without is STATUS_RETRY. */
enum status explain_reviews_line(const struct explain_reviews *of,
	const char *id, struct buffer *line, struct complaint *stale,
	struct complaint *c);
/* Whether there is a summary with such a figure; else the one that was
 * probably meant is added, if there is such. */
bool explain_reviews_knows(const struct explain_reviews *of,
	const char *name, struct buffer *nearest);

#endif
