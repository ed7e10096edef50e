/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain sentences made from the figures: how the own brand stands against a
 * competitor.  A sentence names a winner only where the verdict does
 * (summary.h); where the interval of the difference holds zero it says "no
 * clear difference", below SUMMARY_COMPARE that there are too few reviews.
 *
 * What is not a string of the data is harmless in HTML and in Markdown.
 */
#ifndef SAYSO_SENTENCE_H
#define SAYSO_SENTENCE_H

#include "buffer.h"
#include "summary.h"

enum { SENTENCES = 2 };		/* per competitor: stars, texts */

struct sentence_words {
	/* Writes a string of the data, escaped for where it goes. */
	int (*name)(struct buffer *to, const char *name);
	const char *open, *close;	/* around what matters most */
};

/* One sentence without a line end; `which` is 0 .. SENTENCES - 1. */
int sentence_add(struct buffer *to, const struct summary_brand *own,
	const struct summary_comparison *k, size_t which,
	const struct sentence_words *words);
enum summary_verdict sentence_verdict(const struct summary_comparison *k,
	size_t which);

/* "1,234 reviews of 3 brands from 9 sources, fetched up to 2026-11-20." */
int sentence_add_scope(struct buffer *to, const struct summary *s,
	int (*name)(struct buffer *to, const char *name));

#endif
