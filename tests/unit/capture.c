/* SPDX-License-Identifier: GPL-3.0-or-later */
/* capture.h: names of captures files. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "capture.h"

static const struct capture_about about = {.row = "a.b", .brand = "A",
    .recipe = "r", .source = "s", .agent = "sayso"};
static struct workspace w = {.folder = ".", .lock = -1};
static char folder[] = "/tmp/sayso-capture.XXXXXX";

static int
enter(void **state)
{
	(void)state;
	return mkdtemp(folder) == NULL || chdir(folder) != 0;
}

static int
leave(void **state)
{
	char command[64];

	(void)state;
	snprintf(command, sizeof(command), "rm -rf %s", folder);
	return chdir("/") != 0 || system(command) != 0;
}

static void
named(const char *wanted, int64_t instant, const char *last, bool again)
{
	const struct capture_start start = {.instant = instant, .last = last,
	    .again = again};
	const struct capture_run run = {.started = instant, .ended = instant,
	    .stop = "single", .status = "complete"};
	struct complaint c = {0};
	struct capture p;

	if (capture_open(&p, &w, &about, &start, &c) != 0)
		fail_msg("%s", c.text);
	assert_string_equal(p.file, wanted);
	assert_int_equal(capture_finish(&p, &about, &run, &c), 0);
}

static void
a_name_is_behind_the_last_one(void **state)
{
	(void)state;
	named("a.b/20260101T000000Z.warc.gz", 1767225600, NULL, false);
	named("a.b/20260101T000001Z.warc.gz", 1767225600,
	    "a.b/20260101T000000Z.warc.gz", false);
	/* however far behind the clock is by now */
	named("a.b/20300101T000001Z.warc.gz", 1767225600,
	    "a.b/20300101T000000Z.warc.gz", false);
	named("a.b/20310101T000000Z.warc.gz", 1924992000,
	    "a.b/20300101T000000Z.warc.gz", false);
}

static void
a_name_that_is_taken_is_left_alone(void **state)
{
	(void)state;
	named("a.b/20270101T000000Z.warc.gz", 1798761600, NULL, false);
	named("a.b/20270101T000001Z.warc.gz", 1798761600, NULL, false);
	/* but for a run that is done again */
	named("a.b/20270101T000000Z.warc.gz", 1798761600, NULL, true);
}

static void
a_ledger_that_names_nonsense_is_not_believed(void **state)
{
	static const char *const strange[] = {"", "zzz", "../../x.warc.gz",
	    "a.b/99999999T999999Z.warc.gz", "a.c/20300101T000000Z.warc.gz",
	    "a.b/2030010xT000000Z.warc.gz"};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(strange) / sizeof(strange[0]); i++)
		named("a.b/20280101T000000Z.warc.gz", 1830297600, strange[i],
		    true);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_behind_the_last_one),
		cmocka_unit_test(a_name_that_is_taken_is_left_alone),
		cmocka_unit_test(a_ledger_that_names_nonsense_is_not_believed),
	};

	return cmocka_run_group_tests(tests, enter, leave);
}
