/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What of a summary stands in report.html, so that the page stays small
 * whatever the market: of long tables the rows with most reviews, of months
 * the last ones.  A page that comes out too large is written again with the
 * next lower limits.  Nothing is lost: the CSV tables and sayso.db hold
 * everything, and the page says beside each table what is not in it.
 */
#ifndef SAYSO_REPORT_SHOWN_H
#define SAYSO_REPORT_SHOWN_H

#include <stdbool.h>

#include "summary.h"

enum {
	REPORT_BYTES = 2000000,		/* of a page, as far as limits help */
	REPORT_LEVELS = 7,		/* of limits, 0 the most generous */
};

struct report_limits {
	size_t brands;			/* with the own one */
	size_t sources, items, languages;	/* of a brand */
	size_t coverage;		/* rows of sources of all brands */
	size_t months;			/* up to the day of the summary */
	size_t alerts, versus, aspects, words, open, quotes;
	size_t answers;			/* sources of a brand with times */
};

struct report_shown {
	struct summary summary;		/* what is left; borrows the rest */
	struct report_limits limits;
	struct arena arena;
	/* Reviews of months before and behind those shown, of all brands
	 * shown. */
	int64_t earlier, later;
	char first[8], last[8];		/* months; "" none */
};

/* 0, or -1 without memory. */
int report_shown_make(struct report_shown *to, const struct summary *s,
	int level);
void report_shown_release(struct report_shown *s);

#endif
