/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "phrases.h"

#include <stdlib.h>
#include <string.h>

void
phrases_init(struct phrases *p)
{
	memset(p, 0, sizeof *p);
}

void
phrases_release(struct phrases *p)
{
	free(p->list);
	phrases_init(p);
}

static size_t
whole_bucket(uint64_t hash)
{
	return hash >> 32 & (PHRASES_BUCKETS - 1);
}

static size_t
stem_bucket(const char *key)
{
	uint32_t first;

	memcpy(&first, key, sizeof first);
	return first * 0x9E3779B1u >> 20 & (PHRASES_BUCKETS - 1);
}

static size_t
letters(const char *key, size_t length)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)key[i] & 0xC0) != 0x80;
	return count;
}

bool
phrase_word_is(const struct phrase_word *p, const char *key, size_t length,
	uint64_t hash)
{
	if (length < p->length || memcmp(p->key, key, p->length) != 0)
		return false;
	if (length == p->length)
		return hash == p->hash || p->ending > 0;
	return p->ending == PHRASES_ANY_ENDING ||
	    letters(key + p->length, length - p->length) <= p->ending;
}

/* ---- listing ---- */

/* Reads one word of a phrase, which ends at a blank or the end. */
static const char *
read_word(struct phrase_word *to, struct text piece, enum fold_way way,
	unsigned ending, struct arena *a)
{
	struct word word;

	bool stem = piece.length > 1 && piece.bytes[piece.length - 1] == '*';

	piece.length -= stem;
	memset(&word, 0, sizeof word);
	if (!word_fold(piece, way, &word) || word.length == 0)
		return "not letters only";
	if (word.length < PHRASES_STEM) {
		if (stem)
			return "the beginning of a word is too short";
		ending = 0;
	} else if (stem) {
		ending = PHRASES_ANY_ENDING;
	}
	to->key = arena_copy(a, word.key, word.length);
	if (to->key == NULL)
		return "no memory";
	to->hash = word.hash;
	to->length = word.length;
	to->ending = (uint8_t)ending;
	return NULL;
}

static const char *
read_phrase(struct phrase *to, struct text text, enum fold_way way,
	unsigned ending, struct arena *a)
{
	size_t at = 0;

	memset(to, 0, sizeof *to);
	while (at <= text.length) {
		size_t end = at;

		while (end < text.length && text.bytes[end] != ' ')
			end++;
		if (end == at)
			return "blanks at an end or two together";
		if (to->count == PHRASES_WORDS)
			return "more than five words";
		const char *fault = read_word(&to->word[to->count++],
		    (struct text){text.bytes + at, end - at}, way, ending, a);
		if (fault != NULL)
			return fault;
		at = end + 1;
	}
	to->text = arena_copy(a, text.bytes, text.length);
	return to->text == NULL ? "no memory" : NULL;
}

static bool
same_words(const struct phrase *a, const struct phrase *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->word[i].length != b->word[i].length ||
		    a->word[i].ending != b->word[i].ending ||
		    memcmp(a->word[i].key, b->word[i].key,
		    a->word[i].length) != 0)
			return false;
	return true;
}

/* What a phrase is found by: its first word, or its first two where the
 * second is whole. */
static uint64_t
begin_hash(const struct phrase *p)
{
	return p->count > 1 && p->word[1].ending == 0 ? index_pair_hash(
	    p->word[0].hash, p->word[1].hash) : p->word[0].hash;
}

static uint32_t *
bucket_of(struct phrases *p, const struct phrase *new)
{
	return new->word[0].ending > 0 ?
	    &p->stem[stem_bucket(new->word[0].key)] :
	    &p->whole[whole_bucket(begin_hash(new))];
}

static void
filter_add(struct phrases *p, const struct phrase *new)
{
	uint64_t hash = begin_hash(new);

	if (new->word[0].ending > 0)
		p->stems = true;
	else
		p->filter[hash >> (64 - PHRASES_FILTER_BITS + 6)] |=
		    index_bits(hash);
}

static bool
make_room(struct phrases *p)
{
	if (p->count < p->capacity)
		return true;
	size_t capacity = p->capacity == 0 ? 64 : 2 * p->capacity;
	struct phrase *list = realloc(p->list, capacity * sizeof *list);
	if (list == NULL)
		return false;
	p->list = list;
	p->capacity = capacity;
	return true;
}

const char *
phrases_add(struct phrases *p, struct text text, enum fold_way way,
	unsigned ending, uint32_t value, uint32_t section, struct arena *a)
{
	struct phrase new;
	const char *fault = read_phrase(&new, text, way, ending, a);

	if (fault != NULL)
		return fault;
	uint32_t *head = bucket_of(p, &new);
	for (uint32_t i = *head; i != 0; i = p->list[i - 1].next) {
		struct phrase *old = &p->list[i - 1];

		if (!same_words(old, &new))
			continue;
		if (old->section == section)
			return "listed already";
		old->value = value;
		old->section = section;
		return NULL;
	}
	if (p->count == PHRASES_MAX)
		return "too many";
	if (!make_room(p))
		return "no memory";
	new.value = value;
	new.section = section;
	new.next = *head;
	filter_add(p, &new);
	p->list[p->count++] = new;
	*head = (uint32_t)p->count;
	return NULL;
}

/* ---- finding ---- */

static bool
stands_at(const struct phrase *p, const struct sentence *s, size_t at)
{
	if (at + p->count > s->count || s->word[at].clause !=
	    s->word[at + p->count - 1].clause)
		return false;
	for (size_t i = 0; i < p->count; i++) {
		const struct word *word = &s->word[at + i];

		if (p->word[i].ending == 0 && p->word[i].hash != word->hash)
			return false;
		if (!phrase_word_is(&p->word[i], word->key, word->length,
		    word->hash))
			return false;
	}
	return true;
}

static bool
is_better(const struct phrase *p, const struct phrase *than)
{
	if (than == NULL || p->count != than->count)
		return than == NULL || p->count > than->count;
	if ((p->word[0].ending == 0) != (than->word[0].ending == 0))
		return p->word[0].ending == 0;
	return p->word[0].length > than->word[0].length;
}

static inline bool
filter_has(const struct phrases *p, uint64_t hash)
{
	uint64_t bits = index_bits(hash);

	return (p->filter[hash >> (64 - PHRASES_FILTER_BITS + 6)] & bits) ==
	    bits;
}

size_t
phrases_next(const struct phrases *p, const struct sentence *s, size_t at)
{
	if (p->stems || at >= s->count)
		return at;
	for (; at + 1 < s->count; at++) {
		uint64_t hash = s->word[at].hash;

		if (filter_has(p, hash) || filter_has(p, index_pair_hash(
		    hash, s->word[at + 1].hash)))
			return at;
	}
	return filter_has(p, s->word[at].hash) ? at : s->count;
}

/* The best of a chain and of what was found before. */
static const struct phrase *
best_of(const struct phrases *p, uint32_t i, const struct sentence *s,
	size_t at, const struct phrase *best)
{
	for (; i != 0; i = p->list[i - 1].next)
		if (stands_at(&p->list[i - 1], s, at) &&
		    is_better(&p->list[i - 1], best))
			best = &p->list[i - 1];
	return best;
}

const struct phrase *
phrases_find(const struct phrases *p, const struct sentence *s, size_t at)
{
	const struct word *word = &s->word[at];
	const struct phrase *best = NULL;

	if (at + 1 < s->count) {
		uint64_t pair = index_pair_hash(word->hash, word[1].hash);

		if (filter_has(p, pair))
			best = best_of(p, p->whole[whole_bucket(pair)], s, at,
			    best);
	}
	if (filter_has(p, word->hash))
		best = best_of(p, p->whole[whole_bucket(word->hash)], s, at,
		    best);
	if (p->stems && word->length >= PHRASES_STEM)
		best = best_of(p, p->stem[stem_bucket(word->key)], s, at,
		    best);
	return best;
}
