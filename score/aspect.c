/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aspect.h"

#include <stdlib.h>
#include <string.h>

/* An opinion of the sentence by its words. */
struct opinion {
	size_t first, last;
	uint32_t segment;
	int32_t weight;
};

struct judging {
	struct mention *mention;
	size_t mentions;
	struct opinion opinion[WORDS_MAX];
	size_t count;
	uint16_t first;			/* word of the sentence */
	uint16_t segment[WORDS_MAX];	/* of each word of it */
};

/* ---- finding ---- */

/* The words of a sentence in the bytes from .. to; count 0 where there are
 * none. */
static struct mention
words_between(const struct words *w, const struct sentence *s, size_t from,
	size_t to)
{
	struct mention asked = {.phrase = NULL};

	for (uint16_t i = s->first; i < s->end && w->start[i] < to; i++) {
		if (w->end[i] <= from)
			continue;
		if (asked.count == 0)
			asked.first = i;
		asked.count = (uint16_t)(i - asked.first + 1);
	}
	return asked;
}

static bool
overlap(const struct mention *a, size_t first, size_t count)
{
	return a->count > 0 && first < (size_t)a->first + a->count &&
	    a->first < first + count;
}

/* The mentions of one sentence, among them the one that is asked for. */
static void
find_asked(struct mentions *to, const struct phrases *p,
	const struct words *w, const struct match *m, uint16_t sentence,
	const struct mention *asked)
{
	const struct sentence *s = &w->sentence[sentence];
	bool open = asked->count > 0;
	size_t most = to->count + ASPECT_MENTIONS_MAX;

	for (uint16_t i = s->first; i < s->end && to->count < most;) {
		const struct phrase *found = p == NULL || !m->mention[i] ?
		    NULL : phrases_find(p, w, i);
		struct mention one = *asked;

		if (!open || asked->first != i)
			one = (struct mention){.phrase = found, .first = i,
			    .count = found == NULL ? 0 : found->count};
		else
			open = false;
		if (one.count == 0 || (one.phrase != NULL && open &&
		    overlap(asked, i, one.count))) {
			i++;
			continue;
		}
		one.sentence = sentence;
		to->list[to->count++] = one;
		i = (uint16_t)(i + one.count);
	}
}

static void
find_all(struct mentions *to, const struct phrases *p, const struct words *w,
	const struct match *m)
{
	uint16_t begins[WORDS_ROOM];
	size_t count = 0, end = 0, left = 0;
	uint16_t sentence = 0;

	for (size_t i = 0; i < w->given; i++) {
		begins[count] = (uint16_t)i;
		count += m->mention[i] != 0;
	}
	for (size_t i = 0; i < count; i++) {
		size_t at = begins[i];
		const struct phrase *found = at < end ? NULL :
		    phrases_find(p, w, at);

		if (found == NULL)
			continue;
		if (to->count == 0 || at >= w->sentence[sentence].end) {
			while (at >= w->sentence[sentence].end)
				sentence++;
			left = ASPECT_MENTIONS_MAX;
		}
		if (left == 0)
			continue;
		left--;
		to->list[to->count++] = (struct mention){.phrase = found,
		    .first = (uint16_t)at, .count = found->count,
		    .sentence = sentence};
		end = at + found->count;
	}
}

void
aspect_find(struct mentions *to, const struct aspects *a,
	const struct words *w, const struct match *m, size_t from, size_t end)
{
	const struct phrases *p = a == NULL ? NULL : &a->terms;

	to->count = 0;
	if (end == 0) {
		if (p != NULL)
			find_all(to, p, w, m);
		return;
	}
	for (uint16_t i = 0; i < w->sentences; i++) {
		struct mention asked = words_between(w, &w->sentence[i],
		    from, end);

		find_asked(to, p, w, m, i, &asked);
	}
}

/* ---- judging ---- */

static void
cut_segments(struct judging *j, const struct words *w, const struct match *m,
	const struct sentence *s)
{
	uint16_t segment = 0;

	j->segment[0] = 0;
	for (size_t i = s->first + 1u; i < s->end; i++) {
		const struct entry *e = &m->index->entry[m->entry[i]];

		segment = (uint16_t)(segment + (entry_is(e, ENTRY_CONTRAST) ||
		    w->clause[i] != w->clause[i - 1]));
		j->segment[i - s->first] = segment;
	}
}

/* Words that only learning weighs lean to one side more often than they say
 * something; they add up in a text, but are no opinion of a place. */
static bool
is_faint(const struct entry *e, int32_t weight)
{
	return abs(weight) < (entry_is(e, ENTRY_BY_HAND) ? ASPECT_FAINT :
	    ASPECT_FAINT_LEARNED);
}

/* A negator that reaches nothing but faint words is as good as bare ("wasn't
 * reading anything"); it counts once. */
static void
list_opinions(struct judging *j, const struct match *m,
	const struct rules *r, const struct saying *s)
{
	size_t negated = RULES_NO_UNIT;	/* where the last such one stands */

	j->count = 0;
	for (size_t i = s->first; i < s->end; i++) {
		const struct unit *u = &m->unit[r->unit[i]];
		const struct entry *e = &m->index->entry[u->entry];
		int32_t weight = r->weight[i];
		size_t negator = r->negator[i];

		if (entry_is(e, ENTRY_MIDDLING) && negator == RULES_NO_UNIT) {
			weight = 0;
		} else if (is_faint(e, weight)) {
			if (negator > r->unit[i] || negator == negated)
				continue;
			negated = negator;
			weight = RULES_BARE_NEGATOR;
		}
		j->opinion[j->count++] = (struct opinion){u->first,
		    u->end - 1u, j->segment[u->first - j->first], weight};
	}
}

static size_t
distance(const struct mention *m, const struct opinion *o)
{
	if (m->first > o->last)
		return m->first - o->last;
	if (o->first >= (size_t)m->first + m->count)
		return o->first - ((size_t)m->first + m->count) + 1;
	return 0;
}

/* Gives each opinion to the nearest mention of its segment. */
static void
give_opinions(struct judging *j)
{
	for (size_t i = 0; i < j->count; i++) {
		const struct opinion *o = &j->opinion[i];
		struct mention *nearest = NULL;

		for (size_t k = 0; k < j->mentions; k++) {
			struct mention *m = &j->mention[k];

			if (m->segment == o->segment && (nearest == NULL ||
			    distance(m, o) <= distance(nearest, o)))
				nearest = m;
		}
		if (nearest == NULL)
			continue;
		nearest->said = true;
		nearest->sum += o->weight;
	}
}

static const struct opinion *
nearest_opinion(const struct judging *j, const struct mention *m)
{
	const struct opinion *nearest = NULL;

	for (size_t i = 0; i < j->count; i++) {
		const struct opinion *o = &j->opinion[i];

		if (o->segment == m->segment && (nearest == NULL ||
		    distance(m, o) < distance(m, nearest)))
			nearest = o;
	}
	return nearest;
}

/* The opinions of a segment in which nobody is mentioned. */
static bool
lend(const struct judging *j, uint32_t segment, struct mention *to)
{
	for (size_t k = 0; k < j->mentions; k++)
		if (j->mention[k].segment == segment)
			return false;
	for (size_t i = 0; i < j->count; i++) {
		if (j->opinion[i].segment != segment)
			continue;
		to->said = true;
		to->sum += j->opinion[i].weight;
	}
	return to->said;
}

/* The nearest opinion of the sentence: that of a list stands at its end. */
static void
far_opinion(const struct judging *j, struct mention *m)
{
	const struct opinion *nearest = NULL;

	for (size_t i = 0; i < j->count; i++) {
		const struct opinion *o = &j->opinion[i];

		if (distance(m, o) <= ASPECT_FAR && (nearest == NULL ||
		    distance(m, o) < distance(m, nearest)))
			nearest = o;
	}
	if (nearest == NULL)
		return;
	m->said = true;
	m->sum = nearest->weight;
}

static void
find_opinion(const struct judging *j, struct mention *m)
{
	const struct opinion *nearest = nearest_opinion(j, m);

	if (nearest != NULL) {
		m->said = true;
		m->sum = nearest->weight;
	} else if (!lend(j, m->segment + 1, m) && (m->segment == 0 ||
	    !lend(j, m->segment - 1, m))) {
		far_opinion(j, m);
	}
}

void
aspect_judge(struct mention *first, size_t count, const struct words *w,
	const struct match *m, const struct rules *r)
{
	const struct sentence *s = &w->sentence[first->sentence];
	const struct saying *said = &r->said[first->sentence];
	struct judging j;

	if (said->first == said->end)
		return;
	j.mention = first;
	j.mentions = count;
	j.first = s->first;
	cut_segments(&j, w, m, s);
	for (size_t k = 0; k < count; k++)
		first[k].segment = j.segment[first[k].first - s->first];
	list_opinions(&j, m, r, said);
	give_opinions(&j);
	for (size_t k = 0; k < count; k++)
		first[k].own = first[k].said;
	for (size_t k = 0; k < count; k++)
		if (!first[k].own)
			find_opinion(&j, &first[k]);
}
