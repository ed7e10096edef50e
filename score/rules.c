/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules.h"

#include <stdlib.h>
#include <string.h>

/* What a unit is, in what it says; bits. */
enum target {
	OPINION = 1,
	BARE_NEGATOR = 2,
	ACTED = 4,		/* it did something to another, which an
				   opinion of its own would count twice */
	HEARSAY = 8,
	IS_HIT = OPINION | BARE_NEGATOR,
};

/* The units at work. */
struct work {
	const struct match *m;
	const struct words *w;
	size_t acting;
	uint16_t act[WORDS_ROOM];	/* units that act on others */
	size_t touched;
	uint16_t touch[2 * WORDS_ROOM + LEXICON_REACH_MAX];	/* reached ones */
	bool bare;			/* a negator reached nothing */
	/* Of each unit: */
	uint8_t target[WORDS_ROOM];	/* bits of enum target */
	uint16_t negator[WORDS_ROOM];
	int16_t factor[WORDS_ROOM];	/* percent */
	int32_t weight[WORDS_ROOM];
	uint16_t hit[WORDS_ROOM];
};

static inline uint16_t
clause_of(const struct work *k, size_t unit)
{
	return k->w->clause[k->m->unit[unit].first];
}

/* The words from one unit to one behind it. */
static inline size_t
distance(const struct work *k, size_t from, size_t to)
{
	return k->m->unit[to].first - k->m->unit[from].end + 1u;
}

/* ---- what acts ---- */

static void
look_over(struct work *k)
{
	size_t count = k->m->count, acting = 0;
	const struct entry *entry = k->m->index->entry;

	for (size_t i = 0; i < count; i++) {
		const struct entry *e = &entry[k->m->unit[i].entry];

		k->weight[i] = e->weight;
		k->target[i] = (e->is & ENTRY_OPINION) != 0;
		k->negator[i] = RULES_NO_UNIT;
		k->factor[i] = 100;
		k->act[acting] = (uint16_t)i;
		acting += (e->is & ENTRY_ACTS) != 0;
	}
	k->acting = acting;
	k->touched = 0;
}

/* Whether an intensifier has an opinion word in reach: it is no opinion
 * itself. */
static bool
is_intensifying(const struct work *k, size_t at)
{
	const struct match *m = k->m;

	if (at + 1 == m->count)
		return false;
	const struct entry *next = unit_entry(m, at + 1);
	return distance(k, at, at + 1) <= RULES_INTENSIFIER_REACH &&
	    (entry_is(next, ENTRY_OPINION) || next->factor != 0) &&
	    clause_of(k, at) == clause_of(k, at + 1);
}

/* What is wished for or said by others is no opinion. */
static void
spread_hearsay(struct work *k, size_t at, size_t reach)
{
	for (size_t i = at + 1; i < k->m->count &&
	    distance(k, at, i) <= reach &&
	    clause_of(k, at) == clause_of(k, i); i++) {
		k->target[i] = (k->target[i] & (uint8_t)~OPINION) | HEARSAY;
		if (entry_is(unit_entry(k->m, i), ENTRY_CONTRAST))
			return;
	}
}

static void
find_targets(struct work *k, struct rules *r)
{
	r->contrasts = 0;
	for (size_t i = 0; i < k->acting; i++) {
		size_t at = k->act[i];
		const struct entry *e = unit_entry(k->m, at);

		r->contrast[r->contrasts] = (uint16_t)at;
		r->contrasts += entry_is(e, ENTRY_CONTRAST);
		if (e->factor != 0 && is_intensifying(k, at))
			k->target[at] &= (uint8_t)~OPINION;
		if (e->hearsay != 0 && !entry_is(e, ENTRY_CONTRAST))
			spread_hearsay(k, at, e->hearsay);
	}
}

/* Whether the opinion is not too faint for anybody to have written it down: a
 * negator that reaches only such ones is an opinion too. */
static bool
is_written_down(const struct work *k, size_t at)
{
	return entry_is(unit_entry(k->m, at), ENTRY_BY_HAND);
}

/* The later negator of two is the nearer one. */
static void
negate_behind(struct work *k, size_t at, size_t reach)
{
	for (size_t i = at + 1; i < k->m->count &&
	    distance(k, at, i) <= reach &&
	    clause_of(k, at) == clause_of(k, i); i++) {
		if (k->target[i] & OPINION) {
			if (k->negator[i] == RULES_NO_UNIT)
				k->touch[k->touched++] = (uint16_t)i;
			k->negator[i] = (uint16_t)at;
			k->target[at] |= is_written_down(k, i) ? ACTED : 0;
		}
		if (entry_is(unit_entry(k->m, i), ENTRY_CONTRAST))
			return;
	}
}

/* The earlier negator of two is the nearer one; one before the opinion goes
 * first. */
static void
negate_before(struct work *k, size_t at, size_t reach)
{
	for (size_t i = at; i-- > 0 && distance(k, i, at) <= reach &&
	    clause_of(k, at) == clause_of(k, i);) {
		if (k->target[i] & OPINION) {
			if (k->negator[i] == RULES_NO_UNIT) {
				k->touch[k->touched++] = (uint16_t)i;
				k->negator[i] = (uint16_t)at;
			}
			k->target[at] |= is_written_down(k, i) ? ACTED : 0;
		}
		if (entry_is(unit_entry(k->m, i), ENTRY_CONTRAST))
			return;
	}
}

/* The product of the intensifiers right before unit `at`, in percent. */
static int32_t
factor_before(struct work *k, size_t at)
{
	int32_t factor = 100;

	for (size_t i = at; i-- > 0;) {
		const struct entry *e = unit_entry(k->m, i);

		if (e->factor == 0 || clause_of(k, i) != clause_of(k, at) ||
		    distance(k, i, i + 1) > RULES_INTENSIFIER_REACH)
			break;
		factor = factor * e->factor / 100;
		if (factor > RULES_FACTOR_MOST)
			factor = RULES_FACTOR_MOST;
		if (factor < RULES_FACTOR_LEAST)
			factor = RULES_FACTOR_LEAST;
		k->target[i] |= ACTED;
	}
	return factor;
}

static void
act(struct work *k)
{
	for (size_t i = 0; i < k->acting; i++) {
		size_t at = k->act[i];
		const struct entry *e = unit_entry(k->m, at);

		if (e->reach != 0 && !entry_is(e, ENTRY_NEUTRAL |
		    ENTRY_CONTRAST))
			negate_behind(k, at, e->reach);
		if (e->factor == 0 || at + 1 == k->m->count ||
		    !(k->target[at + 1] & OPINION))
			continue;
		k->factor[at + 1] = (int16_t)factor_before(k, at + 1);
		k->touch[k->touched++] = (uint16_t)(at + 1);
	}
	for (size_t i = 0; i < k->acting; i++) {
		size_t at = k->act[i];
		const struct entry *e = unit_entry(k->m, at);

		if (e->reach_back != 0 && !entry_is(e, ENTRY_NEUTRAL |
		    ENTRY_CONTRAST))
			negate_before(k, at, e->reach_back);
	}
}

/* A negator that reached nothing is a hit. */
static void
find_bare_negators(struct work *k)
{
	k->bare = false;
	for (size_t i = 0; i < k->acting; i++) {
		size_t at = k->act[i];
		const struct entry *e = unit_entry(k->m, at);

		if (e->reach + e->reach_back == 0 || (k->target[at] &
		    (ACTED | HEARSAY)) != 0 || entry_is(e, ENTRY_NEUTRAL))
			continue;
		k->target[at] |= BARE_NEGATOR;
		if (e->weight == 0)
			k->weight[at] = RULES_BARE_NEGATOR;
		k->bare = true;
	}
}

/* ---- hits ---- */

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

static void
weigh_touched(struct work *k)
{
	for (size_t i = 0; i < k->touched; i++) {
		size_t at = k->touch[i];
		const struct entry *e = unit_entry(k->m, at);

		if (entry_is(e, ENTRY_TURNED))
			k->negator[at] = RULES_NO_UNIT;
		k->weight[at] = k->negator[at] != RULES_NO_UNIT ?
		    negated(e, k->factor[at]) :
		    e->weight * k->factor[at] / 100;
	}
}

static void
list_hits(struct rules *r, const struct work *k)
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
order_bare_negators(struct rules *r, const struct work *k)
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
sentence_of(const struct rules *r, const struct work *k, size_t hit)
{
	return k->w->ordinal[k->m->unit[r->unit[hit]].first];
}

/* Whether every word of the unit is written in capitals, among others that are
 * not. */
static bool
is_loud(const struct work *k, const struct unit *u)
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
apply_capitals(struct rules *r, const struct work *k)
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
apply_contrast(struct rules *r, const struct work *k, const struct saying *s,
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
apply_contrasts(struct rules *r, const struct work *k)
{
	size_t contrasts = r->contrasts;

	for (size_t i = k->w->sentences; i-- > 0 && contrasts > 0;)
		contrasts = apply_contrast(r, k, &r->said[i],
		    &k->w->sentence[i], contrasts);
}

/* Exclamation marks; only they lift a weight above its bound. */
static void
apply_marks(struct rules *r, const struct work *k)
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

/* Which hits are whose, and their sums: every hit adds to its sentence, and the
 * last one is its end. */
static void
add_up(struct rules *r, const struct work *k)
{
	size_t sentences = k->w->sentences;
	uint16_t end = 0;

	for (size_t i = 0; i < sentences; i++)
		r->said[i] = (struct saying){.first = 0};
	for (size_t i = 0; i < r->count; i++) {
		struct saying *s = &r->said[sentence_of(r, k, i)];

		s->end = (uint16_t)(i + 1);
		s->sum += r->weight[i];
		s->all += abs(r->weight[i]);
	}
	for (size_t i = 0; i < sentences; i++) {
		struct saying *s = &r->said[i];

		s->first = end;
		end = s->end > end ? s->end : end;
		s->end = end;
	}
}

void
rules_apply(struct rules *r, const struct match *m, const struct words *w)
{
	struct work k;

	k.m = m;
	k.w = w;
	look_over(&k);
	find_targets(&k, r);
	act(&k);
	find_bare_negators(&k);
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
