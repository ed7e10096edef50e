/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include <string.h>

/* Whether a word without small letters is written in WORD_CAPITALS or more. */
static bool
is_shouted(const unsigned char *lowered, size_t length)
{
	size_t letters = 0;

	for (size_t i = 0; i < length; i++)
		letters += lowered[i] != '\'';
	return letters >= WORD_CAPITALS;
}

/* What a word of `length` bytes keeps of its two pieces. */
static const struct word_key piece_mask[PLAIN_WORD + 1] = {
#define MASK(n) (UINT64_MAX >> (64 - 8 * (n)))
	{{0, 0}}, {{MASK(1), 0}}, {{MASK(2), 0}}, {{MASK(3), 0}},
	{{MASK(4), 0}}, {{MASK(5), 0}}, {{MASK(6), 0}}, {{MASK(7), 0}},
	{{MASK(8), 0}}, {{MASK(8), MASK(1)}}, {{MASK(8), MASK(2)}},
	{{MASK(8), MASK(3)}}, {{MASK(8), MASK(4)}}, {{MASK(8), MASK(5)}},
	{{MASK(8), MASK(6)}}, {{MASK(8), MASK(7)}}, {{MASK(8), MASK(8)}},
#undef MASK
};

/* The bits of a word of so many bytes. */
static const uint32_t own_bits[PLAIN_WORD + 1] = {0, 0x1, 0x3, 0x7, 0xF, 0x1F,
    0x3F, 0x7F, 0xFF, 0x1FF, 0x3FF, 0x7FF, 0xFFF, 0x1FFF, 0x3FFF, 0x7FFF,
    0xFFFF};

/* Says what was in the gap before the first word: it was read already. */
static inline void
mark_first(struct words *w, size_t from)
{
	struct plain *p = &w->plain;
	uint64_t bit = UINT64_C(1) << from % 64;

	p->pause[from / 64] &= ~bit;
	p->stop[from / 64] &= ~bit;
	if (w->pauses || w->stops)
		p->pause[from / 64] |= bit;
	if (w->stops)
		p->stop[from / 64] |= bit;
}

/* Whether a word may be the letters of an emoticon, or begin a web address. */
static inline bool
is_doubtful(const struct emoticons *e, const unsigned char *key,
	uint64_t first)
{
	return (e->behind_letter[key[1]] && e->first[key[0]] != 0) ||
	    (first == 0x7777 && key[2] == '.');
}

static inline uint8_t
flag_of(bool small, const unsigned char *key, size_t length)
{
	if (small)
		return WORD_SMALL;
	return length >= WORD_CAPITALS && is_shouted(key, length) ?
	    WORD_SHOUTED : 0;
}

/* The word that begins at `from` of the window as word `n`; its end, or 0 where
 * it is not plain. */
static inline size_t
take_plain(struct words *w, size_t n, size_t from)
{
	const struct plain *p = &w->plain;
	const unsigned char *key = p->lowered + from;
	size_t length = lowest_bit(~plain_bits(p->word, from) |
	    UINT64_C(1) << (PLAIN_WORD + 1));

	if (length > PLAIN_WORD ||
	    (plain_bits(p->odd, from) & own_bits[length]) != 0)
		return 0;
	uint64_t first = word_piece(key) & piece_mask[length].piece[0];
	uint64_t second = word_piece(key + 8) & piece_mask[length].piece[1];
	if (is_doubtful(p->emoticons, key, first))
		return 0;
	w->hash[n] = word_hash_step(0, first, second);
	w->key[n].piece[0] = first;
	w->key[n].piece[1] = second;
	w->start[n] = (uint32_t)(p->base + from);
	w->end[n] = (uint32_t)(p->base + from + length);
	w->length[n] = (uint8_t)length;
	w->flag[n] = flag_of((plain_bits(p->small, from) & own_bits[length])
	    != 0, key, length);
	return from + length;
}

void
words_plain(struct words *w)
{
	struct plain *p = &w->plain;
	const uint16_t *begin = p->begin + p->at;
	size_t n = w->count, bounds = w->bounds, end = 0;
	uint16_t clause = w->now;
	uint8_t flags = 0;

	mark_first(w, *begin);
	for (; n < WORDS_ROOM && *begin != PLAIN_END; begin++) {
		size_t from = *begin, to = take_plain(w, n, from);

		if (to == 0)
			break;
		end = to;
		flags |= w->flag[n];
		clause = (uint16_t)(clause + (plain_bits(p->pause, from) & 1));
		w->clause[n] = clause;
		w->bound[bounds] = (uint16_t)n;
		w->bound_marks[bounds] = WORDS_MARKS_UNKNOWN;
		bounds += plain_bits(p->stop, from) & 1;
		w->ordinal[n++] = (uint16_t)bounds;
	}
	p->at = (size_t)(begin - p->begin) +
	    (n < WORDS_ROOM && *begin != PLAIN_END);
	if (n == w->count)
		return;
	if (w->stops)
		w->bound_marks[w->bounds] = w->marks;
	w->pauses = w->stops = false;
	w->flags |= flags;
	w->count = n;
	w->bounds = bounds;
	w->now = clause;
	w->at = p->base + end;
}
