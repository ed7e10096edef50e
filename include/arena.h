/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory of one lifetime (a program, a record): taken piece by piece, given
 * back all at once.  arena_clear() keeps the blocks for the next record.
 * Pieces are aligned for any type.  NULL on lack of memory or past the
 * ceiling.
 */
#ifndef SAYSO_ARENA_H
#define SAYSO_ARENA_H

#include <stddef.h>

#include "text.h"

struct arena_block;

struct arena {
	struct arena_block *first, *current;
	size_t used, ceiling;
};

void arena_init(struct arena *a, size_t ceiling);
void arena_release(struct arena *a);
void arena_clear(struct arena *a);

void *arena_take(struct arena *a, size_t size);		/* zeroed */
char *arena_copy(struct arena *a, const char *bytes, size_t length); /* + NUL */
char *arena_string(struct arena *a, const char *string);
/* One text, a sign and the other text; + NUL. */
char *arena_join(struct arena *a, struct text first, char between,
	struct text last);

#endif
