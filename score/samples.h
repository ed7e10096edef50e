/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews that a run keeps at hand, so that the list behind a figure can quote
 * some of its own (report_way_quotes.c): all of them, or where they are more
 * than SAMPLES_MAX those of the least hashes of ids, which is the same choice
 * in any order of reading and of equal chance for every review.
 */
#ifndef SAYSO_SAMPLES_H
#define SAYSO_SAMPLES_H

#include <stddef.h>
#include <stdint.h>

#include "review.h"
#include "selection.h"
#include "sentiment.h"
#include "stream.h"

enum {
	SAMPLES_MAX = 20000,		/* lines, */
	SAMPLES_BYTES = 24 << 20,	/* and bytes of all of them */
	SAMPLES_LINE = 64 << 10,	/* bytes; a longer line is not kept */
};

struct samples;

/* NULL: no memory. */
struct samples *samples_create(void);
void samples_free(struct samples *s);
/* Offers the winning line of a review, with what it was before; copied where
 * it is kept.  0, or -1 without memory. */
int samples_add(struct samples *s, struct text id, struct text line);

/* What one report looks through; all borrowed. */
struct samples_of {
	const struct samples *samples;
	struct scorer *scorer;
	const struct stream *stream;	/* NULL: all reviews */
	struct selection_facts *facts;
};

/* Calls `visit` for each, as the summary counted it, in the order of reading;
 * what it is given lives until it returns.  1 where a visit said so, which
 * ends it; 0 at the end, -1 without memory. */
int samples_each(const struct samples_of *of, int (*visit)(void *context,
	const struct review *r, const struct sentiment *s), void *context);

#endif
