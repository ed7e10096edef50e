/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "jsonl.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(everything_that_parts_lines_is_escaped),
		cmocka_unit_test(plain_text_is_copied_whole),
		cmocka_unit_test(what_is_written_is_read_again),
		cmocka_unit_test(members_have_commas_between),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
