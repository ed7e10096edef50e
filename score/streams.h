/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The streams of a plan in a run over a workspace: each has its own tallies
 * and its own summary, in summary/streams/ID/ with all the files of one.
 */
#ifndef SAYSO_STREAMS_H
#define SAYSO_STREAMS_H

#include "complaint.h"
#include "plan.h"
#include "sentiment.h"
#include "text.h"
#include "workspace.h"

struct streams;

/* NULL on failure.  What is given is borrowed. */
struct streams *streams_open(const struct plan *plan, struct scorer *scorer,
	struct complaint *c);
/* A good line of the reviews, which was put into the database last; that is
 * told which streams take it.  0 or -1. */
struct database;
int streams_line(struct streams *s, struct text line, struct database *d,
	struct complaint *c);
/* Behind the last line. */
struct since;
int streams_make(struct streams *s, const char *as_of,
	const struct since *since, struct complaint *c);
/* Every winning line again, for the texts that are shown. */
bool streams_quote_may_want(struct streams *s, uint32_t mark);
int streams_quote_line(struct streams *s, struct text line, struct text id,
	struct complaint *c);
struct samples_of;
int streams_publish(const struct streams *s, const struct workspace *w,
	const struct samples_of *samples, struct complaint *c);
/* Rows that lists of the streams' tallies have taken (tally.h). */
uint64_t streams_taken(const struct streams *s);
void streams_free(struct streams *s);

#endif
