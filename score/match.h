/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which words and phrases of a sentence the lexicon knows: the longest phrase
 * from left to right, else the word as it stands, else the word brought to a
 * listed one (affixes.h), where the language is Croatian also with d for the
 * dj that stands for đ on keyboards without it.
 *
 * First the filters of the index (index.h) are asked of all words and pairs of
 * the sentence, without a branch; only what passes is looked up.
 *
 * What the last way found, also that it found nothing, is remembered in a
 * table of fixed size, because its steps are many and words come again.  The
 * table changes the speed and never the answer.
 */
#ifndef SAYSO_MATCH_H
#define SAYSO_MATCH_H

#include <stddef.h>
#include <stdint.h>

#include "lexicon.h"
#include "words.h"

enum { MATCH_MEMORY = 4096 };	/* words; a power of two */

/* Known words of a sentence: word[first] .. word[first + count - 1]. */
struct unit {
	const struct term *term;
	size_t first, count;
};

struct match_memory {
	const struct lexicon_language *language;
	const struct term *term;
	uint64_t hash, cut;
	uint8_t length;
	char key[WORD_MAX];
};

struct match {
	struct match_memory *memory;
	/* What begins at a word, where its bit is set. */
	uint64_t has_single[WORDS_MAX / 64], has_phrase[WORDS_MAX / 64];
	const struct term *single[WORDS_MAX], *phrase[WORDS_MAX];
	struct unit unit[WORDS_MAX];
	size_t count;
};

int match_init(struct match *m);	/* -1: no memory */
void match_release(struct match *m);

/* Fills m->unit in the order of the sentence. */
void match_sentence(struct match *m, const struct lexicon_language *language,
	const struct sentence *s);

#endif
