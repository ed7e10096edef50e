/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A list of names and phrases with a number each: the aspects of a language,
 * the brands of a plan.  It is apart from the opinion words (index.h), because
 * a phrase here must not hide an opinion inside it: "rude staff" is an opinion
 * and a mention of the staff.
 *
 * A word of a phrase is whole, or the beginning of a word, written with '*'
 * behind it (`dostav*`), for languages whose words have many endings.  A word
 * or a pair of them is found by a bucket of its hash, a beginning by one of
 * its first four, six or eight bytes, as many as it has.  A filter holds the
 * words that are phrases and the pairs that begin one, so that a word that
 * begins no phrase costs two bit tests, even if it is "on" or "my".  The
 * aspects' words and pairs stand in the index of the language too (index.h),
 * and only where that says so is a phrase looked for.
 */
#ifndef SAYSO_PHRASES_H
#define SAYSO_PHRASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "index.h"
#include "text.h"
#include "words.h"

enum {
	PHRASES_WORDS = 5,		/* of a phrase */
	PHRASES_MAX = 1 << 16,		/* of a list */
	PHRASES_BUCKETS = 4096,		/* a power of two */
	PHRASES_FILTER_BITS = 15,
	PHRASES_STEM = 4,		/* least bytes of a beginning */
	PHRASES_ANY_ENDING = 255,
};

struct phrase_word {
	const char *key;
	struct word_key begin;	/* of the key */
	uint64_t hash;
	uint8_t length;
	uint8_t ending;		/* letters that may follow; 0: none */
};

/* What is looked at first, of most phrases alone, comes first. */
struct phrase {
	uint32_t next;		/* in its bucket, from 1; 0: the last */
	uint8_t count;
	struct phrase_word word[PHRASES_WORDS];
	const char *text;	/* as it was listed */
	uint32_t value;
	uint32_t section;	/* that it was listed in */
};

struct phrases {
	struct phrase *list;
	size_t count, capacity;
	uint32_t whole[PHRASES_BUCKETS], stem[PHRASES_BUCKETS];
	uint64_t filter[1 << (PHRASES_FILTER_BITS - 6)];
	uint64_t stem_filter[1 << (PHRASES_FILTER_BITS - 6)];
	bool stems;		/* a phrase begins with a beginning */
};

void phrases_init(struct phrases *p);
void phrases_release(struct phrases *p);

/* Adds a phrase; its strings go into the arena.  Every word may have up to
 * `ending` letters more, as if '*' stood there.  One that an earlier section
 * listed gets the new value.  NULL, or what is wrong with it. */
const char *phrases_add(struct phrases *p, struct text text,
	enum fold_way way, unsigned ending, uint32_t value, uint32_t section,
	struct arena *a);

/* What a phrase of whole words is found by: its first word, or its first two
 * where the second is whole. */
uint64_t phrases_begin(const struct phrase *p);
bool phrases_by_pair(const struct phrase *p);

/* The steps of a beginning's bytes. */
enum { PHRASES_SHORT, PHRASES_MIDDLE, PHRASES_LONG, PHRASES_STEPS };

/* How many bytes of a key a step looks at. */
static inline size_t
phrases_step_bytes(int step)
{
	return PHRASES_STEM + 2u * (size_t)step;
}

/* A hash of so many of the first bytes. */
static inline uint32_t
phrases_stem_hash(struct word_key key, int step)
{
	uint64_t first = key.piece[0] << 8 * (8 - phrases_step_bytes(step));

	return (uint32_t)(first * 0x9E3779B97F4A7C15u >> 32);
}

/* Whether a phrase begins with a beginning of such a hash. */
static inline bool
phrases_has_stem(const struct phrases *p, uint32_t hash)
{
	size_t place = hash >> (32 - PHRASES_FILTER_BITS);

	return p->stem_filter[place / 64] >> place % 64 & 1;
}

static inline unsigned
phrases_may_begin_at(const struct phrases *p, struct word_key key,
	size_t length, int step)
{
	return (unsigned)(length >= phrases_step_bytes(step)) &
	    (unsigned)phrases_has_stem(p, phrases_stem_hash(key, step));
}

/* Whether a phrase may begin with the beginning of a word that this one has.
 * Without a branch: it is asked of every word. */
static inline bool
phrases_may_begin(const struct phrases *p, const struct words *w, size_t at)
{
	struct word_key key = w->key[at];
	size_t length = w->length[at];

	return (phrases_may_begin_at(p, key, length, PHRASES_SHORT) |
	    phrases_may_begin_at(p, key, length, PHRASES_MIDDLE) |
	    phrases_may_begin_at(p, key, length, PHRASES_LONG)) != 0;
}

/* The longest phrase that begins with word `at` and stays in its clause; of
 * equally long ones the one of whole words, then of more letters.  NULL where
 * there is none. */
const struct phrase *phrases_find(const struct phrases *p,
	const struct words *w, size_t at);

/* Whether a word is what the phrase has in its place. */
bool phrase_word_is(const struct phrase_word *p, const struct words *w,
	size_t at);
/* Makes one of a folded word; -1: no memory. */
int phrase_word_set(struct phrase_word *to, const struct word *word,
	unsigned ending, struct arena *a);

#endif
