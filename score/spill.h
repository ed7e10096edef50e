/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of one size in order, however many: as many as are held are sorted in
 * memory, more of them go as sorted runs to one unnamed file and are merged
 * when they are read.  Memory is that of the held rows (half as much again
 * while they are sorted) whatever comes.
 *
 *	file	|run 0, sorted|run 1, sorted|...|last run, sorted|
 *	                 ^next row of run 0   ^next row of run 1 ...
 */
#ifndef SAYSO_SPILL_H
#define SAYSO_SPILL_H

#include <stddef.h>
#include <stdint.h>

#include "complaint.h"

enum { SPILL_LEAST = 16 };	/* rows of a run that are read at once */

struct spill;

/* Rows of `size` bytes, `held` of them in memory; `compare` as for qsort(),
 * and of a total order where the result must not depend on the order of
 * adding.  The file is made in `folder` where there are more, in the system's
 * folder for such files where that is NULL; borrowed.  NULL: no memory. */
struct spill *spill_create(size_t size, size_t held, const char *folder,
	int (*compare)(const void *a, const void *b));
void spill_free(struct spill *s);

/* 0, or -1 with a complaint. */
int spill_add(struct spill *s, const void *row, struct complaint *c);
/* Once, after the last row; 0, or -1 with a complaint. */
int spill_sort(struct spill *s, struct complaint *c);
/* The rows one by one, the least first, valid until the next call: 1, 0 at
 * the end, -1 with a complaint. */
int spill_next(struct spill *s, const void **row, struct complaint *c);

#endif
