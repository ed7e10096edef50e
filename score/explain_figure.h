/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which reviews a figure was made of.  A figure is named BRAND/WHAT or
 * BRAND/WHAT/VALUE:
 *
 *	Own/reviews		Own/positive	Own/neutral	Own/negative
 *	Own/unscored		Own/textless	Own/replied	Own/unanswered
 *	Own/stars		Own/stars/1	Own/source/Shop
 *	Own/language/hr		Own/month/2026-09	Own/item/NAME
 *	Own/aspect/price	Own/aspect/price/neg
 *	Own/stage/buy		Own/stage/buy/pos
 *
 * BRAND may be empty: all brands.  A '/' in a brand's name is written as it
 * is, where the rest can still be told.
 */
#ifndef SAYSO_EXPLAIN_FIGURE_H
#define SAYSO_EXPLAIN_FIGURE_H

#include <stdbool.h>

#include "complaint.h"
#include "review.h"
#include "sentiment.h"

struct explain_figure {
	struct text brand, value, label;
	int what;		/* private */
};

/* Borrows from `name`.  -1: no such figure; the complaint lists them. */
int explain_figure_read(struct explain_figure *f, const char *name,
	struct complaint *c);
bool explain_figure_has(const struct explain_figure *f,
	const struct review *r, const struct sentiment *s);

#endif
