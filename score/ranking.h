/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Brands in order of their stars, each mean drawn towards that of all as far
 * as its few reviews oblige: (n mean + m C) / (n + m), with m = the variance
 * within brands over that between them, by one-way moments (empirical Bayes),
 * instead of a constant chosen by taste.
 */
#ifndef SAYSO_RANKING_H
#define SAYSO_RANKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	RANKING_FIXED = 10,	/* m where nothing better can be had */
	RANKING_BRANDS = 3,	/* fewer do not show how brands differ */
};

struct ranking_brand {
	int64_t n, sum, squares;	/* units of 1/scale stars */
	double shrunken;		/* filled in; NaN where n = 0 */
};

struct ranking {
	double within, between;		/* variances */
	double weight;			/* m, in reviews */
	double mean;			/* C, of all reviews; NaN none */
	bool estimated;			/* false: m is RANKING_FIXED */
};

void ranking_make(struct ranking *r, struct ranking_brand *brand,
	size_t count, int64_t scale);
/* (n mean + m C) / (n + m) */
double ranking_shrink(double n, double mean, double m, double all);

#endif
