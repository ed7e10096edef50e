/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index.h"

#include <stdlib.h>
#include <string.h>

#include "phrases.h"

/* A word that gets an entry. */
struct listing {
	uint64_t hash;
	const struct term *term;		/* NULL: only an aspect's */
	const struct phrase_word *word;		/* of it; NULL: only a term */
	uint16_t mention;			/* as in struct entry */
};

/* A phrase on its pair. */
struct hanging {
	uint32_t term;		/* its number */
	uint32_t next;		/* on the same pair, from 1; 0: none */
	uint8_t place;		/* of the pair's first word */
};

/* What is collected before there are places for it. */
struct sealing {
	struct index *ix;
	const struct phrases *mentions;	/* may be NULL */
	struct listing *listing;
	size_t listings;
	struct hanging *hanging;	/* from 1 */
	uint32_t hangings;
	struct index_pair *pair;	/* an open table; hang is the first
					   hanging yet */
	size_t size, pairs;		/* size: a power of two */
	uint64_t *hash;			/* of listings, then of pairs */
};

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
	size_t at = hash & (s->size - 1);

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

static struct word_key
key_of(const char *key)
{
	return (struct word_key){{word_piece(key), word_piece(key + 8)}};
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

/* ---- entries ---- */

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

int
index_seal(struct index *ix, const struct phrases *mentions)
{
	size_t size = (size_t)1 << (INDEX_FILTER_BITS - 6);
	struct sealing s;
	int result = -1;

	ix->filter = calloc(size, sizeof *ix->filter);
	ix->pair_filter = calloc(size, sizeof *ix->pair_filter);
	if (sealing_init(&s, ix, mentions) == 0 && ix->filter != NULL &&
	    ix->pair_filter != NULL) {
		mark_turned(ix);
		hang_phrases(&s);
		list_words(&s);
		list_mentions(&s);
		join_mentions(&s);
		result = place_words(&s);
		if (result == 0)
			result = place_pairs(&s);
	}
	sealing_release(&s);
	return result;
}
