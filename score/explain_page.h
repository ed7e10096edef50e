/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written of a figure that was asked for: how many it counts, what the
 * summary says, and runs; pages of reviews are those of explain.h. */
#ifndef SAYSO_EXPLAIN_PAGE_H
#define SAYSO_EXPLAIN_PAGE_H

#include "buffer.h"
#include "explain_asked.h"

/* Adds a run to the figure's pages; -1 without memory. */
int explain_page_run(struct explain_asked *a, const struct review_run *run);
/* The head, and all pages behind it; a selection of nothing is told what was
 * probably meant, by the summary (or NULL). */
void explain_page_head(struct buffer *to, const struct explain_asked *a,
	const struct json *summary);

#endif
