/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alarm.h"

#include <math.h>
#include <string.h>

#include "distribution.h"

static const int days_of[ALARM_WINDOWS] = {1, 3, 7};

static const double LAMBDA = 0.3, ANSCOMBE = 0.375, WIDTH = 3;
enum { DRIFT_RECENT = 28, DRIFT_BASELINE = 56 };

double
alarm_tail(int64_t y, double w, int64_t sum, double n, double phi)
{
	double mean = ((double)sum + .5) * w / n;
	double variance = phi * mean * (1 + w / n);

	/* A size and a probability with this mean and variance. */
	return distribution_negative_binomial_tail((double)y,
	    mean * mean / (variance - mean), mean / variance);
}

double
alarm_overdispersion(const int64_t *day, size_t n)
{
	double sum = 0, squares = 0, size = (double)n, phi;
	size_t i;

	for (i = 0; i < n; i++) {
		sum += (double)day[i];
		squares += (double)day[i] * (double)day[i];
	}
	if (n < 2 || sum <= 0)
		return 1;
	phi = (squares - sum * sum / size) / (size - 1) / (sum / size);
	return phi > 1 ? phi : 1;
}

static int64_t
sum_of(const int64_t *day, size_t first, size_t end)
{
	int64_t sum = 0;

	for (; first < end; first++)
		sum += day[first];
	return sum;
}

/* The strongest of the windows that end with day `last`; the baseline ends
 * where `quiet` does, or before the window. */
static double
signal_at(const int64_t *day, size_t last, size_t quiet, struct alarm *to)
{
	double best = NAN;
	int k;

	for (k = 0; k < ALARM_WINDOWS; k++) {
		size_t w = (size_t)days_of[k], end, n;
		double p, phi;
		int64_t y, sum;

		if (last + 1 < w)
			break;
		end = last + 1 - w < quiet ? last + 1 - w : quiet;
		n = end < ALARM_BASELINE ? end : ALARM_BASELINE;
		if (n < ALARM_HISTORY)
			break;
		y = sum_of(day, last + 1 - w, last + 1);
		sum = sum_of(day, end - n, end);
		phi = alarm_overdispersion(day + end - n, n);
		p = alarm_tail(y, (double)w, sum, (double)n, phi) *
		    ALARM_WINDOWS;
		p = p > 1 ? 1 : p;
		if (!isnan(best) && (p >= best || y < ALARM_LEAST))
			continue;
		best = p;
		*to = (struct alarm){last, last, last, (int)w, y,
		    ((double)sum + .5) * (double)w / (double)n, p};
	}
	return best;
}

double
alarm_last(const int64_t *day, size_t days, struct alarm *to)
{
	memset(to, 0, sizeof(*to));
	return days == 0 ? NAN : signal_at(day, days - 1, days - 1, to);
}

/* Makes room by forgetting the oldest. */
static struct alarm *
next_alarm(struct alarm *to, size_t *count, size_t most)
{
	if (*count == most) {
		memmove(to, to + 1, (most - 1) * sizeof(*to));
		(*count)--;
	}
	return &to[(*count)++];
}

size_t
alarm_scan(const int64_t *day, size_t days, struct alarm *to, size_t most)
{
	struct alarm now, *open = NULL;
	size_t count = 0, last, quiet = days, before = days;

	for (last = 0; most > 0 && last < days; last++) {
		double p = signal_at(day, last, open != NULL ? quiet : days,
		    &now);

		if (isnan(p) || p >= ALARM_LEVEL ||
		    now.count < ALARM_LEAST) {
			open = NULL;
			continue;
		}
		now.first = last + 1 - (size_t)now.window;
		now.peak = last;
		/* On days of the one before, it is the same one. */
		if (open == NULL && count > 0 && now.first <=
		    to[count - 1].last) {
			open = &to[count - 1];
			quiet = before;
		}
		if (open == NULL) {
			before = quiet = now.first;
			open = next_alarm(to, &count, most);
			*open = now;
			continue;
		}
		open->last = last;
		if (now.p < open->p) {
			now.first = open->first;
			*open = now;
		}
	}
	return count;
}

double
alarm_smooth(double before, double value, double lambda)
{
	return lambda * value + (1 - lambda) * before;
}

static double
stable(int64_t y)
{
	return 2 * sqrt((double)y + ANSCOMBE);
}

static double
counts_of(double z)
{
	double y = z * z / 4 - ANSCOMBE;

	return y > 0 ? y : 0;
}

void
alarm_drift(const int64_t *day, size_t days, struct alarm_drift *to)
{
	double sum = 0, squares = 0, mean, deviation, ewma, half;
	size_t i, first, end;

	memset(to, 0, sizeof(*to));
	if (days < DRIFT_BASELINE + DRIFT_RECENT)
		return;
	end = days - DRIFT_RECENT;
	first = end - DRIFT_BASELINE;
	for (i = first; i < end; i++) {
		sum += stable(day[i]);
		squares += stable(day[i]) * stable(day[i]);
	}
	mean = sum / DRIFT_BASELINE;
	deviation = (squares - sum * mean) / (DRIFT_BASELINE - 1);
	/* 2 sqrt(y + 3/8) has a variance of about one; a quiet baseline is
	 * no licence to call every review a drift. */
	deviation = deviation > 1 ? sqrt(deviation) : 1;
	for (ewma = mean, i = end; i < days; i++)
		ewma = alarm_smooth(ewma, stable(day[i]), LAMBDA);
	half = WIDTH * deviation * sqrt(LAMBDA / (2 - LAMBDA));
	*to = (struct alarm_drift){true, counts_of(ewma), counts_of(mean),
	    counts_of(mean - half), counts_of(mean + half),
	    ewma > mean + half, ewma < mean - half};
}
