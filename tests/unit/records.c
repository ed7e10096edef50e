/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a recipe reads out of JSON; which recipe fits. */
#include "taken.h"

#include <string.h>

#include "detect.h"
#include "values.h"

static void
records_are_a_list_or_one_or_none(void **state)
{
	struct recipe r = json_recipe("/a");

	(void)state;
	assert_string_equal(read_page(&r, "{\"a\":[{\"t\":\"x\"},7,"
	    "{\"t\":\"y\"}]}"), "t=x \nt=y \n");
	assert_string_equal(read_page(&r, "{\"a\":{\"t\":\"x\"}}"), "t=x \n");
	assert_string_equal(read_page(&r, "{\"b\":1}"), "");
	assert_string_equal(read_page(&r, "{\"a\":null}"), "");
	r.keyed = true;
	assert_string_equal(read_page(&r, "{\"a\":{\"1\":{\"t\":\"x\"},"
	    "\"2\":{\"t\":\"y\"}}}"), "t=x \nt=y \n");
	r.records_path[1] = "/b";
	r.records_count = 2;
	assert_string_equal(read_page(&r, "{\"b\":[{\"t\":\"x\"}]}"),
	    "t=x \n");
	r = json_recipe("");
	assert_string_equal(read_page(&r, "[{\"t\":\"x\"}]"), "t=x \n");
	assert_string_equal(read_page(&r, "[{\"t\":\"x\"}"), "(not opened)");
}

static void
values_keep_their_digits(void **state)
{
	struct recipe r = json_recipe("");

	(void)state;
	assert_string_equal(read_page(&r, "[{\"id\":9007199254740993,"
	    "\"r\":4.50,\"t\":\"x\"}]"), "id=9007199254740993 r=4.50 t=x \n");
	assert_string_equal(read_page(&r, "[{\"r\":\"4/5\"}]"), "r=4 of=5 \n");
	assert_string_equal(read_page(&r, "[{\"r\":\"GREAT\"}]"),
	    "r=GREAT \n");
	assert_string_equal(read_page(&r, "[{\"r\":-1,\"t\":\"x\"}]"),
	    "t=x \n");
	/* Blank is absent, and the next path counts. */
	assert_string_equal(read_page(&r, "[{\"t\":\" \",\"old\":"
	    "{\"t\":\"y\"}}]"), "t=y \n");
	assert_string_equal(read_page(&r, "[{\"t\":[\"a\",\"b\",null]}]"),
	    "t=a; b \n");
	assert_string_equal(read_page(&r, "[{\"id\":1},{\"t\":{}}]"), "");
}

static void
a_pointer_leads_through_strings_of_json(void **state)
{
	struct recipe r = json_recipe("/x/body/list");

	(void)state;
	assert_string_equal(read_page(&r, "{\"x\":{\"body\":"
	    "\"{\\\"list\\\":[{\\\"t\\\":\\\"in\\\"}]}\"}}"), "t=in \n");
	assert_string_equal(read_page(&r, "{\"x\":{\"body\":\"{\"}}"), "");
	r = json_recipe("/x");
	assert_string_equal(read_page(&r, "{\"x\":\"[{\\\"t\\\":"
	    "\\\"in\\\"}]\"}"), "t=in \n");
}

/* ---- what a recipe says of values ---- */

static void
maps_scales_and_where(void **state)
{
	static const struct recipe_pair map[] = {
		{"true", {"1", 1}}, {"?", {"", 0}},
	};
	struct recipe r = json_recipe("");
	struct recipe_field *rating = &r.field[RECIPE_RATING];

	(void)state;
	rating->map = map;
	rating->map_count = 2;
	rating->best = text_of("1");
	rating->worst = text_of("0");
	assert_string_equal(read_page(&r, "[{\"r\":true},{\"r\":\"?\","
	    "\"t\":\"x\"},{\"r\":0}]"),
	    "r=1 of=1 from=0 \nt=x \nr=0 of=1 from=0 \n");
	rating->zero_is_absent = true;
	assert_string_equal(read_page(&r, "[{\"r\":0,\"t\":\"x\"}]"),
	    "t=x \n");
	rating->best_path = "/range";
	assert_string_equal(read_page(&r, "[{\"r\":8,\"range\":10},"
	    "{\"r\":1}]"), "r=8 of=10 from=0 \nr=1 of=1 from=0 \n");
	r.where_path = "/id";
	assert_string_equal(read_page(&r, "[{\"r\":1},{\"r\":1,\"id\":null},"
	    "{\"r\":1,\"id\":\"k\"}]"), "id=k r=1 of=1 from=0 \n");
	rating->path_count = 0;
	rating->fixed = text_of("5");
	rating->best_path = NULL;
	rating->best = text_of("5");
	assert_string_equal(read_page(&r, "[{\"id\":1}]"),
	    "id=1 r=5 of=5 from=0 \n");
}

static void
dates_markup_and_the_rest(void **state)
{
	struct recipe r = json_recipe("");

	(void)state;
	r.field[RECIPE_PUBLISHED] = (struct recipe_field)FIELD("/at");
	r.field[RECIPE_PUBLISHED].format = RECIPE_VALUE_EPOCH;
	assert_string_equal(read_page(&r, "[{\"t\":\"x\",\"at\":1384819300.9},"
	    "{\"t\":\"x\",\"at\":0},{\"t\":\"x\",\"at\":\"soon\"},"
	    "{\"t\":\"x\",\"at\":99999999999999999999}]"),
	    "t=x at=2013-11-19T00:01:40Z \nt=x \nt=x \nt=x \n");
	r.field[RECIPE_PUBLISHED].format = RECIPE_VALUE_EPOCH_MS;
	assert_string_equal(read_page(&r, "[{\"t\":\"x\",\"at\":"
	    "1384819300999}]"), "t=x at=2013-11-19T00:01:40Z \n");
	r.field[RECIPE_PUBLISHED].format = RECIPE_VALUE_PLAIN;
	assert_string_equal(read_page(&r, "[{\"t\":\"x\",\"at\":\"2026-08\"},"
	    "{\"t\":\"x\",\"at\":\"@date@\"}]"), "t=x at=2026-08 \nt=x \n");
	r.field[RECIPE_TEXT].format = RECIPE_VALUE_HTML;
	r.field[RECIPE_REPLY] = (struct recipe_field)FIELD("/re");
	r.field[RECIPE_REPLY_DATE] = (struct recipe_field)FIELD("/re_at");
	r.field[RECIPE_UPVOTES] = (struct recipe_field)FIELD("/up");
	r.field[RECIPE_VERIFIED] = (struct recipe_field)FIELD("/v");
	assert_string_equal(read_page(&r, "[{\"t\":\"<p>a &lt; b<br>c</p>\","
	    "\"re\":\"thx\",\"re_at\":\"2026-01-02\",\"up\":\"12 found\","
	    "\"v\":1}]"),
	    "t=a < b c reply=thx replied=2026-01-02 up=12 verified=true \n");
	/* The date of a reply that is not there says nothing. */
	assert_string_equal(read_page(&r, "[{\"t\":\"x\",\"re\":\"\","
	    "\"re_at\":\"2026-01-02\",\"up\":-3,\"v\":\"maybe\"}]"),
	    "t=x \n");
}

static void
languages_are_tags(void **state)
{
	static const struct { const char *found, *tag; } known[] = {
		{"en", "en"}, {"pt_BR", "pt-BR"}, {" zh-Hant-TW ",
		"zh-Hant-TW"}, {"es-419", "es-419"}, {"english", NULL},
		{"e", NULL}, {"", NULL}, {"en-", NULL}, {"12", NULL},
		{"en US", NULL},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(known) / sizeof(*known); i++) {
		struct text t = values_language(text_of(known[i].found),
		    &arena);

		if (known[i].tag == NULL)
			assert_true(text_is_absent(t));
		else
			assert_true(text_is(t, known[i].tag));
	}
}

static void
take_may_end_it(void **state)
{
	struct recipe recipe = json_recipe("");
	struct records *r = records_open(RECIPE_JSON,
	    text_of("[{\"t\":\"1\"},{\"t\":\"2\"},{\"t\":\"3\"}]"), "f", &c);
	struct records_how how = how_of(&recipe);
	size_t most = 2;

	(void)state;
	buffer_clear(&shown);
	how.context = &most;
	assert_int_equal(records_each(r, &how, &c), -1);
	assert_string_equal(shown.bytes, "t=1 \nt=2 \n");
	records_close(r);
}

/* ---- without a recipe ---- */

static void
the_recipe_that_reads_most_fits(void **state)
{
	struct recipe poor = json_recipe("/a"), rich = json_recipe("/a");
	struct recipe elsewhere = json_recipe("/b");
	const struct recipe *all[] = {&elsewhere, &poor, &rich};
	struct shelf shelf = {.shipped = all, .shipped_count = 3};
	struct records *page = records_open(RECIPE_JSON, text_of(
	    "{\"a\":[{\"t\":\"x\",\"r\":4,\"by\":\"u\"}]}"), "f", &c);
	struct records_how how = how_of(NULL);

	(void)state;
	rich.field[RECIPE_AUTHOR] = (struct recipe_field)FIELD("/by");
	assert_ptr_equal(detect_recipe(page, RECIPE_JSON, &shelf, &how),
	    &rich);
	shelf.shipped_count = 1;
	assert_null(detect_recipe(page, RECIPE_JSON, &shelf, &how));
	assert_null(detect_recipe(page, RECIPE_XML, &shelf, &how));
	records_close(page);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_are_a_list_or_one_or_none),
		cmocka_unit_test(values_keep_their_digits),
		cmocka_unit_test(a_pointer_leads_through_strings_of_json),
		cmocka_unit_test(maps_scales_and_where),
		cmocka_unit_test(dates_markup_and_the_rest),
		cmocka_unit_test(languages_are_tags),
		cmocka_unit_test(take_may_end_it),
		cmocka_unit_test(the_recipe_that_reads_most_fits),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
