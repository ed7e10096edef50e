/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a JSON answer states beside its reviews: how many there are, and their
 * average ("paging": {"total_results": 87}, "reviewCount": 120).  Looked for
 * in objects that are no elements of a longer list, GUESS_STATED_DEPTH deep.
 */
#ifndef SAYSO_GUESS_STATED_H
#define SAYSO_GUESS_STATED_H

#include <stdbool.h>

#include "json.h"
#include "review.h"

enum { GUESS_STATED_DEPTH = 6 };

/* Fills rating, rating_count and review_count, borrowed from the document.
 * False where no count is stated that is at least `found`. */
bool guess_stated(const struct json *root, size_t found,
	struct review_aggregate *a);

#endif
