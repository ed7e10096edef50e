/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include <stdlib.h>

/* One sentence at work; acts[i] says that unit i did something to another,
 * which an opinion of its own would count twice. */
struct work {
	const struct match *m;
	const struct sentence *s;
	bool acts[WORDS_MAX];
	/* Whether a unit does so at all: most sentences hold none. */
	bool negates, negates_back, intensifies, contrasts, hearsay;
};

static size_t
unit_end(const struct unit *u)
{
	return u->first + u->count;
}

static bool
same_clause(const struct work *w, const struct unit *a, const struct unit *b)
{
	return w->s->word[a->first].clause == w->s->word[b->first].clause;
}

static bool
is_opinion(const struct term *t)
{
	return (t->weight != 0 || t->turns) && !t->neutral &&
	    t->reach + t->reach_back == 0;
}

/* The nearest negator before unit `at` that reaches it; marks all that do,
 * except where the opinion is too faint for anybody to have written it down. */
static const struct unit *
negator_before(struct work *w, size_t at)
{
	const struct unit *unit = w->m->unit, *found = NULL;

	for (size_t i = at; i-- > 0;) {
		size_t distance = unit[at].first - unit_end(&unit[i]) + 1;

		if (distance > LEXICON_REACH_MAX ||
		    !same_clause(w, &unit[i], &unit[at]) ||
		    unit[i].term->is_contrast)
			break;
		if (unit[i].term->reach < distance || unit[i].term->neutral)
			continue;
		w->acts[i] |= unit[at].term->by_hand;
		if (found == NULL)
			found = &unit[i];
	}
	return found;
}

static const struct unit *
negator_behind(struct work *w, size_t at)
{
	const struct unit *unit = w->m->unit, *found = NULL;

	for (size_t i = at + 1; i < w->m->count; i++) {
		size_t distance = unit[i].first - unit_end(&unit[at]) + 1;

		if (distance > LEXICON_REACH_MAX ||
		    !same_clause(w, &unit[i], &unit[at]) ||
		    unit[i].term->is_contrast)
			break;
		if (unit[i].term->reach_back < distance ||
		    unit[i].term->neutral)
			continue;
		w->acts[i] |= unit[at].term->by_hand;
		if (found == NULL)
			found = &unit[i];
	}
	return found;
}

/* Whether the unit is wished for or said by others. */
static bool
is_hearsay(const struct work *w, size_t at)
{
	const struct unit *unit = w->m->unit;

	for (size_t i = at; i-- > 0;) {
		size_t distance = unit[at].first - unit_end(&unit[i]) + 1;

		if (distance > LEXICON_REACH_MAX ||
		    !same_clause(w, &unit[i], &unit[at]) ||
		    unit[i].term->is_contrast)
			return false;
		if (unit[i].term->hearsay >= distance)
			return true;
	}
	return false;
}

/* The product of the intensifiers right before unit `at`, in percent. */
static int32_t
factor_before(struct work *w, size_t at)
{
	const struct unit *unit = w->m->unit;
	size_t start = unit[at].first;
	int32_t factor = 100;

	for (size_t i = at; i-- > 0;) {
		if (start - unit_end(&unit[i]) >= RULES_INTENSIFIER_REACH ||
		    !same_clause(w, &unit[i], &unit[at]) ||
		    unit[i].term->factor == 0)
			break;
		factor = factor * unit[i].term->factor / 100;
		if (factor > RULES_FACTOR_MOST)
			factor = RULES_FACTOR_MOST;
		if (factor < RULES_FACTOR_LEAST)
			factor = RULES_FACTOR_LEAST;
		w->acts[i] = true;
		start = unit[i].first;
	}
	return factor;
}

static int32_t
negated(const struct term *t, int32_t factor)
{
	int32_t weight = t->weight;

	if (factor > 100)
		factor = 100;
	if (t->turns)
		return t->turned_weight * factor / 100;
	return -weight * factor / 100 * (weight > 0 ? RULES_NEGATED_PRAISE :
	    RULES_NEGATED_COMPLAINT) / 100;
}

/* Whether every word of the unit is written in capitals, among others that
 * are not. */
static bool
is_shouted(const struct work *w, const struct unit *u)
{
	if (!w->s->quiet)
		return false;
	for (size_t i = u->first; i < unit_end(u); i++)
		if (!w->s->word[i].shouted)
			return false;
	return true;
}

static struct hit
hit_of(struct work *w, size_t at)
{
	const struct unit *u = &w->m->unit[at], *negator;
	int32_t weight = u->term->weight;
	int32_t factor = w->intensifies ? factor_before(w, at) : 100;
	struct hit hit = {
		.term = u->term,
		.start = w->s->word[u->first].start,
		.end = w->s->word[unit_end(u) - 1].end,
		.first = u->first,
		.last = unit_end(u) - 1,
	};

	negator = w->negates ? negator_before(w, at) : NULL;
	const struct unit *behind = w->negates_back ?
	    negator_behind(w, at) : NULL;
	if (negator == NULL)
		negator = behind;
	if (u->term->turned)
		negator = NULL;
	weight = negator != NULL ? negated(u->term, factor) :
	    weight * factor / 100;
	if (is_shouted(w, u))
		weight = weight * RULES_SHOUTED / 100;
	hit.weight = weight;
	if (negator == NULL)
		return hit;
	hit.negator = negator->term;
	hit.behind = negator->first > u->first;
	if (!hit.behind)
		hit.start = w->s->word[negator->first].start;
	else
		hit.end = w->s->word[unit_end(negator) - 1].end;
	return hit;
}

/* An intensifier with an opinion word in reach is no opinion itself. */
static bool
is_intensifying(const struct work *w, size_t at)
{
	const struct unit *unit = w->m->unit;

	if (unit[at].term->factor == 0 || at + 1 == w->m->count)
		return false;
	const struct unit *next = &unit[at + 1];
	return next->first - unit_end(&unit[at]) < RULES_INTENSIFIER_REACH &&
	    (is_opinion(next->term) || next->term->factor != 0) &&
	    same_clause(w, &unit[at], next);
}

static void
look_over(struct work *w)
{
	unsigned reach = 0, reach_back = 0, factor = 0, contrast = 0;
	unsigned hearsay = 0;

	for (size_t i = 0; i < w->m->count; i++) {
		const struct term *t = w->m->unit[i].term;

		reach |= t->reach;
		reach_back |= t->reach_back;
		factor |= t->factor;
		contrast |= t->is_contrast;
		hearsay |= t->hearsay;
		w->acts[i] = false;
	}
	w->negates = reach != 0;
	w->negates_back = reach_back != 0;
	w->intensifies = factor != 0;
	w->contrasts = contrast != 0;
	w->hearsay = hearsay != 0;
}

static void
find_hits(struct rules *r, struct work *w)
{
	r->count = 0;
	for (size_t i = 0; i < w->m->count; i++) {
		const struct term *t = w->m->unit[i].term;

		if (is_opinion(t) && !is_intensifying(w, i) &&
		    !(w->hearsay && is_hearsay(w, i)))
			r->hit[r->count++] = hit_of(w, i);
	}
}

static bool
is_bare_negator(const struct work *w, size_t at)
{
	const struct term *t = w->m->unit[at].term;

	return t->reach + t->reach_back > 0 && !w->acts[at] && !t->neutral &&
	    !(w->hearsay && is_hearsay(w, at));
}

/* Negators that reached nothing join the hits, in the order of the text. */
static void
add_bare_negators(struct rules *r, const struct work *w)
{
	size_t kept = r->count, bare = 0;

	for (size_t i = 0; i < w->m->count; i++)
		bare += is_bare_negator(w, i);
	if (bare == 0)
		return;
	size_t to = r->count = kept + bare;
	for (size_t i = w->m->count; i-- > 0 && to > kept;) {
		const struct unit *u = &w->m->unit[i];
		const struct term *t = u->term;
		size_t start = w->s->word[u->first].start;

		if (!is_bare_negator(w, i))
			continue;
		while (kept > 0 && r->hit[kept - 1].start > start)
			r->hit[--to] = r->hit[--kept];
		r->hit[--to] = (struct hit){
			.term = t,
			.weight = t->weight != 0 ? t->weight :
			    RULES_BARE_NEGATOR,
			.start = start,
			.end = w->s->word[unit_end(u) - 1].end,
			.first = u->first,
			.last = unit_end(u) - 1,
		};
	}
}

/* From the end, so that each contrast counts for all that is before it. */
static void
apply_contrast(struct rules *r, const struct work *w)
{
	int32_t factor = 100;
	size_t hit = r->count;

	for (size_t i = w->m->count; i-- > 0;) {
		const struct unit *u = &w->m->unit[i];

		if (!u->term->is_contrast)
			continue;
		size_t start = w->s->word[u->first].start;
		while (hit > 0 && r->hit[hit - 1].start >= start) {
			hit--;
			r->hit[hit].weight = r->hit[hit].weight * factor / 100;
		}
		factor = factor * u->term->contrast / 100;
	}
	while (hit-- > 0)
		r->hit[hit].weight = r->hit[hit].weight * factor / 100;
}

void
rules_apply(struct rules *r, const struct match *m, const struct sentence *s)
{
	struct work w;
	unsigned marks = s->exclaims < RULES_EXCLAIMS_MAX ? s->exclaims :
	    RULES_EXCLAIMS_MAX;
	int32_t loud = 100 + RULES_EXCLAIM * (int32_t)marks;

	w.m = m;
	w.s = s;
	look_over(&w);
	find_hits(r, &w);
	if (w.negates || w.negates_back)
		add_bare_negators(r, &w);
	if (w.contrasts)
		apply_contrast(r, &w);
	r->sum = 0;
	for (size_t i = 0; i < r->count; i++) {
		struct hit *hit = &r->hit[i];

		hit->weight = hit->weight * loud / 100;
		if (abs(hit->weight) > RULES_WEIGHT_MAX)
			hit->weight = hit->weight < 0 ? -RULES_WEIGHT_MAX :
			    RULES_WEIGHT_MAX;
		r->sum += hit->weight;
	}
}
