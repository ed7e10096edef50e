/* SPDX-License-Identifier: GPL-3.0-or-later */
/* buffer.h, arena.h, complaint.h */
#include "unit.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"

static void
buffer_stops_at_its_ceiling(void **state)
{
	struct buffer b;

	(void)state;
	buffer_init(&b, 10);
	assert_int_equal(buffer_add_string(&b, "0123456789"), 0);
	assert_string_equal(b.bytes, "0123456789");
	assert_int_equal(buffer_add_char(&b, 'x'), -1);
	assert_true(b.failed);
	assert_int_equal(b.length, 10);
	buffer_clear(&b);
	assert_false(b.failed);
	assert_int_equal(buffer_add_format(&b, "%d-%s", 42, "ab"), 0);
	assert_string_equal(b.bytes, "42-ab");
	assert_int_equal(buffer_add_integer(&b, -7), 0);
	assert_string_equal(b.bytes, "42-ab-7");
	buffer_release(&b);
}

static void
buffer_refuses_a_length_that_overflows(void **state)
{
	struct buffer b;

	(void)state;
	buffer_init(&b, 100);
	assert_int_equal(buffer_add_string(&b, "abc"), 0);
	assert_null(buffer_reserve(&b, SIZE_MAX));
	assert_string_equal(b.bytes, "abc");
	buffer_release(&b);
}

static void
arena_pieces_are_zeroed_aligned_and_bounded(void **state)
{
	struct arena a;
	char *p;
	int round, i;

	(void)state;
	arena_init(&a, 1 << 20);
	for (round = 0; round < 3; round++) {
		for (i = 1; i < 200; i++) {
			p = arena_take(&a, (size_t)i);
			assert_non_null(p);
			assert_int_equal((uintptr_t)p % 16, 0);
			assert_int_equal(p[i - 1], 0);
			memset(p, 0xAA, (size_t)i);
		}
		assert_non_null(arena_take(&a, 500000));
		assert_null(arena_take(&a, 600000));
		assert_string_equal(arena_string(&a, "kept"), "kept");
		arena_clear(&a);
	}
	assert_null(arena_take(&a, SIZE_MAX));
	arena_release(&a);
}

static void
complaints_name_place_and_value(void **state)
{
	char value[COMPLAINT_VALUE_MAX + 8], longer[200];
	struct complaint c;

	(void)state;
	assert_int_equal(complain_at(&c, "a.jsonl", 77, "bad %s",
	    complaint_value(value, "x\ty", 3)), -1);
	assert_string_equal(c.text, "a.jsonl@77: bad \"x?y\"");
	complain_line(&c, "sayso.json", 3, "unknown key");
	assert_string_equal(c.text, "sayso.json:3: unknown key");
	complain(&c, ENOENT, "%s", "gone");
	assert_string_equal(c.text, "gone: No such file or directory");
	/* Cut at a character: 79 letters and half of a two-byte one. */
	memset(longer, 'a', sizeof(longer));
	memcpy(longer + 79, "\xC4\x8D", 2);
	complaint_value(value, longer, sizeof(longer));
	assert_int_equal(strlen(value), 1 + 79 + 4);
	assert_string_equal(value + 80, "...\"");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(buffer_stops_at_its_ceiling),
		cmocka_unit_test(buffer_refuses_a_length_that_overflows),
		cmocka_unit_test(arena_pieces_are_zeroed_aligned_and_bounded),
		cmocka_unit_test(complaints_name_place_and_value),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
