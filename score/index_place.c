/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index_work.h"

#include <stdlib.h>
#include <string.h>

static struct word_key
key_of(const char *key)
{
	return (struct word_key){{word_piece(key), word_piece(key + 8)}};
}

static void
set_entry(struct index *ix, uint32_t at, const struct term *t)
{
	bool negator = t->reach + t->reach_back > 0;
	bool opinion = (t->weight != 0 || t->turns) && !t->neutral && !negator;
	bool acts = negator || t->factor != 0 || t->is_contrast ||
	    t->hearsay != 0;

	ix->term[at] = t;
	ix->text[at] = t->text;
	ix->entry[at] = (struct entry){
		.weight = t->weight,
		.turned_weight = t->turned_weight,
		.factor = t->factor,
		.is = (uint16_t)(ENTRY_TERM |
		    (opinion ? ENTRY_OPINION : 0) | (acts ? ENTRY_ACTS : 0) |
		    (t->turns ? ENTRY_TURNS : 0) |
		    (t->turned ? ENTRY_TURNED : 0) |
		    (t->neutral ? ENTRY_NEUTRAL : 0) |
		    (t->is_contrast ? ENTRY_CONTRAST : 0) |
		    (t->middling ? ENTRY_MIDDLING : 0) |
		    (t->governs ? ENTRY_GOVERNS : 0) |
		    (t->last ? ENTRY_LAST : 0) |
		    (t->by_hand || negator ? ENTRY_BY_HAND : 0)),
		.contrast = (uint8_t)t->contrast,
		.reach = t->reach,
		.reach_back = t->reach_back,
		.hearsay = t->hearsay,
		.words = t->words,
		.mention = t->mention,
		.length = (uint8_t)t->length,
	};
}

static void
filter_add(uint64_t *filter, uint64_t hash)
{
	filter[hash >> (64 - INDEX_FILTER_BITS + 6)] |= UINT64_C(1) <<
	    (hash >> (64 - INDEX_FILTER_BITS) & 63);
}

static int
place_words(struct sealing *s)
{
	struct index *ix = s->ix;

	for (size_t i = 0; i < s->listings; i++)
		s->hash[i] = s->listing[i].hash;
	int made = places_make(&ix->places, s->hash, s->listings);
	if (made != 0)
		return made;
	size_t entries = ix->places.size + ix->terms + 1;
	ix->entry = calloc(entries, sizeof *ix->entry);
	ix->term = calloc(entries, sizeof *ix->term);
	ix->text = calloc(entries, sizeof *ix->text);
	if (ix->entry == NULL || ix->term == NULL || ix->text == NULL)
		return -1;
	for (size_t i = 0; i < s->listings; i++) {
		const struct listing *l = &s->listing[i];
		uint32_t at = index_place(ix, l->hash);

		filter_add(ix->filter, l->hash);
		if (l->term != NULL)
			set_entry(ix, at, l->term);
		if (l->term == NULL) {
			ix->entry[at].mention = l->mention;
			ix->entry[at].length = l->word->length;
		}
		ix->entry[at].key = l->term != NULL ?
		    key_of(l->term->key) : l->word->begin;
	}
	return 0;
}

/* Writes down a phrase at `number`; phrases have their entries behind those of
 * the words. */
static void
set_hang(struct index *ix, size_t number, const struct hanging *from)
{
	const struct term *term = ix->listed[from->term];
	struct index_phrase *p = &ix->phrase[number];
	uint32_t entry = ix->places.size + 1 + (uint32_t)number;
	struct word word[PHRASE_WORDS];
	size_t count = index_key_words(term->key, word);
	size_t telling = from->place > 0 ? 0 : count - 1;

	set_entry(ix, entry, term);
	for (size_t k = 0; k < count; k++) {
		p->key[k] = key_of(word[k].key);
		p->length[k] = word[k].length;
	}
	ix->hang[number] = (struct index_hang){
		.print = (uint32_t)word[telling].hash,
		.entry = entry,
		.telling = (int8_t)((int)telling - from->place),
		.place = from->place,
		.words = (uint8_t)count,
	};
}

/* The pair with its phrases side by side, from *number on. */
static struct index_pair
with_hangs(const struct sealing *s, struct index_pair pair, uint32_t *number)
{
	uint32_t next = pair.hang;

	pair.hang = *number;
	pair.hangs = 0;
	for (; next != 0; next = s->hanging[next].next, pair.hangs++)
		set_hang(s->ix, (*number)++, &s->hanging[next]);
	return pair;
}

static int
place_pairs(struct sealing *s)
{
	struct index *ix = s->ix;
	uint32_t number = 0;
	size_t count = 0;

	for (size_t i = 0; i < s->size; i++)
		if (s->pair[i].hang != 0 || s->pair[i].mention)
			s->hash[count++] = s->pair[i].hash;
	int made = places_make(&ix->pair_places, s->hash, count);
	if (made != 0)
		return made;
	ix->pair = calloc(ix->pair_places.size + 1, sizeof *ix->pair);
	if (ix->pair == NULL)
		return -1;
	for (size_t i = 0; i < s->size; i++) {
		const struct index_pair *pair = &s->pair[i];

		if (pair->hang == 0 && !pair->mention)
			continue;
		filter_add(ix->pair_filter, pair->hash);
		ix->pair[places_of(&ix->pair_places, pair->hash)] =
		    with_hangs(s, *pair, &number);
	}
	return 0;
}

/* ---- what cannot be ---- */

/* A hash and what it is of. */
struct named_hash {
	uint64_t hash;
	const char *text;
};

/* places_of() looks at the lower 56 bits. */
static int
by_place(const void *left, const void *right)
{
	uint64_t a = ((const struct named_hash *)left)->hash << 8;
	uint64_t b = ((const struct named_hash *)right)->hash << 8;

	return a != b ? (a > b) - (a < b) :
	    strcmp(((const struct named_hash *)left)->text,
	    ((const struct named_hash *)right)->text);
}

static const char *
mention_of_pair(const struct phrases *p, uint64_t hash)
{
	for (size_t i = 0; p != NULL && i < p->count; i++)
		if (phrases_by_pair(&p->list[i]) &&
		    phrases_begin(&p->list[i]) == hash)
			return p->list[i].text;
	return "";
}

/* All words, or all pairs by one of their phrases; returns how many. */
static size_t
name_hashes(const struct sealing *s, bool pairs, struct named_hash *to)
{
	size_t count = 0;

	for (size_t i = 0; !pairs && i < s->listings; i++)
		to[count++] = (struct named_hash){s->listing[i].hash,
		    s->listing[i].term != NULL ? s->listing[i].term->text :
		    s->listing[i].word->key};
	for (size_t i = 0; pairs && i < s->size; i++) {
		const struct index_pair *pair = &s->pair[i];
		uint32_t hang = pair->hang;

		if (hang != 0 || pair->mention)
			to[count++] = (struct named_hash){pair->hash, hang != 0 ?
			    s->ix->listed[s->hanging[hang].term]->text :
			    mention_of_pair(s->mentions, pair->hash)};
	}
	return count;
}

/* -1: no memory. */
static int
find_alike(const struct sealing *s, bool pairs, struct index_alike *to)
{
	struct named_hash *list = calloc(pairs ? s->size : s->listings + 1,
	    sizeof *list);

	if (list == NULL)
		return -1;
	size_t count = name_hashes(s, pairs, list);
	qsort(list, count, sizeof *list, by_place);
	for (size_t i = 1; i < count; i++)
		if (list[i - 1].hash << 8 == list[i].hash << 8)
			*to = (struct index_alike){list[i - 1].text,
			    list[i].text};
	free(list);
	return 1;
}

int
index_place_all(struct sealing *s, struct index_alike *alike)
{
	int result = place_words(s);

	if (result != 0)
		return result == 1 ? find_alike(s, false, alike) : -1;
	result = place_pairs(s);
	return result == 1 ? find_alike(s, true, alike) : result;
}

