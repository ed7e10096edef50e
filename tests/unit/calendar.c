/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "calendar.h"

static void
days_go_round(void **state)
{
	int64_t day;
	int y, m, d;

	(void)state;
	assert_int_equal(calendar_day_number(1970, 1, 1), 0);
	assert_int_equal(calendar_day_number(2000, 3, 1), 11017);
	for (day = -719162; day < 2932896; day += 13) {
		calendar_from_day_number(day, &y, &m, &d);
		assert_true(calendar_is_valid(y, m, d));
		assert_int_equal(calendar_day_number(y, m, d), day);
	}
	assert_false(calendar_is_valid(2026, 2, 29));
	assert_true(calendar_is_valid(2024, 2, 29));
	assert_false(calendar_is_valid(1900, 2, 29));
}

static void
dates_keep_their_precision(void **state)
{
	static const struct { const char *in, *out; int64_t instant; } good[] = {
		{"2026", "2026", 1767225600},
		{"2026-08", "2026-08", 1785542400},
		{"2026-08-09", "2026-08-09", 1786233600},
		{"2026-08-09T14:30", "2026-08-09T14:30", 1786285800},
		{"2026-08-09 14:30:05", "2026-08-09T14:30:05", 1786285805},
		{"2026-08-09T14:30:05.123Z", "2026-08-09T14:30:05Z",
		    1786285805},
		{"2026-08-09T14:30:05+0200", "2026-08-09T14:30:05+02:00",
		    1786278605},
		{"2026-08-09T14:30:05-03:30", "2026-08-09T14:30:05-03:30",
		    1786298405},
	};
	static const char *const bad[] = {"", "26-08-09", "2026-13", "2026-02-30",
		"2026-08-09T25:00", "2026-08-09x", "2026-8-9", "2026-08-09T"};
	struct calendar_date d;
	char text[CALENDAR_TEXT];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		assert_true(calendar_read(text_of(good[i].in), &d));
		assert_string_equal(calendar_write(&d, text), good[i].out);
		assert_int_equal(calendar_instant(&d), good[i].instant);
	}
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (calendar_read(text_of(bad[i]), &d))
			fail_msg("read: %s", bad[i]);
	assert_string_equal(calendar_write_instant(1786285805, text),
	    "2026-08-09T14:30:05Z");
	assert_string_equal(calendar_write_compact(-1, text),
	    "19691231T235959Z");
}

static void
http_dates_and_durations(void **state)
{
	int64_t v;

	(void)state;
	assert_true(calendar_read_http(
	    text_of("Sun, 06 Nov 1994 08:49:37 GMT"), &v));
	assert_int_equal(v, 784111777);
	assert_false(calendar_read_http(text_of("06 Nov 1994"), &v));
	assert_false(calendar_read_http(
	    text_of("Sun, 06 Xyz 1994 08:49:37 GMT"), &v));
	assert_true(calendar_read_duration(text_of("P1DT6H30M5S"), &v));
	assert_int_equal(v, 86400 + 6 * 3600 + 1805);
	assert_true(calendar_read_duration(text_of("P2W"), &v));
	assert_int_equal(v, 14 * 86400);
	assert_false(calendar_read_duration(text_of("P"), &v));
	assert_false(calendar_read_duration(text_of("PT"), &v));
	assert_false(calendar_read_duration(text_of("P6H"), &v));
	assert_false(calendar_read_duration(text_of("1D"), &v));
	/* more than three thousand years, and more than an int64_t holds */
	assert_false(calendar_read_duration(text_of("P999999999W"), &v));
	assert_false(calendar_read_duration(text_of(
	    "P160000W160000W160000W160000W"), &v));
	assert_true(calendar_read_duration(text_of("P160000W"), &v));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_go_round),
		cmocka_unit_test(dates_keep_their_precision),
		cmocka_unit_test(http_dates_and_durations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
