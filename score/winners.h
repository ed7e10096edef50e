/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Among lines of equal id the one with the greatest version wins (review.h):
 * a maximum over a total order, so retries, overlaps and the order of files
 * do not matter (contract C5).  Every line is offered once with its place;
 * when that is decided each place can be asked whether its line won, and what
 * the earliest version was where a review has changed.
 *
 * What is offered is sorted by id (spill.h), so that memory does not grow
 * with it: the lines held, two bits for each place, and 16 bytes for each
 * review that has changed.
 */
#ifndef SAYSO_WINNERS_H
#define SAYSO_WINNERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "review.h"

enum { WINNERS_HELD = 1 << 19 };	/* lines in memory, 88 bytes each */

struct winners;

/* More lines than `held` wait in an unnamed file in `folder`, borrowed; NULL:
 * where the system has such files.  NULL: no memory. */
struct winners *winners_create(const char *folder, size_t held);
void winners_free(struct winners *w);

/* A place is the number of a line, which the next pass over the same lines
 * gives again (reviews_place()).  0, or -1 with a complaint. */
int winners_offer(struct winners *w, struct text line, struct text id,
	uint64_t place, struct complaint *c);
/* Once, after the last offer; 0, or -1 with a complaint. */
int winners_decide(struct winners *w, struct complaint *c);

/* A line that was not offered, or has no id, always wins. */
bool winners_is(const struct winners *w, uint64_t place);
/* Whether winners_write() has anything to add. */
bool winners_has_history(const struct winners *w, uint64_t place);
/* Adds the line to an empty buffer; where its review has changed, with a last
 * member
 *	"before":{"stars":20000,"replied":false}
 * of the earliest version: stars in ten-thousandths, left out where it had
 * none; where another run saw it first, with the name of that run,
 *	"firstRun":"20261118T090000Z"
 * Two bytes a line for that, if there are such.  0, or -1 without memory. */
int winners_write(const struct winners *w, struct text line, uint64_t place,
	struct buffer *to);

#endif
