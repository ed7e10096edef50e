/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Edited and vanished reviews, from the tallies `ed`, `seen` and `whole`, and
 * what they do to the mean.  Needs the sums of the parts.
 */
#ifndef SAYSO_SUMMARY_CHANGES_H
#define SAYSO_SUMMARY_CHANGES_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct making;
struct tally;

/* Whether a split key is one of theirs. */
bool summary_changes_row(const struct text *field, size_t fields);
/* Fills the brands that are there; 0 or -1 (no memory). */
int summary_changes(struct making *m, struct tally *tally);

#endif
