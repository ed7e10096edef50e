/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From cells to the figures that stand on them: answers, days, words, lists,
 * the mix of sources. */
#include "unit.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "map_cells.h"
#include "since.h"
#include "summary.h"
#include "summary_caveats.h"
#include "summary_trend.h"
#include "tally.h"

static struct plan_brand brands[] = {{.name = "Own", .own = true},
    {.name = "Rival"}};
static const struct plan plan = {.brand = brands, .brand_count = 2};

static void
add(struct tally *t, int64_t value, const char *key)
{
	struct complaint c;

	assert_int_equal(tally_add(t, text_of(key), value, &c), 0);
}

static struct tally *
begun(void)
{
	struct tally *t = tally_create();

	assert_non_null(t);
	add(t, 1, "_m|schema|1");
	add(t, 1, "_m|lex|abc");
	add(t, 1, "t|2026-11-20");
	return t;
}

static void
make(struct summary *s, struct tally *t)
{
	struct complaint c;

	if (summary_make(s, t, &plan, NULL, NULL, &c) != 0)
		fail_msg("%s", c.text);
	tally_free(t);
}

static void
near(double got, double wanted, double allowed)
{
	if (!(fabs(got - wanted) <= allowed))
		fail_msg("got %.12g, wanted %.12g", got, wanted);
}

/* ---- answers ---- */

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

/* ---- the mix of sources ---- */

static void
source_rows(struct tally *t, const char *brand, const char *source,
	int64_t good, int64_t bad)
{
	char key[96];

	snprintf(key, sizeof(key), "c|%s|%s|retailer|en|2026-11|5|pos|-",
	    brand, source);
	add(t, good, key);
	snprintf(key, sizeof(key), "c|%s|%s|retailer|en|2026-11|1|neg|-",
	    brand, source);
	add(t, bad, key);
	snprintf(key, sizeof(key), "sx|%s|%s|retailer|en|2026-11", brand,
	    source);
	add(t, 50000 * good + 10000 * bad, key);
	snprintf(key, sizeof(key), "sx2|%s|%s|retailer|en|2026-11", brand,
	    source);
	add(t, INT64_C(2500000000) * good + INT64_C(100000000) * bad, key);
}

/* The kidney stones as sources: crude behind, with the same mix ahead. */
static void
the_mix_turns_the_sign(void **state)
{
	const char *caveat[CAVEATS_MAX];
	struct tally *t = begun();
	const struct summary_comparison *k;
	struct summary s;
	size_t count, i;
	bool said = false;

	(void)state;
	source_rows(t, "Own", "Small", 81, 6);
	source_rows(t, "Own", "Large", 192, 71);
	source_rows(t, "Rival", "Small", 234, 36);
	source_rows(t, "Rival", "Large", 55, 25);
	/* Nothing to compare with: a source of one side only. */
	source_rows(t, "Own", "Alone", 2, 1);
	make(&s, t);
	k = &s.comparison[0];
	assert_true(k->positive_share.estimate.value < 0);
	near(k->standard[1].own, .8325462174, 1e-9);
	near(k->standard[1].other, .778875, 1e-9);
	near(k->standard[1].difference.estimate.value, .0536712174, 1e-9);
	assert_int_equal(k->standard[1].strata, 2);
	assert_true(k->standard[1].turns);
	assert_true(k->standard[1].kept_own < 1);
	near(k->standard[1].kept_other, 1, 0);
	assert_int_equal(k->standard[1].difference.verdict,
	    SUMMARY_NO_CLEAR_DIFFERENCE);
	assert_true(k->standard[1].difference.needed > 350);
	count = summary_caveats(&s, caveat);
	for (i = 0; i < count; i++)
		said |= strstr(caveat[i], "changes its sign") != NULL;
	assert_true(said);
	summary_release(&s);
}

static void
too_few_are_joined_by_kind(void **state)
{
	struct tally *t = begun();
	struct summary s;

	(void)state;
	source_rows(t, "Own", "A", 3, 1);
	source_rows(t, "Own", "B", 4, 0);
	source_rows(t, "Rival", "B", 3, 1);
	source_rows(t, "Rival", "C", 9, 1);
	make(&s, t);
	assert_int_equal(s.comparison[0].standard[0].strata, 1);
	near(s.comparison[0].standard[0].kept_own, 1, 0);
	assert_int_equal(s.comparison[0].standard[0].difference.verdict,
	    SUMMARY_TOO_FEW);
	summary_release(&s);
}

/* ---- words and lists ---- */

static void
word_rows(struct tally *t, const char *brand, const char *word, int64_t n,
	int authors)
{
	char key[96];
	int i;

	for (i = 0; i < authors; i++) {
		snprintf(key, sizeof(key), "w|%s|en|%s|%d", brand, word, i);
		add(t, n / authors, key);
	}
	snprintf(key, sizeof(key), "ww|%s|en|%s", brand, word);
	add(t, -150 * n, key);
}

static void
words_set_brands_apart(void **state)
{
	const struct summary_comparison *k;
	struct tally *t = begun();
	struct summary s;

	(void)state;
	add(t, 1, "c|Own|Shop|retailer|en|2026-11|5|pos|-");
	add(t, 1, "c|Rival|Shop|retailer|en|2026-11|5|pos|-");
	word_rows(t, "Own", "slow", 400, 8);
	word_rows(t, "Rival", "slow", 80, 8);
	word_rows(t, "Own", "price", 600, 10);
	word_rows(t, "Rival", "price", 300, 10);
	word_rows(t, "Rival", "not%20friendly", 320, 16);
	/* One author must not make a theme. */
	word_rows(t, "Own", "scandal", 400, 1);
	make(&s, t);
	k = &s.comparison[0];
	assert_int_equal(k->word_count, 2);
	assert_string_equal(k->word[0].word, "slow");
	assert_true(k->word[0].ours && k->word[0].z > 0);
	assert_int_equal(k->word[0].own, 400);
	assert_int_equal(k->word[0].other, 80);
	assert_int_equal(k->word[0].own_authors, 8);
	assert_string_equal(k->word[1].word, "not friendly");
	assert_false(k->word[1].ours);
	assert_string_equal(s.brand[0].cloud[0].word, "price");
	near(s.brand[0].cloud[0].weight, -1.5, 1e-12);
	assert_string_equal(s.brand[0].cloud[0].language, "en");
	assert_int_equal(s.brand[1].cloud_count, 3);
	summary_release(&s);
}

static void
lists_of_reviews(void **state)
{
	struct tally *t = begun();
	struct summary s;

	(void)state;
	add(t, 1, "c|Own|Shop|retailer|en|2026-11|1|pos|-");
	add(t, 1, "top|open|Own|-|12026-11-01|b");
	add(t, 1, "top|open|Own|-|02026-11-02|a");
	add(t, 1, "top|open|Own|-|12025|c");
	add(t, 1, "top|against|Own|pos|03000|d|great%2C%20love");
	add(t, 1, "top|aspect|Own|price:neg|02000|e");
	add(t, 1, "top|open|Nobody|-|0|f");
	make(&s, t);
	assert_int_equal(s.brand[0].open.count, 3);
	assert_string_equal(s.brand[0].open.item[0].id, "a");
	assert_string_equal(s.brand[0].open.item[1].id, "c");
	assert_string_equal(s.brand[0].against.item[0].words, "great, love");
	assert_string_equal(s.brand[0].spoken.item[0].aspect, "price");
	assert_string_equal(s.brand[0].spoken.item[0].label, "neg");
	assert_true(summary_quote_is_wanted(&s, text_of("e")));
	assert_false(summary_quote_is_wanted(&s, text_of("f")));
	assert_int_equal(s.brand[0].against_share.n, 1);
	near(s.brand[0].against_share.value, 1, 0);
	summary_release(&s);
}

/* ---- what became of reviews ---- */

static void
edited_and_vanished(void **state)
{
	const struct summary_changes *c;
	struct tally *t = begun();
	struct summary s;

	(void)state;
	add(t, 60, "c|Own|Shop|retailer|en|2026-11|5|pos|-");
	add(t, 40, "c|Own|Shop|retailer|en|2026-11|1|neg|-");
	add(t, 12, "ed|Own|Shop|r|1|5");
	add(t, 3, "ed|Own|Shop|r|2|2");
	add(t, 10, "ed|Own|Shop|-|3|3");
	add(t, 2, "ed|Own|Shop|-|4|3");
	add(t, 5, "ed|Own|Shop|-|-|5");
	add(t, 1, "whole|Own|Shop|own.shop|20261101T000000Z.warc.gz");
	add(t, 1, "whole|Own|Shop|own.shop|20261110T000000Z.warc.gz");
	add(t, 70, "seen|Own|Shop|own.shop|20261110T000000Z.warc.gz|5|pos");
	add(t, 10, "seen|Own|Shop|own.shop|20261101T000000Z.warc.gz|1|neg");
	/* Twelve are gone, two of them came back. */
	add(t, 12, "ch|Own|Shop|own.shop|vanished|20261110T000000Z|"
	    "20261101T000000Z|1|-");
	add(t, 2, "ch|Own|Shop|own.shop|returned|20261115T000000Z|"
	    "20261101T000000Z|1|1");
	/* One came back of which nobody said that it was gone. */
	add(t, 1, "ch|Rival|Shop|rival.shop|returned|20261115T000000Z|"
	    "20261101T000000Z|4|4");
	add(t, 1, "c|Rival|Shop|retailer|en|2026-11|4|pos|-");
	/* A row that was never gone over whole says nothing. */
	add(t, 20, "seen|Own|Shop|own.news|20261001T000000Z.warc.gz|1|neg");
	make(&s, t);
	c = &s.brand[0].changes;
	assert_int_equal(c->edited, 32);
	assert_int_equal(c->up, 12);
	assert_int_equal(c->down, 2);
	near(c->replied.value, 48.0 / 15, 1e-12);
	near(c->unreplied.value, -2.0 / 12, 1e-12);
	near(c->effect.value, 48.0 / 15 + 2.0 / 12, 1e-12);
	assert_true(c->effect.low > 0);
	/* 60 and 40, with twelve of five and two of three put back. */
	near(c->unedited.value, (340.0 - 12 * 4 + 2) / 100, 1e-12);
	assert_int_equal(c->watched, 80);
	assert_int_equal(c->vanished, 10);
	assert_int_equal(c->vanished_star[0], 10);
	assert_int_equal(s.brand[1].changes.vanished, 0);
	near(c->unvanished.value, (300.0 + 30) / 90, 1e-12);
	assert_null(s.since);		/* no summary before */
	summary_release(&s);
}

/* Runs on the 1st, the 10th and the 20th; the last summary saw two of them. */
static void
since_the_last_summary(void **state)
{
	const struct since last = {.until = "20261110T000000Z",
	    .since = "20261101T000000Z"};
	struct since again = {.until = "20261120T000000Z",
	    .since = "20261110T000000Z"};
	const struct summary_since *k;
	struct tally *t = begun();
	struct complaint c;
	struct summary s;
	int i;

	(void)state;
	add(t, 60, "c|Own|Shop|retailer|en|2026-11|5|pos|-");
	add(t, 40, "c|Own|Shop|retailer|en|2026-11|1|neg|-");
	add(t, 30, "seen|Own|Shop|own.shop|20261110T000000Z.warc.gz|5|pos");
	add(t, 30, "seen|Own|Shop|own.shop|20261120T000000Z.warc.gz|5|pos");
	add(t, 40, "seen|Own|Shop|own.shop|20261120T000000Z.warc.gz|1|neg");
	/* Of those of the 20th these had been seen before, */
	add(t, 10, "again|Own|Shop|20261101T000000Z|20261120T000000Z.warc.gz"
	    "|5|pos");
	add(t, 25, "again|Own|Shop|20261110T000000Z|20261120T000000Z.warc.gz"
	    "|1|neg");
	/* five of them with other stars; a new one was edited as well. */
	add(t, 5, "ch|Own|Shop|own.shop|edited|20261120T000000Z|"
	    "20261101T000000Z|3|1");
	add(t, 1, "ch|Own|Shop|own.shop|edited|20261120T000000Z|"
	    "20261115T000000Z|2|1");
	add(t, 4, "ch|Own|Shop|own.shop|edited|20261110T000000Z|"
	    "20261101T000000Z|2|1");
	add(t, 3, "ch|Own|Shop|own.shop|vanished|20261120T000000Z|"
	    "20261101T000000Z|5|-");
	for (i = 0; i < 2; i++) {
		/* The same again, behind the summary that this makes. */
		assert_int_equal(summary_make(&s, t, &plan, NULL,
		    i == 0 ? &last : &again, &c), 0);
		k = &s.brand[0].since;
		assert_string_equal(s.until, "20261120T000000Z");
		assert_string_equal(s.since, "20261110T000000Z");
		assert_int_equal(k->reviews, 20 + 15);
		assert_int_equal(k->complaints, 15);
		near(k->stars.value, (20 * 5 + 15.0) / 35, 1e-12);
		assert_int_equal(k->edited, 5);
		assert_int_equal(k->vanished, 3);
		assert_int_equal(k->returned, 0);
		near(k->now.value, 3.4, 1e-12);
		/* Forty of five; twenty of one and five of three. */
		near(k->then.value, (40 * 5 + 20 + 5 * 3.0) / 65, 1e-12);
		summary_release(&s);
	}
	again.until[0] = '\0';
	assert_int_equal(summary_make(&s, t, &plan, NULL, &again, &c),
	    0);
	assert_null(s.since);
	summary_release(&s);
	tally_free(t);
}

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

/* ---- trends ---- */

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
		cmocka_unit_test(the_mix_turns_the_sign),
		cmocka_unit_test(too_few_are_joined_by_kind),
		cmocka_unit_test(words_set_brands_apart),
		cmocka_unit_test(lists_of_reviews),
		cmocka_unit_test(edited_and_vanished),
		cmocka_unit_test(since_the_last_summary),
		cmocka_unit_test(churn_of_the_plan),
		cmocka_unit_test(trend_of_shares),
		cmocka_unit_test(trend_of_a_brand),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
