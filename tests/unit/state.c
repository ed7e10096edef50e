/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reviews in the state of a page's scripts, and beside its markup; ratings
 * that nobody gave. */
#include "page.h"

#include <stdlib.h>

#include "state.h"

static const char *
literal(const char *script)
{
	static char shown[4096];
	struct buffer to;
	size_t at = 0;

	buffer_init(&to, sizeof(shown) - 1);
	if (state_literal(&to, text_of(script), &at) < 0)
		snprintf(shown, sizeof(shown), "no");
	else
		snprintf(shown, sizeof(shown), "%.*s|%s", (int)to.length,
		    to.bytes, script + at);
	buffer_release(&to);
	return shown;
}

static void
literals_become_json(void **state)
{
	(void)state;
	assert_string_equal(literal("{a:1,'b':\"x\\\"y\",c:[.5,1.,-2e3,],};z"),
	    "{\"a\":1,\"b\":\"x\\\"y\",\"c\":[0.5,1,-2e3]}|;z");
	assert_string_equal(literal("[!0,!1,void 0,undefined,null,NaN]"),
	    "[true,false,null,null,null,null]|");
	assert_string_equal(literal("{d:new Date(\"2021\"),s:'it\\'s \"a\"\\x21"
	    "',f:function(a){return {}},g:1+2,h:`t`}"),
	    "{\"d\":\"2021\",\"s\":\"it's \\\"a\\\"\\u0021\",\"f\":null,"
	    "\"g\":1,\"h\":\"t\"}|");
	assert_string_equal(literal("JSON.parse(\"{\\\"a\\\":1}\")"),
	    "\"{\\\"a\\\":1}\"|");
	assert_string_equal(literal("(function(a,b){a.x=b;return {t:a,u:b,"
	    "v:c}}(\"p\",{q:2}));w"),
	    "{\"t\":\"p\",\"u\":{\"q\":2},\"v\":null}|);w");
	assert_string_equal(literal("{a:"), "no");
	assert_string_equal(literal("}"), "no");
}

/* Every beginning of a script ends, and so do deep ones. */
static void
cut_and_deep_literals_end(void **state)
{
	static const char script[] = "(function(a,b){return {r:[{t:a,u:'x\\'',"
	    "d:new Date(b),f:function(){var q=\"}\"}}],n:-1.5e3}}(\"p\",[1,{"
	    "\"k\":`v`}]))";
	char deep[2000];
	struct buffer to;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(script); i++) {
		size_t at = 0;

		buffer_init(&to, 4096);
		state_literal(&to, (struct text){script, i}, &at);
		assert_true(at <= i);
		buffer_release(&to);
	}
	memset(deep, '[', sizeof(deep) - 1);
	deep[sizeof(deep) - 1] = '\0';
	assert_string_equal(literal(deep), "no");
}

static void
flat_arrays_are_unfolded(void **state)
{
	static const char *const flat[] = {
		("[[\"Reactive\",1],{\"a\":2,\"b\":3},[4,4],"
		    "[\"Date\",\"2021\"],7]"), "{\"a\":[7,7],\"b\":\"2021\"}",
		"[{\"a\":-1,\"b\":99}]", "{\"a\":null,\"b\":null}",
	};
	struct complaint c;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(flat) / sizeof(*flat); i += 2) {
		struct json_document *d = json_read(flat[i], strlen(flat[i]),
		    false, "f", &c);
		struct buffer to;

		buffer_init(&to, 4096);
		assert_int_equal(state_unflatten(&to, json_root(d)), 0);
		assert_string_equal(to.bytes, flat[i + 1]);
		buffer_release(&to);
		json_free(d);
	}
}

#define ROW "{\"rating\":4,\"text\":\"Fine.\",\"author\":\"Di\"," \
	"\"createdAt\":\"2024-01-02\"}"

static void
every_home_of_a_state(void **state)
{
	static const char *const page[] = {
		"<script id=\"__NEXT_DATA__\" type=\"application/json\">"
		    "{\"props\":{\"reviews\":[" ROW "]}}</script>",
		"<script>window.__INITIAL_STATE__ = {reviews: [" ROW "]};"
		    "(function(){var s;}());</script>",
		"<script>var x={};window.__S__=JSON.parse('{\"reviews\":["
		    ROW "]}')</script>",
		"<script>window.__NUXT__=(function(a){return {reviews:"
		    "[{rating:4,text:a,author:'Di',createdAt:\"2024-01-02\"}]"
		    "}}(\"Fine.\"));</script>",
		"<script type=\"application/json\" id=\"__NUXT_DATA__\">"
		    "[{\"reviews\":1},[2],{\"rating\":3,\"text\":4,\"author\":"
		    "5,\"createdAt\":6},4,\"Fine.\",\"Di\",\"2024-01-02\"]"
		    "</script>",
		"<script>self.__next_f.push([1,\"1:{\\\"reviews\\\":[{\\\""
		    "rating\\\":4,\\\"text\\\":\\\"Fi\"])</script><script>"
		    "self.__next_f.push([1,\"ne.\\\",\\\"author\\\":\\\"Di\\\","
		    "\\\"createdAt\\\":\\\"2024-01-02\\\"}]}\\n\"])</script>",
		"<div data-page=\"{&quot;reviews&quot;:[{&quot;rating&quot;:4,"
		    "&quot;text&quot;:&quot;Fine.&quot;,&quot;author&quot;:"
		    "&quot;Di&quot;,&quot;createdAt&quot;:&quot;2024-01-02"
		    "&quot;}]}\"></div>",
	};
	struct extract x;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(page) / sizeof(*page); i++) {
		page_read(&x, page[i]);
		if (x.review_count != 1)
			fail_msg("%zu reviews: %s", x.review_count, page[i]);
		page_text("rating", x.review[0].rating, "4");
		page_text("text", x.review[0].body, "Fine.");
		page_text("author", x.review[0].author, "Di");
		page_text("date", x.review[0].published, "2024-01-02");
		page_text("extractor", x.review[0].extractor, "state");
		extract_release(&x);
	}
	/* Comments below an article are no reviews of it. */
	page_read(&x, "<script type=\"application/json\">{\"preview\":1,"
	    "\"comments\":[{\"text\":\"Hi\",\"author\":\"u\",\"date\":"
	    "\"2024-01-02\",\"likes\":2,\"score\":1}]}</script>");
	assert_int_equal(x.review_count, 0);
	extract_release(&x);
}

#define LD(rating, text, more) "<script type='application/ld+json'>" \
	"{\"@type\":\"Product\",\"name\":\"K\",\"review\":[{\"@type\":" \
	"\"Review\",\"author\":\"Di\",\"datePublished\":\"2024-01-02\"," \
	"\"reviewBody\":\"" text "\",\"reviewRating\":{\"ratingValue\":" \
	rating "}}" more "]}</script>"
#define STATE(rating, text) "<script>window.S={reviews:[{rating:" rating \
	",text:'" text "',author:'Di',date:'2024-01-02T10:00:00Z',lang:'en'," \
	"likes:3,reply:{text:'Thanks'}}]}</script>"

static void
the_richer_fields_win(void **state)
{
	struct extract x;

	(void)state;
	/* JSON-LD lost the line's end. */
	page_read(&x, LD("4", "It boils.And it is silent at that.", "")
	    STATE("4", "It boils.\\nAnd it is silent at that."));
	assert_int_equal(x.review_count, 1);
	page_text("text", x.review[0].body,
	    "It boils. And it is silent at that.");
	page_text("language", x.review[0].language, "en");
	page_text("upvotes", x.review[0].upvotes, "3");
	page_text("reply", x.review[0].reply, "Thanks");
	page_text("date", x.review[0].published, "2024-01-02T10:00:00Z");
	page_text("extractor", x.review[0].extractor, "json-ld");
	assert_string_equal(x.review[0].origin[REVIEW_KEY_UPVOTES], "state");
	assert_null(x.review[0].origin[REVIEW_KEY_RATING]);
	extract_release(&x);
	/* The real text for what a template left. */
	page_read(&x, LD("4", "{{review.text}}", "") STATE("4", "It boils."));
	assert_int_equal(x.review_count, 1);
	page_text("text", x.review[0].body, "It boils.");
	assert_string_equal(x.review[0].origin[REVIEW_KEY_BODY], "state");
	extract_release(&x);
	/* One person's rating for the average. */
	page_read(&x, LD("4.7", "It is silent, and it boils.", "")
	    STATE("2", "It is silent, and it boils."));
	assert_int_equal(x.review_count, 1);
	page_text("rating", x.review[0].rating, "2");
	assert_int_equal(x.review[0].doubt, REVIEW_DOUBT_STARS);
	extract_release(&x);
}

#define GIVEN(by, rating) "{\"@type\":\"Review\",\"author\":\"" by \
	"\",\"reviewBody\":\"By " by "\",\"reviewRating\":{\"ratingValue\":" \
	rating "}}"
#define ITEM(average, count, a, b, c) "<script type=" \
	"'application/ld+json'>{\"@type\":\"Product\",\"name\":\"K\"," \
	"\"aggregateRating\":{\"ratingValue\":" average ",\"reviewCount\":" \
	count "},\"review\":[" GIVEN("a", a) "," GIVEN("b", b) "," \
	GIVEN("c", c) "]}</script>"

static void
ratings_that_nobody_gave(void **state)
{
	static const struct { const char *page; unsigned doubt; } page[] = {
		{ITEM("4.7", "90", "4.7", "4.7", "4.7"),
		    REVIEW_DOUBT_AVERAGE},
		{ITEM("4.5", "90", "4.5", "4.5", "4.5"), 0},
		{ITEM("4.7", "90", "5", "4", "5"), 0},
		{ITEM("3.9", "3", "5", "5", "5"), REVIEW_DOUBT_CONSTANT},
		/* The best three of many. */
		{ITEM("3.9", "90", "5", "5", "5"), 0},
		{ITEM("5", "3", "5", "5", "5"), 0},
	};
	struct extract x;
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof(page) / sizeof(*page); i++) {
		page_read(&x, page[i].page);
		assert_int_equal(x.review_count, 3);
		for (k = 0; k < 3; k++)
			assert_int_equal(x.review[k].doubt, page[i].doubt);
		extract_release(&x);
	}
}

#define MARKED(by, alt) "<div itemscope itemtype='http://schema.org/Review'>" \
	"<b itemprop=author>" by "</b><i itemprop=reviewBody>So " by "</i>" \
	"<div itemprop=reviewRating itemscope itemtype=" \
	"'http://schema.org/Rating'><meta itemprop=ratingValue content=5>" \
	"<img alt='" alt " out of 5 stars'></div></div>"

static void
other_stars_are_shown(void **state)
{
	struct extract x;
	size_t i;

	(void)state;
	page_read(&x, MARKED("a", "5") MARKED("b", "2") MARKED("c", "5"));
	assert_int_equal(x.review_count, 3);
	for (i = 0; i < 3; i++)
		assert_int_equal(x.review[i].doubt, i == 1 ?
		    REVIEW_DOUBT_STARS : 0);
	extract_release(&x);
}

static void
aspects_are_kept(void **state)
{
	struct extract x;

	(void)state;
	page_read(&x, "<script type='application/ld+json'>{\"@type\":\"Review\""
	    ",\"reviewBody\":\"Good\",\"reviewRating\":[{\"ratingValue\":4},"
	    "{\"reviewAspect\":\"Service\",\"ratingValue\":\"3,5\","
	    "\"bestRating\":5},{\"reviewAspect\":\"Food \\\"hot\\\"\","
	    "\"ratingValue\":2}]}</script>");
	assert_int_equal(x.review_count, 1);
	page_text("rating", x.review[0].rating, "4");
	page_text("aspects", x.review[0].sub_ratings,
	    "[{\"reviewAspect\":\"Service\",\"ratingValue\":3.5,"
	    "\"bestRating\":5},{\"reviewAspect\":\"Food \\\"hot\\\"\","
	    "\"ratingValue\":2}]");
	extract_release(&x);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(literals_become_json),
		cmocka_unit_test(cut_and_deep_literals_end),
		cmocka_unit_test(flat_arrays_are_unfolded),
		cmocka_unit_test(every_home_of_a_state),
		cmocka_unit_test(the_richer_fields_win),
		cmocka_unit_test(ratings_that_nobody_gave),
		cmocka_unit_test(other_stars_are_shown),
		cmocka_unit_test(aspects_are_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
