/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The distributions that statistics need; the door to GSL.  Every function is
 * total: outside of its domain, or where GSL has no answer, it gives NaN and
 * never ends the program.
 */
#ifndef SAYSO_DISTRIBUTION_H
#define SAYSO_DISTRIBUTION_H

#include <stdint.h>

double distribution_normal_quantile(double p);
/* P(|Z| > |z|), and the same of Student's t. */
double distribution_normal_both_tails(double z);
double distribution_t_quantile(double p, double freedom);
double distribution_t_both_tails(double t, double freedom);
/* P(X > x) of chi-squared, and the x that has this upper tail. */
double distribution_chi_tail(double x, double freedom);
double distribution_chi_tail_quantile(double tail, double freedom);
double distribution_beta_quantile(double p, double a, double b);
/* With scale 1. */
double distribution_gamma_quantile(double p, double shape);
/* P(Y >= y) of a negative binomial of this size, success probability p. */
double distribution_negative_binomial_tail(double y, double size, double p);
/* Sum of the chances of all counts that are no likelier than `count` of n
 * with success probability p; NaN beyond 2^32. */
double distribution_binomial_both_tails(int64_t count, int64_t n, double p);
/* P(X = k) for k of `drawn` out of first + second, first of them marked. */
double distribution_hypergeometric(unsigned k, unsigned first,
	unsigned second, unsigned drawn);

#endif
