/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How fast reviews are answered, from the tallies `rt`.
 */
#ifndef SAYSO_SUMMARY_ANSWERS_H
#define SAYSO_SUMMARY_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include "text.h"

struct making;
struct tally;

/* Whether a split key is one of theirs. */
bool summary_answers_row(const struct text *field, size_t fields);
/* Fills the brands that are there; 0 or -1 (no memory). */
int summary_answers(struct making *m, struct tally *tally);

#endif
