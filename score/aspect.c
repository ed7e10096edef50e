/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aspect.h"

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
	uint32_t segment = 0;
	size_t unit = 0;

	for (size_t i = 0; i < s->count; i++) {
		while (unit < match->count && match->unit[unit].first < i)
			unit++;
		bool contrast = unit < match->count &&
		    match->unit[unit].first == i &&
		    match->unit[unit].term->is_contrast;
		segment += i > 0 && (contrast ||
		    s->word[i].clause != s->word[i - 1].clause);
		j->segment[i] = segment;
	}
}

/* A hit is known by its bytes, with its negator; the opinion is where its
 * term stands. */
static void
list_opinions(struct judging *j, const struct sentence *s,
	const struct rules *r)
{
	size_t at = 0;

	j->count = r->count;
	for (size_t i = 0; i < r->count; i++) {
		const struct hit *hit = &r->hit[i];
		size_t words = hit->term->words > 0 ? hit->term->words : 1;

		while (at > 0 && s->word[at].start > hit->start)
			at--;
		while (at + 1 < s->count && s->word[at].start < hit->start)
			at++;
		size_t first = at;
		if (!hit->behind) {
			size_t last = at;
			while (last + 1 < s->count &&
			    s->word[last].end < hit->end)
				last++;
			first = last + 1 >= words ? last + 1 - words : 0;
		}
		j->opinion[i] = (struct opinion){first, first + words - 1,
		    j->segment[first], hit->weight};
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

static void
find_opinion(const struct judging *j, struct mention *m)
{
	const struct opinion *nearest = nearest_opinion(j, m);

	if (nearest != NULL) {
		m->said = true;
		m->sum = nearest->weight;
	} else if (!lend(j, m->segment + 1, m) && m->segment > 0) {
		lend(j, m->segment - 1, m);
	}
}

void
aspect_judge(struct mentions *m, const struct sentence *s,
	const struct match *match, const struct rules *r)
{
	struct judging j;
	bool own[ASPECT_MENTIONS_MAX];

	if (m->count == 0 || r->count == 0)
		return;
	j.m = m;
	cut_segments(&j, s, match);
	for (size_t k = 0; k < m->count; k++)
		m->list[k].segment = j.segment[m->list[k].first];
	list_opinions(&j, s, r);
	give_opinions(&j);
	for (size_t k = 0; k < m->count; k++)
		own[k] = m->list[k].said;
	for (size_t k = 0; k < m->count; k++)
		if (!own[k])
			find_opinion(&j, &m->list[k]);
}
