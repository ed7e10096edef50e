/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The look-up of words and phrases of one language.
 *
 *	word hash --> filter, 16 KB: is it listed at all?
 *	          --> slot {print, number}, 8 bytes --> term, and its key agrees
 *	pair hash --> filter, 16 KB: does a phrase hang on it?
 *	          --> slot {print, number} --> hang --> next hang ...
 *
 * Most words of a text are not listed and cost one load from a filter that
 * stays in the first cache.  A phrase hangs on the two neighbouring words of
 * it that are the longest together: "it", "is" and "a" stand in many phrases
 * and in every sentence, but long words are rare.  So a word costs one bit test
 * more for all phrases, however many there are, and a pair that passes is
 * followed to the few that hang on it.
 */
#ifndef SAYSO_INDEX_H
#define SAYSO_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "words.h"

enum {
	PHRASE_WORDS = 4,
	PHRASE_MAX = PHRASE_WORDS * (WORD_MAX + 1),	/* bytes of a key */
	INDEX_FILTER_BITS = 17,
};

/* What the lexicon says of a word or phrase.  One may play several parts. */
struct term {
	const char *text;	/* as the lexicon writes it */
	const char *key;	/* folded, words joined by one space, with
				   WORD_PADDING */
	uint64_t hash;		/* of the key */
	uint16_t length;	/* of it */
	struct term *next;	/* in the order of the lexicon */
	int16_t weight;		/* hundredths; 0: none */
	int16_t turned_weight;	/* where it is negated, if `turns` */
	uint16_t factor;	/* percent for the opinion behind it; 0: none */
	uint16_t contrast;	/* percent for what stands before; 0: none */
	uint8_t reach, reach_back; /* of a negator, in words; 0: none */
	uint8_t hearsay;	/* words behind it that say nothing; 0: none */
	uint8_t words;
	bool is_contrast, neutral, middling;
	bool turns;		/* has a weight of its own where negated */
	bool by_hand, learned;	/* which rows gave it a weight */
	uint32_t number;	/* for who learns; 0 */
	bool turned;		/* a phrase with a negator in it */
};

struct index_slot {
	uint32_t print;		/* upper half of the hash */
	uint32_t number;	/* from 1; 0: empty */
};

/* Slots at most half full, at `hash` or behind it. */
struct index_table {
	struct index_slot *slot;
	size_t size, count;	/* size: a power of two */
};

/* A phrase on its pair. */
struct index_hang {
	const struct term *term;
	uint64_t pair;		/* the hash */
	uint64_t hash[PHRASE_WORDS];	/* of its words */
	uint8_t place;		/* of the pair's first word */
	uint32_t next;		/* on the same pair; 0: none */
};

struct index {
	struct index_table words, phrases, pairs;
	struct term **term;	/* by number */
	struct index_hang *hang;	/* by number */
	uint64_t *filter, *pair_filter;
	struct term *first, *last;
	size_t terms, capacity;
};

void index_init(struct index *ix);
void index_release(struct index *ix);

/* The term of some folded words, made if it is new (its `text` is then NULL).
 * It lives in the arena.  NULL: no memory. */
struct term *index_term(struct index *ix, const struct word *word,
	size_t count, struct arena *a);
/* The same by another index's key. */
struct term *index_key(struct index *ix, const char *key, struct arena *a);
/* Finds the pairs; after it only look-ups.  -1: no memory. */
int index_seal(struct index *ix);

/* NULL where the word is not listed.  The key has WORD_PADDING. */
const struct term *index_find(const struct index *ix, const char *key,
	size_t length, uint64_t hash);
/* The first phrase that hangs on a pair, or NULL. */
const struct index_hang *index_pair(const struct index *ix, uint64_t pair);
/* Whether these words (as many as the phrase has) are the phrase. */
bool index_is(const struct index_hang *h, const struct word *word);

static inline uint64_t
index_pair_hash(uint64_t first, uint64_t second)
{
	return (first + (second << 32 | second >> 32)) * 0xD6E8FEB86659FD93u;
}

/* Two bits of one word of the filter: few that are not listed have both. */
static inline uint64_t
index_bits(uint64_t hash)
{
	return UINT64_C(1) << (hash >> 46 & 63) |
	    UINT64_C(1) << (hash >> 40 & 63);
}

static inline bool
index_may_have(const uint64_t *filter, uint64_t hash)
{
	uint64_t bits = index_bits(hash);

	return (filter[hash >> (64 - INDEX_FILTER_BITS + 6)] & bits) == bits;
}

/* ---- between index.c and index_seal.c ---- */

/* Makes room for one entry more. */
int index_table_grow(struct index *ix, struct index_table *t);
/* Takes a key apart again; returns the number of words. */
size_t index_key_words(const char *key, struct word word[PHRASE_WORDS]);
/* The slot of a pair, or the empty one where it belongs. */
struct index_slot *index_pair_slot(const struct index *ix, uint64_t pair);

#endif
