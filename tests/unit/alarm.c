/* SPDX-License-Identifier: GPL-3.0-or-later */
/* alarm.h against surveillance's predictive distribution and NIST. */
#include "near.h"

#include <math.h>
#include <string.h>

#include "alarm.h"

static void
predictive_distribution(void **state)
{
	static const struct { double n; int64_t s; double w; int64_t y;
	    double p; } row[] = {
		{14, 3, 1, 1, .214531599}, {14, 3, 1, 2, .0312556390},
		{14, 3, 1, 3, .00376424496}, {14, 3, 1, 4, .000404185690},
		{14, 3, 1, 5, 4.01792681e-5}, {28, 0, 1, 1, .0173926311},
		{28, 0, 1, 2, .000451124759}, {28, 28, 1, 4, .0223337073},
		{28, 28, 1, 5, .00482980061}, {28, 28, 1, 6, .000906511180},
		{56, 28, 7, 8, .0378806539}, {56, 28, 7, 12, .000872733211},
		{56, 140, 1, 10, .000339228800},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(*row); i++)
		near(alarm_tail(row[i].y, row[i].w, row[i].s, row[i].n, 1),
		    row[i].p, 1e-9);
	near(alarm_tail(8, 7, 28, 56, 2), .0940612836, 1e-9);
	near(alarm_tail(12, 7, 28, 56, 2), .0160138061, 1e-9);
	/* The 99.9 % quantile of (56, 140, 1) is 9. */
	assert_true(alarm_tail(10, 1, 140, 56, 1) < .001);
	assert_true(alarm_tail(9, 1, 140, 56, 1) > .001);
	near(alarm_tail(0, 1, 3, 14, 1), 1, 0);
}

/* algo.bayes on thirty days, 14 of baseline, 5 %: the bound is 2. */
static void
bound_of_thirty_days(void **state)
{
	static const int64_t day[30] = {0, 1, 0, 2, 1, 0, 0, 1, 3, 0, 0, 1,
	    0, 2, 1, 0, 1, 0, 0, 2, 0, 1, 0, 0, 1, 2, 0, 1, 0, 0};
	int64_t sum = 0, bound = 0;
	int i;

	(void)state;
	for (i = 16; i < 30; i++)
		sum += day[i];
	while (alarm_tail(bound + 1, 1, sum, 14, 1) > .05)
		bound++;
	assert_int_equal(bound, 2);
}

static void
overdispersion(void **state)
{
	static const int64_t even[4] = {2, 2, 2, 2}, none[4];
	static const int64_t uneven[4] = {0, 8, 0, 8};

	(void)state;
	near(alarm_overdispersion(even, 4), 1, 0);
	near(alarm_overdispersion(none, 4), 1, 0);
	near(alarm_overdispersion(uneven, 4), 64.0 / 3 / 4, 1e-12);
}

/* One a day for 80 days, then five a day for four. */
static void
a_burst_is_one_episode(void **state)
{
	int64_t day[100];
	struct alarm a[4];
	size_t i, n;

	(void)state;
	for (i = 0; i < 100; i++)
		day[i] = i >= 80 && i < 84 ? 5 : i % 2;
	n = alarm_scan(day, 100, a, 4);
	assert_int_equal(n, 1);
	assert_true(a[0].first >= 74 && a[0].first <= 80);
	assert_true(a[0].last >= 83 && a[0].last < 92);
	assert_true(a[0].p < ALARM_LEVEL && a[0].count >= 5);
	assert_true(a[0].expected < (double)a[0].count);
	assert_int_equal(alarm_scan(day, 84, a, 1), 1);
	assert_true(alarm_last(day, 84, a) < ALARM_LEVEL);
	assert_true(alarm_last(day, 100, a) > ALARM_LEVEL);
	/* Too short a history says nothing. */
	assert_int_equal(alarm_scan(day + 60, 24, a, 4), 0);
	assert_true(isnan(alarm_last(day, 20, a)));
	assert_true(isnan(alarm_last(day, 0, a)));
}

/* A long alarm does not teach the baseline that it is usual. */
static void
baseline_stands_still_in_an_alarm(void **state)
{
	int64_t day[160];
	struct alarm a[4];
	size_t i;

	(void)state;
	for (i = 0; i < 160; i++)
		day[i] = i >= 80 ? 9 : i % 2;
	assert_int_equal(alarm_scan(day, 160, a, 4), 1);
	assert_int_equal(a[0].last, 159);
}

/* NIST 6.3.2.4, lambda .3, target 50. */
static void
smoothed_means(void **state)
{
	static const double y[] = {52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2,
	    50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1};
	double z = 50;
	size_t i;

	(void)state;
	for (i = 0; i < 20; i++) {
		z = alarm_smooth(z, y[i], .3);
		if (i == 0)
			near(z, 50.60, .005);
		if (i == 1)
			near(z, 49.52, .005);
		if (i == 2)
			near(z, 50.56, .005);
		if (i == 18)
			near(z, 51.94, .006);
	}
	near(z, 51.99, .006);
}

static void
slow_drift(void **state)
{
	int64_t day[120];
	struct alarm_drift d;
	size_t i;

	(void)state;
	for (i = 0; i < 120; i++)
		day[i] = 2 + (int64_t)(i % 3);
	alarm_drift(day, 120, &d);
	assert_true(d.known && !d.above && !d.below);
	assert_true(d.low < d.mean && d.mean < d.high);
	for (i = 95; i < 120; i++)
		day[i] += 6;
	alarm_drift(day, 120, &d);
	assert_true(d.above && !d.below && d.mean > d.high);
	alarm_drift(day, 60, &d);
	assert_false(d.known);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(predictive_distribution),
		cmocka_unit_test(bound_of_thirty_days),
		cmocka_unit_test(overdispersion),
		cmocka_unit_test(a_burst_is_one_episode),
		cmocka_unit_test(baseline_stands_still_in_an_alarm),
		cmocka_unit_test(smoothed_means),
		cmocka_unit_test(slow_drift),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
