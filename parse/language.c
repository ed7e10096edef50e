/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language.h"

#include <limits.h>

#include "language_letter.h"
#include "language_table.h"
#include "utf8.h"

enum {
	LOOK_MAX = 1024,	/* bytes of a text that are looked at */
	LOOK_FIRST = 96,	/* as many will do where they say enough */
	SURE_LEAD = 1000,	/* table units: they do */
	LETTERS_MIN = 3,	/* fewer say nothing */
	WORD_MIN = 3,		/* letters; shorter ones are grams */
	RUN_MAX = 2,		/* "soooo" is read as "soo" */
	STRANGE_FIT = 9,	/* table units a pair, see is_strange() */
	STRANGE_LEAD = 9,
	OTHER_LETTERS = 16,	/* fewer prove nothing in a shared script */
	OTHER_LEAD = 120,	/* table units, see language_other() */
	OTHER_LEAD_PAIR = 4,	/* and as many for each pair */
	OTHER_LEAD_SECOND = 30,
	BORDER = ' ',
	GRAMS_TOGETHER = 64,
	DIGIT = '#',		/* what stands for 0 in the table */
};

/* The letters of a text in lower case; 0 is a border.  Begins and ends with
 * one. */
struct letters {
	size_t count;
	uint32_t c[LOOK_MAX + 2];
	unsigned char script[LOOK_MAX + 2];
	unsigned of_script[SCRIPT_COUNT];
};

static const char *const script_tags[SCRIPT_COUNT] = {
	[SCRIPT_GEORGIAN] = "ka", [SCRIPT_GREEK] = "el",
	[SCRIPT_HEBREW] = "he", [SCRIPT_ARMENIAN] = "hy",
	[SCRIPT_DEVANAGARI] = "hi", [SCRIPT_BENGALI] = "bn",
	[SCRIPT_GURMUKHI] = "pa", [SCRIPT_GUJARATI] = "gu",
	[SCRIPT_TAMIL] = "ta", [SCRIPT_TELUGU] = "te",
	[SCRIPT_KANNADA] = "kn", [SCRIPT_MALAYALAM] = "ml",
	[SCRIPT_SINHALA] = "si", [SCRIPT_THAI] = "th",
	[SCRIPT_LAO] = "lo", [SCRIPT_BURMESE] = "my",
	[SCRIPT_KHMER] = "km", [SCRIPT_ETHIOPIC] = "am",
	[SCRIPT_HANGUL] = "ko", [SCRIPT_KANA] = "ja", [SCRIPT_HAN] = "zh",
};

/* ---- reading letters ---- */

static bool
begins(struct text t, size_t at, const char *with)
{
	size_t i;

	for (i = 0; with[i] != '\0'; i++)
		if (at + i >= t.length || (t.bytes[at + i] | 0x20) != with[i])
			return false;
	return true;
}

/* Addresses and names of accounts are no language. */
static bool
is_address(struct text t, size_t at)
{
	return t.bytes[at] == '@' || begins(t, at, "http://") ||
	    begins(t, at, "https://") || begins(t, at, "www.");
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static void
add_letter(struct letters *l, uint32_t c, enum language_script script)
{
	if (script == SCRIPT_BORDER) {
		if (l->c[l->count - 1] != 0) {
			l->script[l->count] = SCRIPT_BORDER;
			l->c[l->count++] = 0;
		}
		return;
	}
	if (l->count > RUN_MAX && l->c[l->count - 1] == c &&
	    l->c[l->count - 2] == c)
		return;
	l->c[l->count] = c;
	l->script[l->count++] = (unsigned char)script;
	l->of_script[script]++;
}

static void
read_letters(struct letters *l, struct text t)
{
	size_t at = 0;
	uint32_t c, lower;
	enum language_script script;
	bool fresh = true;

	l->count = 1;
	l->c[0] = 0;
	l->script[0] = SCRIPT_BORDER;
	memset(l->of_script, 0, sizeof(l->of_script));
	while (at < t.length) {
		if (fresh && is_address(t, at))
			while (at < t.length && !is_space(t.bytes[at]))
				at++;
		if (at == t.length)
			break;
		fresh = is_space(t.bytes[at]);
		at += utf8_decode(t.bytes + at, t.length - at, &c);
		script = language_letter(c, &lower);
		if (script != SCRIPT_SILENT)
			add_letter(l, lower, script);
	}
	add_letter(l, 0, SCRIPT_BORDER);
}

/* ---- the script ---- */

static enum language_script
main_script(const struct letters *l)
{
	enum language_script s, best = SCRIPT_BORDER;
	unsigned most = 0;

	for (s = SCRIPT_LATIN; s < SCRIPT_COUNT; s++)
		if (l->of_script[s] > most) {
			most = l->of_script[s];
			best = s;
		}
	/* Japanese is written with Han characters too, Chinese never with
	 * kana. */
	if (best == SCRIPT_HAN && l->of_script[SCRIPT_KANA] > most / 8)
		best = SCRIPT_KANA;
	return best;
}

/* ---- grams ---- */

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
add_words(struct tally *t, struct letters *l, enum language_script script)
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

/* How the languages of a script explain a text, in table units. */
struct ranking {
	const char *tag;	/* of the best */
	int best, second;
	int own;		/* of a language that was asked for; NONE where
				   it is not written so */
	int pairs;
};

#define NONE (INT_MIN / 2)

/* A language that we never learned is worse explained by its best match than
 * by the average of all, and others explain it nearly as well. */
static bool
is_strange(const struct ranking *r)
{
	return r->pairs == 0 || (r->best < -STRANGE_FIT * r->pairs &&
	    r->best - r->second < STRANGE_LEAD * r->pairs);
}

static struct ranking
rank_classes(const struct tally *t, enum language_script script,
	const char *own)
{
	struct ranking r = {"und", NONE, NONE, NONE, (int)t->known[0]};
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

/* *sure: more of the text would not say another language. */
static const char *
detect(struct text text, bool *sure)
{
	struct letters l;
	struct tally t;
	struct ranking r;
	enum language_script script;

	*sure = false;
	read_letters(&l, text);
	script = main_script(&l);
	if (l.of_script[script] < LETTERS_MIN)
		return "und";
	/* A foreign name in the first words decides nothing. */
	*sure = l.count - l.of_script[script] < l.count / 2;
	if (script_tags[script] != NULL)
		return script_tags[script];
	add_words(&t, &l, script);
	r = rank_classes(&t, script, "");
	*sure = *sure && r.best - r.second > SURE_LEAD &&
	    strcmp(r.tag, "und") != 0;
	return r.tag;
}

const char *
language_detect(struct text text)
{
	struct text first = text;
	const char *tag;
	bool sure;

	if (text.bytes == NULL)
		return "und";
	if (text.length > 2 * LOOK_FIRST) {
		/* Up to a blank, so that no word is cut. */
		first.length = LOOK_FIRST;
		while (first.length > 0 && !is_space(text.bytes[first.length]))
			first.length--;
		tag = detect(first, &sure);
		if (sure)
			return tag;
	}
	if (text.length > LOOK_MAX)
		text.length = LOOK_MAX;
	return detect(text, &sure);
}

/* ---- one sentence ---- */

static unsigned
count_all(const struct letters *l)
{
	unsigned all = 0, s;

	for (s = SCRIPT_LATIN; s < SCRIPT_COUNT; s++)
		all += l->of_script[s];
	return all;
}

/* Whether the best of a script is far enough ahead of what the text is in;
 * where that is not written so, Latin letters may still be those of a name. */
static bool
is_another(const struct ranking *r, enum language_script script,
	unsigned letters)
{
	int lead = r->best - r->own;

	if (r->own == NONE && script != SCRIPT_LATIN)
		return true;
	if (letters < OTHER_LETTERS || strcmp(r->tag, "und") == 0)
		return false;
	if (r->own == NONE)
		return r->best - r->second >= OTHER_LEAD_SECOND;
	return lead >= OTHER_LEAD && lead >= OTHER_LEAD_PAIR * r->pairs;
}

const char *
language_other(struct text sentence, const char *own)
{
	struct letters l;
	struct tally t;
	struct ranking r;
	enum language_script script;
	unsigned letters;

	if (sentence.length > LOOK_MAX)
		sentence.length = LOOK_MAX;
	read_letters(&l, sentence);
	script = main_script(&l);
	letters = l.of_script[script];
	if (letters < LETTERS_MIN || 4 * letters < 3 * count_all(&l))
		return NULL;
	if (script_tags[script] != NULL)
		return strcmp(script_tags[script], own) == 0 ? NULL :
		    script_tags[script];
	add_words(&t, &l, script);
	r = rank_classes(&t, script, own);
	return strcmp(r.tag, own) != 0 && is_another(&r, script, letters) ?
	    r.tag : NULL;
}
