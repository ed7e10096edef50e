/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * malloc() and its kin for a library that makes a tree of a page in a hundred
 * thousand pieces and gives them back one by one: between page_memory_enter()
 * and page_memory_leave() pieces come from large blocks, are used again by
 * their size, and all go at once.  Outside of that it is malloc() itself.
 *
 * Every piece knows where it came from, so one from outside may be given back
 * inside.  One from inside must not be used after page_memory_leave().  For
 * one thread.
 */
#ifndef SAYSO_PAGE_MEMORY_H
#define SAYSO_PAGE_MEMORY_H

#include <stddef.h>

enum {
	PAGE_MEMORY_BLOCK = 1 << 20,
	PAGE_MEMORY_SMALL = 1024,	/* a larger piece is malloc()'s */
	PAGE_MEMORY_KEPT = 8,		/* blocks that stay for the next page */
};

void page_memory_enter(void);
void page_memory_leave(void);

void *page_memory_take(size_t size);
void page_memory_give(void *piece);		/* NULL is allowed */
void *page_memory_resize(void *piece, size_t size);
char *page_memory_string(const char *string);

/* Called when there is no more: a library that goes on without what it asked
 * for would give half a page for a whole one. */
void page_memory_when_exhausted(void (*call)(void));

#endif
