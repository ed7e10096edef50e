/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paginate.h, peek.h, mask.h. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "mask.h"
#include "paginate.h"
#include "turn.h"

/* Shows a page to the pages; returns the rule that ended them. */
static const char *
turn(struct paginate *p, const char *head, const char *body,
	const char *digest)
{
	struct paginate_facts facts;
	struct complaint c = {0};
	const char *stop;
	struct arena a;

	arena_init(&a, 1 << 20);
	if (paginate_look(p, url_of(p), text_of(head), text_of(body), &facts,
	    &a, &c) != 0)
		fail_msg("%s", c.text);
	stop = paginate_turn(p, &facts, digest, &c);
	arena_release(&a);
	return stop;
}

static void
numbers_count_up(void **state)
{
	struct recipe r = recipe_of(RECIPE_PAGING_PAGE);
	struct paginate p;

	(void)state;
	r.size_param = "n";
	r.size = 2;
	stop_at(&r, RECIPE_STOP_EMPTY);
	paginate_init(&p, &r, &any_row);
	assert_string_equal(url_of(&p), "http://a.example/list?n=2&page=1");
	assert_null(turn(&p, "", "{\"list\":[1,2]}", "a"));
	assert_string_equal(url_of(&p), "http://a.example/list?n=2&page=2");
	assert_null(turn(&p, "", "{\"list\":[1]}", "b"));
	assert_string_equal(turn(&p, "", "{\"list\":[]}", "c"), "empty");
	paginate_release(&p);

	r.paging = RECIPE_PAGING_OFFSET;
	r.start = 0;
	r.step = 0;
	stop_at(&r, RECIPE_STOP_SHORT);
	paginate_init(&p, &r, &any_row);
	assert_null(turn(&p, "", "{\"list\":[1,2]}", "a"));
	assert_string_equal(url_of(&p), "http://a.example/list?n=2&page=2");
	assert_string_equal(turn(&p, "", "{\"list\":[1]}", "b"), "short");
	paginate_release(&p);
}

static void
one_page_is_one_page(void **state)
{
	struct recipe r = recipe_of(RECIPE_PAGING_NONE);
	struct paginate p;

	(void)state;
	r.page_param = NULL;
	paginate_init(&p, &r, &any_row);
	assert_string_equal(url_of(&p), "http://a.example/list");
	assert_string_equal(turn(&p, "", "{}", "a"), "single");
	paginate_release(&p);
}

static void
headers_and_statuses_end(void **state)
{
	struct recipe r = recipe_of(RECIPE_PAGING_PAGE);
	struct paginate p;
	struct arena a;

	(void)state;
	stop_at(&r, RECIPE_STOP_HEADER);
	stop_at(&r, RECIPE_STOP_STATUS);
	arena_init(&a, 10000);
	paginate_init(&p, &r, &any_row);
	/* A first page that is not there is no end of pages. */
	assert_null(paginate_status(&p, 404, &a));
	assert_null(turn(&p, "X-Pages: 2\r\n", "{\"list\":[1]}", "a"));
	assert_string_equal(paginate_status(&p, 404, &a), "status:404");
	assert_null(paginate_status(&p, 410, &a));
	assert_string_equal(turn(&p, "X-Pages: 2\r\n", "{\"list\":[1]}", "b"),
	    "header");
	paginate_release(&p);
	arena_release(&a);
}

static void
cursors_follow_the_body(void **state)
{
	struct recipe r = recipe_of(RECIPE_PAGING_CURSOR);
	struct paginate p;
	struct arena a;

	(void)state;
	r.first = "*";
	r.next = "/next";
	paginate_init(&p, &r, &any_row);
	assert_string_equal(url_of(&p), "http://a.example/list?page=%2A");
	assert_null(turn(&p, "", "{\"next\":\"a b&c\"}", "1"));
	assert_string_equal(url_of(&p),
	    "http://a.example/list?page=a%20b%26c");
	arena_init(&a, 10000);
	assert_string_equal(paginate_place(&p, &a), "a b&c");
	assert_null(turn(&p, "", "{\"next\":17}", "2"));
	assert_string_equal(url_of(&p), "http://a.example/list?page=17");
	assert_string_equal(turn(&p, "", "{\"next\":null}", "3"), "absent");
	paginate_release(&p);

	paginate_init(&p, &r, &any_row);
	assert_int_equal(paginate_resume(&p, "a b&c"), 0);
	assert_string_equal(url_of(&p),
	    "http://a.example/list?page=a%20b%26c");
	paginate_release(&p);
	arena_release(&a);
}

static void
hostile_paging_ends(void **state)
{
	struct recipe r = recipe_of(RECIPE_PAGING_CURSOR);
	struct paginate p;
	char digest[16];
	int i;

	(void)state;
	r.first = "A";
	r.next = "/next";
	/* the same again */
	paginate_init(&p, &r, &any_row);
	assert_null(turn(&p, "", "{\"next\":\"A\"}", "a"));
	assert_string_equal(turn(&p, "", "{\"next\":\"A\"}", "a"), "repeat");
	paginate_release(&p);
	/* a circle */
	paginate_init(&p, &r, &any_row);
	assert_null(turn(&p, "", "{\"next\":\"B\"}", "a"));
	assert_null(turn(&p, "", "{\"next\":\"A\"}", "b"));
	assert_string_equal(turn(&p, "", "{\"next\":\"B\"}", "a"), "repeat");
	paginate_release(&p);
	/* ever new bodies */
	r.max_pages = 1000;
	paginate_init(&p, &r, &any_row);
	for (i = 1; i < 1000; i++) {
		snprintf(digest, sizeof(digest), "%d", i);
		assert_null(turn(&p, "", "{\"next\":\"A\"}", digest));
	}
	assert_string_equal(turn(&p, "", "{\"next\":\"A\"}", "x"),
	    "page-ceiling");
	paginate_release(&p);
	/* a site that shows its last page for every number behind it */
	r = recipe_of(RECIPE_PAGING_PAGE);
	stop_at(&r, RECIPE_STOP_REPEAT);
	paginate_init(&p, &r, &any_row);
	assert_null(turn(&p, "", "{}", "a"));
	assert_null(turn(&p, "", "{}", "b"));
	assert_string_equal(turn(&p, "", "{}", "b"), "repeat");
	paginate_release(&p);
}

static void
links_stay_on_their_host(void **state)
{
	struct recipe r = recipe_of(RECIPE_PAGING_NEXT_URL);
	struct paginate_facts facts;
	struct complaint c = {0};
	struct paginate p;
	struct arena a;

	(void)state;
	r.next = "/next";
	r.url = "https://a.example/list";
	arena_init(&a, 100000);
	paginate_init(&p, &r, &any_row);
	assert_int_equal(paginate_look(&p, "https://a.example/list",
	    text_of(""), text_of("{\"next\":\"?page=2#x\"}"), &facts, &a, &c),
	    0);
	assert_string_equal(facts.next, "https://a.example/list?page=2");
	assert_int_equal(paginate_look(&p, "https://a.example/list",
	    text_of(""), text_of("{\"next\":\"http://www.a.example/2\"}"),
	    &facts, &a, &c), 0);
	assert_string_equal(facts.next, "https://www.a.example/2");
	assert_int_equal(paginate_look(&p, "https://a.example/list",
	    text_of(""), text_of("{\"next\":\"https://b.example/2\"}"),
	    &facts, &a, &c), 0);
	assert_null(facts.next);
	assert_string_equal(facts.elsewhere, "https://b.example/2");
	assert_string_equal(paginate_turn(&p, &facts, "digest", &c),
	    "elsewhere");
	assert_int_equal(paginate_look(&p, "https://a.example/list",
	    text_of(""), text_of("{\"next\":\"file:///etc/passwd\"}"),
	    &facts, &a, &c), -1);
	paginate_release(&p);
	arena_release(&a);
}

static void
records_are_counted(void **state)
{
	static const struct { const char *body; int64_t n; } row[] = {
		{"{\"list\":[{\"x\":1},{},{\"x\":2}]}", 2},
		{"{\"list\":{\"x\":1}}", 1}, {"{\"list\":{}}", 0},
		{"{\"list\":null}", 0}, {"{}", 0}, {"[]", 0},
	};
	struct recipe r = recipe_of(RECIPE_PAGING_PAGE);
	struct paginate_facts facts;
	struct complaint c = {0};
	struct paginate p;
	struct arena a;
	size_t i;

	(void)state;
	r.where_path = "/x";
	r.stated_path = "/total";
	arena_init(&a, 1000);
	paginate_init(&p, &r, &any_row);
	for (i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		assert_int_equal(paginate_look(&p, "http://a.example/",
		    text_of(""), text_of(row[i].body), &facts, &a, &c), 0);
		assert_int_equal(facts.records, row[i].n);
		assert_int_equal(facts.stated, -1);
	}
	paginate_look(&p, "http://a.example/", text_of(""),
	    text_of("{\"total\":\"12\"}"), &facts, &a, &c);
	assert_int_equal(facts.stated, 12);
	assert_int_equal(paginate_look(&p, "http://a.example/", text_of(""),
	    text_of("<html>"), &facts, &a, &c), -1);
	r.where_path = NULL;
	r.keyed = true;
	paginate_look(&p, "http://a.example/", text_of(""),
	    text_of("{\"list\":{\"a\":1,\"b\":2}}"), &facts, &a, &c);
	assert_int_equal(facts.records, 2);
	r.format = RECIPE_JSONL;
	paginate_look(&p, "http://a.example/", text_of(""),
	    text_of("{}\n\n{}\n{}"), &facts, &a, &c);
	assert_int_equal(facts.records, 3);
	r.format = RECIPE_AUTO;
	paginate_look(&p, "http://a.example/", text_of(""), text_of("<p>"),
	    &facts, &a, &c);
	assert_int_equal(facts.records, -1);
	paginate_release(&p);
	arena_release(&a);
}

static void
secrets_are_hidden(void **state)
{
	static const char *const shown[] = {
		"k?y/1", "x=k?y/1&z", "x=k%3Fy%2f1", "x=%6b%3fy%2F1",
		"k?y/1k?y/1", "{\"x\":\"k?y\\/1\"}", "k\\u003fy\\u002F1",
	};
	struct text secret = text_of("k?y/1");
	struct mask m = {.secret = &secret, .count = 1};
	struct buffer to;
	size_t i;

	(void)state;
	buffer_init(&to, 1000);
	for (i = 0; i < sizeof(shown) / sizeof(shown[0]); i++) {
		buffer_clear(&to);
		assert_int_equal(mask_add(&m, &to, text_of(shown[i])), 0);
		assert_non_null(strstr(to.bytes, RECIPE_HIDDEN));
		assert_null(strchr(to.bytes, 'y'));
		assert_null(strchr(to.bytes, '1'));
	}
	buffer_clear(&to);
	mask_add(&m, &to, text_of("k?y/ k%3"));
	assert_string_equal(to.bytes, "k?y/ k%3");
	buffer_clear(&to);
	/* five bytes are not looked for in what others wrote */
	mask_add_foreign(&m, &to, text_of("k?y/1"));
	assert_string_equal(to.bytes, "k?y/1");
	assert_false(mask_finds(&m, text_of("k?y/1")));
	secret = text_of("k?y/12");
	assert_true(mask_finds(&m, text_of("ak%3fy/12")));
	assert_false(mask_finds(&m, text_of("k?y/1")));
	buffer_release(&to);
}

static void
secrets_are_hidden_where_a_complaint_cuts_them(void **state)
{
	struct text secret = text_of("open-sesame");
	struct mask m = {.secret = &secret, .count = 1};
	struct complaint c;

	(void)state;
	complain(&c, 0, "\"http://a/?key=open-ses...\": no URL");
	mask_complaint(&m, &c);
	assert_string_equal(c.text, "\"http://a/?key=HIDDEN...\": no URL");
	complain(&c, 0, "open-sesame is open-minded: open-s");
	mask_complaint(&m, &c);
	assert_string_equal(c.text, "HIDDEN is open-minded: HIDDEN");
	complain(&c, 0, "ope");
	mask_complaint(&m, &c);
	assert_string_equal(c.text, "ope");
}

static void
places_that_are_none_are_refused(void **state)
{
	static const char *const bad[] = {"", "-1", "1x",
	    "9223372036854775807", " 1"};
	static const char *const bad_link[] = {"", "file:///etc/passwd",
	    "http://a/\r\nX: y", "/p2"};
	struct recipe number = {.paging = RECIPE_PAGING_PAGE};
	struct recipe linked = {.paging = RECIPE_PAGING_HTML_NEXT};
	struct plan_row row = {.key = "a.b"};
	struct paginate p;
	size_t i;

	(void)state;
	paginate_init(&p, &number, &row);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(paginate_resume(&p, bad[i]), -1);
	assert_int_equal(paginate_resume(&p, "12"), 0);
	assert_int_equal(p.number, 12);
	paginate_release(&p);
	paginate_init(&p, &linked, &row);
	for (i = 0; i < sizeof(bad_link) / sizeof(bad_link[0]); i++)
		assert_int_equal(paginate_resume(&p, bad_link[i]), -1);
	assert_int_equal(paginate_resume(&p, "http://A/p2"), 0);
	assert_string_equal(p.place.bytes, "http://a/p2");
	paginate_release(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_count_up),
		cmocka_unit_test(one_page_is_one_page),
		cmocka_unit_test(headers_and_statuses_end),
		cmocka_unit_test(cursors_follow_the_body),
		cmocka_unit_test(hostile_paging_ends),
		cmocka_unit_test(links_stay_on_their_host),
		cmocka_unit_test(records_are_counted),
		cmocka_unit_test(secrets_are_hidden),
		cmocka_unit_test(secrets_are_hidden_where_a_complaint_cuts_them),
		cmocka_unit_test(places_that_are_none_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
