/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "emoticons.h"

#include <stdlib.h>
#include <string.h>

/* A byte of another script counts as a letter: it is one nearly always. */
static bool
is_letter(unsigned char c)
{
	return c >= 0x80 || (c >= '0' && c <= '9') ||
	    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static char
lowered(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

void
emoticons_init(struct emoticons *e)
{
	memset(e, 0, sizeof *e);
}

void
emoticons_release(struct emoticons *e)
{
	free(e->list);
	emoticons_init(e);
}

static int
grow(struct emoticons *e)
{
	size_t capacity = e->capacity == 0 ? 64 : 2 * e->capacity;

	if (capacity > EMOTICONS_MAX)
		return -1;
	struct emoticon *list = realloc(e->list, capacity * sizeof *list);
	if (list == NULL)
		return -1;
	e->list = list;
	e->capacity = capacity;
	return 0;
}

int
emoticons_add(struct emoticons *e, struct text emoticon)
{
	if (emoticon.length == 0 || emoticon.length > EMOTICON_MAX ||
	    (e->count == e->capacity && grow(e) == -1))
		return -1;
	struct emoticon *to = &e->list[e->count++];
	memset(to, 0, sizeof *to);
	to->length = (uint8_t)emoticon.length;
	for (size_t i = 0; i < emoticon.length; i++) {
		to->bytes[i] = lowered(emoticon.bytes[i]);
		to->lettered |= is_letter((unsigned char)to->bytes[i]);
	}
	return 0;
}

static int
order(const void *left, const void *right)
{
	const struct emoticon *a = left, *b = right;

	if (a->bytes[0] != b->bytes[0])
		return (unsigned char)a->bytes[0] -
		    (unsigned char)b->bytes[0];
	if (a->length != b->length)
		return b->length - a->length;
	return memcmp(a->bytes, b->bytes, a->length);
}

/* Whether one begins as ordinary text often does. */
static void
note_common(struct emoticons *e)
{
	e->common_first = e->joined_first = false;
	for (size_t i = 0; i < e->count; i++) {
		const struct emoticon *one = &e->list[i];

		e->common_first |= strchr(",.!?'\"\n", one->bytes[0]) != NULL;
		e->joined_first |= one->length == 1 ?
		    strchr("()-:;", one->bytes[0]) != NULL :
		    strchr("()-", one->bytes[0]) != NULL &&
		    is_letter((unsigned char)one->bytes[1]);
	}
}

void
emoticons_sort(struct emoticons *e)
{
	if (e->count > 0)
		qsort(e->list, e->count, sizeof *e->list, order);
	memset(e->first, 0, sizeof e->first);
	memset(e->second, 0, sizeof e->second);
	memset(e->behind_letter, 0, sizeof e->behind_letter);
	note_common(e);
	e->behind_letter['w'] = true;
	for (size_t i = e->count; i-- > 0;) {
		unsigned char first = (unsigned char)e->list[i].bytes[0];

		e->first[first] = (uint16_t)(i + 1);
		if (first >= 'a' && first <= 'z')
			e->first[first - 'a' + 'A'] = (uint16_t)(i + 1);
		if (e->list[i].length == 1)
			memset(e->second, true, sizeof e->second);
		else
			e->second[(unsigned char)e->list[i].bytes[1]] = true;
		if (is_letter(first) && e->list[i].length > 1)
			e->behind_letter[(unsigned char)e->list[i].bytes[1]] =
			    true;
	}
}

static bool
stands_free(const struct emoticon *e, struct text text, size_t at)
{
	size_t end = at + e->length;

	if (end < text.length && is_letter((unsigned char)text.bytes[end]))
		return false;
	if (at == 0 || !is_letter((unsigned char)text.bytes[at - 1]))
		return true;
	return !e->lettered && strchr("()[]{}/", e->bytes[0]) == NULL;
}

static bool
matches(const struct emoticon *e, struct text text, size_t at)
{
	if (text.length - at < e->length)
		return false;
	for (size_t i = 0; i < e->length; i++)
		if (lowered(text.bytes[at + i]) != e->bytes[i])
			return false;
	return stands_free(e, text, at);
}

const struct emoticon *
emoticons_find(const struct emoticons *e, struct text text, size_t at)
{
	char first = lowered(text.bytes[at]);

	/* Every word begins with a letter; few look like "x-(". */
	if (is_letter((unsigned char)first) && (at + 1 == text.length ||
	    !e->behind_letter[(unsigned char)lowered(text.bytes[at + 1])]))
		return NULL;
	for (size_t i = e->first[(unsigned char)first]; i > 0 &&
	    i <= e->count && e->list[i - 1].bytes[0] == first; i++)
		if (matches(&e->list[i - 1], text, at))
			return &e->list[i - 1];
	return NULL;
}
