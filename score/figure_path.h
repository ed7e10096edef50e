/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names of figures: the way to a member of summary.json, joined by '/', where
 * a brand stands for itself and an element of a list is named by what tells
 * it apart:
 *
 *	Own/meanStars			Own/total/meanStars
 *	Own/sources/Shop/negative	Own/months/2026-09/complaints
 *	Own/stars/1			Own/aspects/price/positiveShare
 *	Own/headToHead/Rival/price/preferred
 *	Own/words/good/en/reviews	Own/words/en/good/reviews
 *	Own/answering/all/within7Days
 *	Own/nearCopies/clusters/1/reviews
 *	comparisons/Rival/sameMix/meanStars
 *	alerts/Rival/Shop/complaints/2026-10-13/count
 *	sources/Rival/Shop/stated	ranking/mean
 *
 * Columns' names are members' too: mean_stars, within_1_hour, stars_1.  Short
 * names: source, language, month, item, aspect, stage, word for the lists
 * of that; pos, neu, neg; a name that ends at an element is of its reviews.  A
 * '/' in a name is written as it is, or %2F (and '%' %25): the longest name
 * that fits counts.  What stands behind a brand and is no figure of the summary
 * may still say which reviews are meant (selection.h), by the same words.
 */
#ifndef SAYSO_FIGURE_PATH_H
#define SAYSO_FIGURE_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "complaint.h"
#include "json.h"
#include "text.h"

enum {
	FIGURE_PATH_MAX = 12,
	FIGURE_LABEL_MAX = 4096,	/* bytes of an element's name */
};

struct figure_step {
	const char *name;		/* of a member; NULL: an element */
	const struct json *value;
};

struct figure_path {
	const struct json *root, *brand;	/* NULL: of no brand */
	bool all_brands;			/* the name began with '/' */
	struct figure_step step[FIGURE_PATH_MAX];	/* behind the brand */
	size_t count;
};

/* Borrows from both.  False: there is no such figure. */
bool figure_path_find(struct figure_path *p, const struct json *summary,
	const char *name);
/* The same of one brand, behind its name. */
bool figure_path_of(struct figure_path *p, const struct json *summary,
	const struct json *brand, const char *name);
/* Whether a name ends as figures of summaries do, if not of this one. */
bool figure_path_is_name(const char *figure);
/* The last step's value, and the value at a step (NULL: not so long). */
const struct json *figure_path_value(const struct figure_path *p);
const char *figure_path_name(const struct figure_path *p, size_t step);
const struct json *figure_path_at(const struct figure_path *p, size_t step);

/* The name of an element of a list, "" where it has none and goes by its
 * place from 1 on; returns the length. */
size_t figure_path_label(const struct json *element, const char *list,
	char to[FIGURE_LABEL_MAX]);

/* figure_near.c: the figure whose name takes the fewest changes to become this
 * one, where it takes few: then it is added, and true. */
bool figure_nearest(const struct json *summary, const char *name,
	bool (*is_figure)(const struct json *summary, const char *name),
	struct buffer *to);

#endif
