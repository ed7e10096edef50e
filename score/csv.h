/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * CSV as RFC 4180 has it: CRLF, cells quoted where needed, quotes doubled.
 * Spreadsheets run a cell that begins like a formula, so a cell that begins
 * (behind blanks and what cannot be seen) with = + - @ TAB or CR, or with a
 * full-width form of these, gets an apostrophe in front, unless it is a plain
 * number.  A byte order mark, where the plan wants one, is written before the
 * first row.
 */
#ifndef SAYSO_CSV_H
#define SAYSO_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"

enum {
	CSV_CELL_MAX = 32000,	/* bytes, then it is cut with an ellipsis:
				   spreadsheets hold 32,767 letters */
};

struct csv {
	struct buffer *to;
	bool begun;		/* the row has a cell */
};

/* NULL is an absent value: an empty cell. */
void csv_add(struct csv *t, const char *cell);
void csv_add_integer(struct csv *t, bool known, int64_t value);
/* Six significant digits. */
void csv_add_double(struct csv *t, bool known, double value);
/* A row of strings; the list ends with NULL. */
void csv_add_row(struct csv *t, const char *const *cell);
void csv_end_row(struct csv *t);

#endif
