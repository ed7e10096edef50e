/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_compare.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "contrast.h"
#include "survival.h"

enum { SCALE = 10000 };
static const double LEVEL = 0.05;	/* of false discoveries */

const char *
summary_verdict_words(enum summary_verdict verdict)
{
	static const char *const words[] = {
		[SUMMARY_TOO_FEW] = "too few reviews",
		[SUMMARY_NO_CLEAR_DIFFERENCE] = "no clear difference",
		[SUMMARY_OWN_AHEAD] = "own brand ahead",
		[SUMMARY_COMPETITOR_AHEAD] = "competitor ahead",
	};

	return words[verdict];
}

static int64_t
fewer(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static void
describe(struct summary_difference *d, enum summary_measure measure,
	const struct summary_part *own, const struct summary_part *other,
	struct estimate e, double p)
{
	double value, variance, other_variance;
	int64_t n = summary_moments(own, measure, &value, &variance);
	int64_t m = summary_moments(other, measure, &value, &other_variance);

	*d = (struct summary_difference){.estimate = e, .p = p, .q = NAN,
	    .least = fewer(n, m), .own_n = n, .other_n = m,
	    .good = measure == SUMMARY_NEGATIVE ? -1 : 1};
	d->needed = contrast_needed(e.value, variance, other_variance);
}

/* Who answers sooner, by the day, in the sources that show replies. */
static void
compare_waits(struct summary_comparison *k, const struct summary_brand *own,
	const struct summary_brand *other)
{
	struct survival_contrast w = survival_compare(own->waits,
	    own->waits_count, other->waits, other->waits_count);
	int64_t n = own->waits_count == 0 ? 0 : own->answers[0].reviews;
	int64_t m = other->waits_count == 0 ? 0 : other->answers[0].reviews;

	k->reply_speed = (struct summary_difference){.estimate = w.logarithm,
	    .p = w.p, .q = NAN, .good = 1, .least = fewer(n, m), .own_n = n,
	    .other_n = m};
	k->reply_ratio = w.ratio;
}

static void
compare_parts(struct summary_comparison *k,
	const struct summary_brand *own_brand)
{
	const struct summary_part *own = &own_brand->total;
	const struct summary_part *other = &k->competitor->total;
	int64_t net[3] = {own->positive, own->neutral, own->negative};
	int64_t other_net[3] = {other->positive, other->neutral,
	    other->negative};

	describe(&k->mean_stars, SUMMARY_MEAN_STARS, own, other,
	    statistics_mean_difference(own->rated, own->star_sum,
	    own->star_squares, other->rated, other->star_sum,
	    other->star_squares, SCALE), contrast_mean_p(own->rated,
	    own->star_sum, own->star_squares, other->rated, other->star_sum,
	    other->star_squares, SCALE));
	describe(&k->positive_share, SUMMARY_POSITIVE, own, other,
	    statistics_share_difference(own->positive, own->scored,
	    other->positive, other->scored), contrast_share_p(own->positive,
	    own->scored, other->positive, other->scored));
	describe(&k->negative_share, SUMMARY_NEGATIVE, own, other,
	    statistics_share_difference(own->negative, own->scored,
	    other->negative, other->scored), contrast_share_p(own->negative,
	    own->scored, other->negative, other->scored));
	describe(&k->net_sentiment, SUMMARY_NET, own, other,
	    statistics_net_difference(net, other_net),
	    contrast_net_p(net, other_net));
	compare_waits(k, own_brand, k->competitor);
	k->superiority = contrast_superiority(own->star, other->star,
	    &k->superiority_p);
}

static struct summary_part
part_of(const struct summary_aspect *a)
{
	return (struct summary_part){.positive = a->positive,
	    .neutral = a->neutral, .negative = a->negative,
	    .scored = a->positive + a->neutral + a->negative};
}

/* The positive shares of what both sides speak of. */
static struct summary_difference *
compare_aspects(struct summary *s, const struct summary_aspect *own,
	size_t own_count, const struct summary_aspect *other,
	size_t other_count, size_t *count)
{
	struct summary_difference *to = arena_take(&s->arena,
	    (own_count + 1) * sizeof(*to));
	size_t i, k;

	*count = 0;
	for (i = 0; to != NULL && i < own_count; i++)
		for (k = 0; k < other_count; k++) {
			struct summary_part a = part_of(&own[i]);
			struct summary_part b = part_of(&other[k]);

			if (strcmp(own[i].name, other[k].name) != 0)
				continue;
			describe(&to[*count], SUMMARY_POSITIVE, &a, &b,
			    statistics_share_difference(a.positive, a.scored,
			    b.positive, b.scored), contrast_share_p(
			    a.positive, a.scored, b.positive, b.scored));
			to[(*count)++].name = own[i].name;
		}
	return to;
}

/* ---- all comparisons together ---- */

struct together {
	struct summary_difference **list;
	double *p;
	size_t count;
};

static void
gather(struct together *t, struct summary_difference *d, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++) {
		/* Too few are never tested. */
		if (d[i].least < SUMMARY_COMPARE)
			d[i].p = NAN;
		t->list[t->count] = &d[i];
		t->p[t->count++] = d[i].p;
	}
}

static struct summary_difference *
difference_of(struct summary_comparison *k, int measure)
{
	struct summary_difference *const of[SUMMARY_MEASURES] = {
	    &k->mean_stars, &k->positive_share, &k->negative_share,
	    &k->net_sentiment};

	return of[measure];
}

static void
gather_all(struct together *t, struct summary_comparison *k)
{
	int i;

	for (i = 0; i < SUMMARY_MEASURES; i++) {
		gather(t, difference_of(k, i), 1);
		gather(t, &k->standard[i].difference, 1);
	}
	gather(t, &k->reply_speed, 1);
	gather(t, k->aspect, k->aspect_count);
	gather(t, k->stage, k->stage_count);
}

/* No winner while the interval holds zero, none below the least n, and none
 * that so many comparisons would show by chance. */
static void
judge(struct summary_difference *d)
{
	struct estimate *e = &d->estimate;

	if (d->least < SUMMARY_COMPARE) {
		d->verdict = SUMMARY_TOO_FEW;
		e->known = e->bounded = false;	/* nobody shall quote it */
		d->needed = 0;
	} else if (!e->bounded || (e->low <= 0 && e->high >= 0) ||
	    !(d->q <= LEVEL)) {
		d->verdict = SUMMARY_NO_CLEAR_DIFFERENCE;
	} else {
		d->verdict = (e->value > 0) == (d->good > 0) ?
		    SUMMARY_OWN_AHEAD : SUMMARY_COMPETITOR_AHEAD;
		d->needed = 0;
	}
}

static void
warn_of_mix(struct summary_comparison *k)
{
	int i;

	for (i = 0; i < SUMMARY_MEASURES; i++) {
		const struct estimate *crude = &difference_of(k, i)->estimate;
		struct summary_standard *s = &k->standard[i];
		const struct estimate *e = &s->difference.estimate;

		s->turns = crude->known && e->known &&
		    crude->value * e->value < 0;
	}
}

static int
judge_together(struct summary *s)
{
	struct together t = {0};
	size_t most = 1, i, k;

	for (i = 0; i < s->comparison_count; i++)
		most += 2 * SUMMARY_MEASURES + 1 +
		    s->comparison[i].aspect_count +
		    s->comparison[i].stage_count;
	t.list = arena_take(&s->arena, most * sizeof(*t.list));
	t.p = arena_take(&s->arena, most * sizeof(*t.p));
	if (t.list == NULL || t.p == NULL)
		return -1;
	for (i = 0; i < s->comparison_count; i++)
		gather_all(&t, &s->comparison[i]);
	if (!contrast_adjust(t.p, t.count))
		return -1;
	for (k = 0; k < t.count; k++) {
		t.list[k]->q = t.p[k];
		s->comparisons_made += !isnan(t.p[k]);
		judge(t.list[k]);
	}
	for (i = 0; i < s->comparison_count; i++)
		warn_of_mix(&s->comparison[i]);
	return 0;
}

static int
compare_with(struct summary *s, const struct summary_brand *own,
	const struct summary_brand *other)
{
	struct summary_comparison *k =
	    &s->comparison[s->comparison_count++];

	k->competitor = other;
	compare_parts(k, own);
	k->aspect = compare_aspects(s, own->aspect, own->aspect_count,
	    other->aspect, other->aspect_count, &k->aspect_count);
	k->stage = compare_aspects(s, own->stage, own->stage_count,
	    other->stage, other->stage_count, &k->stage_count);
	if (k->aspect == NULL || k->stage == NULL ||
	    summary_mix(s, own, k) < 0)
		return -1;
	return 0;
}

int
summary_compare(struct summary *s, struct complaint *c)
{
	const struct summary_brand *own = NULL;
	size_t i;

	for (i = 0; i < s->brand_count; i++)
		if (s->brand[i].own)
			own = &s->brand[i];
	if (own == NULL || s->brand_count < 2)
		return 0;
	s->comparison = arena_take(&s->arena, s->brand_count *
	    sizeof(*s->comparison));
	if (s->comparison == NULL)
		return complain(c, ENOMEM, "summary");
	for (i = 0; i < s->brand_count; i++)
		if (!s->brand[i].own && compare_with(s, own,
		    &s->brand[i]) < 0)
			return complain(c, ENOMEM, "summary");
	return judge_together(s) < 0 ? complain(c, ENOMEM, "summary") : 0;
}
