/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Sets in which the opinion on a part of a text is asked: a TSV with the
 * header `id from to term label text`; from and to are characters of the text,
 * the end not included.  A place of which nothing is said counts as neu, since
 * such sets call that neutral.
 */
#ifndef SAYSO_EVAL_ASPECT_H
#define SAYSO_EVAL_ASPECT_H

#include <stdbool.h>

#include "agreement.h"
#include "sentiment.h"

/* Whether the first line of a set says that it is one of these. */
bool eval_aspect_is_set(struct text header);
/* What a row says and what is found, of which only label, score and hits are
 * set (hits: 1 where something is said of the place, 0 where it counts as neu);
 * false where it is no row. */
bool eval_aspect_row(struct scorer *at, const char *language, struct text line,
	enum sentiment_label *said, struct sentiment *found);

#endif
