/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdbool.h>

#include "places.h"

enum { HASHES = 1000 };

static void
each_hash_has_its_own_place(void **state)
{
	static uint64_t hash[HASHES];
	static bool taken[2 * HASHES];
	struct places p = {0};

	(void)state;
	for (size_t i = 0; i < HASHES; i++)
		hash[i] = (i + 1) * 0x9E3779B97F4A7C15u;
	assert_int_equal(places_make(&p, hash, HASHES), 0);
	assert_true(p.size <= 2 * HASHES);
	for (size_t i = 0; i < HASHES; i++) {
		size_t at = places_of(&p, hash[i]);

		assert_true(at < p.size);
		assert_false(taken[at]);
		taken[at] = true;
	}
	places_release(&p);
}

/* It was said to be a want of memory. */
static void
equal_hashes_are_told_from_no_memory(void **state)
{
	const uint64_t hash[] = {12345, 77, 12345};
	struct places p = {0};

	(void)state;
	assert_int_equal(places_make(&p, hash, 3), 1);
	assert_null(p.number);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_hash_has_its_own_place),
		cmocka_unit_test(equal_hashes_are_told_from_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
