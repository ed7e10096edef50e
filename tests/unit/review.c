/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "review.h"

#define ABSENT ((struct text){NULL, 0})

static struct complaint c;
static struct arena arena;
static struct buffer line;
static struct review_reader_line back;
static char hex[ID_HEX], other[ID_HEX];

static int
set_up(void **state)
{
	(void)state;
	arena_init(&arena, 64 << 20);
	buffer_init(&line, 64 << 20);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	buffer_release(&line);
	return 0;
}

static struct review
whole_review(void)
{
	return (struct review){
		.id = text_of("00112233445566778899aabbccddeeff"),
		.source = text_of("s"), .kind = text_of("social"),
		.brand = text_of("b"), .item = text_of("i"),
		.url = text_of("https://u/"), .language = text_of("pt-BR"),
		.detected = text_of("pt"), .rating = text_of("4.50"),
		.best = text_of("5"), .worst = text_of("1"),
		.title = text_of("n"), .body = text_of("a\n\"b\"\t\xC4\x8D"),
		.positive = text_of("p"), .negative = text_of("m"),
		.author = text_of("who"), .published = text_of("2026-08"),
		.modified = text_of("2026-08-09"), .reply = text_of("thanks"),
		.reply_date = text_of("2026-08-10"), .upvotes = text_of("12"),
		.location = text_of("HR"), .version = text_of("1.2"),
		.verified = text_of("true"), .extractor = text_of("json-ld"),
		.capture = {.file = text_of("f"), .offset = 7,
		    .fetched = text_of("2026-11-21T20:21:22Z")},
	};
}

static void
keys_have_one_order(void **state)
{
	struct review r = whole_review();

	(void)state;
	buffer_clear(&line);
	assert_int_equal(review_write(&line, &r), 0);
	assert_string_equal(line.bytes,
	    "{\"id\":\"00112233445566778899aabbccddeeff\",\"source\":\"s\","
	    "\"kind\":\"social\",\"brand\":\"b\",\"item\":\"i\","
	    "\"url\":\"https://u/\",\"inLanguage\":\"pt-BR\","
	    "\"detectedLanguage\":\"pt\",\"reviewRating\":{\"ratingValue\":"
	    "4.50,\"bestRating\":5,\"worstRating\":1},\"name\":\"n\","
	    "\"reviewBody\":\"a\\n\\\"b\\\"\\t\xC4\x8D\","
	    "\"positiveNotes\":\"p\",\"negativeNotes\":\"m\","
	    "\"author\":\"who\",\"datePublished\":\"2026-08\","
	    "\"dateModified\":\"2026-08-09\",\"reply\":{\"text\":\"thanks\","
	    "\"dateCreated\":\"2026-08-10\"},\"upvoteCount\":12,"
	    "\"location\":\"HR\",\"verified\":true,\"version\":\"1.2\","
	    "\"extractor\":\"json-ld\",\"capture\":{\"file\":\"f\","
	    "\"offset\":7,\"fetched\":\"2026-11-21T20:21:22Z\"}}\n");
}

static void
absent_is_not_written(void **state)
{
	struct review r = {.body = text_of("x"), .rating = ABSENT,
	    .best = text_of("5"), .verified = text_of("perhaps"),
	    .capture = {.offset = -1}};

	(void)state;
	buffer_clear(&line);
	review_write(&line, &r);
	assert_string_equal(line.bytes, "{\"reviewBody\":\"x\"}\n");
	r.body = ABSENT;
	r.rating = text_of("ONE");
	r.best = ABSENT;
	buffer_clear(&line);
	review_write(&line, &r);
	assert_string_equal(line.bytes,
	    "{\"reviewRating\":{\"ratingValue\":\"ONE\"}}\n");
}

static void
numbers_are_what_json_calls_numbers(void **state)
{
	static const struct { const char *digits, *written; } known[] = {
		{"5", "5"}, {"0", "0"}, {"4.0", "4.0"}, {"-1", "-1"},
		{"05", "\"05\""}, {"4,5", "\"4,5\""}, {".5", "\".5\""},
		{"5.", "\"5.\""}, {"1e3", "\"1e3\""}, {"", "\"\""},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		struct review r = {.rating = text_of(known[i].digits),
		    .capture = {.offset = -1}};
		char wanted[80];

		snprintf(wanted, sizeof(wanted), "{\"reviewRating\":"
		    "{\"ratingValue\":%s}}\n", known[i].written);
		buffer_clear(&line);
		review_write(&line, &r);
		assert_string_equal(line.bytes, wanted);
	}
}

static void
what_is_written_is_read_again(void **state)
{
	struct review r = whole_review();

	(void)state;
	buffer_clear(&line);
	review_write(&line, &r);
	assert_int_equal(review_read(&back, (struct text){line.bytes,
	    line.length - 1}, &arena, &c), 0);
	assert_int_equal(back.type, REVIEW_REVIEW);
	assert_true(text_equals(back.review.body, r.body));
	assert_true(text_equals(back.review.rating, r.rating));
	assert_true(text_equals(back.review.worst, r.worst));
	assert_true(text_equals(back.review.reply_date, r.reply_date));
	assert_true(text_equals(back.review.upvotes, r.upvotes));
	assert_true(text_equals(back.review.verified, r.verified));
	assert_true(text_equals(back.review.version, r.version));
	assert_true(text_equals(back.review.negative, r.negative));
	assert_true(text_equals(back.review.capture.fetched,
	    r.capture.fetched));
	assert_int_equal(back.review.capture.offset, 7);
}

static void
aggregates_and_runs_too(void **state)
{
	struct review_aggregate g = {.id = text_of("1"), .item = text_of("i"),
	    .rating = text_of("4.7"), .review_count = text_of("42"),
	    .capture = {.offset = -1}};
	struct review_run run = {.row = text_of("a.b"), .requests = 3,
	    .stated = -1, .collected = 2, .stop = text_of("absent"),
	    .status = text_of("complete"), .capture = {.offset = -1}};

	(void)state;
	buffer_clear(&line);
	review_aggregate_write(&line, &g);
	assert_non_null(strstr(line.bytes, "\"type\":\"AggregateRating\""));
	review_read(&back, (struct text){line.bytes, line.length - 1}, &arena,
	    &c);
	assert_int_equal(back.type, REVIEW_AGGREGATE);
	assert_true(text_is(back.aggregate.review_count, "42"));
	buffer_clear(&line);
	review_run_write(&line, &run);
	assert_null(strstr(line.bytes, "stated"));
	review_read(&back, (struct text){line.bytes, line.length - 1}, &arena,
	    &c);
	assert_int_equal(back.type, REVIEW_RUN);
	assert_int_equal(back.run.stated, -1);
	assert_int_equal(back.run.requests, 3);
	assert_true(text_is(back.run.stop, "absent"));
}

static void
others_lines_are_read_by_what_they_say(void **state)
{
	static const struct {
		const char *line;
		int result;
		bool empty;
	} known[] = {
		{"{\"reviewBody\":\"x\"}", 0, false},
		{"{\"reviewRating\":4}", 0, false},
		{"{\"name\":\"x\"}", 0, false},
		{"{\"author\":\"x\"}", 0, true},
		{"{\"reviewBody\":null}", 0, true}, {"{}", 0, true},
		{"[]", -1, false}, {"{\"reviewBody\":\"x\"", -1, false},
		{"", -1, false},
		{"{\"type\":\"Review\",\"reviewBody\":\"x\"}", 0, false},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		assert_int_equal(review_read(&back, text_of(known[i].line),
		    &arena, &c), known[i].result);
		assert_int_equal(back.empty, known[i].empty);
	}
	assert_int_equal(review_read(&back, text_of("{\"type\":\"New\"}"),
	    &arena, &c), 0);
	assert_int_equal(back.type, REVIEW_OTHER);
}

/* ---- identity ---- */

static void
the_native_id_decides(void **state)
{
	struct review r = whole_review();

	(void)state;
	r.native_id = text_of("42");
	review_identify(&r, hex);
	r.body = text_of("edited");
	r.author = text_of("renamed");
	r.published = text_of("2020");
	review_identify(&r, other);
	assert_string_equal(hex, other);
	r.source = text_of("elsewhere");
	review_identify(&r, other);
	assert_string_not_equal(hex, other);
}

static void
without_one_the_content_does(void **state)
{
	struct review r = whole_review();
	struct text *const part[] = {&r.source, &r.brand, &r.item, &r.author,
	    &r.published, &r.title, &r.body};
	size_t i;

	(void)state;
	r.body = text_of(" two  words\n");
	review_identify(&r, hex);
	r.body = text_of("two\twords");
	r.rating = text_of("1");
	r.url = text_of("https://other/");
	review_identify(&r, other);
	assert_string_equal(hex, other);
	for (i = 0; i < sizeof(part) / sizeof(*part); i++) {
		struct text kept = *part[i];

		*part[i] = text_of("changed");
		review_identify(&r, other);
		assert_string_not_equal(hex, other);
		*part[i] = kept;
	}
}

static struct review_version
version(const char *text)
{
	struct review_version v;

	review_version_of(text_of(text), &v);
	return v;
}

/* A total order: the fetch time, then the content, last where it was found. */
static void
versions_are_ordered(void **state)
{
	struct review_version early = version("{\"reviewBody\":\"a\","
	    "\"capture\":{\"file\":\"f\",\"fetched\":\"2026-01-01T00:00:00Z\"}"
	    "}");
	struct review_version late = version("{\"reviewBody\":\"a\","
	    "\"capture\":{\"file\":\"f\",\"fetched\":\"2026-01-01T01:00:00"
	    "+00:30\"}}");
	struct review_version moved = version("{\"reviewBody\":\"a\","
	    "\"capture\":{\"file\":\"g\",\"offset\":9,\"fetched\":"
	    "\"2026-01-01T00:00:00Z\"}}");
	struct review_version edited = version("{\"reviewBody\":\"b\","
	    "\"capture\":{\"file\":\"f\",\"fetched\":\"2026-01-01T00:00:00Z\"}"
	    "}");
	struct review_version none = version("{\"reviewBody\":\"a\"}");

	(void)state;
	assert_true(review_version_compare(&early, &late) < 0);
	assert_true(review_version_compare(&late, &early) > 0);
	assert_memory_equal(early.content, moved.content, DIGEST_SIZE);
	assert_int_equal(review_version_compare(&early, &early), 0);
	assert_true((review_version_compare(&early, &moved) > 0) !=
	    (review_version_compare(&moved, &early) > 0));
	assert_int_not_equal(review_version_compare(&early, &edited), 0);
	assert_true(review_version_compare(&early, &edited) > 0 ?
	    review_version_compare(&edited, &early) < 0 :
	    review_version_compare(&edited, &early) > 0);
	assert_true(review_version_compare(&none, &early) < 0);
}

/* ---- stars ---- */

static void
scales_become_stars(void **state)
{
	static const struct {
		const char *value, *best, *worst;
		int32_t stars;		/* 0: none */
	} known[] = {
		{"4", NULL, NULL, 40000}, {"4.5", NULL, NULL, 45000},
		{"5", "5", "1", 50000}, {"1", "5", "1", 10000},
		{"9", NULL, NULL, 45555}, {"87", NULL, NULL, 44800},
		{"6", "6", NULL, 50000}, {"0", "10", "0", 10000},
		{"10", "10", "0", 50000}, {"1", "1", "0", 50000},
		{"0", "1", "0", 10000}, {"5", "5", "5", 50000},
		{"3", "5", "5", 30000}, {"0.5", NULL, NULL, 10000},
		{"0", NULL, NULL, 0}, {"6", "5", NULL, 0}, {"-1", NULL, NULL,
		0}, {"ONE", NULL, NULL, 0}, {NULL, NULL, NULL, 0},
		{"101", NULL, NULL, 0}, {"4", "many", NULL, 40000},
	};
	int32_t stars;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		struct review r = {.rating = text_of(known[i].value),
		    .best = text_of(known[i].best),
		    .worst = text_of(known[i].worst)};

		if (known[i].stars == 0) {
			assert_false(review_stars(&r, &stars));
			continue;
		}
		assert_true(review_stars(&r, &stars));
		assert_int_equal(stars, known[i].stars);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_have_one_order),
		cmocka_unit_test(absent_is_not_written),
		cmocka_unit_test(numbers_are_what_json_calls_numbers),
		cmocka_unit_test(what_is_written_is_read_again),
		cmocka_unit_test(aggregates_and_runs_too),
		cmocka_unit_test(others_lines_are_read_by_what_they_say),
		cmocka_unit_test(the_native_id_decides),
		cmocka_unit_test(without_one_the_content_does),
		cmocka_unit_test(versions_are_ordered),
		cmocka_unit_test(scales_become_stars),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
