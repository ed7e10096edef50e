/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include <stdlib.h>
#include <string.h>

#include "rules_work.h"

static int32_t
negated(const struct entry *e, int32_t factor)
{
	int32_t weight = e->weight;

	if (factor > 100)
		factor = 100;
	if (entry_is(e, ENTRY_TURNS))
		return e->turned_weight * factor / 100;
	return -weight * factor / 100 * (weight > 0 ? RULES_NEGATED_PRAISE :
	    RULES_NEGATED_COMPLAINT) / 100;
}

/* Whether a negator in the clause before it negates it. */
static bool
is_governed(const struct rules_work *k, size_t at)
{
	size_t negator = k->negator[at];

	return negator != RULES_NO_UNIT && k->target[at] & GOVERNED &&
	    k->w->clause[k->m->unit[negator].first] <
	    k->w->clause[k->m->unit[at].first];
}

static void
weigh_touched(struct rules_work *k)
{
	for (size_t i = 0; i < k->touched; i++) {
		size_t at = k->touch[i];
		const struct entry *e = unit_entry(k->m, at);

		if (entry_is(e, ENTRY_TURNED) && !is_governed(k, at))
			k->negator[at] = RULES_NO_UNIT;
		k->weight[at] = k->negator[at] != RULES_NO_UNIT ?
		    negated(e, k->factor[at]) :
		    e->weight * k->factor[at] / 100;
	}
}

static void
list_hits(struct rules *r, const struct rules_work *k)
{
	size_t count = 0;

	for (size_t i = 0; i < k->m->count; i++) {
		r->unit[count] = (uint16_t)i;
		r->negator[count] = k->negator[i];
		r->weight[count] = k->weight[i];
		count += (k->target[i] & IS_HIT) != 0;
	}
	r->count = count;
}

static void
move_hit(struct rules *r, size_t from, size_t to)
{
	uint16_t unit = r->unit[from], negator = r->negator[from];
	int32_t weight = r->weight[from];

	for (; from < to; from++) {
		r->unit[from] = r->unit[from + 1];
		r->negator[from] = r->negator[from + 1];
		r->weight[from] = r->weight[from + 1];
	}
	r->unit[to] = unit;
	r->negator[to] = negator;
	r->weight[to] = weight;
}

/* A hit begins with its negator: what is negated from before a bare negator
 * stands before that, in the order of the text. */
static void
order_bare_negators(struct rules *r, const struct rules_work *k)
{
	for (size_t i = r->count; i-- > 0;) {
		size_t unit = r->unit[i], to = i;
		size_t start = k->w->start[k->m->unit[unit].first];

		if (!(k->target[unit] & BARE_NEGATOR))
			continue;
		for (size_t j = i + 1; j < r->count && k->m->unit[
		    r->unit[j]].first < k->m->unit[unit].end + LEXICON_REACH_MAX; j++)
			if (k->target[r->unit[j]] & OPINION &&
			    rules_start(r, k->m, k->w, j) <= start)
				to = j;
		move_hit(r, i, to);
	}
}

/* ---- whole sentences ---- */

static inline size_t
sentence_of(const struct rules *r, const struct rules_work *k, size_t hit)
{
	return k->w->ordinal[k->m->unit[r->unit[hit]].first];
}

/* Whether every word of the unit is written in capitals, among others that are
 * not. */
static bool
is_loud(const struct rules_work *k, const struct unit *u)
{
	const struct sentence *s =
	    &k->w->sentence[k->w->ordinal[u->first]];
	uint8_t own = WORD_SHOUTED, all = 0;

	for (size_t i = u->first; i < u->end; i++)
		own &= k->w->flag[i];
	for (size_t i = s->first; own != 0 && i < s->end; i++)
		all |= k->w->flag[i];
	return (all & WORD_SMALL) != 0;
}

static void
apply_capitals(struct rules *r, const struct rules_work *k)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct unit *u = &k->m->unit[r->unit[i]];

		if (k->w->flag[u->first] & WORD_SHOUTED &&
		    k->target[r->unit[i]] & OPINION && is_loud(k, u))
			r->weight[i] = r->weight[i] * RULES_SHOUTED / 100;
	}
}

/* From the end, so that each contrast counts for all that is before it.  The
 * first `contrasts` of them are those up to the end of the sentence; returns
 * how many stand before it. */
static size_t
apply_contrast(struct rules *r, const struct rules_work *k, const struct saying *s,
	const struct sentence *sentence, size_t contrasts)
{
	int32_t factor = 100;
	size_t hit = s->end;

	for (; contrasts > 0; contrasts--) {
		size_t unit = r->contrast[contrasts - 1];
		size_t first = k->m->unit[unit].first;

		if (first < sentence->first)
			break;
		for (; hit > s->first && rules_start(r, k->m, k->w, hit - 1) >=
		    k->w->start[first]; hit--)
			r->weight[hit - 1] = r->weight[hit - 1] * factor / 100;
		factor = factor * unit_entry(k->m, unit)->contrast / 100;
	}
	while (factor != 100 && hit-- > s->first)
		r->weight[hit] = r->weight[hit] * factor / 100;
	return contrasts;
}

static void
apply_contrasts(struct rules *r, const struct rules_work *k)
{
	size_t contrasts = r->contrasts;

	for (size_t i = k->w->sentences; i-- > 0 && contrasts > 0;)
		contrasts = apply_contrast(r, k, &r->said[i],
		    &k->w->sentence[i], contrasts);
}

/* Exclamation marks; only they lift a weight above its bound. */
static void
apply_marks(struct rules *r, const struct rules_work *k)
{
	for (size_t i = 0; i < r->count; i++) {
		int32_t marks = k->w->sentence[sentence_of(r, k, i)].exclaims;

		marks = marks < RULES_EXCLAIMS_MAX ? marks :
		    RULES_EXCLAIMS_MAX;
		int32_t weight = r->weight[i] * (100 + RULES_EXCLAIM * marks) /
		    100;
		weight = weight > RULES_WEIGHT_MAX ? RULES_WEIGHT_MAX : weight;
		r->weight[i] = weight < -RULES_WEIGHT_MAX ?
		    -RULES_WEIGHT_MAX : weight;
	}
}

_Static_assert(LEXICON_WEIGHT_MAX * RULES_FACTOR_MOST / 100 * RULES_SHOUTED /
    100 <= RULES_WEIGHT_MAX, "marks alone lift a weight above its bound");

/* Which hits are whose, and their sums.  What all hits up to the last one of a
 * sentence are together is written down with each hit, so that nothing waits
 * for what was just written; the differences are the sentences'. */
static void
add_up(struct rules *r, const struct rules_work *k)
{
	size_t sentences = k->w->sentences;
	struct saying before = {.end = 0}, all = {.end = 0};

	for (size_t i = 0; i < sentences; i++)
		r->said[i] = (struct saying){.end = 0};
	for (size_t i = 0; i < r->count; i++) {
		all.end = (uint16_t)(i + 1);
		all.sum += r->weight[i];
		all.all += abs(r->weight[i]);
		r->said[sentence_of(r, k, i)] = all;
	}
	for (size_t i = 0; i < sentences; i++) {
		struct saying *s = &r->said[i];
		struct saying up_to = s->end > 0 ? *s : before;

		*s = (struct saying){
			.first = before.end,
			.end = up_to.end,
			.sum = up_to.sum - before.sum,
			.all = up_to.all - before.all,
		};
		before = up_to;
	}
}

void
rules_apply(struct rules *r, const struct match *m, const struct words *w)
{
	struct rules_work k;

	rules_look(&k, r, m, w);
	weigh_touched(&k);
	list_hits(r, &k);
	if (k.bare)
		order_bare_negators(r, &k);
	if (w->flags & WORD_SHOUTED)
		apply_capitals(r, &k);
	if (r->contrasts > 0) {
		add_up(r, &k);	/* says which hits are whose */
		apply_contrasts(r, &k);
	}
	if (w->exclaims)
		apply_marks(r, &k);
	add_up(r, &k);
}

void
rules_forget(struct rules *r, size_t sentence, size_t sentences)
{
	struct saying *s = &r->said[sentence];
	uint16_t gone = (uint16_t)(s->end - s->first);

	for (size_t i = s->end; i < r->count; i++) {
		r->unit[i - gone] = r->unit[i];
		r->negator[i - gone] = r->negator[i];
		r->weight[i - gone] = r->weight[i];
	}
	r->count -= gone;
	for (size_t i = sentence + 1; i < sentences; i++) {
		r->said[i].first = (uint16_t)(r->said[i].first - gone);
		r->said[i].end = (uint16_t)(r->said[i].end - gone);
	}
	*s = (struct saying){.first = s->first, .end = s->first};
}

struct hit
rules_hit(const struct rules *r, const struct match *m, const struct words *w,
	size_t hit)
{
	size_t unit = r->unit[hit], negator = r->negator[hit];
	const struct unit *u = &m->unit[unit];
	struct hit to = {
		.term = unit_term(m, unit),
		.weight = r->weight[hit],
		.start = w->start[u->first],
		.end = w->end[u->end - 1],
		.first = u->first,
		.last = u->end - 1u,
	};

	if (negator == RULES_NO_UNIT)
		return to;
	to.negator = unit_term(m, negator);
	to.behind = negator > unit;
	if (to.behind)
		to.end = w->end[m->unit[negator].end - 1];
	else
		to.start = w->start[m->unit[negator].first];
	return to;
}
