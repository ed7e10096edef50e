/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Words of an alphabet whose letters have two bytes (Arabic, Cyrillic, Greek,
 * Hebrew ...), folded four letters at a time without a branch.
 *
 *	run	П  р  и  в  ё  т		lanes of 16 bits
 *	place	1F 40 38 32 51 42		of its letter in the table
 *	key	п  р  и  в  е  т		what stands there
 *
 * Only runs all of whose letters fold to one letter of two bytes, none of them
 * three times in a row, are read so.
 */
#ifndef SAYSO_WORD_PAIRS_H
#define SAYSO_WORD_PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "fold.h"

enum {
	WORD_PAIRS_PLACES = 0x1800,	/* first byte, but for bits 5 and 7,
					   then six bits of the second */
	WORD_PAIRS_SMALL = 1 << 16,	/* bit: not a capital */
	WORD_PAIRS_OTHER = 1 << 17,	/* bit: no such letter */
};

/* The folded letter's bytes, the first the least, and the bits. */
struct word_pairs {
	uint32_t place[WORD_PAIRS_PLACES];	/* 0 is no letter at all */
};

void word_pairs_init(struct word_pairs *p, enum fold_way way);

/* Four letters of a run and of its key, as word_piece() gives them; adds to
 * *bits what they are. */
static inline uint64_t
word_pairs_fold(const struct word_pairs *p, uint64_t run, uint32_t *bits)
{
	uint64_t lanes = (run & 0x00FF00FF00FF00FF) << 8 |
	    (run >> 8 & 0x00FF00FF00FF00FF);
	uint64_t at = (lanes >> 2 & 0x17C017C017C017C0) |
	    (lanes & 0x003F003F003F003F);
	uint32_t a = p->place[at & 0xFFFF], b = p->place[at >> 16 & 0xFFFF];
	uint32_t c = p->place[at >> 32 & 0xFFFF], d = p->place[at >> 48];

	*bits |= a | b | c | d;
	return (a & 0xFFFF) | (uint64_t)(b & 0xFFFF) << 16 |
	    (uint64_t)(c & 0xFFFF) << 32 | (uint64_t)(d & 0xFFFF) << 48;
}

/* The bits that bytes of two have beside what they say. */
#define WORD_PAIRS_FORM UINT64_C(0xC0E0C0E0C0E0C0E0)
#define WORD_PAIRS_IS UINT64_C(0x80C080C080C080C0)

/* The lanes that are zero, by their highest bits. */
static inline uint64_t
word_pairs_zero(uint64_t lanes)
{
	const uint64_t low = 0x7FFF7FFF7FFF7FFF;

	return ~(((lanes & low) + low) | lanes | low);
}

#endif
