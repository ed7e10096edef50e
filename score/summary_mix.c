/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Brands are reviewed in different places, and places differ.  Both sides are
 * given the mix of sources of all brands together; a source with too few
 * reviews on either side is joined with others of its kind, and what still
 * has too few is left out and said so.
 */
#include "summary_compare.h"

#include <math.h>
#include <string.h>

#include "contrast.h"

enum { SCALE = 10000 };

/* Of a histogram with one added to each star: never zero. */
static double
star_variance(const int64_t star[5])
{
	double n = 0, sum = 0, squares = 0;
	int i;

	for (i = 0; i < 5; i++) {
		double w = (double)star[i] + 1, s = i + 1;

		n += w;
		sum += w * s;
		squares += w * s * s;
	}
	return squares / n - sum / n * (sum / n);
}

static int64_t
star_moments(const struct summary_part *p, double *value, double *variance)
{
	double n = (double)p->rated, sum = (double)p->star_sum / SCALE;
	double squares = (double)p->star_squares / SCALE / SCALE;

	if (p->rated < 2)
		return p->rated < 0 ? 0 : p->rated;
	*value = sum / n;
	*variance = (squares - sum * sum / n) / (n - 1);
	if (!(*variance > 1e-9))	/* all alike is no certainty */
		*variance = star_variance(p->star);
	return p->rated;
}

int64_t
summary_moments(const struct summary_part *p, enum summary_measure measure,
	double *value, double *variance)
{
	int64_t all = p->positive + p->neutral + p->negative;
	double n = (double)all, plus = (double)p->positive;
	double minus = (double)p->negative;

	*value = *variance = 0;
	if (measure == SUMMARY_MEAN_STARS)
		return star_moments(p, value, variance);
	if (all == 0)
		return 0;
	if (measure == SUMMARY_POSITIVE)
		minus = 0;
	if (measure == SUMMARY_NEGATIVE) {
		plus = minus;
		minus = 0;
	}
	*value = (plus - minus) / n;
	*variance = (plus + minus) / n - *value * *value;
	if (!(*variance > 1e-9)) {	/* none or all: half a review more */
		double p1 = (plus + .5) / (n + 1);

		*variance = p1 * (1 - p1);
	}
	return all;
}

static void
add_part(struct summary_part *to, const struct summary_part *p)
{
	int i;

	to->rated += p->rated;
	to->star_sum += p->star_sum;
	to->star_squares += p->star_squares;
	for (i = 0; i < 5; i++)
		to->star[i] += p->star[i];
	to->positive += p->positive;
	to->neutral += p->neutral;
	to->negative += p->negative;
}

/* One place, or one kind of places: both sides, and all brands. */
struct place {
	const char *name, *kind;
	struct summary_part side[2], all;
};

struct places {
	struct place *place;
	size_t count;
};

static struct place *
place_of(struct places *p, const char *name)
{
	size_t i;

	for (i = 0; i < p->count; i++)
		if (strcmp(p->place[i].name, name) == 0)
			return &p->place[i];
	p->place[p->count] = (struct place){.name = name};
	return &p->place[p->count++];
}

static void
gather(const struct summary *s, const struct summary_brand *own,
	const struct summary_brand *other, struct places *to)
{
	size_t i, k;

	for (i = 0; i < s->brand_count; i++) {
		const struct summary_brand *b = &s->brand[i];

		for (k = 0; k < b->source_count; k++) {
			struct place *p = place_of(to, b->source[k].label);

			if (b->source[k].kind != NULL)
				p->kind = b->source[k].kind;
			add_part(&p->all, &b->source[k]);
			if (b == own || b == other)
				add_part(&p->side[b == other],
				    &b->source[k]);
		}
	}
}

static bool
enough(const struct place *p, enum summary_measure measure)
{
	double value, variance;

	return summary_moments(&p->side[0], measure, &value, &variance) >=
	    SUMMARY_STRATUM && summary_moments(&p->side[1], measure, &value,
	    &variance) >= SUMMARY_STRATUM;
}

/* Those with enough; the others by their kind. */
static size_t
collapse(const struct places *from, enum summary_measure measure,
	struct places *kinds, const struct place **to)
{
	size_t i, count = 0;

	kinds->count = 0;
	for (i = 0; i < from->count; i++) {
		const struct place *p = &from->place[i];
		struct place *kind;

		if (enough(p, measure)) {
			to[count++] = p;
			continue;
		}
		kind = place_of(kinds, p->kind == NULL ? "" : p->kind);
		add_part(&kind->side[0], &p->side[0]);
		add_part(&kind->side[1], &p->side[1]);
		add_part(&kind->all, &p->all);
	}
	for (i = 0; i < kinds->count; i++)
		if (enough(&kinds->place[i], measure))
			to[count++] = &kinds->place[i];
	return count;
}

static double
kept(const struct summary_part *total, enum summary_measure measure,
	int64_t n)
{
	double value, variance;
	int64_t all = summary_moments(total, measure, &value, &variance);

	return all > 0 ? (double)n / (double)all : 0;
}

static void
standardise(const struct summary_brand *own,
	const struct summary_brand *other, enum summary_measure measure,
	const struct place **place, size_t count,
	struct contrast_stratum *stratum, double *weight,
	struct summary_standard *to)
{
	double value, variance, spread[2] = {0, 0}, means[2];
	int64_t n[2] = {0, 0};
	size_t i, side;

	for (i = 0; i < count; i++) {
		weight[i] = (double)summary_moments(&place[i]->all, measure,
		    &value, &variance);
		for (side = 0; side < 2; side++) {
			struct contrast_stratum *k = &stratum[i];

			k->n[side] = summary_moments(&place[i]->side[side],
			    measure, &k->value[side], &variance);
			k->variance[side] = variance / (double)k->n[side];
			n[side] += k->n[side];
			spread[side] += variance * (double)k->n[side];
		}
	}
	to->difference.estimate = contrast_standardised(stratum, weight,
	    count, means, &to->difference.p);
	to->own = means[0];
	to->other = means[1];
	to->strata = count;
	to->kept_own = kept(&own->total, measure, n[0]);
	to->kept_other = kept(&other->total, measure, n[1]);
	to->difference.least = n[0] < n[1] ? n[0] : n[1];
	to->difference.good = measure == SUMMARY_NEGATIVE ? -1 : 1;
	if (count > 0)
		to->difference.needed = contrast_needed(
		    to->difference.estimate.value, spread[0] / (double)n[0],
		    spread[1] / (double)n[1]);
}

int
summary_mix(struct summary *s, const struct summary_brand *own,
	struct summary_comparison *k)
{
	struct places all = {0}, kinds = {0};
	struct contrast_stratum *stratum;
	const struct place **chosen;
	size_t most = 1, i;
	double *weight;
	int measure;

	for (i = 0; i < s->brand_count; i++)
		most += s->brand[i].source_count;
	all.place = arena_take(&s->arena, most * sizeof(*all.place));
	kinds.place = arena_take(&s->arena, most * sizeof(*kinds.place));
	stratum = arena_take(&s->arena, 2 * most * sizeof(*stratum));
	chosen = arena_take(&s->arena, 2 * most * sizeof(*chosen));
	weight = arena_take(&s->arena, 2 * most * sizeof(*weight));
	if (all.place == NULL || kinds.place == NULL || stratum == NULL ||
	    chosen == NULL || weight == NULL)
		return -1;
	gather(s, own, k->competitor, &all);
	for (measure = 0; measure < SUMMARY_MEASURES; measure++)
		standardise(own, k->competitor,
		    (enum summary_measure)measure, chosen, collapse(&all,
		    (enum summary_measure)measure, &kinds, chosen), stratum,
		    weight, &k->standard[measure]);
	return 0;
}
