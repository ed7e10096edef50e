/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notice.h"

#include <stdlib.h>
#include <string.h>

void
notice_begin(struct notice *n)
{
	n->words = n->known = 0;
	n->praise = n->complaint = 0;
}

/* ---- coverage ---- */

/* The words of mentions that no unit holds are known too. */
static void
count_words(struct notice *n, const struct match *m, size_t spoken)
{
	size_t known = m->covered;

	for (size_t k = 0; k < n->mentions.count; k++) {
		const struct mention *one = &n->mentions.list[k];

		for (size_t i = 0; i < one->count; i++)
			known += !match_holds(m, one->first + i);
	}
	n->words += spoken;
	n->known += known;
}

/* ---- aspects ---- */

static void
add_aspect(const struct aspects *a, const struct words *w,
	const struct mention *m, enum sentiment_field field,
	struct sentiment *to)
{
	struct sentiment_aspect *aspect = &to->aspect[to->aspects++];

	*aspect = (struct sentiment_aspect){
		.field = field,
		.start = w->start[m->first],
		.end = w->end[m->first + m->count - 1],
	};
	if (m->phrase != NULL) {
		aspect->aspect = aspects_name(a, m->phrase);
		aspect->stage = stage_name(aspects_stage(m->phrase));
	}
	if (!m->said)
		return;
	aspect->score = (int32_t)(SENTIMENT_SCORE_MAX * (int64_t)m->sum /
	    (labs(m->sum) + SENTIMENT_BOUND));
	aspect->label = m->sum > SENTIMENT_ASPECT_CLEAR ? SENTIMENT_POS :
	    m->sum < -SENTIMENT_ASPECT_CLEAR ? SENTIMENT_NEG : SENTIMENT_NEU;
}

static void
take_notes(struct mentions *m, const struct rules *r)
{
	for (size_t k = 0; k < m->count; k++) {
		struct mention *one = &m->list[k];
		int32_t note = r->said[one->sentence].note;

		if (note == 0)
			continue;
		one->said = true;
		one->sum = one->own ? one->sum + note : note;
	}
}

/* As long as there is room. */
static void
add_aspects(struct notice *n, const struct lexicon_language *language,
	const struct words *w, const struct match *m, const struct rules *r,
	enum sentiment_field field, struct sentiment *to)
{
	size_t room = SENTIMENT_ASPECTS_MAX - to->aspects;

	if (room == 0 || n->mentions.count == 0)
		return;
	aspect_judge(&n->mentions, w, m, r);
	if (field >= SENTIMENT_POSITIVE_NOTES)
		take_notes(&n->mentions, r);
	for (size_t i = 0; i < n->mentions.count && i < room; i++)
		add_aspect(language->aspects, w, &n->mentions.list[i], field,
		    to);
}

/* ---- comparisons ---- */

/* The mention in what the comparison covers, else the nearest one; "returned X
 * and bought Y" prefers nothing about returns. */
static const struct mention *
mention_near(const struct mention *list, size_t count,
	const struct comparison *c)
{
	const struct mention *nearest = NULL;
	size_t least = WORDS_MAX;

	for (size_t k = 0; k < count; k++) {
		const struct mention *one = &list[k];
		size_t end = (size_t)one->first + one->count, distance = 0;

		if (end <= c->first)
			distance = c->first - end + 1;
		else if (one->first >= c->first + c->count)
			distance = one->first - (c->first + c->count) + 1;
		if (one->phrase != NULL && distance < least && (distance > 0 ||
		    aspects_stage(one->phrase) != STAGE_RETURN)) {
			least = distance;
			nearest = one;
		}
	}
	return nearest;
}

/* Of the mentions `list`, those of the sentence. */
static void
add_comparison(const struct notice *n, const struct aspects *a,
	const struct words *w, const struct comparison *c,
	const struct mention *list, size_t count, enum sentiment_field field,
	struct sentiment *to)
{
	const struct mention *m = mention_near(list, count, c);
	const char *const *name = n->brands->name;
	const char *preferred = c->preferred < 0 ? NULL : name[c->preferred];
	const char *over = c->over < 0 ? NULL : name[c->over];

	/* "Nothing is better than" the brand that the review is about. */
	if ((preferred == NULL && text_is(to->subject, over)) ||
	    (over == NULL && text_is(to->subject, preferred)) ||
	    to->comparisons == SENTIMENT_COMPARISONS_MAX)
		return;
	to->comparison[to->comparisons++] = (struct sentiment_comparison){
		.preferred = preferred,
		.over = over,
		.aspect = m == NULL ? NULL : aspects_name(a, m->phrase),
		.field = field,
		.start = w->start[c->first],
		.end = w->end[c->first + c->count - 1],
	};
}

static void
compare(struct notice *n, const struct lexicon_language *language,
	const struct words *w, const struct match *m, const struct rules *r,
	enum sentiment_field field, struct sentiment *to)
{
	const struct phrases *names = brands_in(n->brands, language->tag,
	    language->way);
	const struct mention *list = n->mentions.list;
	size_t first = 0, unit = 0;

	for (size_t i = 0; i < w->sentences; i++) {
		struct comparison_place at = {.w = w, .m = m,
		    .sentence = w->sentence[i], .unit = unit,
		    .sum = r->said[i].sum};
		size_t end = first;

		while (unit < m->count && m->unit[unit].first <
		    w->sentence[i].end)
			unit++;
		at.unit_end = unit;
		if (r->said[i].note == 0 && field >= SENTIMENT_POSITIVE_NOTES)
			continue;	/* an empty note */
		while (end < n->mentions.count && list[end].sentence == i)
			end++;
		comparison_find(&n->comparisons, language->patterns, names,
		    &at);
		for (size_t k = 0; k < n->comparisons.count; k++)
			add_comparison(n, language->aspects, w,
			    &n->comparisons.list[k], &list[first], end - first,
			    field, to);
		first = end;
	}
}

void
notice_sentences(struct notice *n, const struct lexicon_language *language,
	const struct words *w, const struct match *m, const struct rules *r,
	enum sentiment_field field, size_t spoken, struct sentiment *to)
{
	aspect_find(&n->mentions, language->aspects, w, m, n->from, n->to);
	add_aspects(n, language, w, m, r, field, to);
	for (size_t i = 0; i < w->sentences; i++) {
		const struct saying *s = &r->said[i];
		int32_t all = s->all + abs(s->note), sum = s->sum + s->note;

		n->praise += (all + sum) / 2;
		n->complaint += (all - sum) / 2;
	}
	count_words(n, m, spoken);
	if (n->brands != NULL && language->patterns != NULL)
		compare(n, language, w, m, r, field, to);
}

/* ---- how sure ---- */

/* Half where praise and complaint are even and the score lies between the
 * cuts, more the further off it is, the more they agree and the more words
 * say so. */
static int
confidence_of(const struct notice *n, const struct sentiment *s)
{
	int64_t all = n->praise + n->complaint;
	int64_t agreement = all == 0 ? 0 : 100 * llabs(n->praise -
	    n->complaint) / all;
	int64_t off = labs(s->score - (SENTIMENT_POSITIVE +
	    SENTIMENT_NEGATIVE) / 2);
	int64_t clear = off >= SENTIMENT_SURE ? 100 : 100 * off /
	    SENTIMENT_SURE;
	int64_t words = s->hits >= SENTIMENT_SURE_HITS ? 100 :
	    100 * (int64_t)s->hits / SENTIMENT_SURE_HITS;

	return (int)(50 + (25 * clear + 12 * agreement + 10 * words) / 100);
}

void
notice_end(const struct notice *n, struct sentiment *to)
{
	to->coverage = n->words == 0 ? 0 : (int)(100 * n->known / n->words);
	if (to->label != SENTIMENT_UNSCORED)
		to->confidence = confidence_of(n, to);
}
