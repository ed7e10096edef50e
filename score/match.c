/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match.h"

#include <stdlib.h>
#include <string.h>

int
match_init(struct match *m)
{
	memset(m, 0, sizeof *m);
	m->memory = calloc(MATCH_MEMORY, sizeof *m->memory);
	return m->memory == NULL ? -1 : 0;
}

void
match_release(struct match *m)
{
	free(m->memory);
	m->memory = NULL;
}

/* ---- words that are brought to listed ones ---- */

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

static uint32_t
find_changed(struct match *m, const struct lexicon_language *language,
	const struct words *w, size_t at)
{
	struct match_memory *known =
	    &m->memory[(w->hash[at] >> 20) & (MATCH_MEMORY - 1)];
	uint64_t cut = w->flag[at] & WORD_CUT ? w->rest[at].cut : 0;
	bool is_long = w->length[at] > PLAIN_WORD;

	if (known->language == language && known->hash == w->hash[at] &&
	    known->cut == cut && known->length == w->length[at] &&
	    known->begin.piece[0] == w->key[at].piece[0] &&
	    known->begin.piece[1] == w->key[at].piece[1] && (!is_long ||
	    memcmp(known->key, w->rest[at].key, known->length) == 0))
		return known->entry;
	known->language = language;
	known->hash = w->hash[at];
	known->cut = cut;
	known->length = w->length[at];
	known->begin = w->key[at];
	if (is_long)
		memcpy(known->key, w->rest[at].key, known->length);
	known->entry = find_anew(language, w, at);
	return known->entry;
}

/* Words that are not listed as they stand. */
static void
find_others(struct match *m, const struct lexicon_language *language,
	const struct words *w, bool all)
{
	for (size_t i = 0; i < w->given; i++)
		if (w->length[i] != 0 && m->entry[i] == INDEX_NONE &&
		    (all || (w->flag[i] & WORD_CUT) != 0))
			m->entry[i] = find_changed(m, language, w, i);
}

/* ---- words that are listed ---- */

/* Every place is written; the next one goes over those that did not pass. */
static size_t
words_that_pass(const uint64_t *filter, const struct words *w,
	uint16_t passed[WORDS_ROOM])
{
	size_t count = 0;

	for (size_t i = 0; i < w->given; i++) {
		passed[count] = (uint16_t)i;
		count += index_may_have(filter, w->hash[i]);
	}
	return count;
}

/* Whether the rest of a long key is the entry's too. */
static bool
is_whole_key(const struct index *ix, uint32_t entry, const struct words *w,
	size_t at)
{
	const struct term *t = ix->term[entry];

	return t == NULL || memcmp(t->key, w->rest[at].key, t->length) == 0;
}

static void
find_words(struct match *m, const struct words *w)
{
	const struct index *ix = m->index;
	uint16_t passed[WORDS_ROOM];
	size_t count = words_that_pass(ix->filter, w, passed);

	for (size_t i = 0; i < count; i++) {
		size_t at = passed[i];
		uint32_t place = index_place(ix, w->hash[at]);
		const struct entry *e = &ix->entry[place];
		uint64_t other = (e->key.piece[0] ^ w->key[at].piece[0]) |
		    (e->key.piece[1] ^ w->key[at].piece[1]) |
		    (uint64_t)(e->length ^ w->length[at]);

		if (w->length[at] > PLAIN_WORD && other == 0 &&
		    !is_whole_key(ix, place, w, at))
			continue;
		m->entry[at] = other == 0 && entry_is(e, ENTRY_TERM) ? place :
		    INDEX_NONE;
		m->mention[at] = other == 0 ? e->mention : INDEX_NONE;
	}
}

/* ---- phrases ---- */

static inline bool
has(const uint64_t *bits, size_t at)
{
	return bits[at / 64] >> at % 64 & 1;
}

/* Notes the phrases that hang on the pair whose first word is at `at`. */
static void
note_phrases(struct match *m, const struct words *w, size_t at, uint32_t hang)
{
	const struct index *ix = m->index;

	for (; hang != 0; hang = ix->hang[hang].next) {
		const struct index_hang *h = &ix->hang[hang];
		size_t first = at - h->place, last = first + h->words - 1;

		if (h->place > at || last >= w->given ||
		    w->clause[first] != w->clause[last] ||
		    !index_is(ix, h, w, first) || (has(m->has_phrase, first) &&
		    ix->entry[m->phrase[first]].words >= h->words))
			continue;
		m->phrase[first] = h->entry;
		m->has_phrase[first / 64] |= UINT64_C(1) << first % 64;
	}
}

static void
find_phrases(struct match *m, const struct words *w)
{
	const struct index *ix = m->index;
	uint16_t passed[WORDS_ROOM];
	size_t count = 0;

	for (size_t i = 1; i < w->given; i++) {
		passed[count] = (uint16_t)i;
		count += index_may_have(ix->pair_filter, index_pair_hash(
		    w->hash[i - 1], w->hash[i]));
	}
	for (size_t i = 0; i < count; i++) {
		size_t at = passed[i] - 1u;
		uint64_t hash = index_pair_hash(w->hash[at], w->hash[at + 1]);
		const struct index_pair *pair =
		    &ix->pair[places_of(&ix->pair_places, hash)];

		if (pair->hash != hash)
			continue;
		if (pair->mention)
			m->mention[at] = INDEX_BEGINS;
		note_phrases(m, w, at, pair->hang);
	}
}

/* Lays the phrases over the words, from left to right. */
static void
lay_phrases(struct match *m)
{
	size_t end = 0;

	for (size_t block = 0; block < WORDS_ROOM; block += 64)
		for (uint64_t bits = m->has_phrase[block / 64]; bits != 0;
		    bits &= bits - 1) {
			size_t at = block + lowest_bit(bits);

			if (at < end)
				continue;
			m->entry[at] = m->phrase[at];
			m->span[at] = m->index->entry[m->phrase[at]].words;
			end = at + m->span[at];
			for (size_t i = at + 1; i < end; i++) {
				m->entry[i] = INDEX_NONE;
				m->known[i] = 1;
			}
		}
}

static void
list_units(struct match *m, size_t words)
{
	size_t count = 0;

	for (size_t i = 0; i < words; i++) {
		bool is_unit = m->entry[i] != INDEX_NONE;

		m->unit[count] = (struct unit){m->entry[i], (uint16_t)i,
		    (uint16_t)(i + m->span[i])};
		m->known[i] |= is_unit;
		count += is_unit;
	}
	m->count = count;
}

/* Words with which a phrase may begin that has endings. */
static void
find_beginnings(struct match *m, const struct phrases *p,
	const struct words *w)
{
	for (size_t i = 0; i < w->given; i++)
		if (phrases_may_begin(p, w, i))
			m->mention[i] = INDEX_BEGINS;
}

void
match_words(struct match *m, const struct lexicon_language *language,
	const struct words *w)
{
	const struct affixes *a = &language->affixes;
	bool changes = a->prefix.count + a->suffix.count +
	    a->addition.count > 0 || language->way == FOLD_SERBIAN;
	size_t n = w->given;

	m->index = &language->index;
	memset(m->entry, 0, n * sizeof m->entry[0]);
	memset(m->known, 0, n);
	memset(m->mention, 0, n * sizeof m->mention[0]);
	memset(m->span, 1, n);
	memset(m->has_phrase, 0, sizeof m->has_phrase);
	find_words(m, w);
	if (changes || w->flags & WORD_CUT)
		find_others(m, language, w, changes);
	find_phrases(m, w);
	lay_phrases(m);
	list_units(m, n);
	if (language->aspects != NULL && language->aspects->terms.stems)
		find_beginnings(m, &language->aspects->terms, w);
}
