/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_days.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alarm.h"
#include "calendar.h"
#include "contrast.h"
#include "summary_making.h"
#include "tally.h"

enum {
	DAYS_MAX = 3653,		/* of a series: ten years */
	RECENT = 28,			/* days before the last ones */
	NOW = 7,			/* days: an alarm that ended before
					   them is over */
	Q_PERCENT = 5,
};

/* A brand and source (NULL: all its sources) by day. */
struct series {
	struct summary_brand *brand;
	const char *source;
	int64_t *complaint, *review;	/* DAYS_MAX, the last is as of */
	int64_t *star;			/* 5 of each day; of all sources */
	size_t first;			/* day of the first review */
	double p[2];			/* of the last days: complaints, and
					   reviews where of all sources */
};

struct days {
	struct making *m;
	int64_t today;			/* day number */
	struct series *series;
	size_t count;
};

bool
summary_days_row(const struct text *f, size_t fields)
{
	return text_is(f[0], "d") && fields == 6;
}

static struct series *
series_of(struct days *d, struct summary_brand *b, const char *source)
{
	struct arena *a = &d->m->s->arena;
	struct series *s;
	size_t i;

	for (i = 0; i < d->count; i++) {
		s = &d->series[i];
		if (s->brand == b && (source == NULL ? s->source == NULL :
		    s->source != NULL && strcmp(s->source, source) == 0))
			return s;
	}
	s = making_grown(d->m, d->series, d->count, sizeof(*s));
	if (s == NULL)
		return NULL;
	d->series = s;
	s = &s[d->count++];
	*s = (struct series){.brand = b, .source = source == NULL ? NULL :
	    arena_string(a, source), .first = DAYS_MAX, .p = {NAN, NAN}};
	s->complaint = arena_take(a, DAYS_MAX * sizeof(*s->complaint));
	s->review = arena_take(a, DAYS_MAX * sizeof(*s->review));
	s->star = source != NULL ? NULL : arena_take(a, DAYS_MAX * 5 *
	    sizeof(*s->star));
	return s->complaint == NULL || s->review == NULL || (source == NULL &&
	    s->star == NULL) || (source != NULL && s->source == NULL) ?
	    NULL : s;
}

static void
count(struct series *s, size_t at, int star, bool complaint, int64_t n)
{
	s->review[at] += n;
	s->complaint[at] += complaint ? n : 0;
	if (star > 0 && s->star != NULL)
		s->star[at * 5 + (size_t)star - 1] += n;
	if (at < s->first)
		s->first = at;
}

/* d|brand|source|day|stars|class */
static int
one_row(void *context, struct text key, int64_t n)
{
	struct days *d = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	struct calendar_date date;
	struct summary_brand *b;
	struct series *s;
	const char *source;
	int64_t age;
	int star;

	if (!summary_days_row(f, fields) || n <= 0 ||
	    !calendar_read(f[3], &date) || date.precision < CALENDAR_DAY ||
	    (b = making_known_brand(d->m, f[1])) == NULL)
		return 0;
	age = d->today - calendar_day_number(date.year, date.month, date.day);
	if (age < 0 || age >= DAYS_MAX)
		return 0;
	star = f[4].length == 1 && f[4].bytes[0] >= '1' &&
	    f[4].bytes[0] <= '5' ? f[4].bytes[0] - '0' : 0;
	source = text_is(f[2], "-") ? "unknown" : making_kept(d->m, f[2]);
	if (source == NULL)
		return -1;
	for (int all = 0; all < 2; all++) {
		s = series_of(d, b, all ? NULL : source);
		if (s == NULL)
			return -1;
		count(s, (size_t)(DAYS_MAX - 1 - age), star, (star > 0 &&
		    star <= 2) || (text_is(f[5], "neg") && star < 4), n);
	}
	return 0;
}

static const char *
day_name(struct days *d, size_t at)
{
	char text[CALENDAR_TEXT];
	int year, month, day;

	calendar_from_day_number(d->today - (DAYS_MAX - 1) + (int64_t)at,
	    &year, &month, &day);
	snprintf(text, sizeof(text), "%04d-%02d-%02d", year, month, day);
	return arena_string(&d->m->s->arena, text);
}

/* The brand's stars by whole stars, with and without the days of an alarm;
 * reviews without a day count in both. */
static void
weigh_without(struct days *d, struct summary_alert *a,
	const struct series *s, const struct alarm *k)
{
	int64_t with[5], without[5];
	struct series *all = series_of(d, s->brand, NULL);
	size_t at;
	int i;

	memcpy(with, s->brand->total.star, sizeof(with));
	memcpy(without, with, sizeof(with));
	for (at = k->first; all != NULL && at <= k->last; at++)
		for (i = 0; i < 5; i++)
			without[i] -= all->star[at * 5 + (size_t)i];
	a->with = statistics_whole_stars(with);
	a->without = statistics_whole_stars(without);
}

static int
add_alert(struct days *d, const struct series *s, bool reviews,
	const struct alarm *found)
{
	const char *what = reviews ? "reviews" : "complaints";
	struct summary *u = d->m->s;
	struct summary_alert *a = making_grown(d->m, u->alert,
	    u->alert_count, sizeof(*a));
	struct alarm k = *found;

	if (a == NULL)
		return -1;
	k.first += s->first;
	k.last += s->first;
	k.peak += s->first;
	u->alert = a;
	a = &a[u->alert_count++];
	*a = (struct summary_alert){.brand = s->brand->name,
	    .source = s->source, .what = what, .first = day_name(d, k.first),
	    .last = day_name(d, k.last), .window = k.window,
	    .peak = day_name(d, k.peak),
	    .count = k.count, .expected = k.expected, .p = k.p, .q = NAN};
	weigh_without(d, a, s, &k);
	/* Over, or still on: then its q is that of the last day's series. */
	if (k.last + NOW >= DAYS_MAX) {
		a->q = s->p[reviews];
		a->now = s->p[reviews] <= Q_PERCENT / 100.0;
	}
	return a->first == NULL || a->last == NULL || a->peak == NULL ? -1 :
	    0;
}

static int
scan(struct days *d, const struct series *s, bool reviews)
{
	const int64_t *day = reviews ? s->review : s->complaint;
	struct alarm found[SUMMARY_ALERTS];
	size_t count = alarm_scan(day + s->first, DAYS_MAX - s->first, found,
	    SUMMARY_ALERTS), i;

	for (i = 0; i < count; i++)
		if (add_alert(d, s, reviews, &found[i]) < 0)
			return -1;
	return 0;
}

/* The least p of the last days; the best of so many costs as many chances. */
static double
last_chance(const struct series *s, const int64_t *day)
{
	struct alarm ignored;
	double best = NAN;
	size_t back;

	for (back = 0; back < NOW && s->first + back < DAYS_MAX; back++) {
		double now = NOW * alarm_last(day + s->first, DAYS_MAX -
		    s->first - back, &ignored);

		now = now > 1 ? 1 : now;
		if (!isnan(now) && !(best <= now))
			best = now;
	}
	return best;
}

/* Adjusted over the series: complaints of brands and sources, reviews of
 * brands. */
static int
judge_last(struct days *d)
{
	double *p = arena_take(&d->m->s->arena, (2 * d->count + 1) *
	    sizeof(*p));
	size_t i;

	for (i = 0; p != NULL && i < d->count; i++) {
		const struct series *s = &d->series[i];

		p[2 * i] = last_chance(s, s->complaint);
		p[2 * i + 1] = s->source != NULL ? NAN :
		    last_chance(s, s->review);
	}
	if (p == NULL || !contrast_adjust(p, 2 * d->count))
		return -1;
	for (i = 0; i < d->count; i++) {
		d->series[i].p[0] = p[2 * i];
		d->series[i].p[1] = p[2 * i + 1];
	}
	return 0;
}

static int
compare_alerts(const void *a, const void *b)
{
	const struct summary_alert *x = a, *y = b;
	int order = strcmp(y->last, x->last);

	if (x->now != y->now)
		return x->now ? -1 : 1;
	if (order == 0)
		order = strcmp(x->brand, y->brand);
	if (order == 0)
		order = strcmp(x->what, y->what);
	if (order == 0)
		order = strcmp(x->source == NULL ? "" : x->source,
		    y->source == NULL ? "" : y->source);
	return order != 0 ? order : strcmp(y->first, x->first);
}

/* The last days, for what is new. */
static void
look_at_recent(const struct series *s)
{
	struct summary_recent *r = &s->brand->recent;
	int64_t star[5] = {0}, usual = 0;
	size_t at, i;

	for (at = DAYS_MAX - NOW - RECENT; at < DAYS_MAX; at++) {
		if (at < DAYS_MAX - NOW) {
			r->usual_reviews += (double)s->review[at] * NOW /
			    RECENT;
			r->usual_complaints += (double)s->complaint[at] *
			    NOW / RECENT;
			usual += s->complaint[at];
			continue;
		}
		r->reviews += s->review[at];
		r->complaints += s->complaint[at];
		for (i = 0; i < 5; i++)
			star[i] += s->star[at * 5 + i];
	}
	r->stars = statistics_whole_stars(star);
	r->rate = statistics_rate(r->complaints, NOW);
	r->usual_rate = statistics_rate(usual, RECENT);
	r->ratio = statistics_rate_ratio(r->complaints, NOW, usual, RECENT,
	    &r->ratio_p);
}

static int
find_alarms(struct days *d)
{
	struct summary *u = d->m->s;
	size_t i;

	if (judge_last(d) < 0)
		return -1;
	for (i = 0; i < d->count; i++) {
		const struct series *s = &d->series[i];
		struct alarm_drift k;

		if (scan(d, s, false) < 0 || (s->source == NULL &&
		    scan(d, s, true) < 0))
			return -1;
		if (s->source != NULL)
			continue;
		look_at_recent(s);
		alarm_drift(s->complaint + s->first, DAYS_MAX - s->first, &k);
		s->brand->drift = (struct summary_drift){k.known, k.mean,
		    k.usual, k.low, k.high, k.above, k.below};
	}
	if (u->alert_count > 1)
		qsort(u->alert, u->alert_count, sizeof(*u->alert),
		    compare_alerts);
	return 0;
}

int
summary_days(struct making *m, struct tally *tally)
{
	struct days d = {.m = m};
	struct calendar_date today;

	if (m->s->as_of == NULL ||
	    !calendar_read(text_of(m->s->as_of), &today))
		return 0;
	d.today = calendar_day_number(today.year, today.month == 0 ? 12 :
	    today.month, today.day == 0 ? 28 : today.day);
	if (tally_each_of(tally, "d|", one_row, &d) != 0 || find_alarms(&d) < 0)
		return complain(m->c, ENOMEM, "summary");
	return 0;
}
