/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "distribution.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <math.h>

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
distribution_beta(double x, double a, double b)
{
	be_quiet();
	return a > 0 && b > 0 ? gsl_cdf_beta_P(x, a, b) : NAN;
}

double
distribution_beta_quantile(double p, double a, double b)
{
	be_quiet();
	return p >= 0 && p <= 1 && a > 0 && b > 0 ?
	    gsl_cdf_beta_Pinv(p, a, b) : NAN;
}

double
distribution_gamma(double x, double shape)
{
	be_quiet();
	return shape > 0 ? gsl_cdf_gamma_P(x, shape, 1) : NAN;
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

double
distribution_hypergeometric(unsigned k, unsigned first, unsigned second,
	unsigned drawn)
{
	be_quiet();
	if (drawn > first + second)
		return NAN;
	return gsl_ran_hypergeometric_pdf(k, first, second, drawn);
}
