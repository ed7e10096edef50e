/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which words and phrases of a text the lexicon knows: the longest phrase from
 * left to right, else the word as it stands, else the word brought to a
 * listed one (affixes.h), where the language is Croatian also with d for the
 * dj that stands for đ on keyboards without it.
 *
 *	word	the  waste of  time  was   not   great
 *	entry	-    waste -   time  -     not   great	each word by itself
 *	entry	-    waste of time   -     not   great	phrases over words
 *	unit	     0                     1     2
 *	mention	-    -     -   -     -     -     -	begins an aspect's phrase
 *
 * Each step goes over all words that were read.  First the filters of the index
 * (index.h) are asked of all words and pairs, without a branch; only what
 * passes is looked up, and what was found is put together.
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

enum {
	MATCH_MEMORY = 16384,	/* words; a power of two */
	MATCH_WAYS = 2,		/* that stand in one place of the memory, the
				   newer one first */
	MATCH_LONG_MEMORY = 4096,
	MATCH_BITS = WORDS_ROOM / 64,
};

/* A known word or phrase: the words first .. end - 1. */
struct unit {
	uint32_t entry;		/* of the index */
	uint16_t first, end;
};

/* Of a word of at most PLAIN_WORD bytes without cuts, which most are. */
struct match_memory {
	const struct lexicon_language *language;
	struct word_key key;
	uint32_t entry;
	uint8_t length;
};

/* Of any other. */
struct match_long_memory {
	const struct lexicon_language *language;
	uint64_t cut;
	uint32_t entry;
	uint8_t length;
	char key[WORD_MAX];
};

/* Bits of 64 words. */
struct match_bits {
	uint64_t unit;		/* a unit begins with it */
	uint64_t inside;	/* a later word of a unit */
	uint64_t phrase;	/* a phrase begins with it */
	uint64_t mention;	/* a mention may begin with it */
};

struct match {
	struct match_memory *memory;
	struct match_long_memory *long_memory;
	const struct index *index;	/* of the language */
	struct unit unit[WORDS_ROOM];
	size_t count;
	size_t covered;			/* words that units hold */
	size_t blocks;			/* of 64 words */
	struct match_bits bits[MATCH_BITS];
	/* Of each word, where its bit is set: */
	uint32_t entry[WORDS_ROOM];	/* of the unit that begins with it */
	uint32_t phrase[WORDS_ROOM];	/* that begins with it */
	uint8_t phrase_words[WORDS_ROOM];	/* how many it has */
	uint8_t words[WORDS_ROOM];	/* of the unit */
	uint16_t mention[WORDS_ROOM];	/* as in struct entry */
};

int match_init(struct match *m);	/* -1: no memory */
void match_release(struct match *m);

/* Fills m->unit, in the order of the text, for the sentences of w. */
void match_words(struct match *m, const struct lexicon_language *language,
	const struct words *w);

/* Lets go of the mentions of the words first .. end - 1, all of which units
 * hold, and of the words. */
void match_forget(struct match *m, size_t first, size_t end);

static inline bool
match_has(uint64_t bits, size_t word)
{
	return bits >> word % 64 & 1;
}

/* Whether a unit holds a word. */
static inline bool
match_holds(const struct match *m, size_t word)
{
	return match_has(m->bits[word / 64].unit | m->bits[word / 64].inside,
	    word);
}

/* What a unit is. */
static inline const struct entry *
unit_entry(const struct match *m, size_t unit)
{
	return &m->index->entry[m->unit[unit].entry];
}

static inline const struct term *
unit_term(const struct match *m, size_t unit)
{
	return m->index->term[m->unit[unit].entry];
}

/* ---- between match.c, which puts all together, match_others.c and
 * match_phrases.c ---- */

/* Words, and pairs by their first word, that the filters let pass. */
struct match_passed {
	size_t words, pairs;
	uint16_t word[WORDS_ROOM], pair[WORDS_ROOM];
};

static inline void
match_set(uint64_t *bits, size_t word, bool value)
{
	*bits |= (uint64_t)value << word % 64;
}

/* Brings words that are not listed to listed ones: all, or only those that
 * were cut. */
void match_others(struct match *m, const struct lexicon_language *language,
	const struct words *w, bool all);
/* Finds the phrases on the pairs that passed. */
void match_phrases(struct match *m, const struct words *w,
	const struct match_passed *p);
/* Lays them over their words, from left to right. */
void match_lay_phrases(struct match *m);

#endif
