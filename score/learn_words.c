/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "learn_words.h"

#include <stdlib.h>
#include <string.h>

#include "words.h"

enum { TABLE_FIRST = 1 << 14 };

void
learn_words_init(struct learn_words *w)
{
	memset(w, 0, sizeof *w);
	arena_init(&w->arena, LEARN_MEMORY_MAX);
}

void
learn_words_release(struct learn_words *w)
{
	free(w->word);
	arena_release(&w->arena);
}

static struct learn_word *
place_of(const struct learn_words *w, const char *key, uint64_t hash)
{
	size_t at = (size_t)hash & (w->size - 1);

	while (w->word[at].key != NULL && (w->word[at].hash != hash ||
	    strcmp(w->word[at].key, key) != 0))
		at = (at + 1) & (w->size - 1);
	return &w->word[at];
}

static int
grow(struct learn_words *w)
{
	struct learn_words old = *w;

	if (2 * (w->count + 1) <= w->size)
		return 0;
	w->size = old.size == 0 ? TABLE_FIRST : 2 * old.size;
	w->word = w->size > LEARN_WORDS_MAX ? NULL :
	    calloc(w->size, sizeof *w->word);
	if (w->word == NULL) {
		*w = old;
		return -1;
	}
	for (size_t i = 0; i < old.size; i++)
		if (old.word[i].key != NULL)
			*place_of(w, old.word[i].key, old.word[i].hash) =
			    old.word[i];
	free(old.word);
	return 0;
}

/* Letters and apostrophes, digits among letters: what a row can list. */
static bool
is_learnable(const struct word *word)
{
	bool letter = false;

	for (size_t i = 0; i < word->length; i++) {
		unsigned char c = (unsigned char)word->key[i];
		bool digit = c >= '0' && c <= '9';

		if (!digit && c != '\'' && !(c >= 'a' && c <= 'z') &&
		    c < 0x80)
			return false;
		letter |= !digit && c != '\'';
	}
	return letter;
}

static void
note(struct learn_word *to, const struct learn_text *text, size_t index)
{
	size_t brand = 0;

	if (to->last == index + 1)
		return;
	to->last = (uint32_t)index + 1;
	to->texts++;
	to->in_source[text->source]++;
	while (brand < to->brands && to->brand[brand] != text->brand)
		brand++;
	if (brand == to->brands && brand < LEARN_BRANDS_MOST)
		to->brand[to->brands++] = text->brand;
}

static int
count_text(struct learn_words *w, const struct learn_text *text, size_t index,
	enum fold_way way, struct words *words)
{
	words_open(words, text->text, way, NULL);
	while (words_next(words)) {
		for (size_t i = 0; i < words->given; i++) {
			struct word word;

			words_get(words, i, &word);
			if (word.length == 0 || !is_learnable(&word))
				continue;
			if (grow(w) == -1)
				return -1;
			struct learn_word *to = place_of(w, word.key,
			    word.hash);
			if (to->key == NULL) {
				to->key = arena_copy(&w->arena, word.key,
				    word.length);
				if (to->key == NULL)
					return -1;
				to->hash = word.hash;
				w->count++;
			}
			note(to, text, index);
		}
	}
	return 0;
}

/* Marks the words of one line that the texts have. */
static void
except_line(struct learn_words *w, struct text line, enum fold_way way,
	struct words *words)
{
	words_open(words, line, way, NULL);
	while (w->count > 0 && words_next(words))
		for (size_t i = 0; i < words->given; i++) {
			struct word word;

			words_get(words, i, &word);
			if (word.length > 0)
				place_of(w, word.key, word.hash)->excepted =
				    true;
		}
}

static void
except_words(struct learn_words *w, struct text list, enum fold_way way,
	struct words *words)
{
	size_t at = 0;

	while (at < list.length) {
		const char *start = list.bytes + at;
		const char *end = memchr(start, '\n', list.length - at);
		size_t length = end == NULL ? list.length - at :
		    (size_t)(end - start);

		if (*start != '#')
			except_line(w, (struct text){start, length}, way,
			    words);
		at += length + 1;
	}
}

static bool
is_wide(const struct learn_word *word, const struct learn_limits *limits,
	size_t texts)
{
	int64_t share = limits->source_most > 0 ? limits->source_most :
	    LEARN_SOURCE_MOST;
	int64_t sources = 0;
	uint32_t most = 0;

	for (size_t i = 0; i < LEARN_SOURCES_MAX; i++) {
		sources += word->in_source[i] >= LEARN_SOURCE_TEXTS;
		if (word->in_source[i] > most)
			most = word->in_source[i];
	}
	if (word->excepted || LEARN_COMMON * (size_t)word->texts > texts ||
	    (limits->sources > 1 && 100 * (int64_t)most >
	    share * (int64_t)word->texts))
		return false;
	return word->texts >= limits->texts &&
	    word->brands >= limits->brands && sources >= limits->sources;
}

static int
key_order(const void *left, const void *right)
{
	return strcmp(((const struct learn_word *)left)->key,
	    ((const struct learn_word *)right)->key);
}

int
learn_words_count(struct learn_words *w, const struct learn_corpus *k,
	enum fold_way way, const struct learn_limits *limits)
{
	struct words *s = malloc(sizeof *s);
	size_t kept = 0, texts = 0;
	int result = s == NULL ? -1 : 0;

	for (size_t i = 0; i < k->count && result == 0; i++) {
		if (k->text[i].held_out)
			continue;
		result = count_text(w, &k->text[i], i, way, s);
		texts++;
	}
	if (result == 0)
		except_words(w, limits->except, way, s);
	free(s);
	for (size_t i = 0; i < w->size && result == 0; i++)
		if (w->word[i].key != NULL && is_wide(&w->word[i], limits, texts))
			w->word[kept++] = w->word[i];
	w->count = kept;
	if (kept > 1)
		qsort(w->word, kept, sizeof *w->word, key_order);
	return result;
}
