/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reference values: R 4.2 and the papers named in statistics.h. */
#include "near.h"

#include <math.h>
#include <stdio.h>

#include "statistics.h"

static void
wilson(void **state)
{
	static const struct { int64_t x, n; double low, high; } row[] = {
		{81, 263, 0.2552885199, 0.3662095770},
		{15, 148, 0.0623863995, 0.1604872417},
		{0, 20, 0, 0.1611251581}, {1, 29, 0.0061132143, 0.1717552188},
		{7, 10, 0.3967781475, 0.8922087326},
		{18, 20, 0.6989663547715, 0.9721335187862},
		{4, 20, 0.0806576626, 0.4160174323},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct estimate e = statistics_share(row[i].x, row[i].n);

		near(e.low, row[i].low, 1e-9);
		near(e.high, row[i].high, 1e-9);
		assert_int_equal(e.n, row[i].n);
	}
	assert_true(statistics_share(5, 5).high == 1.0);
	assert_false(statistics_share(0, 0).known);
	assert_true(statistics_share(1, 1).bounded);
}

/* The sums of a star histogram, scale 10000 as in the tallies. */
static struct estimate
mean_of(const int64_t h[5])
{
	int64_t n = 0, sum = 0, squares = 0, star;

	for (star = 1; star <= 5; star++) {
		n += h[star - 1];
		sum += h[star - 1] * star * 10000;
		squares += h[star - 1] * star * star * 100000000;
	}
	return statistics_mean(n, sum, squares, 10000, h);
}

static void
mean_stars(void **state)
{
	static const int64_t large[5] = {10, 5, 8, 20, 57};
	static const int64_t small[5] = {3, 0, 0, 1, 6};
	static const int64_t one[5] = {0, 0, 0, 0, 1}, none[5];
	static const int64_t alike[5] = {0, 0, 0, 0, 99};
	struct estimate e = mean_of(large);

	(void)state;
	near(e.value, 4.09, 1e-12);
	near(e.low, 3.826801647, 1e-8);
	near(e.high, 4.353198353, 1e-8);
	e = mean_of(small);
	near(e.value, 3.7, 1e-12);
	assert_string_equal(e.method, "dirichlet");
	assert_true(e.low >= 1 && e.high <= 5 && e.low < 3.7 && e.high > 3.7);
	/* The t interval of the same ten, unclipped. */
	e = statistics_mean(10, 37 * 10000, (3 + 16 + 150) *
	    INT64_C(100000000), 10000, NULL);
	near(e.low, 2.349004, 1e-6);
	near(e.high, 5.050996, 1e-6);
	e = mean_of(alike);
	assert_true(e.low < 5 && e.high >= 5);
	assert_string_equal(e.method, "dirichlet");
	e = mean_of(one);
	assert_true(e.known && e.bounded);
	assert_false(mean_of(none).known);
	e = statistics_mean(1, 10000, 100000000, 10000, NULL);
	assert_true(e.known && !e.bounded);
}

/* A mean of rounded stars is not that of the stars beside it, and both were
 * called "t": 3.66 and 3.65 of the same reviews. */
static void
whole_stars_have_a_name(void **state)
{
	static const int64_t many[5] = {10, 5, 8, 20, 57};
	static const int64_t few[5] = {0, 0, 2, 2, 2};

	(void)state;
	near(statistics_whole_stars(many).value, 4.09, 1e-12);
	assert_string_equal(statistics_whole_stars(many).method, "whole-t");
	assert_string_equal(statistics_whole_stars(few).method,
	    "whole-dirichlet");
}

/* Dirichlet(1) of (10,5,8,20,57): below thirty reviews the histogram alone
 * gives the interval, so n = 20 of the same mean asks for that path. */
static void
dirichlet(void **state)
{
	static const int64_t h[5] = {10, 5, 8, 20, 57};
	struct estimate e = statistics_mean(20, 20 * 40900, INT64_C(20) *
	    1847000000, 10000, h);

	(void)state;
	assert_string_equal(e.method, "dirichlet");
	near(e.value, 4.09, 1e-12);
	near(e.low, 3.782116974, 1e-8);
	near(e.high, 4.294073502, 1e-8);
}

static void
net(void **state)
{
	struct estimate e = statistics_net(50, 30, 20);

	(void)state;
	near(e.value, .30, 1e-12);
	near(e.low, .1469219, 1e-7);
	near(e.high, .4530782, 2e-7);
	assert_string_equal(e.method, "wald");
	e = statistics_net(9, 3, 3);
	near(e.value, .40, 1e-12);
	near(e.low, -.0359201, 1e-7);
	near(e.high, .7025867, 1e-7);
	assert_string_equal(e.method, "adjusted-wald");
	e = statistics_net(250, 675, 75);
	near(e.low, .1413722, 1e-7);
	near(e.high, .2086278, 1e-7);
	/* Promoters and detractors are not independent: that error gives
	 * .143 to .205. */
	assert_true(e.low < .1425 && e.high > .2075);
	assert_false(statistics_net(0, 0, 0).known);
}

static void
share_of_voice(void **state)
{
	static const int64_t count[5] = {10, 5, 8, 20, 57};
	static const double low[5] = {.0460258, .0168483, .0335906, .1171589,
	    .4420757};
	static const double high[5] = {.2037507, .1391503, .1786748,
	    .3201735, .6892134};
	int i;

	(void)state;
	for (i = 0; i < 5; i++) {
		struct estimate e = statistics_voice(count[i], 100, 5);

		near(e.low, low[i], 1e-7);
		near(e.high, high[i], 1e-7);
	}
	assert_false(statistics_voice(0, 0, 3).known);
}

static void
newcombe(void **state)
{
	static const struct { int64_t a, n, b, m; double low, high, d; } row[] = {
		{56, 70, 48, 80, .0524314724, .3338726540, 1e-9},
		{9, 10, 3, 10, .1705, .8090, 5e-5},
		{6, 7, 2, 7, .0582, .8062, 5e-5},
		{5, 56, 0, 29, -.0381, .1926, 5e-5},
		{0, 10, 0, 20, -.1611, .2775, 5e-5},
		{10, 10, 0, 20, .6791, 1, 5e-5},
		{10, 10, 0, 10, .6075, 1, 5e-5},
		{7, 34, 1, 34, .019, .34, 5e-3},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct estimate e = statistics_share_difference(row[i].a,
		    row[i].n, row[i].b, row[i].m);

		near(e.low, row[i].low, row[i].d);
		near(e.high, row[i].high, row[i].d);
	}
	assert_false(statistics_share_difference(1, 2, 0, 0).known);
}

static void
welch(void **state)
{
	/* A = (10,5,8,20,57), B = (20,10,15,25,30) */
	struct estimate e = statistics_mean_difference(100, 4090000,
	    INT64_C(1847) * 100000000, 100, 3350000,
	    INT64_C(1345) * 100000000, 10000);

	(void)state;
	near(e.value, .74, 1e-12);
	near(e.low, .3450923343, 1e-8);
	near(e.high, 1.1349076657, 1e-8);
	assert_false(statistics_mean_difference(1, 5, 25, 9, 9, 9, 1).known);
	e = statistics_mean_difference(2, 10, 50, 2, 6, 18, 1);
	assert_true(e.known && !e.bounded);
}

static void
net_difference(void **state)
{
	static const int64_t a[3] = {120, 30, 50}, b[3] = {75, 30, 45};
	static const int64_t none[3];
	struct estimate e = statistics_net_difference(a, b);

	(void)state;
	near(e.value, .15, 1e-12);
	near((e.high - e.low) / 2 / 1.959963985, .0932961235, 1e-9);
	assert_false(statistics_net_difference(a, none).known);
}

/* Garwood; R poisson.test. */
static void
rates(void **state)
{
	static const struct { int64_t n; double low, high; } row[] = {
		{0, 0, 3.688879}, {1, .025318, 5.571643},
		{10, 4.795389, 18.390356},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct estimate e = statistics_rate(row[i].n, 1);

		near(e.value, (double)row[i].n, 0);
		near(e.low, row[i].low, 5e-7);
		near(e.high, row[i].high, 5e-7);
		near(statistics_rate(row[i].n, 7).high, e.high / 7, 1e-12);
	}
	assert_false(statistics_rate(3, 0).known);
}

/* 12 in 7 days against 10 in 28: R poisson.test. */
static void
rate_ratio(void **state)
{
	double p;
	struct estimate e = statistics_rate_ratio(12, 7, 10, 28, &p);

	(void)state;
	near(e.value, 4.8, 1e-12);
	near(e.low, 1.9006167, 1e-6);
	near(e.high, 12.4027285, 1e-6);
	near(p, .000349191889, 1e-12);
	assert_int_equal(e.n, 22);
	/* The other way round says the same. */
	e = statistics_rate_ratio(10, 28, 12, 7, &p);
	near(e.low, 1 / 12.4027285, 1e-8);
	near(e.high, 1 / 1.9006167, 1e-6);
	near(p, .000349191889, 1e-12);
	e = statistics_rate_ratio(0, 7, 4, 28, &p);
	near(e.value, 0, 0);
	near(e.low, 0, 0);
	near(p, 1, 1e-12);		/* one of four is as likely */
	e = statistics_rate_ratio(3, 7, 0, 28, &p);
	assert_true(isinf(e.value) && isinf(e.high) && e.low > 0);
	near(p, .008, 1e-12);
	assert_false(statistics_rate_ratio(0, 7, 0, 28, &p).known);
	assert_true(isnan(p));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wilson),
		cmocka_unit_test(mean_stars),
		cmocka_unit_test(whole_stars_have_a_name),
		cmocka_unit_test(dirichlet),
		cmocka_unit_test(net),
		cmocka_unit_test(share_of_voice),
		cmocka_unit_test(newcombe),
		cmocka_unit_test(welch),
		cmocka_unit_test(net_difference),
		cmocka_unit_test(rates),
		cmocka_unit_test(rate_ratio),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
