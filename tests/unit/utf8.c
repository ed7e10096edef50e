/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "utf8.h"

static void
every_character_goes_round(void **state)
{
	uint32_t c, got;
	char bytes[4];
	size_t length;

	(void)state;
	for (c = 0; c <= 0x10FFFF; c++) {
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		length = utf8_encode(c, bytes);
		if (utf8_valid(bytes, length) != length ||
		    utf8_decode(bytes, length, &got) != length || got != c)
			fail_msg("U+%04X", (unsigned)c);
	}
}

static void
bad_bytes_are_found_where_they_are(void **state)
{
	static const struct { const char *bytes; size_t length, at; } bad[] = {
		{"abc\x80", 4, 3}, {"\xC0\xAF", 2, 0}, {"\xC3", 1, 0},
		{"\xED\xA0\x80", 3, 0}, {"\xE0\x9F\xBF", 3, 0},
		{"\xF4\x90\x80\x80", 4, 0}, {"\xF0\x8F\xBF\xBF", 4, 0},
		{"12345678\xFF", 9, 8}, {"\xE1\x83", 2, 0},
	};
	size_t i;
	uint32_t c;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(utf8_valid(bad[i].bytes, bad[i].length),
		    bad[i].at);
		assert_int_equal(utf8_decode(bad[i].bytes + bad[i].at,
		    bad[i].length - bad[i].at, &c), 1);
		assert_int_equal(c, UTF8_REPLACEMENT);
	}
}

static void
repair_keeps_what_is_good(void **state)
{
	struct buffer b;

	(void)state;
	buffer_init(&b, 100);
	assert_int_equal(utf8_repair(&b, "a\xFF\xFE" "\xC4\x8D\xE1", 6), 0);
	assert_string_equal(b.bytes,
	    "a\xEF\xBF\xBD\xC4\x8D\xEF\xBF\xBD");
	buffer_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_goes_round),
		cmocka_unit_test(bad_bytes_are_found_where_they_are),
		cmocka_unit_test(repair_keeps_what_is_good),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
