/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text as sentences of folded words, each with its place in the text.
 *
 *	text	Great, don't buy.  Soooo bad!
 *	start	0       7     13    19    25
 *	key	great   don't buy   soo   bad
 *	clause	0       1     1     2     2
 *	sentence ------------------- -----------
 *
 * A word is what word.h says; an emoji and an emoticon are words too.  Web
 * addresses are left out; a name behind @ is a word that means nothing.
 * Sentences end at . ! ? and their like, at a new line, and after WORDS_MAX
 * words.  A full stop inside a number or behind a single letter ends nothing.
 *
 * Any bytes may come in; what is no UTF-8 parts words.
 *
 * As many words as there is room for are read at once, of as many sentences as
 * that are, because whatever is done sentence by sentence has loops that end
 * where the processor does not expect it.  What has the same number in all the
 * arrays is one word.  Plain words (plain.h) are taken one after the other
 * without a branch, and among them those of other alphabets, which are
 * remembered (word_memory.h); everything else is read character by character.
 * All ways give the same words.
 */
#ifndef SAYSO_WORDS_H
#define SAYSO_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "emoticons.h"
#include "plain.h"
#include "text.h"
#include "word.h"
#include "word_memory.h"

enum {
	WORDS_MAX = 256,	/* of a sentence */
	WORDS_ROOM = 768,	/* words at once: two sentences and more */
	WORDS_TEXT_MAX = INT32_MAX, /* bytes; the rest of a text is not read */
};

enum word_flag {
	WORD_SMALL = 1,		/* a letter of it is not a capital */
	WORD_SHOUTED = 2,	/* capitals only, WORD_CAPITALS or more */
	WORD_CUT = 4,		/* runs were cut */
};

/* The first bytes of a key, as word_piece() gives them. */
struct word_key {
	uint64_t piece[2];
};

/* What few words need: where they were cut, the key where it is longer. */
struct word_rest {
	uint64_t cut;
	char key[WORD_MAX + WORD_PADDING];
};

/* The words first .. end - 1. */
struct sentence {
	uint16_t first, end;
	uint8_t exclaims;	/* exclamation marks at its end, at most 255 */
};

struct words {
	size_t count, sentences;
	uint8_t flags;			/* of any word */
	bool exclaims;			/* a sentence has exclamation marks */
	struct sentence sentence[WORDS_ROOM + 1];
	uint64_t hash[WORDS_ROOM];	/* 0 where the length is */
	struct word_key key[WORDS_ROOM];
	uint32_t start[WORDS_ROOM], end[WORDS_ROOM];	/* bytes of the text */
	uint16_t clause[WORDS_ROOM];	/* one more behind every comma and its
					   like, and in each sentence */
	uint16_t ordinal[WORDS_ROOM];	/* number of the sentence */
	uint8_t length[WORDS_ROOM];	/* of the key; 0: not to be looked up */
	uint8_t flag[WORDS_ROOM];	/* enum word_flag */
	struct word_rest rest[WORDS_ROOM]; /* of words that are cut or have
					   more than PLAIN_WORD bytes */
	size_t behind;		/* at the end: where the last sentence ends */

	/* ---- of words.c, words_plain.c, words_other.c ---- */
	struct text text;
	size_t at;		/* up to there it is read */
	enum fold_way way;
	struct word_memory *memory;	/* may be NULL */
	size_t given;		/* words whose sentences were given */
	uint16_t now;		/* the clause */
	bool pauses, stops;	/* a comma, an end since the last word */
	uint8_t marks;		/* that end's exclamation marks */
	size_t bounds;		/* first words of sentences, but the first */
	uint16_t bound[WORDS_ROOM];
	uint8_t bound_marks[WORDS_ROOM];
	struct plain plain;
};

enum { WORDS_MARKS_UNKNOWN = 255 };

/* `emoticons` may be NULL.  Both borrowed. */
void words_open(struct words *w, struct text text, enum fold_way way,
	const struct emoticons *emoticons);
/* Words of other alphabets may be remembered from one text to the next. */
void words_remember(struct words *w, struct word_memory *memory);
/* Goes to a byte of the text, before anything was read; no word may stand
 * across it.  Places are still those of the text. */
static inline void
words_skip(struct words *w, size_t at)
{
	w->at = at;
}

/* The next sentences, whole ones, in the place of the former; false at the
 * end. */
bool words_next(struct words *w);

/* One word with all of its key. */
void words_get(const struct words *w, size_t i, struct word *to);
/* The key with WORD_PADDING, w->length[i] bytes; `room` is for a short one. */
const char *words_key(const struct words *w, size_t i,
	char room[PLAIN_WORD + WORD_PADDING]);

/* ---- between words.c, words_plain.c and words_other.c ---- */

/* Takes words from the current place on, where one begins, as long as they
 * need no look at each character; p->at is then behind the one that does. */
void words_plain(struct words *w);
/* Takes the word with which a run of `length` bytes begins that is no plain
 * one, less than PLAIN_BITS of them, `from` its place in the window; returns
 * its bytes, 0 where there is none or it needs a closer look. */
size_t words_other(struct words *w, size_t n, size_t from, size_t length);

/* What a word of so many bytes keeps of its two pieces. */
extern const struct word_key words_mask[PLAIN_WORD + 1];

/* Writes a word at `n`, but for what stands before it. */
void words_set(struct words *w, size_t n, const struct word *word,
	uint8_t flag);
/* Whether a web address begins with the word that ended at `at`. */
bool words_is_address(const struct word *word, struct text text, size_t at);

#endif
