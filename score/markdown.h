/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of report.md; only markdown*.c include this. */
#ifndef SAYSO_MARKDOWN_H
#define SAYSO_MARKDOWN_H

#include "summary.h"
#include "template.h"

/* "| a | b |" and the line of dashes below; an entry that begins with ':' is
 * a column of numbers. */
void markdown_head(const struct writer *w, const char *const *column,
	size_t count);
/* Level 2; the line stays open. */
void markdown_title(const struct writer *w, const char *english);
/* A cell: value, interval, n, note. */
void markdown_figure(const struct writer *w, const struct estimate *e,
	enum figure_unit unit);
void markdown_quote(const struct writer *w, const struct summary_quote *q);

/* What may not be what it seems, and stars against words
 * (markdown_trust.c). */
void markdown_trust(const struct writer *w, const struct summary *s);

#endif
