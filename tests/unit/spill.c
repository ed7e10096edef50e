/* SPDX-License-Identifier: GPL-3.0-or-later */
/* spill.h, and the winners and twice that stand on it */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "spill.h"
#include "twice.h"
#include "unit.h"
#include "winners.h"

struct row {
	uint32_t key, number;
};

static int
compare_rows(const void *a, const void *b)
{
	const struct row *x = a, *y = b;

	return x->key != y->key ? (x->key > y->key) - (x->key < y->key) :
	    (x->number > y->number) - (x->number < y->number);
}

static uint32_t
scattered(uint32_t i)
{
	return i * 2654435761u >> 7;
}

/* `count` rows of which `held` are in memory come out in order, all of them. */
static void
assert_sorts(size_t held, uint32_t count)
{
	struct spill *s = spill_create(sizeof(struct row), held, NULL,
	    compare_rows);
	struct row last = {0, 0};
	struct complaint c;
	const void *row;
	uint64_t sum = 0, wanted = 0;
	uint32_t i, got = 0;

	for (i = 0; i < count; i++) {
		const struct row new = {scattered(i) % 1000, i};

		wanted += i;
		assert_int_equal(spill_add(s, &new, &c), 0);
	}
	assert_int_equal(spill_sort(s, &c), 0);
	for (; spill_next(s, &row, &c) == 1; got++) {
		assert_true(got == 0 || compare_rows(&last, row) < 0);
		memcpy(&last, row, sizeof(last));
		sum += last.number;
	}
	assert_int_equal(got, count);
	assert_int_equal(sum, wanted);
	assert_int_equal(spill_next(s, &row, &c), 0);
	spill_free(s);
}

static void
rows_are_sorted_in_memory_and_in_files(void **state)
{
	(void)state;
	assert_sorts(1000, 0);
	assert_sorts(1000, 1);
	assert_sorts(1000, 999);
	assert_sorts(1000, 1000);
	assert_sorts(1000, 1001);
	assert_sorts(1000, 10000);
	assert_sorts(400, 6789);
	assert_sorts(1, 1);
}

/* Runs that would get hardly any memory each are refused, not crawled
 * through. */
static void
too_many_runs_are_refused(void **state)
{
	struct spill *s = spill_create(sizeof(struct row), SPILL_LEAST, NULL,
	    compare_rows);
	struct row row = {0, 0};
	struct complaint c;

	(void)state;
	for (; row.number < 3 * SPILL_LEAST; row.number++)
		assert_int_equal(spill_add(s, &row, &c), 0);
	assert_int_equal(spill_sort(s, &c), -1);
	spill_free(s);
}

static void
a_folder_that_is_not_there_is_said(void **state)
{
	struct spill *s = spill_create(sizeof(struct row), 1, "/no/such",
	    compare_rows);
	struct row row = {0, 0};
	struct complaint c;

	(void)state;
	assert_int_equal(spill_add(s, &row, &c), 0);
	assert_int_equal(spill_add(s, &row, &c), -1);
	assert_non_null(strstr(c.text, "/no/such"));
	spill_free(s);
}

/* ---- winners ---- */

enum { IDS = 300, VERSIONS = 3, LINES = IDS * VERSIONS };

/* Line `place` of lines whose versions come in no order. */
static void
write_line(char to[200], unsigned place, unsigned *id, unsigned *version)
{
	unsigned at = place * 7 % LINES;

	*id = at % IDS;
	*version = at / IDS;
	snprintf(to, 300, "{\"id\":\"%u\",\"reviewRating\":{\"ratingValue\":"
	    "%u},\"reviewBody\":\"%s\",\"capture\":{\"file\":"
	    "\"r/2026110%uT000000Z.warc.gz\",\"offset\":1,\"fetched\":\"2026-11-0%uT00:00:00Z\"}}", *id, *version + 1,
	    *id % 2 == 0 ? "edited" : "good", *version + 1, *version + 1);
}

/* As many as are held or more of them: the same lines win and have changed. */
static void
assert_winners(size_t held)
{
	struct winners *w = winners_create(NULL, held);
	struct complaint c;
	char line[300];
	unsigned place, id, version, won = 0;
	struct buffer b;

	for (place = 0; place < LINES; place++) {
		char name[12];

		write_line(line, place, &id, &version);
		snprintf(name, sizeof(name), "%u", id);
		assert_int_equal(winners_offer(w, text_of(line),
		    text_of(name), place, &c), 0);
	}
	assert_int_equal(winners_decide(w, &c), 0);
	buffer_init(&b, 1000);
	for (place = 0; place < LINES; place++) {
		write_line(line, place, &id, &version);
		assert_int_equal(winners_is(w, place),
		    version == VERSIONS - 1);
		if (!winners_is(w, place))
			continue;
		won++;
		assert_true(winners_has_history(w, place));
		buffer_clear(&b);
		assert_int_equal(winners_write(w, text_of(line), place, &b),
		    0);
		assert_non_null(strstr(b.bytes, ",\"before\":{\"stars\":10000,"
		    "\"replied\":false},\"firstRun\":"
		    "\"20261101T000000Z\"}"));
	}
	assert_int_equal(won, IDS);
	buffer_release(&b);
	winners_free(w);
}

static void
more_lines_than_memory_have_the_same_winners(void **state)
{
	(void)state;
	assert_winners(LINES);
	assert_winners(200);
	assert_winners(LINES / 2 + 1);
}

/* ---- ids that come twice ---- */

/* None is missed, and few others are taken for one, however full it is. */
static void
what_comes_twice_is_seen(void **state)
{
	enum { SEEN = 8000 };	/* eight for each block of the least */
	struct twice *t = twice_create(0);
	unsigned i, wrong = 0;
	char id[20];

	(void)state;
	assert_false(twice_any(t));
	for (i = 0; i < SEEN; i++) {
		snprintf(id, sizeof(id), "%08x", i * 2654435761u);
		twice_see(t, text_of(id));
		if (i % 50 == 0)
			twice_see(t, text_of(id));
	}
	assert_true(twice_any(t));
	for (i = 0; i < SEEN; i++) {
		snprintf(id, sizeof(id), "%08x", i * 2654435761u);
		if (i % 50 == 0)
			assert_true(twice_is(t, text_of(id)));
		else
			wrong += twice_is(t, text_of(id));
	}
	assert_in_range(wrong, 0, SEEN / 10);
	assert_false(twice_is(t, (struct text){NULL, 0}));
	twice_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_sorted_in_memory_and_in_files),
		cmocka_unit_test(too_many_runs_are_refused),
		cmocka_unit_test(a_folder_that_is_not_there_is_said),
		cmocka_unit_test(more_lines_than_memory_have_the_same_winners),
		cmocka_unit_test(what_comes_twice_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
