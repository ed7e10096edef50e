/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A text as sentences of folded words, each with its place in the text.
 *
 * A word is what word.h says; an emoji and an emoticon are words too.  Web
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
#include "plain.h"
#include "text.h"
#include "word.h"

enum { WORDS_MAX = 256 };	/* of a sentence */

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

/* ---- between words.c and words_plain.c ---- */

/* Takes the plain words from the current place on that have one blank between
 * them; false where there is none. */
bool words_plain(struct words *w, struct sentence *s, uint32_t clause);
/* Whether the word that ended at the current place begins a web address; goes
 * to its end. */
bool words_address(struct words *w, const struct word *word);

#endif
