/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "html.h"
#include "rating.h"
#include "rating_number.h"
#include "stars.h"

struct sample {
	const char *text, *value, *best;
};

static void
ratings_are_read_as_written(void **state)
{
	static const struct sample samples[] = {
		{"4", "4", ""}, {" 4.50 ", "4.50", ""}, {"5,0", "5.0", ""},
		{"6 / 10", "6", "10"}, {"4.90/5.00", "4.90", "5.00"},
		{"60 %", "60", "100"}, {"87%", "87", "100"},
		{"4.8 out of 5", "4.8", "5"}, {"4,6 von 5", "4.6", "5"},
		{"3,8 de 5", "3.8", "5"}, {"4 su 5", "4", "5"},
		{"1,0 sur 5 étoiles", "1.0", "5"},
		{"4 av 5 stjerner", "4", "5"}, {"5 z 6 gwiazdek", "5", "6"},
		{"4 од 5", "4", "5"}, {"4 od 5 zvjezdica", "4", "5"},
		{"4 из 5", "4", "5"}, {"4 מתוך 5", "4", "5"},
		{"٤ من ٥", "4", "5"}, {"۴٫۵ از ۵", "4.5", "5"},
		{"5つ星のうち4.0", "4.0", "5"}, {"5 üzerinden 4", "4", "5"},
		{"5-დან 4", "4", "5"}, {"Rated 4.00 out of 5", "4.00", "5"},
		{"★★★★☆", "4", "5"}, {"★★★", "3", ""}, {"★★★½", "3.5", ""},
		{"☆☆☆☆☆", "0", "5"}, {"⭐⭐⭐⭐", "4", ""},
		{"★★★★☆ (12)", "4", "5"}, {"★★★★★ 4.5", "4.5", ""},
		{"4.8 (594)", "4.8", ""}, {"5 Average 1 Review", "5", ""},
		{"5 out of 3 reviews", "5", ""}, {"4.9 | 10 Reviews", "4.9", ""},
		{"18/30", "18", "30"}, {"4.3 star rating", "4.3", ""},
	};
	struct rating r;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		if (!rating_read(text_of(samples[i].text), &r))
			fail_msg("%s: nothing", samples[i].text);
		if (strcmp(r.value, samples[i].value) != 0 ||
		    strcmp(r.best, samples[i].best) != 0)
			fail_msg("%s: %s of %s", samples[i].text, r.value,
			    r.best);
	}
}

static void
what_is_no_rating_is_none(void **state)
{
	static const char *const samples[] = {
		"", "good", "-1", "n/a", "mp3", "12345678901234567890", "½",
	};
	struct rating r;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++)
		if (rating_read(text_of(samples[i]), &r))
			fail_msg("%s: %s", samples[i], r.value);
	assert_false(rating_read((struct text){NULL, 0}, &r));
}

static bool
fields(const char *value, const char *best, const char *worst,
	struct rating *r)
{
	return rating_fields(text_of(value), text_of(best), text_of(worst), r);
}

static void
scales_are_kept_as_given(void **state)
{
	struct rating r;

	(void)state;
	assert_true(fields("6.0", "6", "1", &r));
	assert_string_equal(r.best, "6");
	assert_string_equal(r.worst, "1");
	assert_true(fields("4/5", "10", NULL, &r));
	assert_string_equal(r.best, "10");
	/* A worst of 5 beside a 5 is a mistake, not a scale. */
	assert_true(fields("5", NULL, "5", &r));
	assert_string_equal(r.worst, "");
	assert_string_equal(r.best, "");
	assert_true(fields("0.5", "5", "0.5", &r));
	assert_string_equal(r.worst, "0.5");
}

static void
nought_on_a_scale_from_one_is_unrated(void **state)
{
	struct rating r;

	(void)state;
	assert_true(fields("0", NULL, NULL, &r));
	assert_true(rating_is_unrated(&r));
	assert_true(fields("0", "5", "1", &r));
	assert_true(rating_is_unrated(&r));
	assert_true(fields("0", "100", NULL, &r));
	assert_false(rating_is_unrated(&r));
	assert_true(fields("0", "5", "0", &r));
	assert_false(rating_is_unrated(&r));
	assert_true(fields("1", "5", "1", &r));
	assert_false(rating_is_unrated(&r));
}

static void
counts_lose_their_thousands_marks(void **state)
{
	static const struct { const char *text, *count; } samples[] = {
		{"452", "452"}, {"1,204 reviews", "1204"},
		{"(7.429 Bewertungen)", "7429"}, {"1 234 567", "1234567"},
		{"452.0", "452"}, {"4.5", "4"}, {"۱۲۳", "123"},
		{"12,3456", "12"},
	};
	char digits[RATING_DIGITS];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		assert_true(rating_count(text_of(samples[i].text), digits));
		assert_string_equal(digits, samples[i].count);
	}
	assert_false(rating_count(text_of("none"), digits));
}

static void
elements_show_ratings(void **state)
{
	static const struct sample samples[] = {
		{"<img alt='4 av 5 stjerner'>", "4", "5"},
		{"<i title='Read 9 reviews'></i><i class=star-3></i>", "3", ""},
		{"<p><b style='width: 80%'></b></p>", "4", "5"},
		{"<p><i class='ic on-star'></i><i class='ic on-star'></i>"
		    "<i class='ic star-off'></i></p>", "2", "3"},
		{"<p><i class=star></i><i class=star></i><i class=star></i>"
		    "<i class=star></i><i class=star></i></p>", "5", "5"},
		{"<p><svg class=FullStar><path/></svg><svg class=FullStar>"
		    "</svg><svg class=EmptyStar></svg></p>", "2", "3"},
		{"<img src='/a9/stars_4.5.png?x=1'>", "4.5", ""},
		{"<b class='rating-45'></b>", "4.5", ""},
		{"<b class='filled-4_5 x'></b>", "4.5", ""},
		{"<meta content='3'>", "3", ""},
	};
	static const char *const none[] = {
		"<p>text</p>", "<img src='stars_56786.gif'>",
		"<img src='images5/stars.gif'>", "<i title='Great'></i>",
	};
	struct html_document *d;
	struct complaint c;
	struct rating r;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		d = html_read(text_of(samples[i].text), NULL, &c);
		assert_non_null(d);
		if (!stars_read(html_root(d), &r) ||
		    strcmp(r.value, samples[i].value) != 0 ||
		    strcmp(r.best, samples[i].best) != 0)
			fail_msg("%s: %s of %s", samples[i].text, r.value,
			    r.best);
		html_free(d);
	}
	for (i = 0; i < sizeof(none) / sizeof(none[0]); i++) {
		d = html_read(text_of(none[i]), NULL, &c);
		if (stars_read(html_root(d), &r))
			fail_msg("%s: %s", none[i], r.value);
		html_free(d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ratings_are_read_as_written),
		cmocka_unit_test(what_is_no_rating_is_none),
		cmocka_unit_test(scales_are_kept_as_given),
		cmocka_unit_test(nought_on_a_scale_from_one_is_unrated),
		cmocka_unit_test(counts_lose_their_thousands_marks),
		cmocka_unit_test(elements_show_ratings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
