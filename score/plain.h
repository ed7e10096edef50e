/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first stage of the word engine: where the plain words of a text begin
 * and end, found 64 bytes at a time without a branch per letter.
 *
 *	text	G r e a t ,   d o n ' t   b u y   c a f é   s o o o
 *	lowered	g r e a t ,   d o n ' t   b u y   c a f . . s o o o
 *	word	1 1 1 1 1 0 0 1 1 1 1 1 0 1 1 1 0 1 1 1 1 1 0 1 1 1 1
 *	small	0 1 1 1 1 0 0 1 1 1 0 1 0 1 1 1 0 1 1 1 0 0 0 1 1 1 1
 *	odd	0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 0 0 1 0 0
 *	edge	0       5   7         12  13    16  17        22  23    27
 *
 * `word` is a letter or digit of ASCII, an apostrophe between two of them, or
 * any byte above ASCII.  A word is plain where no byte of it is odd: none is
 * above ASCII, none begins a run of three equal letters, none is a backtick.
 * Plain words fold to their lowered bytes; words.c reads the others character
 * by character.
 *
 * A text is read through a window, so that the memory does not grow with it.
 */
#ifndef SAYSO_PLAIN_H
#define SAYSO_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum {
	PLAIN_BLOCK = 64,	/* bytes of the text, bits of a mask */
	PLAIN_BLOCKS = 32,
	PLAIN_WINDOW = PLAIN_BLOCKS * PLAIN_BLOCK,
	PLAIN_WORD = 16,	/* bytes; a longer word is not plain */
	PLAIN_END = 0xFFFF,	/* no edge: stands behind the last one */
	PLAIN_ROOM = 64,	/* edges that are written at once at most */
};

/* What the bytes of a block are; bit i is byte i. */
struct plain_masks {
	uint64_t letter, digit, capital, high, quote, tick;
};

struct plain {
	size_t base;		/* place in the text of the window */
	size_t limit;		/* up to there the edges are known */
	size_t at;		/* the next edge, a beginning */
	uint16_t edge[PLAIN_WINDOW + PLAIN_ROOM];
	uint64_t small[PLAIN_BLOCKS + 2], odd[PLAIN_BLOCKS + 2];
	unsigned char lowered[PLAIN_WINDOW + 2 * PLAIN_BLOCK];
};

/* An empty window at the beginning of a text. */
void plain_init(struct plain *p);
/* Moves the window to `at`, where no word may have begun before. */
void plain_fill(struct plain *p, struct text text, size_t at);

/* Whether a plain word may begin at `at` (less than p->limit); it is then
 * edge[at] .. edge[at + 1], and that it is plain is yet to be asked. */
static inline bool
plain_begins(struct plain *p, size_t at)
{
	size_t from = at - p->base;

	while (p->edge[p->at] < from)
		p->at += 2;
	return p->edge[p->at] == from;
}

/* The place of the lowest bit of those that are set; one is. */
static inline size_t
lowest_bit(uint64_t bits)
{
#ifdef __GNUC__
	return (size_t)__builtin_ctzll(bits);
#else
	size_t at = 0;

	while (!(bits >> at & 1))
		at++;
	return at;
#endif
}

/* The bits of a mask from `at` on, `count` (1 .. PLAIN_WORD) of them. */
static inline uint64_t
plain_bits(const uint64_t *mask, size_t at, size_t count)
{
	uint64_t bits = mask[at / 64] >> at % 64 |
	    mask[at / 64 + 1] << 1 << (63 - at % 64);

	return bits & ((UINT64_C(1) << count) - 1);
}

/* Lowers a block and says what its bytes are.  plain_block() is the fastest
 * that this machine has, plain_block_portable() gives the same. */
void plain_block(const unsigned char *from, unsigned char *lowered,
	struct plain_masks *m);
void plain_block_portable(const unsigned char *from, unsigned char *lowered,
	struct plain_masks *m);

#endif
