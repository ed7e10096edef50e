/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally.h and winners.h */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "tally.h"
#include "tally_top.h"
#include "winners.h"

static void
keys_are_escaped_and_read_back(void **state)
{
	static const char *const field[] = {"plain", "a|b", "100%", "-",
		"с пробелом", "tab\t", ""};
	struct tally_key k;
	struct text split[TALLY_FIELDS_MAX];
	struct buffer room;
	size_t i, n = sizeof(field) / sizeof(field[0]);

	(void)state;
	buffer_init(&room, 1000);
	tally_key_begin(&k, "c");
	for (i = 0; i < n; i++)
		tally_key_add(&k, text_of(field[i]));
	tally_key_add(&k, (struct text){NULL, 0});
	for (i = 0; i < k.length; i++)
		assert_in_range(k.bytes[i], 0x21, 0x7E);
	assert_int_equal(tally_split((struct text){k.bytes, k.length}, split),
	    n + 2);
	for (i = 0; i < n; i++)
		assert_true(text_is(tally_field(split[i + 1], &room),
		    field[i]));
	assert_true(text_is_absent(tally_field(split[n + 1], &room)));
	buffer_release(&room);
}

static void
a_key_too_long_is_refused(void **state)
{
	static char huge[TALLY_KEY_MAX];
	struct tally *t = tally_create();
	struct tally_key k;
	struct complaint c;

	(void)state;
	memset(huge, 'x', sizeof(huge));
	tally_key_begin(&k, "c");
	tally_key_add(&k, (struct text){huge, sizeof(huge)});
	assert_int_equal(tally_put(t, &k, 1, &c), -1);
	assert_int_equal(tally_count(t), 0);
	tally_free(t);
}

static int
in_order(void *context, struct text key, int64_t value)
{
	struct text *before = context;

	assert_int_equal(value, 3);
	if (before->bytes != NULL) {
		size_t n = before->length < key.length ? before->length :
		    key.length;
		int order = memcmp(before->bytes, key.bytes, n);

		assert_true(order < 0 ||
		    (order == 0 && before->length < key.length));
	}
	*before = key;
	return 0;
}

static void
sums_do_not_depend_on_order(void **state)
{
	struct tally *t = tally_create();
	struct text before = {NULL, 0};
	struct complaint c;
	char key[32];
	int i;

	(void)state;
	for (i = 0; i < 5000; i++) {
		snprintf(key, sizeof(key), "c|%d", i * 7919 % 5000);
		assert_int_equal(tally_add(t, text_of(key), 1, &c), 0);
	}
	for (i = 4999; i >= 0; i--) {
		snprintf(key, sizeof(key), "c|%d", i);
		assert_int_equal(tally_add(t, text_of(key), 2, &c), 0);
	}
	assert_int_equal(tally_count(t), 5000);
	assert_int_equal(tally_get(t, text_of("c|4711")), 3);
	assert_int_equal(tally_get(t, text_of("c|none")), 0);
	assert_int_equal(tally_each(t, in_order, &before), 0);
	tally_free(t);
}

static void
a_sum_past_int64_is_refused(void **state)
{
	struct tally *t = tally_create();
	struct complaint c;

	(void)state;
	assert_int_equal(tally_add(t, text_of("a"), INT64_MAX, &c), 0);
	assert_int_equal(tally_add(t, text_of("a"), 1, &c), -1);
	assert_int_equal(tally_get(t, text_of("a")), INT64_MAX);
	assert_int_equal(tally_add(t, text_of("b"), INT64_MIN, &c), 0);
	assert_int_equal(tally_add(t, text_of("b"), -1, &c), -1);
	tally_free(t);
}

static const char *const version[] = {
	"{\"id\":\"a\",\"reviewBody\":\"old\",\"capture\":{\"file\":\"1\","
	"\"fetched\":\"2026-11-01T00:00:00Z\"}}",
	"{\"id\":\"a\",\"reviewBody\":\"new\",\"capture\":{\"file\":\"2\","
	"\"fetched\":\"2026-11-02T00:00:00Z\"}}",
	"{\"id\":\"a\",\"reviewBody\":\"new\",\"capture\":{\"file\":\"3\","
	"\"fetched\":\"2026-11-02T00:00:00Z\"}}",
	"{\"id\":\"a\",\"reviewBody\":\"dateless\"}",
};

/* Whatever the order of lines, the same line wins. */
static void
the_newest_wins_in_any_order(void **state)
{
	int order, i, winner, last = -1;

	(void)state;
	for (order = 0; order < 24; order++) {
		struct winners *w = winners_create(NULL, WINNERS_HELD);
		struct complaint c;
		int left[4] = {0, 1, 2, 3}, rest = 4, code = order;

		while (rest > 0) {
			i = code % rest;
			code /= rest;
			assert_int_equal(winners_offer(w,
			    text_of(version[left[i]]), text_of("a"),
			    (uint64_t)left[i], &c), 0);
			left[i] = left[--rest];
		}
		assert_int_equal(winners_decide(w, &c), 0);
		for (i = 0, winner = -1; i < 4; i++)
			if (winners_is(w, (uint64_t)i)) {
				assert_int_equal(winner, -1);
				winner = i;
			}
		assert_in_range(winner, 1, 2);
		if (last >= 0)
			assert_int_equal(winner, last);
		last = winner;
		assert_true(winners_is(w, 9));
		winners_free(w);
	}
}

/* Lists are cut to their length, and it does not matter who cut them. */
static void
lists_do_not_depend_on_order(void **state)
{
	struct tally *all = tally_create(), *even = tally_create();
	struct tally *odd = tally_create();
	struct text before = {NULL, 0};
	struct complaint c;
	char key[64];
	int i;

	(void)state;
	for (i = 0; i < 1000; i++) {
		int rank = i * 7919 % 1000;

		snprintf(key, sizeof(key), "top|quote|Own|pos|%05d|id", rank);
		assert_int_equal(tally_add(all, text_of(key), 3, &c), 0);
		assert_int_equal(tally_add(i % 2 ? odd : even, text_of(key),
		    3, &c), 0);
	}
	assert_int_equal(tally_count(all), TALLY_TOP_QUOTES);
	assert_int_equal(tally_add_all(even, odd, &c), 0);
	assert_int_equal(tally_count(even), TALLY_TOP_QUOTES);
	assert_int_equal(tally_each(even, in_order, &before), 0);
	assert_true(text_is(before, "top|quote|Own|pos|00004|id"));
	/* Equal keys are summed, lists of another brand stand apart. */
	assert_int_equal(tally_add(all, text_of("top|quote|Own|neg|1|id"), 3,
	    &c), 0);
	assert_int_equal(tally_count(all), TALLY_TOP_QUOTES + 1);
	tally_free(all);
	tally_free(even);
	tally_free(odd);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_do_not_depend_on_order),
		cmocka_unit_test(keys_are_escaped_and_read_back),
		cmocka_unit_test(a_key_too_long_is_refused),
		cmocka_unit_test(sums_do_not_depend_on_order),
		cmocka_unit_test(a_sum_past_int64_is_refused),
		cmocka_unit_test(the_newest_wins_in_any_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
