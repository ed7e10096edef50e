/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a character is to the word engine, and the letter that it counts as.
 *
 * Two spellings that people mix fold to one: case, compatibility forms (full
 * width, ligatures, Arabic presentation forms), Latin, Greek and Cyrillic
 * accents (also đ->d, ß->ss, ø->o, æ->ae, ё->е; й, ї and ў stay letters),
 * Arabic letter forms (أإآٱ->ا, ىیئ->ي, ک->ك, ةۀ->ه, ؤ->و), Mtavruli and
 * Asomtavruli -> Mkhedruli, every script's digits -> 0-9.  Harakat, tatweel,
 * niqqud, variation selectors, skin tones and format characters are dropped;
 * ZWNJ separates words.  fold.pl made the table; languages without a word on
 * them here get Unicode's full case folding of NFKC.
 */
#ifndef SAYSO_FOLD_H
#define SAYSO_FOLD_H

#include <stddef.h>
#include <stdint.h>

/* An entry below FOLD_LETTER is a class, else a letter. */
enum fold_class {
	FOLD_GAP,		/* parts words and means nothing */
	FOLD_DROP,		/* as if it were not there */
	FOLD_CLAUSE,		/* , ; : ( ) [ ] { } | dashes */
	FOLD_STOP,		/* . new line, bullet: ends a sentence */
	FOLD_EXCLAIM,
	FOLD_QUESTION,
	FOLD_APOSTROPHE,	/* also ’ and ` */
	FOLD_EMOJI,		/* a word of its own */
	FOLD_SELF,		/* a letter, folded already */
	FOLD_HYPHEN,
	FOLD_LETTER = 0x20,
};

enum {
	FOLD_CAPITAL = 0x8000,	/* bit: an upper-case letter */
	FOLD_SEVERAL = 0x4000,	/* bit: the rest is an index of fold_several */
	FOLD_VALUE = 0x3FFF,
	FOLD_PAGE = 128,
	FOLD_PAGES = 1024,
	FOLD_TABLE_END = FOLD_PAGE * FOLD_PAGES, /* beyond: FOLD_SELF */
	FOLD_MAX = 4,		/* letters that one character becomes */
};

/* Ways of a language; bits. */
enum fold_way {
	/* Croatian, Bosnian, Serbian: Cyrillic -> Latin. */
	FOLD_SERBIAN = 1,
	FOLD_WAYS = 2,		/* less than this many */
};

struct fold_several {
	uint8_t count;
	uint32_t letter[FOLD_MAX];
};

extern const uint8_t fold_index[FOLD_PAGES];
extern const uint16_t fold_page[][FOLD_PAGE];
extern const struct fold_several fold_several[];

/* A class, FOLD_SELF, or a letter with its bits. */
static inline uint16_t
fold_entry(uint32_t c)
{
	return c < FOLD_TABLE_END ?
	    fold_page[fold_index[c / FOLD_PAGE]][c % FOLD_PAGE] :
	    c >= 0xE0000 ? FOLD_DROP : FOLD_SELF;
}

/* The letters of an entry that is one (FOLD_SELF or >= FOLD_LETTER), for the
 * character `c`; returns how many. */
size_t fold_letters(uint16_t entry, uint32_t c, enum fold_way way,
	uint32_t to[FOLD_MAX]);

/* The ways of a language by its primary subtag. */
enum fold_way fold_way_of(const char *language);

#endif
