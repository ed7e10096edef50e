/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a summary says of times: until a reply, days that stand out, periods,
 * months. */
#include "tallied.h"

#include <math.h>
#include <stdio.h>

#include "map_cells.h"
#include "summary_trend.h"

/* ---- until a reply ---- */

static void
grid_of_minutes(void **state)
{
	(void)state;
	assert_int_equal(map_grid(-5, true), 0);
	assert_int_equal(map_grid(30, true), 30);
	assert_int_equal(map_grid(1440, false), 1440);
	/* A day and a half hour: ended within 26 hours, open for 24. */
	assert_int_equal(map_grid(1470, true), 1500);
	assert_int_equal(map_grid(1470, false), 1440);
	assert_int_equal(map_grid(8 * 1440 + 1, true), 9 * 1440);
	assert_int_equal(map_grid(8 * 1440 + 1, false), 8 * 1440);
	assert_int_equal(map_grid(INT64_C(1) << 40, true), MAP_WATCHED);
}

/* The ten replies of survival.c, as tallies. */
static void
replies_with_minutes(void **state)
{
	static const struct { const char *minutes, *end; } row[] = {
		{"12", "e"}, {"30", "e"}, {"45", "e"}, {"60", "c"},
		{"90", "e"}, {"180", "e"}, {"240", "c"}, {"600", "e"},
		{"1440", "c"}, {"2880", "c"},
	};
	const struct summary_answers *a;
	struct tally *t = begun();
	struct summary s;
	char key[80];
	size_t i;

	(void)state;
	for (i = 0; i < 10; i++) {
		snprintf(key, sizeof(key), "rt|Own|Shop|m|%s|%s",
		    row[i].minutes, row[i].end);
		add(t, 1, key);
		snprintf(key, sizeof(key), "rt|Own|Shop|d|%s|%s", i < 8 ?
		    "0" : i == 8 ? "1440" : "2880", row[i].end);
		add(t, 1, key);
	}
	/* A source that dates its replies by the day. */
	add(t, 20, "rt|Own|Forum|d|2880|e");
	add(t, 20, "rt|Own|Forum|m|u|e");
	make(&s, t);
	assert_int_equal(s.brand[0].answers_count, 3);
	a = &s.brand[0].answers[2];
	assert_string_equal(a->source, "Shop");
	assert_true(a->by_minute);
	near(a->half_hour.value, .2, 1e-12);
	near(a->hour.value, .3, 1e-12);
	near(a->day.value, 1 - .311111, 1e-6);
	assert_int_equal(a->median, 180);
	assert_int_equal(a->reviews, 10);
	a = &s.brand[0].answers[1];
	assert_string_equal(a->source, "Forum");
	assert_false(a->by_minute || a->half_hour.known);
	near(a->day.value, 0, 0);
	near(a->week.value, 1, 0);
	/* All together: minutes of those that have them, days of all. */
	a = &s.brand[0].answers[0];
	assert_null(a->source);
	assert_int_equal(a->reviews, 30);
	assert_int_equal(a->hour.n, 10);
	assert_int_equal(a->week.n, 30);
	assert_false(a->by_minute);
	summary_release(&s);
}

/* ---- days ---- */

static void
day_rows(struct tally *t, const char *brand, int days, int64_t n,
	const char *rest)
{
	static const int length[] = {31, 30, 31, 20};	/* August on */
	char key[96];
	int month, day, at = 0;

	for (month = 0; month < 4; month++)
		for (day = 1; day <= length[month]; day++, at++)
			if (at >= 112 - days) {
				snprintf(key, sizeof(key),
				    "d|%s|Shop|2026-%02d-%02d|%s", brand,
				    month + 8, day, rest);
				add(t, n, key);
			}
}

static void
a_burst_of_complaints(void **state)
{
	struct tally *t = begun();
	struct summary s;

	(void)state;
	add(t, 300, "c|Own|Shop|retailer|en|2026-11|5|pos|-");
	add(t, 60, "c|Own|Shop|retailer|en|2026-11|1|neg|-");
	day_rows(t, "Own", 100, 2, "5|pos");
	day_rows(t, "Own", 100, 1, "1|neg");
	day_rows(t, "Own", 3, 12, "1|neg");
	day_rows(t, "Rival", 100, 1, "1|neg");
	make(&s, t);
	/* All sources and the one: the same days. */
	assert_true(s.alert_count >= 2);
	assert_true(s.alert[0].now);
	assert_string_equal(s.alert[0].brand, "Own");
	assert_string_equal(s.alert[0].what, "complaints");
	assert_string_equal(s.alert[0].last, "2026-11-20");
	assert_true(s.alert[0].count >= 13 && s.alert[0].expected < 8);
	assert_true(s.alert[0].q < .05);
	/* 60 of 1 star and 36 of them in the burst. */
	assert_true(s.alert[0].without.value > s.alert[0].with.value);
	assert_true(s.alert[0].without.n < s.alert[0].with.n);
	assert_false(s.brand[1].drift.above);
	assert_true(s.brand[0].drift.known);
	summary_release(&s);
}

static void
quiet_days_give_no_alert(void **state)
{
	struct tally *t = begun();
	struct summary s;

	(void)state;
	day_rows(t, "Own", 100, 1, "1|neg");
	day_rows(t, "Rival", 20, 30, "1|neg");	/* too short a history */
	add(t, 5, "d|Own|Shop|2027-01-01|1|neg");	/* not yet */
	add(t, 5, "d|Own|Shop|0001-01-01|1|neg");	/* long ago */
	add(t, 5, "d|Own|Shop|nonsense|1|neg");
	make(&s, t);
	assert_int_equal(s.alert_count, 0);
	summary_release(&s);
}

/* ---- periods and months ---- */

static void
churn_of_the_plan(void **state)
{
	struct plan_customers quarter[] = {{"2026-Q2", 1000, 50},
	    {"2026-Q3", 20, 18}};
	struct plan_brand brand[] = {{.name = "Own", .own = true,
	    .customers = quarter, .customers_count = 2}};
	const struct plan one = {.brand = brand, .brand_count = 1};
	struct tally *t = begun();
	struct complaint c;
	struct summary s;

	(void)state;
	assert_int_equal(summary_make(&s, t, &one, NULL, NULL, &c), 0);
	tally_free(t);
	assert_int_equal(s.brand[0].churn_count, 2);
	near(s.brand[0].churn[0].share.value, .05, 1e-12);
	assert_string_equal(s.brand[0].churn[1].period, "2026-Q3");
	near(s.brand[0].churn[1].share.low, .6989663547715, 1e-9);
	near(s.brand[0].churn[1].share.high, .9721335187862, 1e-9);
	summary_release(&s);
}

/* 15, 10 and 5 of 30: R's prop.trend.test. */
static void
trend_of_shares(void **state)
{
	const struct trend_point p[] = {{0, 30, 15, 15}, {1, 30, 10, 10},
	    {2, 30, 5, 5}};
	struct estimate e;
	double two_sided;

	(void)state;
	near(trend_chi(p, 3), 7.5, 1e-12);
	e = trend_slope(p, 3, &two_sided);
	near(e.value, -1.0 / 6, 1e-12);
	assert_true(e.bounded && e.low < e.value && e.high < 0);
	assert_true(two_sided < .01);
	assert_false(trend_slope(p, 1, &two_sided).known);
	assert_true(isnan(two_sided));
}

static void
trend_of_a_brand(void **state)
{
	struct tally *t = begun();
	struct summary s;
	char key[96];
	int m;

	(void)state;
	for (m = 1; m <= 6; m++) {
		snprintf(key, sizeof(key),
		    "c|Own|Shop|retailer|en|2026-%02d|5|pos|-", m);
		add(t, 100 - 10 * m, key);
		snprintf(key, sizeof(key),
		    "c|Own|Shop|retailer|en|2026-%02d|1|neg|-", m);
		add(t, 10 * m, key);
	}
	add(t, 50, "c|Own|Shop|retailer|en|-|1|neg|-");
	add(t, 50, "c|Own|Shop|retailer|en|2019-01|1|neg|-");
	make(&s, t);
	assert_int_equal(s.brand[0].trend.months, 6);
	assert_string_equal(s.brand[0].trend.last, "2026-06");
	near(s.brand[0].trend.negative.value, .1, 1e-9);
	assert_true(s.brand[0].trend.negative_p < .001);
	summary_release(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(grid_of_minutes),
		cmocka_unit_test(replies_with_minutes),
		cmocka_unit_test(a_burst_of_complaints),
		cmocka_unit_test(quiet_days_give_no_alert),
		cmocka_unit_test(churn_of_the_plan),
		cmocka_unit_test(trend_of_shares),
		cmocka_unit_test(trend_of_a_brand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
