/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rules_work.h"

static inline uint16_t
clause_of(const struct rules_work *k, size_t unit)
{
	return k->w->clause[k->m->unit[unit].first];
}

/* The words from one unit to one behind it. */
static inline size_t
distance(const struct rules_work *k, size_t from, size_t to)
{
	return k->m->unit[to].first - k->m->unit[from].end + 1u;
}

/* ---- what acts ---- */

static void
look_over(struct rules_work *k)
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
is_intensifying(const struct rules_work *k, size_t at)
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
spread_hearsay(struct rules_work *k, size_t at, size_t reach)
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
find_targets(struct rules_work *k, struct rules *r)
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
is_written_down(const struct rules_work *k, size_t at)
{
	return entry_is(unit_entry(k->m, at), ENTRY_BY_HAND);
}

/* The later negator of two is the nearer one. */
static void
negate_behind(struct rules_work *k, size_t at, size_t reach)
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
negate_before(struct rules_work *k, size_t at, size_t reach)
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

/* Whether no word of its clause is behind a unit. */
static bool
ends_clause(const struct rules_work *k, size_t at)
{
	const struct unit *u = &k->m->unit[at];

	return u->end >= k->w->given ||
	    k->w->clause[u->end] != k->w->clause[u->first] ||
	    k->w->ordinal[u->end] != k->w->ordinal[u->first];
}

/* The clause of the word behind a unit, if that is in its sentence. */
static uint16_t
clause_behind(const struct rules_work *k, size_t at)
{
	const struct unit *u = &k->m->unit[at];

	return u->end < k->w->given &&
	    k->w->ordinal[u->end] == k->w->ordinal[u->first] ?
	    k->w->clause[u->end] : k->w->clause[u->first];
}

/* "I cannot say, that": what is behind it, also at once behind a comma, where
 * what is negated is then not negated any more.  Without a comma it is a
 * negator as any other: many languages say their negations twice. */
static void
negate_clause(struct rules_work *k, size_t at, size_t reach)
{
	uint16_t clause = clause_behind(k, at);
	bool twice = clause != clause_of(k, at);

	for (size_t i = at + 1; i < k->m->count &&
	    distance(k, at, i) <= reach && clause == clause_of(k, i); i++) {
		if (k->target[i] & OPINION) {
			bool negated = k->negator[i] != RULES_NO_UNIT;

			if (!(k->target[i] & GOVERNED))
				k->touch[k->touched++] = (uint16_t)i;
			if (!negated || twice)
				k->negator[i] = negated ? RULES_NO_UNIT :
				    (uint16_t)at;
			k->target[i] |= GOVERNED;
			k->target[at] |= is_written_down(k, i) ? ACTED : 0;
		}
		if (entry_is(unit_entry(k->m, i), ENTRY_CONTRAST))
			return;
	}
}

/* The product of the intensifiers right before unit `at`, in percent. */
static int32_t
factor_before(struct rules_work *k, size_t at)
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
act(struct rules_work *k)
{
	for (size_t i = 0; i < k->acting; i++) {
		size_t at = k->act[i];
		const struct entry *e = unit_entry(k->m, at);

		if (e->reach != 0 && !entry_is(e, ENTRY_NEUTRAL |
		    ENTRY_CONTRAST | ENTRY_GOVERNS))
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
		    ENTRY_CONTRAST) && (!entry_is(e, ENTRY_LAST) ||
		    ends_clause(k, at)))
			negate_before(k, at, e->reach_back);
	}
	for (size_t i = 0; i < k->acting; i++) {
		size_t at = k->act[i];
		const struct entry *e = unit_entry(k->m, at);

		if (entry_is(e, ENTRY_GOVERNS) && !entry_is(e, ENTRY_NEUTRAL |
		    ENTRY_CONTRAST))
			negate_clause(k, at, e->reach);
	}
}

/* A negator that reached nothing is a hit. */
static void
find_bare_negators(struct rules_work *k)
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

void
rules_look(struct rules_work *k, struct rules *r, const struct match *m,
	const struct words *w)
{
	k->m = m;
	k->w = w;
	look_over(k);
	find_targets(k, r);
	act(k);
	find_bare_negators(k);
}
