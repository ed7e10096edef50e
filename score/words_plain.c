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

const struct word_key words_mask[PLAIN_WORD + 1] = {
#define MASK(n) (UINT64_MAX >> (64 - 8 * (n)))
	{{0, 0}}, {{MASK(1), 0}}, {{MASK(2), 0}}, {{MASK(3), 0}},
	{{MASK(4), 0}}, {{MASK(5), 0}}, {{MASK(6), 0}}, {{MASK(7), 0}},
	{{MASK(8), 0}}, {{MASK(8), MASK(1)}}, {{MASK(8), MASK(2)}},
	{{MASK(8), MASK(3)}}, {{MASK(8), MASK(4)}}, {{MASK(8), MASK(5)}},
	{{MASK(8), MASK(6)}}, {{MASK(8), MASK(7)}}, {{MASK(8), MASK(8)}},
#undef MASK
};

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

/* The bits of a run of less than PLAIN_BITS bytes. */
static inline uint64_t
bits_up_to(size_t length)
{
	return (UINT64_C(1) << length) - 1;
}

/* Takes a plain word. */
static inline uint8_t
take_plain(struct words *w, size_t n, size_t from, size_t length)
{
	const struct plain *p = &w->plain;
	const unsigned char *key = p->lowered + from;
	uint64_t first = word_piece(key) & words_mask[length].piece[0];
	uint64_t second = word_piece(key + 8) & words_mask[length].piece[1];
	uint32_t start = (uint32_t)(p->base + from);
	uint8_t flag = WORD_SMALL;

	if ((plain_bits(p->small, from) & bits_up_to(length)) == 0)
		flag = length >= WORD_CAPITALS && is_shouted(key, length) ?
		    WORD_SHOUTED : 0;
	w->key[n].piece[0] = first;
	w->key[n].piece[1] = second;
	w->hash[n] = word_hash_step(0, first, second);
	w->start[n] = start;
	w->end[n] = start + (uint32_t)length;
	w->length[n] = (uint8_t)length;
	w->flag[n] = flag;
	return flag;
}

/* How a row of words ended. */
struct row {
	size_t end;		/* behind the last word */
	bool rest;		/* which was only the beginning of its run */
};

/* Takes words from the first on, as long as they are plain or of other
 * alphabets and there is room. */
static struct row
take_row(struct words *w, const uint16_t *begin)
{
	const struct plain *p = &w->plain;
	size_t n = w->count, bounds = w->bounds;
	uint16_t clause = w->now;
	uint8_t flags = 0;
	bool rest = false;

	for (; n < WORDS_ROOM && *begin != PLAIN_END && !rest; begin++, n++) {
		size_t from = *begin;
		size_t length = lowest_bit(~plain_bits(p->word, from) |
		    UINT64_C(1) << (PLAIN_BITS - 1));
		uint64_t odd = plain_bits(p->odd, from) & bits_up_to(length);

		if (is_doubtful(p->emoticons, p->lowered + from))
			break;
		if (length <= PLAIN_WORD && odd == 0) {
			flags |= take_plain(w, n, from, length);
		} else {
			/* Long ones of ASCII need a closer look. */
			size_t taken = length == PLAIN_BITS - 1 || odd == 0 ||
			    (plain_bits(p->strange, from) &
			    bits_up_to(length)) != 0 ? 0 :
			    words_other(w, n, from, length);

			if (taken == 0)
				break;
			flags |= w->flag[n];
			rest = taken < length;
		}
		clause = (uint16_t)(clause + (plain_bits(p->pause, from) & 1));
		w->clause[n] = clause;
		w->bound[bounds] = (uint16_t)n;
		w->bound_marks[bounds] = WORDS_MARKS_UNKNOWN;
		bounds += (size_t)(plain_bits(p->stop, from) & 1);
		w->ordinal[n] = (uint16_t)bounds;
	}
	if (w->stops && n > w->count)
		w->bound_marks[w->bounds] = w->marks;
	w->flags |= flags;
	w->bounds = bounds;
	w->now = clause;
	return (struct row){n, rest};
}

void
words_plain(struct words *w)
{
	struct plain *p = &w->plain;
	const uint16_t *begin = p->begin + p->at;

	if (*begin != PLAIN_END)
		mark_first(w, *begin);
	struct row row = take_row(w, begin);
	size_t count = row.end - w->count;
	p->at += count;
	/* The word that was not taken is nothing to come back for. */
	p->at += !row.rest && row.end < WORDS_ROOM &&
	    p->begin[p->at] != PLAIN_END;
	if (count == 0)
		return;
	w->pauses = w->stops = false;
	w->count = row.end;
	w->at = w->end[row.end - 1];
}
