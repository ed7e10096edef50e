/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_figures.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { STARS_SCALE = 10000 };

static void
estimate_part(struct summary_part *p)
{
	p->scored = p->positive + p->neutral + p->negative;
	p->mean_stars = statistics_mean(p->rated, p->star_sum,
	    p->star_squares, STARS_SCALE, p->star);
	p->positive_share = statistics_share(p->positive, p->scored);
	p->neutral_share = statistics_share(p->neutral, p->scored);
	p->negative_share = statistics_share(p->negative, p->scored);
	p->net_sentiment = statistics_net(p->positive, p->neutral,
	    p->negative);
	p->nps = statistics_net(p->promoters, p->passives, p->detractors);
}

static int
compare_labels(const void *a, const void *b)
{
	const struct summary_part *x = a, *y = b;

	return strcmp(x->label, y->label);
}

static void
estimate_parts(struct summary_part *part, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		estimate_part(&part[i]);
	if (count > 1)
		qsort(part, count, sizeof(*part), compare_labels);
}

/* Share of voice: of what the public wrote where anybody may write, so that
 * neither one's own site nor one's own survey is counted. */
static int64_t
public_reviews(const struct summary_brand *b)
{
	int64_t n = 0;
	size_t i;

	for (i = 0; i < b->source_count; i++) {
		const char *kind = b->source[i].kind;

		if (kind == NULL || (strcmp(kind, "survey") != 0 &&
		    strcmp(kind, "own-site") != 0))
			n += b->source[i].reviews;
	}
	return n;
}

static void
estimate_voices(struct summary *s)
{
	int64_t all = 0;
	size_t i;

	for (i = 0; i < s->brand_count; i++)
		all += public_reviews(&s->brand[i]);
	for (i = 0; i < s->brand_count; i++)
		s->brand[i].total.share_of_voice = statistics_voice(
		    public_reviews(&s->brand[i]), all, s->brand_count);
}

/* No winner while the interval holds zero, and none below the least n.
 * `good` says which way is better. */
static void
judge(struct summary_difference *d, int64_t n, int64_t other, int good)
{
	struct estimate *e = &d->estimate;

	if (n < SUMMARY_COMPARE || other < SUMMARY_COMPARE) {
		d->verdict = SUMMARY_TOO_FEW;
		e->known = e->bounded = false;	/* nobody shall quote it */
	} else if (!e->bounded || (e->low <= 0 && e->high >= 0))
		d->verdict = SUMMARY_NO_CLEAR_DIFFERENCE;
	else
		d->verdict = (e->value > 0) == (good > 0) ?
		    SUMMARY_OWN_AHEAD : SUMMARY_COMPETITOR_AHEAD;
}

static void
compare_parts(struct summary_comparison *k, const struct summary_part *own,
	const struct summary_part *other)
{
	int64_t net[3] = {own->positive, own->neutral, own->negative};
	int64_t other_net[3] = {other->positive, other->neutral,
	    other->negative};

	k->mean_stars.estimate = statistics_mean_difference(own->rated,
	    own->star_sum, own->star_squares, other->rated, other->star_sum,
	    other->star_squares, STARS_SCALE);
	judge(&k->mean_stars, own->rated, other->rated, 1);
	k->positive_share.estimate = statistics_share_difference(
	    own->positive, own->scored, other->positive, other->scored);
	judge(&k->positive_share, own->scored, other->scored, 1);
	k->negative_share.estimate = statistics_share_difference(
	    own->negative, own->scored, other->negative, other->scored);
	judge(&k->negative_share, own->scored, other->scored, -1);
	k->net_sentiment.estimate = statistics_net_difference(net, other_net);
	judge(&k->net_sentiment, own->scored, other->scored, 1);
}

static int
compare_brands(struct summary *s, struct complaint *c)
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
	for (i = 0; i < s->brand_count; i++) {
		struct summary_comparison *k;

		if (s->brand[i].own)
			continue;
		k = &s->comparison[s->comparison_count++];
		k->competitor = &s->brand[i];
		compare_parts(k, &own->total, &s->brand[i].total);
	}
	return 0;
}

static struct summary_part *
part_of_source(const struct summary *s, const struct summary_source *source)
{
	size_t i, k;

	for (i = 0; i < s->brand_count; i++) {
		const struct summary_brand *b = &s->brand[i];

		if (strcmp(b->name, source->brand) != 0)
			continue;
		for (k = 0; k < b->source_count; k++)
			if (strcmp(b->source[k].label, source->source) == 0)
				return &b->source[k];
	}
	return NULL;
}

static void
measure_sources(struct summary *s)
{
	size_t i;

	for (i = 0; i < s->source_count; i++) {
		struct summary_source *k = &s->source[i];
		struct summary_part *p = part_of_source(s, k);

		if (p != NULL) {
			k->collected = p->reviews;
			p->stated = k->stated;
		}
		/* A run that was short may have been made up for by others:
		 * where the source states a number, that decides. */
		k->is_short = k->stated >= 0 && k->collected < k->stated;
		if (k->status != NULL && strcmp(k->status, "complete") != 0 &&
		    (k->stated < 0 || strcmp(k->status, "short") != 0))
			k->is_short = true;
		s->any_short = s->any_short || k->is_short;
	}
}

/* Praise first, each the strongest first; equal ones by id. */
static int
compare_quotes(const void *a, const void *b)
{
	const struct summary_quote *x = a, *y = b;

	if (strcmp(x->label, y->label) != 0)
		return strcmp(y->label, x->label);
	if (x->strength != y->strength)
		return x->strength > y->strength ? -1 : 1;
	return strcmp(x->id, y->id);
}

static int
compare_sources(const void *a, const void *b)
{
	const struct summary_source *x = a, *y = b;
	int order = strcmp(x->brand, y->brand);

	return order != 0 ? order : strcmp(x->source, y->source);
}

int
summary_figures(struct summary *s, struct complaint *c)
{
	size_t i;

	for (i = 0; i < s->brand_count; i++) {
		struct summary_brand *b = &s->brand[i];

		estimate_part(&b->total);
		estimate_parts(b->source, b->source_count);
		estimate_parts(b->language, b->language_count);
		estimate_parts(b->month, b->month_count);
		if (b->quote_count > 1)
			qsort(b->quote, b->quote_count, sizeof(b->quote[0]),
			    compare_quotes);
	}
	if (s->source_count > 1)
		qsort(s->source, s->source_count, sizeof(*s->source),
		    compare_sources);
	estimate_voices(s);
	measure_sources(s);
	return compare_brands(s, c);
}
