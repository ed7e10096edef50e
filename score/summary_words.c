/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_words.h"

#include <errno.h>
#include <stdlib.h>

#include "map_words.h"
#include "summary_making.h"
#include "tally.h"
#include "vocabulary.h"

struct reading {
	struct making *m;
	struct vocabulary *of;		/* by brand */
};

bool
summary_words_row(const struct text *f, size_t fields)
{
	return (text_is(f[0], "w") && fields == 5) ||
	    ((text_is(f[0], "ww") || text_is(f[0], "wp")) && fields == 4);
}

static struct vocabulary *
vocabulary_of(struct reading *r, struct text brand)
{
	struct summary_brand *b = making_known_brand(r->m, brand);

	return b == NULL ? NULL : &r->of[b - r->m->s->brand];
}

/* w|brand|language|word|place: rows of one word stand together */
static int
count_row(void *context, struct text key, int64_t n)
{
	struct reading *r = context;
	struct text f[TALLY_FIELDS_MAX], word;
	size_t fields = tally_split(key, f);
	struct vocabulary *v;
	struct vocabulary_word *w;

	if (!summary_words_row(f, fields) || fields != 5 || n <= 0 ||
	    !making_digits(f[4]) || (v = vocabulary_of(r, f[1])) == NULL)
		return 0;
	word = (struct text){f[2].bytes, f[2].length + 1 + f[3].length};
	w = v->count > 0 ? &v->word[v->count - 1] : NULL;
	if (w == NULL || vocabulary_order(w->key, word) != 0) {
		w = making_grown(r->m, v->word, v->count, sizeof(*w));
		if (w == NULL)
			return -1;
		v->word = w;
		w = &w[v->count++];
		*w = (struct vocabulary_word){.key = word};
	}
	w->reviews += n;
	w->places |= 1u << (making_number(f[4]) % MAP_AUTHORS);
	return 0;
}

static int
weigh_row(void *context, struct text key, int64_t n)
{
	struct reading *r = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	struct vocabulary *v;
	struct vocabulary_word *w;

	if (!summary_words_row(f, fields) || fields != 4 ||
	    (v = vocabulary_of(r, f[1])) == NULL)
		return 0;
	w = vocabulary_find(v, (struct text){f[2].bytes, f[2].length + 1 +
	    f[3].length});
	if (w != NULL && text_is(f[0], "wp"))
		w->plain = true;
	else if (w != NULL)
		w->weight = n;
	return 0;
}

/* ---- the cloud ---- */

/* Of words as frequent the strongest. */
static int
more_often(const void *a, const void *b)
{
	const struct vocabulary_word *const *x = a, *const *y = b;

	if ((*x)->reviews != (*y)->reviews)
		return (*x)->reviews > (*y)->reviews ? -1 : 1;
	if (llabs((*x)->weight) != llabs((*y)->weight))
		return llabs((*x)->weight) > llabs((*y)->weight) ? -1 : 1;
	return vocabulary_order((*x)->key, (*y)->key);
}

static int
make_cloud(struct making *m, const struct vocabulary *v)
{
	struct summary_brand *b = v->brand;
	struct vocabulary_word **order = arena_take(&m->s->arena,
	    (v->count + 1) * sizeof(*order));
	size_t i, count = 0;

	b->cloud = arena_take(&m->s->arena, (WORDS_CLOUD + 1) *
	    sizeof(*b->cloud));
	if (order == NULL || b->cloud == NULL)
		return -1;
	for (i = 0; i < v->count; i++)
		if (!v->word[i].plain)
			order[count++] = &v->word[i];
	if (count > 1)
		qsort(order, count, sizeof(*order), more_often);
	if (count > WORDS_CLOUD)
		count = WORDS_CLOUD;
	for (i = 0; i < count; i++) {
		struct summary_cloud *to = &b->cloud[i];

		if (!vocabulary_name(m, order[i]->key, &to->language,
		    &to->word))
			return -1;
		to->reviews = order[i]->reviews;
		to->authors = vocabulary_authors(order[i]);
		to->weight = (double)order[i]->weight / 100 /
		    (double)order[i]->reviews;
	}
	b->cloud_count = count;
	return 0;
}

int
summary_words(struct making *m, struct tally *tally)
{
	struct summary *s = m->s;
	struct reading r = {.m = m, .of = arena_take(&s->arena,
	    (s->brand_count + 1) * sizeof(*r.of))};
	size_t i, own = s->brand_count;

	if (r.of == NULL || tally_each_of(tally, "w|", count_row, &r) != 0)
		return complain(m->c, ENOMEM, "summary");
	for (i = 0; i < s->brand_count; i++) {
		r.of[i].brand = &s->brand[i];
		own = s->brand[i].own ? i : own;
		if (r.of[i].count > 1)
			qsort(r.of[i].word, r.of[i].count,
			    sizeof(*r.of[i].word), vocabulary_compare);
	}
	if (tally_each_of(tally, "ww|", weigh_row, &r) != 0 ||
	    tally_each_of(tally, "wp|", weigh_row, &r) != 0)
		return complain(m->c, ENOMEM, "summary");
	for (i = 0; i < s->brand_count; i++)
		if (make_cloud(m, &r.of[i]) < 0)
			return complain(m->c, ENOMEM, "summary");
	for (i = 0; own < s->brand_count && i < s->comparison_count; i++)
		if (summary_words_apart(m, &s->comparison[i], r.of,
		    &r.of[own]) < 0)
			return complain(m->c, ENOMEM, "summary");
	return 0;
}
