/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "slurp.h"
#include "translation.h"

static struct complaint c;

static struct translation *
read_text(const char *text, const char *language)
{
	struct translation *t = translation_read(text, strlen(text), language,
	    "words.po", &c);

	if (t == NULL)
		fail_msg("%s", c.text);
	return t;
}

static struct translation *
read_file(const char *language)
{
	struct translation *t;
	struct buffer b;
	char path[64];

	snprintf(path, sizeof(path), "score/words/%s.po", language);
	buffer_init(&b, TRANSLATION_BYTES_MAX);
	if (slurp(path, &b, &c) < 0)
		fail_msg("%s", c.text);
	t = translation_read(b.bytes, b.length, language, path, &c);
	buffer_release(&b);
	if (t == NULL)
		fail_msg("%s", c.text);
	return t;
}

static void
english(void **state)
{
	(void)state;
	assert_string_equal(translation_language(NULL), "en");
	assert_false(translation_is_rtl(NULL));
	assert_string_equal(translation_of(NULL, "Brand"), "Brand");
	assert_string_equal(translation_of_count(NULL, "one", "more", 1),
	    "one");
	assert_string_equal(translation_of_count(NULL, "one", "more", 0),
	    "more");
}

static void
reading(void **state)
{
	struct translation *t = read_text("# a comment\r\nmsgid \"\"\nmsgstr "
	    "\"\"\n\"Language: xx\\n\"\n\nmsgid \"Brand\"\nmsgstr \"Mar\"\n"
	    "\"\\\"ka\\\"\\n\"\n\n#, fuzzy\nmsgid \"Source\"\nmsgstr "
	    "\"unsure\"\n\nmsgid \"Share\"\nmsgstr \"\"\n\nmsgid \"{1} day\""
	    "\nmsgid_plural \"{1} days\"\nmsgstr[0] \"{1} a\"\nmsgstr[1] "
	    "\"{1} b\"\n", "xx");

	(void)state;
	assert_string_equal(translation_of(t, "Brand"), "Mar\"ka\"\n");
	assert_string_equal(translation_of(t, "Source"), "Source");
	assert_string_equal(translation_of(t, "Share"), "Share");
	assert_string_equal(translation_of_count(t, "{1} day", "{1} days", 1),
	    "{1} a");
	assert_string_equal(translation_of_count(t, "{1} day", "{1} days", 9),
	    "{1} b");
	translation_close(t);
	assert_null(translation_read("msgid Brand\n", 12, "xx", "w.po", &c));
	assert_string_equal(c.text, "w.po:1: a string in quotes was expected");
	assert_null(translation_read("\nhello\n", 7, "xx", "w.po", &c));
	assert_string_equal(c.text, "w.po:2: no line of a translation");
}

static void
written_is(const struct translation *t, const char *number, const char *date,
	const char *wanted_number, const char *wanted_date)
{
	struct buffer b;

	buffer_init(&b, 1000);
	translation_add_number(&b, t, number);
	assert_string_equal(b.bytes, wanted_number);
	buffer_clear(&b);
	translation_add_date(&b, t, date);
	assert_string_equal(b.bytes, wanted_date);
	buffer_release(&b);
}

static void
numbers_and_dates(void **state)
{
	struct translation *t;

	(void)state;
	written_is(NULL, "1,234.5", "2026-11-21", "1,234.5",
	    "21 November 2026");
	written_is(NULL, "+7", "2026-05", "+7", "May 2026");
	written_is(NULL, "0", "2026", "0", "2026");
	t = read_file("hr");
	written_is(t, "1,234.5", "2026-11-21", "1.234,5",
	    "21. studenoga 2026.");
	translation_close(t);
	t = read_file("fa");
	written_is(t, "1,234.5", "2026-05-01T10:00:00Z",
	    "\u06F1\u066C\u06F2\u06F3\u06F4\u066B\u06F5",
	    "\u06F1 \u0645\u0647\u0654 \u06F2\u06F0\u06F2\u06F6");
	assert_true(translation_is_rtl(t));
	translation_close(t);
	t = read_file("pt");
	written_is(t, "2", "2026-03-02", "2", "2 de mar\u00E7o de 2026");
	translation_close(t);
}

static void
plurals(void **state)
{
	static const struct { const char *language; int64_t n;
	    const char *wanted; } row[] = {
		{"ru", 1, "{1} \u043E\u0442\u0437\u044B\u0432"},
		{"ru", 3, "{1} \u043E\u0442\u0437\u044B\u0432\u0430"},
		{"ru", 11, "{1} \u043E\u0442\u0437\u044B\u0432\u043E\u0432"},
		{"ru", 21, "{1} \u043E\u0442\u0437\u044B\u0432"},
		{"hr", 2, "{1} recenzije"}, {"hr", 12, "{1} recenzija"},
		{"hr", 101, "{1} recenzija"},
		{"pt", 0, "{1} avalia\u00E7\u00E3o"},
		{"pt", 2, "{1} avalia\u00E7\u00F5es"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(*row); i++) {
		struct translation *t = read_file(row[i].language);

		assert_string_equal(translation_of_count(t, "{1} review",
		    "{1} reviews", row[i].n), row[i].wanted);
		translation_close(t);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(english),
		cmocka_unit_test(reading),
		cmocka_unit_test(numbers_and_dates),
		cmocka_unit_test(plurals),
	};

	return cmocka_run_group_tests_name("translation", tests, NULL, NULL);
}
