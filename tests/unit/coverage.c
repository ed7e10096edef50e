/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often the intervals hold the truth, by simulation: within two points of
 * 95 % where the method promises it; and what numbers of reviews promise.
 */
#include "simulation.h"

#include "contrast.h"
#include "statistics.h"

static const double other_shape[5] = {.18, .08, .10, .20, .44};

static double
mean_of(const double p[5])
{
	return p[0] + 2 * p[1] + 3 * p[2] + 4 * p[3] + 5 * p[4];
}

static void
shares(void **unused)
{
	static const struct { int64_t n; double p; } row[] = {
		{20, .5}, {30, .3}, {50, .1}, {100, .9}, {400, .05},
	};
	size_t i;
	int k, held;

	(void)unused;
	for (i = 0; i < sizeof(row) / sizeof(*row); i++) {
		for (held = k = 0; k < DRAWS; k++) {
			struct estimate e = statistics_share(binomial(
			    row[i].n, row[i].p), row[i].n);

			held += holds(&e, row[i].p);
		}
		within(held, 93, 97.5, "Wilson", row[i].n);
	}
}

static void
means(void **unused)
{
	/* At ten the prior still pulls: two points are not promised. */
	static const struct { int64_t n; double least; } row[] = {
		{10, 90}, {20, 93}, {30, 93}, {100, 93},
	};
	struct stars s;
	size_t i;
	int k, held;

	(void)unused;
	for (i = 0; i < 4; i++) {
		for (held = k = 0; k < DRAWS; k++) {
			struct estimate e;

			draw_stars(&s, row[i].n, j_shape);
			e = statistics_mean(s.n, s.sum, s.squares, 1,
			    s.count);
			held += holds(&e, mean_of(j_shape));
		}
		/* Widened to hold the plain mean, Dirichlet's covers more. */
		within(held, row[i].least, 98.5, "mean stars", row[i].n);
	}
}

static void
nets(void **unused)
{
	static const double p[3] = {.7, .2, .1};
	static const int64_t size[] = {10, 20, 50, 150};
	int64_t count[3];
	size_t i;
	int k, held;

	(void)unused;
	for (i = 0; i < 4; i++) {
		for (held = k = 0; k < DRAWS; k++) {
			struct estimate e;

			multinomial(size[i], p, 3, count);
			e = statistics_net(count[0], count[1], count[2]);
			held += holds(&e, .6);
		}
		within(held, 93, 97, "net", size[i]);
	}
}

/* All cells at once; Goodman's are conservative. */
static void
voices(void **unused)
{
	static const double p[4] = {.5, .3, .15, .05};
	int64_t count[4];
	int k, c, held = 0;

	(void)unused;
	for (k = 0; k < DRAWS; k++) {
		bool all = true;

		multinomial(200, p, 4, count);
		for (c = 0; c < 4; c++) {
			struct estimate e = statistics_voice(count[c], 200,
			    4);

			all = all && holds(&e, p[c]);
		}
		held += all;
	}
	within(held, 93, 99, "Goodman", 200);
}

static void
differences(void **unused)
{
	struct stars a, b;
	int k, shares_held = 0, means_held = 0, above_held = 0, i, l;
	double above = 0, p;

	(void)unused;
	for (i = 0; i < 5; i++)
		for (l = 0; l < 5; l++)
			above += j_shape[i] * other_shape[l] *
			    (i > l ? 1 : i == l ? .5 : 0);
	for (k = 0; k < DRAWS; k++) {
		struct estimate e = statistics_share_difference(
		    binomial(40, .7), 40, binomial(60, .5), 60);

		shares_held += holds(&e, .2);
		draw_stars(&a, 60, j_shape);
		draw_stars(&b, 80, other_shape);
		e = statistics_mean_difference(a.n, a.sum, a.squares, b.n,
		    b.sum, b.squares, 1);
		means_held += holds(&e, mean_of(j_shape) -
		    mean_of(other_shape));
		e = contrast_superiority(a.count, b.count, &p);
		above_held += holds(&e, above);
	}
	within(shares_held, 93, 97, "Newcombe", 40);
	within(means_held, 93, 97, "Welch", 60);
	within(above_held, 93, 97, "placements", 60);
}

/* Of two nets; and the mean change of edited reviews, which has no scale. */
static void
changes(void **unused)
{
	static const double p[3] = {.6, .1, .3}, q[3] = {.5, .1, .4};
	int64_t a[3], b[3];
	int k, nets_held = 0, means_held = 0, i;

	(void)unused;
	for (k = 0; k < DRAWS; k++) {
		int64_t sum = 0, squares = 0;
		struct estimate e;

		multinomial(60, p, 3, a);
		multinomial(120, q, 3, b);
		e = statistics_net_difference(a, b);
		nets_held += holds(&e, .2);
		for (i = 0; i < 25; i++) {
			double u = uniform();
			int change = u < .1 ? -1 : u < .4 ? 0 : u < .7 ? 1 : 2;

			sum += change;
			squares += change * change;
		}
		e = statistics_mean(25, sum, squares, 1, NULL);
		means_held += holds(&e, -.1 + .3 + .6);
	}
	within(nets_held, 93, 97, "difference of nets", 60);
	within(means_held, 93, 97, "t, change of stars", 25);
}

/* Two sources with the brands in opposite proportions. */
static void
standardised(void **unused)
{
	static const double share[2][2] = {{.9, .85}, {.6, .55}};
	static const int64_t n[2][2] = {{40, 120}, {120, 40}};
	static const double weight[2] = {160, 160};
	struct contrast_stratum s[2];
	double value[2], p;
	int k, i, side, held = 0;

	(void)unused;
	for (k = 0; k < DRAWS; k++) {
		struct estimate e;

		for (i = 0; i < 2; i++)
			for (side = 0; side < 2; side++) {
				double v = (double)binomial(n[i][side],
				    share[i][side]) / (double)n[i][side];

				s[i].n[side] = n[i][side];
				s[i].value[side] = v;
				s[i].variance[side] = v * (1 - v) /
				    (double)n[i][side];
			}
		e = contrast_standardised(s, weight, 2, value, &p);
		held += holds(&e, .05);
	}
	within(held, 93, 97, "standardised", 160);
}

/* With as many reviews as are said to be needed, 8 of 10 find it. */
static void
needed(void **unused)
{
	double d = .62 - .5;
	int64_t n = contrast_needed(d, .62 * .38, .25);
	int k, found = 0;

	(void)unused;
	for (k = 0; k < DRAWS; k++) {
		struct estimate e = statistics_share_difference(
		    binomial(n, .62), n, binomial(n, .5), n);

		found += e.low > 0;
	}
	within(found, 78, 82, "needed", n);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shares),
		cmocka_unit_test(means),
		cmocka_unit_test(nets),
		cmocka_unit_test(voices),
		cmocka_unit_test(differences),
		cmocka_unit_test(changes),
		cmocka_unit_test(standardised),
		cmocka_unit_test(needed),
	};

	(void)argv;
	printing = argc > 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
