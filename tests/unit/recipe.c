/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <string.h>

#include "recipe_text.h"

static void
assert_refused(const char *text, size_t line, const char *said)
{
	char place[96];
	struct recipe r;

	if (read_text(&r, text) == 0)
		fail_msg("taken: %s", text);
	snprintf(place, sizeof(place), "%s:%zu: ", path, line);
	if (strncmp(c.text, place, strlen(place)) != 0 ||
	    strstr(c.text, said) == NULL)
		fail_msg("%s: \"%s\" is not line %zu, \"%s\"", text, c.text,
		    line, said);
}

static void
check_reading(const struct recipe *r)
{
	assert_int_equal(r->format, RECIPE_JSON);
	assert_int_equal(r->records_count, 2);
	assert_string_equal(r->records, "/a");
	assert_string_equal(r->records_path[1], "");
	assert_true(r->keyed);
	assert_string_equal(r->where_path, "/r");
	assert_int_equal(r->field[RECIPE_TEXT].path_count, 2);
	assert_string_equal(r->field[RECIPE_TEXT].path[1], "/u/0");
	assert_int_equal(r->field[RECIPE_TITLE].path_count, 0);
	assert_true(text_is(r->field[RECIPE_RATING].best, "{best}"));
	assert_true(text_is(r->field[RECIPE_RATING].worst, "1"));
	assert_string_equal(r->field[RECIPE_RATING].best_path, "/b");
	assert_true(r->field[RECIPE_RATING].zero_is_absent);
	assert_int_equal(r->field[RECIPE_RATING].map_count, 2);
	assert_int_equal(r->field[RECIPE_RATING].map[1].value.length, 0);
	assert_int_equal(r->field[RECIPE_PUBLISHED].format,
	    RECIPE_VALUE_EPOCH_MS);
	assert_true(text_is(r->field[RECIPE_LANGUAGE].fixed, "hr"));
}

static void
a_whole_recipe(void **state)
{
	struct recipe r;

	(void)state;
	if (read_text(&r, with(",\"source\":\"A Shop\",\"every\":\"PT6H\","
	    "\"stated\":{\"header\":\"X-T\",\"path\":\"/n\"}",
	    "\"url\":\"https://a.example/{app}\",\"query\":{\"a\":\"b\","
	    "\"l\":\"{lang}\"},\"headers\":{\"K\":\"k {secret:key}\"},"
	    "\"robots\":\"api\",\"delay_ms\":250",
	    "\"paginate\":{\"type\":\"page\",\"param\":\"p\",\"start\":0,"
	    "\"step\":2,\"size_param\":\"n\",\"size\":50,\"max_pages\":9,"
	    "\"stop\":[\"empty\",\"status:404\",\"header:X-P\"]},",
	    "\"format\":\"json\",\"records\":[\"/a\",\"\"],\"keyed\":true,"
	    "\"where\":{\"path\":\"/r\",\"is\":\"present\"},\"fields\":{"
	    "\"id\":\"/id\",\"text\":[\"/t\",\"/u/0\"],\"rating\":{"
	    "\"path\":\"/r\",\"best\":\"{best}\",\"worst\":1,"
	    "\"best_path\":\"/b\",\"format\":\"zero_is_absent\","
	    "\"map\":{\"true\":\"5\",\"x\":\"\"}},\"published\":{"
	    "\"path\":\"/d\",\"format\":\"epoch_ms\"},"
	    "\"language\":{\"value\":\"hr\"}}")) < 0)
		fail_msg("%s", c.text);
	assert_string_equal(r.id, "x");
	assert_string_equal(r.kind, "retailer");
	assert_string_equal(r.source, "A Shop");
	assert_int_equal(r.every, 6 * 3600);
	assert_int_equal(r.transport, RECIPE_HTTP);
	assert_int_equal(r.query_count, 2);
	assert_string_equal(r.query[1].name, "l");
	assert_true(text_is(r.query[1].value, "{lang}"));
	assert_int_equal(r.header_count, 1);
	assert_true(r.robots_api);
	assert_int_equal(r.delay_ms, 250);
	assert_int_equal(r.paging, RECIPE_PAGING_PAGE);
	assert_string_equal(r.page_param, "p");
	assert_string_equal(r.size_param, "n");
	assert_int_equal(r.start, 0);
	assert_int_equal(r.step, 2);
	assert_int_equal(r.size, 50);
	assert_int_equal(r.max_pages, 9);
	assert_int_equal(r.stop_count, 3);
	assert_int_equal(r.stop[1].rule, RECIPE_STOP_STATUS);
	assert_int_equal(r.stop[1].status, 404);
	assert_int_equal(r.stop[2].rule, RECIPE_STOP_HEADER);
	assert_string_equal(r.stop[2].header, "X-P");
	assert_string_equal(r.stated_header, "X-T");
	assert_string_equal(r.stated_path, "/n");
	assert_int_equal(r.secret_count, 1);
	assert_string_equal(r.secret[0].env, "SAYSO_TEST_KEY");
	assert_null(r.secret[0].file);
	check_reading(&r);
	recipe_release(&r);
}

static void
defaults(void **state)
{
	struct recipe r;

	(void)state;
	assert_int_equal(read_text(&r, with(",\"source\":\"host\"", NULL,
	    NULL, NULL)), 0);
	assert_null(r.source);
	assert_int_equal(r.every, 86400);
	assert_int_equal(r.delay_ms, 1000);
	assert_false(r.robots_api);
	assert_int_equal(r.paging, RECIPE_PAGING_NONE);
	assert_int_equal(r.max_pages, 1);
	assert_int_equal(r.format, RECIPE_AUTO);
	assert_null(r.records);
	recipe_release(&r);
	assert_int_equal(read_text(&r, with("", NULL, "\"paginate\":{\"type\":"
	    "\"offset\",\"param\":\"o\",\"size\":30,\"max_pages\":2},",
	    NULL)), 0);
	assert_int_equal(r.start, 0);
	assert_int_equal(r.step, 30);
	recipe_release(&r);
	assert_int_equal(read_text(&r, with("", NULL, "\"paginate\":{\"type\":"
	    "\"page\",\"param\":\"p\",\"max_pages\":2},", NULL)), 0);
	assert_int_equal(r.start, 1);
	assert_int_equal(r.step, 1);
	recipe_release(&r);
}

static void
slips_outside(void **state)
{
	struct recipe r;

	(void)state;
	assert_refused(with(",\"titel\":\"x\"", NULL, NULL, NULL), 1,
	    "unknown key \"titel\"");
	assert_refused(with(",\"stated\":{\"path\":\"total\"}", NULL, NULL,
	    NULL), 1, "begins with /");
	assert_refused(with(",\"stated\":{\"path\":\"/total\"}", NULL, NULL,
	    NULL), 6, "in json only");
	assert_refused("{\"recipe\":2,\n\"id\":\"x\"}", 1, "\"recipe\": 1");
	assert_refused("{\"recipe\":1,\"id\":\"x\"}", 1, "must be there");
	assert_refused(with(",\"every\":\"soon\"", NULL, NULL, NULL), 1,
	    "P1D");
	assert_refused(with(",\"stated\":{\"hedaer\":\"x\"}", NULL, NULL,
	    NULL), 1, "unknown key \"hedaer\"");
	assert_refused("{\"recipe\":1,\"id\":\"x\",\"title\":\"t\","
	    "\"docs\":\"d\",\"terms\":\"t\",\"verified\":\"v\",\n"
	    "\"kind\":\"shop\"}", 2, "no such kind");
	assert_int_equal(read_text(&r, "{\"recipe\":1,\"id\":\"y\","
	    "\"title\":\"t\",\"docs\":\"d\",\"terms\":\"t\","
	    "\"verified\":\"v\",\"kind\":\"retailer\",\"request\":{\"url\":"
	    "\"http://a\"},\"read\":{\"format\":\"auto\"}}"), -1);
	assert_non_null(strstr(c.text, "its id is \"y\""));
	/* as a path, any name will do */
	assert_int_equal(recipe_read(&r, path, NULL, &c), 0);
	recipe_release(&r);
	assert_int_equal(recipe_read(&r, "none", folder, &c), -1);
	assert_non_null(strstr(c.text, "no recipe is called \"none\""));
}

static void
slips_in_params(void **state)
{
	static const struct { const char *param, *said; } bad[] = {
		{"\"A\":{\"about\":\"a\"}", "a parameter's name"},
		{"\"page\":{\"about\":\"a\"}", "a parameter's name"},
		{"\"a\":{}", "without \"about\""},
		{"\"a\":{\"about\":\"a\",\"requierd\":true}",
		    "unknown key \"requierd\""},
		{"\"a\":{\"about\":\"a\",\"required\":true,\"default\":1}",
		    "never required"},
		{"\"a\":{\"about\":\"a\",\"pattern\":\"(\"}",
		    "regular expression"},
		{"\"a\":{\"about\":\"a\",\"default\":[]}",
		    "a string or a number"},
	};
	char text[1024];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		snprintf(text, sizeof(text), "{\"recipe\":1,\"id\":\"x\","
		    "\"title\":\"t\",\"docs\":\"d\",\"terms\":\"t\","
		    "\"verified\":\"v\",\"kind\":\"retailer\",\"params\":{\n"
		    "%s}}", bad[i].param);
		assert_refused(text, 2, bad[i].said);
	}
	assert_refused("{\"recipe\":1,\"id\":\"x\",\"title\":\"t\","
	    "\"docs\":\"d\",\"terms\":\"t\",\"verified\":\"v\","
	    "\"kind\":\"retailer\",\"secrets\":{\n\"k\":\"s3cret\"}}", 2,
	    "an object is wanted");
	assert_null(strstr(c.text, "s3cret"));
}

static void
slips_in_request(void **state)
{
	static const struct { const char *request, *said; } bad[] = {
		{"", "\"url\" is missing"},
		{"\"url\":\"http://a/{ap}\"", "{ap} is not among"},
		{"\"url\":\"http://a/{page}\"", "{page} has no meaning"},
		{"\"url\":\"http://a/{cursor}\"", "{cursor} has no meaning"},
		{"\"url\":\"http://a/{secret:key}\"", "no meaning here"},
		{"\"url\":\"u\",\"query\":{\"a\":\"{secret:kee}\"}",
		    "{secret:kee} is not among"},
		{"\"url\":\"u\",\"query\":{\"a\":true}", "a string or"},
		{"\"url\":\"u\",\"headers\":{\"a\":\"b\\r\\nC: d\"}",
		    "control character"},
		{"\"url\":\"u\",\"headers\":{\"a\\n\":\"b\"}",
		    "control character"},
		{"\"url\":\"u\",\"headers\":{\"a b\":\"c\"}",
		    "\"a b\" is no name"},
		{"\"url\":\"u\",\"headers\":{\"user-agent\":\"c\"}",
		    "fetch sends its own"},
		{"\"url\":\"u\",\"robots\":\"ignore\"", "obey, api"},
		{"\"url\":\"u\",\"delay_ms\":-5", "whole number"},
		{"\"url\":\"u\",\"transport\":\"ftp\"", "http, file"},
		{"\"url\":\"u\",\"transport\":\"file\",\"delay_ms\":1",
		    "a file has no"},
		{"\"url\":\"u\",\"methd\":\"GET\"", "unknown key \"methd\""},
	};
	char url[RECIPE_URL_MAX + 32] = "\"url\":\"";
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_refused(with("", bad[i].request, NULL, NULL), 4,
		    bad[i].said);
	memset(url + 7, 'u', RECIPE_URL_MAX + 1);
	strcpy(url + 8 + RECIPE_URL_MAX, "\"");
	assert_refused(with("", url, NULL, NULL), 4, "an URL of more than");
}

static void
slips_in_paginate(void **state)
{
	static const struct { const char *paginate, *said; } bad[] = {
		{"\"type\":\"pages\"", "none, page, offset"},
		{"\"type\":\"page\",\"param\":\"p\",\"max_pages\":1,"
		    "\"stop\":[\"short\"]", "the rule short needs"},
		{"\"type\":\"offset\",\"param\":\"p\",\"max_pages\":1,"
		    "\"stop\":[\"header:X\"]", "the rule header has no"},
		{"\"type\":\"page\",\"param\":\"p\",\"max_pages\":1,"
		    "\"size_param\":\"n\"", "needs \"size\""},
		{"\"type\":\"page\",\"max_pages\":1", "\"param\" is missing"},
		{"\"type\":\"page\",\"param\":\"p\"", "\"max_pages\" is"},
		{"\"type\":\"page\",\"param\":\"p\",\"max_pages\":200000",
		    "whole number"},
		{"\"type\":\"page\",\"in\":\"path\",\"max_pages\":1",
		    "neither url nor query holds {page}"},
		{"\"type\":\"cursor\",\"in\":\"path\",\"next\":\"/c\","
		    "\"max_pages\":1", "holds {cursor}"},
		{"\"type\":\"cursor\",\"param\":\"c\",\"max_pages\":1",
		    "\"next\" is missing"},
		{"\"type\":\"next_url\",\"next\":\"n\",\"max_pages\":1",
		    "JSON Pointer"},
		{"\"type\":\"link_header\",\"next\":\"/n\",\"max_pages\":1",
		    "\"next\" has no meaning"},
		{"\"type\":\"html_next\",\"param\":\"p\",\"max_pages\":1",
		    "\"param\" and \"in\""},
		{"\"type\":\"page\",\"param\":\"p\",\"first\":\"*\","
		    "\"max_pages\":1", "\"first\" has no meaning"},
		{"\"type\":\"none\",\"stop\":[\"end\"]", "no such stop rule"},
		{"\"type\":\"none\",\"stop\":[\"status:4\"]", "no such stop"},
		{"\"type\":\"none\",\"stop\":[\"header:\"]", "no such stop"},
		{"\"type\":\"none\",\"stop\":[\"empty\",\"empty\",\"empty\","
		    "\"empty\",\"empty\",\"empty\",\"empty\",\"empty\","
		    "\"empty\"]", "more than 8 stop"},
	};
	char text[1024];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		bool template = strstr(bad[i].said, "holds {") != NULL;

		snprintf(text, sizeof(text), "\"paginate\":{%s},",
		    bad[i].paginate);
		assert_refused(with("", NULL, text, NULL), template ? 4 : 5,
		    bad[i].said);
	}
}

static void
slips_in_read(void **state)
{
	static const struct { const char *answer, *said; } bad[] = {
		{"", "\"format\" is missing"},
		{"\"format\":\"yaml\"", "auto, json"},
		{"\"format\":\"auto\",\"records\":\"/a\"", "no other keys"},
		{"\"format\":\"json\",\"fields\":{\"text\":\"/t\"}",
		    "\"records\" is missing"},
		{"\"format\":\"csv\",\"records\":\"a\",\"fields\":{\"text\":"
		    "\"t\"}", "no meaning"},
		{"\"format\":\"xml\",\"records\":\"//a\",\"keyed\":true,"
		    "\"fields\":{\"text\":\"t\"}", "\"keyed\""},
		{"\"format\":\"json\",\"records\":\"\"", "\"fields\" is"},
		{"\"format\":\"json\",\"records\":\"a\"", "begins with /"},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"id\":"
		    "\"/i\"}", "nothing would be a review"},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"text\":"
		    "\"t\"}", "begins with /"},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"txt\":"
		    "\"/t\"}", "unknown key \"txt\""},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"text\":"
		    "[]}", "an empty list"},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"text\":"
		    "{}}", "either \"path\" or"},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"text\":"
		    "{\"path\":\"/t\",\"value\":\"x\"}}", "either \"path\" or"},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"text\":"
		    "{\"path\":\"/t\",\"best\":5}}", "only a rating"},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"text\":"
		    "{\"path\":\"/t\",\"format\":\"md\"}}", "plain, html"},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"rating\":"
		    "{\"path\":\"/t\",\"best\":\"{bset}\"}}",
		    "{bset} is not among"},
		{"\"format\":\"json\",\"records\":\"\",\"fields\":{\"rating\":"
		    "{\"path\":\"/t\",\"map\":{\"a\":[]}}}", "a string or"},
		{"\"format\":\"json\",\"records\":\"\",\"where\":{\"path\":"
		    "\"/a\"},\"fields\":{\"text\":\"/t\"}", "\"where\" needs"},
		{"\"format\":\"json\",\"records\":\"\",\"where\":{\"path\":"
		    "\"/a\",\"is\":\"missing\"},\"fields\":{\"text\":\"/t\"}",
		    "wanted here: present"},
		{"\"format\":\"csv\",\"fields\":{\"text\":[\"a\",\"b\",\"c\","
		    "\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\",\"k\",\"l\","
		    "\"m\",\"n\",\"o\",\"p\",\"q\"]}", "more than 16 paths"},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_refused(with("", NULL, NULL, bad[i].answer), 6,
		    bad[i].said);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_recipe),
		cmocka_unit_test(defaults),
		cmocka_unit_test(slips_outside),
		cmocka_unit_test(slips_in_params),
		cmocka_unit_test(slips_in_request),
		cmocka_unit_test(slips_in_paginate),
		cmocka_unit_test(slips_in_read),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
