/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pages that a run has seen, as pairs of a cursor and a body's digest: a
 * set of hashes that grows by doubling.  All zero is an empty set.
 */
#ifndef SAYSO_SEEN_H
#define SAYSO_SEEN_H

#include <stddef.h>
#include <stdint.h>

struct seen {
	uint64_t *value;		/* 0 is an empty slot */
	size_t count, size;
};

/* 1 seen before, 0 new and now noted, -1 no memory. */
int seen_add(struct seen *s, const char *cursor, const char *digest);
void seen_release(struct seen *s);

#endif
