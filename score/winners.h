/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Among lines of equal id the one with the greatest version wins (review.h):
 * a maximum over a total order, so retries, overlaps and the order of files
 * do not matter (contract C5).  Every line is offered once with its place;
 * afterwards each place can be asked whether its line won, and what the
 * earliest version was where a review has changed.  About 150 bytes a line;
 * lines are told apart by id and kind of line.
 */
#ifndef SAYSO_WINNERS_H
#define SAYSO_WINNERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "review.h"

struct winners;

struct winners *winners_create(void);
void winners_free(struct winners *w);

/* 0, or -1 without memory.  A line without an id always wins. */
int winners_offer(struct winners *w, struct text line, struct text id,
	uint32_t file, uint64_t offset);
bool winners_is(const struct winners *w, struct text id, uint32_t file,
	uint64_t offset);
/* Adds the line to an empty buffer; where it is a review whose earliest
 * version says something else, with a last member
 *	"before":{"stars":20000,"replied":false}
 * of that version: stars in ten-thousandths, left out where it had none.  0,
 * or -1 without memory. */
struct buffer;
int winners_write(const struct winners *w, struct text line, struct text id,
	struct buffer *to);
size_t winners_count(const struct winners *w);

#endif
