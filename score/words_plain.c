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

/* The bits of a mask from bit `shift` on, `next` being the mask behind it. */
static inline uint64_t
bits_from(uint64_t mask, uint64_t next, size_t shift)
{
	return mask >> shift | next << 1 << (63 - shift);
}

/* Says what was in the gap before the first word: it was read already. */
static inline void
mark_first(struct words *w, size_t from)
{
	struct plain_masks *m = &w->plain.mask[from / 64];
	uint64_t bit = UINT64_C(1) << from % 64;

	m->pause = (m->pause & ~bit) | (w->pauses ? bit : 0);
	m->stop = (m->stop & ~bit) | (w->stops ? bit : 0);
}

void
words_plain(struct words *w)
{
	struct plain *p = &w->plain;
	const struct emoticons *e = p->emoticons;
	const uint16_t *begin = p->begin + p->at;
	size_t n = w->count, bounds = w->bounds, end = w->at - p->base;
	uint16_t clause = w->now;
	uint8_t flags = 0;

	mark_first(w, *begin);
	for (; n < WORDS_ROOM && *begin != PLAIN_END; begin++) {
		size_t from = *begin, shift = from % 64;
		const struct plain_masks *m = &p->mask[from / 64];
		const unsigned char *key = p->lowered + from;
		size_t length = lowest_bit(~bits_from(m[0].word, m[1].word,
		    shift) | UINT64_C(1) << 63);
		uint64_t own = (UINT64_C(1) << length) - 1;
		uint64_t first = word_piece(key);
		uint64_t stop = m->stop >> shift & 1;

		if (length > PLAIN_WORD || (bits_from(m[0].odd, m[1].odd,
		    shift) & own) != 0 || (first & 0xFFFFFF) == 0x2E7777 ||
		    (e->behind_letter[key[1]] && e->first[key[0]] != 0))
			break;
		bool small = (bits_from(m[0].small, m[1].small, shift) & own)
		    != 0;
		uint8_t flag = small;
		if (!small && length >= WORD_CAPITALS &&
		    is_shouted(key, length))
			flag = WORD_SHOUTED;
		first &= piece_mask[length].piece[0];
		uint64_t second = word_piece(key + 8) &
		    piece_mask[length].piece[1];
		clause = (uint16_t)(clause + ((m->pause >> shift & 1) | stop));
		w->bound[bounds] = (uint16_t)n;
		w->bound_marks[bounds] = WORDS_MARKS_UNKNOWN;
		bounds += stop;
		w->hash[n] = word_hash_step(0, first, second);
		w->key[n].piece[0] = first;
		w->key[n].piece[1] = second;
		w->start[n] = (uint32_t)(p->base + from);
		w->end[n] = (uint32_t)(p->base + from + length);
		w->clause[n] = clause;
		w->length[n] = (uint8_t)length;
		w->flag[n] = flag;
		flags |= flag;
		end = from + length;
		n++;
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
