/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index.h"

#include <stdlib.h>
#include <string.h>

enum { TABLE_FIRST = 1024 };

/* How many phrases hold a word. */
struct tally {
	uint64_t hash;
	size_t count;
};

void
index_init(struct index *ix)
{
	memset(ix, 0, sizeof *ix);
}

void
index_release(struct index *ix)
{
	free(ix->words.slot);
	free(ix->phrases.slot);
	free(ix->filter);
	index_init(ix);
}

static struct index_slot *
table_find(const struct index_table *t, const char *key, size_t length,
	uint64_t hash)
{
	size_t at = hash & (t->size - 1);

	while (t->slot[at].key != NULL && (t->slot[at].hash != hash ||
	    t->slot[at].length != length ||
	    memcmp(t->slot[at].key, key, length) != 0))
		at = (at + 1) & (t->size - 1);
	return &t->slot[at];
}

/* Keeps the table at most half full, so that a chain is short and ends. */
static int
table_grow(struct index_table *t)
{
	struct index_table old = *t;

	if (2 * (t->count + 1) <= t->size)
		return 0;
	t->size = old.size == 0 ? TABLE_FIRST : 2 * old.size;
	t->slot = calloc(t->size, sizeof *t->slot);
	if (t->slot == NULL) {
		*t = old;
		return -1;
	}
	for (size_t i = 0; i < old.size; i++)
		if (old.slot[i].key != NULL)
			*table_find(t, old.slot[i].key, old.slot[i].length,
			    old.slot[i].hash) = old.slot[i];
	free(old.slot);
	return 0;
}

/* The slot of a key, made if it is new. */
static struct index_slot *
table_put(struct index_table *t, const char *key, size_t length,
	uint64_t hash, struct arena *a)
{
	if (table_grow(t) == -1)
		return NULL;
	struct index_slot *slot = table_find(t, key, length, hash);
	if (slot->key != NULL)
		return slot;
	slot->key = arena_copy(a, key, length);
	if (slot->key == NULL)
		return NULL;
	slot->length = (uint16_t)length;
	slot->hash = hash;
	t->count++;
	return slot;
}

static uint64_t
phrase_hash(const struct word *word, size_t count)
{
	uint64_t hash = count;

	for (size_t i = 0; i < count; i++) {
		hash = (hash ^ word[i].hash) * 0xD6E8FEB86659FD93u;
		hash ^= hash >> 29;
	}
	return hash;
}

static size_t
phrase_key(const struct word *word, size_t count, char key[PHRASE_MAX])
{
	size_t length = 0;

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			key[length++] = ' ';
		memcpy(key + length, word[i].key, word[i].length);
		length += word[i].length;
	}
	return length;
}

struct term *
index_term(struct index *ix, const struct word *word, size_t count,
	struct arena *a)
{
	char key[PHRASE_MAX];
	size_t length = phrase_key(word, count, key);
	bool phrase = count > 1;
	struct index_slot *slot = table_put(phrase ? &ix->phrases : &ix->words,
	    key, length, phrase ? phrase_hash(word, count) : word->hash, a);

	if (slot == NULL || slot->term != NULL)
		return slot == NULL ? NULL : slot->term;
	struct term *term = arena_take(a, sizeof *term);
	if (term == NULL)
		return NULL;
	term->key = slot->key;
	term->words = (uint8_t)count;
	slot->term = term;
	if (ix->last != NULL)
		ix->last->next = term;
	else
		ix->first = term;
	ix->last = term;
	ix->terms++;
	return term;
}

/* Takes a key apart again; returns the number of words. */
static size_t
key_words(const char *key, struct word word[PHRASE_WORDS])
{
	size_t count = 0;

	for (; *key != '\0' && count < PHRASE_WORDS; count++) {
		size_t length = strcspn(key, " ");

		memset(&word[count], 0, sizeof word[count]);
		memcpy(word[count].key, key, length);
		word[count].length = (uint8_t)length;
		word[count].hash = word_hash(word[count].key, length);
		key += length + (key[length] == ' ');
	}
	return count;
}

struct term *
index_key(struct index *ix, const char *key, struct arena *a)
{
	struct word word[PHRASE_WORDS];

	return index_term(ix, word, key_words(key, word), a);
}

static int
tally_order(const void *left, const void *right)
{
	uint64_t a = ((const struct tally *)left)->hash;
	uint64_t b = ((const struct tally *)right)->hash;

	return (a > b) - (a < b);
}

/* Every word of every phrase with its count; *count is their number. */
static struct tally *
tally_words(const struct index *ix, size_t *count)
{
	struct word word[PHRASE_WORDS];
	size_t total = 0, kept = 0;
	struct tally *t = calloc(PHRASE_WORDS * ix->terms + 1, sizeof *t);

	if (t == NULL)
		return NULL;
	for (const struct term *term = ix->first; term; term = term->next) {
		if (term->words < 2)
			continue;
		size_t words = key_words(term->key, word);
		for (size_t i = 0; i < words; i++)
			t[total++] = (struct tally){word[i].hash, 1};
	}
	qsort(t, total, sizeof *t, tally_order);
	for (size_t i = 0; i < total; i++) {
		if (kept > 0 && t[kept - 1].hash == t[i].hash)
			t[kept - 1].count++;
		else
			t[kept++] = t[i];
	}
	*count = kept;
	return t;
}

/* Of the words of a phrase the one in fewest phrases, then the longest. */
static size_t
anchor_of(const struct word *word, size_t count, const struct tally *t,
	size_t tallies)
{
	size_t best = 0, best_count = SIZE_MAX;

	for (size_t i = 0; i < count; i++) {
		struct tally key = {word[i].hash, 0};
		const struct tally *found = bsearch(&key, t, tallies,
		    sizeof *t, tally_order);
		size_t n = found == NULL ? 0 : found->count;

		if (n < best_count || (n == best_count &&
		    word[i].length > word[best].length)) {
			best = i;
			best_count = n;
		}
	}
	return best;
}

static int
anchor_phrases(struct index *ix, const struct tally *t, size_t tallies,
	struct arena *a)
{
	struct word word[PHRASE_WORDS];

	for (const struct term *term = ix->first; term; term = term->next) {
		if (term->words < 2)
			continue;
		size_t count = key_words(term->key, word);
		size_t at = anchor_of(word, count, t, tallies);
		struct index_slot *slot = table_put(&ix->words, word[at].key,
		    word[at].length, word[at].hash, a);
		if (slot == NULL)
			return -1;
		slot->shapes |= (uint16_t)(1u << (4 * (count - 2) + at));
	}
	return 0;
}

static inline size_t
filter_bit(uint64_t hash)
{
	return hash >> (64 - INDEX_FILTER_BITS);
}

/* "nothing good" is turned already: in a language that says every negation
 * twice, a second negator must not turn it back. */
static void
mark_turned(struct index *ix)
{
	struct word word[PHRASE_WORDS];

	for (struct term *term = ix->first; term; term = term->next) {
		size_t count = term->words < 2 ? 0 :
		    key_words(term->key, word);

		for (size_t i = 0; i < count; i++) {
			const struct index_slot *slot = index_find(ix,
			    word[i].key, word[i].length, word[i].hash);
			term->turned |= slot != NULL && slot->term != NULL &&
			    slot->term->reach + slot->term->reach_back > 0;
		}
	}
}

int
index_seal(struct index *ix, struct arena *a)
{
	size_t tallies;
	struct tally *t = tally_words(ix, &tallies);

	if (t == NULL)
		return -1;
	int result = anchor_phrases(ix, t, tallies, a);
	free(t);
	ix->filter = calloc((size_t)1 << (INDEX_FILTER_BITS - 6),
	    sizeof *ix->filter);
	if (result == -1 || ix->filter == NULL ||
	    table_grow(&ix->words) == -1 || table_grow(&ix->phrases) == -1)
		return -1;
	for (size_t i = 0; i < ix->words.size; i++) {
		size_t bit = filter_bit(ix->words.slot[i].hash);

		if (ix->words.slot[i].key != NULL)
			ix->filter[bit / 64] |= UINT64_C(1) << (bit % 64);
	}
	mark_turned(ix);
	return 0;
}

const struct index_slot *
index_find(const struct index *ix, const char *key, size_t length,
	uint64_t hash)
{
	size_t bit = filter_bit(hash);

	if (length == 0 ||
	    !(ix->filter[bit / 64] >> (bit % 64) & 1))
		return NULL;
	const struct index_slot *slot =
	    table_find(&ix->words, key, length, hash);
	return slot->key == NULL ? NULL : slot;
}

const struct term *
index_phrase(const struct index *ix, const struct word *word, size_t count)
{
	uint64_t hash = phrase_hash(word, count);
	const struct index_slot *slot =
	    &ix->phrases.slot[hash & (ix->phrases.size - 1)];

	/* Nearly every question is answered here: there is no such phrase. */
	if (slot->key == NULL)
		return NULL;
	char key[PHRASE_MAX];
	size_t length = phrase_key(word, count, key);
	return table_find(&ix->phrases, key, length, hash)->term;
}
