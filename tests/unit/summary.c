/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary.h: from rows to figures */
#include "unit.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "summary.h"
#include "tally.h"

static void
add(struct tally *t, const char *key, int64_t value)
{
	struct complaint c;

	assert_int_equal(tally_add(t, text_of(key), value, &c), 0);
}

static struct tally *
market(void)
{
	struct tally *t = tally_create();

	add(t, "_m|schema|1", 1);
	add(t, "_m|lex|abc", 1);
	add(t, "_m|in", 90);
	add(t, "c|Own|Shop|retailer|en|2026-10-03|5|pos|r", 30);
	add(t, "c|Own|Shop|retailer|en|2026-10|1|neg|-", 10);
	add(t, "c|Own|Own%20site|own-site|hr|2026-11-01|-|uns|-", 4);
	add(t, "c|Rival|Shop|retailer|en|2026-10-09|5|pos|-", 12);
	add(t, "c|Rival|Shop|retailer|en|-|1|neg|-", 28);
	add(t, "c|Tiny|Forum|social|und|-|-|none|-", 6);
	add(t, "sx|Own|Shop|retailer|en|2026-10", 30 * 50000 + 10 * 10000);
	add(t, "sx2|Own|Shop|retailer|en|2026-10",
	    INT64_C(30) * 2500000000 + INT64_C(10) * 100000000);
	add(t, "sx|Rival|Shop|retailer|en|-", 12 * 50000 + 28 * 10000);
	add(t, "sx2|Rival|Shop|retailer|en|-",
	    INT64_C(12) * 2500000000 + INT64_C(28) * 100000000);
	add(t, "st|Own|Shop|own.shop", 40);
	add(t, "st|Rival|Shop|rival.shop", 61);
	add(t, "run|Rival|Shop|retailer|rival.shop|short|absent", 1);
	add(t, "run|Own|Shop|retailer|own.shop|complete|absent", 1);
	add(t, "nps|Own|Survey|en|2026-11|10", 9);
	add(t, "nps|Own|Survey|en|2026-11|8", 3);
	add(t, "nps|Own|Survey|en|2026-11|3", 3);
	add(t, "t|2026-11-02", 10);
	add(t, "t|2026-11-18", 80);
	return t;
}

static struct plan_brand brands[] = {
	{.name = "Own", .own = true}, {.name = "Rival"}, {.name = "Absent"},
};
static const struct plan plan = {.brand = brands, .brand_count = 3};

static void
rows_end_up_where_they_belong(void **state)
{
	struct tally *t = market();
	struct complaint c;
	struct summary s;
	const struct summary_brand *own;

	(void)state;
	assert_int_equal(summary_make(&s, t, &plan, NULL, NULL, &c), 0);
	assert_int_equal(s.brand_count, 4);
	own = &s.brand[0];
	assert_string_equal(own->name, "Own");
	assert_string_equal(s.brand[3].name, "Tiny");
	assert_string_equal(s.as_of, "2026-11-18");
	assert_int_equal(own->total.reviews, 44);
	assert_int_equal(own->total.rated, 40);
	assert_int_equal(own->total.star[4], 30);
	assert_int_equal(own->total.unscored, 4);
	assert_int_equal(own->total.replied, 30);
	assert_true(fabs(own->total.mean_stars.value - 4.0) < 1e-12);
	assert_true(fabs(own->total.net_sentiment.value - 0.5) < 1e-12);
	assert_true(fabs(own->total.nps.value - 0.4) < 1e-12);
	assert_int_equal(own->source_count, 3);
	assert_string_equal(own->source[0].label, "Own site");
	assert_int_equal(own->month_count, 2);
	assert_string_equal(own->month[0].label, "2026-10");
	assert_int_equal(own->month[0].reviews, 40);
	assert_false(s.brand[2].total.mean_stars.known);
	assert_int_equal(s.brand[3].total.textless, 6);
	summary_release(&s);
	tally_free(t);
}

static void
verdicts_follow_intervals(void **state)
{
	struct tally *t = market();
	struct complaint c;
	struct summary s;

	(void)state;
	assert_int_equal(summary_make(&s, t, &plan, "2026-12-01", NULL, &c),
	    0);
	assert_string_equal(s.as_of, "2026-12-01");
	assert_int_equal(s.comparison_count, 3);
	assert_int_equal(s.comparison[0].mean_stars.verdict,
	    SUMMARY_OWN_AHEAD);
	/* Fewer complaints is better: a negative difference is ahead. */
	assert_true(s.comparison[0].negative_share.estimate.value < 0);
	assert_int_equal(s.comparison[0].negative_share.verdict,
	    SUMMARY_OWN_AHEAD);
	assert_int_equal(s.comparison[1].mean_stars.verdict, SUMMARY_TOO_FEW);
	summary_release(&s);
	tally_free(t);
}

static void
no_winner_while_the_interval_holds_zero(void **state)
{
	struct tally *t = market();
	struct complaint c;
	struct summary s;

	(void)state;
	/* Bring the rival up to the own brand's shares. */
	add(t, "c|Rival|Shop|retailer|en|-|5|pos|-", 70);
	assert_int_equal(summary_make(&s, t, &plan, NULL, NULL, &c), 0);
	assert_int_equal(s.comparison[0].positive_share.verdict,
	    SUMMARY_NO_CLEAR_DIFFERENCE);
	summary_release(&s);
	tally_free(t);
}

static void
what_is_missing_is_said(void **state)
{
	struct tally *t = market();
	struct complaint c;
	struct summary s;

	(void)state;
	assert_int_equal(summary_make(&s, t, &plan, NULL, NULL, &c), 0);
	assert_int_equal(s.source_count, 2);
	assert_false(s.source[0].is_short);
	assert_true(s.source[1].is_short);
	assert_int_equal(s.source[1].stated, 61);
	assert_int_equal(s.source[1].collected, 40);
	assert_true(s.any_short);
	summary_release(&s);
	tally_free(t);
}

/* Neither one's own site nor one's own survey is the public's voice. */
static void
share_of_voice_counts_public_sources(void **state)
{
	struct tally *t = market();
	struct complaint c;
	struct summary s;

	(void)state;
	assert_int_equal(summary_make(&s, t, &plan, NULL, NULL, &c), 0);
	assert_int_equal(s.brand[0].total.share_of_voice.n, 40 + 40 + 6);
	assert_true(fabs(s.brand[0].total.share_of_voice.value -
	    40.0 / 86) < 1e-12);
	summary_release(&s);
	tally_free(t);
}

static void
strange_tallies_are_refused(void **state)
{
	static const char *const strange[] = {"x|y", "c|too|few", "_m|lex|def",
		"_m|schema|2", "nps|a|b|c|d|x"};
	struct complaint c;
	struct summary s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(strange) / sizeof(strange[0]); i++) {
		struct tally *t = market();

		add(t, strange[i], 1);
		assert_int_equal(summary_make(&s, t, &plan, NULL, NULL, &c),
		    -1);
		assert_string_not_equal(c.text, "");
		tally_free(t);
	}
}

static void
quotes_are_the_strongest_in_any_order(void **state)
{
	struct tally *t = market();
	struct complaint c;
	struct summary s;
	char key[64];
	int i;

	(void)state;
	for (i = 0; i < 20; i++) {
		snprintf(key, sizeof(key), "top|quote|Own|%s|%05d|id%02d",
		    i % 2 ? "pos" : "neg", 7000 - i * 7 % 20, i);
		add(t, key, 1);
	}
	assert_int_equal(summary_make(&s, t, &plan, NULL, NULL, &c), 0);
	assert_int_equal(s.brand[0].quote_count, SUMMARY_QUOTES);
	assert_string_equal(s.brand[0].quote[0].label, "pos");
	assert_int_equal(s.brand[0].quote[0].strength, 3019);
	assert_string_equal(s.brand[0].quote[5].label, "neg");
	assert_int_equal(s.brand[0].quote[5].strength, 3018);
	assert_true(s.brand[0].quote[0].strength >
	    s.brand[0].quote[4].strength);
	summary_release(&s);
	tally_free(t);
}

static void
nothing_is_a_summary_too(void **state)
{
	struct tally *t = tally_create();
	struct complaint c;
	struct summary s;

	(void)state;
	assert_int_equal(summary_make(&s, t, NULL, NULL, NULL, &c), 0);
	assert_int_equal(s.brand_count, 0);
	assert_null(s.as_of);
	summary_release(&s);
	tally_free(t);
}

/* Of more items than are shown those with most reviews stay, of equal ones the
 * first, by their names. */
static void
items_are_cut(void **state)
{
	enum { ITEMS = SUMMARY_ITEMS + 500, MANY = 100 };
	struct tally *t = market();
	struct complaint c;
	struct summary s;
	char key[80];
	int i;

	(void)state;
	for (i = 0; i < ITEMS; i++) {
		snprintf(key, sizeof(key), "i|Own|item%%20%05d|5|pos|-", i);
		add(t, key, i >= ITEMS - MANY ? 2 : 1);
	}
	assert_int_equal(summary_make(&s, t, &plan, NULL, NULL, &c), 0);
	assert_int_equal(s.brand[0].item_count, SUMMARY_ITEMS);
	assert_int_equal(s.brand[0].items_left, 500);
	assert_int_equal(s.brand[1].items_left, 0);
	for (i = 0; i < SUMMARY_ITEMS; i++) {
		const struct summary_part *p = &s.brand[0].item[i];
		bool many = i >= SUMMARY_ITEMS - MANY;

		snprintf(key, sizeof(key), "item %05d", many ? i + 500 : i);
		assert_string_equal(p->label, key);
		assert_int_equal(p->reviews, many ? 2 : 1);
	}
	summary_release(&s);
	tally_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_end_up_where_they_belong),
		cmocka_unit_test(verdicts_follow_intervals),
		cmocka_unit_test(no_winner_while_the_interval_holds_zero),
		cmocka_unit_test(what_is_missing_is_said),
		cmocka_unit_test(share_of_voice_counts_public_sources),
		cmocka_unit_test(strange_tallies_are_refused),
		cmocka_unit_test(quotes_are_the_strongest_in_any_order),
		cmocka_unit_test(nothing_is_a_summary_too),
		cmocka_unit_test(items_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
