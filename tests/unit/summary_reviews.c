/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a summary says of single reviews: those that it shows, what became of
 * them, which are new. */
#include "tallied.h"

#include "since.h"

static void
lists_of_reviews(void **state)
{
	struct tally *t = begun();
	struct summary s;

	(void)state;
	add(t, 1, "c|Own|Shop|retailer|en|2026-11|1|pos|-");
	add(t, 1, "top|open|Own|-|12026-11-01|b");
	add(t, 1, "top|open|Own|-|02026-11-02|a");
	add(t, 1, "top|open|Own|-|12025|c");
	add(t, 1, "top|against|Own|pos|03000|d|great%2C%20love");
	add(t, 1, "top|aspect|Own|price:neg|02000|e");
	add(t, 1, "top|open|Nobody|-|0|f");
	make(&s, t);
	assert_int_equal(s.brand[0].open.count, 3);
	assert_string_equal(s.brand[0].open.item[0].id, "a");
	assert_string_equal(s.brand[0].open.item[1].id, "c");
	assert_string_equal(s.brand[0].against.item[0].words, "great, love");
	assert_string_equal(s.brand[0].spoken.item[0].aspect, "price");
	assert_string_equal(s.brand[0].spoken.item[0].label, "neg");
	assert_true(summary_quote_is_wanted(&s, text_of("e")));
	assert_false(summary_quote_is_wanted(&s, text_of("f")));
	assert_int_equal(s.brand[0].against_share.n, 1);
	near(s.brand[0].against_share.value, 1, 0);
	summary_release(&s);
}

static void
edited_and_vanished(void **state)
{
	const struct summary_changes *c;
	struct tally *t = begun();
	struct summary s;

	(void)state;
	add(t, 60, "c|Own|Shop|retailer|en|2026-11|5|pos|-");
	add(t, 40, "c|Own|Shop|retailer|en|2026-11|1|neg|-");
	add(t, 12, "ed|Own|Shop|r|1|5");
	add(t, 3, "ed|Own|Shop|r|2|2");
	add(t, 10, "ed|Own|Shop|-|3|3");
	add(t, 2, "ed|Own|Shop|-|4|3");
	add(t, 5, "ed|Own|Shop|-|-|5");
	add(t, 1, "whole|Own|Shop|own.shop|20261101T000000Z.warc.gz");
	add(t, 1, "whole|Own|Shop|own.shop|20261110T000000Z.warc.gz");
	add(t, 70, "seen|Own|Shop|own.shop|20261110T000000Z.warc.gz|5|pos");
	add(t, 10, "seen|Own|Shop|own.shop|20261101T000000Z.warc.gz|1|neg");
	/* Twelve are gone, two of them came back. */
	add(t, 12, "ch|Own|Shop|own.shop|vanished|20261110T000000Z|"
	    "20261101T000000Z|1|-");
	add(t, 2, "ch|Own|Shop|own.shop|returned|20261115T000000Z|"
	    "20261101T000000Z|1|1");
	/* One came back of which nobody said that it was gone. */
	add(t, 1, "ch|Rival|Shop|rival.shop|returned|20261115T000000Z|"
	    "20261101T000000Z|4|4");
	add(t, 1, "c|Rival|Shop|retailer|en|2026-11|4|pos|-");
	/* A row that was never gone over whole says nothing. */
	add(t, 20, "seen|Own|Shop|own.news|20261001T000000Z.warc.gz|1|neg");
	make(&s, t);
	c = &s.brand[0].changes;
	assert_int_equal(c->edited, 32);
	assert_int_equal(c->up, 12);
	assert_int_equal(c->down, 2);
	near(c->replied.value, 48.0 / 15, 1e-12);
	near(c->unreplied.value, -2.0 / 12, 1e-12);
	near(c->effect.value, 48.0 / 15 + 2.0 / 12, 1e-12);
	assert_true(c->effect.low > 0);
	/* 60 and 40, with twelve of five and two of three put back. */
	near(c->unedited.value, (340.0 - 12 * 4 + 2) / 100, 1e-12);
	assert_int_equal(c->watched, 80);
	assert_int_equal(c->vanished, 10);
	assert_int_equal(c->vanished_star[0], 10);
	assert_int_equal(s.brand[1].changes.vanished, 0);
	near(c->unvanished.value, (300.0 + 30) / 90, 1e-12);
	assert_null(s.since);		/* no summary before */
	summary_release(&s);
}

/* Runs on the 1st, the 10th and the 20th; the last summary saw two of them. */
static void
since_the_last_summary(void **state)
{
	const struct since last = {.until = "20261110T000000Z",
	    .since = "20261101T000000Z"};
	struct since again = {.until = "20261120T000000Z",
	    .since = "20261110T000000Z"};
	const struct summary_since *k;
	struct tally *t = begun();
	struct complaint c;
	struct summary s;
	int i;

	(void)state;
	add(t, 60, "c|Own|Shop|retailer|en|2026-11|5|pos|-");
	add(t, 40, "c|Own|Shop|retailer|en|2026-11|1|neg|-");
	add(t, 30, "seen|Own|Shop|own.shop|20261110T000000Z.warc.gz|5|pos");
	add(t, 30, "seen|Own|Shop|own.shop|20261120T000000Z.warc.gz|5|pos");
	add(t, 40, "seen|Own|Shop|own.shop|20261120T000000Z.warc.gz|1|neg");
	/* Of those of the 20th these had been seen before, */
	add(t, 10, "again|Own|Shop|20261101T000000Z|20261120T000000Z.warc.gz"
	    "|5|pos");
	add(t, 25, "again|Own|Shop|20261110T000000Z|20261120T000000Z.warc.gz"
	    "|1|neg");
	/* five of them with other stars; a new one was edited as well. */
	add(t, 5, "ch|Own|Shop|own.shop|edited|20261120T000000Z|"
	    "20261101T000000Z|3|1");
	add(t, 1, "ch|Own|Shop|own.shop|edited|20261120T000000Z|"
	    "20261115T000000Z|2|1");
	add(t, 4, "ch|Own|Shop|own.shop|edited|20261110T000000Z|"
	    "20261101T000000Z|2|1");
	add(t, 3, "ch|Own|Shop|own.shop|vanished|20261120T000000Z|"
	    "20261101T000000Z|5|-");
	for (i = 0; i < 2; i++) {
		/* The same again, behind the summary that this makes. */
		assert_int_equal(summary_make(&s, t, &plan, NULL,
		    i == 0 ? &last : &again, &c), 0);
		k = &s.brand[0].since;
		assert_string_equal(s.until, "20261120T000000Z");
		assert_string_equal(s.since, "20261110T000000Z");
		assert_int_equal(k->reviews, 20 + 15);
		assert_int_equal(k->complaints, 15);
		near(k->stars.value, (20 * 5 + 15.0) / 35, 1e-12);
		assert_int_equal(k->edited, 5);
		assert_int_equal(k->vanished, 3);
		assert_int_equal(k->returned, 0);
		near(k->now.value, 3.4, 1e-12);
		/* Forty of five; twenty of one and five of three. */
		near(k->then.value, (40 * 5 + 20 + 5 * 3.0) / 65, 1e-12);
		summary_release(&s);
	}
	again.until[0] = '\0';
	assert_int_equal(summary_make(&s, t, &plan, NULL, &again, &c),
	    0);
	assert_null(s.since);
	summary_release(&s);
	tally_free(t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_of_reviews),
		cmocka_unit_test(edited_and_vanished),
		cmocka_unit_test(since_the_last_summary),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
