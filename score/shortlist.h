/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the lines stand that a list of the tallies has taken (tally_top.h):
 * of these only are texts shown, so that the files need not be read once more
 * for a few hundred of them.  A list takes far more than it keeps, so each
 * place has a mark of its id, by which most are passed.
 */
#ifndef SAYSO_SHORTLIST_H
#define SAYSO_SHORTLIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "complaint.h"
#include "text.h"

/* Places, 16 bytes each.  Only hostile files need more: each line better than
 * all before it. */
enum { SHORTLIST_MAX = 2 << 20 };

struct shortlist_place {
	uint64_t offset;		/* of a line */
	uint32_t file, mark;
};

struct shortlist {
	struct shortlist_place *place;	/* in the order of reading */
	size_t count, room;
	bool full;			/* read all lines instead */
};

void shortlist_init(struct shortlist *l);
void shortlist_release(struct shortlist *l);
/* 0, or -1 without memory; past SHORTLIST_MAX the list is full. */
int shortlist_add(struct shortlist *l, uint32_t file, uint64_t offset,
	uint32_t mark);

/* Reads the lines whose mark is wanted, of the files `path` in `folder`, and
 * calls `each`; 0, or -1 where that or a file failed. */
int shortlist_read(const struct shortlist *l, char *const *path,
	const char *folder, bool (*wants)(void *context, uint32_t mark),
	int (*each)(void *context, struct text line), void *context,
	struct complaint *c);

#endif
