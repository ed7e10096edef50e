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
threshold_of(const struct terms *t)
{
	uint16_t step[STEPS] = {0}, single[STEP] = {0};
	size_t wanted = SENTIMENT_TERMS_MAX;

	for (size_t i = 0; i < t->count; i++)
		step[abs(t->list[i].weight) / STEP]++;
	size_t at = count_down(step, STEPS, &wanted);
	for (size_t i = 0; i < t->count; i++) {
		size_t weight = (size_t)abs(t->list[i].weight);

		single[weight % STEP] = (uint16_t)(single[weight % STEP] +
		    (weight / STEP == at));
	}
	size_t rest = count_down(single, STEP, &wanted);
	return (struct threshold){(int32_t)(at * STEP + rest), wanted};
}

static void
drop_weakest(struct terms *t)
{
	struct threshold least = threshold_of(t);
	size_t count = 0;

	for (size_t i = 0; i < t->count; i++) {
		int32_t weight = abs(t->list[i].weight);
		bool equal = weight == least.weight && least.equal > 0;

		t->list[count] = t->list[i];
		least.equal -= equal;
		count += equal || weight > least.weight;
	}
	t->count = count;
}

void
terms_add(struct terms *t, const struct rules *r, const struct match *m,
	const struct words *w, enum sentiment_field field)
{
	struct kept_term *to = t->list + t->count;

	for (size_t i = 0; i < r->count; i++, to++) {
		const struct unit *u = &m->unit[r->unit[i]];
		size_t negator = r->negator[i];

		to->weight = r->weight[i];
		to->start = w->start[u->first];
		to->end = w->end[u->end - 1];
		to->entry = u->entry;
		to->negator = INDEX_NONE;
		to->field = (uint8_t)field;
		to->behind = false;
		if (negator == RULES_NO_UNIT)
			continue;
		const struct unit *n = &m->unit[negator];
		to->negator = n->entry;
		to->behind = negator > r->unit[i];
		if (to->behind)
			to->end = w->end[n->end - 1];
		else
			to->start = w->start[n->first];
	}
	t->count += r->count;
	if (t->count > SENTIMENT_TERMS_MAX)
		drop_weakest(t);
}

void
terms_end(const struct terms *t, const struct index *ix, struct sentiment *to)
{
	to->count = t->count;
	for (size_t i = 0; i < t->count; i++) {
		const struct kept_term *from = &t->list[i];

		to->term[i] = (struct sentiment_term){
			.negator = ix->text[from->negator],
			.term = ix->text[from->entry],
			.behind = from->behind,
			.weight = from->weight,
			.field = (enum sentiment_field)from->field,
			.start = from->start,
			.end = from->end,
		};
	}
}
