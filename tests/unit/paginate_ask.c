/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paginate.h where a request is written: since when, its body; mirror.h. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "mirror.h"
#include "paginate.h"
#include "turn.h"

static void
since_is_written_as_the_source_wants_it(void **state)
{
	static const struct {
		enum recipe_time time;
		const char *url;
	} row[] = {
		{RECIPE_TIME_EPOCH, "http://a.example/list?after=1767225600"},
		{RECIPE_TIME_EPOCH_MS,
		    "http://a.example/list?after=1767225600000"},
		{RECIPE_TIME_DATE, "http://a.example/list?after=2026-01-01"},
		{RECIPE_TIME_ISO, "http://a.example/list?"
		    "after=2026-01-01T00%3A00%3A00Z"},
		{RECIPE_TIME_ID, "http://a.example/list?after=99"},
	};
	struct paginate_aim aim = {.since = 1767225600, .since_id = "99"};
	struct recipe r = recipe_of(RECIPE_PAGING_LINK_HEADER);
	struct paginate p;
	size_t i;

	(void)state;
	r.mode = RECIPE_MODE_SINCE;
	r.since_param = "after";
	r.page_param = NULL;
	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		r.time = row[i].time;
		paginate_init(&p, &r, &any_row);
		assert_string_equal(url_of(&p), "http://a.example/list");
		paginate_aim(&p, &aim);
		assert_string_equal(url_of(&p), row[i].url);
		assert_false(paginate_is_stable(&p));
		paginate_release(&p);
	}
}

static void
bodies_are_filled(void **state)
{
	const struct recipe_pair json[] = {
		{"q", {"\"say \\\"{cursor}\\\"\"", 18}},
		{"n", {"{page}", 6}}, {"none", {"\"{since}\"", 9}},
		{"deep", {"{\"a\":[1]}", 9}},
	}, form[] = {{"q", {"a b", 3}}, {"none", {"{since}", 7}}};
	struct recipe r = recipe_of(RECIPE_PAGING_CURSOR);
	struct complaint c = {0};
	struct paginate p;
	const char *type;
	struct buffer b;

	(void)state;
	r.page_in = RECIPE_IN_BODY;
	r.page_param = "after";
	r.first = "x\"y";
	r.body = RECIPE_BODY_JSON;
	r.body_field = json;
	r.body_count = 4;
	buffer_init(&b, PAGINATE_BODY_MAX);
	paginate_init(&p, &r, &any_row);
	assert_string_equal(url_of(&p), "http://a.example/list");
	assert_int_equal(paginate_body(&p, &b, &type, &c), 0);
	assert_string_equal(b.bytes, "{\"q\":\"say \\\"x\\\"y\\\"\","
	    "\"deep\":{\"a\":[1]},\"after\":\"x\\\"y\"}");
	assert_string_equal(type, "application/json");
	paginate_release(&p);

	r.paging = RECIPE_PAGING_OFFSET;
	r.body = RECIPE_BODY_FORM;
	r.body_field = form;
	r.body_count = 2;
	r.start = 20;
	r.size_param = "n";
	r.size = 10;
	buffer_clear(&b);
	paginate_init(&p, &r, &any_row);
	assert_int_equal(paginate_body(&p, &b, &type, &c), 0);
	assert_string_equal(b.bytes, "q=a%20b&n=10&after=20");
	paginate_release(&p);
	buffer_release(&b);
}

static void
mirrors_stand_for_others(void **state)
{
	const struct plan_mirror mirror[] = {
		{"https://api.example", "http://127.0.0.1:8080"},
	};
	struct plan plan = {.mirror = mirror, .mirror_count = 1};
	char url[HTTP_URL] = "https://api.example/a?b";
	struct complaint c = {0};

	(void)state;
	assert_int_equal(mirror_apply(&plan, url, &c), 0);
	assert_string_equal(url, "http://127.0.0.1:8080/a?b");
	snprintf(url, sizeof(url), "https://api.example:444/a");
	assert_int_equal(mirror_apply(&plan, url, &c), 0);
	assert_string_equal(url, "https://api.example:444/a");
	assert_int_equal(mirror_apply(NULL, url, &c), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(since_is_written_as_the_source_wants_it),
		cmocka_unit_test(bodies_are_filled),
		cmocka_unit_test(mirrors_stand_for_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
