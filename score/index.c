/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index.h"

#include <stdlib.h>
#include <string.h>

enum { TABLE_FIRST = 1024 };

/* How many phrases hold a pair. */
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
	free(ix->pair);
	free(ix->pair_filter);
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

/* Every pair of every phrase with its count; *count is their number. */
static struct tally *
tally_pairs(const struct index *ix, size_t *count)
{
	struct word word[PHRASE_WORDS];
	size_t total = 0, kept = 0;
	struct tally *t = calloc(PHRASE_WORDS * ix->terms + 1, sizeof *t);

	if (t == NULL)
		return NULL;
	for (const struct term *term = ix->first; term; term = term->next) {
		size_t words = key_words(term->key, word);

		for (size_t i = 1; i < words; i++)
			t[total++] = (struct tally){
			    phrase_hash(&word[i - 1], 2), 1};
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

/* The first word of the pair of a phrase that the fewest phrases hold. */
static size_t
rarest_pair(const struct word *word, size_t count, const struct tally *t,
	size_t tallies)
{
	size_t best = 0, best_count = SIZE_MAX;

	for (size_t i = 0; i + 1 < count; i++) {
		struct tally key = {phrase_hash(&word[i], 2), 0};
		const struct tally *found = bsearch(&key, t, tallies,
		    sizeof *t, tally_order);

		if (found != NULL && found->count < best_count) {
			best = i;
			best_count = found->count;
		}
	}
	return best;
}

static struct index_pair *
pair_find(const struct index *ix, uint64_t hash)
{
	size_t at = hash & (ix->pair_size - 1);

	while (ix->pair[at].shapes != 0 && ix->pair[at].hash != hash)
		at = (at + 1) & (ix->pair_size - 1);
	return &ix->pair[at];
}

/* `tallies` is no less than the number of pairs that are used. */
static int
hang_phrases(struct index *ix, const struct tally *t, size_t tallies)
{
	struct word word[PHRASE_WORDS];

	for (ix->pair_size = TABLE_FIRST; ix->pair_size < 2 * tallies;)
		ix->pair_size *= 2;
	ix->pair = calloc(ix->pair_size, sizeof *ix->pair);
	if (ix->pair == NULL)
		return -1;
	for (const struct term *term = ix->first; term; term = term->next) {
		size_t count = key_words(term->key, word);

		if (count < 2)
			continue;
		size_t at = rarest_pair(word, count, t, tallies);
		uint64_t hash = phrase_hash(&word[at], 2);
		struct index_pair *pair = pair_find(ix, hash);
		pair->hash = hash;
		pair->shapes |= (uint16_t)(1u << (4 * (count - 2) + at));
	}
	return 0;
}

static inline bool
filter_has(const uint64_t *filter, uint64_t hash)
{
	size_t bit = hash >> (64 - INDEX_FILTER_BITS);

	return filter[bit / 64] >> (bit % 64) & 1;
}

static void
filter_add(uint64_t *filter, uint64_t hash)
{
	size_t bit = hash >> (64 - INDEX_FILTER_BITS);

	filter[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static int
make_filters(struct index *ix)
{
	size_t size = (size_t)1 << (INDEX_FILTER_BITS - 6);

	ix->filter = calloc(size, sizeof *ix->filter);
	ix->pair_filter = calloc(size, sizeof *ix->pair_filter);
	if (ix->filter == NULL || ix->pair_filter == NULL)
		return -1;
	for (size_t i = 0; i < ix->words.size; i++)
		if (ix->words.slot[i].key != NULL)
			filter_add(ix->filter, ix->words.slot[i].hash);
	for (size_t i = 0; i < ix->pair_size; i++)
		if (ix->pair[i].shapes != 0)
			filter_add(ix->pair_filter, ix->pair[i].hash);
	return 0;
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
			const struct term *one = index_find(ix, word[i].key,
			    word[i].length, word[i].hash);
			term->turned |= one != NULL &&
			    one->reach + one->reach_back > 0;
		}
	}
}

int
index_seal(struct index *ix)
{
	size_t tallies;
	struct tally *t = tally_pairs(ix, &tallies);

	if (t == NULL)
		return -1;
	int result = hang_phrases(ix, t, tallies);
	free(t);
	if (result == -1 || table_grow(&ix->words) == -1 ||
	    table_grow(&ix->phrases) == -1 || make_filters(ix) == -1)
		return -1;
	mark_turned(ix);
	return 0;
}

const struct term *
index_find(const struct index *ix, const char *key, size_t length,
	uint64_t hash)
{
	if (length == 0 || !filter_has(ix->filter, hash))
		return NULL;
	return table_find(&ix->words, key, length, hash)->term;
}

unsigned
index_shapes(const struct index *ix, const struct word pair[2])
{
	uint64_t hash = phrase_hash(pair, 2);

	return filter_has(ix->pair_filter, hash) ?
	    pair_find(ix, hash)->shapes : 0;
}

const struct term *
index_phrase(const struct index *ix, const struct word *word, size_t count)
{
	char key[PHRASE_MAX];
	size_t length = phrase_key(word, count, key);

	return table_find(&ix->phrases, key, length,
	    phrase_hash(word, count))->term;
}
