/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a day is out of the ordinary: the count of the last 1, 3 and 7 days
 * against what 56 days before it lead one to expect.  The expectation is the
 * negative binomial predictive distribution of a Gamma-Poisson model with
 * Jeffreys' prior, NB(S + 1/2, n / (n + w)), its variance widened by the
 * overdispersion of the baseline.  The baseline stands still while an alarm
 * goes on.  And whether the level has drifted slowly: an exponentially
 * weighted mean of 2 sqrt(y + 3/8) (Anscombe).
 *
 * Rates of false alarms, by simulation: one in eight years per series or less
 * where days are independent, less than one a year where the variance is
 * twice the mean and weekdays differ.
 */
#ifndef SAYSO_ALARM_H
#define SAYSO_ALARM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	ALARM_BASELINE = 56,		/* days */
	ALARM_HISTORY = 28,		/* days since the first review: fewer
					   give no alarm */
	ALARM_LEAST = 2,		/* reviews in the window */
	ALARM_WINDOWS = 3,		/* of 1, 3 and 7 days */
};
#define ALARM_LEVEL 0.001

/* P(Y >= y) for the next `w` days after `sum` in `n` days; phi is 1 for
 * Poisson counts. */
double alarm_tail(int64_t y, double w, int64_t sum, double n, double phi);
/* Variance over mean of the daily counts, at least 1. */
double alarm_overdispersion(const int64_t *day, size_t n);

struct alarm {
	size_t first, last;	/* days of the series, both in it */
	size_t peak;		/* last day of the strongest window */
	int window;		/* days, of the strongest signal */
	int64_t count;		/* in that window */
	double expected;
	double p;		/* least of the episode, times the windows */
};

/* Episodes in a series of daily counts, in order; returns how many, at most
 * `most` (the last ones are kept).  Days of an episode are joined. */
size_t alarm_scan(const int64_t *day, size_t days, struct alarm *to,
	size_t most);
/* The same question for the last day alone: its p over the windows (times
 * three, at most 1), or NaN with too little history. */
double alarm_last(const int64_t *day, size_t days, struct alarm *to);

struct alarm_drift {
	bool known;		/* enough days */
	double mean;		/* of the last days, smoothed, in counts */
	double usual;		/* of the days before */
	double low, high;	/* limits of `mean`, three standard errors */
	bool above, below;
};
void alarm_drift(const int64_t *day, size_t days, struct alarm_drift *to);
/* Next value of an exponentially weighted mean. */
double alarm_smooth(double before, double value, double lambda);

#endif
