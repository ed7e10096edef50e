/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_answers.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "map_cells.h"
#include "summary_making.h"
#include "survival.h"
#include "tally.h"

enum {
	HALF_HOUR = 30, HOUR = 60, DAY = 24 * 60, WEEK = 7 * DAY,
	UNITS = 2,			/* by the day, by the minute */
};

/* The times of one source, by the day and by the minute. */
struct times {
	const char *source;
	struct survival_time *time[UNITS];
	size_t count[UNITS];
	int64_t unknown;		/* answered at a minute not known */
	bool shows;			/* replies, as far as one knows */
};

struct watched {
	struct making *m;
	struct summary_brand *brand;
	struct times *times;
	size_t count;
};

bool
summary_answers_row(const struct text *f, size_t fields)
{
	return text_is(f[0], "rt") && fields == 6;
}

static struct times *
times_of(struct watched *w, struct text source)
{
	struct text name = tally_field(source, &w->m->room);
	struct times *t;
	size_t i;

	if (text_is_absent(name))
		name = text_of("unknown");
	for (i = 0; i < w->count; i++)
		if (text_is(name, w->times[i].source))
			return &w->times[i];
	t = making_grown(w->m, w->times, w->count, sizeof(*t));
	if (t == NULL)
		return NULL;
	w->times = t;
	t = &t[w->count++];
	*t = (struct times){.source = arena_copy(&w->m->s->arena, name.bytes,
	    name.length)};
	t->shows = making_shows_replies(w->m, source);
	return t->source == NULL ? NULL : t;
}

static int
add_time(struct making *m, struct survival_time **list, size_t *count,
	struct survival_time new)
{
	struct survival_time *t;
	size_t i;

	for (i = *count; i > 0; i--)
		if ((*list)[i - 1].time == new.time) {
			(*list)[i - 1].ended += new.ended;
			(*list)[i - 1].censored += new.censored;
			return 0;
		}
	t = making_grown(m, *list, *count, sizeof(*t));
	if (t == NULL)
		return -1;
	*list = t;
	t[(*count)++] = new;
	return 0;
}

/* rt|brand|source|m or d|minutes or u|e or c */
static int
one_row(void *context, struct text key, int64_t n)
{
	struct watched *w = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	bool ended, minutes;
	struct times *t;

	if (!summary_answers_row(f, fields) || n <= 0 ||
	    making_known_brand(w->m, f[1]) != w->brand)
		return 0;
	t = times_of(w, f[2]);
	if (t == NULL)
		return -1;
	minutes = text_is(f[3], "m");
	ended = text_is(f[5], "e");
	if (text_is(f[4], "u"))
		t->unknown += n;
	if (!making_digits(f[4]))
		return 0;
	return add_time(w->m, &t->time[minutes], &t->count[minutes],
	    (struct survival_time){making_number(f[4]), ended ? n : 0,
	    ended ? 0 : n});
}

static int
compare_times(const void *a, const void *b)
{
	const struct survival_time *x = a, *y = b;

	return (x->time > y->time) - (x->time < y->time);
}

static int64_t
watched_of(const struct survival_time *t, size_t count)
{
	int64_t n = 0;
	size_t i;

	for (i = 0; i < count; i++)
		n += t[i].ended + t[i].censored;
	return n;
}

static void
estimate(struct summary_answers *a, struct times *t)
{
	struct survival_median m;
	int unit;

	for (unit = 0; unit < UNITS; unit++)
		if (t->count[unit] > 1)
			qsort(t->time[unit], t->count[unit],
			    sizeof(*t->time[unit]), compare_times);
	a->source = t->source;
	a->replies_seen = t->shows;
	a->reviews = watched_of(t->time[0], t->count[0]);
	a->by_minute_reviews = t->unknown > 0 ? 0 :
	    watched_of(t->time[1], t->count[1]);
	a->by_minute = t->unknown == 0 && t->count[1] > 0 &&
	    watched_of(t->time[1], t->count[1]) == a->reviews;
	unit = a->by_minute;
	if (t->unknown == 0) {
		a->half_hour = survival_share(t->time[1], t->count[1],
		    HALF_HOUR);
		a->hour = survival_share(t->time[1], t->count[1], HOUR);
	}
	a->day = survival_share(t->time[unit], t->count[unit], DAY);
	a->week = survival_share(t->time[unit], t->count[unit], WEEK);
	m = survival_median(t->time[unit], t->count[unit]);
	a->median = m.median;
	a->median_low = m.low;
	a->median_high = m.high;
}

/* By the minute only sources count whose replies all have one. */
static int
add_all(struct making *m, struct times *all, const struct times *t)
{
	int unit;
	size_t i;

	for (unit = 0; unit < UNITS; unit++) {
		if (unit == 1 && t->unknown > 0)
			continue;
		for (i = 0; i < t->count[unit]; i++)
			if (add_time(m, &all->time[unit], &all->count[unit],
			    t->time[unit][i]) < 0)
				return -1;
	}
	return 0;
}

static int
compare_sources(const void *a, const void *b)
{
	const struct summary_answers *x = a, *y = b;

	return strcmp(x->source, y->source);
}

static int
answers_of(struct making *m, struct tally *tally, struct summary_brand *b)
{
	struct watched w = {.m = m, .brand = b};
	struct times all = {0};
	size_t i;

	if (tally_each_of(tally, "rt|", one_row, &w) != 0)
		return -1;
	if (w.count == 0)
		return 0;
	b->answers = arena_take(&m->s->arena, (w.count + 1) *
	    sizeof(*b->answers));
	if (b->answers == NULL)
		return -1;
	for (i = 0; i < w.count; i++)
		if ((w.times[i].shows || m->answering_count == 0) &&
		    add_all(m, &all, &w.times[i]) < 0)
			return -1;
	estimate(&b->answers[0], &all);
	b->answers[0].replies_seen = m->answering_count > 0;
	b->waits = all.time[0];
	b->waits_count = m->answering_count > 0 ? all.count[0] : 0;
	for (i = 0; i < w.count; i++)
		estimate(&b->answers[i + 1], &w.times[i]);
	b->answers_count = w.count + 1;
	if (w.count > 1)
		qsort(&b->answers[1], w.count, sizeof(*b->answers),
		    compare_sources);
	return 0;
}

int
summary_answers(struct making *m, struct tally *tally)
{
	size_t i;

	for (i = 0; i < m->s->brand_count; i++)
		if (answers_of(m, tally, &m->s->brand[i]) < 0)
			return complain(m->c, ENOMEM, "summary");
	return 0;
}
