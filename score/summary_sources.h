/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What runs say of their sources: stated against collected, and the worst
 * state of a source's rows.
 *
 *	run|brand|source|kind|row|status|stop
 *	st|brand|source|row
 */
#ifndef SAYSO_SUMMARY_SOURCES_H
#define SAYSO_SUMMARY_SOURCES_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

struct making;

/* Counts a row by its split key: 1; 0 where it is none of these, -1 (no
 * memory). */
int summary_sources_row(struct making *m, const struct text *field,
	size_t fields, int64_t value);

#endif
