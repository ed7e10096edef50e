/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reviews of a workspace that selections name (selection.h): of reviews
 * with equal ids the one that the summary counts.  All selections that are
 * asked for share the passes.
 */
#ifndef SAYSO_SELECTION_SEARCH_H
#define SAYSO_SELECTION_SEARCH_H

#include "explain_reviews.h"

/* Whether all names are selections; says nothing. */
bool selection_search_knows(char *const *name, size_t count);

/* Adds a page for each name: how many reviews, and the first of them
 * (explain.h).  A name that is no selection is STATUS_USAGE.  The complaint
 * says why where it is not STATUS_DONE. */
enum status selection_search(const struct explain_reviews *of,
	char *const *name, size_t count, struct buffer *page,
	struct complaint *c);

#endif
