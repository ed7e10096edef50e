/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json.h"
#include "publish.h"
#include "recipe.h"
#include "slurp.h"

#define SHIPPED "fetch/sources"

static struct complaint c;
static char folder[] = "/tmp/sayso-recipe-XXXXXX";
static char path[64];

static int
make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/x.json", folder);
	return 0;
}

static int
remove_folder(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(folder);
}

static int
read_text(struct recipe *r, const char *text)
{
	assert_int_equal(publish_file(path, text, strlen(text), &c), 0);
	return recipe_read(r, "x", folder, &c);
}

/* A recipe with these parts; NULL stands for one that is right. */
static const char *
with(const char *top, const char *request, const char *paginate,
	const char *answer)
{
	static char text[8192];

	snprintf(text, sizeof(text), "{\"recipe\":1,\"id\":\"x\","
	    "\"title\":\"t\",\"docs\":\"d\",\"terms\":\"t\","
	    "\"verified\":\"v\",\"kind\":\"retailer\"%s,\n"
	    "\"params\":{\"app\":{\"about\":\"a\",\"required\":true,"
	    "\"pattern\":\"[0-9]+\"},\"lang\":{\"about\":\"l\"},"
	    "\"best\":{\"about\":\"b\",\"default\":10}},\n"
	    "\"secrets\":{\"key\":{\"env\":\"SAYSO_TEST_KEY\"}},\n"
	    "\"request\":{%s},\n%s\n\"read\":{%s}}", top,
	    request != NULL ? request : "\"url\":\"http://a/{app}\"",
	    paginate != NULL ? paginate : "",
	    answer != NULL ? answer : "\"format\":\"auto\"");
	return text;
}

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
	assert_non_null(strstr(c.text, "/none.json: "));
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

/* ---- filling ---- */

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

/* ---- the shipped ones ---- */

static void
all_shipped_are_read(void **state)
{
	DIR *list = opendir(SHIPPED);
	struct dirent *entry;
	size_t count = 0, length;
	char name[256];
	struct recipe r;

	(void)state;
	if (list == NULL)
		fail_msg("%s: to be run from the top of the tree", SHIPPED);
	while ((entry = readdir(list)) != NULL) {
		length = strlen(entry->d_name);
		if (length < 6 || entry->d_name[0] == '.')
			continue;
		snprintf(name, sizeof(name), "%.*s", (int)length - 5,
		    entry->d_name);
		if (recipe_read(&r, name, SHIPPED, &c) < 0)
			fail_msg("%s", c.text);
		/* nobody has seen a live service answer here */
		if (strstr(r.verified, "never run against the live service")
		    != r.verified)
			fail_msg("%s: verified %s", name, r.verified);
		recipe_release(&r);
		count++;
	}
	closedir(list);
	assert_true(count >= 45);
}

static struct text
first_of(const struct json *record, const struct recipe_field *f)
{
	struct text t = {NULL, 0};
	const struct json *v;
	size_t i;

	for (i = 0; i < f->path_count && text_is_absent(t); i++) {
		v = json_at(record, f->path[i]);
		t = json_type(v) == JSON_TRUE ? text_of("true") :
		    json_type(v) == JSON_FALSE ? text_of("false") :
		    json_text(v);
	}
	return t;
}

/* How many records of a payload say each field. */
static void
count_fields(const struct recipe *r, const struct json *root, int *records,
	int field[RECIPE_FIELDS])
{
	const struct json *list = NULL, *v;
	size_t i;

	for (i = 0; i < r->records_count && list == NULL; i++)
		list = json_at(root, r->records_path[i]);
	*records = 0;
	memset(field, 0, RECIPE_FIELDS * sizeof(*field));
	for (v = json_first(list); v != NULL; v = json_next(v)) {
		++*records;
		for (i = 0; i < RECIPE_FIELDS; i++)
			field[i] += first_of(v, &r->field[i]).length > 0;
	}
}

static const struct {
	const char *recipe, *name;
	int records, id, rating, text, author, published, reply;
} payload[] = {
	{"apple-app-store", "apple-1510826067-gb-1", 4, 4, 4, 4, 4,
	    0, 0},
	{"apple-app-store", "apple-497799835-cn-10", 50, 50, 50, 50,
	    50, 0, 0},
	{"apple-app-store", "apple-invalid-author-uri", 2, 2, 2, 2, 2,
	    0, 0},
	{"bazaarvoice", "bazaarvoice-all", 10, 10, 10, 10, 10, 10, 0},
	/* three of them are stars without words */
	{"bazaarvoice", "bazaarvoice-stores", 12, 12, 12, 9, 12, 12,
	    1},
	{"discourse-topic", "discourse-topic", 4, 4, 0, 4, 4, 4, 0},
	{"google-places-legacy", "google-places-details-fr", 5, 0, 5,
	    5, 5, 5, 0},
	{"steam", "steam-1346200", 6, 6, 6, 6, 6, 6, 0},
	{"steam", "steam-dict-439700", 101, 101, 101, 101, 101, 101,
	    0},
	{"trustpilot-events", "trustpilot-events", 2, 2, 2, 2, 2, 2,
	    0},
	{"woocommerce-store", "woo-product-reviews", 25, 25, 25, 25,
	    25, 25, 0},
	{"woocommerce-store", "woo-product-reviews-b", 10, 10, 10, 10,
	    10, 10, 0},
};

static void
paths_fit_real_payloads(void **state)
{
	const char *shared = getenv("SAYSO_SHARED");
	int records, field[RECIPE_FIELDS];
	struct json_document *d;
	struct recipe r;
	struct buffer b;
	char name[4096];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(payload) / sizeof(payload[0]); i++) {
		snprintf(name, sizeof(name), "%s/pages/json-api/%s.json",
		    shared == NULL ? "../shared" : shared, payload[i].name);
		if (access(name, R_OK) != 0) {
			LEAVE_TEST("no %s", name);
		}
		buffer_init(&b, 1 << 20);
		assert_int_equal(slurp(name, &b, &c), 0);
		d = json_read(b.bytes, b.length, false, name, &c);
		assert_non_null(d);
		assert_int_equal(recipe_read(&r, payload[i].recipe, SHIPPED,
		    &c), 0);
		count_fields(&r, json_root(d), &records, field);
		if (records != payload[i].records ||
		    field[RECIPE_ID] != payload[i].id ||
		    field[RECIPE_RATING] != payload[i].rating ||
		    field[RECIPE_TEXT] != payload[i].text ||
		    field[RECIPE_AUTHOR] != payload[i].author ||
		    field[RECIPE_PUBLISHED] != payload[i].published ||
		    field[RECIPE_REPLY] != payload[i].reply)
			fail_msg("%s: %d records, %d %d %d %d %d %d",
			    payload[i].name, records, field[RECIPE_ID],
			    field[RECIPE_RATING], field[RECIPE_TEXT],
			    field[RECIPE_AUTHOR], field[RECIPE_PUBLISHED],
			    field[RECIPE_REPLY]);
		recipe_release(&r);
		json_free(d);
		buffer_release(&b);
	}
}

/* The example in the manual, from its display to the display's end. */
static void
the_manual_is_right(void **state)
{
	static const char opening[] = ".Bd -literal -offset indent\n";
	char *from, *to;
	struct buffer b;
	struct recipe r;

	(void)state;
	buffer_init(&b, 1 << 20);
	if (slurp("fetch/sayso-recipe.5", &b, &c) < 0)
		fail_msg("%s: to be run from the top of the tree", c.text);
	from = strstr(b.bytes, opening) + strlen(opening);
	to = strstr(from, ".Ed");
	*to = '\0';
	assert_int_equal(publish_file(path, from, strlen(from), &c), 0);
	if (recipe_read(&r, path, NULL, &c) < 0)
		fail_msg("%s", c.text);
	assert_string_equal(r.id, "shop-api");
	recipe_release(&r);
	buffer_release(&b);
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
		cmocka_unit_test(templates_are_filled),
		cmocka_unit_test(rows_are_checked),
		cmocka_unit_test(all_shipped_are_read),
		cmocka_unit_test(paths_fit_real_payloads),
		cmocka_unit_test(the_manual_is_right),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
