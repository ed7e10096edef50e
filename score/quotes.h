/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reviews that a summary shows.  The tallies give their ids (tally_top.h);
 * the text and the way back come from the review lines, offered once more.
 */
#ifndef SAYSO_QUOTES_H
#define SAYSO_QUOTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "complaint.h"
#include "text.h"

enum { SUMMARY_MARK_BITS = 16 };	/* of a mark, for a filter of ids */

/* A review that is shown, and why. */
struct summary_quote {
	const char *id, *language, *date, *source;	/* NULL: absent */
	const char *text;		/* NULL until the line was seen */
	const char *url, *file;		/* the way back */
	int64_t offset;
	const char *fetched, *rating, *best, *worst;
	const char *label;		/* "pos" | "neg"; NULL: of neither */
	int32_t strength;
	const char *aspect;		/* that it speaks of, or NULL */
	const char *words;		/* that decided, or NULL */
};

struct summary_list {
	struct summary_quote *item;
	size_t count;
};

struct summary;

/* Looks at one review line; if its id is that of a chosen quote, the quote's
 * text and way back are filled in.  Where a line was edited, call it with the
 * winning line only. */
int summary_quote_line(struct summary *s, struct text line,
	struct complaint *c);
/* Whether a line of this id is worth reading for it. */
bool summary_quote_is_wanted(struct summary *s, struct text id);
/* By a mark of the id, without looking at all of it: false is sure. */
uint32_t summary_quote_mark(struct text id);
bool summary_quote_may_want(struct summary *s, uint32_t mark);

#endif
