/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The own brand beside another: with the same mix of sources, by words. */
#include "tallied.h"

#include <stdio.h>
#include <string.h>

#include "summary_caveats.h"

static void
source_rows(struct tally *t, const char *brand, const char *source,
	int64_t good, int64_t bad)
{
	char key[96];

	snprintf(key, sizeof(key), "c|%s|%s|retailer|en|2026-11|5|pos|-",
	    brand, source);
	add(t, good, key);
	snprintf(key, sizeof(key), "c|%s|%s|retailer|en|2026-11|1|neg|-",
	    brand, source);
	add(t, bad, key);
	snprintf(key, sizeof(key), "sx|%s|%s|retailer|en|2026-11", brand,
	    source);
	add(t, 50000 * good + 10000 * bad, key);
	snprintf(key, sizeof(key), "sx2|%s|%s|retailer|en|2026-11", brand,
	    source);
	add(t, INT64_C(2500000000) * good + INT64_C(100000000) * bad, key);
}

/* The kidney stones as sources: crude behind, with the same mix ahead. */
static void
the_mix_turns_the_sign(void **state)
{
	const char *caveat[CAVEATS_MAX];
	struct tally *t = begun();
	const struct summary_comparison *k;
	struct summary s;
	size_t count, i;
	bool said = false;

	(void)state;
	source_rows(t, "Own", "Small", 81, 6);
	source_rows(t, "Own", "Large", 192, 71);
	source_rows(t, "Rival", "Small", 234, 36);
	source_rows(t, "Rival", "Large", 55, 25);
	/* Nothing to compare with: a source of one side only. */
	source_rows(t, "Own", "Alone", 2, 1);
	make(&s, t);
	k = &s.comparison[0];
	assert_true(k->positive_share.estimate.value < 0);
	near(k->standard[1].own, .8325462174, 1e-9);
	near(k->standard[1].other, .778875, 1e-9);
	near(k->standard[1].difference.estimate.value, .0536712174, 1e-9);
	assert_int_equal(k->standard[1].strata, 2);
	assert_true(k->standard[1].turns);
	assert_true(k->standard[1].kept_own < 1);
	near(k->standard[1].kept_other, 1, 0);
	assert_int_equal(k->standard[1].difference.verdict,
	    SUMMARY_NO_CLEAR_DIFFERENCE);
	assert_true(k->standard[1].difference.needed > 350);
	count = summary_caveats(&s, caveat);
	for (i = 0; i < count; i++)
		said |= strstr(caveat[i], "changes its sign") != NULL;
	assert_true(said);
	summary_release(&s);
}

static void
too_few_are_joined_by_kind(void **state)
{
	struct tally *t = begun();
	struct summary s;

	(void)state;
	source_rows(t, "Own", "A", 3, 1);
	source_rows(t, "Own", "B", 4, 0);
	source_rows(t, "Rival", "B", 3, 1);
	source_rows(t, "Rival", "C", 9, 1);
	make(&s, t);
	assert_int_equal(s.comparison[0].standard[0].strata, 1);
	near(s.comparison[0].standard[0].kept_own, 1, 0);
	assert_int_equal(s.comparison[0].standard[0].difference.verdict,
	    SUMMARY_TOO_FEW);
	summary_release(&s);
}

static void
word_rows(struct tally *t, const char *brand, const char *word, int64_t n,
	int authors)
{
	char key[96];
	int i;

	for (i = 0; i < authors; i++) {
		snprintf(key, sizeof(key), "w|%s|en|%s|%d", brand, word, i);
		add(t, n / authors, key);
	}
	snprintf(key, sizeof(key), "ww|%s|en|%s", brand, word);
	add(t, -150 * n, key);
}

static void
words_set_brands_apart(void **state)
{
	const struct summary_comparison *k;
	struct tally *t = begun();
	struct summary s;

	(void)state;
	add(t, 1, "c|Own|Shop|retailer|en|2026-11|5|pos|-");
	add(t, 1, "c|Rival|Shop|retailer|en|2026-11|5|pos|-");
	word_rows(t, "Own", "slow", 400, 8);
	word_rows(t, "Rival", "slow", 80, 8);
	word_rows(t, "Own", "price", 600, 10);
	word_rows(t, "Rival", "price", 300, 10);
	word_rows(t, "Rival", "not%20friendly", 320, 16);
	/* One author must not make a theme. */
	word_rows(t, "Own", "scandal", 400, 1);
	make(&s, t);
	k = &s.comparison[0];
	assert_int_equal(k->word_count, 2);
	assert_string_equal(k->word[0].word, "slow");
	assert_true(k->word[0].ours && k->word[0].z > 0);
	assert_int_equal(k->word[0].own, 400);
	assert_int_equal(k->word[0].other, 80);
	assert_int_equal(k->word[0].own_authors, 8);
	assert_string_equal(k->word[1].word, "not friendly");
	assert_false(k->word[1].ours);
	assert_string_equal(s.brand[0].cloud[0].word, "price");
	near(s.brand[0].cloud[0].weight, -1.5, 1e-12);
	assert_string_equal(s.brand[0].cloud[0].language, "en");
	assert_int_equal(s.brand[1].cloud_count, 3);
	summary_release(&s);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_mix_turns_the_sign),
		cmocka_unit_test(too_few_are_joined_by_kind),
		cmocka_unit_test(words_set_brands_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
