/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The look-up of words and phrases of one language.
 *
 *	word hash --> filter, 16 KB: is it listed at all?
 *	          --> entry {key, what the rules ask}, 32 bytes
 *	pair hash --> filter, 16 KB: does a phrase hang on it?
 *	          --> pair {hash, hangs} --> hang, hang, ...
 *
 * Most words of a text are not listed and cost one load from a filter that
 * stays in the first cache.  One that is has a place of its own (places.h),
 * where the key is compared and all that the rules ask of it stands beside.
 * An entry is also what begins a phrase of an aspect (phrases.h), which is
 * found by the same look-up.
 *
 * A phrase hangs on the two neighbouring words of it that are the longest
 * together: "it", "is" and "a" stand in many phrases and in every sentence, but
 * long words are rare.  So a word costs one bit test more for all phrases,
 * however many there are, and a pair that passes is followed to the few that
 * hang on it.
 */
#ifndef SAYSO_INDEX_H
#define SAYSO_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "places.h"
#include "words.h"

enum {
	PHRASE_WORDS = 4,
	PHRASE_MAX = PHRASE_WORDS * (WORD_MAX + 1),	/* bytes of a key */
	INDEX_FILTER_BITS = 17,
	INDEX_NONE = 0,		/* no entry, no mention */
	INDEX_BEGINS = 0xFFFF,	/* a mention may begin with it */
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
	bool governs;		/* a negator, also of the clause behind it */
	bool last;		/* reaches back only at the end of a clause */
	uint8_t hearsay;	/* words behind it that say nothing; 0: none */
	uint8_t words;
	bool is_contrast, neutral, middling;
	bool turns;		/* has a weight of its own where negated */
	bool by_hand, learned;	/* which rows gave it a weight */
	uint32_t number;	/* for who learns; 0 */
	bool turned;		/* a phrase with a negator in it */
	uint16_t mention;	/* as in struct entry */
};

/* What an entry is; bits. */
enum entry_is {
	ENTRY_TERM = 1,		/* the lexicon says something of it */
	ENTRY_OPINION = 4,	/* it has a weight, and is no negator */
	ENTRY_ACTS = 8,		/* it does something to other words */
	ENTRY_TURNS = 16, ENTRY_TURNED = 32, ENTRY_NEUTRAL = 64,
	ENTRY_CONTRAST = 128, ENTRY_MIDDLING = 256,
	ENTRY_BY_HAND = 512,	/* written down by a person, or a negator */
	ENTRY_GOVERNS = 1024,	/* negates the clause behind it */
	ENTRY_LAST = 2048,	/* negates what is before it where nothing of
				   the clause is behind it */
};

/* A term as the rules need it; the members are struct term's. */
struct entry {
	struct word_key key;	/* of a word */
	int16_t weight, turned_weight;
	uint16_t factor;
	uint16_t is;		/* enum entry_is */
	uint8_t contrast;
	uint8_t reach, reach_back, hearsay;
	uint8_t words;
	uint8_t length;		/* of the key of a word */
	uint16_t mention;	/* the number of the aspect's phrase that it
				   is; INDEX_BEGINS, INDEX_NONE */
};

/* An open table to make the index with, at most half full. */
struct index_slot {
	uint32_t print;		/* upper half of the hash */
	uint32_t number;	/* from 1; 0: empty */
};

struct index_table {
	struct index_slot *slot;
	size_t size, count;	/* size: a power of two */
};

/* A phrase on its pair.  Those of one pair stand together; most are told from
 * what stands there by one word of theirs, their first or their last, and that
 * is none of the pair's where there is one. */
struct index_hang {
	uint32_t print;		/* of the telling word's hash */
	uint32_t entry;
	int8_t telling;		/* its place, from the pair's first word on */
	uint8_t place;		/* of the pair's first word */
	uint8_t words;
};

/* Its words. */
struct index_phrase {
	struct word_key key[PHRASE_WORDS];
	uint8_t length[PHRASE_WORDS];	/* of the keys */
};

struct index_pair {
	uint64_t hash;
	uint32_t hang;		/* the first */
	uint32_t hangs : 31;
	uint32_t mention : 1;	/* a phrase of an aspect begins with it */
};

struct phrases;

struct index {
	/* To look up. */
	uint64_t *filter, *pair_filter;
	struct places places, pair_places;
	struct entry *entry;	/* words by place + 1, then phrases */
	const struct term **term;	/* of each entry; NULL: none */
	const char **text;		/* of each entry, as listed */
	struct index_pair *pair;	/* by place */
	struct index_hang *hang;
	struct index_phrase *phrase;	/* of each hang */
	/* To make it. */
	struct index_table words, phrases;
	struct term **listed;	/* by number, from 1 */
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
/* Two that cannot both be listed: their hashes are too much alike.  As listed;
 * of phrases, those whose pairs are alike. */
struct index_alike {
	const char *one, *other;
};

/* Makes what is looked up in, with the beginnings of `mentions` (NULL: none)
 * in it; after it only look-ups.  1: there are two as *alike says.  -1: no
 * memory. */
int index_seal(struct index *ix, const struct phrases *mentions,
	struct index_alike *alike);

/* The entry of a word, INDEX_NONE where it is not listed.  The key has
 * WORD_PADDING. */
uint32_t index_find(const struct index *ix, const char *key, size_t length,
	uint64_t hash);
/* Whether the words from `first` on (as many as the phrase has) are the phrase
 * of a hang. */
bool index_is(const struct index *ix, size_t hang, const struct words *w,
	size_t first);

static inline bool
entry_is(const struct entry *e, unsigned bits)
{
	return (e->is & bits) != 0;
}

/* Of the hash's place; what is there may be another word's. */
static inline uint32_t
index_place(const struct index *ix, uint64_t hash)
{
	return (uint32_t)places_of(&ix->places, hash) + 1;
}

static inline uint64_t
index_pair_hash(uint64_t first, uint64_t second)
{
	return (first + (second << 32 | second >> 32)) * 0xD6E8FEB86659FD93u;
}

/* One bit of the filter. */
static inline bool
index_may_have(const uint64_t *filter, uint64_t hash)
{
	return filter[hash >> (64 - INDEX_FILTER_BITS + 6)] >>
	    (hash >> (64 - INDEX_FILTER_BITS) & 63) & 1;
}

/* ---- between index.c, index_seal.c and index_place.c ---- */

/* The listed term of one word; NULL where there is none. */
struct term *index_listed(const struct index *ix, const char *key,
	size_t length, uint64_t hash);
/* Takes a key apart again; returns the number of words. */
size_t index_key_words(const char *key, struct word word[PHRASE_WORDS]);

#endif
