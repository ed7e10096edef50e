/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The own brand minus a competitor.  A difference has an interval and a
 * verdict; nobody is ahead while the interval holds zero.
 */
#ifndef SAYSO_SUMMARY_COMPARISON_H
#define SAYSO_SUMMARY_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "statistics.h"

enum { SUMMARY_MEASURES = 4 };		/* stars, positive, negative, net */

enum summary_verdict {
	SUMMARY_TOO_FEW,		/* below SUMMARY_COMPARE */
	SUMMARY_NO_CLEAR_DIFFERENCE,	/* the interval holds zero */
	SUMMARY_OWN_AHEAD, SUMMARY_COMPETITOR_AHEAD,
};

struct summary_difference {
	struct estimate estimate;	/* own minus competitor */
	enum summary_verdict verdict;
	int good;			/* 1: more is better, -1: less is */
	int64_t least;			/* n of the smaller side */
	int64_t own_n, other_n;
	double p;			/* NaN: no test */
	double q;			/* among all comparisons; NaN */
	int64_t needed;			/* reviews of each side; 0: no number */
	const char *name;		/* of an aspect or stage; NULL */
};

/* A difference with the same mix of sources on both sides. */
struct summary_standard {
	struct summary_difference difference;
	double own, other;
	double kept_own, kept_other;	/* share of reviews in the strata */
	const char **source;		/* that are in them */
	size_t source_count;
	/* Reviews that would say as much without weights (Kish). */
	double effective_own, effective_other;
	/* Of shares: odds of the own brand over the other's within strata,
	 * and their test (Mantel and Haenszel); NaN. */
	double odds_ratio, odds_p;
	size_t strata;			/* 0: nothing in common */
	bool turns;			/* the mix alone turns the sign */
};

/* A word that one side uses more. */
struct summary_word {
	const char *word, *language;
	int64_t own, other;		/* reviews */
	int64_t own_authors, other_authors;	/* at least so many, of 16 */
	double z, q;
	bool ours;			/* the own brand's */
};

struct summary_comparison {
	const struct summary_brand *competitor;
	struct summary_difference mean_stars, positive_share, negative_share,
	    net_sentiment;
	/* The same four in the same order, see SUMMARY_MEASURES. */
	struct summary_standard standard[SUMMARY_MEASURES];
	/* Probability that a review of the own brand has more stars than one
	 * of the other; 1/2 is none. */
	struct estimate superiority;
	double superiority_p;
	/* How much sooner the own brand answers: log-rank.  The difference is
	 * the logarithm, so that zero is none; the ratio is for people. */
	struct summary_difference reply_speed;
	struct estimate reply_ratio;
	struct summary_difference *aspect, *stage;	/* positive shares */
	size_t aspect_count, stage_count;
	struct summary_word *word;
	size_t word_count;
};

const char *summary_verdict_words(enum summary_verdict verdict);

#endif
