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
	struct mentions *m;
	struct opinion opinion[WORDS_MAX];
	size_t count;
	uint32_t segment[WORDS_MAX];	/* of each word */
};

/* The words in the bytes from .. to; false where there are none. */
static bool
words_between(const struct sentence *s, size_t from, size_t to,
	struct mention *asked)
{
	*asked = (struct mention){.phrase = NULL};
	for (size_t i = 0; i < s->count && s->word[i].start < to; i++) {
		if (s->word[i].end <= from)
			continue;
		if (asked->count == 0)
			asked->first = i;
		asked->count = i - asked->first + 1;
	}
	return asked->count > 0;
}

static bool
overlap(const struct mention *a, size_t first, size_t count)
{
	return a->count > 0 && first < a->first + a->count &&
	    a->first < first + count;
}

void
aspect_find(struct mentions *m, const struct aspects *a,
	const struct sentence *s, size_t from, size_t to)
{
	struct mention asked = {.count = 0};
	bool open = to > 0 && words_between(s, from, to, &asked);

	m->count = 0;
	if (a == NULL && !open)
		return;
	for (size_t i = 0; i < s->count && m->count < ASPECT_MENTIONS_MAX;) {
		if (!open)
			i = a == NULL ? s->count :
			    phrases_next(&a->terms, s, i);
		if (i == s->count)
			break;
		const struct phrase *p = a == NULL ? NULL :
		    phrases_find(&a->terms, s, i);

		if (open && asked.first == i) {
			m->list[m->count++] = asked;
			i += asked.count;
			open = false;
		} else if (p != NULL && !(open && overlap(&asked, i,
		    p->count))) {
			m->list[m->count++] = (struct mention){.phrase = p,
			    .first = i, .count = p->count};
			i += p->count;
		} else {
			i++;
		}
	}
}

/* ---- judging ---- */

static void
cut_segments(struct judging *j, const struct sentence *s,
	const struct match *match)
{
	uint8_t cut[WORDS_MAX];	/* a contrast begins here */
	uint32_t segment = 0;
	bool contrast = false;

	for (size_t i = 0; i < match->count; i++)
		contrast |= match->unit[i].term->is_contrast;
	if (!contrast && s->word[0].clause == s->word[s->count - 1].clause) {
		memset(j->segment, 0, s->count * sizeof j->segment[0]);
		return;
	}
	memset(cut, 0, s->count);
	for (size_t i = 0; i < match->count; i++)
		cut[match->unit[i].first] = match->unit[i].term->is_contrast;
	j->segment[0] = 0;
	for (size_t i = 1; i < s->count; i++) {
		segment += cut[i] |
		    (s->word[i].clause != s->word[i - 1].clause);
		j->segment[i] = segment;
	}
}

/* Words that only learning weighs lean to one side more often than they say
 * something; they add up in a text, but are no opinion of a place. */
static bool
is_faint(const struct hit *hit)
{
	const struct term *t = hit->term;

	return abs(hit->weight) < (t->by_hand || t->reach + t->reach_back > 0 ?
	    ASPECT_FAINT : ASPECT_FAINT_LEARNED);
}

/* A negator that reaches nothing but faint words is as good as bare ("wasn't
 * reading anything"); it counts once. */
static void
list_opinions(struct judging *j, const struct rules *r)
{
	size_t negated = SIZE_MAX;	/* where the last such one stands */

	j->count = 0;
	for (size_t i = 0; i < r->count; i++) {
		const struct hit *hit = &r->hit[i];
		int32_t weight = hit->weight;

		if (hit->term->middling && hit->negator == NULL) {
			weight = 0;
		} else if (is_faint(hit)) {
			if (hit->negator == NULL || hit->behind ||
			    hit->start == negated)
				continue;
			negated = hit->start;
			weight = RULES_BARE_NEGATOR;
		}
		j->opinion[j->count++] = (struct opinion){hit->first, hit->last,
		    j->segment[hit->first], weight};
	}
}

static size_t
distance(const struct mention *m, const struct opinion *o)
{
	if (m->first > o->last)
		return m->first - o->last;
	if (o->first >= m->first + m->count)
		return o->first - (m->first + m->count) + 1;
	return 0;
}

/* Gives each opinion to the nearest mention of its segment. */
static void
give_opinions(struct judging *j)
{
	for (size_t i = 0; i < j->count; i++) {
		const struct opinion *o = &j->opinion[i];
		struct mention *nearest = NULL;

		for (size_t k = 0; k < j->m->count; k++) {
			struct mention *m = &j->m->list[k];

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
	for (size_t k = 0; k < j->m->count; k++)
		if (j->m->list[k].segment == segment)
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
aspect_judge(struct mentions *m, const struct sentence *s,
	const struct match *match, const struct rules *r)
{
	struct judging j;

	if (m->count == 0 || r->count == 0)
		return;
	j.m = m;
	cut_segments(&j, s, match);
	for (size_t k = 0; k < m->count; k++)
		m->list[k].segment = j.segment[m->list[k].first];
	list_opinions(&j, r);
	give_opinions(&j);
	for (size_t k = 0; k < m->count; k++)
		m->list[k].own = m->list[k].said;
	for (size_t k = 0; k < m->count; k++)
		if (!m->list[k].own)
			find_opinion(&j, &m->list[k]);
}
