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

static void
count_words(struct notice *n, const struct sentence *s, const struct match *m)
{
	size_t unit = 0;

	n->words += s->count;
	for (size_t i = 0; i < m->count; i++)
		n->known += m->unit[i].count;
	/* The words of mentions that no unit holds. */
	for (size_t k = 0; k < n->mentions.count; k++) {
		const struct mention *mention = &n->mentions.list[k];
		size_t end = mention->first + mention->count;

		for (size_t at = mention->first; at < end; at++) {
			while (unit < m->count && m->unit[unit].first +
			    m->unit[unit].count <= at)
				unit++;
			n->known += unit == m->count ||
			    m->unit[unit].first > at;
		}
	}
}

/* ---- aspects ---- */

static void
add_aspect(const struct aspects *a, const struct sentence *s,
	const struct mention *m, enum sentiment_field field,
	struct sentiment *to)
{
	struct sentiment_aspect *aspect = &to->aspect[to->aspects++];

	*aspect = (struct sentiment_aspect){
		.field = field,
		.start = s->word[m->first].start,
		.end = s->word[m->first + m->count - 1].end,
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
take_note(struct mentions *m, int32_t note)
{
	for (size_t k = 0; k < m->count; k++) {
		struct mention *one = &m->list[k];

		one->said = true;
		one->sum = one->own ? one->sum + note : note;
	}
}

/* ---- comparisons ---- */

/* The mention in what the comparison covers, else the nearest one; "returned X
 * and bought Y" prefers nothing about returns. */
static const struct mention *
mention_near(const struct mentions *m, const struct comparison *c)
{
	const struct mention *nearest = NULL;
	size_t least = WORDS_MAX;

	for (size_t k = 0; k < m->count; k++) {
		const struct mention *one = &m->list[k];
		size_t end = one->first + one->count, distance = 0;

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

static void
add_comparison(const struct notice *n, const struct aspects *a,
	const struct sentence *s, const struct comparison *c,
	enum sentiment_field field, struct sentiment *to)
{
	const struct mention *m = mention_near(&n->mentions, c);
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
		.start = s->word[c->first].start,
		.end = s->word[c->first + c->count - 1].end,
	};
}

static void
compare(struct notice *n, const struct lexicon_language *language,
	const struct sentence *s, const struct match *m,
	const struct rules *r, enum sentiment_field field,
	struct sentiment *to)
{
	comparison_find(&n->comparisons, language->patterns,
	    brands_in(n->brands, language->tag, language->way), s, m, r);
	for (size_t i = 0; i < n->comparisons.count; i++)
		add_comparison(n, language->aspects, s,
		    &n->comparisons.list[i], field, to);
}

void
notice_sentence(struct notice *n, const struct lexicon_language *language,
	const struct sentence *s, const struct match *m,
	const struct rules *r, enum sentiment_field field, int32_t note,
	struct sentiment *to)
{
	aspect_find(&n->mentions, language->aspects, s, n->from, n->to);
	aspect_judge(&n->mentions, s, m, r);
	if (note != 0)
		take_note(&n->mentions, note);
	for (size_t k = 0; k < n->mentions.count &&
	    to->aspects < SENTIMENT_ASPECTS_MAX; k++)
		add_aspect(language->aspects, s, &n->mentions.list[k], field,
		    to);
	*(note > 0 ? &n->praise : &n->complaint) += labs(note);
	for (size_t i = 0; i < r->count; i++)
		*(r->hit[i].weight > 0 ? &n->praise : &n->complaint) +=
		    labs(r->hit[i].weight);
	count_words(n, s, m);
	if (n->brands != NULL && language->patterns != NULL)
		compare(n, language, s, m, r, field, to);
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
