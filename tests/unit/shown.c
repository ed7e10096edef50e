/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Averages of pages that mark nothing up, and what only looks like them. */
#include "page.h"

#define REST "<a href=#review>r</a>"

static void
check(const char *html, const char *value, const char *count, bool reviews)
{
	struct extract x;

	page_read(&x, html);
	if (x.aggregate_count != (value != NULL))
		fail_msg("%zu of %s", x.aggregate_count, html);
	if (value != NULL) {
		const struct review_aggregate *a = &x.aggregate[0];

		page_text("value", a->rating, value);
		page_text("best", a->best, "5");
		page_text("item", a->item, "Lamp");
		page_text("count", reviews ? a->review_count :
		    a->rating_count, count);
	}
	extract_release(&x);
}

#define LAMP(inside) REST "<h1>Lamp</h1><div class=rating>" inside "</div>"

static void
totals_in_words(void **state)
{
	(void)state;
	check(LAMP("4.6 out of 5 | 1,234 ratings"), "4.6", "1234", false);
	check(LAMP("Rated 4.6/5 based on 1,234 customer reviews"), "4.6",
	    "1234", true);
	check(LAMP("4,6 von 5 Sternen, 1.234 Bewertungen"), "4.6", "1234",
	    false);
	check(LAMP("4,6 sur 5 - 1 234 avis"), "4.6", "1234", true);
	check(LAMP("<i>4.6</i><i>5 yıldız üzerinden 4,6</i><i>1.234 "
	    "değerlendirme</i>"), "4.6", "1234", false);
	check(LAMP("<i>5つ星のうち4.6</i><i>1,234件のグローバル評価</i>"), "4.6",
	    "1234", false);
	check(LAMP("<i class=star title=\"4.6 of 5 stars\"></i>") , NULL, NULL,
	    false);
	check(REST "<h1>Lamp</h1><p><i class=star title=\"4.6 of 5 stars\"></i>"
	    "<a>12 reviews</a></p>", "4.6", "12", true);
}

static void
totals_in_attributes(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, REST "of 5<h1>Lamp</h1><p data-average-rating=4.6 "
	    "data-number-of-reviews=12></p>");
	assert_int_equal(x.aggregate_count, 1);
	page_text("value", x.aggregate[0].rating, "4.6");
	page_text("best", x.aggregate[0].best, NULL);
	page_text("count", x.aggregate[0].review_count, "12");
	extract_release(&x);
}

static void
what_is_no_total(void **state)
{
	(void)state;
	/* a date, a place in a list, people, a count that is the scale */
	check(LAMP("April 18th, 2005 Lamp (Hero) Rating: 4 out of 5"), NULL,
	    NULL, false);
	check(LAMP("Page 2 of 5, 12 reviews"), NULL, NULL, false);
	check(LAMP("4 of 5: 12 reviewers"), NULL, NULL, false);
	check(LAMP("4 out of 5 ratings"), NULL, NULL, false);
	check(LAMP("92% of 12 reviews, 4 of 100"), NULL, NULL, false);
	check(REST "<h1>News</h1><p>In 4 out of 5 cases 12 ratings fell.</p>",
	    NULL, NULL, false);
	/* two that differ, none below the heading */
	check(REST "<p class=rating>4 of 5, 12 ratings</p><p class=rating>"
	    "3 of 5, 9 ratings</p>", NULL, NULL, false);
}

static void
the_first_below_the_heading(void **state)
{
	(void)state;
	check(REST "<p class=rating>3 of 5, 9 ratings</p>" LAMP("4 of 5, 12 "
	    "ratings") "<p class=rating>2 of 5, 7 ratings</p>", "4", "12",
	    false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(totals_in_words),
		cmocka_unit_test(totals_in_attributes),
		cmocka_unit_test(what_is_no_total),
		cmocka_unit_test(the_first_below_the_heading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
