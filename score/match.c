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

/* The word with d for dj; false where it has none. */
static bool
respell(const struct word *word, struct word *to)
{
	memset(to, 0, sizeof *to);
	for (size_t i = 0; i < word->length; i++)
		if (i == 0 || word->key[i] != 'j' || word->key[i - 1] != 'd')
			to->key[to->length++] = word->key[i];
	to->hash = word_hash(to->key, to->length);
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

/* Notes the phrases that hang on the pair whose first word is at `at`. */
static void
find_phrases(struct match *m, const struct index *ix,
	const struct sentence *s, size_t at, unsigned shapes)
{
	for (size_t words = 2; shapes != 0; words++, shapes >>= 4) {
		for (size_t place = 0; place + 1 < words; place++) {
			size_t first = at - place;

			if (!(shapes >> place & 1) || place > at ||
			    first + words > s->count ||
			    s->word[first].clause !=
			    s->word[first + words - 1].clause)
				continue;
			const struct term *term = index_phrase(ix,
			    &s->word[first], words);
			if (term != NULL && (m->phrase[first] == NULL ||
			    m->phrase[first]->words < words))
				m->phrase[first] = term;
		}
	}
}

static void
find_words(struct match *m, const struct lexicon_language *language,
	const struct sentence *s)
{
	const struct affixes *a = &language->affixes;
	bool changes = a->prefix.count + a->suffix.count +
	    a->addition.count > 0 || language->way == FOLD_SERBIAN;

	memset(m->phrase, 0, s->count * sizeof m->phrase[0]);
	for (size_t i = 0; i < s->count; i++) {
		const struct word *word = &s->word[i];

		m->single[i] = index_find(&language->index, word->key,
		    word->length, word->hash);
		if (i > 0) {
			unsigned shapes = index_shapes(&language->index,
			    word - 1);
			if (shapes != 0)
				find_phrases(m, &language->index, s, i - 1,
				    shapes);
		}
		if (m->single[i] == NULL && word->length > 0 &&
		    (changes || word->cut != 0))
			m->single[i] = find_changed(m, language, word);
	}
}

void
match_sentence(struct match *m, const struct lexicon_language *language,
	const struct sentence *s)
{
	find_words(m, language, s);
	m->count = 0;
	for (size_t i = 0; i < s->count;) {
		const struct term *term = m->phrase[i] != NULL ?
		    m->phrase[i] : m->single[i];
		size_t count = m->phrase[i] != NULL ? term->words : 1;

		if (term != NULL)
			m->unit[m->count++] = (struct unit){term, i, count};
		i += count;
	}
}
