/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Logistic regression with L2 regularisation (liblinear's L2R_LR by a trust
 * region; Fan et al. 2008): weights that tell label 1 from label 0 by a
 * weighted sum of features, without an intercept.  The only door to
 * liblinear.  No random number: the same rows in the same order give the same
 * weights on one machine.
 */
#ifndef SAYSO_LOGISTIC_H
#define SAYSO_LOGISTIC_H

#include <stddef.h>

enum {
	LOGISTIC_CELLS_MAX = 1 << 28,	/* of all rows */
	LOGISTIC_ROWS_MAX = 1 << 24,	/* copies counted */
};

struct logistic;

struct logistic *logistic_create(size_t features);	/* NULL: no memory */
void logistic_free(struct logistic *l);

/* Adds to the row in the making; features 0 .. features - 1 in rising order.
 * -1: no room. */
int logistic_add(struct logistic *l, size_t feature, double value);
/* Ends the row; it counts `copies` times. */
int logistic_end_row(struct logistic *l, int label, unsigned copies);

/* Minimises |w|^2 / 2 + cost * sum log(1 + exp(-y w x)); fills `weight`, one
 * for each feature.  -1: no memory, or rows of one label only. */
int logistic_fit(const struct logistic *l, double cost, double *weight);

#endif
