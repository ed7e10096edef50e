/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews counted for what was asked: each line that counts is mapped as the
 * summary maps it, and its rows or itself are asked.
 */
#ifndef SAYSO_EXPLAIN_COUNT_H
#define SAYSO_EXPLAIN_COUNT_H

#include "explain_asked.h"
#include "map.h"

struct explain_count {
	struct explain_asked *asked;
	size_t count;
	int64_t limit;			/* reviews of each that are shown */
	struct map map;
	struct stream *stream;		/* NULL: all reviews */
	struct tally *collected;
	struct selection_facts *facts;
	struct complaint *c;
};

/* What is borrowed must stay.  0, or -1 with a complaint; close also then. */
int explain_count_open(struct explain_count *k, struct scorer *scorer,
	const struct plan_stream *stream);
void explain_count_close(struct explain_count *k);

/* Passes, each of whole lines; 0, or -1 with a complaint.  Of changes/: */
int explain_count_change(void *context, struct text line);
/* What figures must know of all reviews before one is counted: the rows of
 * the plan that were watched, the texts that were compared. */
bool explain_count_collects(const struct explain_count *k);
int explain_count_collect(void *context, struct text line);
int explain_count_collected(struct explain_count *k);
/* Which sources show replies, where that is not known of the trail. */
bool explain_count_notes(const struct explain_count *k);
int explain_count_note(void *context, struct text line);
/* And the last. */
int explain_count_line(void *context, struct text line);

#endif
