/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which single words a corpus uses widely enough to learn a weight for: in
 * enough texts, brands and sources, so that the name of a brand or a product
 * does not become sentiment.  A source counts for a word that
 * LEARN_SOURCE_TEXTS of its texts use.  Where two sources are asked for, a
 * word that mostly one of them uses is a matter of that one ("cabin",
 * "espresso"), whatever else it has.  Words that stand everywhere are left
 * out: they say little, and every text would have to carry them.
 */
#ifndef SAYSO_LEARN_WORDS_H
#define SAYSO_LEARN_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "fold.h"
#include "learn_corpus.h"

enum {
	LEARN_SOURCE_TEXTS = 3,
	LEARN_SOURCE_MOST = 60,		/* percent of a word's texts, unless
					   the limits say otherwise */
	LEARN_EXCEPT_BYTES_MAX = 1 << 20,
	LEARN_COMMON = 10,		/* more than one text in so many: it
					   stands everywhere */
	LEARN_BRANDS_MOST = 16,		/* that are told apart */
	LEARN_WORDS_MAX = 1 << 22,
};

struct learn_limits {
	int64_t texts, brands, sources;	/* the least */
	int64_t source_most;		/* percent; 0: LEARN_SOURCE_MOST */
	struct text except;		/* words of no weight whatever the
					   texts say; lines with # are none */
};

struct learn_word {
	const char *key;		/* folded; NULL: an empty place */
	uint64_t hash;
	uint32_t texts, last;		/* last: 1 + the last text's index */
	uint8_t brands;
	bool excepted;
	uint64_t brand[LEARN_BRANDS_MOST];
	uint32_t in_source[LEARN_SOURCES_MAX];	/* texts */
};

struct learn_words {
	struct arena arena;
	struct learn_word *word;	/* a table; then a list, see below */
	size_t count, size;
};

void learn_words_init(struct learn_words *w);
void learn_words_release(struct learn_words *w);

/* Counts the words of all texts that are not held out, and leaves those
 * within the limits, word[0] .. word[count - 1] in bytewise order. */
int learn_words_count(struct learn_words *w, const struct learn_corpus *k,
	enum fold_way way, const struct learn_limits *limits);

#endif
