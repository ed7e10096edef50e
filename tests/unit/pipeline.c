/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <sched.h>
#include <string.h>

#include "pipeline.h"

enum { PIECES = 2000 };

/* Counts up; every piece must be worked on once and written in order. */
struct count {
	int next, last;		/* read so far; the end */
	int fails_reading, fails_writing;	/* at this one; -1 never */
	int busy_reading, busy_writing;	/* must be at most 1 */
	bool read_together, written_together;
	int written[PIECES], count;
	int piece[PIPELINE_SLOTS_MAX];
};

static int
read_one(void *context, void *slot)
{
	struct count *c = context;

	c->read_together |= c->busy_reading++ != 0;
	sched_yield();
	int result = c->next == c->fails_reading ? -1 : c->next < c->last;
	if (result == 1)
		*(int *)slot = c->next++;
	c->busy_reading--;
	return result;
}

static void
work_on(void *context, size_t thread, void *slot)
{
	int *n = slot;

	(void)context;
	assert_true(thread < PIPELINE_THREADS_MAX);
	for (int i = *n % 7; i > 0; i--)	/* some take longer */
		sched_yield();
	*n *= 3;
}

static int
write_one(void *context, void *slot)
{
	struct count *c = context;

	c->written_together |= c->busy_writing++ != 0;
	sched_yield();
	int n = *(int *)slot;
	c->written[c->count++] = n;
	c->busy_writing--;
	return n == 3 * c->fails_writing ? -1 : 0;
}

static int
run(struct count *c, size_t threads)
{
	struct pipeline p = {.threads = threads, .context = c,
	    .read = read_one, .work = work_on, .write = write_one};

	for (size_t i = 0; i < pipeline_slots(threads); i++)
		p.slot[i] = &c->piece[i];
	return pipeline_run(&p);
}

static void
assert_in_order(const struct count *c, int count)
{
	assert_false(c->read_together || c->written_together);
	assert_int_equal(c->count, count);
	for (int i = 0; i < count; i++)
		assert_int_equal(c->written[i], 3 * i);
}

static void
every_piece_once_and_in_order(void **state)
{
	static const size_t threads[] = {1, 2, 3, 8, PIPELINE_THREADS_MAX};

	(void)state;
	for (size_t i = 0; i < sizeof threads / sizeof threads[0]; i++)
		for (int last = 0; last <= PIECES; last = last * 3 + 1) {
			struct count c = {.last = last, .fails_reading = -1,
			    .fails_writing = -1};

			assert_int_equal(run(&c, threads[i]), 0);
			assert_in_order(&c, last);
		}
}

static void
what_was_read_before_a_fault_is_written(void **state)
{
	(void)state;
	for (size_t threads = 1; threads < 6; threads++) {
		struct count c = {.last = PIECES, .fails_reading = 300,
		    .fails_writing = -1};

		assert_int_equal(run(&c, threads), -1);
		assert_in_order(&c, 300);
	}
}

static void
nothing_is_written_behind_a_fault(void **state)
{
	(void)state;
	for (size_t threads = 1; threads < 6; threads++) {
		struct count c = {.last = PIECES, .fails_reading = -1,
		    .fails_writing = 100};

		assert_int_equal(run(&c, threads), -1);
		assert_in_order(&c, 101);
		assert_true(c.next < 200);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_piece_once_and_in_order),
		cmocka_unit_test(what_was_read_before_a_fault_is_written),
		cmocka_unit_test(nothing_is_written_behind_a_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
