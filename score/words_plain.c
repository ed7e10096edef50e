/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include <string.h>

static inline void
piece_put(char *to, uint64_t piece)
{
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	piece = __builtin_bswap64(piece);
#endif
	memcpy(to, &piece, sizeof piece);
}

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
static const uint64_t piece_mask[PLAIN_WORD + 1][2] = {
#define MASK(n) (UINT64_MAX >> (64 - 8 * (n)))
	{0, 0}, {MASK(1), 0}, {MASK(2), 0}, {MASK(3), 0}, {MASK(4), 0},
	{MASK(5), 0}, {MASK(6), 0}, {MASK(7), 0}, {MASK(8), 0},
	{MASK(8), MASK(1)}, {MASK(8), MASK(2)}, {MASK(8), MASK(3)},
	{MASK(8), MASK(4)}, {MASK(8), MASK(5)}, {MASK(8), MASK(6)},
	{MASK(8), MASK(7)}, {MASK(8), MASK(8)},
#undef MASK
};

/* The plain word at `from` of the window; true where it is in capitals. */
static inline bool
word_plain(const struct plain *p, size_t from, size_t length,
	struct word *to)
{
	const unsigned char *key = p->lowered + from;
	uint64_t first = word_piece(key) & piece_mask[length][0];
	uint64_t second = word_piece(key + 8) & piece_mask[length][1];
	bool capitals = plain_bits(p->small, from, length) == 0;

	to->start = p->base + from;
	to->end = to->start + length;
	to->hash = word_hash_step(0, first, second);
	to->cut = 0;
	to->length = (uint8_t)length;
	to->shouted = capitals && length >= WORD_CAPITALS &&
	    is_shouted(key, length);
	piece_put(to->key, first);
	piece_put(to->key + 8, second);
	piece_put(to->key + 16, 0);
	return capitals;
}

/* The words of the window that stand at `from` and one blank behind each
 * other; returns where the last ends, `from` where there is none.  *last:
 * whether the sentence was quiet before the last word. */
static size_t
take_words(struct plain *p, const struct emoticons *e, size_t from,
	struct sentence *s, uint32_t clause, bool *last)
{
	const uint16_t *edge = p->edge + p->at;
	size_t count = s->count, end = from;
	bool quiet = s->quiet, before = quiet;

	for (; count < WORDS_MAX && *edge == from; edge += 2) {
		const unsigned char *key = p->lowered + from;
		size_t length = edge[1] - from;

		if (length > PLAIN_WORD || (e != NULL &&
		    e->behind_letter[key[1]] && e->first[key[0]] != 0) ||
		    plain_bits(p->odd, from, length) != 0)
			break;
		struct word *word = &s->word[count++];
		before = quiet;
		quiet |= !word_plain(p, from, length, word);
		word->clause = clause;
		end = from + length;
		from = end + (p->lowered[end] == ' ');
	}
	p->at = (size_t)(edge - p->edge);
	s->count = count;
	s->quiet = quiet;
	*last = before;
	return end;
}

bool
words_plain(struct words *w, struct sentence *s, uint32_t clause)
{
	size_t first = s->count;
	bool quiet;	/* before the last word */
	size_t end = take_words(&w->plain, w->emoticons,
	    w->at - w->plain.base, s, clause, &quiet);

	if (s->count == first)
		return false;
	w->at = w->plain.base + end;
	if (words_address(w, &s->word[s->count - 1])) {
		s->quiet = quiet;
		s->count--;
	}
	struct word *word = &s->word[first];
	if (s->count > first && word->start > 0 &&
	    w->text.bytes[word->start - 1] == '@')
		word->length = 0;
	return true;
}
