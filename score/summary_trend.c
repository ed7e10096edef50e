/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_trend.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "calendar.h"
#include "distribution.h"

enum { SCALE = 10000, MONTH_LENGTH = 7 };

struct sums { double n, x, y, xx, xy, yy; };

static struct sums
sums_of(const struct trend_point *p, size_t count)
{
	struct sums s = {0};
	size_t i;

	for (i = 0; i < count; i++) {
		s.n += p[i].n;
		s.x += p[i].n * p[i].x;
		s.xx += p[i].n * p[i].x * p[i].x;
		s.y += p[i].sum;
		s.xy += p[i].sum * p[i].x;
		s.yy += p[i].squares;
	}
	return s;
}

struct estimate
trend_slope(const struct trend_point *p, size_t count, double *two_sided)
{
	struct sums s = sums_of(p, count);
	double spread = s.xx - s.x * s.x / s.n, slope, left, error, half;
	struct estimate e = {.n = (int64_t)s.n, .method = "slope"};

	*two_sided = NAN;
	if (count < 2 || s.n < 3 || !(spread > 0))
		return e;
	slope = (s.xy - s.x * s.y / s.n) / spread;
	left = s.yy - s.y * s.y / s.n - slope * slope * spread;
	e.value = slope;
	e.known = true;
	if (!(left > 0))
		return e;
	error = sqrt(left / (s.n - 2) / spread);
	half = distribution_t_quantile(.975, s.n - 2) * error;
	e.low = slope - half;
	e.high = slope + half;
	e.bounded = true;
	*two_sided = distribution_t_both_tails(slope / error, s.n - 2);
	return e;
}

double
trend_chi(const struct trend_point *p, size_t count)
{
	struct sums s = sums_of(p, count);
	double share = s.y / s.n, t = s.xy - share * s.x;
	double variance = share * (1 - share) * (s.xx - s.x * s.x / s.n);

	return variance > 0 ? t * t / variance : NAN;
}

/* Months since year 0; -1 where a label is no month. */
static int
month_number(const char *label)
{
	int i, year = 0, month = 0;

	if (strlen(label) != MONTH_LENGTH || label[4] != '-')
		return -1;
	for (i = 0; i < MONTH_LENGTH; i++) {
		if (i == 4)
			continue;
		if (label[i] < '0' || label[i] > '9')
			return -1;
		if (i < 4)
			year = year * 10 + (label[i] - '0');
		else
			month = month * 10 + (label[i] - '0');
	}
	return year * 12 + month - 1;
}

/* The month of a day, or of the end of time. */
static int
month_of(const char *day)
{
	char label[MONTH_LENGTH + 1] = "";
	int month;

	if (day != NULL)
		strncat(label, day, MONTH_LENGTH);
	month = month_number(label);
	return month < 0 ? INT_MAX : month;
}

void
summary_trend(struct summary_brand *b, const char *as_of)
{
	struct trend_point stars[TREND_MONTHS], negative[TREND_MONTHS];
	struct summary_trend *t = &b->trend;
	int last = -1, month, end = month_of(as_of);
	size_t i;

	for (i = 0; i < b->month_count; i++) {
		month = month_number(b->month[i].label);
		if (month > last && month <= end)
			last = month;
	}
	for (i = 0; i < b->month_count; i++) {
		const struct summary_part *p = &b->month[i];

		month = month_number(p->label);
		if (month < 0 || month > last || month <= last - TREND_MONTHS ||
		    t->months == TREND_MONTHS)
			continue;
		stars[t->months] = (struct trend_point){month - last,
		    (double)p->rated, (double)p->star_sum / SCALE,
		    (double)p->star_squares / SCALE / SCALE};
		negative[t->months++] = (struct trend_point){month - last,
		    (double)p->scored, (double)p->negative,
		    (double)p->negative};
		t->first = t->first == NULL ? p->label : t->first;
		t->last = p->label;
	}
	t->stars_p = t->negative_p = NAN;
	if (t->months < TREND_LEAST)
		return;
	t->stars = trend_slope(stars, t->months, &t->stars_p);
	t->negative = trend_slope(negative, t->months, &t->negative_p);
	t->negative_p = distribution_chi_tail(trend_chi(negative, t->months),
	    1);
}

/* Days of a month from year 0, up to the day `last` with it. */
static int
days_of(int month, int64_t last)
{
	int64_t first = calendar_day_number(month / 12, month % 12 + 1, 1);
	int64_t end = calendar_day_number((month + 1) / 12, (month + 1) % 12 +
	    1, 1);

	if (end > last + 1)
		end = last + 1;
	return end > first ? (int)(end - first) : 0;
}

void
summary_month_rates(struct summary_brand *b, const char *as_of)
{
	struct calendar_date d;
	int64_t last = INT64_MAX - 1;
	size_t i;

	if (as_of != NULL && calendar_read(text_of(as_of), &d) &&
	    d.precision >= CALENDAR_DAY)
		last = calendar_day_number(d.year, d.month, d.day);
	for (i = 0; i < b->month_count; i++) {
		struct summary_part *p = &b->month[i];
		int month = month_number(p->label);

		if (month < 0)
			continue;
		p->days = days_of(month, last);
		p->complaint_rate = statistics_rate(p->complaints, p->days);
	}
}
