/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first stage of the word engine: what the bytes of a text are, 64 of them
 * at a time, without a branch per byte.
 *
 *	text	G r e a t ,   d o n ' t   b u y .   c a f é   s o o o
 *	lowered	g r e a t ,   d o n ' t   b u y .   c a f . . s o o o
 *	word	1 1 1 1 1 0 0 1 1 1 1 1 0 1 1 1 0 0 1 1 1 1 1 0 1 1 1 1
 *	small	0 1 1 1 1 0 0 1 1 1 0 1 0 1 1 1 0 0 1 1 1 0 0 0 1 1 1 1
 *	odd	0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 1 0 0 1 0 0
 *	pause	0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0
 *	stop	0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0 0 0 0 0 0
 *	begin	0             7           13        18          24
 *
 * `word` is a letter or digit of ASCII, an apostrophe between two of them, any
 * byte above ASCII, or a backtick.  `stop` stands at the first byte of a word
 * and says that the end of a sentence is in the gap before it, `pause` that, or
 * a comma or its like: the marks of the gap are added to the bits of the gap,
 * and the carry comes out at the word.
 *
 * A word is plain where no byte of it is odd: none is above ASCII, none begins
 * a run of three equal letters, none is a backtick; the gap before it holds
 * nothing that may be an emoticon; it is no name behind '@' and no beginning of
 * a web address.  Plain words fold to their lowered bytes.  What is odd for
 * another reason than a byte above ASCII or a backtick is strange: words.c
 * reads it character by character.
 *
 * A text is read through a window, so that the memory does not grow with it.
 */
#ifndef SAYSO_PLAIN_H
#define SAYSO_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "emoticons.h"
#include "text.h"

enum {
	PLAIN_BLOCK = 64,	/* bytes of the text, bits of a mask */
	PLAIN_BLOCKS = 32,
	PLAIN_WINDOW = PLAIN_BLOCKS * PLAIN_BLOCK,
	PLAIN_WORD = 16,	/* bytes; a longer word is not plain */
	PLAIN_END = 0xFFFF,	/* stands behind the last beginning */
	PLAIN_ROOM = 64,	/* beginnings written at once, at most */
	PLAIN_BITS = 57,	/* that plain_bits() gives */
};

/* What the bytes of a block are; bit i is byte i. */
struct plain_bytes {
	uint64_t letter, digit, capital, high, quote, space, comma, dot, mark;
	uint64_t colon, bracket, hyphen;
};

struct plain {
	const struct emoticons *emoticons;	/* may be none, not NULL */
	size_t base;		/* place in the text of the window */
	size_t limit;		/* up to there it is known */
	size_t at;		/* the next beginning */
	uint16_t begin[PLAIN_WINDOW / 2 + PLAIN_ROOM];
	uint64_t word[PLAIN_BLOCKS + 2], small[PLAIN_BLOCKS + 2];
	uint64_t odd[PLAIN_BLOCKS + 2], strange[PLAIN_BLOCKS + 2];
	uint64_t pause[PLAIN_BLOCKS + 2], stop[PLAIN_BLOCKS + 2];
	unsigned char lowered[PLAIN_WINDOW + 2 * PLAIN_BLOCK];
};

/* An empty window at the beginning of a text; `e` NULL: no emoticons. */
void plain_init(struct plain *p, const struct emoticons *e);
/* Moves the window to `at`, where no word may have begun before. */
void plain_fill(struct plain *p, struct text text, size_t at);

/* Whether a word that was not asked for yet begins at `at`, which is less than
 * p->limit; p->at is then its number. */
static inline bool
plain_begins(struct plain *p, size_t at)
{
	size_t from = at - p->base;

	while (p->begin[p->at] < from)
		p->at++;
	return p->begin[p->at] == from;
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

/* The bits of a mask from `at` on, PLAIN_BITS or more of them. */
static inline uint64_t
plain_bits(const uint64_t *mask, size_t at)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	uint64_t bits;

	memcpy(&bits, (const unsigned char *)mask + at / 8, sizeof bits);
	return bits >> at % 8;
#else
	return mask[at / 64] >> at % 64 |
	    mask[at / 64 + 1] << 1 << (63 - at % 64);
#endif
}

/* Lowers a block and says what its bytes are.  plain_block() is the fastest
 * that this machine has, plain_block_portable() gives the same; `mark` is
 * ! ? and the new line, `colon` : and ;, `bracket` ( and ), `high` also the
 * backtick. */
void plain_block(const unsigned char *from, unsigned char *lowered,
	struct plain_bytes *b);
void plain_block_portable(const unsigned char *from, unsigned char *lowered,
	struct plain_bytes *b);
/* The places of a block where three equal bytes begin; reads two bytes behind
 * it.  In the same two ways. */
uint64_t plain_runs(const unsigned char *block);
uint64_t plain_runs_portable(const unsigned char *block);

#endif
