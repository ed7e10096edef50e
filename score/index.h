/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The look-up of words and phrases of one language.
 *
 * Words lie in an open-addressing table behind a small bitmap, so that the
 * many words that nobody listed cost one load.  A phrase hangs on the word of
 * it that the fewest phrases share (its anchor): "the", "is" and "a" are then
 * no entries and stay as cheap as any other word.  An anchor says in which
 * shapes (how many words, itself the how-manieth) a phrase may stand around
 * it, so a word costs at most INDEX_SHAPES look-ups however many phrases
 * there are.
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
	INDEX_SHAPES = 9,	/* 2 + 3 + 4 */
	INDEX_FILTER_BITS = 17,
};

/* What the lexicon says of a word or phrase.  One may play several parts. */
struct term {
	const char *text;	/* as the lexicon writes it */
	const char *key;	/* folded, words joined by one space */
	struct term *next;	/* in the order of the lexicon */
	int16_t weight;		/* hundredths; 0: none */
	uint16_t factor;	/* percent for the opinion behind it; 0: none */
	uint16_t contrast;	/* percent for what stands before; 0: none */
	uint8_t reach, reach_back; /* of a negator, in words; 0: none */
	uint8_t words;
	bool is_contrast, neutral;
	bool turned;		/* a phrase with a negator in it */
};

struct index_slot {
	uint64_t hash;
	const char *key;	/* NULL: empty */
	struct term *term;	/* NULL: only an anchor */
	uint16_t length;
	uint16_t shapes;	/* bit 4 * (words - 2) + place */
};

struct index_table {
	struct index_slot *slot;
	size_t size, count;	/* size: a power of two */
};

struct index {
	struct index_table words, phrases;
	uint64_t *filter;
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
/* Finds the anchors; after it only look-ups.  -1: no memory. */
int index_seal(struct index *ix, struct arena *a);

/* NULL where the word is neither a term nor an anchor. */
const struct index_slot *index_find(const struct index *ix, const char *key,
	size_t length, uint64_t hash);
/* The phrase that these words are, or NULL. */
const struct term *index_phrase(const struct index *ix,
	const struct word *word, size_t count);

#endif
