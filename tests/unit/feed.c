/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Feeds, and XML as recipes see it. */
#include "page.h"

#include "html.h"

static void
rss_entries_with_a_rating(void **state)
{
	static const char feed[] = "\n \n<?xml version=\"1.0\"?>\n<rss xmlns:"
	    "letterboxd=\"https://l\" xmlns:dc=\"d\"><channel><title>T</title>"
	    "<item><title>Film, 2020 - ★★★½</title><link>https://l.example/1"
	    "</link><guid>rev-1</guid><pubDate>Mon, 29 Jun 2020 01:41:48 "
	    "+1200</pubDate><letterboxd:filmTitle>Film</letterboxd:filmTitle>"
	    "<letterboxd:memberRating>3.5</letterboxd:memberRating>"
	    "<description><![CDATA[<p><img src=x></p><p>Long &amp; dull</p>]]>"
	    "</description><dc:creator>Zoe</dc:creator></item>"
	    "<item><title>A list</title><description>Films</description>"
	    "</item><item><title>5 best films</title></item>"
	    "<item><title>Other ★★★★</title></item></channel></rss>";
	struct extract x;
	const struct review *r;

	(void)state;
	page_read_as(&x, feed, sizeof(feed) - 1, "application/rss+xml");
	assert_int_equal(x.review_count, 2);
	r = &x.review[0];
	page_text("rating", r->rating, "3.5");
	page_text("best", r->best, "5");
	page_text("worst", r->worst, "0.5");
	page_text("item", r->item, "Film");
	page_text("author", r->author, "Zoe");
	page_text("date", r->published, "2020-06-29T01:41:48+12:00");
	page_text("body", r->body, "Long & dull");
	page_text("url", r->url, "https://l.example/1");
	page_text("id", r->native_id, "rev-1");
	page_text("by", r->extractor, "feed");
	page_text("stars in a title", x.review[1].rating, "4");
	extract_release(&x);
}

static void
the_app_is_no_review_of_itself(void **state)
{
	static const char feed[] = "<?xml version=\"1.0\"?><feed xmlns:im="
	    "\"http://i\" xmlns=\"http://www.w3.org/2005/Atom\"><entry><id>1"
	    "</id><title>App</title><im:name>App</im:name><content type="
	    "\"text\"/></entry><entry><id>2</id><title>Dear</title>"
	    "<content type=\"html\">&lt;p&gt;page&lt;/p&gt;</content>"
	    "<content type=\"text\">a &lt; b</content><im:rating>2"
	    "</im:rating><im:voteSum>7</im:voteSum><im:version>3.5</im:version>"
	    "<author><name>Al</name><uri>u</uri></author>"
	    "<updated>2026-07-15T16:06:18-07:00</updated>"
	    "<link rel=\"related\" href=\"https://x.example/app\"/></entry>"
	    "</feed>";
	struct extract x;

	(void)state;
	page_read_as(&x, feed, sizeof(feed) - 1, NULL);
	assert_int_equal(x.review_count, 1);
	page_text("rating", x.review[0].rating, "2");
	page_text("worst", x.review[0].worst, "1");
	page_text("body", x.review[0].body, "a < b");
	page_text("author", x.review[0].author, "Al");
	page_text("votes", x.review[0].upvotes, "7");
	page_text("version", x.review[0].version, "3.5");
	page_text("url", x.review[0].url, "https://shop.example/p/1");
	extract_release(&x);
}

static void
entities_of_a_file_are_not_expanded(void **state)
{
	static const char feed[] = "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\">"
	    "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!-- ]> ' -->]>"
	    "<rss><broken><channel><item><title t=\"&b;\">x&b;y &amp; z &ndash; &apos;&</title>"
	    "<rating>4</rating></item></channel></rss>";
	struct extract x;

	(void)state;
	page_read_as(&x, feed, sizeof(feed) - 1, NULL);
	assert_int_equal(x.review_count, 1);
	page_text("title", x.review[0].title, "x&b;y & z – '&");
	extract_release(&x);
}

struct seen {
	int count;
	char last[64];
};

static int
see(void *context, const struct html_node *node, struct text value)
{
	struct seen *s = context;

	(void)node;
	s->count++;
	snprintf(s->last, sizeof(s->last), "%.*s", (int)value.length,
	    value.bytes == NULL ? "" : value.bytes);
	return 0;
}

static void
xpaths_match_names_as_written(void **state)
{
	static const char xml[] = "<feed xmlns=\"http://a\" xmlns:im=\"http://b"
	    "\"><entry xml:lang=\"en\"><im:rating n=\"1\">4</im:rating></entry>"
	    "<entry><im:rating>5</im:rating><un:known>6</un:known></entry>"
	    "</feed>";
	static const struct { const char *path; int count; const char *last; }
	samples[] = {
		{"/feed/entry", 2, ""}, {"//im:rating/text()", 2, "5"},
		{"//un:known/text()", 1, "6"}, {"//@n", 1, "1"},
		{"//entry/@xml:lang", 1, "en"},
		{"string(/feed/entry[2]/im:rating)", 1, "5"},
		{"count(//entry)", 1, "2"}, {"//nothing", 0, ""},
	};
	struct html_document *d;
	struct complaint c;
	size_t i;

	(void)state;
	d = xml_read(text_of(xml), &c);
	assert_non_null(d);
	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		struct seen s = {.count = 0};

		assert_int_equal(html_xpath(d, NULL, samples[i].path, see, &s,
		    &c), 0);
		if (s.count != samples[i].count ||
		    strcmp(s.last, samples[i].last) != 0)
			fail_msg("%s: %d, %s", samples[i].path, s.count,
			    s.last);
	}
	assert_int_equal(html_xpath(d, NULL, "//[", see, NULL, &c), -1);
	html_free(d);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rss_entries_with_a_rating),
		cmocka_unit_test(the_app_is_no_review_of_itself),
		cmocka_unit_test(entities_of_a_file_are_not_expanded),
		cmocka_unit_test(xpaths_match_names_as_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
