/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The own brand against each competitor: crude, with the same mix of sources,
 * by aspect and stage; all judged together (Benjamini and Hochberg).  Needs
 * the sums of the parts.
 */
#ifndef SAYSO_SUMMARY_COMPARE_H
#define SAYSO_SUMMARY_COMPARE_H

#include "summary.h"

/* 0, or -1 with a complaint. */
int summary_compare(struct summary *s, struct complaint *c);

/* ---- summary_mix.c ---- */

/* Which of the four a measure is. */
enum summary_measure {
	SUMMARY_MEAN_STARS, SUMMARY_POSITIVE, SUMMARY_NEGATIVE, SUMMARY_NET,
};

/* The four standardised differences; p only, no verdict.  0 or -1 (no
 * memory). */
int summary_mix(struct summary *s, const struct summary_brand *own,
	struct summary_comparison *k);
/* A part's value, the variance of one review, and its n. */
int64_t summary_moments(const struct summary_part *p,
	enum summary_measure measure, double *value, double *variance);

#endif
