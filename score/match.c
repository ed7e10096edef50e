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

static inline void
set(uint64_t *bits, size_t word, bool value)
{
	*bits |= (uint64_t)value << word % 64;
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

/* Places of "dj" in eight bytes of a key, and more. */
static inline uint64_t
dj_in(uint64_t piece)
{
	const uint64_t low = 0x7F7F7F7F7F7F7F7F;
	uint64_t d = piece ^ 0x6464646464646464, j = piece ^ 0x6A6A6A6A6A6A6A6A;

	d = ~(((d & low) + low) | d | low);
	j = ~(((j & low) + low) | j | low);
	return j & (d << 8 | 0x80);
}

/* Whether a way may lead from a word to a listed one. */
static inline bool
may_change(const struct lexicon_language *language, const struct words *w,
	size_t at)
{
	uint64_t first = w->key[at].piece[0], second = w->key[at].piece[1];
	size_t length = w->length[at];
	bool other = language->way == FOLD_SERBIAN &&
	    ((dj_in(first) | dj_in(second)) != 0 || length > PLAIN_WORD);

	return (length > 0) & (((w->flag[at] & WORD_CUT) != 0) | other |
	    affixes_may_end(&language->affixes, first, length) |
	    affixes_may_begin(&language->affixes, first));
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

static void
find_others(struct match *m, const struct lexicon_language *language,
	const struct words *w, bool all)
{
	uint16_t other[WORDS_ROOM];
	size_t count = list_others(m, language, w, all, other);

	for (size_t i = 0; i < count; i++) {
		size_t at = other[i];

		m->entry[at] = find_changed(m, language, w, at);
		set(&m->bits[at / 64].unit, at, m->entry[at] != INDEX_NONE);
	}
}

/* ---- words that are listed ---- */

/* Words, and pairs by their first word, that the filters let pass. */
struct passed {
	size_t words, pairs;
	uint16_t word[WORDS_ROOM], pair[WORDS_ROOM];
};

/* Every place is written; the next one goes over those that did not pass. */
static void
ask_filters(const struct index *ix, const struct words *w, struct passed *to)
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

static void
find_words(struct match *m, const struct words *w, const struct passed *p)
{
	const struct index *ix = m->index;

	for (size_t i = 0; i < p->words; i++) {
		size_t at = p->word[i];
		uint32_t place = index_place(ix, w->hash[at]);
		const struct entry *e = &ix->entry[place];
		uint64_t other = (e->key.piece[0] ^ w->key[at].piece[0]) |
		    (e->key.piece[1] ^ w->key[at].piece[1]) |
		    (uint64_t)(e->length ^ w->length[at]);

		if (w->length[at] > PLAIN_WORD && other == 0 &&
		    !is_whole_key(ix, place, w, at))
			continue;
		m->entry[at] = place;
		m->mention[at] = e->mention;
		struct match_bits *bits = &m->bits[at / 64];
		/* Both are reckoned: to guess one costs more. */
		set(&bits->unit, at, (other == 0) & entry_is(e, ENTRY_TERM));
		set(&bits->mention, at, (other == 0) &
		    (e->mention != INDEX_NONE));
	}
}

/* ---- phrases ---- */

/* Whether the phrase of a hang stands where the telling word is. */
static bool
is_phrase(const struct match *m, const struct words *w, size_t at,
	const struct index_hang *h)
{
	size_t first = at - h->place, last = first + h->words - 1u;

	return first <= at && last < w->given &&
	    w->clause[first] == w->clause[last] &&
	    index_is(m->index, (size_t)(h - m->index->hang), w, first) &&
	    !(match_has(m->bits[first / 64].phrase, first) &&
	    m->index->entry[m->phrase[first]].words >= h->words);
}

/* Notes the phrases that hang on the pair whose first word is at `at`. */
static void
note_phrases(struct match *m, const struct words *w, size_t at,
	const struct index_pair *pair)
{
	const struct index_hang *h = &m->index->hang[pair->hang];

	for (size_t i = 0; i < pair->hangs; i++, h++) {
		size_t telling = at + (size_t)(ptrdiff_t)h->telling;
		bool inside = telling < w->given;

		if (((uint32_t)w->hash[inside ? telling : at] != h->print) |
		    !inside)
			continue;
		if (!is_phrase(m, w, at, h))
			continue;
		size_t first = at - h->place;
		m->phrase[first] = h->entry;
		set(&m->bits[first / 64].phrase, first, true);
	}
}

static void
find_phrases(struct match *m, const struct words *w, const struct passed *p)
{
	const struct index *ix = m->index;

	/* The first word has no word before it, but the filter was asked. */
	for (size_t i = p->pairs > 0 && p->pair[0] == 0xFFFF; i < p->pairs;
	    i++) {
		size_t at = p->pair[i];
		uint64_t hash = index_pair_hash(w->hash[at], w->hash[at + 1]);
		const struct index_pair *pair =
		    &ix->pair[places_of(&ix->pair_places, hash)];

		if (pair->hash != hash)
			continue;
		if (pair->mention) {
			m->mention[at] = INDEX_BEGINS;
			set(&m->bits[at / 64].mention, at, true);
		}
		note_phrases(m, w, at, pair);
	}
}

/* Lays a phrase over its words. */
static void
lay_phrase(struct match *m, size_t at, size_t end)
{
	m->entry[at] = m->phrase[at];
	set(&m->bits[at / 64].unit, at, true);
	for (size_t i = at + 1; i < end; i++) {
		m->bits[i / 64].unit &= ~(UINT64_C(1) << i % 64);
		set(&m->bits[i / 64].inside, i, true);
	}
}

/* From left to right. */
static void
lay_phrases(struct match *m)
{
	size_t end = 0;

	for (size_t block = 0; block < m->blocks; block++)
		for (uint64_t bits = m->bits[block].phrase; bits != 0;
		    bits &= bits - 1) {
			size_t at = 64 * block + lowest_bit(bits);

			if (at < end)
				continue;
			end = at + m->index->entry[m->phrase[at]].words;
			lay_phrase(m, at, end);
		}
}

static void
list_units(struct match *m)
{
	const struct entry *entry = m->index->entry;
	struct unit *to = m->unit;
	size_t covered = 0;

	for (size_t block = 0; block < m->blocks; block++)
		for (uint64_t bits = m->bits[block].unit; bits != 0;
		    bits &= bits - 1) {
			size_t at = 64 * block + lowest_bit(bits);
			uint32_t own = m->entry[at];
			size_t words = entry[own].words;

			*to++ = (struct unit){own, (uint16_t)at,
			    (uint16_t)(at + words)};
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
	for (size_t i = 0; i < w->given; i++) {
		bool begins = phrases_may_begin(p, w, i);

		m->mention[i] = begins ? INDEX_BEGINS : m->mention[i];
		set(&m->bits[i / 64].mention, i, begins);
	}
}

void
match_words(struct match *m, const struct lexicon_language *language,
	const struct words *w)
{
	const struct affixes *a = &language->affixes;
	bool changes = a->prefix.count + a->suffix.count +
	    a->addition.count > 0 || language->way == FOLD_SERBIAN;
	struct passed passed;

	m->index = &language->index;
	m->blocks = (w->given + 63) / 64;
	memset(m->bits, 0, m->blocks * sizeof m->bits[0]);
	ask_filters(m->index, w, &passed);
	find_words(m, w, &passed);
	if (changes || w->flags & WORD_CUT)
		find_others(m, language, w, changes);
	find_phrases(m, w, &passed);
	lay_phrases(m);
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
