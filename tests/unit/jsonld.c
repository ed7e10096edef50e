/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page.h"

#include "buffer.h"
#include "json.h"
#include "jsonld.h"

#define SCRIPT(json) "<script type=\"application/ld+json\">" json "</script>"

static void
a_product_with_reviews(void **state)
{
	struct extract x;
	const struct review *r;

	(void)state;
	page_read(&x, "<html lang=en>" SCRIPT("{\"@context\":"
	    "\"https://schema.org\",\"@type\":\"Product\",\"name\":\"Lamp\","
	    "\"aggregateRating\":{\"@type\":\"AggregateRating\","
	    "\"ratingValue\":\"4,6\",\"reviewCount\":\"1.204\","
	    "\"itemReviewed\":\"343026\"},"
	    "\"review\":[{\"@type\":\"Review\",\"name\":\"Bright\","
	    "\"reviewBody\":\"Light &amp; <b>warm</b>\\n\","
	    "\"author\":[{\"@type\":\"Person\",\"name\":\"Ann\"},"
	    "{\"name\":\"Bo\"}],\"datePublished\":\"2024-03-02\","
	    "\"reviewRating\":{\"ratingValue\":4,\"bestRating\":\"5\"},"
	    "\"inLanguage\":\"en\",\"url\":\"#r1\","
	    "\"positiveNotes\":{\"@type\":\"ItemList\",\"itemListElement\":"
	    "[{\"@type\":\"ListItem\",\"name\":\"warm\"},"
	    "{\"@type\":\"ListItem\",\"name\":\"small\"}]},"
	    "\"comment\":{\"@type\":\"Comment\",\"text\":\"Thank you\","
	    "\"dateCreated\":\"2024-03-04\"}},"
	    "{\"@type\":\"Review\",\"author\":\"Cy\",\"reviewRating\":\"3/5\"}]"
	    "}"));
	assert_int_equal(x.review_count, 2);
	r = &x.review[0];
	page_text("title", r->title, "Bright");
	page_text("body", r->body, "Light & warm");
	page_text("author", r->author, "Ann, Bo");
	page_text("date", r->published, "2024-03-02");
	page_text("rating", r->rating, "4");
	page_text("best", r->best, "5");
	page_text("item", r->item, "Lamp");
	page_text("url", r->url, "https://shop.example/p/1#r1");
	page_text("language", r->language, "en");
	page_text("positive", r->positive, "warm; small");
	page_text("reply", r->reply, "Thank you");
	page_text("reply date", r->reply_date, "2024-03-04");
	page_text("extractor", r->extractor, "json-ld");
	page_text("second", x.review[1].rating, "3");
	page_text("second best", x.review[1].best, "5");
	page_text("page url", x.review[1].url, "https://shop.example/p/1");
	assert_int_equal(x.aggregate_count, 1);
	page_text("average", x.aggregate[0].rating, "4.6");
	page_text("count", x.aggregate[0].review_count, "1204");
	page_text("of", x.aggregate[0].item, "Lamp");
	extract_release(&x);
}

static void
graphs_and_references(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, SCRIPT("{\"@graph\":[{\"@type\":\"Product\",\"@id\":"
	    "\"#p\",\"name\":\"Lamp\",\"review\":{\"@id\":\"#r\"}},"
	    "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann\"}]}")
	    SCRIPT("{\"@type\":[\"Review\",\"CreativeWork\"],\"@id\":\"#r\","
	    "\"author\":{\"@id\":\"#a\"},\"reviewBody\":\"Fine\"}")
	    SCRIPT("{\"@type\":\"schema:UserReview\",\"itemReviewed\":"
	    "{\"@id\":\"#p\"},\"description\":\"Poor\"}"));
	assert_int_equal(x.review_count, 2);
	page_text("item", x.review[0].item, "Lamp");
	page_text("author", x.review[0].author, "Ann");
	page_text("body", x.review[1].body, "Poor");
	page_text("item", x.review[1].item, "Lamp");
	extract_release(&x);
}

static void
what_is_no_review(void **state)
{
	static const char no_json_ld[] = "<script>var x = '{\"@type\":"
	    "\"Review\",\"reviewBody\":\"x\"}'</script>";
	const char *const pages[] = {
		SCRIPT("{\"@type\":\"Review\",\"name\":\"News\",\"author\":"
		    "\"A\"}"),
		SCRIPT("{\"@type\":\"ClaimReview\",\"reviewBody\":\"x\","
		    "\"reviewRating\":{\"ratingValue\":1}}"),
		SCRIPT("{\"@type\":[\"Review\",\"MediaReview\"],"
		    "\"reviewBody\":\"x\"}"),
		SCRIPT("{\"@type\":\"Review\",\"reviewBody\":\" \","
		    "\"reviewRating\":{\"ratingValue\":\"0\"}}"),
		SCRIPT("{\"@type\":\"NewsArticle\",\"description\":"
		    "\"Review of the year\"}"),
		no_json_ld,
	};
	struct extract x;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		page_read(&x, pages[i]);
		if (x.review_count != 0)
			fail_msg("%s", pages[i]);
		extract_release(&x);
	}
}

static void
a_rating_of_the_review_is_no_aggregate(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, SCRIPT("{\"@type\":\"Review\",\"reviewBody\":\"x\","
	    "\"aggregateRating\":{\"ratingValue\":3,\"ratingCount\":7},"
	    "\"itemReviewed\":{\"name\":\"Lamp\",\"aggregateRating\":"
	    "{\"ratingValue\":4,\"ratingCount\":9}}}"));
	assert_int_equal(x.aggregate_count, 1);
	page_text("count", x.aggregate[0].rating_count, "9");
	extract_release(&x);
}

static void
script_types_are_written_in_many_ways(void **state)
{
	static const char *const tags[] = {
		"<SCRIPT TYPE='application/LD+JSON'>",
		"<script type=application/ld+json>",
		"<script type=\"application&#x2F;ld&#x2B;json\">",
		"<script type=\"application/ld&#43;json; charset=utf-8\">",
		"<script data-x='>' type=\"application/ld&plus;json\" async>",
	};
	struct buffer page;
	struct extract x;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		buffer_init(&page, 4096);
		buffer_add_string(&page, tags[i]);
		buffer_add_string(&page, "{\"@type\":\"Review\",\"reviewBody\""
		    ":\"x</b>\"}</script>");
		page_read(&x, page.bytes);
		if (x.review_count != 1)
			fail_msg("%s", tags[i]);
		extract_release(&x);
		buffer_release(&page);
	}
}

/* Broken script, and what it must be read as. */
static const struct { const char *broken, *meant; } repairs[] = {
	{"<!-- {\"a\":1} -->", "{\"a\":1}"},
	{"/*<![CDATA[*/{\"a\":1}/*]]>*/", "{\"a\":1}"},
	{"//<![CDATA[\n{\"a\":1}\n//]]>", "{\"a\":1}"},
	{"{\"a\":1};", "{\"a\":1}"},
	{"{\"a\":[1,2,],}", "[{\"a\":[1,2]}]"},
	{"{\"a\":\"x\ty\nz\"}", "{\"a\":\"x\\ty\\nz\"}"},
	{"{\"a\":\"don\\'t\"}", "[{\"a\":\"don't\"}]"},
	{"{\"a\":\"a \"good\" day\",\"b\":2}",
	    "[{\"a\":\"a \\\"good\\\" day\",\"b\":2}]"},
	{"{\"a\":\"so \"good\", he said\",\"b\":2}",
	    "[{\"a\":\"so \\\"good\\\", he said\",\"b\":2}]"},
	{"{'a': 'x', 'b': 'it''s'}", "[{\"a\":\"x\",\"b\":\"it''s\"}]"},
	{"{\"a\": Product, \"b\": None}",
	    "[{\"a\":\"Product\",\"b\":\"None\"}]"},
	{"{\"a\": Daniel C,\n\"b\": true}", "[{\"a\":\"Daniel C\",\"b\":true}]"},
	{"{\"a\":1\n\"b\":2}", "[{\"a\":1,\"b\":2}]"},
	{"{\"a\":\"x\"\n\"b\":2}", "[{\"a\":\"x\",\"b\":2}]"},
	{"\"@type\":\"Review\", \"a\":{\"b\":1}",
	    "{\"@type\":\"Review\",\"a\":{\"b\":1}}"},
	{"\"a\": 1,\n\"b\": Product,", "{\"a\":1,\"b\":\"Product\"}"},
	{"{\"a\":1}{\"b\":2}", "[{\"a\":1},{\"b\":2}]"},
	{"{\"a\":1}}", "[{\"a\":1}]"},
	{"{&quot;a&quot;:&quot;x&quot;}", "[{\"a\":\"x\"}]"},
	{"{\"a\":[{\"b\":\"1\"},{\"b\":\"2\"},{\"b\":\"3",
	    "[{\"a\":[{\"b\":\"1\"},{\"b\":\"2\"}]}]"},
	{"{\"a\":{\"b\":1", "[{\"a\":{\"b\":1}}]"},
	{"{\"a\":}", "[{\"a\":null}]"},
	{"{/* c */\"a\":1, // d\n\"b\":2}", "[{\"a\":1,\"b\":2}]"},
	{"{\"a\":007}", "[{\"a\":\"007\"}]"},
};

static void
broken_json_is_repaired(void **state)
{
	struct buffer b;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(repairs) / sizeof(repairs[0]); i++) {
		struct complaint c = {.text = ""};
		struct json_document *d =
		    jsonld_read(text_of(repairs[i].broken), &c);

		if (d == NULL)
			fail_msg("%s: %s", repairs[i].broken, c.text);
		buffer_init(&b, 65536);
		json_write(&b, json_root(d));
		if (strcmp(b.bytes, repairs[i].meant) != 0)
			fail_msg("%s: %s", repairs[i].broken, b.bytes);
		buffer_release(&b);
		json_free(d);
	}
}

static void
a_page_cut_in_a_review_keeps_the_whole_ones(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<script type=\"application/ld+json\">{\"@type\":"
	    "\"Product\",\"review\":[{\"@type\":\"Review\",\"reviewBody\":"
	    "\"one\"},{\"@type\":\"Review\",\"author\":\"B\",\"reviewBody\":"
	    "\"tw");
	assert_int_equal(x.review_count, 1);
	page_text("body", x.review[0].body, "one");
	extract_release(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_product_with_reviews),
		cmocka_unit_test(graphs_and_references),
		cmocka_unit_test(what_is_no_review),
		cmocka_unit_test(a_rating_of_the_review_is_no_aggregate),
		cmocka_unit_test(script_types_are_written_in_many_ways),
		cmocka_unit_test(broken_json_is_repaired),
		cmocka_unit_test(a_page_cut_in_a_review_keeps_the_whole_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
