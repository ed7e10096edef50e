/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_SIZE = 32 << 10 };

struct arena_block {
	struct arena_block *next;
	size_t size, used;
	alignas(max_align_t) char bytes[];
};

void
arena_init(struct arena *a, size_t ceiling)
{
	*a = (struct arena){.ceiling = ceiling};
}

void
arena_release(struct arena *a)
{
	struct arena_block *b = a->first, *next;

	for (; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	arena_init(a, a->ceiling);
}

void
arena_clear(struct arena *a)
{
	struct arena_block *b, **link = &a->first;

	/* One huge record must not make every later one carry its memory. */
	while ((b = *link) != NULL) {
		b->used = 0;
		if (b->size > BLOCK_SIZE) {
			*link = b->next;
			free(b);
		} else {
			link = &b->next;
		}
	}
	a->current = a->first;
	a->used = 0;
}

static struct arena_block *
add_block(struct arena *a, size_t size)
{
	size_t room = size > BLOCK_SIZE ? size : BLOCK_SIZE;
	struct arena_block *b = malloc(sizeof(*b) + room);

	if (b == NULL)
		return NULL;
	b->size = room;
	b->used = 0;
	if (a->current == NULL) {
		b->next = a->first;
		a->first = b;
	} else {
		b->next = a->current->next;
		a->current->next = b;
	}
	a->current = b;
	return b;
}

void *
arena_take(struct arena *a, size_t size)
{
	const size_t unit = alignof(max_align_t);
	struct arena_block *b = a->current;
	void *piece;

	if (size > a->ceiling || a->used > a->ceiling - size)
		return NULL;
	size = (size + unit - 1) / unit * unit;
	while (b != NULL && b->size - b->used < size) {
		if (b->next != NULL)
			a->current = b->next;
		b = b->next;
	}
	if (b == NULL && (b = add_block(a, size)) == NULL)
		return NULL;
	piece = b->bytes + b->used;
	b->used += size;
	a->used += size;
	return memset(piece, 0, size);
}

char *
arena_copy(struct arena *a, const char *bytes, size_t length)
{
	char *copy = length < SIZE_MAX ? arena_take(a, length + 1) : NULL;

	if (copy != NULL && length > 0)
		memcpy(copy, bytes, length);
	return copy;
}

char *
arena_string(struct arena *a, const char *string)
{
	return arena_copy(a, string, strlen(string));
}

char *
arena_join(struct arena *a, struct text first, char between,
	struct text last)
{
	char *both = NULL;

	if (first.length < SIZE_MAX / 2 && last.length < SIZE_MAX / 2 - 2)
		both = arena_take(a, first.length + last.length + 2);
	if (both == NULL)
		return NULL;
	if (first.length > 0)
		memcpy(both, first.bytes, first.length);
	both[first.length] = between;
	if (last.length > 0)
		memcpy(both + first.length + 1, last.bytes, last.length);
	return both;
}
