/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "match.h"

#include <stdlib.h>
#include <string.h>

/* Words and pairs that the filters let pass. */
struct candidates {
	size_t words, pairs;
	uint16_t word[WORDS_MAX], pair[WORDS_MAX]; /* of a pair the second */
	uint64_t hash[WORDS_MAX];	/* of the pair */
};

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

static const struct term *
find_anew(const struct lexicon_language *language, const struct word *word)
{
	const struct term *term = affixes_find(&language->affixes,
	    &language->index, word);
	struct word other;

	if (term != NULL || language->way != FOLD_SERBIAN ||
	    !respell(word, &other))
		return term;
	term = index_find(&language->index, other.key, other.length,
	    other.hash);
	return term != NULL ? term : affixes_find(&language->affixes,
	    &language->index, &other);
}

static const struct term *
find_changed(struct match *m, const struct lexicon_language *language,
	const struct word *word)
{
	struct match_memory *known =
	    &m->memory[(word->hash >> 20) & (MATCH_MEMORY - 1)];

	if (known->language == language && known->hash == word->hash &&
	    known->cut == word->cut && known->length == word->length &&
	    memcmp(known->key, word->key, word->length) == 0)
		return known->term;
	known->language = language;
	known->hash = word->hash;
	known->cut = word->cut;
	known->length = word->length;
	memcpy(known->key, word->key, word->length);
	known->term = find_anew(language, word);
	return known->term;
}

static inline bool
has(const uint64_t *bits, size_t at)
{
	return bits[at / 64] >> at % 64 & 1;
}

static inline void
set(uint64_t *bits, size_t at)
{
	bits[at / 64] |= UINT64_C(1) << at % 64;
}

/* Every place is written; the next one goes over those that did not pass. */
static void
find_candidates(struct candidates *c, const struct index *ix,
	const struct sentence *s)
{
	uint64_t before = s->word[0].hash;

	c->pairs = 0;
	c->word[0] = 0;
	c->words = index_may_have(ix->filter, before);
	for (size_t i = 1; i < s->count; i++) {
		uint64_t hash = s->word[i].hash;
		uint64_t pair = index_pair_hash(before, hash);

		before = hash;
		c->word[c->words] = c->pair[c->pairs] = (uint16_t)i;
		c->hash[c->pairs] = pair;
		c->words += index_may_have(ix->filter, hash);
		c->pairs += index_may_have(ix->pair_filter, pair);
	}
}

/* Notes the phrases that hang on the pair whose first word is at `at`. */
static void
find_phrases(struct match *m, const struct index *ix,
	const struct sentence *s, size_t at, const struct index_hang *h)
{
	for (;; h = &ix->hang[h->next]) {
		size_t first = at - h->place, words = h->term->words;

		if (h->place <= at && first + words <= s->count &&
		    s->word[first].clause ==
		    s->word[first + words - 1].clause &&
		    index_is(h, &s->word[first]) &&
		    (!has(m->has_phrase, first) ||
		    m->phrase[first]->words < words)) {
			m->phrase[first] = h->term;
			set(m->has_phrase, first);
		}
		if (h->next == 0)
			return;
	}
}

static void
find_listed(struct match *m, const struct index *ix, const struct sentence *s)
{
	struct candidates c;

	find_candidates(&c, ix, s);
	for (size_t i = 0; i < c.words; i++) {
		const struct word *word = &s->word[c.word[i]];
		const struct term *term = index_find(ix, word->key,
		    word->length, word->hash);

		if (term == NULL)
			continue;
		m->single[c.word[i]] = term;
		set(m->has_single, c.word[i]);
	}
	for (size_t i = 0; i < c.pairs; i++) {
		const struct index_hang *h = index_pair(ix, c.hash[i]);

		if (h != NULL)
			find_phrases(m, ix, s, c.pair[i] - 1u, h);
	}
}

/* Words that are not listed as they stand. */
static void
find_others(struct match *m, const struct lexicon_language *language,
	const struct sentence *s, bool all)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct word *word = &s->word[i];

		if (word->length == 0 || has(m->has_single, i) ||
		    !(all || word->cut != 0))
			continue;
		const struct term *term = find_changed(m, language, word);
		if (term == NULL)
			continue;
		m->single[i] = term;
		set(m->has_single, i);
	}
}

/* Puts together what was found; what a phrase covers is passed over. */
static void
list_units(struct match *m)
{
	size_t end = 0;

	m->count = 0;
	for (size_t block = 0; block < WORDS_MAX; block += 64) {
		uint64_t bits = m->has_single[block / 64] |
		    m->has_phrase[block / 64];

		for (; bits != 0; bits &= bits - 1) {
			size_t at = block + lowest_bit(bits);
			struct unit *unit = &m->unit[m->count];

			if (at < end)
				continue;
			*unit = (struct unit){m->single[at], at, 1};
			if (has(m->has_phrase, at)) {
				unit->term = m->phrase[at];
				unit->count = unit->term->words;
			}
			end = at + unit->count;
			m->count++;
		}
	}
}

void
match_sentence(struct match *m, const struct lexicon_language *language,
	const struct sentence *s)
{
	const struct affixes *a = &language->affixes;
	bool changes = a->prefix.count + a->suffix.count +
	    a->addition.count > 0 || language->way == FOLD_SERBIAN;

	memset(m->has_single, 0, sizeof m->has_single);
	memset(m->has_phrase, 0, sizeof m->has_phrase);
	find_listed(m, &language->index, s);
	if (changes || s->cut)
		find_others(m, language, s, changes);
	list_units(m);
}
