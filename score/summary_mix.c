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

	to->reviews += p->reviews;
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
	const struct place *joined;	/* its kind, where it has too few */
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

/* Room for the strata of one measure. */
struct mixing {
	const struct place **place;
	struct contrast_stratum *stratum;
	struct contrast_table *table;
	double *weight, *each, *n;
	size_t count;
};

/* The sources that are in the strata, by themselves or in their kind. */
static int
name_sources(struct summary *s, const struct places *all,
	const struct mixing *m, struct summary_standard *to)
{
	size_t i, k;

	to->source = arena_take(&s->arena, (all->count + 1) *
	    sizeof(*to->source));
	for (i = 0; to->source != NULL && i < all->count; i++) {
		const struct place *p = &all->place[i];

		for (k = 0; k < m->count; k++)
			if (m->place[k] == p || m->place[k] == p->joined)
				break;
		if (k < m->count && (p->side[0].reviews > 0 ||
		    p->side[1].reviews > 0))
			to->source[to->source_count++] = p->name;
	}
	return to->source == NULL ? -1 : 0;
}

/* Those with enough; the others by their kind. */
static size_t
collapse(struct places *from, enum summary_measure measure,
	struct places *kinds, const struct place **to)
{
	size_t i, count = 0;

	kinds->count = 0;
	for (i = 0; i < from->count; i++) {
		struct place *p = &from->place[i];
		struct place *kind;

		p->joined = NULL;
		if (enough(p, measure)) {
			to[count++] = p;
			continue;
		}
		kind = place_of(kinds, p->kind == NULL ? "" : p->kind);
		p->joined = kind;
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
weigh(struct mixing *m, enum summary_measure measure, double spread[2],
	int64_t n[2])
{
	double value, variance;
	size_t i, side;

	for (i = 0; i < m->count; i++) {
		struct contrast_stratum *k = &m->stratum[i];

		m->weight[i] = (double)summary_moments(&m->place[i]->all,
		    measure, &value, &variance);
		for (side = 0; side < 2; side++) {
			k->n[side] = summary_moments(&m->place[i]->side[side],
			    measure, &k->value[side], &variance);
			k->variance[side] = variance / (double)k->n[side];
			n[side] += k->n[side];
			spread[side] += variance * (double)k->n[side];
		}
	}
}

/* How many reviews of a side the weights leave. */
static double
effective(struct mixing *m, int side)
{
	size_t i;

	for (i = 0; i < m->count; i++) {
		m->n[i] = (double)m->stratum[i].n[side];
		m->each[i] = m->weight[i] / m->n[i];
	}
	return contrast_effective_n(m->each, m->n, m->count);
}

/* The odds of a share within the strata. */
static void
pool(struct mixing *m, enum summary_measure measure,
	struct summary_standard *to)
{
	struct contrast_pooled k;
	size_t i;
	int side;

	to->odds_ratio = to->odds_p = NAN;
	if (measure != SUMMARY_POSITIVE && measure != SUMMARY_NEGATIVE)
		return;
	for (i = 0; i < m->count; i++)
		for (side = 0; side < 2; side++) {
			const struct summary_part *p =
			    &m->place[i]->side[side];
			int64_t yes = measure == SUMMARY_POSITIVE ?
			    p->positive : p->negative;

			m->table[i].yes[side] = yes;
			m->table[i].no[side] = m->stratum[i].n[side] - yes;
		}
	k = contrast_mantel_haenszel(m->table, m->count);
	to->odds_ratio = k.odds_ratio;
	to->odds_p = k.p;
}

static void
standardise(struct mixing *m, const struct summary_brand *own,
	const struct summary_brand *other, enum summary_measure measure,
	struct summary_standard *to)
{
	struct summary_difference *d = &to->difference;
	double spread[2] = {0, 0}, means[2];
	int64_t n[2] = {0, 0};

	weigh(m, measure, spread, n);
	d->estimate = contrast_standardised(m->stratum, m->weight, m->count,
	    means, &d->p);
	to->own = means[0];
	to->other = means[1];
	to->strata = m->count;
	to->kept_own = kept(&own->total, measure, n[0]);
	to->kept_other = kept(&other->total, measure, n[1]);
	to->effective_own = effective(m, 0);
	to->effective_other = effective(m, 1);
	pool(m, measure, to);
	d->own_n = n[0];
	d->other_n = n[1];
	d->least = n[0] < n[1] ? n[0] : n[1];
	d->good = measure == SUMMARY_NEGATIVE ? -1 : 1;
	if (m->count > 0)
		d->needed = contrast_needed(d->estimate.value, spread[0] /
		    (double)n[0], spread[1] / (double)n[1]);
}

static bool
make_room(struct mixing *m, struct arena *a, size_t most)
{
	m->place = arena_take(a, most * sizeof(*m->place));
	m->stratum = arena_take(a, most * sizeof(*m->stratum));
	m->table = arena_take(a, most * sizeof(*m->table));
	m->weight = arena_take(a, 3 * most * sizeof(*m->weight));
	if (m->place == NULL || m->stratum == NULL || m->table == NULL ||
	    m->weight == NULL)
		return false;
	m->each = m->weight + most;
	m->n = m->each + most;
	return true;
}

int
summary_mix(struct summary *s, const struct summary_brand *own,
	struct summary_comparison *k)
{
	struct places all = {0}, kinds = {0};
	struct mixing m = {0};
	size_t most = 1, i;

	for (i = 0; i < s->brand_count; i++)
		most += s->brand[i].source_count;
	all.place = arena_take(&s->arena, most * sizeof(*all.place));
	kinds.place = arena_take(&s->arena, most * sizeof(*kinds.place));
	if (all.place == NULL || kinds.place == NULL ||
	    !make_room(&m, &s->arena, 2 * most))
		return -1;
	gather(s, own, k->competitor, &all);
	for (i = 0; i < SUMMARY_MEASURES; i++) {
		enum summary_measure measure = (enum summary_measure)i;

		m.count = collapse(&all, measure, &kinds, m.place);
		standardise(&m, own, k->competitor, measure,
		    &k->standard[i]);
		if (name_sources(s, &all, &m, &k->standard[i]) < 0)
			return -1;
	}
	return 0;
}
