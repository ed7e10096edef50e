/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A slice of a brand's reviews with every figure that is printed of it: all
 * of them, those of a source, a language, a month, or of an item.
 */
#ifndef SAYSO_SUMMARY_PART_H
#define SAYSO_SUMMARY_PART_H

#include <stdbool.h>
#include <stdint.h>

#include "statistics.h"

struct summary_part {
	const char *label;		/* source, language, month; "" total */
	const char *kind;		/* of a source, else NULL */
	int64_t reviews;		/* distinct */
	int64_t rated;			/* with stars; surveys do not count */
	int64_t scored;			/* text with a class */
	int64_t unscored, textless;	/* reviews = scored + both */
	int64_t star[5];		/* histogram, nearest star */
	int64_t star_sum, star_squares;	/* 1/10000 stars */
	int64_t positive, neutral, negative;
	int64_t score_sum, score_squares; /* fixed point -10000..10000 */
	int64_t replied;		/* reviews with an owner reply */
	int64_t answerable;		/* not of surveys, in a source that
					   shows replies as far as is known */
	bool replies_seen;		/* of a source: some brand has one */
	int64_t public_reviews;		/* of a total: not of surveys, not
					   of own sites */
	int64_t complaints;		/* up to two stars, or a negative text
					   below four; not of surveys */
	int64_t promoters, passives, detractors;	/* of surveys, 0..10 */
	struct estimate mean_stars;
	struct estimate positive_share, neutral_share, negative_share;
	struct estimate net_sentiment;	/* share positive - share negative */
	struct estimate share_of_voice;	/* totals only */
	struct estimate nps;		/* survey sources and totals only */
	struct estimate net_ratio;	/* (P - N) / (P + N) */
	struct estimate sentiment_index;	/* P / (P + N) */
	struct estimate satisfaction;	/* of surveys: 4 and 5 of 1..5 */
	struct estimate response_rate;	/* replied, so far, of answerable */
	struct estimate complaint_rate;	/* a day; of months */
	int days;			/* of the month, up to as of */
	int64_t answers, satisfied;	/* of surveys from 1 to 5 */
	int64_t stated;			/* -1 not stated; of a total: only
					   where every source says */
};

#endif
