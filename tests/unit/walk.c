/* SPDX-License-Identifier: GPL-3.0-or-later */
/* paginate.h and marks.h where a source is walked by time, by ids, by what is
 * known already. */
#include "unit.h"

#include <string.h>

#include "marks.h"
#include "paginate.h"
#include "turn.h"

enum { DAY = 86400 };

/* Of records with ids and dates. */
static struct recipe
dated_recipe_of(enum recipe_paging paging)
{
	struct recipe r = recipe_of(paging);

	r.max_pages = 50;
	r.known_run = 2;
	r.field[RECIPE_ID].path[0] = "/id";
	r.field[RECIPE_ID].path_count = 1;
	r.field[RECIPE_PUBLISHED].path[0] = "/at";
	r.field[RECIPE_PUBLISHED].path_count = 1;
	return r;
}

/* Shows a page to the pages and, where there are any, to the marks. */
static const char *
turn(struct paginate *p, struct marks *m, const char *body,
	const char *digest)
{
	struct paginate_facts facts;
	struct complaint c = {0};
	const char *stop;
	struct arena a;

	arena_init(&a, 1 << 20);
	if (paginate_look(p, url_of(p), text_of(""), text_of(body), &facts,
	    &a, &c) != 0)
		fail_msg("%s", c.text);
	if (m != NULL) {
		marks_take(m, &facts, false);
		facts.known = m->run >= p->recipe->known_run;
		if (p->id == NULL && facts.id != NULL)
			assert_int_equal(marks_filter(m, &facts, true, &a), 0);
	}
	stop = paginate_turn(p, &facts, digest, &c);
	arena_release(&a);
	return stop;
}

static const char *
line_of(const struct marks *m, bool ended, struct arena *a)
{
	const char *line;
	struct buffer b;

	buffer_init(&b, MARKS_LINE_MAX);
	line = marks_write(m, ended, &b);
	assert_non_null(line);
	line = arena_string(a, line);
	buffer_release(&b);
	return line;
}

static struct recipe
window_recipe(void)
{
	struct recipe r = dated_recipe_of(RECIPE_PAGING_NONE);

	r.url = "http://a.example/s?from={from}&to={to}";
	r.mode = RECIPE_MODE_WINDOW;
	r.time = RECIPE_TIME_EPOCH;
	r.window = 4 * DAY;
	r.window_least = DAY;
	r.cap = 10;
	r.stated_path = "/n";
	return r;
}

static void
windows_split_where_the_answer_is_capped(void **state)
{
	struct recipe r = window_recipe();
	struct paginate_aim aim = {.since = -1, .from = 0, .to = 6 * DAY};
	struct paginate p;

	(void)state;
	paginate_init(&p, &r, &any_row);
	paginate_aim(&p, &aim);
	assert_string_equal(url_of(&p), "http://a.example/s?from=0&to=345600");
	/* 11 of which 10 come: two halves. */
	assert_null(turn(&p, NULL, "{\"n\":11,\"list\":[1,2]}", "a"));
	assert_string_equal(url_of(&p), "http://a.example/s?from=0&to=172800");
	assert_null(turn(&p, NULL, "{\"n\":3,\"list\":[1,2,3]}", "b"));
	/* Behind it windows grow again. */
	assert_string_equal(url_of(&p),
	    "http://a.example/s?from=172800&to=518400");
	assert_string_equal(turn(&p, NULL, "{\"n\":4,\"list\":[1,2,3,4]}",
	    "c"), "window");
	assert_int_equal(p.collected, 7);
	assert_int_equal(p.stated, 7);
	assert_false(p.capped);
	paginate_release(&p);
}

static void
a_window_too_small_to_split_is_capped(void **state)
{
	struct recipe r = window_recipe();
	struct paginate_aim aim = {.since = -1, .from = 0, .to = DAY};
	struct paginate p;

	(void)state;
	paginate_init(&p, &r, &any_row);
	paginate_aim(&p, &aim);
	assert_string_equal(turn(&p, NULL, "{\"n\":99,\"list\":[1]}", "a"),
	    "window");
	assert_true(p.capped);
	paginate_release(&p);
	/* A source that states nothing is capped when as much came. */
	r.stated_path = NULL;
	r.cap = 2;
	aim.to = 4 * DAY;
	paginate_init(&p, &r, &any_row);
	paginate_aim(&p, &aim);
	assert_null(turn(&p, NULL, "{\"list\":[1,2]}", "a"));
	assert_string_equal(url_of(&p), "http://a.example/s?from=0&to=172800");
	assert_int_equal(p.collected, 0);
	paginate_release(&p);
}

static void
pages_are_walked_inside_a_window(void **state)
{
	struct recipe r = window_recipe();
	struct paginate_aim aim = {.since = -1, .from = 0, .to = 8 * DAY};
	struct paginate p;

	(void)state;
	r.paging = RECIPE_PAGING_PAGE;
	r.cap = 0;
	stop_at(&r, RECIPE_STOP_EMPTY);
	stop_at(&r, RECIPE_STOP_REPEAT);
	paginate_init(&p, &r, &any_row);
	paginate_aim(&p, &aim);
	assert_null(turn(&p, NULL, "{\"n\":1,\"list\":[1]}", "a"));
	assert_string_equal(url_of(&p),
	    "http://a.example/s?from=0&to=345600&page=2");
	assert_null(turn(&p, NULL, "{\"n\":1,\"list\":[]}", "empty"));
	assert_string_equal(url_of(&p),
	    "http://a.example/s?from=345600&to=691200&page=1");
	/* The same empty answer in another window repeats nothing. */
	assert_string_equal(turn(&p, NULL, "{\"n\":0,\"list\":[]}", "empty"),
	    "window");
	assert_int_equal(p.stated, 1);
	paginate_release(&p);
}

static void
lists_of_ids_go_in_batches(void **state)
{
	struct recipe r = dated_recipe_of(RECIPE_PAGING_IDS);
	struct paginate p;
	struct marks m;
	struct arena a;

	(void)state;
	r.ids = "/ids";
	r.each = "http://a.example/each";
	r.page_param = "id[]";
	r.size = 2;
	arena_init(&a, 1 << 20);
	assert_int_equal(marks_read(&m, NULL, false, &a), 0);
	paginate_init(&p, &r, &any_row);
	/* What stands on the list's own page is not asked again. */
	assert_null(turn(&p, &m, "{\"ids\":[7,8,9,10],"
	    "\"list\":[{\"id\":8}]}", "a"));
	assert_string_equal(url_of(&p),
	    "http://a.example/each?id[]=7&id[]=9");
	assert_null(turn(&p, &m, "{\"list\":[{\"id\":7},{\"id\":9}]}", "b"));
	assert_string_equal(paginate_place(&p, &a), "9");
	assert_string_equal(turn(&p, &m, "{\"list\":[{\"id\":10}]}", "c"),
	    "ids");
	assert_int_equal(p.collected, 4);
	paginate_release(&p);

	/* The next run knows them. */
	r.each = "http://a.example/each/{ids}.json";
	r.page_param = NULL;
	assert_int_equal(marks_read(&m, line_of(&m, true, &a), false, &a),
	    0);
	paginate_init(&p, &r, &any_row);
	assert_null(turn(&p, &m, "{\"ids\":[10,11,9],\"list\":[]}", "d"));
	assert_string_equal(url_of(&p), "http://a.example/each/11.json");
	paginate_release(&p);

	/* A run that was deferred goes on behind its last id. */
	paginate_init(&p, &r, &any_row);
	assert_int_equal(paginate_resume(&p, "2"), 0);
	assert_string_equal(url_of(&p), "http://a.example/list");
	assert_null(turn(&p, NULL, "{\"ids\":[1,2,3]}", "e"));
	assert_string_equal(url_of(&p), "http://a.example/each/3.json");
	paginate_release(&p);
	arena_release(&a);
}

static void
known_records_end_a_run(void **state)
{
	struct recipe r = dated_recipe_of(RECIPE_PAGING_PAGE);
	const char *line;
	struct paginate p;
	struct marks m;
	struct arena a;

	(void)state;
	r.mode = RECIPE_MODE_KNOWN;
	stop_at(&r, RECIPE_STOP_KNOWN);
	stop_at(&r, RECIPE_STOP_EMPTY);
	arena_init(&a, 1 << 20);
	assert_int_equal(marks_read(&m, NULL, false, &a), 0);
	paginate_init(&p, &r, &any_row);
	assert_null(turn(&p, &m, "{\"list\":[{\"id\":3},{\"id\":2}]}", "a"));
	assert_string_equal(turn(&p, &m, "{\"list\":[]}", "b"), "empty");
	assert_int_equal(m.fresh, 2);
	m.held = 2;
	line = line_of(&m, true, &a);
	paginate_release(&p);

	assert_int_equal(marks_read(&m, line, false, &a), 0);
	assert_int_equal(m.held, 2);
	paginate_init(&p, &r, &any_row);
	/* One known record between new ones is no run. */
	assert_null(turn(&p, &m, "{\"list\":[{\"id\":3},{\"id\":4}]}", "c"));
	assert_string_equal(turn(&p, &m,
	    "{\"list\":[{\"id\":3},{\"id\":2}]}", "d"), "known");
	assert_int_equal(m.fresh, 1);
	paginate_release(&p);
	arena_release(&a);
}

/* Otherwise the pages that a broken run did not reach would be lost. */
static void
a_run_that_broke_off_makes_nothing_known(void **state)
{
	struct recipe r = dated_recipe_of(RECIPE_PAGING_PAGE);
	struct marks m;
	const char *line;
	struct paginate p;
	struct arena a;

	(void)state;
	r.mode = RECIPE_MODE_KNOWN;
	arena_init(&a, 1 << 20);
	assert_int_equal(marks_read(&m, NULL, false, &a), 0);
	paginate_init(&p, &r, &any_row);
	turn(&p, &m, "{\"list\":[{\"id\":3,\"at\":\"2026-01-02\"}]}", "a");
	line = line_of(&m, false, &a);
	paginate_release(&p);
	assert_int_equal(marks_read(&m, line, false, &a), 0);
	assert_int_equal(m.known_count + m.seen_count, 0);
	assert_int_equal(m.high, -1);
	/* The run that goes on behind it counts them. */
	assert_int_equal(marks_read(&m, line, true, &a), 0);
	assert_int_equal(m.seen_count, 1);
	line = line_of(&m, true, &a);
	assert_int_equal(marks_read(&m, line, false, &a), 0);
	assert_int_equal(m.known_count, 1);
	/* A damaged line is none. */
	assert_int_equal(marks_read(&m, "12 x", false, &a), 0);
	assert_int_equal(m.high, -1);
	assert_int_equal(marks_read(&m, "5 5 - 0123 -", false, &a), 0);
	assert_int_equal(m.high, -1);
	arena_release(&a);
}

static void
dates_and_totals_end_a_run(void **state)
{
	struct recipe r = dated_recipe_of(RECIPE_PAGING_PAGE);
	struct paginate_aim aim = {.since = 1767225600};	/* 2026 */
	struct paginate p;

	(void)state;
	stop_at(&r, RECIPE_STOP_BEFORE);
	paginate_init(&p, &r, &any_row);
	paginate_aim(&p, &aim);
	assert_null(turn(&p, NULL, "{\"list\":[{\"at\":\"2026-01-02\"},"
	    "{\"at\":\"2025-12-01\"}]}", "a"));
	/* Without a date nobody knows. */
	assert_null(turn(&p, NULL, "{\"list\":[{\"id\":1}]}", "b"));
	assert_string_equal(turn(&p, NULL,
	    "{\"list\":[{\"at\":\"2025-12-01\"}]}", "c"), "before_since");
	paginate_release(&p);

	r.stop_count = 0;
	stop_at(&r, RECIPE_STOP_TOTAL);
	r.stated_sum = "/hist";
	paginate_init(&p, &r, &any_row);
	assert_null(turn(&p, NULL, "{\"hist\":{\"5\":2,\"1\":1},"
	    "\"list\":[1,2]}", "a"));
	assert_string_equal(turn(&p, NULL, "{\"list\":[3]}", "b"), "total");
	paginate_release(&p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(windows_split_where_the_answer_is_capped),
		cmocka_unit_test(a_window_too_small_to_split_is_capped),
		cmocka_unit_test(pages_are_walked_inside_a_window),
		cmocka_unit_test(lists_of_ids_go_in_batches),
		cmocka_unit_test(known_records_end_a_run),
		cmocka_unit_test(a_run_that_broke_off_makes_nothing_known),
		cmocka_unit_test(dates_and_totals_end_a_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
