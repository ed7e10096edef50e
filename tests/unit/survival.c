/* SPDX-License-Identifier: GPL-3.0-or-later */
/* survival.h and ranking.h against R 4.2 (survival, MASS). */
#include "near.h"

#include <math.h>

#include "ranking.h"
#include "survival.h"

/* MASS gehan, 6-MP. */
static const struct survival_time treated[] = {
	{6, 3, 1}, {7, 1, 0}, {9, 0, 1}, {10, 1, 1}, {11, 0, 1}, {13, 1, 0},
	{16, 1, 0}, {17, 0, 1}, {19, 0, 1}, {20, 0, 1}, {22, 1, 0},
	{23, 1, 0}, {25, 0, 1}, {32, 0, 2}, {34, 0, 1}, {35, 0, 1},
};
enum { TREATED = sizeof(treated) / sizeof(*treated) };

static void
gehan(void **state)
{
	static const struct { int64_t t; double s, se; } row[] = {
		{6, .857142857, .076360355}, {7, .806722689, .086935285},
		{10, .752941176, .096349653}, {13, .690196078, .106814708},
		{16, .627450980, .114053865}, {22, .537815126, .128233752},
		{23, .448179272, .134591457},
	};
	struct survival_median m = survival_median(treated, TREATED);
	double half;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof(row) / sizeof(*row); i++) {
		struct estimate e = survival_share(treated, TREATED,
		    row[i].t);

		near(1 - e.value, row[i].s, 1e-9);
		/* On the scale log(-log S). */
		half = 1.959963985 * row[i].se / row[i].s / -log(row[i].s);
		near(1 - e.low, pow(row[i].s, exp(-half)), 1e-8);
		near(1 - e.high, pow(row[i].s, exp(half)), 1e-8);
		assert_int_equal(e.n, 21);
	}
	assert_int_equal(m.median, 23);
	assert_int_equal(m.low, 13);
	assert_int_equal(m.high, -1);
	/* Nobody was watched for 40 weeks. */
	assert_false(survival_share(treated, TREATED, 40).known);
	assert_true(survival_share(treated, TREATED, 3).bounded);
}

static const struct survival_time control[] = {
	{1, 2, 0}, {2, 2, 0}, {3, 1, 0}, {4, 2, 0}, {5, 2, 0},
	{8, 4, 0}, {11, 2, 0}, {12, 2, 0}, {15, 1, 0}, {17, 1, 0},
	{22, 1, 0}, {23, 1, 0},
};

static void
controls(void **state)
{
	const struct survival_time *t = control;
	struct survival_median m = survival_median(t, 12);

	(void)state;
	assert_int_equal(m.median, 8);
	assert_int_equal(m.low, 4);
	assert_int_equal(m.high, 11);	/* log-log; 12 on the log scale */
	near(survival_share(t, 12, 99).value, 1, 0);
}

/* R survdiff: 16.79294; the control group comes first in the ratio. */
static void
log_rank(void **state)
{
	struct survival_contrast k = survival_compare(control, 12, treated,
	    TREATED);

	(void)state;
	near(k.chi, 16.79294, 5e-6);
	near(k.p, 4.16881e-05, 1e-9);
	assert_int_equal(k.ratio.n, 21);
	assert_true(k.ratio.low > 1 && k.logarithm.low > 0);
	near(log(k.ratio.value), k.logarithm.value, 1e-12);
	k = survival_compare(treated, TREATED, control, 12);
	near(k.chi, 16.79294, 5e-6);
	assert_true(k.ratio.high < 1 && k.logarithm.high < 0);
	k = survival_compare(treated, TREATED, treated, TREATED);
	near(k.chi, 0, 1e-12);
	near(k.ratio.value, 1, 1e-12);
	/* Times at which nobody is left say nothing. */
	k = survival_compare((const struct survival_time[]){{1, 2, 0},
	    {9, 0, 0}}, 2, (const struct survival_time[]){{1, 1, 0},
	    {2, 1, 0}, {9, 0, 0}}, 3);
	assert_true(k.ratio.known && k.chi > 0);
	/* Nothing ended, or nobody was there. */
	assert_false(survival_compare(treated, 0, control, 12).ratio.known);
	assert_true(isnan(survival_compare(treated, 0, control, 0).p));
}

/* Minutes until replies: of the answered alone half came within an hour. */
static void
replies(void **state)
{
	static const struct survival_time t[] = {
		{12, 1, 0}, {30, 1, 0}, {45, 1, 0}, {60, 0, 1}, {90, 1, 0},
		{180, 1, 0}, {240, 0, 1}, {600, 1, 0}, {1440, 0, 1},
		{2880, 0, 1},
	};
	struct survival_median m = survival_median(t, 10);

	(void)state;
	near(survival_share(t, 10, 30).value, .2, 1e-12);
	near(survival_share(t, 10, 60).value, .3, 1e-12);
	near(survival_share(t, 10, 1440).value, 1 - .311111, 1e-6);
	assert_int_equal(m.median, 180);
	assert_int_equal(m.low, 12);
	assert_int_equal(m.high, -1);
	assert_false(survival_share(t, 0, 30).known);
	assert_int_equal(survival_median(t, 0).median, -1);
}

static void
star_sums(struct ranking_brand *b, const int64_t h[5])
{
	int s;

	*b = (struct ranking_brand){0};
	for (s = 1; s <= 5; s++) {
		b->n += h[s - 1];
		b->sum += h[s - 1] * s * 10000;
		b->squares += h[s - 1] * s * s * 100000000;
	}
}

static void
four_brands(void **state)
{
	static const int64_t h[4][5] = {{10, 5, 8, 20, 57},
	    {20, 10, 15, 25, 30}, {1, 0, 1, 2, 6}, {0, 0, 0, 1, 2}};
	static const double wanted[4] = {4.062523, 3.383376, 3.990113,
	    3.984327};
	struct ranking_brand b[4];
	struct ranking r;
	int i;

	(void)state;
	for (i = 0; i < 4; i++)
		star_sums(&b[i], h[i]);
	ranking_make(&r, b, 4, 10000);
	near(r.within, 1.977065391, 1e-9);
	near(r.between, .2206506419, 1e-9);
	near(r.weight, 8.960161518, 1e-8);
	near(r.mean, 3.755868545, 1e-9);
	assert_true(r.estimated);
	for (i = 0; i < 4; i++)
		near(b[i].shrunken, wanted[i], 1e-6);
	/* Two brands do not show how brands differ. */
	ranking_make(&r, b, 2, 10000);
	assert_false(r.estimated);
	near(r.weight, RANKING_FIXED, 0);
	ranking_make(&r, b, 0, 10000);
	assert_true(isnan(r.mean));
}

/* The published check of the film data base. */
static void
weighted_rating(void **state)
{
	(void)state;
	near(ranking_shrink(1350, 10, 1300, 6.7), 8.381132, 1e-6);
	near(ranking_shrink(20000, 10, 1300, 6.7), 9.798592, 1e-6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gehan),
		cmocka_unit_test(controls),
		cmocka_unit_test(log_rank),
		cmocka_unit_test(replies),
		cmocka_unit_test(four_brands),
		cmocka_unit_test(weighted_rating),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
