/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What tallies say of themselves (contract C7): how many records made them,
 * with which lexicon, plan and schema, and of which stream they are.  Tallies
 * that cannot be summed - of two lexicons, of two streams - are refused here.
 *
 *	_m|in  _m|bad  _m|out  _m|chk
 *	_m|lex|SHA-256  _m|names|HASH  _m|schema|1  _m|stream|ID
 *	t|day of a fetch
 */
#ifndef SAYSO_SUMMARY_META_H
#define SAYSO_SUMMARY_META_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

struct making;
struct plan;

/* Takes a row by its split key: 1; 0 where it is none of these, -1 with a
 * complaint. */
int summary_meta_row(struct making *m, const struct text *field,
	size_t fields, int64_t n);
/* When all rows are read: refuses what has no schema, though it has rows, or
 * is of a stream in part; names the stream as the plan does.  0, or -1 with
 * a complaint. */
int summary_meta_end(struct making *m, const struct plan *plan, size_t rows);

#endif
