/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SLOTS = 64, WORDS_MAX = 512 };

/* Where reviews are of: a brand and a language. */
struct place {
	char *brand;			/* NULL absent */
	size_t length;
	char language[LANGUAGE_TAG];
};

/* A word, told by the engine's own strings. */
struct entry {
	const char *term, *negator;
	int64_t weight;
	uint64_t review;		/* the last that had it */
	uint32_t place;
	bool behind, plain;
	uint32_t author[MAP_AUTHORS];	/* reviews */
};

struct map_words {
	struct place *place;
	size_t places, last;
	struct entry *slot;		/* open addressing, a power of two */
	size_t slots, count;
	uint64_t review;
};

struct map_words *
map_words_create(void)
{
	struct map_words *w = calloc(1, sizeof(*w));

	if (w == NULL)
		return NULL;
	w->slots = FIRST_SLOTS;
	w->slot = calloc(w->slots, sizeof(*w->slot));
	if (w->slot == NULL) {
		free(w);
		return NULL;
	}
	return w;
}

void
map_words_free(struct map_words *w)
{
	size_t i;

	if (w == NULL)
		return;
	for (i = 0; i < w->places; i++)
		free(w->place[i].brand);
	free(w->place);
	free(w->slot);
	free(w);
}

static bool
is_place(const struct place *p, struct text brand, const char *language)
{
	return (p->brand == NULL) == text_is_absent(brand) &&
	    p->length == brand.length && (p->length == 0 ||
	    memcmp(p->brand, brand.bytes, p->length) == 0) &&
	    strcmp(p->language, language) == 0;
}

static int
add_place(struct map_words *w, struct text brand, const char *language)
{
	struct place *more = realloc(w->place, (w->places + 1) *
	    sizeof(*more)), *p;

	if (more == NULL)
		return -1;
	w->place = more;
	p = &more[w->places];
	*p = (struct place){.length = brand.length};
	snprintf(p->language, sizeof(p->language), "%s", language);
	if (!text_is_absent(brand)) {
		p->brand = malloc(brand.length + 1);
		if (p->brand == NULL)
			return -1;
		memcpy(p->brand, brand.bytes, brand.length);
	}
	w->last = w->places++;
	return 0;
}

/* Neighbouring reviews are mostly of one place. */
static int
find_place(struct map_words *w, struct text brand, const char *language)
{
	size_t i;

	if (w->places > 0 && is_place(&w->place[w->last], brand, language))
		return 0;
	for (i = 0; i < w->places; i++)
		if (is_place(&w->place[i], brand, language)) {
			w->last = i;
			return 0;
		}
	return add_place(w, brand, language);
}

static uint64_t
mixed(uint64_t h)
{
	h = (h ^ h >> 33) * UINT64_C(0xff51afd7ed558ccd);
	return h ^ h >> 29;
}

/* Only the place in the table depends on addresses, never the output. */
static struct entry *
find(struct entry *slot, size_t slots, const struct entry *e)
{
	size_t at = (size_t)mixed((uint64_t)(uintptr_t)e->term * 31 +
	    (uint64_t)(uintptr_t)e->negator * 7 + e->place * 2 + e->behind) &
	    (slots - 1);

	while (slot[at].term != NULL && (slot[at].term != e->term ||
	    slot[at].negator != e->negator || slot[at].place != e->place ||
	    slot[at].behind != e->behind))
		at = (at + 1) & (slots - 1);
	return &slot[at];
}

static int
grow(struct map_words *w)
{
	size_t slots = w->slots * 2, i;
	struct entry *slot = calloc(slots, sizeof(*slot));

	if (slot == NULL)
		return -1;
	for (i = 0; i < w->slots; i++)
		if (w->slot[i].term != NULL)
			*find(slot, slots, &w->slot[i]) = w->slot[i];
	free(w->slot);
	w->slot = slot;
	w->slots = slots;
	return 0;
}

static uint64_t
hash_of(struct text t)
{
	uint64_t hash = UINT64_C(14695981039346656037);
	size_t i;

	for (i = 0; i < t.length; i++)
		hash = (hash ^ (unsigned char)t.bytes[i]) *
		    UINT64_C(1099511628211);
	return mixed(hash);
}

/* One word of a review, which is counted once. */
static int
add_term(struct map_words *w, const struct sentiment_term *t, size_t place,
	size_t author)
{
	struct entry e = {.term = t->term, .negator = t->negator,
	    .behind = t->behind, .plain = t->plain,
	    .place = (uint32_t)place}, *at;

	if (w->count * 4 >= w->slots * 3 && grow(w) < 0)
		return -1;
	at = find(w->slot, w->slots, &e);
	if (at->term == NULL) {
		*at = e;
		w->count++;
	}
	if (at->review == w->review)
		return 0;
	at->review = w->review;
	at->weight += t->weight;
	at->author[author]++;
	return 0;
}

int
map_words_add(struct map_words *w, const struct review *r,
	const struct sentiment *s)
{
	struct text author = text_is_absent(r->author) ||
	    r->author.length == 0 ? r->id : r->author;
	size_t slot, i;

	if (s->count == 0)
		return 0;
	if (find_place(w, r->brand, s->language) < 0)
		return -1;
	slot = hash_of(author) % MAP_AUTHORS;
	w->review++;
	for (i = 0; i < s->count; i++) {
		if (s->term[i].weight == 0)
			continue;	/* said, but not meant */
		/* A word counts in its own language. */
		if ((s->parts > 0 && find_place(w, r->brand,
		    s->term[i].language) < 0) ||
		    add_term(w, &s->term[i], w->last, slot) < 0)
			return -1;
	}
	return 0;
}

static void
begin(struct tally_key *k, const char *cell, const struct place *p,
	const struct entry *e)
{
	char words[WORDS_MAX];
	const char *first = e->negator, *second = e->term;

	if (first != NULL && e->behind) {
		first = e->term;
		second = e->negator;
	}
	snprintf(words, sizeof(words), "%s%s%s", first != NULL ? first : "",
	    first != NULL ? " " : "", second);
	tally_key_begin(k, cell);
	tally_key_add(k, (struct text){p->brand, p->length});
	tally_key_add(k, text_of(p->language));
	tally_key_add(k, text_of(words));
}

/* w|brand|language|word|place of the author, ww|brand|language|word and, of a
 * plain one, wp|brand|language|word */
static int
put_entry(const struct place *p, const struct entry *e, struct tally *t,
	struct tally_key *k, struct complaint *c)
{
	int64_t reviews = 0;
	int i;

	for (i = 0; i < MAP_AUTHORS; i++) {
		reviews += e->author[i];
		if (e->author[i] == 0)
			continue;
		begin(k, "w", p, e);
		tally_key_add_integer(k, i);
		if (tally_put(t, k, e->author[i], c) < 0)
			return -1;
	}
	begin(k, "ww", p, e);
	if (tally_put(t, k, e->weight, c) < 0)
		return -1;
	begin(k, "wp", p, e);
	return !e->plain ? 0 : tally_put(t, k, reviews, c);
}

int
map_words_flush(struct map_words *w, struct tally *t, struct complaint *c)
{
	struct tally_key *k = malloc(sizeof(*k));
	int result = k == NULL ? complain(c, 0, "no memory") : 0;
	size_t i;

	for (i = 0; i < w->slots && result == 0; i++)
		if (w->slot[i].term != NULL)
			result = put_entry(&w->place[w->slot[i].place],
			    &w->slot[i], t, k, c);
	free(k);
	memset(w->slot, 0, w->slots * sizeof(*w->slot));
	w->count = 0;
	return result;
}
