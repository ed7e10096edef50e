/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match.h"

#include <stdlib.h>
#include <string.h>

int
match_init(struct match *m)
{
	memset(m, 0, sizeof *m);
	m->memory = calloc(MATCH_MEMORY, sizeof *m->memory);
	m->long_memory = calloc(MATCH_LONG_MEMORY, sizeof *m->long_memory);
	if (m->memory != NULL && m->long_memory != NULL)
		return 0;
	match_release(m);
	return -1;
}

void
match_release(struct match *m)
{
	free(m->memory);
	free(m->long_memory);
	m->memory = NULL;
	m->long_memory = NULL;
}

/* ---- words that are listed ---- */

/* Every place is written; the next one goes over those that did not pass. */
static void
ask_filters(const struct index *ix, const struct words *w,
	struct match_passed *to)
{
	const uint64_t *filter = ix->filter, *pair_filter = ix->pair_filter;
	size_t words = 0, pairs = 0;
	uint64_t before = 0;

	for (size_t i = 0; i < w->given; i++) {
		uint64_t hash = w->hash[i];

		to->word[words] = (uint16_t)i;
		to->pair[pairs] = (uint16_t)(i - 1);
		words += index_may_have(filter, hash);
		pairs += index_may_have(pair_filter, index_pair_hash(before,
		    hash));
		before = hash;
	}
	to->words = words;
	to->pairs = pairs;
}

/* Whether the rest of a long key is the entry's too. */
static bool
is_whole_key(const struct index *ix, uint32_t entry, const struct words *w,
	size_t at)
{
	const struct term *t = ix->term[entry];

	return t == NULL || memcmp(t->key, w->rest[at].key, t->length) == 0;
}

/* The lowest bits of 64 bytes. */
static inline uint64_t
bits_of_bytes(const uint8_t *byte)
{
	uint64_t bits = 0;

	for (size_t i = 0; i < 64; i += 8)
		bits |= (word_piece(byte + i) & 0x0101010101010101) *
		    0x0102040810204080 >> 56 << i;
	return bits;
}

/* What was found of each word is noted byte by byte: bits of one number would
 * wait for each other. */
struct found {
	uint8_t unit[WORDS_ROOM], mention[WORDS_ROOM];
};

_Static_assert(WORDS_ROOM % 64 == 0, "blocks of 64 words are whole");

static void
find_words(struct match *m, const struct words *w, const struct match_passed *p)
{
	const struct index *ix = m->index;
	struct found found;

	memset(m->words, 1, w->given);
	memset(found.unit, 0, 64 * m->blocks);
	memset(found.mention, 0, 64 * m->blocks);
	for (size_t i = 0; i < p->words; i++) {
		size_t at = p->word[i];
		uint32_t place = index_place(ix, w->hash[at]);
		const struct entry *e = &ix->entry[place];
		bool same = ((e->key.piece[0] ^ w->key[at].piece[0]) |
		    (e->key.piece[1] ^ w->key[at].piece[1]) |
		    (uint64_t)(e->length ^ w->length[at])) == 0;

		if (w->length[at] > PLAIN_WORD && same &&
		    !is_whole_key(ix, place, w, at))
			continue;
		m->entry[at] = place;
		m->mention[at] = e->mention;
		found.unit[at] = same & entry_is(e, ENTRY_TERM);
		found.mention[at] = same & (e->mention != INDEX_NONE);
	}
	for (size_t block = 0; block < m->blocks; block++)
		m->bits[block] = (struct match_bits){
			.unit = bits_of_bytes(found.unit + 64 * block),
			.mention = bits_of_bytes(found.mention + 64 * block),
		};
}

/* ---- units ---- */

static void
list_units(struct match *m)
{
	struct unit *to = m->unit;
	size_t covered = 0;

	for (size_t block = 0; block < m->blocks; block++)
		for (uint64_t bits = m->bits[block].unit; bits != 0;
		    bits &= bits - 1) {
			size_t at = 64 * block + lowest_bit(bits);
			size_t words = m->words[at];

			*to++ = (struct unit){m->entry[at],
			    (uint16_t)at, (uint16_t)(at + words)};
			covered += words;
		}
	m->count = (size_t)(to - m->unit);
	m->covered = covered;
}

/* Words with which a phrase may begin that has endings. */
static void
find_beginnings(struct match *m, const struct phrases *p,
	const struct words *w)
{
	for (size_t block = 0; block < m->blocks; block++) {
		size_t from = 64 * block, left = w->given - from;
		uint64_t bits = 0;

		for (size_t i = 0; i < 64 && i < left; i++) {
			bool begins = phrases_may_begin(p, w, from + i);

			m->mention[from + i] = begins ? INDEX_BEGINS :
			    m->mention[from + i];
			bits |= (uint64_t)begins << i;
		}
		m->bits[block].mention |= bits;
	}
}

void
match_words(struct match *m, const struct lexicon_language *language,
	const struct words *w)
{
	const struct affixes *a = &language->affixes;
	bool changes = a->prefix.count + a->suffix.count +
	    a->addition.count > 0 || language->way == FOLD_SERBIAN;
	struct match_passed passed;

	m->index = &language->index;
	m->blocks = (w->given + 63) / 64;
	ask_filters(m->index, w, &passed);
	find_words(m, w, &passed);
	if (changes || w->flags & WORD_CUT)
		match_others(m, language, w, changes);
	match_phrases(m, w, &passed);
	match_lay_phrases(m);
	list_units(m);
	if (language->aspects != NULL && language->aspects->terms.stems)
		find_beginnings(m, &language->aspects->terms, w);
}

void
match_forget(struct match *m, size_t first, size_t end)
{
	m->covered -= end - first;
	for (size_t i = first; i < end; i++)
		m->bits[i / 64].mention &= ~(UINT64_C(1) << i % 64);
}
