/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "file.h"
#include "jsonl.h"

static struct complaint c;

/* ---- one object ---- */

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

/* ---- writing ---- */

static void
assert_added(const char *value, size_t length, bool ascii,
	const char *expected)
{
	struct buffer b;

	buffer_init(&b, 4096);
	assert_int_equal(jsonl_add_string(&b, (struct text){value, length},
	    ascii), 0);
	assert_string_equal(b.bytes, expected);
	buffer_release(&b);
}

static void
everything_that_parts_lines_is_escaped(void **state)
{
	(void)state;
	assert_added("", 0, false, "\"\"");
	assert_added("a\"b\\c/d", 7, false, "\"a\\\"b\\\\c/d\"");
	assert_added("\b\f\n\r\t\0\x1F\x7F", 8, false,
	    "\"\\b\\f\\n\\r\\t\\u0000\\u001f\\u007f\"");
	assert_added("\xC2\x85\xC2\xA0\xE2\x80\xA8\xE2\x80\xA9\xE2\x82\xAC",
	    13, false, "\"\\u0085\xC2\xA0\\u2028\\u2029\xE2\x82\xAC\"");
	assert_added("12345678\n12345678", 17, false,
	    "\"12345678\\n12345678\"");
	assert_added("\xC3\xA9\xE1\x83\xA5\xF0\x9F\x98\x80~", 10, true,
	    "\"\\u00e9\\u10e5\\ud83d\\ude00~\"");
	assert_added("\xC3\xA9\xE1\x83\xA5\xF0\x9F\x98\x80~", 10, false,
	    "\"\xC3\xA9\xE1\x83\xA5\xF0\x9F\x98\x80~\"");
}

/* A short copy looks at words: every byte at every place of every length. */
static void
plain_text_is_copied_whole(void **state)
{
	char value[40], room[48], u[2] = {0};
	struct text v = {value, 0};
	const char *end;

	(void)state;
	for (v.length = 0; v.length < 36; v.length++) {
		for (size_t place = 0; place < v.length; place++)
			for (int b = 0; b < 0x80; b++) {
				bool plain = b >= 0x20 && b != '"' &&
				    b != '\\' && b != 0x7F;

				memset(value, 'v', sizeof(value));
				value[place] = (char)b;
				end = jsonl_put_plain(room, v, true);
				if ((end != NULL) != plain)
					fail_msg("byte %d at %zu of %zu", b,
					    place, v.length);
				if (plain)
					assert_memory_equal(room, value,
					    v.length);
			}
		memset(value, 'v', sizeof(value));
		assert_ptr_equal(jsonl_put_plain(room, v, false), room +
		    v.length);
	}
	u[0] = (char)0xC3, u[1] = (char)0xA9;
	v = (struct text){u, 2};
	assert_ptr_equal(jsonl_put_plain(room, v, false), room + 2);
	assert_null(jsonl_put_plain(room, v, true));
	u[0] = (char)0xC2, u[1] = (char)0x85;
	assert_null(jsonl_put_plain(room, v, false));
}

static void
what_is_written_is_read_again(void **state)
{
	static struct jsonl_object o;
	struct buffer b;
	struct arena a;
	char value[40], u[4];
	size_t length, i, fault;
	uint32_t ch;
	int ascii;

	(void)state;
	buffer_init(&b, 1 << 16);
	arena_init(&a, 1 << 20);
	for (ch = 0; ch < 0x11000; ch += ch < 0x3000 ? 1 : 97) {
		uint32_t code = ch >= 0xD800 && ch < 0xE000 ? 0x10FFFF : ch;

		/* RFC 3629 by hand, so that the writer meets bytes that it
		 * has not made itself */
		if (code < 0x80) {
			u[0] = (char)code, length = 1;
		} else if (code < 0x800) {
			u[0] = (char)(0xC0 | code >> 6), length = 2;
			u[1] = (char)(0x80 | (code & 63));
		} else if (code < 0x10000) {
			u[0] = (char)(0xE0 | code >> 12), length = 3;
			u[1] = (char)(0x80 | (code >> 6 & 63));
			u[2] = (char)(0x80 | (code & 63));
		} else {
			u[0] = (char)(0xF0 | code >> 18), length = 4;
			u[1] = (char)(0x80 | (code >> 12 & 63));
			u[2] = (char)(0x80 | (code >> 6 & 63));
			u[3] = (char)(0x80 | (code & 63));
		}
		memset(value, 'v', sizeof(value));
		memcpy(value + ch % 17, u, length);
		for (ascii = 0; ascii < 2; ascii++) {
			struct text v = {value, 20 + length}, back;

			buffer_clear(&b);
			arena_clear(&a);
			buffer_add_string(&b, "{\"k\":");
			jsonl_add_string(&b, v, ascii);
			buffer_add_char(&b, '}');
			for (i = 0; i < b.length; i++)
				assert_true((unsigned char)b.bytes[i] >= 0x20 &&
				    (!ascii ||
				    (unsigned char)b.bytes[i] < 0x7F));
			assert_true(jsonl_scan((struct text){b.bytes,
			    b.length}, &o, &fault));
			back = jsonl_string(jsonl_get(&o, "k"), &a);
			assert_true(text_equals(v, back));
		}
	}
	buffer_release(&b);
	arena_release(&a);
}

static void
members_have_commas_between(void **state)
{
	struct buffer b;

	(void)state;
	buffer_init(&b, 4096);
	buffer_add_char(&b, '{');
	jsonl_add_member(&b, "none", (struct text){NULL, 0});
	jsonl_add_member(&b, "a", text_of("x{"));
	jsonl_add_member_integer(&b, "n", INT64_MIN);
	jsonl_add_name(&b, "o");
	buffer_add_char(&b, '{');
	jsonl_add_member(&b, "e", text_of(""));
	buffer_add_string(&b, "}}");
	assert_string_equal(b.bytes, "{\"a\":\"x{\",\"n\":-9223372036854775808"
	    ",\"o\":{\"e\":\"\"}}");
	buffer_clear(&b);
	jsonl_add_ascii(&b, text_of("{\"a\":\"\xC3\xA9\\n\xF0\x9F\x98\x80\"}"));
	assert_string_equal(b.bytes, "{\"a\":\"\\u00e9\\n\\ud83d\\ude00\"}");
	buffer_release(&b);
	buffer_init(&b, 4);
	assert_int_equal(jsonl_add_string(&b, text_of("too long"), false), -1);
	buffer_release(&b);
}

/* ---- lines ---- */

static struct jsonl_reader *
open_on(const char *bytes, size_t length)
{
	struct jsonl_reader *r;

	file_write(bytes, length);
	r = jsonl_open(file_path, &c);
	assert_non_null(r);
	return r;
}

static void
lines_with_places(void **state)
{
	struct jsonl_reader *r = open_on("\xEF\xBB\xBF{}\n\n\r\nab\ncde", 14);
	struct text line;

	(void)state;
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "{}"));
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "ab"));
	assert_int_equal(jsonl_offset(r), 9);
	assert_int_equal(jsonl_line(r), 4);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "cd"));
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	assert_int_equal(jsonl_seek(r, 9, &c), 0);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "ab"));
	assert_int_equal(jsonl_offset(r), 9);
	jsonl_close(r);
	r = open_on("", 0);
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	jsonl_close(r);
}

static void
bad_utf8_is_one_bad_line(void **state)
{
	struct jsonl_reader *r = open_on("a\nb\xFF\nc\n", 7);
	char expected[128];
	struct text line;

	(void)state;
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_int_equal(jsonl_next(r, &line, &c), -1);
	snprintf(expected, sizeof(expected), "%s@2: not UTF-8 at byte 2 of "
	    "the line", file_path);
	assert_string_equal(c.text, expected);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "c"));
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	jsonl_close(r);
}

/* Lines up to the limit, and one byte beyond it. */
static void
the_limit_is_the_limit(void **state)
{
	size_t length = JSONL_LINE_MAX;
	char *bytes = malloc(2 * length + 8);
	struct jsonl_reader *r;
	struct text line;

	(void)state;
	memset(bytes, 'x', 2 * length + 8);
	bytes[length] = '\n';
	bytes[2 * length + 2] = '\n';
	bytes[2 * length + 4] = '\n';
	r = open_on(bytes, 2 * length + 5);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_int_equal(line.length, length);
	assert_int_equal(jsonl_next(r, &line, &c), -1);
	assert_int_equal(jsonl_offset(r), length + 1);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "x"));
	assert_int_equal(jsonl_line(r), 3);
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	jsonl_close(r);
	free(bytes);
}

/* Lines of every length near a block's end, as files hold them. */
static void
blocks_part_between_lines(void **state)
{
	size_t total = 5 * (size_t)JSONL_BLOCK, at = 0, blocks = 0;
	char *bytes = malloc(total + 8);
	struct jsonl_reader *r;
	struct jsonl_block b;
	uint32_t random = 1;
	struct text line;

	(void)state;
	memset(bytes, 'x', total);
	for (size_t i = 0; i < total; i += 1 + (random >> 8) % 9000) {
		random = random * 1664525 + 1013904223;
		bytes[i] = '\n';
	}
	/* One line over four blocks and no LF at the end. */
	memset(bytes + JSONL_BLOCK / 2, 'y', 4 * (size_t)JSONL_BLOCK);
	bytes[total - 1] = 'z';
	r = open_on(bytes, total);
	jsonl_block_init(&b);
	while (jsonl_read_block(r, &b, &c) == 1) {
		blocks++;
		assert_int_equal(b.base, at);
		assert_true(b.bytes[b.to - 1] == '\n' || b.base + b.to ==
		    total);
		at += b.to;
		while (jsonl_block_next(&b, &line, &c) == 1) {
			assert_memory_equal(line.bytes, bytes + b.offset,
			    line.length);
			assert_true(b.offset + line.length == total ||
			    bytes[b.offset + line.length] == '\n');
		}
		assert_int_equal(b.from, b.to);
	}
	assert_int_equal(at, total);
	assert_true(blocks > 1);
	assert_int_equal(jsonl_read_block(r, &b, &c), 0);
	jsonl_close(r);
	jsonl_block_release(&b);
	free(bytes);
}

static void
another_limit(void **state)
{
	struct jsonl_reader *r = open_on("abcd\nabcde\n{}", 13);
	struct text line;

	(void)state;
	jsonl_limit(r, 4);
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_int_equal(jsonl_next(r, &line, &c), -1);
	assert_non_null(strstr(c.text, "@5: a line of more than 4 bytes"));
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "{}"));
	jsonl_close(r);
}

static bool
feed_long_line(int to)
{
	char piece[1 << 16];
	size_t left = 100u << 20, n;

	memset(piece, 'x', sizeof(piece));
	for (; left > 0; left -= n) {
		n = left < sizeof(piece) ? left : sizeof(piece);
		if (write(to, piece, n) != (ssize_t)n)
			return false;
	}
	return write(to, "\n{}", 3) == 3;
}

static void
a_line_of_100_mb_needs_little_memory(void **state)
{
	int ends[2], status, saved = dup(STDIN_FILENO);
	struct rusage before, after;
	struct jsonl_reader *r;
	struct text line;
	pid_t child;

	(void)state;
	assert_int_equal(pipe(ends), 0);
	child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		close(ends[0]);
		_exit(feed_long_line(ends[1]) ? 0 : 1);
	}
	close(ends[1]);
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	getrusage(RUSAGE_SELF, &before);
	r = jsonl_open("-", &c);
	assert_int_equal(jsonl_next(r, &line, &c), -1);
	assert_non_null(strstr(c.text, "standard input@0: a line of more"));
	assert_int_equal(jsonl_next(r, &line, &c), 1);
	assert_true(text_is(line, "{}"));
	assert_int_equal(jsonl_offset(r), (100u << 20) + 1);
	assert_int_equal(jsonl_next(r, &line, &c), 0);
	assert_int_equal(jsonl_seek(r, 0, &c), -1);
	jsonl_close(r);
	getrusage(RUSAGE_SELF, &after);
	assert_true(after.ru_maxrss - before.ru_maxrss < 60 << 10);
	dup2(saved, STDIN_FILENO);
	close(saved);
	assert_true(waitpid(child, &status, 0) == child && status == 0);
}

static void
what_cannot_be_opened(void **state)
{
	(void)state;
	assert_null(jsonl_open("/nonexistent/x", &c));
	assert_non_null(strstr(c.text, "/nonexistent/x: "));
	assert_null(jsonl_open("/tmp", &c));
	assert_non_null(strstr(c.text, "/tmp: "));
	jsonl_close(NULL);
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
		cmocka_unit_test(everything_that_parts_lines_is_escaped),
		cmocka_unit_test(plain_text_is_copied_whole),
		cmocka_unit_test(what_is_written_is_read_again),
		cmocka_unit_test(members_have_commas_between),
		cmocka_unit_test(lines_with_places),
		cmocka_unit_test(bad_utf8_is_one_bad_line),
		cmocka_unit_test(the_limit_is_the_limit),
		cmocka_unit_test(blocks_part_between_lines),
		cmocka_unit_test(another_limit),
		cmocka_unit_test(a_line_of_100_mb_needs_little_memory),
		cmocka_unit_test(what_cannot_be_opened),
	};

	return cmocka_run_group_tests(tests, file_make, file_remove);
}
