/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How fast something is answered when not everything has been: the product-
 * limit estimate (Kaplan and Meier 1958) of the share that is still open
 * after a time, with Greenwood's variance and the log-log interval.  What was
 * open when it was last seen counts until then and not beyond.
 */
#ifndef SAYSO_SURVIVAL_H
#define SAYSO_SURVIVAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "statistics.h"

struct survival_time {		/* ascending, each time once */
	int64_t time;
	int64_t ended, censored;	/* at ties the ended come first */
};

/* Share that ended within `horizon`: 1 - S(horizon).  Not known where nobody
 * was watched that long: the curve then stops before. */
struct estimate survival_share(const struct survival_time *t, size_t count,
	int64_t horizon);

/* The first time with S <= 1/2 and where the limits of the interval cross it;
 * -1 where that is not reached. */
struct survival_median { int64_t median, low, high; };
struct survival_median survival_median(const struct survival_time *t,
	size_t count);

/* Two groups (Mantel's log-rank test). `ratio` is how much more often the
 * first ends than the second at any time, exp((O - E) / V) (Peto), its
 * interval exp((O - E +- 1.96 sqrt V) / V); n is that of the smaller group.
 * Not known where nothing ended that could tell. `logarithm` is the same
 * before exp(): 0 is no difference. */
struct survival_contrast {
	double chi, p;			/* NaN */
	struct estimate ratio, logarithm;
};
struct survival_contrast survival_compare(const struct survival_time *first,
	size_t first_count, const struct survival_time *second,
	size_t second_count);

#endif
