/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain sentences made from the figures: how the own brand stands against a
 * competitor.  A sentence names a winner only where the verdict does
 * (summary.h); where the interval of the difference holds zero it says "no
 * clear difference", below SUMMARY_COMPARE that there are too few reviews.
 */
#ifndef SAYSO_SENTENCE_H
#define SAYSO_SENTENCE_H

#include "summary.h"
#include "template.h"

enum { SENTENCES = 2 };		/* per competitor: stars, texts */

/* One sentence without a line end; `which` is 0 .. SENTENCES - 1. */
int sentence_add(const struct writer *w, const struct summary_brand *own,
	const struct summary_comparison *k, size_t which);
enum summary_verdict sentence_verdict(const struct summary_comparison *k,
	size_t which);

/* "1,234 reviews of 3 brands from 9 sources, fetched up to ..." */
int sentence_add_scope(const struct writer *w, const struct summary *s);

#endif
