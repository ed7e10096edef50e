/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two brands against each other: tests, how many reviews a difference needs,
 * what is left of it when both have the same mix of sources, and many
 * comparisons at once.  Closed forms of counts; p-values are two-sided; NaN
 * where a formula has no answer.
 */
#ifndef SAYSO_CONTRAST_H
#define SAYSO_CONTRAST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "statistics.h"

/* Two shares: Pearson's chi-squared without correction, Fisher's exact test
 * where an expected count is below five. */
double contrast_share_p(int64_t count, int64_t n, int64_t other_count,
	int64_t other_n);
double contrast_fisher_p(int64_t count, int64_t n, int64_t other_count,
	int64_t other_n);
double contrast_chi_squared(int64_t count, int64_t n, int64_t other_count,
	int64_t other_n);
/* Two means by Welch's t; arguments as statistics_mean_difference(). */
double contrast_mean_p(int64_t n, int64_t sum, int64_t squares,
	int64_t other_n, int64_t other_sum, int64_t other_squares,
	int64_t scale);
/* Two nets (positive, neutral, negative) by their standard errors. */
double contrast_net_p(const int64_t first[3], const int64_t second[3]);

/* Probability that a review of the first has more stars than one of the
 * second, ties counted half, from the two histograms (A12 = U / nm; Vargha and
 * Delaney 2000).  Interval: variance of placements (DeLong, DeLong, Clarke-
 * Pearson 1988) on the logit scale.  *p: Mann-Whitney with ties, without
 * correction for continuity. */
struct estimate contrast_superiority(const int64_t first[5],
	const int64_t second[5], double *p);

/* Reviews of each side with which a difference as large as this one, with
 * variances of one observation as these, is found in 8 of 10 reports at the
 * 5 % level; 0 where there is no number to give. */
int64_t contrast_needed(double difference, double variance,
	double other_variance);

/* ---- the same mix of sources on both sides ---- */

struct contrast_stratum {
	int64_t n[2];			/* of the first and the second */
	double value[2];
	double variance[2];		/* of the value, not of one review */
};
/* Direct standardisation: both sides weighted with `weight` (made to sum to
 * one), standard error sqrt(sum w^2 variance).  n is that of the smaller
 * side; not known without strata. */
struct estimate contrast_standardised(const struct contrast_stratum *stratum,
	const double *weight, size_t count, double value[2], double *p);

/* Reviews that would say as much without weights (Kish 1965), (sum w)^2 /
 * sum w^2 over reviews, `count` of them with each weight. */
double contrast_effective_n(const double *weight, const double *count,
	size_t kinds);

/* Mantel and Haenszel: odds ratio and risk difference over strata of
 * successes, failures of the first, then of the second; the test is theirs
 * without correction. */
struct contrast_table { int64_t yes[2], no[2]; };
struct contrast_pooled { double odds_ratio, risk_difference, chi, p; };
struct contrast_pooled contrast_mantel_haenszel(
	const struct contrast_table *stratum, size_t count);

/* ---- many at once ---- */

/* Benjamini and Hochberg 1995: each p becomes the least rate of false
 * discoveries at which it counts as one.  NaN stays NaN and is not counted.
 * False without memory. */
bool contrast_adjust(double *p, size_t count);

/* ---- words ---- */

/* Log-odds with an informative Dirichlet prior (Monroe, Colaresi, Quinn
 * 2008): in `count` of n documents of one side, other_count of other_n of the
 * other; prior `alpha` of `alpha_all`.  Gives z; *delta may be NULL. */
double contrast_log_odds(double count, double n, double other_count,
	double other_n, double alpha, double alpha_all, double *delta);

#endif
