/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the months of the last year go: the change of the mean stars per month
 * (least squares over all reviews, Student's t) and of the share of negative
 * texts (the same line; Cochran and Armitage's test).  Months without a date
 * do not count, nor do those after the day of the summary; fewer than three
 * say nothing.
 */
#ifndef SAYSO_SUMMARY_TREND_H
#define SAYSO_SUMMARY_TREND_H

#include "summary.h"

enum {
	TREND_MONTHS = 12,
	TREND_LEAST = 3,
};

/* The months in their order; `as_of` NULL: all of them. */
void summary_trend(struct summary_brand *b, const char *as_of);

/* Complaints a day of each month, over its days up to `as_of` (NULL: all). */
void summary_month_rates(struct summary_brand *b, const char *as_of);

struct trend_point {
	double x;		/* months */
	double n, sum, squares;
};
/* Slope over all observations. */
struct estimate trend_slope(const struct trend_point *p, size_t count,
	double *two_sided);
/* Chi-squared for a linear trend in `count` of n, one degree. */
double trend_chi(const struct trend_point *p, size_t count);

#endif
