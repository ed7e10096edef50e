/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a line must at least be for its review to count in a figure: a test of
 * the trail (trail.h), never stricter than the term or selection that it is
 * made of.  Each row of tallies that a review makes says things that its row
 * of the cube says too: that one is asked, `c|brand|source|kind|language|
 * month|stars|class|reply`, by the very code that counts (explain_terms.h).
 */
#ifndef SAYSO_EXPLAIN_WIDE_H
#define SAYSO_EXPLAIN_WIDE_H

#include "database.h"
#include "explain_terms.h"
#include "selection.h"

struct explain_wide {
	struct explain_term cube;	/* of the part, whatever the cell */
	uint64_t cells;			/* bits: those that may count */
	uint64_t marks, words[2];	/* bits that must all be there */
	int64_t item;			/* 0 any */
	int64_t after;			/* a run not later does not; 0 any */
	const struct explain_ids *among;	/* NULL: any */
	bool exact;			/* what passes counts, `times` times */
	int times;
};

enum { EXPLAIN_WIDE_MOST = 2 };		/* tests of a term; returns how many */
size_t explain_wide_term(struct explain_wide w[EXPLAIN_WIDE_MOST],
	const struct explain_term *t);
void explain_wide_selection(struct explain_wide *w,
	const struct selection *s);
/* The fields are those of line_part. */
bool explain_wide_part(const struct explain_wide *w,
	const struct text field[DATABASE_PART_FIELDS], struct buffer *room);

#endif
