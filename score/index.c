/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "index.h"

#include <stdlib.h>
#include <string.h>

enum { TABLE_FIRST = 1024 };

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
	free(ix->listed);
	free(ix->term);
	free(ix->text);
	free(ix->entry);
	free(ix->pair);
	free(ix->hang);
	free(ix->phrase);
	free(ix->filter);
	free(ix->pair_filter);
	places_release(&ix->places);
	places_release(&ix->pair_places);
	index_init(ix);
}

/* ---- tables ---- */

static void
table_put(struct index_table *t, uint64_t hash, size_t number)
{
	size_t at = (size_t)hash & (t->size - 1);

	while (t->slot[at].number != 0)
		at = (at + 1) & (t->size - 1);
	t->slot[at] = (struct index_slot){(uint32_t)(hash >> 32),
	    (uint32_t)number};
	t->count++;
}

/* Keeps the table at most half full, so that a chain is short and ends. */
static int
table_grow(struct index *ix, struct index_table *t)
{
	struct index_table old = *t;

	if (2 * (t->count + 1) <= t->size)
		return 0;
	*t = (struct index_table){.size = old.size == 0 ? TABLE_FIRST :
	    2 * old.size};
	t->slot = calloc(t->size, sizeof *t->slot);
	if (t->slot == NULL) {
		*t = old;
		return -1;
	}
	for (size_t i = 0; i < old.size; i++)
		if (old.slot[i].number != 0)
			table_put(t, ix->listed[old.slot[i].number]->hash,
			    old.slot[i].number);
	free(old.slot);
	return 0;
}

static bool
term_is(const struct term *t, const char *key, size_t length)
{
	uint64_t mine[2], other[2];

	if (t->length != length)
		return false;
	memcpy(mine, t->key, sizeof mine);
	memcpy(other, key, sizeof other);
	return mine[0] == other[0] && mine[1] == other[1] &&
	    (length <= sizeof mine || memcmp(t->key, key, length) == 0);
}

/* NULL where there is none. */
static struct term *
table_find(const struct index *ix, const struct index_table *t,
	const char *key, size_t length, uint64_t hash)
{
	size_t at = (size_t)hash & (t->size - 1);

	for (; t->slot[at].number != 0; at = (at + 1) & (t->size - 1)) {
		struct term *term = ix->listed[t->slot[at].number];

		if (t->slot[at].print == hash >> 32 &&
		    term_is(term, key, length))
			return term;
	}
	return NULL;
}

/* ---- listing ---- */

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

/* Room for one term more in the list. */
static int
list_grow(struct index *ix)
{
	if (ix->terms + 1 < ix->capacity)
		return 0;
	size_t capacity = ix->capacity == 0 ? TABLE_FIRST : 2 * ix->capacity;
	struct term **list = realloc(ix->listed, capacity * sizeof(*list));
	if (list == NULL)
		return -1;
	ix->listed = list;
	ix->capacity = capacity;
	return 0;
}

static struct term *
term_create(struct index *ix, const char *key, size_t length, uint64_t hash,
	struct arena *a)
{
	struct term *term = arena_take(a, sizeof *term);
	char *copy = arena_take(a, length + WORD_PADDING);

	if (term == NULL || copy == NULL || list_grow(ix) == -1)
		return NULL;
	memcpy(copy, key, length);
	term->key = copy;
	term->length = (uint16_t)length;
	term->hash = hash;
	if (ix->last != NULL)
		ix->last->next = term;
	else
		ix->first = term;
	ix->last = term;
	ix->listed[++ix->terms] = term;
	return term;
}

struct term *
index_term(struct index *ix, const struct word *word, size_t count,
	struct arena *a)
{
	char key[PHRASE_MAX + WORD_PADDING] = {0};
	size_t length = phrase_key(word, count, key);
	uint64_t hash = count > 1 ? phrase_hash(word, count) : word->hash;
	struct index_table *t = count > 1 ? &ix->phrases : &ix->words;

	if (table_grow(ix, t) == -1)
		return NULL;
	struct term *term = table_find(ix, t, key, length, hash);
	if (term != NULL)
		return term;
	term = term_create(ix, key, length, hash, a);
	if (term == NULL)
		return NULL;
	term->words = (uint8_t)count;
	table_put(t, hash, ix->terms);
	return term;
}

size_t
index_key_words(const char *key, struct word word[PHRASE_WORDS])
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

	return index_term(ix, word, index_key_words(key, word), a);
}

struct term *
index_listed(const struct index *ix, const char *key, size_t length,
	uint64_t hash)
{
	return ix->words.size == 0 ? NULL : table_find(ix, &ix->words, key,
	    length, hash);
}

/* ---- looking up ---- */

uint32_t
index_find(const struct index *ix, const char *key, size_t length,
	uint64_t hash)
{
	if (length == 0 || !index_may_have(ix->filter, hash))
		return INDEX_NONE;
	uint32_t at = index_place(ix, hash);
	const struct entry *e = &ix->entry[at];
	if (!entry_is(e, ENTRY_TERM) || e->length != length ||
	    e->key.piece[0] != word_piece(key) ||
	    e->key.piece[1] != word_piece(key + 8) || (length > PLAIN_WORD &&
	    memcmp(ix->term[at]->key, key, length) != 0))
		return INDEX_NONE;
	return at;
}

bool
index_is(const struct index *ix, size_t hang, const struct words *w,
	size_t first)
{
	const struct index_hang *h = &ix->hang[hang];
	const struct index_phrase *p = &ix->phrase[hang];
	uint64_t other = 0;
	unsigned longest = 0;

	for (size_t i = 0; i < h->words; i++) {
		const struct word_key *key = &w->key[first + i];

		other |= (p->key[i].piece[0] ^ key->piece[0]) |
		    (p->key[i].piece[1] ^ key->piece[1]) |
		    (uint64_t)(p->length[i] ^ w->length[first + i]);
		longest |= p->length[i];
	}
	if (other != 0 || longest <= PLAIN_WORD)
		return other == 0;
	/* The beginnings agree; only now the whole keys. */
	const char *key = ix->term[h->entry]->key;
	for (size_t i = 0; i < h->words; i++) {
		if (p->length[i] > PLAIN_WORD &&
		    memcmp(key, w->rest[first + i].key, p->length[i]) != 0)
			return false;
		key += p->length[i] + 1;
	}
	return true;
}
