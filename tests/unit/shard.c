/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit.h"

#include <stdio.h>

#include "shard.h"

enum { MACHINES = 7, ADDRESSES = 50 };

/* The one machine that asks a host. */
static int
machine_of(const char *host)
{
	struct shard s = {.of = MACHINES};
	int found = 0, count = 0;

	for (s.number = 1; s.number <= MACHINES; s.number++)
		if (shard_has(&s, host)) {
			found = s.number;
			count++;
		}
	assert_int_equal(count, 1);
	return found;
}

static void
a_domain_is_one_machines(void **state)
{
	int machine = machine_of("shop.co.uk");

	(void)state;
	assert_int_equal(machine_of("www.shop.co.uk"), machine);
	assert_int_equal(machine_of("a.b.shop.co.uk"), machine);
	assert_int_equal(machine_of(""), 1);
}

static void
an_address_is_its_own_domain(void **state)
{
	bool asked[MACHINES + 1] = {false};
	int machines = 0, i;
	char host[32];

	(void)state;
	/* By the public suffix list they would all be "0.1". */
	for (i = 0; i < ADDRESSES; i++) {
		snprintf(host, sizeof(host), "10.%d.0.1", i);
		asked[machine_of(host)] = true;
		snprintf(host, sizeof(host), "[2001:db8::%x]", i);
		machine_of(host);
	}
	for (i = 1; i <= MACHINES; i++)
		machines += asked[i];
	assert_int_equal(machines, MACHINES);
}

static void
shards_are_written_as_parts(void **state)
{
	static const char *const bad[] = {"", "1", "0/3", "4/3", "1/0",
	    "-1/3", "1/3x", "1/10001", "1/99999999999"};
	struct complaint c;
	struct shard s;
	size_t i;

	(void)state;
	assert_int_equal(shard_read(&s, "2/3", &c), 0);
	assert_int_equal(s.number, 2);
	assert_int_equal(s.of, 3);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(shard_read(&s, bad[i], &c), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_domain_is_one_machines),
		cmocka_unit_test(an_address_is_its_own_domain),
		cmocka_unit_test(shards_are_written_as_parts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
