/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page.h"

static void
hreview_in_any_capitals(void **state)
{
	static const char *const names[] = {"hreview", "hReview", "HREVIEW"};
	char page[1024];
	struct extract x;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(page, sizeof(page), "<div class=\"a %s\"><b class="
		    "summary>Fine food</b><span class=\"item vcard\"><b class="
		    "\"fn org\">Inn</b></span><p class=\"reviewer vcard\">by "
		    "<a class=fn href=/u>Ann</a>, <abbr class=dtreviewed "
		    "title=\"200502\">February</abbr></p>(<abbr class=rating "
		    "title=5>*****</abbr>)<p class=description>We liked it"
		    "</p></div>", names[i]);
		page_read(&x, page);
		assert_int_equal(x.review_count, 1);
		page_text("title", x.review[0].title, "Fine food");
		page_text("item", x.review[0].item, "Inn");
		page_text("author", x.review[0].author, "Ann");
		page_text("date", x.review[0].published, "2005-02");
		page_text("rating", x.review[0].rating, "5");
		page_text("body", x.review[0].body, "We liked it");
		page_text("by", x.review[0].extractor, "microformats");
		extract_release(&x);
	}
}

static void
value_classes(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div class=hreview><span class=rating>Rated "
	    "<span class=value>7</span> of <span class=best>10</span></span>"
	    "<span class=dtreviewed>on <span class=value-title "
	    "title=\"2012-05-04\"> </span>May</span></div>");
	assert_int_equal(x.review_count, 1);
	page_text("rating", x.review[0].rating, "7");
	page_text("best", x.review[0].best, "10");
	page_text("date", x.review[0].published, "2012-05-04");
	extract_release(&x);
}

static void
aggregates_are_no_reviews(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div class=hrecipe><h1 class=fn>Soup</h1><div class="
	    "\"review hreview-aggregate\"><span class=rating><span class="
	    "average>6.0</span> out of <span class=best>6</span></span> by "
	    "<b class=votes>12</b></div></div>");
	assert_int_equal(x.review_count, 0);
	assert_int_equal(x.aggregate_count, 1);
	page_text("average", x.aggregate[0].rating, "6.0");
	page_text("best", x.aggregate[0].best, "6");
	page_text("votes", x.aggregate[0].rating_count, "12");
	page_text("item", x.aggregate[0].item, "Soup");
	extract_release(&x);
}

static void
h_review(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div class=h-product><b class=p-name>Lamp</b><p class="
	    "e-content>Not a review</p><div class=\"p-review h-review\">"
	    "<b class=p-name>Bright</b><data class=p-rating value=4>****"
	    "</data><b class=p-best>5</b><a class=\"p-author h-card\">"
	    "<i class=p-name>Ann</i></a><time class=dt-published "
	    "datetime=\"2024-03-02\">x</time><div class=e-content>Good light"
	    "</div></div></div>");
	assert_int_equal(x.review_count, 1);
	page_text("title", x.review[0].title, "Bright");
	page_text("rating", x.review[0].rating, "4");
	page_text("best", x.review[0].best, "5");
	page_text("author", x.review[0].author, "Ann");
	page_text("date", x.review[0].published, "2024-03-02");
	page_text("body", x.review[0].body, "Good light");
	page_text("item", x.review[0].item, "Lamp");
	extract_release(&x);
}

static void
reviews_left_open_in_each_other(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div class=hreview><b class=reviewer>Ann</b><p class="
	    "description>one</p><div class=hreview><b class=reviewer>Bo</b>"
	    "<p class=description>two</p><div class=hreview><p class="
	    "description>three</p>");
	assert_int_equal(x.review_count, 3);
	page_text("first", x.review[0].body, "one");
	page_text("second", x.review[1].author, "Bo");
	page_text("third", x.review[2].author, NULL);
	extract_release(&x);
}

static void
an_implied_review_is_its_text(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<a class=h-review href=/r>Good inn</a>");
	assert_int_equal(x.review_count, 1);
	page_text("body", x.review[0].body, "Good inn");
	extract_release(&x);
}

static void
no_tree_without_a_marker(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<div class=\"preview reviews review-list\" "
	    "typeof=\"string\"><p class=rating>4</p></div>");
	assert_int_equal(x.review_count, 0);
	assert_int_equal(x.aggregate_count, 0);
	extract_release(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hreview_in_any_capitals),
		cmocka_unit_test(value_classes),
		cmocka_unit_test(aggregates_are_no_reviews),
		cmocka_unit_test(h_review),
		cmocka_unit_test(reviews_left_open_in_each_other),
		cmocka_unit_test(an_implied_review_is_its_text),
		cmocka_unit_test(no_tree_without_a_marker),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
