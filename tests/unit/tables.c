/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "csv.h"
#include "made_up.h"
#include "summary_write.h"

enum { CSV_MAX = 8 << 20 };

static void
cell_is(const char *cell, const char *wanted)
{
	struct buffer b;
	struct csv t = {.to = &b};

	buffer_init(&b, 1 << 20);
	csv_add(&t, cell);
	if (strcmp(b.bytes == NULL ? "" : b.bytes, wanted) != 0)
		fail_msg("%s gave %s, wanted %s", cell, b.bytes, wanted);
	buffer_release(&b);
}

static void
quoting(void **state)
{
	(void)state;
	cell_is("plain", "plain");
	cell_is("", "");
	cell_is(NULL, "");
	cell_is("a,b", "\"a,b\"");
	cell_is("say \"so\"", "\"say \"\"so\"\"\"");
	cell_is("two\nlines", "\"two\nlines\"");
	cell_is("two\r\nlines", "\"two\r\nlines\"");
	cell_is(" blank ", "\" blank \"");
	cell_is("ყავა", "ყავა");
}

static void
formulas(void **state)
{
	(void)state;
	cell_is("=1+1", "'=1+1");
	cell_is("+1+1", "'+1+1");
	cell_is("-1-1", "'-1-1");
	cell_is("@SUM(A1)", "'@SUM(A1)");
	cell_is("\t=1", "'\t=1");
	cell_is("\r=1", "\"'\r=1\"");
	cell_is("=a,\"b\"", "\"'=a,\"\"b\"\"\"");
	cell_is(" =1+1", "\"' =1+1\"");
	cell_is("\xC2\xA0=1", "'\xC2\xA0=1");
	cell_is("\xEF\xBB\xBF=1", "'\xEF\xBB\xBF=1");
	cell_is("\xEF\xBC\x9D" "1", "'\xEF\xBC\x9D" "1");
	cell_is("-", "'-");
	cell_is("+995 555", "'+995 555");
	cell_is("-1e", "'-1e");
	cell_is("1=1", "1=1");
}

static void
numbers(void **state)
{
	static const char *const number[] = {"-1", "+5", "-0.25", "-.5",
	    "4.5", "-1e-05", "+1E+06", "-12."};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(number) / sizeof(*number); i++)
		cell_is(number[i], number[i]);
}

static void
long_cell(void **state)
{
	char *cell = malloc(100001);
	struct buffer b;
	struct csv t = {.to = &b};

	(void)state;
	assert_non_null(cell);
	/* Characters of three bytes, so that a cut can fall into one. */
	for (size_t i = 0; i < 99999; i += 3)
		memcpy(cell + i, "\xE1\x83\xA1", 4);
	buffer_init(&b, 1 << 20);
	csv_add(&t, cell);
	assert_true(b.length <= CSV_CELL_MAX + 5);
	assert_memory_equal(b.bytes + b.length - 7,
	    "\xE1\x83\xA1\xE2\x80\xA6\"", 7);
	assert_int_equal((b.length - 5) % 3, 0);
	buffer_release(&b);
	free(cell);
}

/* Reads a table back: every row must have as many cells as the first. */
static size_t
rows_of(const char *at, size_t *columns)
{
	size_t rows = 0, cells = 1;
	bool quoted = false;

	for (*columns = 0; *at != '\0'; at++) {
		if (*at == '"')
			quoted = !quoted;
		if (quoted)
			continue;
		cells += *at == ',';
		if (*at != '\r' || at[1] != '\n')
			continue;
		if (rows++ == 0)
			*columns = cells;
		assert_int_equal(cells, *columns);
		cells = 1;
		at++;
	}
	assert_false(quoted);
	assert_int_equal(cells, 1);
	return rows;
}

static size_t
table_rows(const struct summary *s, const char *table)
{
	struct buffer first, second;
	size_t columns, rows;

	buffer_init(&first, CSV_MAX);
	buffer_init(&second, CSV_MAX);
	assert_int_equal(summary_write_csv(&first, s, table), 0);
	assert_int_equal(summary_write_csv(&second, s, table), 0);
	assert_string_equal(first.bytes, second.bytes);
	rows = rows_of(first.bytes, &columns);
	assert_true(columns >= 6);
	buffer_release(&first);
	buffer_release(&second);
	return rows;
}

static void
every_table(void **state)
{
	struct summary s;
	size_t i;

	(void)state;
	made_up(&s);
	for (i = 0; summary_tables[i] != NULL; i++)
		assert_true(table_rows(&s, summary_tables[i]) > (i < 8));
	assert_int_equal(i, 22);
	assert_int_equal(table_rows(&s, "trend"), 1 + 3);
	assert_int_equal(table_rows(&s, "changes"), 1 + 3);
	assert_int_equal(table_rows(&s, "recent"), 1 + 3);
	/* Four measures plain and in the same mix, and how soon. */
	assert_true(table_rows(&s, "differences") >= 1 + 2 * (4 + 4 + 1));
	assert_int_equal(table_rows(&s, "ranking"), 1 + 2);
	assert_int_equal(table_rows(&s, "answering"), 1 + 2);
	assert_int_equal(table_rows(&s, "items"), 1 + 2);
	assert_int_equal(table_rows(&s, "brands"), 1 + 3);
	assert_int_equal(table_rows(&s, "comparisons"), 1 + 2 * 4);
	/* Three and the survey, three, two, and one that gave nothing. */
	assert_int_equal(table_rows(&s, "sources"), 1 + 4 + 3 + 2 + 1);
	summary_release(&s);
}

static void
nothing_to_say(void **state)
{
	struct buffer b;
	struct summary s;
	size_t i;

	(void)state;
	made_up_empty(&s, 0);
	for (i = 0; summary_tables[i] != NULL; i++)
		assert_int_equal(table_rows(&s, summary_tables[i]), 1);
	buffer_init(&b, CSV_MAX);
	assert_int_equal(summary_write_csv(&b, &s, "no such table"), -1);
	buffer_release(&b);
	summary_release(&s);
	made_up_few(&s, 1);
	buffer_init(&b, CSV_MAX);
	assert_int_equal(summary_write_csv(&b, &s, "brands"), 0);
	/* One review: its counts, no estimate. */
	assert_non_null(strstr(b.bytes, "Tamarel,own,1,1,1,0,0,0,0,0,0,0,1,"
	    "1,0,0,,,,,,,,1,dirichlet,too few to estimate,,,,1,wilson,"));
	buffer_release(&b);
	summary_release(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quoting),
		cmocka_unit_test(formulas),
		cmocka_unit_test(numbers),
		cmocka_unit_test(long_cell),
		cmocka_unit_test(every_table),
		cmocka_unit_test(nothing_to_say),
	};

	return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
