/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The same of what happens in time: rates, times until a reply, slopes; and
 * what alarms promise.
 */
#include "simulation.h"

#include "alarm.h"
#include "statistics.h"
#include "summary_trend.h"
#include "survival.h"

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
		cmocka_unit_test(rates),
		cmocka_unit_test(survivals),
		cmocka_unit_test(log_ranks),
		cmocka_unit_test(slopes),
		cmocka_unit_test(false_alarms),
		cmocka_unit_test(false_alarms_of_uneven_days),
	};

	(void)argv;
	printing = argc > 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
