/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which ids stand in more than one line.  Most stand in one, and of these
 * nothing more need be known: eight bytes each instead of a whole version
 * (winners.h).  Ids are told by 63 bits; two that are not equal but share
 * them count as standing twice, which only makes them be looked at closely.
 */
#ifndef SAYSO_TWICE_H
#define SAYSO_TWICE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "text.h"

struct twice;

struct twice *twice_create(void);	/* NULL: no memory */
void twice_free(struct twice *t);
/* 0, or -1 without memory. */
int twice_see(struct twice *t, struct text id);
/* Whether the id was seen more than once; an absent one never is. */
bool twice_is(const struct twice *t, struct text id);
size_t twice_count(const struct twice *t);	/* ids seen more than once */

/* The id of a line, without reading all of it where it stands first, as in
 * the lines that parse writes; then the line may be no JSON at all.  Absent
 * where there is none. */
struct text twice_id_of(struct text line, struct arena *a);
/* The same of a line that is read whole; absent where it is not well made. */
struct text twice_exact_id_of(struct text line, struct arena *a);

#endif
