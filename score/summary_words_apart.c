/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words that one brand's reviews hold more often than another's. */
#include "vocabulary.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "contrast.h"
#include "distribution.h"
#include "summary_making.h"
#include "summary_words.h"

struct contest {
	struct text key;
	const struct vocabulary_word *own, *other;	/* either NULL */
	double z, q;
};

struct contests {
	const struct vocabulary *all, *own, *other;
	size_t brands;
	struct contest *list;
	double *p;
	size_t count;
};

static int64_t
reviews_of(const struct vocabulary_word *w)
{
	return w == NULL ? 0 : w->reviews;
}

static unsigned
authors_of(const struct vocabulary_word *w)
{
	return w == NULL ? 0 : vocabulary_authors(w);
}

/* All brands' reviews that hold a word, of a language. */
static double
pooled(const struct contests *k, struct text key)
{
	double n = 0;
	size_t i;

	for (i = 0; i < k->brands; i++)
		n += (double)reviews_of(vocabulary_find(&k->all[i], key));
	return n;
}

static bool
same_language(struct text a, struct text b)
{
	const char *bar = memchr(a.bytes, '|', a.length);
	size_t length = (size_t)(bar - a.bytes) + 1;

	return b.length >= length && memcmp(a.bytes, b.bytes, length) == 0;
}

static double
sum_of(const struct vocabulary *v, struct text language)
{
	double n = 0;
	size_t i;

	for (i = 0; i < v->count; i++)
		if (same_language(language, v->word[i].key))
			n += (double)v->word[i].reviews;
	return n;
}

/* Of the words of one language. */
struct sums { struct text of; double own, other, all; };

static void
sum_language(const struct contests *k, struct text key, struct sums *to)
{
	size_t i;

	if (to->of.bytes != NULL && same_language(to->of, key))
		return;
	*to = (struct sums){key, sum_of(k->own, key), sum_of(k->other, key),
	    0};
	for (i = 0; i < k->brands; i++)
		to->all += sum_of(&k->all[i], key);
}

static void
contest(struct contests *k, const struct sums *l,
	const struct vocabulary_word *own,
	const struct vocabulary_word *other)
{
	int64_t a = reviews_of(own), b = reviews_of(other);
	struct text key = own != NULL ? own->key : other->key;
	double z;

	if (a + b < WORDS_LEAST)
		return;
	z = contrast_log_odds((double)a, l->own, (double)b, l->other,
	    WORDS_PRIOR * pooled(k, key) / l->all, WORDS_PRIOR, NULL);
	if (isnan(z) || authors_of(z > 0 ? own : other) < WORDS_AUTHORS)
		return;
	k->list[k->count] = (struct contest){key, own, other, z, 0};
	k->p[k->count++] = distribution_normal_both_tails(z);
}

/* Both vocabularies are in order: one walk through both. */
static void
contest_all(struct contests *k)
{
	const struct vocabulary *own = k->own, *other = k->other;
	struct sums l = {.all = 0};
	size_t i = 0, n = 0;

	while (i < own->count || n < other->count) {
		int order = i == own->count ? 1 : n == other->count ? -1 :
		    vocabulary_order(own->word[i].key, other->word[n].key);
		const struct vocabulary_word *a = NULL, *b = NULL;

		if (order <= 0)
			a = &own->word[i++];
		if (order >= 0)
			b = &other->word[n++];
		sum_language(k, a != NULL ? a->key : b->key, &l);
		contest(k, &l, a, b);
	}
}

static int
judge(struct contests *k)
{
	size_t i;

	contest_all(k);
	if (!contrast_adjust(k->p, k->count))
		return -1;
	for (i = 0; i < k->count; i++)
		k->list[i].q = k->p[i];
	return 0;
}

static int
clearer(const void *a, const void *b)
{
	const struct contest *x = a, *y = b;
	double v = fabs(x->z), w = fabs(y->z);

	if ((x->z > 0) != (y->z > 0))
		return x->z > 0 ? -1 : 1;
	if (v != w)
		return v > w ? -1 : 1;
	return vocabulary_order(x->key, y->key);
}

static int
keep(struct making *m, struct summary_comparison *to,
	const struct contests *k)
{
	size_t i, side[2] = {0, 0};

	to->word = arena_take(&m->s->arena, (2 * WORDS_SIDE) *
	    sizeof(*to->word));
	if (to->word == NULL)
		return -1;
	for (i = 0; i < k->count; i++) {
		const struct contest *f = &k->list[i];
		struct summary_word *w = &to->word[to->word_count];

		if (f->q > .05 || side[f->z > 0] == WORDS_SIDE)
			continue;
		if (!vocabulary_name(m, f->key, &w->language, &w->word))
			return -1;
		w->own = reviews_of(f->own);
		w->other = reviews_of(f->other);
		w->own_authors = authors_of(f->own);
		w->other_authors = authors_of(f->other);
		w->z = f->z;
		w->q = f->q;
		w->ours = f->z > 0;
		side[f->z > 0]++;
		to->word_count++;
	}
	return 0;
}

int
summary_words_apart(struct making *m, struct summary_comparison *to,
	const struct vocabulary *all, const struct vocabulary *own)
{
	struct contests k = {.all = all, .own = own,
	    .other = &all[to->competitor - m->s->brand],
	    .brands = m->s->brand_count};
	size_t most = own->count + k.other->count + 1;
	int result;

	k.list = malloc(most * sizeof(*k.list));
	k.p = malloc(most * sizeof(*k.p));
	result = k.list == NULL || k.p == NULL ? -1 : judge(&k);
	if (result == 0) {
		if (k.count > 1)
			qsort(k.list, k.count, sizeof(*k.list), clearer);
		result = keep(m, to, &k);
	}
	free(k.list);
	free(k.p);
	return result;
}
