/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index_work.h"

#include <stdlib.h>
#include <string.h>

/* ---- what there is ---- */

static int
sealing_init(struct sealing *s, struct index *ix,
	const struct phrases *mentions)
{
	size_t count = ix->terms + (mentions == NULL ? 0 : mentions->count);

	*s = (struct sealing){.ix = ix, .mentions = mentions, .size = 64};
	while (s->size < 2 * count)
		s->size *= 2;
	s->listing = calloc(count + 1, sizeof *s->listing);
	s->pair = calloc(s->size, sizeof *s->pair);
	s->hash = calloc(count + 1, sizeof *s->hash);
	s->hanging = calloc(ix->terms + 1, sizeof *s->hanging);
	ix->hang = calloc(ix->terms + 1, sizeof *ix->hang);
	ix->phrase = calloc(ix->terms + 1, sizeof *ix->phrase);
	return s->listing == NULL || s->pair == NULL || s->hash == NULL ||
	    s->hanging == NULL || ix->hang == NULL || ix->phrase == NULL ?
	    -1 : 0;
}

static void
sealing_release(struct sealing *s)
{
	free(s->listing);
	free(s->hanging);
	free(s->pair);
	free(s->hash);
}

/* The pair with a hash, made if it is new. */
static struct index_pair *
pair_of(struct sealing *s, uint64_t hash)
{
	size_t at = (size_t)hash & (s->size - 1);

	while ((s->pair[at].hang != 0 || s->pair[at].mention) &&
	    s->pair[at].hash != hash)
		at = (at + 1) & (s->size - 1);
	s->pairs += s->pair[at].hang == 0 && !s->pair[at].mention;
	s->pair[at].hash = hash;
	return &s->pair[at];
}

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

static void
hang_phrases(struct sealing *s)
{
	struct word word[PHRASE_WORDS];

	for (size_t i = 1; i <= s->ix->terms; i++) {
		const struct term *term = s->ix->listed[i];
		size_t count = term->words < 2 ? 0 :
		    index_key_words(term->key, word);

		if (count < 2)
			continue;
		size_t place = longest_pair(word, count);
		struct index_pair *pair = pair_of(s, index_pair_hash(
		    word[place].hash, word[place + 1].hash));
		s->hanging[++s->hangings] = (struct hanging){
			.term = (uint32_t)i,
			.next = pair->hang,
			.place = (uint8_t)place,
		};
		pair->hang = s->hangings;
	}
}

static void
list_words(struct sealing *s)
{
	for (const struct term *t = s->ix->first; t != NULL; t = t->next)
		if (t->words == 1)
			s->listing[s->listings++] = (struct listing){
			    .hash = t->hash, .term = t};
}

/* How often the phrases of a chain begin as this one does, up to `to`. */
static size_t
beginnings(const struct phrases *p, uint32_t from, uint32_t to, uint64_t hash)
{
	size_t count = 0;

	for (uint32_t i = from; i != to; i = p->list[i - 1].next)
		count += phrases_begin(&p->list[i - 1]) == hash;
	return count;
}

/* What whole words begin, by the word or the pair. */
static void
list_mentions(struct sealing *s)
{
	const struct phrases *p = s->mentions;

	for (size_t bucket = 0; p != NULL && bucket < PHRASES_BUCKETS;
	    bucket++)
		for (uint32_t i = p->whole[bucket]; i != 0;
		    i = p->list[i - 1].next) {
			const struct phrase *phrase = &p->list[i - 1];
			uint64_t hash = phrases_begin(phrase);

			uint32_t first = p->whole[bucket];

			if (phrases_by_pair(phrase)) {
				pair_of(s, hash)->mention = true;
				continue;
			}
			if (beginnings(p, first, i, hash) > 0)
				continue;
			bool alone = phrase->count == 1 && i < INDEX_BEGINS &&
			    beginnings(p, first, 0, hash) == 1;
			s->listing[s->listings++] = (struct listing){
			    .hash = hash, .word = &phrase->word[0],
			    .mention = (uint16_t)(alone ? i : INDEX_BEGINS)};
		}
}

/* Joins an aspect's word to the term that it also is. */
static void
join_mentions(struct sealing *s)
{
	size_t kept = 0;

	for (size_t i = 0; i < s->listings; i++) {
		struct listing *l = &s->listing[i];
		struct term *term = l->word == NULL ? NULL :
		    index_listed(s->ix, l->word->key, l->word->length,
		    l->hash);

		if (term != NULL)
			term->mention = l->mention;
		else
			s->listing[kept++] = *l;
	}
	s->listings = kept;
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
			const struct term *one = index_listed(ix, word[i].key,
			    word[i].length, word[i].hash);
			term->turned |= one != NULL &&
			    one->reach + one->reach_back > 0;
		}
	}
}

int
index_seal(struct index *ix, const struct phrases *mentions,
	struct index_alike *alike)
{
	size_t size = (size_t)1 << (INDEX_FILTER_BITS - 6);
	struct sealing s;
	int result = -1;

	*alike = (struct index_alike){"", ""};
	ix->filter = calloc(size, sizeof *ix->filter);
	ix->pair_filter = calloc(size, sizeof *ix->pair_filter);
	if (sealing_init(&s, ix, mentions) == 0 && ix->filter != NULL &&
	    ix->pair_filter != NULL) {
		mark_turned(ix);
		hang_phrases(&s);
		list_words(&s);
		list_mentions(&s);
		join_mentions(&s);
		result = index_place_all(&s, alike);
	}
	sealing_release(&s);
	return result;
}
