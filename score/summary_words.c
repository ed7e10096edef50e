/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_words.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "contrast.h"
#include "distribution.h"
#include "map_words.h"
#include "summary_rows.h"
#include "tally.h"

/* A word of one brand; language and word still escaped, in the tallies. */
struct word {
	struct text key;		/* language|word */
	int64_t reviews, weight;
	unsigned places;		/* of authors, a bit each */
};

struct vocabulary {
	struct summary_brand *brand;
	struct word *word;		/* in the order of their keys */
	size_t count;
};

struct reading {
	struct making *m;
	struct vocabulary *of;		/* by brand */
};

bool
summary_words_row(const struct text *f, size_t fields)
{
	return (text_is(f[0], "w") && fields == 5) ||
	    (text_is(f[0], "ww") && fields == 4);
}

static int
compare_keys(struct text a, struct text b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = memcmp(a.bytes, b.bytes, shorter);

	return order != 0 ? order : (a.length > b.length) -
	    (a.length < b.length);
}

static struct word *
find(const struct vocabulary *v, struct text key)
{
	size_t first = 0, end = v->count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;
		int order = compare_keys(key, v->word[middle].key);

		if (order == 0)
			return &v->word[middle];
		if (order > 0)
			first = middle + 1;
		else
			end = middle;
	}
	return NULL;
}

static int
compare_words(const void *a, const void *b)
{
	return compare_keys(((const struct word *)a)->key,
	    ((const struct word *)b)->key);
}

static unsigned
bits(unsigned places)
{
	unsigned n = 0;

	for (; places != 0; places &= places - 1)
		n++;
	return n;
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
	struct word *w;

	if (!summary_words_row(f, fields) || fields != 5 || n <= 0 ||
	    !making_digits(f[4]) || (v = vocabulary_of(r, f[1])) == NULL)
		return 0;
	word = (struct text){f[2].bytes, f[2].length + 1 + f[3].length};
	w = v->count > 0 ? &v->word[v->count - 1] : NULL;
	if (w == NULL || compare_keys(w->key, word) != 0) {
		w = making_grown(r->m, v->word, v->count, sizeof(*w));
		if (w == NULL)
			return -1;
		v->word = w;
		w = &w[v->count++];
		*w = (struct word){.key = word};
	}
	w->reviews += n;
	w->places |= 1u << (making_number(f[4]) % MAP_AUTHORS);
	return 0;
}

static int
weigh_row(void *context, struct text key, int64_t weight)
{
	struct reading *r = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	struct vocabulary *v;
	struct word *w;

	if (!summary_words_row(f, fields) || fields != 4 ||
	    (v = vocabulary_of(r, f[1])) == NULL)
		return 0;
	w = find(v, (struct text){f[2].bytes, f[2].length + 1 +
	    f[3].length});
	if (w != NULL)
		w->weight = weight;
	return 0;
}

/* ---- the cloud ---- */

static int
more_often(const void *a, const void *b)
{
	const struct word *const *x = a, *const *y = b;

	if ((*x)->reviews != (*y)->reviews)
		return (*x)->reviews > (*y)->reviews ? -1 : 1;
	return compare_keys((*x)->key, (*y)->key);
}

static bool
name(struct making *m, struct text key, const char **language,
	const char **word)
{
	const char *bar = memchr(key.bytes, '|', key.length);
	size_t length = (size_t)(bar - key.bytes);

	*language = making_kept(m, (struct text){key.bytes, length});
	*word = making_kept(m, (struct text){bar + 1, key.length - length -
	    1});
	return *word != NULL;
}

static int
make_cloud(struct making *m, const struct vocabulary *v)
{
	struct summary_brand *b = v->brand;
	struct word **order = arena_take(&m->s->arena, (v->count + 1) *
	    sizeof(*order));
	size_t i, count = v->count < WORDS_CLOUD ? v->count : WORDS_CLOUD;

	b->cloud = arena_take(&m->s->arena, (count + 1) * sizeof(*b->cloud));
	if (order == NULL || b->cloud == NULL)
		return -1;
	for (i = 0; i < v->count; i++)
		order[i] = &v->word[i];
	if (v->count > 1)
		qsort(order, v->count, sizeof(*order), more_often);
	for (i = 0; i < count; i++) {
		struct summary_cloud *to = &b->cloud[i];

		if (!name(m, order[i]->key, &to->language, &to->word))
			return -1;
		to->reviews = order[i]->reviews;
		to->authors = bits(order[i]->places);
		to->weight = (double)order[i]->weight / 100 /
		    (double)order[i]->reviews;
	}
	b->cloud_count = count;
	return 0;
}

/* ---- what sets one apart ---- */

struct contest {
	const struct word *own, *other;	/* either NULL */
	double z, p;
};

struct contests {
	struct contest *list;
	double *p;
	size_t count;
};

static int64_t
reviews_of(const struct word *w)
{
	return w == NULL ? 0 : w->reviews;
}

/* All brands' reviews that hold a word, of a language. */
static double
pooled(const struct reading *r, struct text key)
{
	double n = 0;
	size_t i;

	for (i = 0; i < r->m->s->brand_count; i++)
		n += (double)reviews_of(find(&r->of[i], key));
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

struct language_sums { struct text of; double own, other, all; };

static void
sum_language(const struct reading *r, const struct vocabulary *own,
	const struct vocabulary *other, struct text key,
	struct language_sums *to)
{
	size_t i;

	if (to->of.bytes != NULL && same_language(to->of, key))
		return;
	*to = (struct language_sums){key, sum_of(own, key),
	    sum_of(other, key), 0};
	for (i = 0; i < r->m->s->brand_count; i++)
		to->all += sum_of(&r->of[i], key);
}

static void
contest(const struct reading *r, struct contests *to,
	const struct language_sums *l, const struct word *own,
	const struct word *other)
{
	int64_t a = reviews_of(own), b = reviews_of(other);
	struct text key = own != NULL ? own->key : other->key;
	const struct word *winner;
	double z;

	if (a + b < WORDS_LEAST)
		return;
	z = contrast_log_odds((double)a, l->own, (double)b, l->other,
	    WORDS_PRIOR * pooled(r, key) / l->all, WORDS_PRIOR, NULL);
	winner = z > 0 ? own : other;
	if (isnan(z) || winner == NULL ||
	    bits(winner->places) < WORDS_AUTHORS)
		return;
	to->list[to->count] = (struct contest){own, other, z, 0};
	to->p[to->count++] = distribution_normal_both_tails(z);
}

/* Both vocabularies are in order: one walk through both. */
static void
contest_all(const struct reading *r, const struct vocabulary *own,
	const struct vocabulary *other, struct contests *to)
{
	struct language_sums l = {.all = 0};
	size_t i = 0, k = 0;

	while (i < own->count || k < other->count) {
		int order = i == own->count ? 1 : k == other->count ? -1 :
		    compare_keys(own->word[i].key, other->word[k].key);
		struct word *a = order <= 0 ? &own->word[i++] : NULL;
		struct word *b = order >= 0 ? &other->word[k++] : NULL;

		sum_language(r, own, other, a != NULL ? a->key : b->key, &l);
		contest(r, to, &l, a, b);
	}
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
	return compare_keys(x->own != NULL ? x->own->key : x->other->key,
	    y->own != NULL ? y->own->key : y->other->key);
}

static int
keep(struct making *m, struct summary_comparison *k,
	const struct contests *found)
{
	size_t i, side[2] = {0, 0};

	k->word = arena_take(&m->s->arena, (2 * WORDS_SIDE) *
	    sizeof(*k->word));
	if (k->word == NULL)
		return -1;
	for (i = 0; i < found->count; i++) {
		const struct contest *f = &found->list[i];
		struct summary_word *w = &k->word[k->word_count];

		if (f->p > .05 || side[f->z > 0] == WORDS_SIDE)
			continue;
		if (!name(m, f->own != NULL ? f->own->key : f->other->key,
		    &w->language, &w->word))
			return -1;
		w->own = reviews_of(f->own);
		w->other = reviews_of(f->other);
		w->own_authors = f->own == NULL ? 0 : bits(f->own->places);
		w->other_authors = f->other == NULL ? 0 :
		    bits(f->other->places);
		w->z = f->z;
		w->q = f->p;
		w->ours = f->z > 0;
		side[f->z > 0]++;
		k->word_count++;
	}
	return 0;
}

static int
compare_brands(struct reading *r, struct summary_comparison *k,
	const struct vocabulary *own)
{
	struct summary *s = r->m->s;
	const struct vocabulary *other = &r->of[k->competitor - s->brand];
	struct contests found = {0};
	size_t most = own->count + other->count + 1, i;

	found.list = malloc(most * sizeof(*found.list));
	found.p = malloc(most * sizeof(*found.p));
	int result = found.list == NULL || found.p == NULL ? -1 : 0;
	if (result == 0) {
		contest_all(r, own, other, &found);
		if (!contrast_adjust(found.p, found.count))
			result = -1;
	}
	for (i = 0; result == 0 && i < found.count; i++)
		found.list[i].p = found.p[i];
	if (result == 0 && found.count > 1)
		qsort(found.list, found.count, sizeof(*found.list), clearer);
	if (result == 0)
		result = keep(r->m, k, &found);
	free(found.list);
	free(found.p);
	return result;
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
			    sizeof(*r.of[i].word), compare_words);
	}
	if (tally_each_of(tally, "ww|", weigh_row, &r) != 0)
		return complain(m->c, ENOMEM, "summary");
	for (i = 0; i < s->brand_count; i++)
		if (make_cloud(m, &r.of[i]) < 0)
			return complain(m->c, ENOMEM, "summary");
	for (i = 0; own < s->brand_count && i < s->comparison_count; i++)
		if (compare_brands(&r, &s->comparison[i], &r.of[own]) < 0)
			return complain(m->c, ENOMEM, "summary");
	return 0;
}
