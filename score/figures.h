/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the figures of a summary are called, and how they are written for
 * people: one place for the tables, the database, Markdown and the report, so
 * that a figure has the same name and the same digits everywhere.
 *
 * Rules kept here: below SUMMARY_FEW only counts, below SUMMARY_SOME the note
 * "few reviews", a figure that has no answer is absent and not zero.
 */
#ifndef SAYSO_FIGURES_H
#define SAYSO_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "summary.h"
#include "translation.h"

enum figure_unit {
	FIGURE_STARS,		/* 1..5; differences in stars */
	FIGURE_SHARE,		/* 0..1, shown as per cent */
	FIGURE_NET,		/* -1..1, shown as points -100..100 */
	FIGURE_NUMBER,		/* anything else: three digits that count */
	FIGURE_CHANCE,		/* 0..1, a p or q: 0.031, at most 0.001 */
};

/* The counts of a part, in the order of the columns. */
enum {
	FIGURE_COUNTS = 18,
	FIGURE_ESTIMATES = 11,
	FIGURE_DIFFERENCES = 4,
};
extern const char *const figure_counts[FIGURE_COUNTS];
/* False where the part does not say (no stars at all, nothing scored). */
bool figure_count(const struct summary_part *p, size_t count, int64_t *value);

struct figure {
	const char *name;		/* of the column: "mean_stars" */
	const char *title;		/* for people: "Mean stars" */
	enum figure_unit unit;
};
enum figure_name {
	FIGURE_MEAN_STARS, FIGURE_POSITIVE, FIGURE_NEUTRAL, FIGURE_NEGATIVE,
	FIGURE_NET_SENTIMENT, FIGURE_VOICE, FIGURE_NPS, FIGURE_NET_RATIO,
	FIGURE_INDEX, FIGURE_SATISFACTION, FIGURE_RESPONSE,
};
extern const struct figure figure_estimates[FIGURE_ESTIMATES];
const struct estimate *figure_estimate(const struct summary_part *p,
	size_t figure);

/* The measures of a comparison: names are those of figure_estimates. */
extern const enum figure_name figure_differences[FIGURE_DIFFERENCES];
const struct summary_difference *figure_difference(
	const struct summary_comparison *k, size_t difference);

/* May value and interval be shown? */
bool figure_has_value(const struct estimate *e);
bool figure_has_range(const struct estimate *e);
/* Up to two digits that count: 733 -> 740. */
int64_t figure_rounded(int64_t n);
/* "too few to estimate", "few reviews", or NULL. */
const char *figure_note(int64_t n);
/* The formula by its full name: "wilson" -> "Wilson score interval". */
const char *figure_formula(const char *method);
/* A language's English name; the code itself where it has none here. */
const char *figure_language(const char *code);
const struct summary_brand *figure_own(const struct summary *s); /* or NULL */
/* The first is always shown; a brand without a name has one here. */
const char *figure_brand_name(const char *name);

/* For machines: six significant digits (contract C3), never -0. */
int figure_add_number(struct buffer *to, double value);
/* For people, as their language writes numbers (NULL is English): 12,345 */
int figure_add_count(struct buffer *to, const struct translation *t,
	int64_t n);
/* 4.12, 62.4 %, +34.1 */
int figure_add_value(struct buffer *to, const struct translation *t,
	enum figure_unit unit, double value);
/* 3.80 to 4.31, 57.0 to 67.5 %, -3.0 to +41.0 */
int figure_add_range(struct buffer *to, const struct translation *t,
	enum figure_unit unit, const struct estimate *e);
/* Of a difference: +0.52 stars, +5.1 points; always with a sign. */
int figure_add_difference(struct buffer *to, const struct translation *t,
	enum figure_unit unit, double value);
int figure_add_difference_range(struct buffer *to,
	const struct translation *t, enum figure_unit unit,
	const struct estimate *e);

#endif
