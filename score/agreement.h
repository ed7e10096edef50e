/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How well scores agree with what people said: the figures of `score eval`.
 * The only floating point near the engine; nothing of it reaches a score.
 */
#ifndef SAYSO_AGREEMENT_H
#define SAYSO_AGREEMENT_H

#include <stddef.h>
#include <stdint.h>

#include "sentiment.h"

/* Counts of said label against found label; said is never UNSCORED. */
struct agreement {
	size_t texts, scored;
	size_t cell[SENTIMENT_POS + 1][SENTIMENT_POS + 1]; /* [said][found] */
	struct rated *rated;
	size_t rated_count, rated_capacity;
};

/* A text with a rating on the scale of its set. */
struct rated {
	double rating;
	double score;		/* 0 where unscored */
	int stars;		/* 3 where unscored */
};

void agreement_init(struct agreement *a);
void agreement_release(struct agreement *a);

/* `said` may be UNSCORED where the set has no label for the text. */
void agreement_add(struct agreement *a, enum sentiment_label said,
	const struct sentiment *found);
int agreement_add_rating(struct agreement *a, double rating,
	const struct sentiment *found);		/* -1: no memory */

/* Of the texts said to be pos or neg, the share found so; neutral and
 * unscored are wrong.  -1 where there are none (so for all below). */
double agreement_accuracy(const struct agreement *a);
/* The same of all labelled texts, with neutral as a class of its own. */
double agreement_accuracy_3(const struct agreement *a);
/* The mean of the F1 of `classes` classes: 2 (pos, neg; only texts said to be
 * one of them) or 3.  Unscored is wrong in both. */
double agreement_f1(const struct agreement *a, int classes);

/* Correlations of score and rating; below -1 where there is none. */
double agreement_pearson(const struct agreement *a);
double agreement_spearman(const struct agreement *a);
/* The mean error in stars; -1 where the ratings are no scale of stars.  A
 * scale of 0 or 1 to 10, or of 0 to 100, is brought to five stars. */
double agreement_stars_error(const struct agreement *a);

#endif
