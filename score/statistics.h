/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every statistic that a summary prints, as a closed form of counts and
 * integer sums.  All intervals are 95 %; each function names its source.
 * `known` is false where the formula has no answer (n = 0, n = 1); the
 * interval then says nothing and is not printed.
 */
#ifndef SAYSO_STATISTICS_H
#define SAYSO_STATISTICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct estimate {
	double value, low, high;
	int64_t n;		/* what it rests on */
	bool known;		/* value */
	bool bounded;		/* low and high */
	const char *method;	/* "wilson", "t", ...: static */
};

/* Wilson score interval (Wilson 1927; Brown, Cai, DasGupta 2001). */
struct estimate statistics_share(int64_t count, int64_t n);

/* Mean of values given as n, sum and sum of squares in units of 1/scale:
 * Student's t for n >= 30 that differ, else the Dirichlet posterior of the
 * histogram (prior one each) where `histogram` (five counts) is given, widened
 * to hold the plain mean, clipped to 1..5. */
struct estimate statistics_mean(int64_t n, int64_t sum, int64_t squares,
	int64_t scale, const int64_t *histogram);

/* The same of counts of nearest whole stars alone, where no sums are kept: by
 * names of its own (whole-t, whole-dirichlet), because it need not be the mean
 * of the same reviews' stars. */
struct estimate statistics_whole_stars(const int64_t star[5]);

/* (P - N) / n as a share: standard error sqrt((P+N-(P-N)^2)/n) of the
 * trinomial; below n = 100 adjusted Wald, (.75, 1.5, .75) added (Rocks,
 * American Statistician 2016). Net sentiment and NPS are this. */
struct estimate statistics_net(int64_t positive, int64_t neutral,
	int64_t negative);

/* (P - N) / (P + N), among those who take a side: Wilson's limits of the
 * positive share, stretched to -1..1. */
struct estimate statistics_ratio(int64_t positive, int64_t negative);

/* Goodman's simultaneous intervals of a multinomial share: count of n, among
 * k cells. */
struct estimate statistics_voice(int64_t count, int64_t n, size_t k);

/* Events a unit of time, of `count` in `time`: Garwood's exact interval of a
 * Poisson count (Biometrika 1936). n is the count; 0 events have a limit. */
struct estimate statistics_rate(int64_t count, double time);
/* One rate over another, exact given both counts together (Clopper and
 * Pearson of the share of the first); `high` is infinite where the second
 * counted nothing. *p: two-sided, the sum of what is no likelier. n is both
 * counts together; not known where that is 0. */
struct estimate statistics_rate_ratio(int64_t count, double time,
	int64_t other_count, double other_time, double *p);

/* Differences, first minus second; n is that of the smaller sample. */
/* Newcombe's hybrid score (1998, method 10). */
struct estimate statistics_share_difference(int64_t count, int64_t n,
	int64_t other_count, int64_t other_n);
/* Welch (t, Satterthwaite's degrees of freedom). */
struct estimate statistics_mean_difference(int64_t n, int64_t sum,
	int64_t squares, int64_t other_n, int64_t other_sum,
	int64_t other_squares, int64_t scale);
/* Of two nets: standard errors added in squares. */
struct estimate statistics_net_difference(const int64_t first[3],
	const int64_t second[3]);	/* positive, neutral, negative */

#endif
