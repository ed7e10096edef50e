/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page_memory.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "sandbox.h"

enum { UNIT = 16, CLASSES = PAGE_MEMORY_SMALL / UNIT + 1 };

/* In front of every piece. */
struct head {
	size_t size;
	struct large *large;		/* NULL: small, or from outside */
};

struct large {
	struct large *next, *previous;
};

struct block {
	struct block *next;
	size_t used;
	alignas(max_align_t) char bytes[PAGE_MEMORY_BLOCK];
};

/* A piece of malloc()'s that belongs to no page. */
static struct large outside;

static void (*exhausted)(void);

/* Of the page at work; a library asks for memory without saying for whom. */
static struct {
	bool inside;
	struct block *first, *current;
	struct head *free[CLASSES];	/* linked by `large` */
	struct large *larges;
} page;

void
page_memory_enter(void)
{
	/* A sanitizer wants to see each piece. */
	page.inside = !SANDBOX_SANITIZED;
	page.current = page.first;
	if (page.current != NULL)
		page.current->used = 0;
}

void
page_memory_leave(void)
{
	struct block *b = page.first, *next;
	struct large *l = page.larges, *after;
	size_t kept;

	for (kept = 1; b != NULL && kept < PAGE_MEMORY_KEPT; kept++)
		b = b->next;
	if (b != NULL) {
		next = b->next;
		b->next = NULL;
		for (b = next; b != NULL; b = next) {
			next = b->next;
			free(b);
		}
	}
	for (; l != NULL; l = after) {
		after = l->next;
		free(l);
	}
	page.larges = NULL;
	page.inside = false;
	memset(page.free, 0, sizeof(page.free));
}

static bool
next_block(void)
{
	struct block *b = page.current == NULL ? page.first :
	    page.current->next;

	if (b == NULL) {
		b = malloc(sizeof(*b));
		if (b == NULL)
			return false;
		b->next = NULL;
		if (page.current == NULL)
			page.first = b;
		else
			page.current->next = b;
	}
	b->used = 0;
	page.current = b;
	return true;
}

static void *
take_small(size_t size)
{
	size_t class = (size + UNIT - 1) / UNIT, room;
	struct head *h = page.free[class];

	if (h != NULL) {
		page.free[class] = (struct head *)(void *)h->large;
		h->large = NULL;
		return h + 1;
	}
	room = sizeof(*h) + class * UNIT;
	if ((page.current == NULL ||
	    page.current->used + room > PAGE_MEMORY_BLOCK) && !next_block())
		return NULL;
	h = (struct head *)(void *)(page.current->bytes + page.current->used);
	page.current->used += room;
	h->size = class * UNIT;
	h->large = NULL;
	return h + 1;
}

/* With its place in the list of those that go with the page. */
static void *
take_large(size_t size)
{
	struct large *l;
	struct head *h;

	if (size > SIZE_MAX / 2)
		return NULL;
	l = malloc(sizeof(*l) + sizeof(*h) + size);
	if (l == NULL)
		return NULL;
	h = (struct head *)(void *)(l + 1);
	h->size = size;
	h->large = page.inside ? l : &outside;
	if (page.inside) {
		l->previous = NULL;
		l->next = page.larges;
		if (l->next != NULL)
			l->next->previous = l;
		page.larges = l;
	}
	return h + 1;
}

void
page_memory_when_exhausted(void (*call)(void))
{
	exhausted = call;
}

void *
page_memory_take(size_t size)
{
	void *piece = page.inside && size <= PAGE_MEMORY_SMALL ?
	    take_small(size) : take_large(size);

	if (piece == NULL && exhausted != NULL)
		exhausted();
	return piece;
}

void
page_memory_give(void *piece)
{
	struct head *h;
	struct large *l;

	if (piece == NULL)
		return;
	h = (struct head *)piece - 1;
	if (h->large == NULL) {
		h->large = (struct large *)(void *)page.free[h->size / UNIT];
		page.free[h->size / UNIT] = h;
		return;
	}
	l = (struct large *)(void *)h - 1;
	if (h->large != &outside) {
		if (l->next != NULL)
			l->next->previous = l->previous;
		if (l->previous != NULL)
			l->previous->next = l->next;
		else
			page.larges = l->next;
	}
	free(l);
}

void *
page_memory_resize(void *piece, size_t size)
{
	const struct head *h = (const struct head *)piece - 1;
	void *to;

	if (piece == NULL)
		return page_memory_take(size);
	if (h->large == NULL && size <= h->size)
		return piece;
	to = page_memory_take(size);
	if (to == NULL)
		return NULL;
	memcpy(to, piece, size < h->size ? size : h->size);
	page_memory_give(piece);
	return to;
}

char *
page_memory_string(const char *string)
{
	size_t length = strlen(string) + 1;
	char *to = page_memory_take(length);

	return to == NULL ? NULL : memcpy(to, string, length);
}
