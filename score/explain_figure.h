/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a figure of summary.json (figure_path.h) was made of: reviews, by terms
 * on the rows that they make (explain_terms.h), or runs of fetch, the plan,
 * other figures.
 */
#ifndef SAYSO_EXPLAIN_FIGURE_H
#define SAYSO_EXPLAIN_FIGURE_H

#include "explain_ids.h"
#include "explain_terms.h"
#include "figure_path.h"
#include "review.h"

enum explain_of {
	EXPLAIN_REVIEWS,
	EXPLAIN_RUNS,			/* of `brand` and `source` */
	EXPLAIN_WORDS,			/* see `words`: no reviews */
};

/* Which changes a figure asks for. */
enum explain_changes {
	CHANGES_NONE, CHANGES_GONE, CHANGES_EDITED_SINCE,
	CHANGES_GONE_SINCE, CHANGES_RETURNED_SINCE,
};

struct explain_figure {
	enum explain_of of;
	struct explain_terms terms;
	const char *words;
	struct text brand, source;	/* of runs; absent: any */
	struct explain_ids ids;
	enum explain_changes changes;	/* fill `ids` */
	char since[24];			/* 20261118T090000Z */
	bool needs_rows;		/* `ids` are rows that were watched */
	bool needs_copies;		/* `ids` are texts that were compared */
};

/* Borrows from the path.  -1: nothing is known of such a figure. */
int explain_figure_make(struct explain_figure *f,
	const struct figure_path *p);
/* A line of changes/; 0, or -1 without memory. */
int explain_figure_change(struct explain_figure *f,
	const struct review_change *k);
void explain_figure_free(struct explain_figure *f);

/* ---- explain_part.c: `list` is what stands at step `at` - 1 ---- */
int explain_figure_part(struct explain_figure *f,
	const struct figure_path *p, struct text brand, const char *list,
	size_t at);
int explain_figure_aspect(struct explain_figure *f,
	const struct figure_path *p, struct text brand, const char *list);
int explain_figure_versus(struct explain_figure *f,
	const struct figure_path *p, struct text brand);
/* The field of rows of this kind that tells the slices of a list; 0: none. */
size_t explain_slice_field(const char *list, const char *kind);
/* What the source, or all of a brand's, states of itself. */
int explain_stated(struct explain_figure *f, struct text brand,
	struct text source);

/* ---- explain_changes.c ---- */
int explain_figure_changes(struct explain_figure *f,
	const struct figure_path *p, struct text brand);
int explain_figure_since(struct explain_figure *f,
	const struct figure_path *p, struct text brand);

/* ---- explain_compare.c ---- */
int explain_figure_comparison(struct explain_figure *f,
	const struct figure_path *p, struct text own);
int explain_figure_alert(struct explain_figure *f,
	const struct figure_path *p);

/* ---- what both use ---- */
struct text explain_text(const struct json *object, const char *name);
/* Rows c with this test, of all that may be counted. */
struct explain_term *explain_rated(struct explain_figure *f,
	struct text brand);
/* The day of a date that is `days` before it, as text. */
void explain_day(struct text date, int days, char to[24]);

#endif
