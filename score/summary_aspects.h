/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The aspects, stages and head-to-head comparisons of a summary, from the
 * tallies as, sg and vs.  They are read when all other rows are, because they
 * make no brand: who is preferred may be named where no review of it is.
 */
#ifndef SAYSO_SUMMARY_ASPECTS_H
#define SAYSO_SUMMARY_ASPECTS_H

#include "summary.h"
#include "text.h"

/* Whether a split key is one of theirs. */
bool summary_aspects_row(const struct text *field, size_t fields);
/* Fills the brands that are there; 0 or -1 (no memory). */
struct making;
int summary_aspects(struct making *m, struct tally *tally);

#endif
