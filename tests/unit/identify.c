/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "collect.h"
#include "identify.h"
#include "sniff.h"

#define ABSENT ((struct text){NULL, 0})

static struct arena arena;
static struct complaint c;
static char hex[ID_HEX], other[ID_HEX];
static bool cut;

static const struct plan_brand brand = {.name = "Planned"};
static const struct plan_row row = {.key = "planned.shop", .recipe = "r",
    .source = "Shop", .language = "hr", .item = "Kettle", .brand = &brand};
static const struct recipe recipe = {.id = "r", .kind = "retailer",
    .source = "Recipe's"};

static int
set_up(void **state)
{
	(void)state;
	arena_init(&arena, 64 << 20);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static struct review
some_review(void)
{
	return (struct review){.body = text_of("Boils fast"),
	    .author = text_of("Ana"), .rating = text_of("4"),
	    .capture = {.offset = -1}};
}

static void
the_plan_wins_over_capture_and_recipe(void **state)
{
	struct origin o = {.recipe = &recipe, .source = text_of("Captured"),
	    .kind = text_of("social"), .brand = text_of("Old"),
	    .url = text_of("https://a.example/x")};
	struct review r = some_review();

	(void)state;
	assert_int_equal(identify_review(&r, &o, hex, &cut, &arena), 0);
	assert_true(text_is(r.source, "Captured"));
	assert_true(text_is(r.kind, "social"));
	assert_true(text_is(r.brand, "Old"));
	assert_true(text_is_absent(r.item));
	assert_true(text_is(r.url, "https://a.example/x"));
	r = some_review();
	r.item = text_of("of the page");
	r.language = text_of("de");
	o.row = &row;
	assert_int_equal(identify_review(&r, &o, hex, &cut, &arena), 0);
	assert_true(text_is(r.source, "Shop"));
	assert_true(text_is(r.brand, "Planned"));
	assert_true(text_is(r.kind, "social"));
	assert_true(text_is(r.item, "Kettle"));
	assert_true(text_is(r.language, "de"));
	assert_false(text_is_absent(r.detected));
	assert_true(text_is(r.id, hex));
}

static void
the_recipe_and_the_host_are_last(void **state)
{
	struct origin o = {.url = text_of("https://A.Example:8080/x?y"),
	    .recipe = &recipe};
	struct review r = some_review();

	(void)state;
	identify_review(&r, &o, hex, &cut, &arena);
	assert_true(text_is(r.source, "Recipe's"));
	assert_true(text_is(r.kind, "retailer"));
	o.recipe = NULL;
	identify_review(&r, &o, hex, &cut, &arena);
	assert_true(text_is(r.source, "a.example"));
	assert_true(text_is_absent(r.kind));
}

static void
hosts(void **state)
{
	static const struct { const char *url, *host; } known[] = {
		{"http://a.example", "a.example"},
		{"https://u:p@B.example:1/", "b.example"},
		{"https://b.example?x@y", "b.example"},
		{"http://[::1]:80/x", "[::1]"},
		{"http:///x", NULL}, {"file:/etc/x", NULL}, {"", NULL},
		{"a.example", NULL},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		struct text host = identify_host(text_of(known[i].url),
		    &arena);

		if (known[i].host == NULL)
			assert_true(text_is_absent(host));
		else
			assert_true(text_is(host, known[i].host));
	}
	assert_true(text_is_absent(identify_host(ABSENT, &arena)));
}

static void
fields_of_captures_are_unescaped(void **state)
{
	(void)state;
	assert_true(text_is(identify_field(text_of("A %26 B%25 %C4%8d"),
	    &arena), "A & B% \xC4\x8D"));
	assert_true(text_is(identify_field(text_of("100% %4 %zz"), &arena),
	    "100% %4 %zz"));
	assert_true(text_is_absent(identify_field(ABSENT, &arena)));
}

static void
authors_are_hashed_after_the_id_is_made(void **state)
{
	struct origin o = {.row = &row}, hashed = {.row = &row,
	    .hash_authors = true};
	struct review kept = some_review(), r = some_review(), keyed;

	(void)state;
	identify_review(&kept, &o, other, &cut, &arena);
	identify_review(&r, &hashed, hex, &cut, &arena);
	assert_true(text_is(kept.author, "Ana"));
	assert_int_equal(r.author.length, 16);
	/* SHA-256 of "Ana" begins so. */
	assert_true(text_is(r.author, "dea210f058b407db"));
	assert_string_equal(hex, other);
	hashed.authors_key = text_of("key");
	keyed = some_review();
	identify_review(&keyed, &hashed, other, &cut, &arena);
	assert_int_equal(keyed.author.length, 16);
	assert_false(text_equals(keyed.author, r.author));
	assert_string_equal(hex, other);
	r = some_review();
	r.author = ABSENT;
	identify_review(&r, &hashed, hex, &cut, &arena);
	assert_true(text_is_absent(r.author));
}

static void
huge_texts_are_cut_at_a_character(void **state)
{
	size_t length = REVIEW_TEXT_MAX + 2;
	char *huge = malloc(length);
	struct origin o = {.row = &row};
	struct review r = some_review();

	(void)state;
	assert_non_null(huge);
	memset(huge, 'a', length);
	memcpy(huge + REVIEW_TEXT_MAX - 1, "\xC4\x8D", 2);
	r.body = (struct text){huge, length};
	r.author = (struct text){huge, length};
	identify_review(&r, &o, hex, &cut, &arena);
	assert_true(cut);
	assert_int_equal(r.body.length, REVIEW_TEXT_MAX - 1);
	assert_true(text_is_absent(r.author));
	r = some_review();
	identify_review(&r, &o, hex, &cut, &arena);
	assert_false(cut);
	free(huge);
}

static void
aggregates_keep_the_item_of_the_page(void **state)
{
	struct origin o = {.row = &row, .url = text_of("https://a.example/")};
	struct review_aggregate g = {.rating = text_of("4")};

	(void)state;
	identify_aggregate(&g, &o, hex, &arena);
	assert_true(text_is(g.item, "Kettle"));
	g.item = text_of("Toaster");
	identify_aggregate(&g, &o, other, &arena);
	assert_true(text_is(g.item, "Toaster"));
	assert_string_not_equal(hex, other);
}

/* ---- collecting ---- */

static struct buffer written;

static int
keep(void *context, const void *bytes, size_t length, struct complaint *why)
{
	(void)context;
	(void)why;
	return buffer_add(&written, bytes, length);
}

static void
put(struct collect *k, const char *id, const char *body, const char *fetched)
{
	struct review r = {.native_id = text_of(id), .body = text_of(body),
	    .capture = {.file = text_of("f"), .offset = 0,
	    .fetched = text_of(fetched)}};

	review_identify(&r, hex);
	assert_int_equal(collect_review(k, &r, &c), 0);
}

/* The order of first sight, and the greatest version of each. */
static void
each_id_is_written_once(void **state)
{
	struct collect k;
	const char *a, *b;
	int round, i;

	(void)state;
	buffer_init(&written, 64 << 20);
	collect_init(&k, keep, NULL);
	for (round = 0; round < 2; round++) {
		put(&k, "1", "newest", "2026-01-03T00:00:00Z");
		put(&k, "2", "two", "2026-01-01T00:00:00Z");
		put(&k, "1", "oldest", "2026-01-01T00:00:00Z");
		put(&k, "2", "two, later", "2026-01-02T00:00:00Z");
		assert_int_equal(k.reviews, 2);
		assert_int_equal(collect_finish(&k, NULL, &c), 0);
		a = strstr(written.bytes, "newest");
		b = strstr(written.bytes, "two, later");
		assert_non_null(a);
		assert_non_null(b);
		assert_true(a < b);
		assert_null(strstr(written.bytes, "oldest"));
		assert_null(strstr(written.bytes, "\"two\""));
		buffer_clear(&written);
	}
	for (i = 0; i < 5000; i++) {
		char id[16];

		snprintf(id, sizeof(id), "%d", i % 2500);
		put(&k, id, "x", "2026-01-01T00:00:00Z");
	}
	assert_int_equal(k.reviews, 2500);
	collect_release(&k);
	buffer_release(&written);
}

static void
stated_is_the_sum_over_distinct_aggregates(void **state)
{
	struct collect k;
	struct review_aggregate g = {.rating = text_of("4")};
	static const struct { const char *item, *count; } known[] = {
		{"a", "10"}, {"b", NULL}, {"a", "10"}, {"c", "many"},
		{"d", "32"},
	};
	size_t i;

	(void)state;
	buffer_init(&written, 1 << 20);
	collect_init(&k, keep, NULL);
	assert_int_equal(collect_stated(&k), -1);
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		g.item = text_of(known[i].item);
		g.review_count = text_of(known[i].count);
		review_aggregate_identify(&g, hex);
		assert_int_equal(collect_aggregate(&k, &g, &c), 0);
	}
	assert_int_equal(k.aggregates, 4);
	assert_int_equal(collect_stated(&k), 42);
	collect_release(&k);
	buffer_release(&written);
}

/* ---- what a file is ---- */

static void
content_comes_before_the_name(void **state)
{
	static const struct {
		const char *head, *name;
		enum sniff_type type;
	} known[] = {
		{"", "x.html", SNIFF_EMPTY}, {" \n\t", NULL, SNIFF_EMPTY},
		{"WARC/1.0\r\nWARC-Type: x", "x.html", SNIFF_WARC},
		{"{\"a\":1}", "x.csv", SNIFF_JSON},
		{"{\"a\":1}\n{\"a\":2}\n", NULL, SNIFF_JSONL},
		{"{\"a\":1}\n", NULL, SNIFF_JSON},
		{"{\"a\":1}\n", "x.jsonl", SNIFF_JSONL},
		{"{\n\"a\":1}\n", NULL, SNIFF_JSON},
		{"\xEF\xBB\xBF[1]", NULL, SNIFF_JSON},
		{"<!DOCTYPE html><html>", "x.xml", SNIFF_HTML},
		{"<?xml version=\"1.0\"?>\n<!-- a --><html>", "x", SNIFF_HTML},
		{"\n<?xml version=\"1.0\"?><a>", "x", SNIFF_XML},
		{"<atom:feed>", "x", SNIFF_XML}, {"<div>", "x", SNIFF_HTML},
		{"<a>", "x.xml.gz", SNIFF_XML},
		{"score,comment\n1,x\n", NULL, SNIFF_CSV},
		{"just words", NULL, SNIFF_OTHER},
		{"just words", "x.csv", SNIFF_CSV},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++)
		assert_int_equal(sniff(text_of(known[i].head), known[i].name),
		    known[i].type);
	assert_int_equal(sniff((struct text){"RIFF\0x", 6}, NULL),
	    SNIFF_BINARY);
	assert_int_equal(sniff_answer(text_of("{\"a\":1}"),
	    text_of("text/plain")), SNIFF_OTHER);
	assert_int_equal(sniff_answer(text_of("{\"a\":1}"),
	    text_of("application/json")), SNIFF_JSON);
	assert_int_equal(sniff_answer(text_of("<svg>"),
	    text_of("image/svg+xml")), SNIFF_OTHER);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_plan_wins_over_capture_and_recipe),
		cmocka_unit_test(the_recipe_and_the_host_are_last),
		cmocka_unit_test(hosts),
		cmocka_unit_test(fields_of_captures_are_unescaped),
		cmocka_unit_test(authors_are_hashed_after_the_id_is_made),
		cmocka_unit_test(huge_texts_are_cut_at_a_character),
		cmocka_unit_test(aggregates_keep_the_item_of_the_page),
		cmocka_unit_test(each_id_is_written_once),
		cmocka_unit_test(stated_is_the_sum_over_distinct_aggregates),
		cmocka_unit_test(content_comes_before_the_name),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
