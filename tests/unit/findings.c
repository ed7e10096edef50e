/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzz targets of tests/fuzz found, each by itself. */
#include "unit.h"

#include "buffer.h"
#include "json.h"
#include "repair.h"
#include "review.h"
#include "robots.h"
#include "strip.h"

/* fuzz repair: a name, then a value without its colon, was written as two
 * strings side by side. */
static void
repair_name_without_colon(void **state)
{
	static const char *const broken[] = {
		"[{\"a\":\"b\"}{b\"}{\"c\":\"d\"}]", "{a\" 'b'}", "{a\" {}}",
		"{a\"{}}", "{a\"[1]}",
		/* A quote in a bare address, a literal as a name. */
		"{\"u\": x://a\"x\", true: 1, NaN: 2}",
	};
	struct json_document *d;
	struct complaint c;
	struct buffer to;
	size_t i;

	(void)state;
	buffer_init(&to, 1 << 16);
	for (i = 0; i < sizeof(broken) / sizeof(*broken); i++) {
		buffer_clear(&to);
		assert_int_equal(repair_json(&to, text_of(broken[i])), 0);
		d = json_read(to.bytes, to.length, false, "repaired", &c);
		if (d == NULL)
			fail_msg("%s: %s", broken[i], to.bytes);
		json_free(d);
	}
	buffer_release(&to);
}

/* fuzz html: pointer arithmetic on a rating that is absent. */
static void
html_absent_rating_is_no_number(void **state)
{
	struct review r = {.id = text_of("0123"), .body = text_of("b")};
	struct buffer to;

	(void)state;
	buffer_init(&to, 1 << 16);
	assert_int_equal(review_write(&to, &r), 0);
	assert_string_equal(to.bytes,
	    "{\"id\":\"0123\",\"reviewBody\":\"b\"}\n");
	buffer_release(&to);
}

/* fuzz robots: an empty rule before any pattern. */
static void
robots_empty_rule(void **state)
{
	static const char file[] = "user-agent: *\ndisallow:\n";
	struct robots *r = robots_read(file, sizeof(file) - 1, "sayso");

	(void)state;
	assert_non_null(r);
	assert_true(robots_allows(r, "/a"));
	robots_free(r);
}

/* fuzz html: words of an attribute that has no value at all. */
static void
html_words_of_nothing(void **state)
{
	struct text rest = {NULL, 0}, word;

	(void)state;
	assert_false(strip_token(&rest, &word));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(repair_name_without_colon),
		cmocka_unit_test(html_absent_rating_is_no_number),
		cmocka_unit_test(robots_empty_rule),
		cmocka_unit_test(html_words_of_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
