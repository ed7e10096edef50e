/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <math.h>
#include <stdbool.h>

/* GSL's own handler ends the program. */
static void
be_quiet(void)
{
	gsl_set_error_handler_off();
}

double
distribution_normal_quantile(double p)
{
	return p > 0 && p < 1 ? gsl_cdf_ugaussian_Pinv(p) : NAN;
}

double
distribution_normal_both_tails(double z)
{
	return 2 * gsl_cdf_ugaussian_Q(fabs(z));
}

double
distribution_t_quantile(double p, double freedom)
{
	be_quiet();
	return p > 0 && p < 1 && freedom > 0 ?
	    gsl_cdf_tdist_Pinv(p, freedom) : NAN;
}

double
distribution_t_both_tails(double t, double freedom)
{
	be_quiet();
	return freedom > 0 ? 2 * gsl_cdf_tdist_Q(fabs(t), freedom) : NAN;
}

double
distribution_chi_tail(double x, double freedom)
{
	be_quiet();
	return x >= 0 && freedom > 0 ? gsl_cdf_chisq_Q(x, freedom) : NAN;
}

double
distribution_chi_tail_quantile(double tail, double freedom)
{
	be_quiet();
	return tail > 0 && tail < 1 && freedom > 0 ?
	    gsl_cdf_chisq_Qinv(tail, freedom) : NAN;
}

double
distribution_beta_quantile(double p, double a, double b)
{
	be_quiet();
	return p >= 0 && p <= 1 && a > 0 && b > 0 ?
	    gsl_cdf_beta_Pinv(p, a, b) : NAN;
}

double
distribution_gamma_quantile(double p, double shape)
{
	be_quiet();
	return p >= 0 && p < 1 && shape > 0 ?
	    gsl_cdf_gamma_Pinv(p, shape, 1) : NAN;
}

double
distribution_negative_binomial_tail(double y, double size, double p)
{
	be_quiet();
	if (y <= 0)
		return 1;
	if (!(size > 0) || !(p > 0) || p > 1)
		return NAN;
	return gsl_cdf_beta_P(1 - p, y, size);
}

/* The likelier counts lie between two: below the mean chances rise, above it
 * they fall, so the other end is found by halving. */
double
distribution_binomial_both_tails(int64_t count, int64_t n, double p)
{
	const double alike = 1 + 1e-7;	/* equal but for rounding */
	unsigned k, all, low, high;
	double seen, below;

	be_quiet();
	if (count < 0 || n < count || n >= UINT32_MAX || !(p > 0) || p >= 1)
		return NAN;
	k = (unsigned)count;
	all = (unsigned)n;
	seen = gsl_ran_binomial_pdf(k, p, all) * alike;
	below = (double)all * p;
	if ((double)k == below)
		return 1;
	low = (double)k < below ? (unsigned)ceil(below) : 0;
	high = (double)k < below ? all + 1 : (unsigned)floor(below) + 1;
	while (low < high) {
		unsigned middle = low + (high - low) / 2;
		bool rare = gsl_ran_binomial_pdf(middle, p, all) <= seen;

		if (rare == ((double)k < below))
			high = middle;
		else
			low = middle + 1;
	}
	/* low: the first rare one above, or the first likely one below. */
	if ((double)k < below)
		return gsl_cdf_binomial_P(k, p, all) +
		    (low > all ? 0 : gsl_cdf_binomial_Q(low - 1, p, all));
	return gsl_cdf_binomial_Q(k - 1, p, all) +
	    (low == 0 ? 0 : gsl_cdf_binomial_P(low - 1, p, all));
}

double
distribution_hypergeometric(unsigned k, unsigned first, unsigned second,
	unsigned drawn)
{
	be_quiet();
	if (drawn > first + second)
		return NAN;
	return gsl_ran_hypergeometric_pdf(k, first, second, drawn);
}
