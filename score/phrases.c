/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "phrases.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"
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

static inline size_t
filter_word(uint64_t hash)
{
	return (size_t)(hash >> (64 - PHRASES_FILTER_BITS + 6));
}

/* Two bits of one word of the filter: few that are not listed have both. */
static inline uint64_t
filter_bits(uint64_t hash)
{
	return UINT64_C(1) << (hash >> 46 & 63) |
	    UINT64_C(1) << (hash >> 40 & 63);
}

static size_t
whole_bucket(uint64_t hash)
{
	return hash >> 32 & (PHRASES_BUCKETS - 1);
}

/* Of a beginning: the hash of as many bytes as it has. */
static uint32_t
stem_hash(const struct phrase_word *p)
{
	int step = PHRASES_LONG;

	while (p->length < phrases_step_bytes(step))
		step--;
	return phrases_stem_hash(p->begin, step);
}

static size_t
stem_bucket(uint32_t hash)
{
	return hash & (PHRASES_BUCKETS - 1);
}

bool
phrase_word_is(const struct phrase_word *p, const struct words *w, size_t at)
{
	char room[PLAIN_WORD + WORD_PADDING];
	size_t length = w->length[at];

	if (length == p->length && length <= PLAIN_WORD)
		return p->begin.piece[0] == w->key[at].piece[0] &&
		    p->begin.piece[1] == w->key[at].piece[1];
	if (length < p->length || (length > p->length && p->ending == 0))
		return false;
	const char *key = words_key(w, at, room);
	if (memcmp(p->key, key, p->length) != 0)
		return false;
	if (length == p->length)
		return true;
	return p->ending == PHRASES_ANY_ENDING ||
	    utf8_length(key + p->length, length - p->length) <= p->ending;
}

/* ---- listing ---- */

int
phrase_word_set(struct phrase_word *to, const struct word *word,
	unsigned ending, struct arena *a)
{
	to->key = arena_copy(a, word->key, word->length);
	to->begin = (struct word_key){{word_piece(word->key),
	    word_piece(word->key + 8)}};
	to->hash = word->hash;
	to->length = word->length;
	to->ending = (uint8_t)ending;
	return to->key == NULL ? -1 : 0;
}

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
	return phrase_word_set(to, &word, ending, a) == -1 ? "no memory" :
	    NULL;
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

bool
phrases_by_pair(const struct phrase *p)
{
	return p->count > 1 && p->word[1].ending == 0;
}

uint64_t
phrases_begin(const struct phrase *p)
{
	return phrases_by_pair(p) ? index_pair_hash(p->word[0].hash,
	    p->word[1].hash) : p->word[0].hash;
}

static uint32_t *
bucket_of(struct phrases *p, const struct phrase *new)
{
	return new->word[0].ending > 0 ?
	    &p->stem[stem_bucket(stem_hash(&new->word[0]))] :
	    &p->whole[whole_bucket(phrases_begin(new))];
}

static void
filter_add(struct phrases *p, const struct phrase *new)
{
	uint64_t hash = phrases_begin(new);

	if (new->word[0].ending > 0) {
		size_t place = stem_hash(&new->word[0]) >>
		    (32 - PHRASES_FILTER_BITS);

		p->stems = true;
		p->stem_filter[place / 64] |= UINT64_C(1) << place % 64;
	} else {
		p->filter[filter_word(hash)] |= filter_bits(hash);
	}
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
stands_at(const struct phrase *p, const struct words *w, size_t at)
{
	if (at + p->count > w->count ||
	    w->clause[at] != w->clause[at + p->count - 1])
		return false;
	for (size_t i = 0; i < p->count; i++)
		if (!phrase_word_is(&p->word[i], w, at + i))
			return false;
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
	uint64_t bits = filter_bits(hash);

	return (p->filter[filter_word(hash)] & bits) == bits;
}

/* The best of a chain and of what was found before. */
static const struct phrase *
best_of(const struct phrases *p, uint32_t i, const struct words *w, size_t at,
	const struct phrase *best)
{
	for (; i != 0; i = p->list[i - 1].next)
		if (stands_at(&p->list[i - 1], w, at) &&
		    is_better(&p->list[i - 1], best))
			best = &p->list[i - 1];
	return best;
}

const struct phrase *
phrases_find(const struct phrases *p, const struct words *w, size_t at)
{
	const struct phrase *best = NULL;
	uint64_t hash = w->hash[at];

	if (at + 1 < w->count) {
		uint64_t pair = index_pair_hash(hash, w->hash[at + 1]);

		if (filter_has(p, pair))
			best = best_of(p, p->whole[whole_bucket(pair)], w, at,
			    best);
	}
	if (filter_has(p, hash))
		best = best_of(p, p->whole[whole_bucket(hash)], w, at, best);
	for (int step = PHRASES_SHORT; p->stems && step < PHRASES_STEPS &&
	    w->length[at] >= phrases_step_bytes(step); step++) {
		uint32_t stem = phrases_stem_hash(w->key[at], step);

		if (phrases_has_stem(p, stem))
			best = best_of(p, p->stem[stem_bucket(stem)], w, at,
			    best);
	}
	return best;
}
