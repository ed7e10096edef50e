/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "word.h"

#include <string.h>

/* A word in the making. */
struct spelling {
	uint32_t last;		/* letter */
	unsigned run;		/* of equal letters */
	unsigned letters, capitals;
	uint64_t hash;		/* of the key, sixteen bytes at a time */
	uint64_t first, piece;	/* whole eight bytes, and begun ones, of it
				   that are not in the hash yet */
	bool over;		/* longer than WORD_MAX */
};

uint64_t
word_hash(const char *key, size_t length)
{
	uint64_t hash = 0;

	for (size_t i = 0; i < length; i += 16) {
		uint64_t piece[2] = {0, 0};

		for (size_t k = i; k < length && k < i + 16; k++)
			piece[k / 8 % 2] |= (uint64_t)(unsigned char)key[k]
			    << k % 8 * 8;
		hash = word_hash_step(hash, piece[0], piece[1]);
	}
	return hash;
}

/* The hash grows with the word: to read back what was written byte by byte
 * would wait for every byte. */
static inline void
word_push(struct word *to, struct spelling *s, char byte)
{
	size_t at = to->length++;

	to->key[at] = byte;
	s->piece |= (uint64_t)(unsigned char)byte << at % 8 * 8;
	if (at % 8 < 7)
		return;
	if (at % 16 == 7) {
		s->first = s->piece;
	} else {
		s->hash = word_hash_step(s->hash, s->first, s->piece);
		s->first = 0;
	}
	s->piece = 0;
}

static inline void
word_add(struct word *to, struct spelling *s, uint32_t letter)
{
	bool digit = letter >= '0' && letter <= '9';

	s->run = letter == s->last ? s->run + 1 : 1;
	s->last = letter;
	if (s->run >= 3 && !digit) {
		if (s->run == 3) {
			size_t size = letter < 0x80 ? 1 :
			    letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
			to->cut |= UINT64_C(1) << (to->length - size);
		}
		return;
	}
	if (to->length + 4 > WORD_MAX) {
		s->over = true;
		s->run = 1;
		return;
	}
	if (letter < 0x80) {
		word_push(to, s, (char)letter);
		return;
	}
	char bytes[4];
	size_t count = utf8_encode(letter, bytes);
	for (size_t i = 0; i < count; i++)
		word_push(to, s, bytes[i]);
}

static inline void
word_add_character(struct word *to, struct spelling *s, enum fold_way way,
	struct character c)
{
	s->letters++;
	s->capitals += c.entry >> 15;
	if (way == 0 && !(c.entry & FOLD_SEVERAL)) {
		word_add(to, s, c.entry == FOLD_SELF ? c.c :
		    c.entry & FOLD_VALUE);
		return;
	}
	uint32_t letter[FOLD_MAX];
	size_t count = fold_letters(c.entry, c.c, way, letter);
	for (size_t i = 0; i < count; i++)
		word_add(to, s, letter[i]);
}

/* The common case of word_read(): plain letters until something else. */
static size_t
word_read_ascii(struct text text, size_t at, struct word *to,
	struct spelling *s)
{
	for (; at < text.length; at++) {
		unsigned char byte = (unsigned char)text.bytes[at];

		if (byte >= 0x80)
			break;
		uint16_t entry = fold_entry(byte);
		if (entry < FOLD_LETTER)
			break;
		uint32_t letter = entry & FOLD_VALUE;
		s->letters++;
		s->capitals += entry >> 15;
		if (letter == s->last || to->length + 4 > WORD_MAX) {
			word_add(to, s, letter);
		} else {
			word_push(to, s, (char)letter);
			s->last = letter;
			s->run = 1;
		}
		to->end = at + 1;
	}
	return at;
}

/* word_push() of both bytes of a letter. */
static inline void
word_push_pair(struct word *to, struct spelling *s, uint32_t letter)
{
	unsigned char first = (unsigned char)(0xC0 | letter >> 6);
	unsigned char second = (unsigned char)(0x80 | (letter & 0x3F));
	size_t at = to->length;

	if (at % 8 >= 6) {
		word_push(to, s, (char)first);
		word_push(to, s, (char)second);
		return;
	}
	to->key[at] = (char)first;
	to->key[at + 1] = (char)second;
	s->piece |= (uint64_t)(first | (unsigned)second << 8) << at % 8 * 8;
	to->length = (uint8_t)(at + 2);
}

/* The common case of word_read() in other alphabets: letters of two bytes that
 * fold to such ones. */
static size_t
word_read_pairs(struct text text, size_t at, struct word *to,
	struct spelling *s)
{
	for (; at + 1 < text.length; at += 2) {
		unsigned char first = (unsigned char)text.bytes[at];
		unsigned char second = (unsigned char)text.bytes[at + 1];

		if (first < 0xC2 || first >= 0xE0 || (second & 0xC0) != 0x80)
			break;
		uint16_t entry = fold_entry((first & 0x1Fu) << 6 |
		    (second & 0x3Fu));
		uint32_t letter = entry & FOLD_VALUE;
		if (letter < 0x80 || letter >= 0x800 || entry & FOLD_SEVERAL)
			break;
		s->letters++;
		s->capitals += entry >> 15;
		if (letter == s->last || to->length + 4 > WORD_MAX) {
			word_add(to, s, letter);
		} else {
			word_push_pair(to, s, letter);
			s->last = letter;
			s->run = 1;
		}
		to->end = at + 2;
	}
	return at;
}

static void
word_finish(struct word *to, const struct spelling *s)
{
	size_t rest = to->length % 16;

	to->hash = rest == 0 ? s->hash : rest < 8 ?
	    word_hash_step(s->hash, s->piece, 0) :
	    word_hash_step(s->hash, s->first, s->piece);
	if (s->over)
		to->length = 0;
	memset(to->key + to->length, 0, WORD_PADDING);
	to->shouted = s->letters >= WORD_CAPITALS &&
	    s->capitals == s->letters;
}

size_t
word_read(struct text text, size_t at, enum fold_way way, struct word *to,
	bool *small)
{
	struct spelling s = {0};

	to->start = to->end = at;
	to->length = 0;
	to->cut = 0;
	for (;;) {
		if (way == 0)
			at = word_read_pairs(text, at, to, &s);
		at = word_read_ascii(text, at, to, &s);
		if (at < text.length && (text.bytes[at] == ' ' ||
		    text.bytes[at] == '.' || text.bytes[at] == ','))
			break;		/* what mostly ends a word */
		struct character c = character_at(text, at);

		if (is_letter(c.entry)) {
			word_add_character(to, &s, way, c);
		} else if (c.entry == FOLD_APOSTROPHE && s.letters > 0 &&
		    is_letter(character_at(text, at + c.size).entry)) {
			word_add(to, &s, '\'');
		} else if (c.entry != FOLD_DROP || c.size == 0) {
			break;
		}
		at += c.size;
		if (c.entry != FOLD_DROP)
			to->end = at;
	}
	word_finish(to, &s);
	*small = s.capitals < s.letters;
	return at;
}

bool
word_fold(struct text text, enum fold_way way, struct word *to)
{
	bool small;

	return word_read(text, 0, way, to, &small) == text.length &&
	    to->length > 0;
}

void
word_sign(struct word *to, size_t start, size_t size, const char *key,
	size_t length)
{
	to->start = start;
	to->end = start + size;
	to->cut = 0;
	to->shouted = false;
	to->length = (uint8_t)length;
	memcpy(to->key, key, length);
	memset(to->key + length, 0, WORD_PADDING);
	to->hash = word_hash_padded(to->key, to->length);
}
