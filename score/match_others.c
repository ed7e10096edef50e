/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match.h"

#include <string.h>

/* The word with d for dj; false where it has none. */
static bool
respell(const struct word *word, struct word *to)
{
	if (memchr(word->key, 'j', word->length) == NULL)
		return false;
	memset(to, 0, sizeof *to);
	for (size_t i = 0; i < word->length; i++)
		if (i == 0 || word->key[i] != 'j' || word->key[i - 1] != 'd')
			to->key[to->length++] = word->key[i];
	to->hash = word_hash_padded(to->key, to->length);
	return to->length < word->length;
}

static uint32_t
find_anew(const struct lexicon_language *language, const struct words *w,
	size_t at)
{
	struct word word, other;

	words_get(w, at, &word);
	uint32_t entry = affixes_find(&language->affixes, &language->index,
	    &word);
	if (entry != INDEX_NONE || language->way != FOLD_SERBIAN ||
	    !respell(&word, &other))
		return entry;
	entry = index_find(&language->index, other.key, other.length,
	    other.hash);
	return entry != INDEX_NONE ? entry : affixes_find(&language->affixes,
	    &language->index, &other);
}

/* A word that is long or was cut. */
static uint32_t
find_long(struct match *m, const struct lexicon_language *language,
	const struct words *w, size_t at)
{
	struct match_long_memory *known = &m->long_memory[
	    (w->hash[at] >> 20) & (MATCH_LONG_MEMORY - 1)];
	uint64_t cut = w->flag[at] & WORD_CUT ? w->rest[at].cut : 0;
	const char *key = w->rest[at].key;

	if (known->language == language && known->cut == cut &&
	    known->length == w->length[at] &&
	    memcmp(known->key, key, known->length) == 0)
		return known->entry;
	known->language = language;
	known->cut = cut;
	known->length = w->length[at];
	memcpy(known->key, key, known->length);
	known->entry = find_anew(language, w, at);
	return known->entry;
}

static inline struct match_memory *
memory_of(const struct match *m, uint64_t hash)
{
	return &m->memory[MATCH_WAYS *
	    (hash >> 20 & (MATCH_MEMORY / MATCH_WAYS - 1))];
}

static inline bool
is_known(const struct match_memory *known,
	const struct lexicon_language *language, const struct words *w,
	size_t at)
{
	return known->language == language &&
	    ((known->key.piece[0] ^ w->key[at].piece[0]) |
	    (known->key.piece[1] ^ w->key[at].piece[1]) |
	    (uint64_t)(known->length ^ w->length[at])) == 0;
}

static inline uint32_t
find_changed(struct match *m, const struct lexicon_language *language,
	const struct words *w, size_t at)
{
	struct match_memory *known = memory_of(m, w->hash[at]);

	if (w->flag[at] & WORD_CUT || w->length[at] > PLAIN_WORD)
		return find_long(m, language, w, at);
	if (is_known(&known[0], language, w, at))
		return known[0].entry;
	if (is_known(&known[1], language, w, at))
		return known[1].entry;
	known[1] = known[0];
	known->language = language;
	known->key = w->key[at];
	known->length = w->length[at];
	known->entry = find_anew(language, w, at);
	return known->entry;
}

/* Whether "dj" is in the first bytes of a key: a zero where a byte is the one
 * and the byte before it the other. */
static inline bool
has_dj(struct word_key key)
{
	const uint64_t ones = 0x0101010101010101, d = ones * 'd', j = ones * 'j';
	uint64_t first = key.piece[0], second = key.piece[1];
	uint64_t x = (first ^ j) | (first << 8 ^ d);
	uint64_t y = (second ^ j) | ((second << 8 | first >> 56) ^ d);

	return (((x - ones) & ~x) | ((y - ones) & ~y)) & ones << 7;
}

/* Whether a way may lead from a word to a listed one. */
static inline bool
may_change(const struct lexicon_language *language, const struct words *w,
	size_t at)
{
	uint64_t first = w->key[at].piece[0];
	size_t length = w->length[at];
	bool other = language->way == FOLD_SERBIAN &&
	    (has_dj(w->key[at]) | (length > PLAIN_WORD));

	unsigned may = (unsigned)((w->flag[at] & WORD_CUT) != 0) |
	    (unsigned)other |
	    (unsigned)affixes_may_end(&language->affixes, first, length) |
	    (unsigned)affixes_may_begin(&language->affixes, first);

	return (length > 0) & (may != 0);
}

/* Words that are not listed as they stand, and may be changed: their number.
 * Every place is written; the next one goes over those that may not. */
static size_t
list_others(const struct match *m, const struct lexicon_language *language,
	const struct words *w, bool all, uint16_t to[WORDS_ROOM])
{
	size_t count = 0;

	for (size_t block = 0; block < m->blocks; block++) {
		uint64_t bits = ~m->bits[block].unit;

		if (w->given - 64 * block < 64)
			bits &= (UINT64_C(1) << w->given % 64) - 1;
		for (; bits != 0; bits &= bits - 1) {
			size_t i = 64 * block + lowest_bit(bits);

			to[count] = (uint16_t)i;
			count += all ? may_change(language, w, i) :
			    (w->flag[i] & WORD_CUT) != 0 && w->length[i] > 0;
		}
	}
	return count;
}

void
match_others(struct match *m, const struct lexicon_language *language,
	const struct words *w, bool all)
{
	uint16_t other[WORDS_ROOM];
	size_t count = list_others(m, language, w, all, other);

	for (size_t i = 0; i < count; i++) {
		size_t at = other[i];

		m->entry[at] = find_changed(m, language, w, at);
		match_set(&m->bits[at / 64].unit, at, m->entry[at] != INDEX_NONE);
	}
}
