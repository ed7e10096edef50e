/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gives the summary and its streams the texts of the reviews that they show:
 * lines are offered once more, and those that are wanted are read.
 */
#ifndef SAYSO_QUOTING_H
#define SAYSO_QUOTING_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "streams.h"
#include "summary.h"

/* All borrowed. */
struct quoting {
	struct summary *summary;
	struct streams *streams;
	struct arena *arena;		/* cleared and used */
	struct complaint *c;
};

/* Whether the review of an id with this mark (summary_quote_mark()) may be
 * shown. */
bool quoting_may_want(void *quoting, uint32_t mark);
/* A line, wanted or not; 0, or -1 with a complaint. */
int quoting_line(void *quoting, struct text line);

#endif
