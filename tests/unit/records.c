/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "detect.h"
#include "guess.h"
#include "records.h"
#include "values.h"
#include "json.h"

enum { SHOWN_MAX = 1 << 20 };

static struct complaint c;
static struct arena arena;
static struct buffer shown;	/* reviews in short, one per line */
static size_t bad;

static int
set_up(void **state)
{
	(void)state;
	arena_init(&arena, RECORDS_ARENA);
	buffer_init(&shown, SHOWN_MAX);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_release(&arena);
	buffer_release(&shown);
	return 0;
}

static void
show(const char *name, struct text t)
{
	if (text_is_absent(t))
		return;
	buffer_add_format(&shown, "%s=", name);
	buffer_add(&shown, t.bytes, t.length);
	buffer_add_char(&shown, ' ');
}

static int
take(void *context, struct review *r)
{
	const size_t *most = context;
	static size_t taken;

	taken = shown.length == 0 ? 1 : taken + 1;
	show("id", r->native_id);
	show("r", r->rating);
	show("of", r->best);
	show("from", r->worst);
	show("title", r->title);
	show("t", r->body);
	show("+", r->positive);
	show("by", r->author);
	show("at", r->published);
	show("reply", r->reply);
	show("replied", r->reply_date);
	show("up", r->upvotes);
	show("lang", r->language);
	show("verified", r->verified);
	buffer_add_char(&shown, '\n');
	return most != NULL && taken == *most;
}

static void
count_bad(void *context, const struct complaint *why)
{
	(void)context;
	bad++;
	c = *why;
}

static struct records_how
how_of(const struct recipe *recipe)
{
	return (struct records_how){.recipe = recipe,
	    .fetched = DATE_NO_INSTANT, .arena = &arena, .take = take,
	    .bad = count_bad};
}

/* What a recipe makes of a page, in short. */
static const char *
read_page(const struct recipe *recipe, const char *page)
{
	struct records *r = records_open(recipe->format, text_of(page), "f",
	    &c);
	struct records_how how = how_of(recipe);

	buffer_clear(&shown);
	buffer_add(&shown, "", 0);
	bad = 0;
	if (r == NULL)
		return "(not opened)";
	assert_int_equal(records_each(r, &how, &c), 0);
	records_close(r);
	return shown.bytes;
}

#define FIELD(...) \
	{.path = {__VA_ARGS__}, \
	.path_count = sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *)}

static struct recipe
json_recipe(const char *records)
{
	return (struct recipe){.id = "test", .format = RECIPE_JSON,
	    .records = records, .records_path = {records},
	    .records_count = records != NULL,
	    .field = {[RECIPE_ID] = FIELD("/id"), [RECIPE_RATING] =
	    FIELD("/r"), [RECIPE_TEXT] = FIELD("/t", "/old/t")}};
}

/* ---- json ---- */

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

/* ---- lines, tables, XML ---- */

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

/* ---- without a recipe ---- */

static const char *
guessed(const char *page)
{
	struct json_document *d = json_read(page, strlen(page), false, "f",
	    &c);
	struct records_how how = how_of(NULL);

	assert_non_null(d);
	buffer_clear(&shown);
	buffer_add(&shown, "", 0);
	guess_json(json_root(d), &how);
	json_free(d);
	return shown.bytes;
}

static void
unknown_json_is_read_by_common_names(void **state)
{
	(void)state;
	assert_string_equal(guessed("{\"data\":{\"reviews\":[{\"Id\":7,"
	    "\"review_text\":\"a\",\"StarRating\":4,\"userName\":\"u\"},"
	    "{\"review_text\":\"b\",\"StarRating\":5,\"userName\":\"v\"}]}}"),
	    "id=7 r=4 t=a by=u \nr=5 t=b by=v \n");
	/* Wrapped, under names, and inside a string. */
	assert_string_equal(guessed("{\"edges\":[{\"node\":{\"body\":\"a\","
	    "\"rating\":4,\"author\":{\"name\":\"u\"}}},{\"node\":{\"body\":"
	    "\"b\",\"rating\":0,\"createdAt\":\"2026-01-02\",\"author\":"
	    "\"v\",\"likes\":3}}]}"),
	    "r=4 t=a by=u \nt=b by=v at=2026-01-02 up=3 \n");
	assert_string_equal(guessed("{\"r\":{\"a\":{\"text\":\"1\",\"rating\":"
	    "1,\"date\":\"2026\"},\"b\":{\"text\":\"2\",\"rating\":2,"
	    "\"date\":\"2026\"},\"c\":{\"text\":\"3\",\"rating\":3,\"date\":"
	    "\"2026\"}}}"), "r=1 t=1 at=2026 \nr=2 t=2 at=2026 \n"
	    "r=3 t=3 at=2026 \n");
	assert_string_equal(guessed("{\"body\":\"{\\\"reviews\\\":[{\\\"text"
	    "\\\":\\\"in\\\",\\\"rating\\\":2,\\\"user_name\\\":\\\"u\\\"}]}"
	    "\"}"), "r=2 t=in by=u \n");
}

static void
nothing_is_made_up(void **state)
{
	static const char *const none[] = {
		"{}", "[]", "[1,2]", "\"text\"",
		/* a product, a list of them, an article */
		"{\"name\":\"K\",\"description\":\"d\",\"rating\":4.5}",
		"[{\"title\":\"K\",\"description\":\"d\",\"rating\":4,"
		    "\"price\":3}]",
		"[{\"title\":\"N\",\"body\":\"b\",\"author\":\"me\","
		    "\"date\":\"2026-01-01\"}]",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(none) / sizeof(*none); i++)
		assert_string_equal(guessed(none[i]), "");
	/* What counts votes elsewhere is no rating. */
	assert_string_equal(guessed("{\"comments\":[{\"text\":\"a\",\"rating\":"
	    "11,\"author\":\"u\",\"date\":\"2026\"},{\"text\":\"b\",\"score\":"
	    "3,\"author\":\"u\",\"date\":\"2026\"}]}"),
	    "t=a by=u at=2026 \nt=b by=u at=2026 \n");
}

static void
deep_json_ends(void **state)
{
	char page[400];
	size_t i;

	(void)state;
	for (i = 0; i < 180; i++)
		page[i] = '[';
	for (; i < 360; i++)
		page[i] = ']';
	page[i] = '\0';
	assert_string_equal(guessed(page), "");
}

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
		cmocka_unit_test(a_bad_line_is_one_bad_record),
		cmocka_unit_test(tables_of_all_kinds),
		cmocka_unit_test(a_row_without_end_is_bounded),
		cmocka_unit_test(xml_by_xpath),
		cmocka_unit_test(unknown_json_is_read_by_common_names),
		cmocka_unit_test(nothing_is_made_up),
		cmocka_unit_test(deep_json_ends),
		cmocka_unit_test(the_recipe_that_reads_most_fits),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
