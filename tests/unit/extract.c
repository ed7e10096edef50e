/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens between the formats: merging, clones, limits. */
#include "page.h"

#define REVIEW "<div itemscope itemtype=\"http://schema.org/Review\">"
#define SCRIPT(json) "<script type=\"application/ld+json\">" json "</script>"

static void
two_formats_of_one_review_are_one(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, SCRIPT("{\"@type\":\"Review\",\"author\":\"Ann\","
	    "\"datePublished\":\"2024-03-02\",\"reviewBody\":\"A long text "
	    "that is cut in the mid...\",\"name\":\"Fine\"}")
	    REVIEW "<b itemprop=author>Ann</b><time itemprop=datePublished "
	    "datetime=\"2024-03-02T10:00Z\"></time><b itemprop=ratingValue>4"
	    "</b><p itemprop=reviewBody>A long text that is cut in the middle"
	    " of it</p></div>" REVIEW "<p itemprop=reviewBody>Other</p></div>");
	assert_int_equal(x.review_count, 2);
	page_text("by", x.review[0].extractor, "json-ld");
	page_text("title", x.review[0].title, "Fine");
	page_text("rating", x.review[0].rating, "4");
	page_text("body", x.review[0].body,
	    "A long text that is cut in the middle of it");
	page_text("date", x.review[0].published, "2024-03-02T10:00Z");
	page_text("other", x.review[1].body, "Other");
	extract_release(&x);
}

static void
what_contradicts_stays_two(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, SCRIPT("[{\"@type\":\"Review\",\"author\":\"Ann\","
	    "\"reviewBody\":\"Good\"},{\"@type\":\"Review\",\"author\":"
	    "\"Bo\",\"reviewBody\":\"Good\"},{\"@type\":\"Review\","
	    "\"author\":\"Ann\",\"reviewBody\":\"Good\",\"datePublished\":"
	    "\"2024\"},{\"@type\":\"Review\",\"author\":\"Ann\","
	    "\"reviewBody\":\"Good\",\"itemReviewed\":\"Lamp\","
	    "\"identifier\":\"1\"},{\"@type\":\"Review\",\"author\":\"Ann\","
	    "\"reviewBody\":\"Good\",\"itemReviewed\":\"Desk\","
	    "\"identifier\":\"2\"}]"));
	assert_int_equal(x.review_count, 4);
	assert_int_equal(x.clones, 1);
	extract_release(&x);
}

static void
ratings_without_text_are_told_apart(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, SCRIPT("[{\"@type\":\"Review\",\"reviewRating\":5},"
	    "{\"@type\":\"Review\",\"reviewRating\":5},"
	    "{\"@type\":\"Review\",\"author\":\"A\",\"datePublished\":\"2024\","
	    "\"reviewRating\":5},{\"@type\":\"Review\",\"author\":\"A\","
	    "\"datePublished\":\"2024\",\"reviewRating\":5}]"));
	assert_int_equal(x.review_count, 3);
	extract_release(&x);
}

static void
an_id_of_two_reviews_is_none(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, SCRIPT("[{\"@type\":\"Review\",\"identifier\":\"7\","
	    "\"reviewBody\":\"One\"},{\"@type\":\"Review\",\"identifier\":"
	    "\"7\",\"reviewBody\":\"Two\"},{\"@type\":\"Review\","
	    "\"@id\":\"https://shop.example/r/9\",\"reviewBody\":\"Three\"},"
	    "{\"@type\":\"Review\",\"@id\":\"#r4\",\"reviewBody\":\"Four\"}]"));
	assert_int_equal(x.review_count, 4);
	page_text("first", x.review[0].native_id, NULL);
	page_text("second", x.review[1].native_id, NULL);
	page_text("third", x.review[2].native_id, "https://shop.example/r/9");
	page_text("fourth", x.review[3].native_id, NULL);
	extract_release(&x);
}

static void
an_extract_is_used_again(void **state)
{
	static const char page[] = SCRIPT("{\"@type\":\"Review\","
	    "\"reviewBody\":\"Good\"}");
	struct page p = {.bytes = {page, sizeof(page) - 1}};
	struct complaint c;
	struct extract x;
	int i;

	(void)state;
	extract_init(&x);
	for (i = 0; i < 3; i++) {
		assert_int_equal(extract_page(&x, &p, &c), 0);
		assert_int_equal(x.review_count, 1);
		page_text("no url", x.review[0].url, NULL);
		extract_clear(&x);
		assert_int_equal(x.review_count, 0);
	}
	extract_release(&x);
}

static void
pages_without_anything(void **state)
{
	static const char nuls[64];
	struct extract x;

	(void)state;
	page_read(&x, "");
	extract_release(&x);
	page_read(&x, "<");
	extract_release(&x);
	page_read(&x, "class=hreview");
	assert_int_equal(x.review_count, 0);
	extract_release(&x);
	page_read_as(&x, nuls, sizeof(nuls), "text/html");
	assert_int_equal(x.review_count, 0);
	extract_release(&x);
}

static void
many_alike_are_still_fast(void **state)
{
	struct extract x;
	struct buffer b;
	int i;

	(void)state;
	buffer_init(&b, 16 << 20);
	buffer_add_string(&b, "<script type=\"application/ld+json\">[");
	for (i = 0; i < 20000; i++)
		buffer_add_format(&b, "%s{\"@type\":\"Review\",\"author\":\"A"
		    "\",\"datePublished\":\"2024\",\"reviewBody\":\"The same "
		    "beginning of a text, number %d\"}", i ? "," : "", i);
	buffer_add_string(&b, "]</script>");
	page_read(&x, b.bytes);
	assert_int_equal(x.review_count, 20000);
	extract_release(&x);
	buffer_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(two_formats_of_one_review_are_one),
		cmocka_unit_test(what_contradicts_stays_two),
		cmocka_unit_test(ratings_without_text_are_told_apart),
		cmocka_unit_test(an_id_of_two_reviews_is_none),
		cmocka_unit_test(an_extract_is_used_again),
		cmocka_unit_test(pages_without_anything),
		cmocka_unit_test(many_alike_are_still_fast),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
