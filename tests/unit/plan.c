/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buffer.h"
#include "plan.h"
#include "publish.h"
#include "slurp.h"

static struct complaint c;
static char folder[] = "/tmp/sayso-plan-XXXXXX";
static char path[64], key_path[64];

static int
make_folder(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/sayso.json", folder);
	snprintf(key_path, sizeof(key_path), "%s/key", folder);
	return 0;
}

static int
remove_folder(void **state)
{
	(void)state;
	unlink(path);
	unlink(key_path);
	return rmdir(folder);
}

static int
read_text(struct plan *p, const char *text)
{
	assert_int_equal(publish_file(path, text, strlen(text), &c), 0);
	return plan_read(p, path, &c);
}

/* The complaint is `PATH:LINE: ...` with `said` in it; line 0: `PATH: `. */
static void
assert_refused(const char *text, size_t line, const char *said)
{
	char place[96];
	struct plan p;

	if (read_text(&p, text) == 0)
		fail_msg("taken: %s", text);
	if (line > 0)
		snprintf(place, sizeof(place), "%s:%zu: ", path, line);
	else
		snprintf(place, sizeof(place), "%s: ", path);
	if (strncmp(c.text, place, strlen(place)) != 0 ||
	    strstr(c.text, said) == NULL)
		fail_msg("%s: \"%s\" is not line %zu, \"%s\"", text, c.text,
		    line, said);
}

static const char whole[] =
	"// a plan\n"
	"{ \"contact\": \"mailto:me@lumen.example\",\n"
	"  \"authors\": \"keep\",\n"
	"  \"allow_private\": [ \"127.0.0.1\", \"shop.test\" ],\n"
	"  \"delay_ms\": 0,\n"
	"  \"brands\": [\n"
	"    { \"name\": \"Lumen & Co\", \"role\": \"own\",\n"
	"      \"aliases\": [ \"Lumen\", \"\xE1\x83\x9A\xE1\x83\xA3\" ],\n"
	"      \"sources\": [\n"
	"        { \"recipe\": \"html-pages\",\n"
	"          \"params\": { \"start\": \"https://a.example/\","
	" \"n\": 9007199254740993 },\n"
	"          \"kind\": \"retailer\", \"name\": \"Shop A\",\n"
	"          \"item\": \"Lamp\", \"language\": \"hr\",\n"
	"          \"every\": \"PT6H\", \"max_pages\": 7 },\n"
	"        { \"recipe\": \"html-pages\" },\n"
	"        { \"recipe\": \"./my/Own Thing.json\" },\n"
	"        { \"recipe\": \"feed\", \"id\": \"Blog_1\" }, ] },\n"
	"    { \"name\": \"\xE1\x83\x9A\xE1\x83\xA3\xE1\x83\x9B\","
	" \"role\": \"competitor\",\n"
	"      \"sources\": [ { \"recipe\": \"feed\" } ] },\n"
	"    { \"name\": \"None\", \"role\": \"competitor\" },\n"
	"  ] }\n";

static void
a_whole_plan(void **state)
{
	struct plan p;
	const struct plan_row *row;

	(void)state;
	if (read_text(&p, whole) < 0)
		fail_msg("%s", c.text);
	assert_string_equal(p.path, path);
	assert_string_equal(p.contact, "mailto:me@lumen.example");
	assert_true(p.keep_authors);
	assert_true(text_is_absent(p.authors_key));
	assert_int_equal(p.allow_private_count, 2);
	assert_string_equal(p.allow_private[1], "shop.test");
	assert_int_equal(p.delay_ms, 0);
	assert_int_equal(p.brand_count, 3);
	assert_int_equal(p.row_count, 5);
	assert_true(p.brand[0].own);
	assert_false(p.brand[1].own);
	assert_int_equal(p.brand[0].alias_count, 2);
	assert_string_equal(p.brand[0].alias[0], "Lumen");
	row = plan_find(&p, text_of("lumen-co.html-pages"));
	assert_non_null(row);
	assert_ptr_equal(row->brand, &p.brand[0]);
	assert_string_equal(row->recipe, "html-pages");
	assert_string_equal(row->kind, "retailer");
	assert_string_equal(row->source, "Shop A");
	assert_string_equal(row->item, "Lamp");
	assert_string_equal(row->language, "hr");
	assert_int_equal(row->every, 6 * 3600);
	assert_int_equal(row->max_pages, 7);
	assert_int_equal(row->line, 10);
	assert_true(text_is(plan_row_param(row, "start"),
	    "https://a.example/"));
	assert_true(text_is(plan_row_param(row, "n"), "9007199254740993"));
	assert_true(text_is_absent(plan_row_param(row, "x")));
	assert_null(plan_find(&p, text_of("none.feed")));
	plan_release(&p);
	assert_int_equal(p.row_count, 0);
}

static void
ids_are_made(void **state)
{
	static const char *const keys[] = {"lumen-co.html-pages",
		"lumen-co.html-pages-2", "lumen-co.own-thing",
		"lumen-co.Blog_1", "b2.feed"};
	struct plan p;
	size_t i;

	(void)state;
	assert_int_equal(read_text(&p, whole), 0);
	for (i = 0; i < 5; i++)
		assert_string_equal(p.row[i].key, keys[i]);
	assert_string_equal(p.brand[0].id, "lumen-co");
	assert_string_equal(p.brand[1].id, "b2");
	assert_null(p.row[1].kind);
	assert_null(p.row[1].item);
	assert_int_equal(p.row[1].every, 0);
	assert_int_equal(p.row[1].max_pages, 0);
	plan_release(&p);
}

/* A plan of one brand of ours with these members and one source. */
static const char *
with(const char *top, const char *brand, const char *source)
{
	static char text[4096];

	snprintf(text, sizeof(text), "{%s\n\"brands\":[{\"name\":\"A\",\n"
	    "\"role\":\"own\"%s,\n\"sources\":[{\"recipe\":\"feed\"\n%s}]}]}",
	    top, brand, source);
	return text;
}

static void
defaults(void **state)
{
	struct plan p;

	(void)state;
	assert_int_equal(read_text(&p, with("", "", "")), 0);
	assert_null(p.contact);
	assert_false(p.keep_authors);
	assert_int_equal(p.delay_ms, -1);
	assert_int_equal(p.allow_private_count, 0);
	assert_string_equal(p.row[0].key, "a.feed");
	plan_release(&p);
}

static void
slips_are_named_with_their_line(void **state)
{
	(void)state;
	assert_refused(with("\"contcat\":\"x\",", "", ""), 1,
	    "unknown key \"contcat\"");
	assert_refused(with("", ",\"alias\":[]", ""), 3,
	    "unknown key \"alias\"");
	assert_refused(with("", ",\"customers\":[{\"period\":\"Q3\","
	    "\"start\":5,\"lost\":6}]", ""), 3, "more customers lost");
	assert_refused(with("", ",\"customers\":[{\"period\":\"Q3\"}]", ""),
	    3, "needs period, start and lost");
	assert_refused(with("", "", ",\"parms\":{}"), 5,
	    "unknown key \"parms\"");
	assert_refused(with("\"authors_key\":{\n\"envy\":\"X\"},", "", ""), 2,
	    "unknown key \"envy\"");
	assert_refused(with("\"contact\":1,", "", ""), 1, "\"contact\" must");
	assert_refused(with("\"contact\":\"\",", "", ""), 1, "empty");
	assert_refused(with("\"contact\":\"a\\r\\nX: y\",", "", ""), 1,
	    "control character");
	assert_refused(with("\"authors\":\"hide\",", "", ""), 1, "hash or");
	assert_refused(with("\"delay_ms\":-1,", "", ""), 1, "whole number");
	assert_refused(with("\"delay_ms\":1.5,", "", ""), 1, "whole number");
	assert_refused(with("\"allow_private\":[1],", "", ""), 1,
	    "a string is wanted");
	assert_refused(with("", ",\"id\":\"../x\"", ""), 3, "an id is made");
	assert_refused(with("", ",\"id\":\"-x\"", ""), 3, "an id is made");
	assert_refused(with("", "", ",\"id\":\"a.b\""), 5, "an id is made");
	assert_refused(with("", "", ",\"kind\":\"shop\""), 5, "retailer");
	assert_refused(with("", "", ",\"every\":\"daily\""), 5, "P1D");
	assert_refused(with("", "", ",\"every\":\"PT0S\""), 5, "P1D");
	assert_refused(with("", "", ",\"max_pages\":0"), 5, "whole number");
	assert_refused(with("", "", ",\"max_pages\":1000000"), 5,
	    "whole number");
	assert_refused(with("", "", ",\"params\":{\"a\":[]}"), 5,
	    "a string or a number");
	assert_refused(with("", "", ",\"params\":{\"a\":1,\n\"a\":2}"), 6,
	    "\"a\" is said twice");
	assert_refused(with("", "", ",\"recipe\":\"feed\""), 5, "said twice");
}

static void
what_must_be_there(void **state)
{
	(void)state;
	assert_refused("", 1, "nothing in it");
	assert_refused("[]", 1, "an object is wanted");
	assert_refused("{\n}", 1, "\"brands\" is missing");
	assert_refused("{\"brands\":[]}", 1, "missing or empty");
	assert_refused("{\"brands\":[\n{\"role\":\"own\"}]}", 2, "\"name\"");
	assert_refused("{\"brands\":[\n{\"name\":\"A\"}]}", 2, "\"role\"");
	assert_refused("{\"brands\":[{\"name\":\"A\",\n\"role\":\"us\"}]}", 2,
	    "own or competitor");
	assert_refused("{\"brands\":[{\"name\":\"A\",\"role\":\"own\","
	    "\"sources\":[\n{}]}]}", 2, "\"recipe\"");
	assert_refused("{\"brands\":[\n1]}", 2, "an object is wanted");
	assert_refused("{\"brands\":[{\"name\":\"A\",\"role\":"
	    "\"competitor\"}]}", 1, "0 brands have the role");
	assert_refused("{\"brands\":[{\"name\":\"A\",\"role\":\"own\"},"
	    "{\"name\":\"B\",\"role\":\"own\"}]}", 1, "2 brands have");
	assert_refused("{\"brands\":[{\"name\":\"A\",\"role\":\"own\"},"
	    "{\"name\":\"a\",\"role\":\"competitor\"}]}", 0, "two brands");
	assert_refused("{\"brands\":[{\"name\":\"A\",\"role\":\"own\","
	    "\"sources\":[{\"recipe\":\"x\",\"id\":\"i\"},\n"
	    "{\"recipe\":\"y\",\"id\":\"i\"}]}]}", 2, "\"i\" is there twice");
	/* a made id that meets one that was said */
	assert_refused("{\"brands\":[{\"name\":\"A\",\"role\":\"own\","
	    "\"sources\":[{\"recipe\":\"x\"},\n"
	    "{\"recipe\":\"y\",\"id\":\"x\"}]}]}", 2, "\"x\" is there twice");
	assert_refused("{\"brands\":[{\"name\":\"A B\",\"role\":\"own\"},"
	    "{\"name\":\"C\",\"id\":\"a-b\",\"role\":\"competitor\"}]}", 1,
	    "\"a-b\" is there twice");
}

static void
what_is_no_file(void **state)
{
	struct plan p;

	(void)state;
	assert_int_equal(plan_read(&p, "/nonexistent/sayso.json", &c), -1);
	assert_non_null(strstr(c.text, "/nonexistent/sayso.json: "));
	assert_int_equal(plan_read(&p, folder, &c), -1);
}

static void
limits(void **state)
{
	size_t size = PLAN_BYTES_MAX + 2, i, used;
	char *text = malloc(size);
	struct plan p;

	(void)state;
	memset(text, ' ', size - 1);
	text[size - 1] = '\0';
	memcpy(text, "{}", 2);
	assert_int_equal(read_text(&p, text), -1);
	assert_non_null(strstr(c.text, "limit"));
	strcpy(text, "{\"brands\":[{\"name\":\"A\",\"role\":\"own\","
	    "\"sources\":[");
	used = strlen(text);
	for (i = 0; i <= PLAN_ROWS_MAX; i++)
		used += (size_t)sprintf(text + used, "{\"recipe\":\"f%zu\"},",
		    i);
	strcpy(text + used, "]}]}");
	assert_int_equal(read_text(&p, text), -1);
	assert_non_null(strstr(c.text, "more than 10000 sources"));
	free(text);
}

/* ---- the key of author hashes ---- */

static void
write_key(const char *bytes, size_t length, mode_t mode)
{
	assert_int_equal(publish_file(key_path, bytes, length, &c), 0);
	assert_int_equal(chmod(key_path, mode), 0);
}

static void
keys_come_from_elsewhere(void **state)
{
	static const char from_file[] = "\"authors_key\":{\"file\":\"key\"},";
	static const char from_env[] =
	    "\"authors_key\":{\"env\":\"SAYSO_TEST_KEY\"},";
	struct plan p;

	(void)state;
	/* A hyphen, which no random folder's name can hold. */
	write_key("s3-cret\n", 8, 0600);
	assert_int_equal(read_text(&p, with(from_file, "", "")), 0);
	assert_true(text_is(p.authors_key, "s3-cret"));
	plan_release(&p);
	write_key("s3-cret\n", 8, 0640);
	assert_int_equal(read_text(&p, with(from_file, "", "")), -1);
	assert_non_null(strstr(c.text, "chmod 600"));
	assert_null(strstr(c.text, "s3-cret"));
	write_key("\n", 1, 0600);
	assert_int_equal(read_text(&p, with(from_file, "", "")), -1);
	assert_non_null(strstr(c.text, "empty"));
	write_key("s3-\ncret", 8, 0600);
	assert_int_equal(read_text(&p, with(from_file, "", "")), -1);
	assert_non_null(strstr(c.text, "one line"));
	assert_null(strstr(c.text, "s3-"));
	setenv("SAYSO_TEST_KEY", "from there", 1);
	assert_int_equal(read_text(&p, with(from_env, "", "")), 0);
	assert_true(text_is(p.authors_key, "from there"));
	plan_release(&p);
	unsetenv("SAYSO_TEST_KEY");
	assert_int_equal(read_text(&p, with(from_env, "", "")), -1);
	assert_non_null(strstr(c.text, "SAYSO_TEST_KEY"));
	assert_refused(with("\"authors_key\":{},", "", ""), 1, "either");
	assert_refused(with("\"authors_key\":{\"env\":\"A\",\"file\":\"b\"},",
	    "", ""), 1, "either");
}

static void
kinds(void **state)
{
	(void)state;
	assert_true(plan_is_kind("own-site"));
	assert_true(plan_is_kind("survey"));
	assert_false(plan_is_kind("Survey"));
	assert_false(plan_is_kind(""));
}

/* The example in the manual, from its display to the display's end. */
static void
the_manual_is_right(void **state)
{
	static const char opening[] = ".Bd -literal -offset indent\n";
	char *from, *to;
	struct buffer b;
	struct plan p;

	(void)state;
	buffer_init(&b, 1 << 20);
	if (slurp("fetch/sayso-plan.5", &b, &c) < 0)
		fail_msg("%s: to be run from the top of the tree", c.text);
	from = strstr(b.bytes, opening) + strlen(opening);
	to = strstr(from, ".Ed");
	*to = '\0';
	if (read_text(&p, from) < 0)
		fail_msg("%s", c.text);
	assert_int_equal(p.row_count, 3);
	plan_release(&p);
	buffer_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_whole_plan),
		cmocka_unit_test(ids_are_made),
		cmocka_unit_test(defaults),
		cmocka_unit_test(slips_are_named_with_their_line),
		cmocka_unit_test(what_must_be_there),
		cmocka_unit_test(what_is_no_file),
		cmocka_unit_test(limits),
		cmocka_unit_test(keys_come_from_elsewhere),
		cmocka_unit_test(kinds),
		cmocka_unit_test(the_manual_is_right),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
