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

struct affixes {
	struct affix_list prefix, suffix, addition;
};

void affixes_release(struct affixes *a);

/* 0, or -1 where the list is full or there is no memory, or 1 where it is in
 * the list already. */
int affix_add(struct affix_list *to, const struct word *affix, unsigned least);
void affixes_sort(struct affixes *a);

/* The entry; INDEX_NONE where no way leads to a listed word. */
uint32_t affixes_find(const struct affixes *a,
	const struct index *ix, const struct word *word);

#endif
