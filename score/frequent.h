/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words that nearly every longer sentence of a language holds ("the",
 * "and"), which tell at the price of a load a word that it is in that language.
 *
 * A table of hashes without a second place: of two words that want the same one
 * the first has it, and the other is not known.
 */
#ifndef SAYSO_FREQUENT_H
#define SAYSO_FREQUENT_H

#include <stddef.h>
#include <stdint.h>

enum {
	FREQUENT_BITS = 11,
	FREQUENT_MAX = 256,	/* words */
};

struct frequent {
	uint8_t print[1 << FREQUENT_BITS];	/* 0: none */
	size_t count;
};

/* The print of a word by its hash (word.h). */
static inline uint8_t
frequent_print(uint64_t hash)
{
	return (uint8_t)(hash | 1);
}

static inline void
frequent_add(struct frequent *f, uint64_t hash)
{
	uint8_t *print = &f->print[hash >> (64 - FREQUENT_BITS)];

	if (*print == 0)
		*print = frequent_print(hash);
	f->count++;
}

/* 1 or 0. */
static inline size_t
frequent_has(const struct frequent *f, uint64_t hash)
{
	return f->print[hash >> (64 - FREQUENT_BITS)] == frequent_print(hash);
}

#endif
