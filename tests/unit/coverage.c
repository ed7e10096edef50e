/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often the intervals hold the truth, by simulation with a fixed seed:
 * within two points of 95 % where the method promises it, and what alarms and
 * numbers of reviews promise besides.  With an argument (`make coverage`) it
 * prints each share.
 */
#include "unit.h"

#include <math.h>

#include "alarm.h"
#include "contrast.h"
#include "statistics.h"
#include "summary_trend.h"
#include "survival.h"

enum { DRAWS = 6000 };
static bool printing;
static uint64_t state = UINT64_C(88172645463325252);

/* xorshift64* (Vigna 2016), 0 <= u < 1 */
static double
uniform(void)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (double)((state * UINT64_C(2685821657736338717)) >> 11) /
	    9007199254740992.0;
}

static int64_t
binomial(int64_t n, double p)
{
	int64_t count = 0, i;

	for (i = 0; i < n; i++)
		count += uniform() < p;
	return count;
}

/* Counts of k cells. */
static void
multinomial(int64_t n, const double *p, int k, int64_t *count)
{
	int64_t i;
	int c;

	for (c = 0; c < k; c++)
		count[c] = 0;
	for (i = 0; i < n; i++) {
		double u = uniform();

		for (c = 0; c < k - 1 && u >= p[c]; c++)
			u -= p[c];
		count[c]++;
	}
}

/* J-shaped, as stars are. */
static const double j_shape[5] = {.12, .05, .07, .16, .60};
static const double other_shape[5] = {.18, .08, .10, .20, .44};

static double
mean_of(const double p[5])
{
	return p[0] + 2 * p[1] + 3 * p[2] + 4 * p[3] + 5 * p[4];
}

struct stars { int64_t count[5], n, sum, squares; };

static void
draw_stars(struct stars *s, int64_t n, const double p[5])
{
	int i;

	multinomial(n, p, 5, s->count);
	s->n = n;
	s->sum = s->squares = 0;
	for (i = 0; i < 5; i++) {
		s->sum += s->count[i] * (i + 1);
		s->squares += s->count[i] * (i + 1) * (i + 1);
	}
}

static bool
holds(const struct estimate *e, double truth)
{
	return e->bounded && e->low <= truth && truth <= e->high;
}

static void
within(int held, double least, double most, const char *what, int64_t n)
{
	double share = 100.0 * held / DRAWS;

	if (printing)
		printf("%-28s n = %3d  %5.1f %%  (%.0f to %.1f)\n", what,
		    (int)n, share, least, most);

	if (share < least || share > most)
		fail_msg("%s, n = %d: %.1f %%, wanted %.0f to %.0f", what,
		    (int)n, share, least, most);
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

static int64_t poisson(double mean);

/* Exact, so never below what they promise. */
static void
rates(void **unused)
{
	static const double mean[] = {1, 4, 20};
	int k, held, ratios = 0;
	size_t i;

	(void)unused;
	for (i = 0; i < 3; i++) {
		for (held = k = 0; k < DRAWS; k++) {
			struct estimate e = statistics_rate(poisson(mean[i]),
			    7);

			held += holds(&e, mean[i] / 7);
		}
		within(held, 94.5, 99.9, "Garwood", (int64_t)mean[i]);
	}
	for (k = 0; k < DRAWS; k++) {
		double p;
		struct estimate e = statistics_rate_ratio(poisson(12), 7,
		    poisson(24), 28, &p);

		ratios += holds(&e, 2);
	}
	within(ratios, 94.5, 99.5, "ratio of rates", 36);
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

/* Answered after an exponential time of mean 3, watched for up to 4. */
static void
survivals(void **unused)
{
	int k, held = 0;

	(void)unused;
	for (k = 0; k < DRAWS; k++) {
		struct survival_time t[41] = {{0}};
		struct estimate e;
		int i;

		for (i = 0; i < 41; i++)
			t[i].time = i;
		for (i = 0; i < 60; i++) {
			int reply = (int)ceil(-30 * log(1 - uniform()));
			int seen = (int)(40 * uniform()) + 1;

			if (reply <= seen)
				t[reply < 40 ? reply : 40].ended++;
			else
				t[seen < 40 ? seen : 40].censored++;
		}
		e = survival_share(t, 41, 20);
		held += holds(&e, 1 - exp(-20.0 / 30));
	}
	within(held, 93, 97, "Kaplan-Meier", 60);
}

/* Both alike, or the first a little sooner; watched as above. */
static void
log_ranks(void **unused)
{
	static const double ratio[] = {1, 1.25};
	size_t r;
	int k, i, side, held;

	(void)unused;
	for (r = 0; r < 2; r++) {
		for (held = k = 0; k < DRAWS; k++) {
			struct survival_time t[2][41] = {{{0}}};
			struct estimate e;

			for (i = 0; i < 2 * 41; i++)
				t[i / 41][i % 41].time = i % 41;
			for (i = 0; i < 140; i++) {
				double u = -30 * log(1 - uniform());
				int reply, seen = (int)(40 * uniform()) + 1;

				side = i % 2;
				reply = (int)ceil(side == 0 ? u / ratio[r] :
				    u);
				if (reply <= seen)
					t[side][reply < 40 ? reply :
					    40].ended++;
				else
					t[side][seen < 40 ? seen :
					    40].censored++;
			}
			e = survival_compare(t[0], 41, t[1], 41).ratio;
			held += holds(&e, ratio[r]);
		}
		within(held, 93, 97, r == 0 ? "log-rank, alike" :
		    "log-rank, 1.25", 70);
	}
}

static void
slopes(void **unused)
{
	int k, m, held = 0;

	(void)unused;
	for (k = 0; k < DRAWS / 4; k++) {
		struct trend_point p[6];
		struct estimate e;
		double two_sided;

		for (m = 0; m < 6; m++) {
			struct stars s;

			draw_stars(&s, 30, j_shape);
			p[m] = (struct trend_point){m, 30, (double)s.sum,
			    (double)s.squares};
		}
		e = trend_slope(p, 6, &two_sided);
		held += holds(&e, 0);
	}
	within(held * 4, 93, 97, "slope", 180);
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

static int64_t
poisson(double mean)
{
	double product = uniform(), least = exp(-mean);
	int64_t n = 0;

	for (; product > least; n++)
		product *= uniform();
	return n;
}

/* Fewer false alarms than one in three years where days are independent, and
 * most of the weeks with three times the complaints are found. */
static void
false_alarms(void **unused)
{
	enum { DAYS = 56 + 365, YEARS = 150, FIRST = 300 };
	int64_t day[DAYS];
	struct alarm a[8];
	size_t i, n;
	int year, alarms = 0, found = 0;

	(void)unused;
	for (year = 0; year < YEARS; year++) {
		bool hit = false;

		for (i = 0; i < DAYS; i++)
			day[i] = poisson(2);
		alarms += (int)alarm_scan(day, DAYS, a, 8);
		for (i = FIRST; i < FIRST + 7; i++)
			day[i] = poisson(6);
		n = alarm_scan(day, FIRST + 7, a, 8);
		for (i = 0; i < n; i++)
			hit |= a[i].last >= FIRST;
		found += hit;
	}
	if (printing)
		printf("%-28s %d in %d years, %d of %d bursts found\n",
		    "false alarms, 2 a day", alarms, (int)YEARS, found,
		    (int)YEARS);
	if (alarms > YEARS / 3)
		fail_msg("%d false alarms in %d years", alarms, (int)YEARS);
	if (found < YEARS * 9 / 10)
		fail_msg("%d of %d bursts", found, (int)YEARS);
}

/* Days whose variance is twice their mean, and weekends that differ: less than
 * one a year. */
static void
false_alarms_of_uneven_days(void **unused)
{
	enum { DAYS = 56 + 365, YEARS = 150 };
	int64_t day[DAYS];
	struct alarm a[8];
	int year, alarms = 0;
	size_t i;

	(void)unused;
	for (year = 0; year < YEARS; year++) {
		for (i = 0; i < DAYS; i++) {
			double mean = 2 * (i % 7 < 5 ? 1.1 : .75), level;

			/* Gamma of this mean and shape, from exponentials. */
			level = -mean * (log(1 - uniform()) + log(1 -
			    uniform())) / 2;
			day[i] = poisson(level);
		}
		alarms += (int)alarm_scan(day, DAYS, a, 8);
	}
	if (printing)
		printf("%-28s %d in %d years\n", "false alarms, uneven days",
		    alarms, (int)YEARS);
	if (alarms > YEARS)
		fail_msg("%d false alarms in %d years", alarms, (int)YEARS);
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
		cmocka_unit_test(rates),
		cmocka_unit_test(standardised),
		cmocka_unit_test(survivals),
		cmocka_unit_test(log_ranks),
		cmocka_unit_test(slopes),
		cmocka_unit_test(needed),
		cmocka_unit_test(false_alarms),
		cmocka_unit_test(false_alarms_of_uneven_days),
	};

	(void)argv;
	printing = argc > 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
