/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which ids stand in more than one line.  Most stand in one, and of these
 * nothing more need be known than that they were seen: four bits of a word
 * (a blocked Bloom filter; Putze, Sanders, Singler 2009), and the same bits
 * of a second word where they were there already.  An id whose bits others
 * have set counts as standing twice, which only makes it be looked at
 * closely (winners.h): one in 2,000 at ten million ids, and however many come
 * the memory is what it was.
 */
#ifndef SAYSO_TWICE_H
#define SAYSO_TWICE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "text.h"

enum {
	TWICE_LEAST = 16 << 10,		/* bytes of memory */
	TWICE_MOST = 64 << 20,
	TWICE_SHARE = 32,		/* bytes of lines for one of memory */
};

struct twice;

/* For about so many bytes of lines.  NULL: no memory. */
struct twice *twice_create(uint64_t bytes);
void twice_free(struct twice *t);
void twice_see(struct twice *t, struct text id);
/* Whether the id may have been seen more than once; where it was, it is said;
 * an absent one never is. */
bool twice_is(const struct twice *t, struct text id);
bool twice_any(const struct twice *t);

/* The id of a line, without reading all of it where it stands first, as in
 * the lines that parse writes; then the line may be no JSON at all.  Absent
 * where there is none. */
struct text twice_id_of(struct text line, struct arena *a);
/* The same of a line that is read whole; absent where it is not well made. */
struct text twice_exact_id_of(struct text line, struct arena *a);

#endif
