/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A word: a run of letters and digits with the apostrophes inside it, folded
 * (fold.h) into a key.  Hyphens and slashes part words.  Letters that stand
 * three times or more in a row are cut to two.
 */
#ifndef SAYSO_WORD_H
#define SAYSO_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "fold.h"
#include "text.h"
#include "utf8.h"

enum {
	WORD_MAX = 64,		/* bytes of a folded word; a longer one is
				   no word that anybody listed */
	WORD_PADDING = 16,	/* room behind a key: zeros up to its 16th
				   byte, and one zero at least */
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

/* The hash that a word with this key has; nothing that is written depends on
 * it. */
uint64_t word_hash(const char *key, size_t length);

/* Folds letters, marks and apostrophes (no blank, no sign) into a key.
 * False where there is something else or too much. */
bool word_fold(struct text text, enum fold_way way, struct word *to);

/* Eight bytes as a number, the first the least. */
static inline uint64_t
word_piece(const void *at)
{
	uint64_t piece;

	memcpy(&piece, at, sizeof piece);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	piece = __builtin_bswap64(piece);
#endif
	return piece;
}

static inline void
word_put_piece(char *to, uint64_t piece)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	piece = __builtin_bswap64(piece);
#endif
	memcpy(to, &piece, sizeof piece);
}

/* A step of that hash: sixteen bytes of the key, the first the least. */
static inline uint64_t
word_hash_step(uint64_t hash, uint64_t first, uint64_t second)
{
	second *= 0x9E3779B97F4A7C15u;
	hash = ((hash ^ first) * 0xD6E8FEB86659FD93u) ^
	    (second << 32 | second >> 32);
	return (hash ^ hash >> 32) * 0xD6E8FEB86659FD93u;
}

/* word_hash() of a key with WORD_PADDING zeros behind it. */
static inline uint64_t
word_hash_padded(const char *key, size_t length)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < length; i += 16)
		hash = word_hash_step(hash, word_piece(key + i),
		    word_piece(key + i + 8));
	return hash;
}

/* ---- reading a text, for words.c ---- */

/* One character of the text and what it is. */
struct character {
	uint32_t c;
	uint16_t entry;
	size_t size;		/* bytes; 0 at the end of the text */
};

static inline struct character
character_at(struct text text, size_t at)
{
	struct character to = {0};

	if (at >= text.length)
		return to;
	unsigned char byte = (unsigned char)text.bytes[at];
	if (byte < 0x80) {
		to.c = byte;
		to.size = 1;
	} else if (byte >= 0xC2 && byte < 0xE0 && at + 1 < text.length &&
	    ((unsigned char)text.bytes[at + 1] & 0xC0) == 0x80) {
		to.c = (byte & 0x1Fu) << 6 |
		    ((unsigned char)text.bytes[at + 1] & 0x3Fu);
		to.size = 2;	/* most of four alphabets, without a call */
	} else {
		to.size = utf8_decode(text.bytes + at, text.length - at,
		    &to.c);
	}
	to.entry = fold_entry(to.c);
	return to;
}

static inline bool
is_letter(uint16_t entry)
{
	return entry >= FOLD_LETTER || entry == FOLD_SELF;
}

/* Reads letters from `at` on; returns where they end.  *small: one is not a
 * capital. */
size_t word_read(struct text text, size_t at, enum fold_way way,
	struct word *to, bool *small);
/* A word that is its own spelling: an emoji, an emoticon. */
void word_sign(struct word *to, size_t start, size_t size, const char *key,
	size_t length);

#endif
