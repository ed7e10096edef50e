/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "affixes.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"

/* A piece of a word with room for an addition and the padding. */
struct stem {
	char key[WORD_MAX + AFFIX_MAX + WORD_PADDING];
	size_t length;
};

void
affixes_release(struct affixes *a)
{
	free(a->prefix.list);
	free(a->suffix.list);
	free(a->addition.list);
	memset(a, 0, sizeof *a);
}

/* The last eight bytes of a key as a number, the last the greatest. */
static inline uint64_t
last_piece(const char *key, size_t length)
{
	return length >= 8 ? word_piece(key + length - 8) :
	    word_piece(key) << 8 * (8 - length);
}

int
affix_add(struct affix_list *to, const struct word *affix, unsigned least)
{
	if (affix->length == 0 || affix->length > AFFIX_MAX ||
	    to->count == AFFIXES_MAX)
		return -1;
	for (size_t i = 0; i < to->count; i++)
		if (to->list[i].length == affix->length &&
		    memcmp(to->list[i].key, affix->key, affix->length) == 0)
			return 1;
	struct affix *list = realloc(to->list, (to->count + 1) * sizeof *list);
	if (list == NULL)
		return -1;
	to->list = list;
	struct affix *last = &list[to->count++];
	memset(last, 0, sizeof *last);
	memcpy(last->key, affix->key, affix->length);
	last->length = affix->length;
	last->least = (uint8_t)least;
	unsigned spare = affix->length < 8 ? 8 * (8u - affix->length) : 0;
	last->head_bits = UINT64_MAX >> spare;
	last->tail_bits = UINT64_MAX << spare;
	last->head = word_piece(last->key) & last->head_bits;
	last->tail = last_piece(last->key, last->length);
	return 0;
}

static int
order(const void *left, const void *right)
{
	const struct affix *a = left, *b = right;

	if (a->length != b->length)
		return b->length - a->length;
	return memcmp(a->key, b->key, a->length);
}

/* By the byte that tells letters of most scripts apart. */
static size_t
first_bucket(const char *key)
{
	unsigned char first = (unsigned char)key[0];

	return (first < 0x80 ? first : (unsigned char)key[1]) %
	    AFFIX_BUCKETS;
}

static size_t
last_bucket(const char *key, size_t length)
{
	return (unsigned char)key[length - 1] % AFFIX_BUCKETS;
}

static void
list_sort(struct affix_list *l, bool by_last)
{
	uint16_t count = 0;

	if (l->count > 0)
		qsort(l->list, l->count, sizeof *l->list, order);
	for (size_t b = 0; b < AFFIX_BUCKETS; b++) {
		l->bucket[b] = count;
		for (size_t i = 0; i < l->count; i++) {
			const struct affix *one = &l->list[i];

			if ((by_last ? last_bucket(one->key, one->length) :
			    first_bucket(one->key)) == b)
				l->order[count++] = (uint16_t)i;
		}
	}
	l->bucket[AFFIX_BUCKETS] = count;
}

/* The least letters that an affix leaves. */
static unsigned
least_of(const struct affix_list *l, unsigned least)
{
	for (size_t i = 0; i < l->count; i++)
		if (l->list[i].least < least)
			least = l->list[i].least;
	return least;
}

/* A head is as many letters as endings leave at least, of which the later ones
 * may be shorter than the first. */
static void
set_kinds(struct affixes *a)
{
	unsigned least = least_of(&a->suffix, 8);

	a->briefly = least_of(&a->addition, least) < least;
	for (unsigned i = 0; i < AFFIX_KINDS; i++) {
		unsigned size = i < 0xC ? 1 : i < 0xE ? 2 : 3;
		unsigned length = size + (least - 1) * (size > 1 ? 2 : 1);

		length = length > 8 ? 8 : length;
		uint64_t mask = UINT64_MAX >> (64 - 8 * length);
		a->kind[i] = (struct affix_head){
			.mask = mask,
			.ascii = size > 1 ? mask & 0x8080808080808080 : 0,
			.length = (uint8_t)length,
		};
	}
}

/* A beginning of one byte may have any byte behind it. */
static void
list_begin(struct affixes *a, const struct affix *prefix)
{
	uint64_t first = word_piece(prefix->key);

	for (uint64_t second = 0; second < 256; second++) {
		size_t place = affix_begin_place(prefix->length > 1 ? first :
		    (first & 0xFF) | second << 8);

		a->begin[place / 64] |= UINT64_C(1) << place % 64;
	}
}

void
affixes_sort(struct affixes *a)
{
	list_sort(&a->prefix, false);
	list_sort(&a->suffix, true);
	list_sort(&a->addition, true);
	set_kinds(a);
	for (size_t i = 0; i < a->prefix.count; i++)
		list_begin(a, &a->prefix.list[i]);
}

void
affixes_note(struct affixes *a, const char *key, size_t length)
{
	uint64_t first = word_piece(key);
	const struct affix_head *h = &a->kind[first >> 4 & 15];
	size_t place = affix_head_place(first & h->mask);

	if (length >= h->length)
		a->head[place / 64] |= UINT64_C(1) << place % 64;
}

static uint32_t
find(const struct index *ix, struct stem *s)
{
	memset(s->key + s->length, 0, WORD_PADDING);
	if (s->length > WORD_MAX)
		return INDEX_NONE;
	return index_find(ix, s->key, s->length,
	    word_hash_padded(s->key, s->length));
}

static uint32_t
find_piece(const struct index *ix, const char *key, size_t length)
{
	struct stem s;

	memcpy(s.key, key, length);
	s.length = length;
	return find(ix, &s);
}

/* The word with every cut run as a single letter. */
static uint32_t
find_squeezed(const struct index *ix, const struct word *word)
{
	struct stem s = {.length = 0};

	for (size_t i = 0; i < word->length; i++) {
		bool lead = ((unsigned char)word->key[i] & 0xC0) != 0x80;

		if (lead && word->cut >> i & 1) {
			while (i + 1 < word->length &&
			    ((unsigned char)word->key[i + 1] & 0xC0) == 0x80)
				i++;
			continue;
		}
		s.key[s.length++] = word->key[i];
	}
	return find(ix, &s);
}

static uint32_t
find_added(const struct affixes *a, const struct index *ix, const char *key,
	size_t length)
{
	uint32_t found = INDEX_NONE;

	if (a->addition.count == 0 ||
	    !affixes_may_end(a, word_piece(key), length))
		return INDEX_NONE;
	size_t count = utf8_length(key, length);
	for (size_t i = 0; i < a->addition.count && found == INDEX_NONE; i++) {
		const struct affix *add = &a->addition.list[i];
		struct stem s;

		if (count < add->least)
			continue;
		memcpy(s.key, key, length);
		memcpy(s.key + length, add->key, add->length);
		s.length = length + add->length;
		found = find(ix, &s);
	}
	return found;
}

static uint32_t
find_ended(const struct affixes *a, const struct index *ix, const char *key,
	size_t length)
{
	uint32_t found = INDEX_NONE;
	uint64_t tail = last_piece(key, length);
	const struct affix_list *l = &a->suffix;
	size_t bucket = last_bucket(key, length);

	if (!affixes_may_end(a, word_piece(key), length))
		return INDEX_NONE;
	for (size_t i = l->bucket[bucket]; i < l->bucket[bucket + 1] &&
	    found == INDEX_NONE; i++) {
		const struct affix *end = &l->list[l->order[i]];

		if ((tail & end->tail_bits) != end->tail ||
		    end->length >= length || memcmp(key + length - end->length,
		    end->key, end->length) != 0)
			continue;
		size_t rest = length - end->length;
		if (utf8_length(key, rest) < end->least)
			continue;
		found = find_piece(ix, key, rest);
		if (found == INDEX_NONE)
			found = find_added(a, ix, key, rest);
	}
	return found;
}

/* What `find_rest` finds behind the beginnings of the word. */
static uint32_t
find_begun(const struct affixes *a, const struct index *ix,
	const struct word *word, bool ended)
{
	uint32_t found = INDEX_NONE;
	uint64_t head = word_piece(word->key);
	const struct affix_list *l = &a->prefix;
	size_t bucket = first_bucket(word->key);

	for (size_t i = l->bucket[bucket]; i < l->bucket[bucket + 1] &&
	    found == INDEX_NONE; i++) {
		const struct affix *begin = &l->list[l->order[i]];

		if ((head & begin->head_bits) != begin->head ||
		    begin->length >= word->length ||
		    memcmp(word->key, begin->key, begin->length) != 0)
			continue;
		const char *rest = word->key + begin->length;
		size_t length = (size_t)(word->length - begin->length);
		if (utf8_length(rest, length) < begin->least)
			continue;
		found = ended ? find_ended(a, ix, rest, length) :
		    find_piece(ix, rest, length);
		if (found == INDEX_NONE && !ended)
			found = find_added(a, ix, rest, length);
	}
	return found;
}

uint32_t
affixes_find(const struct affixes *a, const struct index *ix,
	const struct word *word)
{
	uint32_t found = INDEX_NONE;

	if (word->cut != 0)
		found = find_squeezed(ix, word);
	if (found == INDEX_NONE)
		found = find_begun(a, ix, word, false);
	if (found == INDEX_NONE)
		found = find_ended(a, ix, word->key, word->length);
	if (found == INDEX_NONE)
		found = find_added(a, ix, word->key, word->length);
	if (found == INDEX_NONE)
		found = find_begun(a, ix, word, true);
	return found;
}
