/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ledger.h"

static const char *const path = "ledger.db";

static int
enter(void **state)
{
	char *folder = strdup("/tmp/sayso-ledger.XXXXXX");

	*state = folder;
	return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int
leave(void **state)
{
	unlink(path);
	if (chdir("/") != 0 || rmdir(*state) != 0)
		return 1;
	free(*state);
	return 0;
}

static struct ledger *
opened(bool read_only)
{
	struct complaint c = {0};
	struct ledger *l = ledger_open(path, read_only, &c);

	assert_string_equal(c.text, "");
	assert_non_null(l);
	return l;
}

static void
rows_and_pages_come_back(void **state)
{
	struct ledger_row row = {.due = 500, .started = 100, .ended = 110,
	    .stated = 7, .records = -1, .stop = "empty", .status = "complete",
	    .published = "complete", .file = "a.b/x.warc.gz"}, got;
	struct ledger_page page[2] = {
		{.url = "http://a.example/1", .etag = "W/\"1\"",
		    .digest = "D1", .next = "http://a.example/2",
		    .file = "a.b/x.warc.gz", .records = 3, .stated = 7,
		    .last = -1, .fetched = 105},
		{.url = "http://a.example/2", .digest = "D2", .records = 0,
		    .stated = -1, .last = 2, .fetched = 106},
	}, old;
	struct complaint c = {0};
	struct arena a;
	struct ledger *l = opened(false);

	(void)state;
	arena_init(&a, 1 << 20);
	assert_int_equal(ledger_row_get(l, "a.b", &got, &a, &c), 0);
	assert_int_equal(got.due, 0);
	assert_int_equal(ledger_put(l, "a.b", &row, page, 2, &c), 0);
	ledger_close(l);

	l = opened(true);
	assert_int_equal(ledger_row_get(l, "a.b", &got, &a, &c), 1);
	assert_int_equal(got.due, 500);
	assert_int_equal(got.stated, 7);
	assert_int_equal(got.records, -1);
	assert_string_equal(got.stop, "empty");
	assert_string_equal(got.file, "a.b/x.warc.gz");
	assert_null(got.resume);
	assert_int_equal(ledger_page_get(l, "a.b", page[0].url, &old, &a, &c),
	    1);
	assert_string_equal(old.etag, "W/\"1\"");
	assert_null(old.modified);
	assert_string_equal(old.next, "http://a.example/2");
	assert_int_equal(old.records, 3);
	assert_int_equal(ledger_page_get(l, "other", page[0].url, &old, &a,
	    &c), 0);
	assert_int_equal(ledger_put(l, "a.b", &row, page, 2, &c), -1);
	ledger_close(l);
	arena_release(&a);
}

static void
robots_live_for_a_day(void **state)
{
	const int64_t now = 1000000;
	struct complaint c = {0};
	struct buffer body;
	struct ledger *l = opened(false);
	int status = 0;

	(void)state;
	buffer_init(&body, 100);
	assert_int_equal(ledger_robots_put(l, "http://a.example", now, 200,
	    "Disallow:\0/", 11, &c), 0);
	assert_int_equal(ledger_robots_get(l, "http://a.example",
	    now + LEDGER_ROBOTS_S - 1, &status, &body, &c), 1);
	assert_int_equal(status, 200);
	assert_int_equal(body.length, 11);
	assert_memory_equal(body.bytes, "Disallow:\0/", 11);
	assert_int_equal(ledger_robots_get(l, "http://a.example",
	    now + LEDGER_ROBOTS_S, &status, &body, &c), 0);
	/* The clock was put back by more than anyone waits. */
	assert_int_equal(ledger_robots_get(l, "http://a.example",
	    now - LEDGER_AHEAD_S - 1, &status, &body, &c), 0);
	assert_int_equal(ledger_robots_get(l, "https://a.example", now,
	    &status, &body, &c), 0);
	buffer_release(&body);
	ledger_close(l);
}

static void
hosts_rest_until(void **state)
{
	struct complaint c = {0};
	struct ledger *l = opened(false);
	struct ledger_host host;

	(void)state;
	assert_int_equal(ledger_host_put(l, "a.example", 1000, &c), 0);
	assert_int_equal(ledger_host_get(l, "a.example", 999, &host, &c), 0);
	assert_int_equal(host.until, 1000);
	assert_int_equal(ledger_host_get(l, "a.example", 1000, &host, &c),
	    0);
	assert_int_equal(host.until, 0);
	assert_int_equal(ledger_host_get(l, "a.example",
	    1000 - LEDGER_AHEAD_S - 1, &host, &c), 0);
	assert_int_equal(host.until, 0);
	ledger_close(l);
}

static void
strange_files_are_refused(void **state)
{
	struct complaint c = {0};
	FILE *f;

	(void)state;
	unlink(path);
	f = fopen(path, "w");
	fputs("this is no database, and it is long enough to be one\n", f);
	fclose(f);
	assert_null(ledger_open(path, false, &c));
	assert_non_null(strstr(c.text, "ledger.db: "));
	unlink(path);
	/* To look is not to make. */
	ledger_close(opened(true));
	assert_int_equal(access(path, F_OK), -1);
	/* A run that was killed at its start left this. */
	fclose(fopen(path, "w"));
	ledger_close(opened(true));
}

static void
numbers_of_no_run_are_none(void **state)
{
	const struct ledger_row strange = {.due = INT64_MIN,
	    .started = INT64_MAX, .ended = -2, .stated = INT64_MIN,
	    .records = LEDGER_NUMBER_MAX + 1};
	struct complaint c = {0};
	struct ledger *l = opened(false);
	struct ledger_row got;
	struct arena a;

	(void)state;
	arena_init(&a, 1 << 16);
	assert_int_equal(ledger_put(l, "a.b", &strange, NULL, 0, &c), 0);
	assert_int_equal(ledger_row_get(l, "a.b", &got, &a, &c), 1);
	assert_int_equal(got.due, -1);
	assert_int_equal(got.started, -1);
	assert_int_equal(got.ended, -1);
	assert_int_equal(got.stated, -1);
	assert_int_equal(got.records, -1);
	arena_release(&a);
	ledger_close(l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_and_pages_come_back),
		cmocka_unit_test(robots_live_for_a_day),
		cmocka_unit_test(hosts_rest_until),
		cmocka_unit_test(strange_files_are_refused),
		cmocka_unit_test(numbers_of_no_run_are_none),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
