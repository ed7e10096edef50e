/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "jsonl.h"

static bool
scans(const char *text, size_t *fault)
{
	static struct jsonl_object o;

	return jsonl_scan(text_of(text), &o, fault);
}

static void
members_are_raw_slices(void **state)
{
	struct jsonl_object o;
	size_t fault;

	(void)state;
	assert_true(jsonl_scan(text_of(" {\"a\":\"x\\ny\", \"b\" : -1.5e+2,"
	    "\"c\":{\"d\":[1,{}]} ,\"e\":[],\"a\":2}\r"), &o, &fault));
	assert_int_equal(o.count, 5);
	assert_true(text_is(jsonl_get(&o, "a"), "\"x\\ny\""));
	assert_true(text_is(jsonl_get(&o, "b"), "-1.5e+2"));
	assert_true(text_is(jsonl_get(&o, "c"), "{\"d\":[1,{}]}"));
	assert_true(text_is(jsonl_get(&o, "e"), "[]"));
	assert_true(text_is_absent(jsonl_get(&o, "A")));
	assert_true(o.tabs);
	assert_true(o.member[0].escaped);
	assert_true(jsonl_scan(text_of("{ \"a\" : \"b\" }"), &o, &fault));
	assert_false(o.tabs || o.member[0].escaped);
	assert_true(scans("{}", &fault));
}

static void
faults_have_a_place(void **state)
{
	static const struct { const char *text; size_t fault; } bad[] = {
		{"", 0}, {"[]", 0}, {"{", 1}, {"{}x", 2}, {"{} {}", 3},
		{"{\"a\"}", 4}, {"{\"a\":}", 5}, {"{\"a\":1,}", 7},
		{"{\"a\":01}", 7}, {"{\"a\":1.}", 7}, {"{\"a\":-}", 6},
		{"{\"a\":nul}", 5}, {"{\"a\":\"\x01\"}", 6},
		{"{\"a\":\"\t\"}", 6}, {"{\"a\":\"\\x\"}", 6},
		{"{\"a\":\"\\u12g4\"}", 6}, {"{\"a\":\"b}", 8},
		{"{\"a\":[1,]}", 8}, {"{\"a\":[1}", 7}, {"{\"a\":{1:2}}", 6},
		{"{\"a\":{\"b\":1]}", 11}, {"{\"a\":[\"\n\"]}", 7},
		{"{a:1}", 1}, {"{\"a\":1 \"b\":2}", 7}, {"{\"a\":'b'}", 5},
		{"{\"a\":NaN}", 5}, {"{\"a\":1e}", 7}, {"{\"a\":+1}", 5},
		{"{\"12345678\\", 10}, {"{\"a\":true1}", 9},
	};
	size_t i, fault;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		if (scans(bad[i].text, &fault))
			fail_msg("taken: %s", bad[i].text);
		if (fault != bad[i].fault)
			fail_msg("%s: fault at %zu", bad[i].text, fault);
	}
}

static void
depth_and_members_are_bounded(void **state)
{
	char text[4096] = "{\"a\":";
	size_t deep = JSONL_DEPTH_MAX - 1, i, fault;

	(void)state;
	memset(text + 5, '[', deep);
	memset(text + 5 + deep, ']', deep);
	strcpy(text + 5 + 2 * deep, "}");
	assert_true(scans(text, &fault));
	memset(text + 5, '[', deep + 1);
	memset(text + 5 + deep + 1, ']', deep + 1);
	strcpy(text + 5 + 2 * (deep + 1), "}");
	assert_false(scans(text, &fault));
	strcpy(text, "{");
	for (i = 0; i < JSONL_MEMBERS_MAX; i++)
		strcat(text, i == 0 ? "\"a\":1" : ",\"a\":1");
	strcat(text, "}");
	assert_true(scans(text, &fault));
	strcpy(text + strlen(text) - 1, ",\"b\":1}");
	assert_false(scans(text, &fault));
}

/* The fast path looks at eight bytes: every byte value at every place. */
static void
every_byte_at_every_place(void **state)
{
	char text[64];
	size_t length, place, fault;
	int b;

	(void)state;
	for (length = 1; length < 20; length++)
		for (place = 0; place < length; place++)
			for (b = 0; b < 256; b++) {
				static struct jsonl_object o;
				size_t n = 6 + length;
				bool bad = b < 0x20 || b == '"' || b == '\\';

				memcpy(text, "{\"a\":\"", 6);
				memset(text + 6, 'x', length);
				text[6 + place] = (char)b;
				memcpy(text + n, "\"}", 2);
				if (jsonl_scan((struct text){text, n + 2}, &o,
				    &fault) == bad)
					fail_msg("byte %d at %zu of %zu", b,
					    place, length);
			}
}

static void
assert_string(const char *raw, const char *expected, size_t length)
{
	struct arena a;
	struct text t;

	arena_init(&a, 1 << 20);
	t = jsonl_string(text_of(raw), &a);
	assert_int_equal(t.length, length);
	assert_memory_equal(t.bytes, expected, length);
	arena_release(&a);
}

static void
strings_are_unescaped(void **state)
{
	struct arena a;

	(void)state;
	assert_string("\"plain\"", "plain", 5);
	assert_string("\"\"", "", 0);
	assert_string("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", 8);
	assert_string("\"a\\u00e9\\u20AC.\"", "a\xC3\xA9\xE2\x82\xAC.", 7);
	assert_string("\"\\ud83d\\ude00\"", "\xF0\x9F\x98\x80", 4);
	assert_string("\"\\ud83dx\"", "\xEF\xBF\xBDx", 4);
	assert_string("\"\\ude00\\ud83d\"", "\xEF\xBF\xBD\xEF\xBF\xBD", 6);
	assert_string("\"\\ud83d\\ud83d\\ude00\"",
	    "\xEF\xBF\xBD\xF0\x9F\x98\x80", 7);
	assert_string("\"x\\u0000y\"", "x\0y", 3);
	arena_init(&a, 0);
	assert_true(text_is_absent(jsonl_string(text_of("12"), &a)));
	assert_true(text_is_absent(jsonl_string(text_of("null"), &a)));
	assert_true(text_is_absent(jsonl_string((struct text){NULL, 0}, &a)));
	assert_true(text_is_absent(jsonl_string(text_of("\"a\\n\""), &a)));
	assert_false(text_is_absent(jsonl_string(text_of("\"a\""), &a)));
	arena_release(&a);
}

static void
integers_are_exact(void **state)
{
	static const char *const bad[] = {"", "-", "1.0", "1e3", "\"1\"",
		"9223372036854775808", "-9223372036854775809", "+1", " 1",
		"99999999999999999999999"};
	int64_t n;
	size_t i;

	(void)state;
	assert_true(jsonl_integer(text_of("9223372036854775807"), &n));
	assert_true(n == INT64_MAX);
	assert_true(jsonl_integer(text_of("-9223372036854775808"), &n));
	assert_true(n == INT64_MIN);
	assert_true(jsonl_integer(text_of("9007199254740993"), &n));
	assert_true(n == INT64_C(9007199254740993));
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (jsonl_integer(text_of(bad[i]), &n))
			fail_msg("taken: %s", bad[i]);
	assert_false(jsonl_integer((struct text){NULL, 0}, &n));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_are_raw_slices),
		cmocka_unit_test(faults_have_a_place),
		cmocka_unit_test(depth_and_members_are_bounded),
		cmocka_unit_test(every_byte_at_every_place),
		cmocka_unit_test(strings_are_unescaped),
		cmocka_unit_test(integers_are_exact),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
