/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "terms.h"

#include <stdlib.h>
#include <string.h>

enum {
	STEPS = 64,		/* weights are counted by steps first, */
	STEP = 16,		/* then one by one in the step that matters */
};

_Static_assert(STEPS * STEP > RULES_WEIGHT_MAX, "every weight has a step");

/* The least weight that stays, and how many that weigh no more do. */
struct threshold {
	int32_t weight;
	size_t equal;
};

/* Goes down from the last count until `wanted` are counted; returns where it
 * stops, and in *wanted how many of those there are still wanted. */
static size_t
count_down(const uint16_t *count, size_t counts, size_t *wanted)
{
	size_t i = counts;

	while (i-- > 1 && count[i] < *wanted)
		*wanted -= count[i];
	return i;
}

static struct threshold
threshold_of(const int32_t *weight, size_t count)
{
	uint16_t step[STEPS] = {0}, single[STEP] = {0};
	size_t wanted = SENTIMENT_TERMS_MAX;

	for (size_t i = 0; i < count; i++)
		step[abs(weight[i]) / STEP]++;
	size_t at = count_down(step, STEPS, &wanted);
	for (size_t i = 0; i < count; i++)
		if ((size_t)abs(weight[i]) / STEP == at)
			single[abs(weight[i]) % STEP]++;
	size_t rest = count_down(single, STEP, &wanted);
	return (struct threshold){(int32_t)(at * STEP + rest), wanted};
}

static inline bool
passes(struct threshold *least, int32_t weight)
{
	bool equal = abs(weight) == least->weight && least->equal > 0;

	least->equal -= equal;
	return equal || abs(weight) > least->weight;
}

static struct kept_term
kept_term_of(const struct rules *r, size_t hit, const struct match *m,
	const struct words *w, enum sentiment_field field, size_t language)
{
	const struct unit *u = &m->unit[r->unit[hit]];
	const struct entry *entry = unit_entry(m, r->unit[hit]);
	size_t negator = r->negator[hit];
	struct kept_term to = {
		.weight = r->weight[hit],
		.start = w->start[u->first],
		.end = w->end[u->end - 1],
		.entry = u->entry,
		.negator = INDEX_NONE,
		.field = (uint8_t)field,
		.language = (uint8_t)language,
		.plain = (entry->is & ENTRY_BY_HAND) == 0 ||
		    entry->reach > 0 || entry->reach_back > 0,
	};

	if (negator == RULES_NO_UNIT)
		return to;
	const struct unit *n = &m->unit[negator];
	to.negator = n->entry;
	to.behind = negator > r->unit[hit];
	if (to.behind)
		to.end = w->end[n->end - 1];
	else
		to.start = w->start[n->first];
	return to;
}

/* Adds those hits that are among the strongest, and lets go of terms that are
 * not any more. */
static void
add_strongest(struct terms *t, const struct rules *r, const struct match *m,
	const struct words *w, enum sentiment_field field, size_t language)
{
	int32_t weight[WORDS_ROOM + SENTIMENT_TERMS_MAX];
	size_t old = t->count;

	for (size_t i = 0; i < old; i++)
		weight[i] = t->list[i].weight;
	memcpy(weight + old, r->weight, r->count * sizeof weight[0]);
	struct threshold least = threshold_of(weight, old + r->count);
	uint16_t passed[WORDS_ROOM + SENTIMENT_TERMS_MAX];
	size_t count = 0, k = 0;
	for (size_t i = 0; i < old + r->count; i++) {
		passed[count] = (uint16_t)i;
		count += passes(&least, weight[i]);
	}
	for (; k < count && passed[k] < old; k++)
		t->list[k] = t->list[passed[k]];
	for (; k < count; k++)
		t->list[k] = kept_term_of(r, passed[k] - old, m, w, field,
		    language);
	t->count = count;
}

void
terms_add(struct terms *t, const struct rules *r, const struct match *m,
	const struct words *w, enum sentiment_field field, size_t language)
{
	if (t->count + r->count > SENTIMENT_TERMS_MAX) {
		add_strongest(t, r, m, w, field, language);
		return;
	}
	for (size_t i = 0; i < r->count; i++)
		t->list[t->count++] = kept_term_of(r, i, m, w, field,
		    language);
}

/* Who writes a term soon waits for its letters less. */
static inline void
fetch_early(const char *string)
{
#ifdef __GNUC__
	__builtin_prefetch(string);
#else
	(void)string;
#endif
}

void
terms_end(const struct terms *t, const struct lexicon *l, struct sentiment *to)
{
	const struct lexicon_language *language = l->language;

	to->count = t->count;
	for (size_t i = 0; i < t->count; i++) {
		const struct kept_term *from = &t->list[i];

		/* Nearly always the same as before. */
		if (language != &l->language[from->language])
			language = &l->language[from->language];
		to->term[i] = (struct sentiment_term){
			.negator = language->index.text[from->negator],
			.term = language->index.text[from->entry],
			.behind = from->behind,
			.plain = from->plain,
			.weight = from->weight,
			.field = (enum sentiment_field)from->field,
			.start = from->start,
			.end = from->end,
			.language = language->tag,
		};
		fetch_early(to->term[i].term);
	}
}
