/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index.h"

#include <stdlib.h>
#include <string.h>

enum { PAIRS_FIRST = 1024 };

/* The first word of the pair of a phrase that is the longest: long words are
 * rare in texts, and "it was" begins more sentences than phrases. */
static size_t
longest_pair(const struct word *word, size_t count)
{
	size_t best = 0, best_length = 0;

	for (size_t i = 0; i + 1 < count; i++) {
		size_t length = word[i].length + word[i + 1].length;

		if (length > best_length) {
			best = i;
			best_length = length;
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

static int
hang_phrases(struct index *ix)
{
	struct word word[PHRASE_WORDS];
	size_t number = 0;

	for (ix->pairs.size = PAIRS_FIRST; ix->pairs.size < 2 * ix->terms;)
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
		    longest_pair(word, count));
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
	if (hang_phrases(ix) == -1 || index_table_grow(ix, &ix->words) == -1 ||
	    make_filters(ix) == -1)
		return -1;
	mark_turned(ix);
	return 0;
}
