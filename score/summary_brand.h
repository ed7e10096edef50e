/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a summary says of one brand: its parts, and what was found among its
 * reviews.  All pointers are into the summary's arena.
 */
#ifndef SAYSO_SUMMARY_BRAND_H
#define SAYSO_SUMMARY_BRAND_H

#include "quotes.h"
#include "statistics.h"
#include "summary_part.h"

enum {
	SUMMARY_QUOTES = 10,		/* five praise, five complain */
	SUMMARY_ITEMS = 1000,		/* with most reviews */
	SUMMARY_CLUSTERS = 10,		/* of copies */
};

struct survival_time;

/* How fast reviews are answered, those without a reply counted
 * (survival.h). */
struct summary_answers {
	const char *source;		/* NULL: all */
	struct estimate half_hour, hour;	/* where minutes are known */
	struct estimate day, week;
	bool by_minute;			/* day and week: else by the day */
	int64_t median, median_low, median_high;	/* minutes; -1: not
							   reached */
	int64_t reviews;		/* that were watched */
	bool replies_seen;		/* in this source, of any brand */
	int64_t by_minute_reviews;	/* of them, whose minutes are known */
};

/* What the months of a year say of a direction. */
struct summary_trend {
	size_t months;			/* with dates, of the last twelve */
	const char *first, *last;
	struct estimate stars;		/* change per month */
	double stars_p;
	struct estimate negative;	/* change of the share per month */
	double negative_p;		/* Cochran and Armitage */
};

/* What became of reviews since they were first seen. */
struct summary_changes {
	int64_t edited;			/* other words or stars than before */
	int64_t up, down;		/* of them: more stars, fewer */
	/* Mean stars of the brand as it would be without the edits, and
	 * without what is not shown any more. */
	struct estimate unedited, unvanished;
	/* Change of the stars of edited reviews, with and without a reply,
	 * and the difference. */
	struct estimate replied, unreplied, effect;
	int64_t vanished;		/* and not returned */
	int64_t vanished_star[5];
	int64_t watched;		/* in rows that a run went over whole */
};

/* What the last summary did not know. */
struct summary_since {
	int64_t reviews, complaints;	/* new ones */
	int64_t edited, vanished, returned;
	struct estimate stars;		/* of the new; whole stars, as: */
	struct estimate then, now;	/* of all */
};

/* Reviews whose texts are nearly the same. */
struct summary_cluster {
	int64_t reviews, star[5];
	struct estimate stars;
	const char *first, *last;	/* months; NULL not known */
	struct summary_quote example;
	const char **id;		/* of all of them: `reviews` */
};
struct summary_copies_of {
	int64_t looked_at;		/* texts of twelve words or more */
	int64_t reviews;		/* of them, with a copy */
	int64_t star[5];		/* of these */
	struct estimate share;
	/* The brand's stars, to the nearest whole one, with all reviews and
	 * without these. */
	struct estimate with, without;
	struct summary_cluster *cluster;	/* the largest first */
	size_t cluster_count;
	const char **id;		/* of all: `reviews` */
};

/* The last days beside the weeks before them. */
struct summary_recent {
	int64_t reviews, complaints;	/* of seven days */
	double usual_reviews, usual_complaints;	/* per seven, of 28 before */
	struct estimate stars;		/* whole stars of the seven */
	/* Complaints a day, of seven and of 28, and the first over the
	 * second. */
	struct estimate rate, usual_rate, ratio;
	double ratio_p;
};

/* A level that moved slowly; in complaints a day. */
struct summary_drift {
	bool known;
	double mean, usual, low, high;
	bool above, below;
};

/* A word of a brand's reviews. */
struct summary_cloud {
	const char *word, *language;
	int64_t reviews;
	int64_t authors;		/* at least so many, of 16 */
	double weight;			/* mean, of sentiment */
};

/* Customers lost in a period, as the plan states it. */
struct summary_churn {
	const char *period;
	int64_t customers, lost;
	struct estimate share;
};

/* What the reviews of a brand say of an aspect, or of a stage. */
struct summary_aspect {
	const char *name;
	int64_t mentions;		/* reviews; the rest says nothing */
	int64_t positive, neutral, negative;
	struct estimate positive_share;	/* of the three */
};

/* A brand against another in what reviews of either say. */
struct summary_versus {
	const char *other;
	const char *aspect;		/* NULL: all, also without an aspect */
	int64_t preferred, against;	/* statements */
	struct estimate share;		/* preferred of both */
};

struct summary_brand {
	const char *name;
	bool own;
	struct summary_part total;
	struct summary_part *source, *language, *month;
	size_t source_count, language_count, month_count;
	struct summary_quote quote[SUMMARY_QUOTES];
	size_t quote_count;
	struct summary_aspect *aspect, *stage;	/* by name; by the way */
	struct summary_versus *versus;	/* by other, then by aspect */
	size_t aspect_count, stage_count, versus_count;
	struct summary_part *item;	/* with most reviews, by name */
	size_t item_count;		/* at most SUMMARY_ITEMS */
	size_t items_left;		/* that are left out */
	struct summary_list open;	/* complaints without a reply */
	struct summary_list against;	/* stars against words */
	struct summary_list spoken;	/* quotes by aspect */
	/* Of reviews with stars and a class: stars and text of opposite
	 * sign. */
	struct estimate against_share;
	double agreement;		/* quadratic-weighted kappa; NaN */
	struct summary_answers *answers;	/* all, then by source */
	size_t answers_count;
	struct survival_time *waits;	/* of all, by the day, ascending */
	size_t waits_count;
	struct summary_trend trend;
	struct summary_changes changes;
	struct summary_since since;	/* where summary.since is known */
	struct summary_recent recent;
	struct summary_copies_of copies;
	struct summary_drift drift;
	struct summary_churn *churn;
	size_t churn_count;
	struct summary_cloud *cloud;	/* the most frequent words */
	size_t cloud_count;
	double shrunken;		/* mean stars for ranking; NaN none */
	int rank;			/* from 1; 0 none */
	/* Rows of text class by stars: neg neu pos by 1..5. */
	int64_t class_by_star[3][5];
};

#endif
