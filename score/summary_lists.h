/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reviews that a summary shows: quotes, complaints without a reply, stars
 * against words, quotes by aspect; from the tallies `top` (tally_top.h).  They
 * have ids only until summary_quote_line() has seen their reviews.
 */
#ifndef SAYSO_SUMMARY_LISTS_H
#define SAYSO_SUMMARY_LISTS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct making;
struct tally;

/* Whether a split key is one of theirs. */
bool summary_lists_row(const struct text *field, size_t fields);
/* Fills the brands that are there; 0 or -1 (no memory). */
int summary_lists(struct making *m, struct tally *tally);

#endif
