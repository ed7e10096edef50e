/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What words of other alphabets than ASCII were read as.  To fold one goes
 * character by character, but a few thousand words are most of any text: they
 * are read once.
 *
 *	run	Č ć e v a p i ,		bytes up to a blank or sign of ASCII
 *	small	. . . . 1 1 1 1 1	which bytes of ASCII are no capital
 *	known	cevapi, 9 bytes of the run, has small letters
 *
 * A run with the bytes that are capitals says all that folding looks at, so the
 * memory changes the speed and never a word.  Runs of more than
 * WORD_MEMORY_RUN bytes, and words that were cut, are read anew each time.
 */
#ifndef SAYSO_WORD_MEMORY_H
#define SAYSO_WORD_MEMORY_H

#include <stdint.h>

#include "plain.h"
#include "word.h"
#include "word_pairs.h"

enum {
	WORD_MEMORY_RUN = 32,		/* bytes of a run, and of a key */
	WORD_MEMORY_BITS = 13,
	WORD_MEMORY_PIECES = WORD_MEMORY_RUN / 8,
};

/* The run as word_piece() gives it, with zeros behind. */
struct word_run {
	uint64_t piece[WORD_MEMORY_PIECES];
	uint64_t mask[WORD_MEMORY_PIECES];	/* ones where the run is */
	uint32_t small;
	uint8_t way;		/* enum fold_way */
};

/* A run and the word that it begins with: one line of the cache. */
struct word_known {
	uint64_t run[WORD_MEMORY_PIECES];	/* 0: nothing is known */
	uint32_t small;
	uint8_t way;
	uint8_t taken;		/* bytes of the run that the word is */
	uint8_t length;		/* of the key */
	uint8_t flag;		/* enum word_flag */
	uint64_t piece[2];	/* the key's first bytes */
	uint64_t hash;
};

struct word_memory {
	struct word_known *known;
	char (*rest)[WORD_MEMORY_RUN];	/* keys of more than PLAIN_WORD bytes */
	struct word_pairs pairs[FOLD_WAYS];	/* by way */
};

int word_memory_init(struct word_memory *m);	/* -1: no memory */
void word_memory_release(struct word_memory *m);

/* The place of a run; what is there may be another one's. */
static inline size_t
word_memory_place(const struct word_run *r)
{
	uint64_t hash = (r->piece[0] * 0x9E3779B97F4A7C15u) ^
	    (r->piece[1] * 0xD6E8FEB86659FD93u) ^
	    (r->piece[2] * 0xC2B2AE3D27D4EB4Fu) ^
	    (r->piece[3] * 0xA0761D6478BD642Fu) ^ r->small;

	hash = (hash ^ hash >> 32) * 0x9E3779B97F4A7C15u;
	return (size_t)(hash >> (64 - WORD_MEMORY_BITS));
}

static inline bool
word_known_is(const struct word_known *k, const struct word_run *r)
{
	return ((k->run[0] ^ r->piece[0]) | (k->run[1] ^ r->piece[1]) |
	    (k->run[2] ^ r->piece[2]) | (k->run[3] ^ r->piece[3]) |
	    (k->small ^ r->small) | (uint64_t)(k->way ^ r->way)) == 0;
}

/* Notes the word that a run begins with, where it can be: `flag` is of enum
 * word_flag. */
void word_memory_put(struct word_memory *m, const struct word_run *run,
	const struct word *word, uint8_t flag);

#endif
