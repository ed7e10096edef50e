/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_figures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ranking.h"
#include "summary_compare.h"
#include "summary_trend.h"

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
	p->net_ratio = statistics_ratio(p->positive, p->negative);
	p->sentiment_index = statistics_share(p->positive, p->positive +
	    p->negative);
	p->satisfaction = statistics_share(p->satisfied, p->answers);
	p->response_rate = statistics_share(p->replied, p->answerable);
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

/* Share of voice: of what the public wrote where anybody may write. */
static void
estimate_voices(struct summary *s)
{
	int64_t all = 0;
	size_t i;

	for (i = 0; i < s->brand_count; i++)
		all += s->brand[i].total.public_reviews;
	for (i = 0; i < s->brand_count; i++)
		s->brand[i].total.share_of_voice = statistics_voice(
		    s->brand[i].total.public_reviews, all, s->brand_count);
}

/* Whether stars and text are of opposite sign, and how far they agree:
 * kappa with quadratic weights of three classes of each. */
static void
estimate_agreement(struct summary_brand *b)
{
	static const int class_of_star[5] = {0, 0, 1, 2, 2};
	double cell[3][3] = {{0}}, row[3] = {0}, column[3] = {0}, n = 0;
	double seen = 0, expected = 0;
	int i, k;

	for (i = 0; i < 3; i++)
		for (k = 0; k < 5; k++)
			cell[i][class_of_star[k]] +=
			    (double)b->class_by_star[i][k];
	for (i = 0; i < 3; i++)
		for (k = 0; k < 3; k++) {
			row[i] += cell[i][k];
			column[k] += cell[i][k];
			n += cell[i][k];
		}
	for (i = 0; i < 3 && n > 0; i++)
		for (k = 0; k < 3; k++) {
			seen += (i - k) * (i - k) * cell[i][k];
			expected += (i - k) * (i - k) * row[i] * column[k] /
			    n;
		}
	b->against_share = statistics_share((int64_t)(cell[0][2] +
	    cell[2][0]), (int64_t)n);
	b->agreement = n >= SUMMARY_FEW && expected > 0 ?
	    1 - seen / expected : NAN;
}

static int
better(const struct summary_brand *a, const struct summary_brand *b)
{
	return a->shrunken > b->shrunken;
}

/* A brand with too few reviews is never ranked. */
static void
rank_brands(struct summary *s)
{
	struct ranking_brand *brand = arena_take(&s->arena,
	    (s->brand_count + 1) * sizeof(*brand));
	struct ranking r;
	size_t i, k;

	if (brand == NULL)
		return;
	for (i = 0; i < s->brand_count; i++)
		brand[i] = (struct ranking_brand){s->brand[i].total.rated,
		    s->brand[i].total.star_sum,
		    s->brand[i].total.star_squares, NAN};
	ranking_make(&r, brand, s->brand_count, STARS_SCALE);
	s->rank_weight = r.weight;
	s->rank_mean = r.mean;
	s->rank_estimated = r.estimated;
	for (i = 0; i < s->brand_count; i++)
		s->brand[i].shrunken = brand[i].n < SUMMARY_COMPARE ? NAN :
		    brand[i].shrunken;
	for (i = 0; i < s->brand_count; i++) {
		if (isnan(s->brand[i].shrunken))
			continue;
		s->brand[i].rank = 1;
		for (k = 0; k < s->brand_count; k++)
			s->brand[i].rank += better(&s->brand[k],
			    &s->brand[i]);
	}
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

/* A total is stated only where every source states its own. */
static void
measure_total(struct summary_brand *b)
{
	int64_t stated = 0;
	size_t i;

	for (i = 0; i < b->source_count && stated >= 0; i++)
		stated = b->source[i].stated < 0 ? -1 :
		    stated + b->source[i].stated;
	b->total.stated = b->source_count == 0 ? -1 : stated;
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
	for (i = 0; i < s->brand_count; i++)
		measure_total(&s->brand[i]);
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
		estimate_parts(b->item, b->item_count);
		estimate_agreement(b);
		summary_trend(b, s->as_of);
		summary_month_rates(b, s->as_of);
		if (b->quote_count > 1)
			qsort(b->quote, b->quote_count, sizeof(b->quote[0]),
			    compare_quotes);
	}
	if (s->source_count > 1)
		qsort(s->source, s->source_count, sizeof(*s->source),
		    compare_sources);
	estimate_voices(s);
	measure_sources(s);
	rank_brands(s);
	return summary_compare(s, c);
}
