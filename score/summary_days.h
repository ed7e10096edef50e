/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands out among days, from the tallies `d`: alarms of complaints,
 * bursts of reviews with the stars without them, slow drift.  Needs the
 * figures of the parts.
 */
#ifndef SAYSO_SUMMARY_DAYS_H
#define SAYSO_SUMMARY_DAYS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct making;
struct tally;

/* Whether a split key is one of theirs. */
bool summary_days_row(const struct text *field, size_t fields);
/* Fills the brands that are there; 0 or -1 (no memory). */
int summary_days(struct making *m, struct tally *tally);

#endif
