/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences, trends, changes, preferences and churn (details.h). */
#include "details.h"

#include <math.h>
#include <string.h>

#include "figures.h"
#include "since.h"

static void
put_string(const struct details_sink *k, const char *value)
{
	k->string(k->to, value);
}

static void
put_count(const struct details_sink *k, int64_t value)
{
	k->integer(k->to, true, value);
}

static void
put_real(const struct details_sink *k, bool known, double value)
{
	k->real(k->to, known && isfinite(value), value);
}

/* ---- differences ---- */

static int
put_difference(const struct details_sink *k, const char *own,
	const struct summary_comparison *of, const char *level,
	const char *name, const struct summary_difference *d,
	const struct estimate *e)
{
	k->begin(k->to, DETAILS_DIFFERENCES);
	put_string(k, own);
	put_string(k, of->competitor->name);
	put_string(k, level);
	put_string(k, name);
	k->estimate(k->to, e);
	put_string(k, summary_verdict_words(d->verdict));
	put_real(k, true, d->p);
	put_real(k, true, d->q);
	k->integer(k->to, d->needed > 0, d->needed);
	put_count(k, d->own_n);
	put_count(k, d->other_n);
	return k->end(k->to);
}

static int
put_named(const struct details_sink *k, const char *own,
	const struct summary_comparison *of, const char *level,
	const struct summary_difference *list, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (put_difference(k, own, of, level, list[i].name, &list[i],
		    &list[i].estimate) < 0)
			return -1;
	return 0;
}

/* How soon both answer is a ratio: 1 is no difference. */
static int
put_speed(const struct details_sink *k, const char *own,
	const struct summary_comparison *of)
{
	struct estimate e = of->reply_ratio;

	e.known = of->reply_speed.estimate.known;
	e.bounded = of->reply_speed.estimate.bounded;
	return put_difference(k, own, of, "total", "reply_speed",
	    &of->reply_speed, &e);
}

static int
put_comparison(const struct details_sink *k, const char *own,
	const struct summary_comparison *of)
{
	size_t i;

	for (i = 0; i < FIGURE_DIFFERENCES; i++) {
		const char *name =
		    figure_estimates[figure_differences[i]].name;
		const struct summary_difference *d = figure_difference(of, i);
		const struct summary_difference *same =
		    &of->standard[i].difference;

		if (put_difference(k, own, of, "total", name, d,
		    &d->estimate) < 0 || put_difference(k, own, of,
		    "same-mix", name, same, &same->estimate) < 0)
			return -1;
	}
	if (put_speed(k, own, of) < 0 || put_named(k, own, of, "aspect",
	    of->aspect, of->aspect_count) < 0)
		return -1;
	return put_named(k, own, of, "stage", of->stage, of->stage_count);
}

static int
put_differences(const struct details_sink *k, const struct summary *s,
	const struct summary_brand *b)
{
	size_t i;

	for (i = 0; b->own && i < s->comparison_count; i++)
		if (put_comparison(k, b->name, &s->comparison[i]) < 0)
			return -1;
	return 0;
}

/* ---- in time ---- */

static int
put_trend(const struct details_sink *k, const struct summary_brand *b)
{
	const struct summary_trend *t = &b->trend;
	const struct summary_drift *d = &b->drift;

	k->begin(k->to, DETAILS_TREND);
	put_string(k, b->name);
	put_count(k, (int64_t)t->months);
	put_string(k, t->first);
	put_string(k, t->last);
	k->estimate(k->to, &t->stars);
	put_real(k, t->stars.n > 0, t->stars_p);
	k->estimate(k->to, &t->negative);
	put_real(k, t->negative.n > 0, t->negative_p);
	put_real(k, d->known, d->mean);
	put_real(k, d->known, d->usual);
	put_real(k, d->known, d->low);
	put_real(k, d->known, d->high);
	put_string(k, !d->known ? NULL : d->above ? "up" : d->below ? "down" :
	    "none");
	return k->end(k->to);
}

static int
put_changes(const struct details_sink *k, const struct summary_brand *b)
{
	const struct summary_changes *c = &b->changes;
	const struct estimate none = {0};

	k->begin(k->to, DETAILS_CHANGES);
	put_string(k, b->name);
	put_count(k, c->edited);
	put_count(k, c->up);
	put_count(k, c->down);
	k->estimate(k->to, c->edited > 0 ? &c->unedited : &none);
	k->estimate(k->to, &c->replied);
	k->estimate(k->to, &c->unreplied);
	k->estimate(k->to, &c->effect);
	put_count(k, c->watched);
	put_count(k, c->vanished);
	k->estimate(k->to, c->vanished > 0 ? &c->unvanished : &none);
	return k->end(k->to);
}

static int
put_recent(const struct details_sink *k, const struct summary *s,
	const struct summary_brand *b)
{
	const struct summary_since *n = &b->since;
	const struct summary_recent *r = &b->recent;
	bool known = s->since != NULL;
	const int64_t count[] = {n->reviews, n->complaints, n->edited,
	    n->vanished, n->returned};
	const struct estimate none = {0}, *of[] = {&n->stars, &n->then,
	    &n->now};
	char since[SINCE_TEXT];
	size_t i;

	k->begin(k->to, DETAILS_RECENT);
	put_string(k, b->name);
	put_string(k, known ? since_text(s->since, since) : NULL);
	for (i = 0; i < sizeof(count) / sizeof(*count); i++)
		k->integer(k->to, known, count[i]);
	for (i = 0; i < sizeof(of) / sizeof(*of); i++)
		k->estimate(k->to, known ? of[i] : &none);
	put_count(k, r->reviews);
	put_real(k, true, r->usual_reviews);
	put_count(k, r->complaints);
	put_real(k, true, r->usual_complaints);
	put_real(k, r->ratio.known, r->ratio.value);
	put_real(k, r->ratio.known, r->ratio.low);
	put_real(k, r->ratio.known, r->ratio.high);
	put_real(k, r->ratio.known, r->ratio_p);
	return k->end(k->to);
}

/* ---- preferences, customers ---- */

static int
put_versus(const struct details_sink *k, const struct summary_brand *b)
{
	size_t i;

	for (i = 0; i < b->versus_count; i++) {
		const struct summary_versus *v = &b->versus[i];

		k->begin(k->to, DETAILS_HEAD_TO_HEAD);
		put_string(k, b->name);
		put_string(k, v->other);
		put_string(k, v->aspect);
		put_count(k, v->preferred);
		put_count(k, v->against);
		k->estimate(k->to, &v->share);
		if (k->end(k->to) < 0)
			return -1;
	}
	return 0;
}

static int
put_churn(const struct details_sink *k, const struct summary_brand *b)
{
	size_t i;

	for (i = 0; i < b->churn_count; i++) {
		const struct summary_churn *c = &b->churn[i];

		k->begin(k->to, DETAILS_CHURN);
		put_string(k, b->name);
		put_string(k, c->period);
		put_count(k, c->customers);
		put_count(k, c->lost);
		k->estimate(k->to, &c->share);
		if (k->end(k->to) < 0)
			return -1;
	}
	return 0;
}

int
details_change_write(const struct details_sink *k, enum details_table table,
	const struct summary *s, const struct summary_brand *b)
{
	switch (table) {
	case DETAILS_DIFFERENCES: return put_differences(k, s, b);
	case DETAILS_TREND: return put_trend(k, b);
	case DETAILS_CHANGES: return put_changes(k, b);
	case DETAILS_RECENT: return put_recent(k, s, b);
	case DETAILS_HEAD_TO_HEAD: return put_versus(k, b);
	default: return put_churn(k, b);
	}
}
