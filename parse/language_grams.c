/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language_grams.h"

#include <stdbool.h>
#include <string.h>

#include "language_table.h"

enum {
	WORD_MIN = 3,		/* letters; shorter ones are grams */
	STRANGE_FIT = 9,	/* table units a pair, see is_strange() */
	STRANGE_LEAD = 9,
	BORDER = ' ',
	GRAMS_TOGETHER = 64,
	DIGIT = '#',		/* what stands for 0 in the table */
};

struct gram {
	uint32_t hash;
	unsigned order;
	const unsigned char *bucket;
};

struct tally {
	/* The table is larger than the nearest memory: a bucket is asked for
	 * long before it is read. */
	struct gram waiting[GRAMS_TOGETHER];
	size_t waiting_count;
	int weight[UCHAR_MAX + 1];	/* by the class's character */
	unsigned known[LANGUAGE_ORDERS];
};

static void
count_gram(struct tally *t, const struct gram *g)
{
	const unsigned char *p = g->bucket;
	const uint32_t hash = g->hash;
	unsigned char low, high, n;

	low = (unsigned char)(DIGIT + (hash >> LANGUAGE_BUCKET_BITS & 63));
	high = (unsigned char)(DIGIT + (hash >> (LANGUAGE_BUCKET_BITS + 6) &
	    63));
	for (; *p != '\0'; p += 3 + 2 * (p[2] - DIGIT)) {
		if (p[0] != low || p[1] != high)
			continue;
		t->known[g->order]++;
		for (n = (unsigned char)(p[2] - DIGIT), p += 3; n > 0;
		    n--, p += 2)
			t->weight[p[0]] += p[1] - DIGIT;
		return;
	}
}

static void
count_grams(struct tally *t)
{
	size_t i;

	for (i = 0; i < t->waiting_count; i++)
		count_gram(t, &t->waiting[i]);
	t->waiting_count = 0;
}

static void
add_gram(struct tally *t, uint32_t hash, unsigned order)
{
	struct gram *g = &t->waiting[t->waiting_count++];

	g->hash = hash ^ hash >> 15;
	g->order = order;
	g->bucket = (const unsigned char *)
	    language_buckets[g->hash & (LANGUAGE_BUCKETS - 1)];
	__builtin_prefetch(g->bucket);
	if (t->waiting_count == GRAMS_TOGETHER)
		count_grams(t);
}

/* The grams that begin at this letter or border; none goes beyond the border
 * that ends the word. */
static void
add_grams(struct tally *t, const uint32_t *c)
{
	uint32_t hash = (LANGUAGE_SEED ^ (*c ? *c : BORDER)) * LANGUAGE_PRIME;
	unsigned n;

	for (n = 1; n < LANGUAGE_GRAM_MAX; n++) {
		hash = (hash ^ (c[n] ? c[n] : BORDER)) * LANGUAGE_PRIME;
		add_gram(t, hash, n + 1 - LANGUAGE_GRAM_MIN);
		if (c[n] == 0)
			return;
	}
}

/* `c` is a border and a word of `length` letters and a border. */
static void
add_word(struct tally *t, const uint32_t *c, size_t length)
{
	uint32_t hash = LANGUAGE_WORD_SEED;
	size_t i;

	for (i = 0; i <= length; i++)
		add_grams(t, c + i);
	if (length < WORD_MIN)
		return;
	for (i = 1; i <= length; i++)
		hash = (hash ^ c[i]) * LANGUAGE_PRIME;
	add_gram(t, hash, LANGUAGE_WORD);
}

static void
add_words(struct tally *t, struct language_letters *l,
	enum language_script script)
{
	size_t i, begin = 0;

	memset(t, 0, sizeof(*t));
	for (i = 1; i < l->count; i++) {
		/* Letters of another script are borders. */
		if (l->script[i] == script)
			continue;
		l->c[i] = 0;
		if (i - begin > 1)
			add_word(t, l->c + begin, i - begin - 1);
		begin = i;
	}
	count_grams(t);
}

static int
class_score(const struct tally *t, unsigned number)
{
	const struct language_class *class = &language_classes[number];
	int score = t->weight[DIGIT + number] + class->prior;
	unsigned order;

	for (order = 0; order < LANGUAGE_ORDERS; order++)
		score += class->floor[order] * (int)t->known[order];
	return score;
}

/* A language that we never learned is worse explained by its best match than
 * by the average of all, and others explain it nearly as well. */
static bool
is_strange(const struct language_ranking *r)
{
	return r->pairs == 0 || (r->best < -STRANGE_FIT * r->pairs &&
	    r->best - r->second < STRANGE_LEAD * r->pairs);
}

static struct language_ranking
rank_classes(const struct tally *t, enum language_script script,
	const char *own)
{
	struct language_ranking r = {"und", LANGUAGE_NOT_SO, LANGUAGE_NOT_SO,
	    LANGUAGE_NOT_SO, (int)t->known[0]};
	int score;
	unsigned i;

	for (i = 0; i < language_class_count; i++) {
		if (language_classes[i].script != script)
			continue;
		score = class_score(t, i);
		if (strcmp(language_classes[i].tag, own) == 0)
			r.own = score;
		if (score > r.best) {
			r.second = r.best;
			r.best = score;
			r.tag = language_classes[i].tag;
		} else if (score > r.second) {
			r.second = score;
		}
	}
	if (is_strange(&r))
		r.tag = "und";
	return r;
}

struct language_ranking
language_rank(struct language_letters *l, enum language_script script,
	const char *own)
{
	struct tally t;

	add_words(&t, l, script);
	return rank_classes(&t, script, own);
}
