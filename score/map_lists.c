/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which reviews may be shown, and why (tally_top.h). */
#include "map_cells.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "copies.h"

enum {
	SCORE_MAX = 10000,
	STRONG = 6000,			/* score of a complaint, either way */
	WORDS_ROOM = 512,
	ASPECT_ROOM = 100,		/* of an aspect's name, as a group */
};

static const struct text nothing = {NULL, 0};

/* top|list|brand|group|rank|id; false where the list is full of what stands
 * before it, as it mostly is when much has been read. */
static bool
begin_top(struct map *m, const char *list, struct text group,
	struct text rank)
{
	size_t name;

	tally_key_begin(&m->key, "top");
	map_key_add(m, text_of(list));
	map_key_add(m, m->line.review.brand);
	map_key_add(m, group);
	name = m->key.length + 1;
	map_key_add(m, rank);
	if (!tally_may(m->tally, &m->key, name))
		return false;
	map_key_add(m, m->line.review.id);
	return true;
}

enum { RANK_DIGITS = 5 };

/* Five digits: the more it is of SCORE_MAX, the further in front. */
static struct text
rank_of(int strength, char to[RANK_DIGITS])
{
	int rest = strength >= SCORE_MAX ? 0 : SCORE_MAX - strength, i;

	for (i = RANK_DIGITS; i-- > 0; rest /= 10)
		to[i] = (char)('0' + rest % 10);
	return (struct text){to, RANK_DIGITS};
}

/* A quote tells most where much is said in few words and the stars agree. */
static int
put_quote(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;
	const struct sentiment *s = &m->sentiment;
	int strength = abs(s->score);
	bool praise = s->label == SENTIMENT_POS;
	char rank[RANK_DIGITS];

	if ((!praise && s->label != SENTIMENT_NEG) ||
	    strength < MAP_QUOTE_LEAST || r->body.length < MAP_QUOTE_SHORT ||
	    r->body.length > MAP_QUOTE_LONG ||
	    (f->rated && praise != (f->stars > 30000)))
		return 0;
	/* Several words that agree tell more than one. */
	strength = strength * (s->hits < 5 ? (int)s->hits + 3 : 8) / 8;
	return begin_top(m, "quote", text_of(praise ? "pos" : "neg"),
	    rank_of(strength, rank)) ? map_key_put(m, 1, c) : 0;
}

/* Complaints without a reply: the worst first, of these the oldest. */
static int
put_open(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;
	const struct sentiment *s = &m->sentiment;
	bool few = f->rated && f->stars <= 20000;
	bool complaint = s->label == SENTIMENT_NEG &&
	    !(f->rated && f->stars >= 40000);
	bool worst = f->rated && f->stars <= 10000;
	struct text day = text_is_absent(f->day) ? text_of("9999") : f->day;
	char rank[32];

	if (f->survey || !text_is_absent(r->reply) || (!few && !complaint))
		return 0;
	snprintf(rank, sizeof(rank), "%d%.*s", worst && complaint ? 0 :
	    worst || s->score <= -STRONG ? 1 : 2, (int)day.length, day.bytes);
	return begin_top(m, "open", nothing, text_of(rank)) ?
	    map_key_put(m, 1, c) : 0;
}

static int
compare_weights(const void *a, const void *b)
{
	const struct sentiment_term *const *x = a, *const *y = b;
	int32_t v = abs((*x)->weight), w = abs((*y)->weight);

	if (v != w)
		return v > w ? -1 : 1;
	return (*x > *y) - (*x < *y);	/* in the order of the text */
}

/* The words that weigh most on the side of the score. */
static void
deciding_words(const struct sentiment *s, char room[WORDS_ROOM])
{
	const struct sentiment_term *term[SENTIMENT_TERMS_MAX];
	size_t count = 0, length = 0, i;

	for (i = 0; i < s->count; i++)
		if ((s->term[i].weight > 0) == (s->score > 0) &&
		    s->term[i].weight != 0)
			term[count++] = &s->term[i];
	if (count > 1)
		qsort(term, count, sizeof(term[0]), compare_weights);
	room[0] = '\0';
	for (i = 0; i < count && i < MAP_WORDS; i++) {
		const struct sentiment_term *t = term[i];
		const char *first = t->negator, *second = t->term;
		int wrote;

		if (first != NULL && t->behind) {
			first = t->term;
			second = t->negator;
		}
		wrote = snprintf(room + length, WORDS_ROOM - length,
		    "%s%s%s%s", i > 0 ? ", " : "", first != NULL ? first : "",
		    first != NULL ? " " : "", second);
		if (wrote < 0 || (size_t)wrote >= WORDS_ROOM - length) {
			room[length] = '\0';
			return;
		}
		length += (size_t)wrote;
	}
}

/* Many stars with complaint, few with praise; the most outspoken first. */
static int
put_against(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct sentiment *s = &m->sentiment;
	char rank[RANK_DIGITS], words[WORDS_ROOM];
	bool praise = s->label == SENTIMENT_POS;

	if (!f->rated || !((praise && f->stars <= 20000) ||
	    (s->label == SENTIMENT_NEG && f->stars >= 40000)))
		return 0;
	if (!begin_top(m, "against", text_of(praise ? "pos" : "neg"),
	    rank_of(abs(s->score), rank)))
		return 0;
	deciding_words(s, words);
	map_key_add(m, text_of(words));
	return map_key_put(m, 1, c);
}

/* aspect:label */
static struct text
aspect_group(const struct sentiment_aspect *a, char to[ASPECT_ROOM + 8])
{
	const char *label = a->label == SENTIMENT_POS ? ":pos" : ":neg";
	size_t length = strnlen(a->aspect, ASPECT_ROOM);

	memcpy(to, a->aspect, length);
	memcpy(to + length, label, 4);
	return (struct text){to, length + 4};
}

/* top|aspect|brand|aspect:label|rank|id: short texts that are clear about an
 * aspect. */
static int
put_aspect_quotes(struct map *m, struct complaint *c)
{
	const struct review *r = &m->line.review;
	const struct sentiment *s = &m->sentiment;
	char rank[RANK_DIGITS], group[ASPECT_ROOM + 8];
	size_t i;

	if (r->body.length < MAP_QUOTE_SHORT || r->body.length >
	    MAP_QUOTE_LONG)
		return 0;
	for (i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];

		if (abs(a->score) < MAP_QUOTE_LEAST ||
		    (a->label != SENTIMENT_POS && a->label != SENTIMENT_NEG))
			continue;
		if (begin_top(m, "aspect", aspect_group(a, group),
		    rank_of(abs(a->score), rank)) && map_key_put(m, 1, c) < 0)
			return -2;
	}
	return 0;
}

/* top|copy|brand|month|least hash|id|stars and bins: those with the least
 * hashes, which near copies have in common. */
static int
put_copy(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;
	char rank[24], more[COPIES_BINS + 2];
	uint64_t least;

	m->long_text = !f->survey && copies_least(r->body, &least);
	if (!m->long_text)
		return 0;
	snprintf(rank, sizeof(rank), "%016llx", (unsigned long long)least);
	if (!begin_top(m, "copy", f->month, text_of(rank)))
		return 0;
	more[0] = (char)('0' + review_whole_stars(f->stars));
	copies_sign(r->body, more + 1);
	map_key_add(m, text_of(more));
	return map_key_put(m, 1, c);
}

int
map_lists(struct map *m, const struct map_facts *f, struct complaint *c)
{
	if (put_quote(m, f, c) < 0 || put_open(m, f, c) < 0 ||
	    put_against(m, f, c) < 0 || put_copy(m, f, c) < 0)
		return -2;
	return put_aspect_quotes(m, c);
}
