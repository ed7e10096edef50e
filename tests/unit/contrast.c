/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contrast.h and distribution.h against R 4.2, scipy and the papers. */
#include "near.h"

#include <math.h>

#include "contrast.h"
#include "distribution.h"

static void
distributions(void **state)
{
	(void)state;
	near(distribution_normal_quantile(.975), 1.959963985, 1e-9);
	near(distribution_normal_both_tails(3.5) / 2, 2.32629079e-4, 1e-12);
	near(distribution_beta_quantile(.025, 5.5, 15.5), .1023984857, 1e-9);
	near(distribution_gamma_quantile(.975, 10), 17.08480345, 1e-7);
	near(1 - distribution_t_both_tails(2.1, 7.3) / 2, .9638766433, 1e-9);
	near(distribution_t_quantile(.975, 9), 2.262157163, 1e-8);
	near(distribution_chi_tail(7.02341137124, 1), .008045081368, 1e-11);
	assert_true(isnan(distribution_normal_quantile(0)));
	assert_true(isnan(distribution_t_quantile(.975, 0)));
	assert_true(isnan(distribution_gamma_quantile(.5, -1)));
	assert_true(isnan(distribution_hypergeometric(1, 1, 1, 9)));
}

static void
two_shares(void **state)
{
	(void)state;
	near(contrast_chi_squared(56, 70, 48, 80), 7.02341137, 1e-8);
	near(contrast_share_p(56, 70, 48, 80), .00804508, 1e-8);
	near(contrast_fisher_p(56, 70, 48, 80), .01252113, 1e-8);
	/* An expected count below five takes Fisher's test. */
	near(contrast_share_p(7, 8, 1, 8), contrast_fisher_p(7, 8, 1, 8), 0);
	assert_true(fabs(contrast_fisher_p(7, 8, 1, 8) - distribution_chi_tail(
	    contrast_chi_squared(7, 8, 1, 8), 1)) > .001);
	near(contrast_share_p(5, 5, 9, 9), 1, 0);
	assert_true(isnan(contrast_share_p(0, 0, 3, 9)));
}

static void
two_star_counts(void **state)
{
	static const int64_t a[5] = {10, 5, 8, 20, 57};
	static const int64_t b[5] = {20, 10, 15, 25, 30};
	static const int64_t all[5] = {0, 0, 0, 0, 9}, none[5];
	struct estimate e;
	double p;

	(void)state;
	near(contrast_mean_p(100, 4090000, INT64_C(184700000000), 100,
	    3350000, INT64_C(134500000000), 10000), .0002849071, 1e-10);
	e = contrast_superiority(a, b, &p);
	near(e.value, .652, 1e-12);
	near(p, 9.128035e-05, 1e-10);
	assert_true(e.bounded && e.low > .5 && e.low < .652 && e.high < .75);
	e = contrast_superiority(b, a, &p);
	near(e.value, .348, 1e-12);
	e = contrast_superiority(all, all, &p);
	near(e.value, .5, 1e-12);
	assert_false(e.bounded);
	assert_false(contrast_superiority(all, none, &p).known);
	assert_true(isnan(p));
}

static void
two_nets(void **state)
{
	static const int64_t a[3] = {120, 30, 50}, b[3] = {75, 30, 45};
	static const int64_t none[3];

	(void)state;
	near(contrast_net_p(a, b),
	    distribution_normal_both_tails(.15 / .0932961235), 1e-8);
	assert_true(isnan(contrast_net_p(a, none)));
}

static void
stratum_of(struct contrast_stratum *s, double *w, int64_t yes, int64_t n,
	int64_t other, int64_t m)
{
	double p = (double)yes / (double)n, q = (double)other / (double)m;

	*s = (struct contrast_stratum){{n, m}, {p, q},
	    {p * (1 - p) / (double)n, q * (1 - q) / (double)m}};
	*w = (double)(n + m);
}

/* Charig and others 1986: stones by size. */
static void
kidney_stones(void **state)
{
	static const struct contrast_table table[2] = {
		{{81, 234}, {6, 36}}, {{192, 55}, {71, 25}},
	};
	struct contrast_stratum s[2];
	struct contrast_pooled r;
	struct estimate e;
	double w[2], value[2], p;

	(void)state;
	stratum_of(&s[0], &w[0], 81, 87, 234, 270);
	stratum_of(&s[1], &w[1], 192, 263, 55, 80);
	e = contrast_standardised(s, w, 2, value, &p);
	near(value[0], .8325462174, 1e-9);
	near(value[1], .778875, 1e-9);
	near(e.value, .0536712174, 1e-9);
	near((e.high - e.low) / 2 / 1.959963985, .0335857709, 1e-9);
	assert_int_equal(e.n, 350);
	r = contrast_mantel_haenszel(table, 2);
	near(r.odds_ratio, 1.446846625, 1e-8);
	near(r.risk_difference, .0538355702, 1e-9);
	assert_false(contrast_standardised(s, w, 0, value, &p).known);
}

/* R's UCBAdmissions: departments A to F, men then women. */
static void
berkeley(void **state)
{
	static const struct contrast_table t[6] = {
		{{512, 89}, {313, 19}}, {{353, 17}, {207, 8}},
		{{120, 202}, {205, 391}}, {{138, 131}, {279, 244}},
		{{53, 94}, {138, 299}}, {{22, 24}, {351, 317}},
	};
	struct contrast_stratum s[6];
	struct contrast_pooled r;
	struct estimate e;
	double w[6], value[2], p;
	int i;

	(void)state;
	for (i = 0; i < 6; i++)
		stratum_of(&s[i], &w[i], t[i].yes[0], t[i].yes[0] +
		    t[i].no[0], t[i].yes[1], t[i].yes[1] + t[i].no[1]);
	e = contrast_standardised(s, w, 6, value, &p);
	near(value[0], .387318583, 1e-9);
	near(value[1], .429955380, 1e-9);
	near(p, distribution_normal_both_tails(-2.329214), 1e-7);
	assert_true(e.value < 0 && e.high < 0);
	r = contrast_mantel_haenszel(t, 6);
	near(r.odds_ratio, .9046968283, 1e-9);
	near(r.chi, 1.52460666, 1e-7);
	near(r.p, .216923697, 1e-8);
	assert_true(isnan(contrast_mantel_haenszel(t, 0).odds_ratio));
}

/* Benjamini and Hochberg 1995, table 1. */
static void
many_comparisons(void **state)
{
	double p[16] = {.0001, .0004, .0019, .0095, .0201, .0278, .0298,
	    .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1, NAN};
	static const double q[15] = {.0015, .003, .0095, .035625, .0603,
	    .0638571429, .0638571429, .0645, .0765, .486, .5811818182,
	    .714875, .7532307692, .8132142857, 1};
	int i, found = 0;

	(void)state;
	assert_true(contrast_adjust(p, 16));
	for (i = 0; i < 15; i++) {
		near(p[i], q[i], 1e-9);
		found += p[i] <= .05;
	}
	assert_int_equal(found, 4);
	assert_true(isnan(p[15]));
	assert_true(contrast_adjust(p, 0));
}

/* slow, friendly, price, app */
static void
words(void **state)
{
	static const double a[4] = {30, 10, 50, 10}, b[4] = {10, 30, 55, 5};
	static const double flat[4] = {3.6963803655, -3.6963803655,
	    -1.0266292372, 1.3635002639};
	static const double informed[4] = {2.7539121425, -2.7539121425,
	    -.7263321244, .9815646396};
	static const double prior[4] = {20, 20, 52.5, 7.5};
	double delta;
	int i;

	(void)state;
	for (i = 0; i < 4; i++) {
		near(contrast_log_odds(a[i], 100, b[i], 100, .01, .04,
		    &delta), flat[i], 1e-9);
		near(contrast_log_odds(a[i], 100, b[i], 100, prior[i], 100,
		    &delta), informed[i], 1e-9);
		assert_true((delta > 0) == (informed[i] > 0));
	}
	assert_true(isnan(contrast_log_odds(0, 0, 0, 0, 0, 0, NULL)));
}

/* By hand: (1.959964 + .841621)^2 = 7.8489. */
static void
how_many_are_needed(void **state)
{
	(void)state;
	assert_int_equal(contrast_needed(.5, 1, 1), 63);
	assert_int_equal(contrast_needed(-.5, 1, 1), 63);
	assert_int_equal(contrast_needed(0, 1, 1), 0);
	assert_int_equal(contrast_needed(.5, 0, 0), 0);
}

/* Kish: 1, 1, 2, 4; sixty of weight 1/2 and twenty of 2. */
static void
effective(void **state)
{
	static const double w[] = {1, 1, 2, 4}, one[] = {1, 1, 1, 1};
	static const double v[] = {.5, 2}, n[] = {60, 20};

	(void)state;
	near(contrast_effective_n(w, one, 4), 2.909090909, 1e-9);
	near(contrast_effective_n(v, n, 2), 51.57894737, 1e-8);
	near(contrast_effective_n(v, n, 0), 0, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(distributions),
		cmocka_unit_test(two_shares),
		cmocka_unit_test(two_star_counts),
		cmocka_unit_test(two_nets),
		cmocka_unit_test(kidney_stones),
		cmocka_unit_test(berkeley),
		cmocka_unit_test(many_comparisons),
		cmocka_unit_test(words),
		cmocka_unit_test(how_many_are_needed),
		cmocka_unit_test(effective),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
