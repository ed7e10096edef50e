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
};

static const struct text nothing = {NULL, 0};

static void
add(struct map *m, struct text field)
{
	tally_key_add(&m->key, field);
}

static int
put(struct map *m, int64_t n, struct complaint *c)
{
	return tally_put(m->tally, &m->key, n, c) < 0 ? -2 : 0;
}

/* top|list|brand|group|rank|id */
static void
begin_top(struct map *m, const char *list, struct text group,
	const char *rank)
{
	tally_key_begin(&m->key, "top");
	add(m, text_of(list));
	add(m, m->line.review.brand);
	add(m, group);
	add(m, text_of(rank));
	add(m, m->line.review.id);
}

/* A quote tells most where much is said in few words and the stars agree. */
static int
put_quote(struct map *m, const struct map_facts *f, struct complaint *c)
{
	const struct review *r = &m->line.review;
	const struct sentiment *s = &m->sentiment;
	int strength = abs(s->score);
	bool praise = s->label == SENTIMENT_POS;
	char rank[16];

	if ((!praise && s->label != SENTIMENT_NEG) ||
	    strength < MAP_QUOTE_LEAST || r->body.length < MAP_QUOTE_SHORT ||
	    r->body.length > MAP_QUOTE_LONG ||
	    (f->rated && praise != (f->stars > 30000)))
		return 0;
	/* Several words that agree tell more than one. */
	strength = strength * (s->hits < 5 ? (int)s->hits + 3 : 8) / 8;
	snprintf(rank, sizeof(rank), "%05d", SCORE_MAX - strength);
	begin_top(m, "quote", text_of(praise ? "pos" : "neg"), rank);
	return put(m, 1, c);
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
	begin_top(m, "open", nothing, rank);
	return put(m, 1, c);
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
	char rank[16], words[WORDS_ROOM];
	bool praise = s->label == SENTIMENT_POS;

	if (!f->rated || !((praise && f->stars <= 20000) ||
	    (s->label == SENTIMENT_NEG && f->stars >= 40000)))
		return 0;
	snprintf(rank, sizeof(rank), "%05d", SCORE_MAX - abs(s->score));
	deciding_words(s, words);
	begin_top(m, "against", text_of(praise ? "pos" : "neg"), rank);
	add(m, text_of(words));
	return put(m, 1, c);
}

/* top|aspect|brand|aspect:label|rank|id: short texts that are clear about an
 * aspect. */
static int
put_aspect_quotes(struct map *m, struct complaint *c)
{
	const struct review *r = &m->line.review;
	const struct sentiment *s = &m->sentiment;
	char rank[16], group[128];
	size_t i;

	if (r->body.length < MAP_QUOTE_SHORT || r->body.length >
	    MAP_QUOTE_LONG)
		return 0;
	for (i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];

		if (abs(a->score) < MAP_QUOTE_LEAST ||
		    (a->label != SENTIMENT_POS && a->label != SENTIMENT_NEG))
			continue;
		snprintf(rank, sizeof(rank), "%05d", abs(a->score) >=
		    SCORE_MAX ? 0 : SCORE_MAX - abs(a->score));
		snprintf(group, sizeof(group), "%.100s:%s", a->aspect,
		    sentiment_label_name(a->label));
		begin_top(m, "aspect", text_of(group), rank);
		if (put(m, 1, c) < 0)
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

	if (f->survey || !copies_least(r->body, &least))
		return 0;
	snprintf(rank, sizeof(rank), "%016llx", (unsigned long long)least);
	begin_top(m, "copy", f->month, rank);
	if (!tally_may(m->tally, &m->key))
		return 0;
	more[0] = (char)('0' + (f->rated ? (f->stars + 5000) / 10000 : 0));
	copies_sign(r->body, more + 1);
	add(m, text_of(more));
	return put(m, 1, c);
}

int
map_lists(struct map *m, const struct map_facts *f, struct complaint *c)
{
	if (put_quote(m, f, c) < 0 || put_open(m, f, c) < 0 ||
	    put_against(m, f, c) < 0 || put_copy(m, f, c) < 0)
		return -2;
	return put_aspect_quotes(m, c);
}
