/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include <string.h>

static inline struct word_run
run_at(const struct words *w, size_t from, size_t length)
{
	const unsigned char *key = w->plain.lowered + from;
	const struct word_key *first = &words_mask[length < PLAIN_WORD ?
	    length : PLAIN_WORD];
	const struct word_key *second = &words_mask[length < PLAIN_WORD ? 0 :
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
	w->length[n] = (uint8_t)length;
	w->flag[n] = flag;
}

/* Takes a run of up to eight letters of two bytes; false where it has others.
 * All in registers: what is written in pieces and read as a whole waits. */
static inline bool
take_pairs(struct words *w, size_t n, size_t from, size_t length,
	const struct word_run *run)
{
	const struct word_pairs *table = &w->memory->pairs[w->way];
	uint32_t bits = 0;

	if ((other_form(run, 0) | other_form(run, 1) | (length & 1)) != 0)
		return false;
	uint64_t first = word_pairs_fold(table, run->piece[0], &bits);
	uint64_t second = word_pairs_fold(table, run->piece[1], &bits);
	uint64_t same = same_pairs(first, second, run->mask[0]);
	uint64_t same_later = same_pairs(second, 0, run->mask[1]);
	if (((bits & WORD_PAIRS_OTHER) |
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

size_t
words_other(struct words *w, size_t n, size_t from, size_t length)
{
	if (w->memory == NULL || length > WORD_MEMORY_RUN)
		return read_anew(w, n, from, length, NULL);
	struct word_run run = run_at(w, from, length);
	if (length <= PLAIN_WORD ? take_pairs(w, n, from, length, &run) :
	    take_long_pairs(w, n, from, length, &run))
		return length;
	run.small = (uint32_t)(plain_bits(w->plain.small, from) &
	    ((UINT64_C(1) << length) - 1));
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
