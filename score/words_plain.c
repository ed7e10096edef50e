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

/* Which of the measured words are plain, and which are of other alphabets. */
struct measured {
	size_t plains, others;
	uint16_t plain[WORDS_ROOM], other[WORDS_ROOM];
};

/* The bits of a run of less than PLAIN_BITS bytes. */
static inline uint64_t
bits_up_to(size_t length)
{
	return (UINT64_C(1) << length) - 1;
}

/* Measures the words from the first on, as long as they are plain or of other
 * alphabets and there is room; returns how many there are then. */
static size_t
measure_words(struct words *w, const uint16_t *begin, struct measured *m)
{
	const struct plain *p = &w->plain;
	size_t n = w->count;

	m->plains = m->others = 0;
	for (; n < WORDS_ROOM && *begin != PLAIN_END; begin++, n++) {
		size_t from = *begin;
		size_t length = lowest_bit(~plain_bits(p->word, from) |
		    UINT64_C(1) << (PLAIN_BITS - 1));
		uint64_t own = bits_up_to(length);

		if (is_doubtful(p->emoticons, p->lowered + from))
			break;
		w->length[n] = (uint8_t)length;
		if (length <= PLAIN_WORD &&
		    (plain_bits(p->odd, from) & own) == 0) {
			m->plain[m->plains++] = (uint16_t)n;
			continue;
		}
		/* Long ones of ASCII are read with a closer look. */
		if (length == PLAIN_BITS - 1 ||
		    (plain_bits(p->strange, from) & own) != 0 ||
		    (plain_bits(p->odd, from) & own) == 0)
			break;
		m->other[m->others++] = (uint16_t)n;
	}
	return n;
}

/* ---- words of other alphabets ---- */

static inline struct word_run
run_at(const struct words *w, size_t from, size_t length)
{
	const unsigned char *key = w->plain.lowered + from;
	const struct word_key *first = &piece_mask[length < PLAIN_WORD ?
	    length : PLAIN_WORD];
	const struct word_key *second = &piece_mask[length < PLAIN_WORD ? 0 :
	    length - PLAIN_WORD];

	return (struct word_run){
		.piece = {word_piece(key) & first->piece[0],
		    word_piece(key + 8) & first->piece[1],
		    word_piece(key + 16) & second->piece[0],
		    word_piece(key + 24) & second->piece[1]},
		.mask = {first->piece[0], first->piece[1], second->piece[0],
		    second->piece[1]},
	};
}

/* Reads the word with which a run of so many bytes begins; its bytes, 0 where
 * there is none or it needs a closer look. */
static size_t
read_anew(struct words *w, size_t n, size_t from, size_t length,
	const struct word_run *run)
{
	size_t start = w->plain.base + from;
	struct word word;
	bool small;

	if (!is_letter(character_at(w->text, start).entry))
		return 0;
	size_t at = word_read(w->text, start, w->way, &word, &small);
	if (word.length == 0 || at != word.end || at - start > length ||
	    words_is_address(&word, w->text, at))
		return 0;
	uint8_t flag = (uint8_t)((small ? WORD_SMALL : 0) |
	    (word.shouted ? WORD_SHOUTED : 0));
	words_set(w, n, &word, flag);
	if (run != NULL)
		word_memory_put(w->memory, run, &word, flag);
	return at - start;
}

/* The lanes of a piece that are as the next lane. */
static inline uint64_t
same_pairs(uint64_t piece, uint64_t next, uint64_t mask)
{
	return word_pairs_zero(piece ^ (piece >> 16 | next << 48)) & mask;
}

/* Whether it holds anything but two bytes each, in the run. */
static inline uint64_t
other_form(const struct word_run *run, size_t i)
{
	return ((run->piece[i] & WORD_PAIRS_FORM) ^ WORD_PAIRS_IS) &
	    run->mask[i];
}

static inline void
set_pairs(struct words *w, size_t n, size_t from, size_t length,
	uint32_t bits)
{
	uint8_t flag = bits & WORD_PAIRS_SMALL ? WORD_SMALL :
	    length >= 2 * WORD_CAPITALS ? WORD_SHOUTED : 0;

	w->start[n] = (uint32_t)(w->plain.base + from);
	w->end[n] = w->start[n] + (uint32_t)length;
	w->flag[n] = flag;
	w->flags |= flag;
}

/* Takes a run of up to eight letters of two bytes; false where it has others.
 * All in registers: what is written in pieces and read as a whole waits. */
static inline bool
take_pairs(struct words *w, size_t n, size_t from, size_t length,
	const struct word_run *run)
{
	const struct word_pairs *table = &w->memory->pairs[w->way];
	uint32_t bits = 0;
	uint64_t first = word_pairs_fold(table, run->piece[0], &bits);
	uint64_t second = word_pairs_fold(table, run->piece[1], &bits);
	uint64_t same = same_pairs(first, second, run->mask[0]);
	uint64_t same_later = same_pairs(second, 0, run->mask[1]);

	if ((other_form(run, 0) | other_form(run, 1) | (length & 1) |
	    (bits & WORD_PAIRS_OTHER) |
	    (same & (same >> 16 | same_later << 48)) |
	    (same_later & same_later >> 16)) != 0)
		return false;
	w->key[n].piece[0] = first;
	w->key[n].piece[1] = second;
	w->hash[n] = word_hash_step(0, first, second);
	set_pairs(w, n, from, length, bits);
	return true;
}

/* The same for up to sixteen. */
static bool
take_long_pairs(struct words *w, size_t n, size_t from, size_t length,
	const struct word_run *run)
{
	const struct word_pairs *table = &w->memory->pairs[w->way];
	uint64_t key[WORD_MEMORY_PIECES + 1] = {0}, other = length & 1;
	uint64_t same[WORD_MEMORY_PIECES + 1] = {0};
	uint32_t bits = 0;

	for (size_t i = 0; i < WORD_MEMORY_PIECES; i++) {
		other |= other_form(run, i);
		key[i] = word_pairs_fold(table, run->piece[i], &bits);
	}
	for (size_t i = 0; i < WORD_MEMORY_PIECES; i++)
		same[i] = same_pairs(key[i], key[i + 1], run->mask[i]);
	for (size_t i = 0; i < WORD_MEMORY_PIECES; i++)
		other |= same[i] & (same[i] >> 16 | same[i + 1] << 48);
	if (other != 0 || bits & WORD_PAIRS_OTHER)
		return false;
	uint64_t hash = word_hash_step(0, key[0], key[1]);
	w->hash[n] = word_hash_step(hash, key[2], key[3]);
	w->key[n] = (struct word_key){{key[0], key[1]}};
	w->rest[n].cut = 0;
	for (size_t i = 0; i < WORD_MEMORY_PIECES; i++)
		word_put_piece(w->rest[n].key + 8 * i, key[i]);
	memset(w->rest[n].key + WORD_MEMORY_RUN, 0, WORD_PADDING);
	set_pairs(w, n, from, length, bits);
	return true;
}

/* Takes the word with which a run begins, by what is remembered where that
 * knows it; its bytes, 0 where there is none. */
static size_t
take_run(struct words *w, size_t n, size_t from, size_t length)
{
	if (w->memory == NULL || length > WORD_MEMORY_RUN)
		return read_anew(w, n, from, length, NULL);
	struct word_run run = run_at(w, from, length);
	if (length <= PLAIN_WORD ? take_pairs(w, n, from, length, &run) :
	    take_long_pairs(w, n, from, length, &run))
		return length;
	run.small = (uint32_t)(plain_bits(w->plain.small, from) &
	    bits_up_to(length));
	run.way = (uint8_t)w->way;
	size_t place = word_memory_place(&run);
	const struct word_known *k = &w->memory->known[place];
	if (!word_known_is(k, &run))
		return read_anew(w, n, from, length, &run);
	w->key[n].piece[0] = k->piece[0];
	w->key[n].piece[1] = k->piece[1];
	w->hash[n] = k->hash;
	w->length[n] = k->length;
	w->flag[n] = k->flag;
	w->flags |= k->flag;
	w->start[n] = (uint32_t)(w->plain.base + from);
	w->end[n] = w->start[n] + k->taken;
	if (k->length > PLAIN_WORD) {
		w->rest[n].cut = 0;
		memcpy(w->rest[n].key, w->memory->rest[place],
		    WORD_MEMORY_RUN);
		memset(w->rest[n].key + WORD_MEMORY_RUN, 0, WORD_PADDING);
	}
	return k->taken;
}

/* Takes the words that are not plain; returns the end, which comes early where
 * one needs a closer look, or where one is less than its run: *rest. */
static size_t
take_others(struct words *w, const uint16_t *begin, size_t end,
	const struct measured *m, bool *rest)
{
	for (size_t i = 0; i < m->others; i++) {
		size_t n = m->other[i], length = w->length[n];
		size_t taken = take_run(w, n, begin[n - w->count], length);

		*rest = taken > 0 && taken < length;
		if (taken < length)
			return n + *rest;
	}
	return end;
}

/* ---- plain words ---- */

static uint8_t
flag_of_capitals(const struct words *w, size_t from, size_t length)
{
	return length >= WORD_CAPITALS && is_shouted(w->plain.lowered + from,
	    length) ? WORD_SHOUTED : 0;
}

static void
take_keys(struct words *w, const uint16_t *begin, const struct measured *m)
{
	const struct plain *p = &w->plain;
	uint32_t base = (uint32_t)p->base;
	uint8_t flags = 0;

	begin -= w->count;
	for (size_t i = 0; i < m->plains; i++) {
		size_t n = m->plain[i], from = begin[n], length = w->length[n];
		const unsigned char *key = p->lowered + from;
		const struct word_key *mask = &piece_mask[length];
		uint64_t first = word_piece(key) & mask->piece[0];
		uint64_t second = word_piece(key + 8) & mask->piece[1];
		uint8_t flag = WORD_SMALL;

		w->key[n].piece[0] = first;
		w->key[n].piece[1] = second;
		w->hash[n] = word_hash_step(0, first, second);
		w->start[n] = base + (uint32_t)from;
		w->end[n] = base + (uint32_t)(from + length);
		if ((plain_bits(p->small, from) & own_bits[length]) == 0)
			flag = flag_of_capitals(w, from, length);
		w->flag[n] = flag;
		flags |= flag;
	}
	w->flags |= flags;
}

/* What stands in the gap before each word. */
static void
take_marks(struct words *w, const uint16_t *begin, size_t end)
{
	const struct plain *p = &w->plain;
	size_t bounds = w->bounds;
	uint16_t clause = w->now;

	for (size_t n = w->count; n < end; n++, begin++) {
		size_t from = *begin;

		clause = (uint16_t)(clause + (plain_bits(p->pause, from) & 1));
		w->clause[n] = clause;
		w->bound[bounds] = (uint16_t)n;
		w->bound_marks[bounds] = WORDS_MARKS_UNKNOWN;
		bounds += plain_bits(p->stop, from) & 1;
		w->ordinal[n] = (uint16_t)bounds;
	}
	if (w->stops)
		w->bound_marks[w->bounds] = w->marks;
	w->bounds = bounds;
	w->now = clause;
}

void
words_plain(struct words *w)
{
	struct plain *p = &w->plain;
	const uint16_t *begin = p->begin + p->at;
	struct measured m;
	size_t end = measure_words(w, begin, &m);
	bool rest = false;

	take_keys(w, begin, &m);
	if (m.others > 0)
		end = take_others(w, begin, end, &m, &rest);
	size_t count = end - w->count;
	p->at += count;
	/* The word that was not taken is nothing to come back for. */
	p->at += !rest && end < WORDS_ROOM && p->begin[p->at] != PLAIN_END;
	if (count == 0)
		return;
	mark_first(w, *begin);
	take_marks(w, begin, end);
	w->pauses = w->stops = false;
	w->count = end;
	w->at = w->end[end - 1];
}
