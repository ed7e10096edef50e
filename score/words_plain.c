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

/* Whether a word may be the letters of an emoticon, or "ww", which begins a
 * web address. */
static inline bool
is_doubtful(const struct emoticons *e, const unsigned char *key)
{
	return e->behind_letter[key[1]] && (e->first[key[0]] != 0 ||
	    (key[0] == 'w' && key[1] == 'w'));
}

/* Measures the words from number `n` on, as long as they are plain and there is
 * room; returns how many there are then. */
static size_t
measure_words(struct words *w, const uint16_t *begin)
{
	const struct plain *p = &w->plain;
	const struct emoticons *e = p->emoticons;
	uint8_t *to = w->length + w->count, *end = w->length + WORDS_ROOM;

	for (; to < end && *begin != PLAIN_END; begin++) {
		size_t from = *begin;
		size_t length = lowest_bit(~plain_bits(p->word, from) |
		    UINT64_C(1) << (PLAIN_WORD + 1));

		if (length > PLAIN_WORD ||
		    (plain_bits(p->odd, from) & own_bits[length]) != 0 ||
		    is_doubtful(e, p->lowered + from))
			break;
		*to++ = (uint8_t)length;
	}
	return (size_t)(to - w->length);
}

static void
take_keys(struct words *w, const uint16_t *begin, size_t end)
{
	const unsigned char *lowered = w->plain.lowered;
	uint32_t base = (uint32_t)w->plain.base;

	for (size_t n = w->count; n < end; n++, begin++) {
		const unsigned char *key = lowered + *begin;
		const struct word_key *mask = &piece_mask[w->length[n]];
		uint64_t first = word_piece(key) & mask->piece[0];
		uint64_t second = word_piece(key + 8) & mask->piece[1];

		w->key[n].piece[0] = first;
		w->key[n].piece[1] = second;
		w->hash[n] = word_hash_step(0, first, second);
		w->start[n] = base + *begin;
		w->end[n] = base + *begin + w->length[n];
	}
}

static uint8_t
flag_of_capitals(const struct words *w, size_t from, size_t length)
{
	return length >= WORD_CAPITALS && is_shouted(w->plain.lowered + from,
	    length) ? WORD_SHOUTED : 0;
}

/* What stands in the gap before each word, and how it is written. */
static void
take_marks(struct words *w, const uint16_t *begin, size_t end)
{
	const struct plain *p = &w->plain;
	size_t bounds = w->bounds;
	uint16_t clause = w->now;
	uint8_t flags = 0;

	for (size_t n = w->count; n < end; n++, begin++) {
		size_t from = *begin;
		uint8_t flag = WORD_SMALL;

		clause = (uint16_t)(clause + (plain_bits(p->pause, from) & 1));
		w->clause[n] = clause;
		w->bound[bounds] = (uint16_t)n;
		w->bound_marks[bounds] = WORDS_MARKS_UNKNOWN;
		bounds += plain_bits(p->stop, from) & 1;
		w->ordinal[n] = (uint16_t)bounds;
		if ((plain_bits(p->small, from) & own_bits[w->length[n]]) == 0)
			flag = flag_of_capitals(w, from, w->length[n]);
		w->flag[n] = flag;
		flags |= flag;
	}
	if (w->stops)
		w->bound_marks[w->bounds] = w->marks;
	w->flags |= flags;
	w->bounds = bounds;
	w->now = clause;
}

void
words_plain(struct words *w)
{
	struct plain *p = &w->plain;
	const uint16_t *begin = p->begin + p->at;
	size_t end = measure_words(w, begin), count = end - w->count;

	p->at += count;
	p->at += end < WORDS_ROOM && p->begin[p->at] != PLAIN_END;
	if (count == 0)
		return;
	mark_first(w, *begin);
	take_keys(w, begin, end);
	take_marks(w, begin, end);
	w->pauses = w->stops = false;
	w->count = end;
	w->at = w->end[end - 1];
}
