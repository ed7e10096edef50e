/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where reviews are counted: the tallies of the cube and of its sums go into
 * the parts of their brand - total, source, language, month - and those of
 * items into the brand's items.
 *
 *	c|brand|source|kind|language|day|stars|class|reply
 *	sx sx2 fx fx2|brand|source|kind|language|month
 *	nps csat|brand|source|language|month|value
 *	i|brand|item|stars|class|reply
 *	ix ix2|brand|item
 */
#ifndef SAYSO_SUMMARY_PARTS_H
#define SAYSO_SUMMARY_PARTS_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

struct making;
struct tally;

/* Notes the sources in which some brand has a reply; to be called before the
 * first row is counted.  0 or -1 (no memory). */
int summary_parts_note_replies(struct making *m, struct tally *tally);
/* Counts a row by its split key: 1; 0 where it is none of these, -1 (no
 * memory). */
int summary_parts_row(struct making *m, const struct text *field,
	size_t fields, int64_t n);
/* When all rows are counted: of each brand's items the SUMMARY_ITEMS with most
 * reviews stay.  0 or -1 (no memory). */
int summary_parts_cut(struct making *m);

#endif
