/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where lines of reviews/ stand, out of a sayso.db that was made of the same
 * files (trail.h).  It is, where
 *
 *	it is of this version of the tables;
 *	reviews/ and changes/ hold the same names with the same sizes;
 *	none of these files changed after sayso.db was begun, by the clock of
 *	the file system: sayso.db bears that time as its own, a file under a
 *	name is only ever replaced, and that sets its time of change, which
 *	nobody can set back.
 *
 * A workspace that was copied may have younger files than sayso.db: then it
 * is not, which costs time and nothing else.
 */
#ifndef SAYSO_TRAIL_READ_H
#define SAYSO_TRAIL_READ_H

#include <stdbool.h>

#include "database.h"
#include "trail.h"

struct trail_reader;

/* 1; 0 where there is no sayso.db; -1 where there is one that is not of these
 * files, and the complaint says why. */
int trail_open(struct trail_reader **to, const struct workspace *w,
	const struct workspace_list *reviews,
	const struct workspace_list *changes, struct complaint *why);
void trail_close(struct trail_reader *r);

/* Whether it was made with a file that said this (trail_digest()). */
bool trail_was_with(const struct trail_reader *r, const char *name,
	const char *digest);
/* The lexicon that it was scored with; "" not known. */
const char *trail_lexicon(const struct trail_reader *r);

/* All parts, then all lines in the order of reading; `each` returns 0 to go
 * on.  0, or -1 with a complaint. */
int trail_each_part(struct trail_reader *r, int (*each)(void *context,
	int64_t number, const struct text field[DATABASE_PART_FIELDS]),
	void *context, struct complaint *c);
/* The words are only told where they are wanted. */
int trail_each_line(struct trail_reader *r, bool words, int (*each)(void *context,
	const struct database_line *line), void *context,
	struct complaint *c);
/* The lines of an id's hash: where they stand, and no more. */
int trail_each_of(struct trail_reader *r, int64_t id, int (*each)(
	void *context, const struct database_line *line), void *context,
	struct complaint *c);

#endif
