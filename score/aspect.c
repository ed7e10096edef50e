/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "aspect.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

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
		const struct phrase *found = p == NULL ||
		    !match_has(m->bits[i / 64].mention, i) ? NULL :
		    phrases_find(p, w, i);
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

static const struct phrase *
phrase_at(const struct phrases *p, const struct words *w,
	const struct match *m, size_t at)
{
	return m->mention[at] == INDEX_BEGINS ? phrases_find(p, w, at) :
	    &p->list[m->mention[at] - 1];
}

static void
find_all(struct mentions *to, const struct phrases *p, const struct words *w,
	const struct match *m)
{
	size_t end = 0, left = ASPECT_MENTIONS_MAX;
	uint16_t sentence = RULES_NO_UNIT;

	for (size_t block = 0; block < m->blocks; block++)
		for (uint64_t bits = m->bits[block].mention; bits != 0;
		    bits &= bits - 1) {
			size_t at = 64 * block + lowest_bit(bits);
			const struct phrase *found = at < end ? NULL :
			    phrase_at(p, w, m, at);

			if (found == NULL)
				continue;
			if (w->ordinal[at] != sentence) {
				sentence = w->ordinal[at];
				left = ASPECT_MENTIONS_MAX;
			}
			if (left == 0)
				continue;
			left--;
			to->list[to->count++] = (struct mention){
			    .phrase = found, .first = (uint16_t)at,
			    .count = found->count, .sentence = sentence};
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

/* What was read at once.  Segments are numbered from 0. */
struct judging {
	const struct words *w;
	const struct rules *r;
	/* Opinions; what has the same number is one. */
	uint16_t first[WORDS_ROOM], last[WORDS_ROOM];	/* words */
	uint16_t segment[WORDS_ROOM];
	int32_t weight[WORDS_ROOM];
	uint16_t before[WORDS_ROOM + 1];	/* opinions before each hit */
	/* Of each segment: */
	int32_t sum[WORDS_ROOM + 2];
	uint16_t opinions[WORDS_ROOM + 2], named[WORDS_ROOM + 2];
};

/* The segment of each word: another one behind every comma and its like, at
 * every contrast, and in each sentence.  In `room`, or what is there already. */
static const uint16_t *
cut_segments(const struct words *w, const struct match *m,
	const struct rules *r, uint16_t room[WORDS_ROOM])
{
	uint16_t more = 0;
	size_t i = 0;

	if (r->contrasts == 0)
		return w->clause;
	for (size_t k = 0; k < r->contrasts; k++) {
		size_t at = m->unit[r->contrast[k]].first;

		for (; i < at; i++)
			room[i] = (uint16_t)(w->clause[i] + more);
		more = (uint16_t)(more + (at > 0 &&
		    w->clause[at] == w->clause[at - 1]));
	}
	for (; i < w->given; i++)
		room[i] = (uint16_t)(w->clause[i] + more);
	return room;
}

/* Words that only learning weighs lean to one side more often than they say
 * something; they add up in a text, but are no opinion of a place. */
static inline bool
is_faint(const struct entry *e, int32_t weight)
{
	return abs(weight) < (entry_is(e, ENTRY_BY_HAND) ? ASPECT_FAINT :
	    ASPECT_FAINT_LEARNED);
}

/* A negator that reaches nothing but faint words is as good as bare ("wasn't
 * reading anything"); it counts once. */
static void
list_opinions(struct judging *j, const struct match *m,
	const uint16_t *segment)
{
	const struct rules *r = j->r;
	size_t negated = RULES_NO_UNIT;	/* where the last such one stands */
	uint16_t count = 0;

	for (size_t i = 0; i < r->count; i++) {
		const struct unit *u = &m->unit[r->unit[i]];
		const struct entry *e = &m->index->entry[u->entry];
		int32_t weight = r->weight[i];
		bool counts = !is_faint(e, weight);

		if (r->negator[i] == RULES_NO_UNIT) {
			bool middling = entry_is(e, ENTRY_MIDDLING);

			weight = middling ? 0 : weight;
			counts |= middling;
		} else if (!counts && r->negator[i] < r->unit[i] &&
		    r->negator[i] != negated) {
			negated = r->negator[i];
			weight = RULES_BARE_NEGATOR;
			counts = true;
		}
		uint16_t at = (uint16_t)(segment[u->first] - segment[0]);
		j->before[i] = count;
		j->first[count] = u->first;
		j->last[count] = (uint16_t)(u->end - 1);
		j->segment[count] = at;
		j->weight[count] = weight;
		j->sum[at] += counts ? weight : 0;
		j->opinions[at] = (uint16_t)(j->opinions[at] + counts);
		count = (uint16_t)(count + counts);
	}
	j->before[r->count] = count;
}

static inline int
distance(const struct judging *j, const struct mention *m, size_t opinion)
{
	int before = m->first - j->last[opinion];
	int behind = j->first[opinion] - m->first - m->count + 1;

	before = before > behind ? before : behind;
	return before > 0 ? before : 0;
}

/* The opinions of the mention's sentence: from *first on; returns the end. */
static size_t
opinions_near(const struct judging *j, const struct mention *m, size_t *first)
{
	const struct saying *s = &j->r->said[m->sentence];

	*first = j->before[s->first];
	return j->before[s->end];
}

/* Gives each opinion of a segment to the nearest of its mentions. */
static void
give_opinions(const struct judging *j, struct mention *m, size_t count)
{
	size_t i, end = opinions_near(j, m, &i);

	for (; i < end; i++) {
		struct mention *nearest = m;
		int least = INT_MAX;

		if (j->segment[i] != m->segment)
			continue;
		for (size_t k = 0; k < count; k++) {
			int far = distance(j, &m[k], i);

			nearest = far <= least ? &m[k] : nearest;
			least = far <= least ? far : least;
		}
		nearest->said = true;
		nearest->sum += j->weight[i];
	}
}

/* Gives a mention the nearest opinion within `most` words, if there is one; of
 * its own segment only, or of any. */
static bool
take_nearest(const struct judging *j, struct mention *m, bool own, int most)
{
	size_t i, end = opinions_near(j, m, &i);

	for (; i < end; i++) {
		int far = distance(j, m, i);

		if ((own && j->segment[i] != m->segment) || far > most)
			continue;
		most = far - 1;
		m->said = true;
		m->sum = j->weight[i];
	}
	return m->said;
}

/* The opinions of a segment of the sentence in which nobody is mentioned. */
static bool
lend(const struct judging *j, uint16_t segment, struct mention *to)
{
	if (j->opinions[segment] == 0 || j->named[segment] > 0)
		return false;
	to->said = true;
	to->sum = j->sum[segment];
	return true;
}

/* Of a mention without an opinion of its own, in a sentence whose segments are
 * first .. last; the opinion that a list has stands at its end. */
static void
find_opinion(const struct judging *j, struct mention *m, uint16_t first,
	uint16_t last)
{
	if (j->opinions[m->segment] > 0)
		take_nearest(j, m, true, WORDS_MAX);
	else if (!(m->segment < last &&
	    lend(j, (uint16_t)(m->segment + 1), m)) && !(m->segment > first &&
	    lend(j, (uint16_t)(m->segment - 1), m)))
		take_nearest(j, m, false, ASPECT_FAR);
}

/* The mentions of one segment. */
static void
judge_segment(const struct judging *j, struct mention *m, size_t count,
	const uint16_t *segment)
{
	if (count == 1 && j->opinions[m->segment] > 0) {
		m->said = m->own = true;
		m->sum = j->sum[m->segment];
		return;
	}
	const struct sentence *s = &j->w->sentence[m->sentence];
	uint16_t first = (uint16_t)(segment[s->first] - segment[0]);
	uint16_t last = (uint16_t)(segment[s->end - 1] - segment[0]);
	if (j->opinions[m->segment] > 0)
		give_opinions(j, m, count);
	for (size_t k = 0; k < count; k++) {
		m[k].own = m[k].said;
		if (!m[k].own)
			find_opinion(j, &m[k], first, last);
	}
}

void
aspect_judge(struct mentions *m, const struct words *w,
	const struct match *match, const struct rules *r)
{
	uint16_t room[WORDS_ROOM];
	const uint16_t *segment = cut_segments(w, match, r, room);
	size_t segments = (size_t)(uint16_t)(segment[w->given - 1] -
	    segment[0]) + 1, end;
	struct judging j;

	j.w = w;
	j.r = r;
	memset(j.sum, 0, segments * sizeof j.sum[0]);
	memset(j.opinions, 0, segments * sizeof j.opinions[0]);
	memset(j.named, 0, segments * sizeof j.named[0]);
	list_opinions(&j, match, segment);
	for (size_t i = 0; i < m->count; i++) {
		struct mention *one = &m->list[i];

		one->segment = (uint16_t)(segment[one->first] - segment[0]);
		j.named[one->segment]++;
	}
	for (size_t i = 0; i < m->count; i = end) {
		end = i + j.named[m->list[i].segment];
		judge_segment(&j, &m->list[i], end - i, segment);
	}
}
