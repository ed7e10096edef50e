/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The parts of report.html; only report*.c include this.  One page, no
 * script, nothing from the network: the page forbids both to itself by its
 * Content-Security-Policy, which names the digest of its one style sheet.
 * Every string of the data goes through report_text().
 */
#ifndef SAYSO_REPORT_H
#define SAYSO_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "figures.h"
#include "summary.h"

/* report_style.css line by line, as the Makefile turns it into C; ends with
 * NULL. */
extern const char *const report_style[];

/* ---- report_text.c ---- */

/* Adds a string of the data: shown.h's plain line of at most `limit`
 * characters, escaped for text and for quoted attributes.  NULL adds
 * nothing. */
int report_text(struct buffer *to, const char *string, size_t limit);
/* The same at SHOWN_NAME, isolated from the direction around it. */
int report_name(struct buffer *to, const char *name);
/* A link of ours around words of ours; nothing but the words where the
 * address is not safe.  The host is shown, so that a reader knows. */
int report_link(struct buffer *to, const char *words, const char *url);
/* ` lang="ka"` where the tag is one. */
int report_language(struct buffer *to, const char *tag);
/* sha256-BASE64 of the style sheet, for the policy. */
int report_style_digest(struct buffer *to);

/* ---- report_cells.c: tables ---- */

/* Opens a table in a container of its own that scrolls and can be reached by
 * keyboard.  `id` is of letters and digits and unique on the page; `of` is
 * the number of the brand it is about (its section has the id b1, b2, ...),
 * 0 of none. */
void report_table_open(struct buffer *to, const char *id,
	const char *caption, size_t of);
void report_table_close(struct buffer *to);
/* A column's head; `small` (formula or what n counts) may be NULL. */
void report_head(struct buffer *to, const char *words, const char *small);
void report_head_number(struct buffer *to, const char *words);
void report_count_cell(struct buffer *to, int64_t n);
/* Value, interval, n, note and bar; the formula is its title. */
void report_estimate_cell(struct buffer *to, const struct estimate *e,
	enum figure_unit unit);
/* The same of a difference; `reach` is the end of the bars' scale, `least`
 * the smaller n of the two. */
void report_difference_cell(struct buffer *to,
	const struct summary_difference *d, enum figure_unit unit,
	double reach, int64_t own_n, int64_t other_n);

/* ---- report_bars.c: pictures, all of them beside the figures they draw */

/* An interval on its unit's whole scale. */
void report_interval_bar(struct buffer *to, const struct estimate *e,
	enum figure_unit unit);
/* An interval around a middle that is zero, -reach .. +reach; its colour is
 * the verdict's. */
void report_zero_bar(struct buffer *to, const struct summary_difference *d,
	double reach);
/* Shares of positive, neutral and negative texts as one bar. */
void report_split_bar(struct buffer *to, const struct summary_part *p);
/* A bar of `share` (0..1). */
void report_share_bar(struct buffer *to, double share);

/* ---- sections ---- */

void report_headlines(struct buffer *to, const struct summary *s);
void report_comparison(struct buffer *to, const struct summary *s);
void report_brand(struct buffer *to, const struct summary *s, size_t brand);
void report_quotes(struct buffer *to, const struct summary_brand *b,
	size_t brand);
void report_coverage(struct buffer *to, const struct summary *s);
void report_method(struct buffer *to, const struct summary *s);

#endif
