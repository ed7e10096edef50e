/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Templates, and the rows of a plan that fill them. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "recipe_text.h"

static void
assert_filled(const struct recipe_fill *with_these, const char *template,
	int expected_result, const char *expected)
{
	struct buffer b;
	int result;

	buffer_init(&b, 4096);
	buffer_add_string(&b, ">");
	result = recipe_fill(&b, template, with_these, &c);
	if (result != expected_result || strcmp(b.bytes + 1, expected) != 0)
		fail_msg("%s: %d, %s", template, result, b.bytes);
	buffer_release(&b);
}

static void
templates_are_filled(void **state)
{
	const struct plan_param param[] = {
		{"app", {"12/3?", 5}}, {"site", {"https://a.example/x", 19}},
	};
	const struct plan_row row = {.param = param, .param_count = 2};
	struct recipe r;
	struct recipe_fill w = {.recipe = &r, .row = &row};

	(void)state;
	setenv("SAYSO_TEST_KEY", "s&cret", 1);
	assert_int_equal(read_text(&r, with("", NULL, NULL, NULL)), 0);
	assert_filled(&w, "plain", 1, "plain");
	assert_filled(&w, "", 1, "");
	assert_filled(&w, "a{app}b{best}", 1, "a12/3?b10");
	assert_filled(&w, "{lang}", 0, "");
	assert_filled(&w, "x{page}", 0, "");
	assert_filled(&w, "{\"a\":{app},\"b\":{}}{", 1,
	    "{\"a\":12/3?,\"b\":{}}{");
	assert_filled(&w, "k={secret:key}", 1, "k=s&cret");
	w.hide = true;
	assert_filled(&w, "k={secret:key}", 1, "k=" RECIPE_HIDDEN);
	w.hide = false;
	w.as = RECIPE_FILL_URL;
	assert_filled(&w, "{site}/p/{app}", 1,
	    "https://a.example/x/p/12%2F3%3F");
	w.as = RECIPE_FILL_QUERY;
	w.cursor = "A+b/c==\xC3\xA9";
	assert_filled(&w, "{\"c\":\"{cursor}\"}", 1,
	    "%7B%22c%22%3A%22A%2Bb%2Fc%3D%3D%C3%A9%22%7D");
	assert_filled(&w, "az-AZ_09.~ {secret:key}", 1,
	    "az-AZ_09.~%20s%26cret");
	w.as = RECIPE_FILL_PLAIN;
	w.page = "7";
	assert_filled(&w, "{page}{page}", 1, "77");
	w.row = NULL;
	assert_filled(&w, "{best}", 1, "10");
	assert_filled(&w, "{app}", 0, "");
	unsetenv("SAYSO_TEST_KEY");
	assert_filled(&w, "{secret:key}", -1, "");
	assert_non_null(strstr(c.text, "SAYSO_TEST_KEY"));
	recipe_release(&r);
}

static void
assert_row(const struct recipe *r, const struct plan_param *param,
	size_t count, const char *said)
{
	const struct plan_row row = {.param = param, .param_count = count,
	    .line = 12};
	int result = recipe_check_row(r, "sayso.json", &row, &c);

	assert_int_equal(result, said == NULL ? 0 : -1);
	if (said != NULL && strcmp(c.text, said) != 0)
		fail_msg("%s", c.text);
}

static void
rows_are_checked(void **state)
{
	const struct plan_param good[] = {{"app", {"12", 2}}};
	const struct plan_param extra[] = {{"app", {"12", 2}},
	    {"aap", {"12", 2}}};
	const struct plan_param wrong[] = {{"app", {"12x", 3}}};
	struct recipe r;

	(void)state;
	assert_int_equal(read_text(&r, with("", NULL, NULL, NULL)), 0);
	assert_row(&r, good, 1, NULL);
	assert_row(&r, NULL, 0, "sayso.json:12: the recipe x needs the "
	    "parameter \"app\" (a)");
	assert_row(&r, extra, 2, "sayso.json:12: the recipe x has no "
	    "parameter \"aap\"");
	assert_row(&r, wrong, 1, "sayso.json:12: \"12x\" is no \"app\" (a)");
	assert_true(text_is(recipe_param_value(&r, NULL, "best"), "10"));
	assert_true(text_is_absent(recipe_param_value(&r, NULL, "lang")));
	recipe_release(&r);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(templates_are_filled),
		cmocka_unit_test(rows_are_checked),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
