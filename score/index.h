/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The look-up of words and phrases of one language.
 *
 * Words lie in an open-addressing table behind a small bitmap, so that the
 * many words that nobody listed cost one load.  A phrase hangs on the two
 * neighbouring words of it that the fewest phrases share: "it", "is" and "a"
 * stand in many phrases and in every sentence, but two words that a phrase
 * holds side by side are rare.  So a word costs one bit test more for all
 * phrases, however many there are, and a pair that passes costs at most
 * INDEX_SHAPES look-ups.
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
	INDEX_SHAPES = 6,	/* 1 + 2 + 3: words of the phrase, place of the
				   pair in it */
	INDEX_FILTER_BITS = 17,
};

/* What the lexicon says of a word or phrase.  One may play several parts. */
struct term {
	const char *text;	/* as the lexicon writes it */
	const char *key;	/* folded, words joined by one space */
	struct term *next;	/* in the order of the lexicon */
	int16_t weight;		/* hundredths; 0: none */
	int16_t turned_weight;	/* where it is negated, if `turns` */
	uint16_t factor;	/* percent for the opinion behind it; 0: none */
	uint16_t contrast;	/* percent for what stands before; 0: none */
	uint8_t reach, reach_back; /* of a negator, in words; 0: none */
	uint8_t words;
	bool is_contrast, neutral;
	bool turns;		/* has a weight of its own where negated */
	bool by_hand, learned;	/* which rows gave it a weight */
	bool turned;		/* a phrase with a negator in it */
};

struct index_slot {
	uint64_t hash;
	const char *key;	/* NULL: empty */
	struct term *term;
	uint16_t length;
};

struct index_pair {
	uint64_t hash;
	uint16_t shapes;	/* bit 4 * (words - 2) + place; 0: empty */
};

struct index_table {
	struct index_slot *slot;
	size_t size, count;	/* size: a power of two */
};

struct index {
	struct index_table words, phrases;
	struct index_pair *pair;
	size_t pair_size;	/* a power of two */
	uint64_t *filter, *pair_filter;
	struct term *first, *last;
	size_t terms;
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

/* NULL where the word is not listed. */
const struct term *index_find(const struct index *ix, const char *key,
	size_t length, uint64_t hash);
/* The shapes of phrases that may stand around two neighbours; more than there
 * are, now and then. */
unsigned index_shapes(const struct index *ix, const struct word pair[2]);
/* The phrase that these words are, or NULL. */
const struct term *index_phrase(const struct index *ix,
	const struct word *word, size_t count);

#endif
