/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What language_learn.pl learned: how much each letter n-gram speaks for each
 * language.  language_table.c is made by it; `make language-table` makes it
 * again.
 *
 * A gram is 2 to 4 lower-case letters of one script, where a word border is a
 * space, or a whole word (LANGUAGE_WORD) of 3 letters or more; single letters
 * were measured to add nothing to pairs.  Its hash is 32-bit FNV-1a over the
 * code points (a whole word starts from LANGUAGE_WORD_SEED), then
 * h ^= h >> 15.  The low LANGUAGE_BUCKET_BITS bits choose the bucket, the next
 * twelve are the check.
 *
 * A bucket is a string of entries, each of them of characters '#' + n:
 * check & 63, check >> 6, the number of languages, then for each of these its
 * class and its weight; frequent grams first.  A gram that is in the table and
 * has no weight for a class has seen no evidence there: the class's floor,
 * added for every known gram of an order, is what that costs; a weight is
 * counted from the floor.
 * Units: LANGUAGE_UNITS to one bit, log base 2.
 */
#ifndef SAYSO_LANGUAGE_TABLE_H
#define SAYSO_LANGUAGE_TABLE_H

#include <stdint.h>

#include "language_letter.h"

enum {
	LANGUAGE_GRAM_MIN = 2,		/* letters in a gram */
	LANGUAGE_GRAM_MAX = 4,
	/* The orders are numbered: 0 pairs, 1, 2, then whole words. */
	LANGUAGE_WORD = LANGUAGE_GRAM_MAX - LANGUAGE_GRAM_MIN + 1,
	LANGUAGE_ORDERS = LANGUAGE_WORD + 1,
	LANGUAGE_BUCKET_BITS = 14,
	LANGUAGE_BUCKETS = 1 << LANGUAGE_BUCKET_BITS,
	LANGUAGE_UNITS = 4,
};

#define LANGUAGE_SEED UINT32_C(2166136261)
#define LANGUAGE_WORD_SEED UINT32_C(84696351)
#define LANGUAGE_PRIME UINT32_C(16777619)

/* One language in one script. */
struct language_class {
	char tag[4];
	enum language_script script;
	short prior;			/* added once to a text */
	short floor[LANGUAGE_ORDERS];	/* of each order */
};

extern const struct language_class language_classes[];
extern const unsigned language_class_count;
extern const char *const language_buckets[LANGUAGE_BUCKETS];

#endif
