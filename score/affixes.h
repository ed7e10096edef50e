/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The endings and beginnings of one language: how a word that is not listed
 * as it stands is brought to one that is.
 *
 * The ways are tried in this order, and the first that leads to a listed word
 * counts: the runs that were cut to two letters are cut to one; a beginning
 * is taken off (longest first); an ending is taken off (longest first), and
 * each of the additions put in its place; both.
 */
#ifndef SAYSO_AFFIXES_H
#define SAYSO_AFFIXES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "index.h"

enum {
	AFFIX_MAX = 32,		/* bytes, folded */
	AFFIXES_MAX = 256,	/* of each kind, in a language */
	AFFIX_BUCKETS = 64,	/* a power of two */
	AFFIX_HEAD_BITS = 15,
	AFFIX_BEGIN_BITS = 12,
	AFFIX_KINDS = 16,	/* of first bytes, by their upper half */
};

struct affix {
	char key[AFFIX_MAX];
	uint8_t length;
	uint8_t least;		/* letters that must remain */
	/* Its first eight bytes, and its last ones (the last the greatest),
	 * with the bits that they have: nearly every affix of nearly every
	 * word is told apart by one comparison. */
	uint64_t head, tail, head_bits, tail_bits;
};

/* From the longest to the shortest; those that may fit a word, which is told
 * by its first or last letter, are list[order[i]] for bucket[b] <= i <
 * bucket[b + 1]. */
struct affix_list {
	struct affix *list;
	size_t count;
	uint16_t bucket[AFFIX_BUCKETS + 1];
	uint16_t order[AFFIXES_MAX];
};

/* How much of a word is its head, by the kind of its first byte. */
struct affix_head {
	uint64_t mask;
	uint64_t ascii;		/* the highest bit of each byte that must not
				   be of ASCII for the head to be whole */
	uint8_t length;
};

struct affixes {
	struct affix_list prefix, suffix, addition;
	struct affix_head kind[AFFIX_KINDS];
	bool briefly;		/* a word without a head may be added to */
	uint64_t head[1 << (AFFIX_HEAD_BITS - 6)];	/* of listed words */
	uint64_t begin[1 << (AFFIX_BEGIN_BITS - 6)];	/* two bytes that
							   a beginning has */
};

void affixes_release(struct affixes *a);

/* 0, or -1 where the list is full or there is no memory, or 1 where it is in
 * the list already. */
int affix_add(struct affix_list *to, const struct word *affix, unsigned least);
void affixes_sort(struct affixes *a);
/* To be called with each listed word after affixes_sort(). */
void affixes_note(struct affixes *a, const char *key, size_t length);

/* The entry; INDEX_NONE where no way leads to a listed word. */
uint32_t affixes_find(const struct affixes *a,
	const struct index *ix, const struct word *word);

static inline size_t
affix_head_place(uint64_t head)
{
	return (size_t)(head * UINT64_C(0x9E3779B97F4A7C15) >>
	    (64 - AFFIX_HEAD_BITS));
}

static inline size_t
affix_begin_place(uint64_t first)
{
	return (uint32_t)(first & 0xFFFF) * 0x9E3779B1u >>
	    (32 - AFFIX_BEGIN_BITS);
}

/* Whether taking off an ending, or adding one, may lead to a listed word;
 * `first` are the first eight bytes of the key. */
static inline bool
affixes_may_end(const struct affixes *a, uint64_t first, size_t length)
{
	const uint64_t low = 0x7F7F7F7F7F7F7F7F;
	const struct affix_head *h = &a->kind[first >> 4 & 15];
	size_t place = affix_head_place(first & h->mask);
	bool whole = length >= h->length;
	bool ascii = (((first & low) + low) & ~first & h->ascii) != 0;

	return ascii | (whole & (a->head[place / 64] >> place % 64 & 1)) |
	    (!whole & a->briefly);
}

/* Whether a beginning may be taken off. */
static inline bool
affixes_may_begin(const struct affixes *a, uint64_t first)
{
	size_t place = affix_begin_place(first);

	return a->begin[place / 64] >> place % 64 & 1;
}

#endif
