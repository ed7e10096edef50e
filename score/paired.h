/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two lexicons over the same labelled texts: what the second one gains and
 * loses against the first.  Only texts said to be pos or neg count; neutral
 * and unscored are wrong.
 */
#ifndef SAYSO_PAIRED_H
#define SAYSO_PAIRED_H

#include <stddef.h>

#include "agreement.h"
#include "buffer.h"
#include "sentiment.h"

struct paired {
	struct agreement first, second;
	size_t gained, lost;	/* texts that only the second, or only the
				   first one has right */
};

void paired_init(struct paired *p);
void paired_release(struct paired *p);
void paired_add(struct paired *p, enum sentiment_label said,
	const struct sentiment *first, const struct sentiment *second);

/* McNemar's test (1947) of gained against lost: the two-sided chance of a
 * difference as large where both are equally likely.  Exact binomial up to
 * PAIRED_EXACT texts, beyond it chi-squared with Edwards's correction of one.
 * 1 where there is no text. */
enum { PAIRED_EXACT = 1000 };
double paired_chance(size_t gained, size_t lost);

int paired_write_head(struct buffer *to);
int paired_write_row(struct buffer *to, const char *name,
	const struct paired *p);

#endif
