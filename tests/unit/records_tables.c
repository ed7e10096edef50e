/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a recipe reads out of lines, tables, XML. */
#include "taken.h"

#include <stdlib.h>
#include <string.h>

static void
a_bad_line_is_one_bad_record(void **state)
{
	struct recipe r = json_recipe(NULL);

	(void)state;
	r.format = RECIPE_JSONL;
	assert_string_equal(read_page(&r, "{\"t\":\"1\"}\n\n{\"t\":\r\n"
	    "[]\n{\"t\":\"2\"}"), "t=1 \nt=2 \n");
	assert_int_equal(bad, 1);
	assert_non_null(strstr(c.text, "f:3"));
}

static struct recipe
table_recipe(void)
{
	return (struct recipe){.id = "test", .format = RECIPE_CSV,
	    .field = {[RECIPE_RATING] = FIELD("Score", "stars"),
	    [RECIPE_TEXT] = FIELD("comment")}};
}

static void
tables_of_all_kinds(void **state)
{
	static const struct { const char *page, *reviews; } known[] = {
		{"score,comment\n5,x\n", "r=5 t=x \n"},
		{"\xEF\xBB\xBFSCORE ; Comment\r\n5;x\r\n", "r=5 t=x \n"},
		{"score\tcomment\n5\tx, y; z", "r=5 t=x, y; z \n"},
		{"stars,comment\n4,\n,only text\n,\n", "r=4 \nt=only text \n"},
		{"comment,score\n\"a \"\"b\"\"\nc\",5\n", "r=5 t=a \"b\" c \n"},
		{"score,comment\n5\n4,x,more\n", "r=5 \nr=4 t=x \n"},
		{"score,comment\n5,a \"b\" c\n", "r=5 t=a \"b\" c \n"},
		{"a,b\n1,2\n", ""}, {"score,comment", ""}, {"", "(not opened)"},
	};
	struct recipe r = table_recipe();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		assert_string_equal(read_page(&r, known[i].page),
		    known[i].reviews);
		assert_int_equal(bad, 0);
	}
	assert_string_equal(read_page(&r, "score,comment\n5,x\n4,\"open\n3,y"),
	    "r=5 t=x \n");
	assert_int_equal(bad, 1);
	assert_string_equal(c.text, "f:3: a quote that opens in this row is "
	    "never closed");
}

static void
a_row_without_end_is_bounded(void **state)
{
	struct recipe r = table_recipe();
	size_t size = 3 * RECORDS_COLUMNS_MAX, i;
	char *page = malloc(size + 40);

	(void)state;
	assert_non_null(page);
	strcpy(page, "score,comment\n");
	for (i = strlen(page); i < size; i++)
		page[i] = ',';
	strcpy(page + size, "\n5,x\n");
	read_page(&r, page);
	assert_int_equal(bad, 1);
	free(page);
}

static void
xml_by_xpath(void **state)
{
	struct recipe r = {.id = "test", .format = RECIPE_XML,
	    .records = "//item", .records_path = {"//item"},
	    .records_count = 1, .where_path = "x:stars",
	    .field = {[RECIPE_ID] = FIELD("@id"), [RECIPE_RATING] =
	    FIELD("x:stars"), [RECIPE_TEXT] =
	    FIELD("content[@type='text']", "concat(a, b)")}};

	(void)state;
	assert_string_equal(read_page(&r, "\n<?xml version='1.0'?>"
	    "<r xmlns:x='urn:x'><item/><item id='1'><x:stars>4</x:stars>"
	    "<content type='html'>no</content>"
	    "<content type='text'><![CDATA[a < b]]></content></item>"
	    "<item><x:stars>3</x:stars><a>p</a><b>q</b></item></r>"),
	    "id=1 r=4 t=a < b \nr=3 t=pq \n");
	/* A prefix that the file does not know finds nothing. */
	assert_string_equal(read_page(&r, "<r><item id='1'><stars>4</stars>"
	    "</item></r>"), "");
	assert_string_equal(read_page(&r, "no xml at all"), "(not opened)");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_bad_line_is_one_bad_record),
		cmocka_unit_test(tables_of_all_kinds),
		cmocka_unit_test(a_row_without_end_is_bounded),
		cmocka_unit_test(xml_by_xpath),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
