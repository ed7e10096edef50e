/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index.h"

#include <stdlib.h>
#include <string.h>

enum { PAIRS_FIRST = 1024 };

/* How many phrases hold a pair. */
struct tally {
	uint64_t hash;
	size_t count;
};

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
		size_t words = index_key_words(term->key, word);

		for (size_t i = 1; i < words; i++)
			t[total++] = (struct tally){index_pair_hash(
			    word[i - 1].hash, word[i].hash), 1};
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
		struct tally key = {index_pair_hash(word[i].hash,
		    word[i + 1].hash), 0};
		const struct tally *found = bsearch(&key, t, tallies,
		    sizeof *t, tally_order);

		if (found != NULL && found->count < best_count) {
			best = i;
			best_count = found->count;
		}
	}
	return best;
}

static struct index_hang
hang_of(const struct term *term, const struct word *word, size_t count,
	size_t place)
{
	struct index_hang hang = {.term = term, .place = (uint8_t)place,
	    .pair = index_pair_hash(word[place].hash, word[place + 1].hash)};

	for (size_t i = 0; i < count; i++)
		hang.hash[i] = word[i].hash;
	return hang;
}

/* `tallies` is no less than the number of pairs that are used. */
static int
hang_phrases(struct index *ix, const struct tally *t, size_t tallies)
{
	struct word word[PHRASE_WORDS];
	size_t number = 0;

	for (ix->pairs.size = PAIRS_FIRST; ix->pairs.size < 2 * tallies;)
		ix->pairs.size *= 2;
	ix->pairs.slot = calloc(ix->pairs.size, sizeof *ix->pairs.slot);
	ix->hang = calloc(ix->terms + 1, sizeof *ix->hang);
	if (ix->pairs.slot == NULL || ix->hang == NULL)
		return -1;
	for (const struct term *term = ix->first; term; term = term->next) {
		size_t count = index_key_words(term->key, word);

		if (count < 2)
			continue;
		struct index_hang *hang = &ix->hang[++number];
		*hang = hang_of(term, word, count,
		    rarest_pair(word, count, t, tallies));
		struct index_slot *slot = index_pair_slot(ix,
		    hang->pair);
		hang->next = slot->number;
		*slot = (struct index_slot){(uint32_t)(hang->pair >> 32),
		    (uint32_t)number};
	}
	return 0;
}

static void
filter_add(uint64_t *filter, uint64_t hash)
{
	filter[hash >> (64 - INDEX_FILTER_BITS + 6)] |= index_bits(hash);
}

static int
make_filters(struct index *ix)
{
	size_t size = (size_t)1 << (INDEX_FILTER_BITS - 6);

	ix->filter = calloc(size, sizeof *ix->filter);
	ix->pair_filter = calloc(size, sizeof *ix->pair_filter);
	if (ix->filter == NULL || ix->pair_filter == NULL)
		return -1;
	for (const struct term *t = ix->first; t != NULL; t = t->next)
		if (t->words == 1)
			filter_add(ix->filter, t->hash);
	for (size_t i = 1; i <= ix->terms && ix->hang[i].term != NULL; i++)
		filter_add(ix->pair_filter, ix->hang[i].pair);
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
		    index_key_words(term->key, word);

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
	if (result == -1 || index_table_grow(ix, &ix->words) == -1 ||
	    make_filters(ix) == -1)
		return -1;
	mark_turned(ix);
	return 0;
}
