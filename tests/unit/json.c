/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "json.h"

static struct complaint c;

static struct json_document *
read_text(const char *text, bool comments)
{
	return json_read(text, strlen(text), comments, "x.json", &c);
}

static void
assert_refused(const char *text, bool comments, const char *said)
{
	struct json_document *d = read_text(text, comments);

	assert_null(d);
	if (strstr(c.text, said) == NULL)
		fail_msg("%s: \"%s\" does not say \"%s\"", text, c.text, said);
}

static void
assert_written(const char *text, bool comments, const char *expected)
{
	struct json_document *d = read_text(text, comments);
	struct buffer b;

	if (d == NULL)
		fail_msg("%s: %s", text, c.text);
	buffer_init(&b, 1 << 20);
	assert_int_equal(json_write(&b, json_root(d)), 0);
	assert_string_equal(b.bytes, expected);
	buffer_release(&b);
	json_free(d);
}

static void
test_values(void **state)
{
	(void)state;
	assert_written(" {\"a\" : [1, -2.50e+3,true,false , null, \"x\"] } ",
	    false, "{\"a\":[1,-2.50e+3,true,false,null,\"x\"]}");
	assert_written("\xEF\xBB\xBF[]", false, "[]");
	assert_written("\"\"", false, "\"\"");
	assert_written("7", false, "7");
	assert_written("{\"\":{}}", false, "{\"\":{}}");
}

static void
test_types(void **state)
{
	struct json_document *d = read_text(
	    "[null,false,true,1,\"1\",[],{}]", false);
	const struct json *v;
	int type = JSON_NULL;

	(void)state;
	for (v = json_first(json_root(d)); v != NULL; v = json_next(v))
		assert_int_equal(json_type(v), type++);
	assert_int_equal(type, JSON_OBJECT + 1);
	assert_int_equal(json_count(json_root(d)), 7);
	assert_true(json_is_true(json_element(json_root(d), 2)));
	assert_false(json_is_true(json_element(json_root(d), 4)));
	assert_null(json_element(json_root(d), 7));
	json_free(d);
}

static void
test_nothing_gives_nothing(void **state)
{
	int64_t n;

	(void)state;
	assert_int_equal(json_type(NULL), JSON_ABSENT);
	assert_null(json_member(NULL, "a"));
	assert_null(json_at(NULL, "/a/b"));
	assert_null(json_first(NULL));
	assert_null(json_next(NULL));
	assert_int_equal(json_count(NULL), 0);
	assert_true(text_is_absent(json_text(NULL)));
	assert_false(json_integer(NULL, &n));
	assert_null(json_root(NULL));
	json_free(NULL);
}

static void
test_numbers_keep_their_digits(void **state)
{
	struct json_document *d = read_text("{\"id\":9007199254740993,"
	    "\"big\":123456789012345678901234567890,\"f\":4.50,"
	    "\"e\":1e999,\"z\":1384819300.0,\"s\":\"42\",\"n\":-7,"
	    "\"h\":\"4.5\",\"w\":\" 4\"}", false);
	const struct json *root = json_root(d);
	int64_t n;

	(void)state;
	assert_true(text_is(json_text(json_member(root, "id")),
	    "9007199254740993"));
	assert_true(json_integer(json_member(root, "id"), &n));
	assert_true(n == INT64_C(9007199254740993));
	assert_true(text_is(json_text(json_member(root, "big")),
	    "123456789012345678901234567890"));
	assert_false(json_integer(json_member(root, "big"), &n));
	assert_true(text_is(json_text(json_member(root, "f")), "4.50"));
	assert_false(json_integer(json_member(root, "f"), &n));
	assert_true(text_is(json_text(json_member(root, "e")), "1e999"));
	assert_true(json_integer(json_member(root, "z"), &n));
	assert_true(n == 1384819300);
	assert_true(json_integer(json_member(root, "s"), &n));
	assert_true(n == 42);
	assert_true(json_integer(json_member(root, "n"), &n));
	assert_true(n == -7);
	assert_false(json_integer(json_member(root, "h"), &n));
	assert_false(json_integer(json_member(root, "w"), &n));
	json_free(d);
}

static void
test_what_cjson_gets_wrong(void **state)
{
	static const char nul[] = "[\"a\0b\"]", outside[] = "[1,\0 2]";
	struct json_document *d;

	(void)state;
	assert_written("[\"x\\u0000y\"]", false, "[\"x\xEF\xBF\xBDy\"]");
	assert_written("[\"\\ud800\"]", false, "[\"\xEF\xBF\xBD\"]");
	assert_written("[\"\\udc00\\ud800x\"]", false,
	    "[\"\xEF\xBF\xBD\xEF\xBF\xBDx\"]");
	assert_written("[\"\\ud800\\ud83d\\ude00\"]", false,
	    "[\"\xEF\xBF\xBD\xF0\x9F\x98\x80\"]");
	assert_written("[\"a\xFF\xFEz\"]", false, "[\"a\xEF\xBF\xBDz\"]");
	assert_written("{\"\\u0000\":1}", false, "{\"\xEF\xBF\xBD\":1}");
	assert_refused("[1] x", false, "x.json:1: ");
	assert_refused("[1]]", false, "x.json:1: ");
	assert_refused("[01]", false, "a number that is none");
	d = json_read(nul, sizeof(nul) - 1, false, "x", &c);
	assert_true(text_is(json_text(json_at(json_root(d), "/0")),
	    "a\xEF\xBF\xBD" "b"));
	json_free(d);
	assert_null(json_read(outside, sizeof(outside) - 1, false, "x", &c));
}

static void
test_names(void **state)
{
	struct json_document *d = read_text("{\"Rating\":1,\"rating\":2,"
	    "\"rating\":3,\"N\":4}", false);

	(void)state;
	assert_true(text_is(json_text(json_member(json_root(d), "rating")),
	    "2"));
	assert_null(json_member(json_root(d), "RATING"));
	assert_string_equal(json_name(json_first(json_root(d))), "Rating");
	assert_null(json_name(json_root(d)));
	json_free(d);
	assert_refused("{1:2}", false, "a name must be a string");
	assert_refused("{true:2}", false, "a name must be a string");
	assert_refused("{:2}", false, "a name must be a string");
}

static void
test_refused(void **state)
{
	static const char *const bad[] = {"", "  ", "{", "[", "]", "[1,]",
	    "{\"a\":1,}", "{\"a\"}", "{\"a\":}", "[1 2]", "[,1]", "[1,,2]",
	    "nul", "nulll", "True", "'a'", "{a:1}", "[\"a]", "[\"\\x\"]",
	    "[\"\\u12\"]", "[\"\\", "+1", ".5", "1.", "-", "1e", "0x10",
	    "NaN", "[1}", "{\"a\":1]", "[1]// c", "/* c */[1]", "\"a\"b"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_refused(bad[i], false, "x.json:1: ");
}

static void
test_depth(void **state)
{
	char deep[2 * JSON_DEPTH_MAX + 3];
	struct json_document *d;
	int extra;

	(void)state;
	for (extra = 0; extra < 2; extra++) {
		size_t depth = (size_t)(JSON_DEPTH_MAX + extra);

		memset(deep, '[', depth);
		memset(deep + depth, ']', depth);
		d = json_read(deep, 2 * depth, true, "x", &c);
		assert_true((d != NULL) == (extra == 0));
		json_free(d);
	}
	assert_string_equal(c.text, "x:1: nested too deeply");
}

static void
test_too_many_values(void **state)
{
	size_t count = JSON_VALUES_MAX, i;
	char *many = malloc(2 * count + 2);

	(void)state;
	many[0] = '[';
	for (i = 0; i < count; i++)
		memcpy(many + 1 + 2 * i, "1,", 2);
	many[2 * count] = ']';
	assert_null(json_read(many, 2 * count + 1, false, "x", &c));
	assert_non_null(strstr(c.text, "more values"));
	free(many);
}

static void
test_comments(void **state)
{
	(void)state;
	assert_written("// a\n{/*b*/\"a\":1,// c\n\"b\":[1,2,/*d*/],}/**/",
	    true, "{\"a\":1,\"b\":[1,2]}");
	assert_written("[\"// no\",\"/* no */\",]", true,
	    "[\"// no\",\"/* no */\"]");
	assert_refused("[,]", true, "x.json:1: ");
	assert_refused("[1,,]", true, "x.json:1: ");
	assert_refused("{,}", true, "x.json:1: ");
	assert_refused("[1]\n\n/* no end", true, "x.json:3: ");
	assert_refused("[1] / 2", true, "x.json:1: ");
	/* a comment must not glue what it parts */
	assert_refused("[1/**/2]", true, "x.json:1: ");
}

static void
test_lines(void **state)
{
	struct json_document *d = read_text("{\n \"a\": /*\n*/ 1,\n \"b\": "
	    "[\n{\"c\":\n \"x\ny\"}, 5\n], // e\n \"d\": true }", true);
	const struct json *root = json_root(d);

	(void)state;
	assert_non_null(d);
	assert_int_equal(json_line(d, root), 1);
	assert_int_equal(json_line(d, json_at(root, "/a")), 3);
	assert_int_equal(json_line(d, json_at(root, "/b")), 4);
	assert_int_equal(json_line(d, json_at(root, "/b/0")), 5);
	assert_int_equal(json_line(d, json_at(root, "/b/0/c")), 6);
	assert_int_equal(json_line(d, json_at(root, "/b/1")), 7);
	assert_int_equal(json_line(d, json_at(root, "/d")), 9);
	json_complain(d, json_at(root, "/d"), &c, "no %s", "good");
	assert_string_equal(c.text, "x.json:9: no good");
	json_free(d);
	assert_refused("{\n\"a\": 1\n\"b\": 2}", true, "x.json:3: ");
	d = read_text("[true]", false);
	assert_int_equal(json_line(d, json_at(json_root(d), "/0")), 0);
	json_free(d);
}

static void
test_pointer(void **state)
{
	/* the document of RFC 6901, section 5 */
	struct json_document *d = read_text("{\"foo\":[\"bar\",\"baz\"],"
	    "\"\":0,\"a/b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,"
	    "\"k\\\"l\":6,\" \":7,\"m~n\":8}", false);
	static const char *const pointers[] = {"/", "/a~1b", "/c%d", "/e^f",
	    "/g|h", "/i\\j", "/k\"l", "/ ", "/m~0n"};
	const struct json *root = json_root(d);
	int64_t n, i;

	(void)state;
	assert_ptr_equal(json_at(root, ""), root);
	assert_int_equal(json_type(json_at(root, "/foo")), JSON_ARRAY);
	assert_true(text_is(json_text(json_at(root, "/foo/0")), "bar"));
	for (i = 0; i < 9; i++) {
		assert_true(json_integer(json_at(root, pointers[i]), &n));
		assert_true(n == i);
	}
	assert_null(json_at(root, "/foo/2"));
	assert_null(json_at(root, "/foo/00"));
	assert_null(json_at(root, "/foo/-"));
	assert_null(json_at(root, "/foo/"));
	assert_null(json_at(root, "/foo/99999999999999999999"));
	assert_null(json_at(root, "/foo/0/x"));
	assert_null(json_at(root, "/fo"));
	assert_null(json_at(root, "foo"));
	json_free(d);
}

static int
keys_of(const char *text, const struct json **a, const struct json **b)
{
	const struct json_key key[] = {
		{"name", JSON_STRING, a}, {"keep", JSON_TRUE, b},
	};
	struct json_document *d = read_text(text, true);
	int result = json_keys(d, json_root(d), key, 2, &c);

	json_free(d);
	return result;
}

static void
test_keys(void **state)
{
	const struct json *a, *b;

	(void)state;
	assert_int_equal(keys_of("{\"keep\":false}", &a, &b), 0);
	assert_null(a);
	assert_non_null(b);
	assert_int_equal(keys_of("{\n\"nam\":\"x\"}", &a, &b), -1);
	assert_string_equal(c.text, "x.json:2: unknown key \"nam\"; known "
	    "here: name, keep");
	assert_int_equal(keys_of("{\n\n\"name\":1}", &a, &b), -1);
	assert_string_equal(c.text, "x.json:3: \"name\" must be a string");
	assert_int_equal(keys_of("{\"keep\":1}", &a, &b), -1);
	assert_int_equal(keys_of("{\"keep\":true,\"keep\":true}", &a, &b),
	    -1);
	assert_string_equal(c.text, "x.json:1: \"keep\" is said twice");
	assert_int_equal(keys_of("[]", &a, &b), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values),
		cmocka_unit_test(test_types),
		cmocka_unit_test(test_nothing_gives_nothing),
		cmocka_unit_test(test_numbers_keep_their_digits),
		cmocka_unit_test(test_what_cjson_gets_wrong),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_too_many_values),
		cmocka_unit_test(test_comments),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_pointer),
		cmocka_unit_test(test_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
