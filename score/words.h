/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text as sentences of folded words, each with its place in the text.
 *
 * A word is a run of letters and digits with the apostrophes inside it; an
 * emoji and an emoticon are words too.  Hyphens and slashes part words.
 * Letters that stand three times or more in a row are cut to two.  Web
 * addresses are left out; a name behind @ is a word that means nothing.
 * Sentences end at . ! ? and their like, at a new line, and after WORDS_MAX
 * words, so that the memory does not grow with the text.  A full stop inside
 * a number or behind a single letter ends nothing.
 *
 * Any bytes may come in; what is no UTF-8 parts words.
 *
 * Words of plain ASCII with one blank between them are taken as plain.h found
 * them; everything else is read character by character.  Both ways give the
 * same words.
 */
#ifndef SAYSO_WORDS_H
#define SAYSO_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "emoticons.h"
#include "fold.h"
#include "plain.h"
#include "text.h"

enum {
	WORDS_MAX = 256,	/* of a sentence */
	WORD_MAX = 64,		/* bytes of a folded word; a longer one is
				   no word that anybody listed */
	WORD_PADDING = 8,	/* zero bytes behind a key */
	WORD_CAPITALS = 3,	/* letters that make a word shouted */
};

struct word {
	size_t start, end;	/* bytes of the text, end not included */
	uint64_t hash;		/* of the key */
	uint64_t cut;		/* bit i: key[i] begins the second letter of a
				   run that was cut */
	uint32_t clause;	/* grows at every comma and its like */
	uint8_t length;		/* of the key; 0: not to be looked up */
	bool shouted;		/* capitals only */
	char key[WORD_MAX + WORD_PADDING];
};

struct sentence {
	size_t count;
	unsigned exclaims;	/* exclamation marks at its end */
	bool cut;		/* a word has runs that were cut */
	bool quiet;		/* has a word in small letters */
	struct word word[WORDS_MAX];
};

struct words {
	struct text text;
	size_t at;
	enum fold_way way;
	const struct emoticons *emoticons;
	struct plain plain;
};

/* `emoticons` may be NULL.  Both borrowed. */
void words_open(struct words *w, struct text text, enum fold_way way,
	const struct emoticons *emoticons);
/* The next sentence that has a word; false at the end. */
bool words_next(struct words *w, struct sentence *s);

/* The hash that a word with this key has; nothing that is written depends on
 * it. */
uint64_t word_hash(const char *key, size_t length);

/* Folds letters, marks and apostrophes (no blank, no sign) into a key.
 * False where there is something else or too much. */
bool word_fold(struct text text, enum fold_way way, struct word *to);

#endif
