/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The summary in memory, made from merged tallies (tally.h) and the plan, and
 * from nothing else, so that any engine may do the summing.  The writers -
 * summary_json.c, tables.c (CSV), report.c (HTML) - only read it.
 *
 *	summary
 *	  brands, in the plan's order
 *	    total, then one part per source, language, month
 *	    quotes
 *	  comparisons: the own brand minus each competitor
 *	  sources: stated against collected
 */
#ifndef SAYSO_SUMMARY_H
#define SAYSO_SUMMARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "complaint.h"
#include "plan.h"
#include "statistics.h"

enum {
	SUMMARY_QUOTES = 10,		/* per brand: five praise, five complain */
	SUMMARY_ITEMS = 1000,		/* of a brand, with most reviews */
	SUMMARY_FEW = 5,		/* n below: counts only, no estimate */
	SUMMARY_SOME = 30,		/* n below: marked "few reviews" */
	SUMMARY_COMPARE = 10,		/* n below: never compared */
	SUMMARY_STRATUM = 5,		/* n below: a source is joined to its
					   kind */
	SUMMARY_MEASURES = 4,		/* stars, positive, negative, net */
	SUMMARY_MARK_BITS = 16,		/* of a mark, for a filter of ids */
	SUMMARY_CLUSTERS = 10,		/* of copies, of a brand */
	SUMMARY_ALERTS = 20,		/* per series */
	SUMMARY_VERSION = 1,		/* of summary.json */
};

/* One slice of one brand's reviews with every figure that is printed of it. */
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
	int64_t answerable;		/* not of surveys, and in a source
					   that shows replies, as far as known */
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

/* A review that is shown, and why. */
struct summary_quote {
	const char *id, *language, *date, *source, *text;	/* NULL absent */
	const char *url, *file;		/* the way back */
	int64_t offset;
	const char *fetched, *rating, *best, *worst;
	const char *label;		/* "pos" | "neg"; NULL: of neither */
	int32_t strength;
	const char *aspect;		/* that it speaks of, or NULL */
	const char *words;		/* that decided, or NULL */
};

struct summary_list {
	struct summary_quote *item;
	size_t count;
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
	int64_t watched;		/* in rows of which a run went over all */
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

/* Out of the ordinary (alarm.h). */
struct summary_alert {
	const char *brand, *source;	/* source NULL: all */
	const char *what;		/* "complaints" | "reviews" */
	const char *first, *last;	/* days */
	int window;			/* days */
	const char *peak;		/* day: the last of that window */
	int64_t count;			/* in the window */
	double expected, p;
	double q;			/* among all series; NaN: over */
	bool now;			/* still on, on the last day */
	/* The brand's stars with all reviews, and without this time. */
	struct estimate with, without;
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

/* The same with the same mix of sources on both sides. */
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

struct summary_source {			/* one per brand and source */
	const char *brand, *source, *kind, *status, *stop;
	int64_t stated, collected;	/* stated -1: not stated */
	bool is_short;
};

struct translation;
struct summary {
	struct arena arena;		/* owns everything below */
	const char *as_of;		/* day of the newest fetch; NULL none */
	const char *lexicon;		/* SHA-256, hex */
	/* The newest run of the captures, and that of the summary before this
	 * one (since.h): 20261118T090000Z; NULL not known. */
	const char *until, *since;
	int64_t records, bad;		/* lines read; lines left out */
	struct summary_brand *brand;
	size_t brand_count;
	struct summary_comparison *comparison;
	size_t comparison_count;
	struct summary_source *source;
	size_t source_count;
	bool any_short;
	/* What the plan says of the reports; NULL is English.  The words are
	 * borrowed while they are written (translation.h). */
	const char *report_language;
	const struct translation *translation;
	struct summary_alert *alert;
	size_t alert_count;
	double rank_weight, rank_mean;	/* of the shrunken means */
	bool rank_estimated;		/* false: a fixed weight */
	struct summary_quote **wanted;	/* by id; made by the first look */
	size_t wanted_count;
	uint64_t wanted_mark[1 << (SUMMARY_MARK_BITS - 6)];	/* bits: perhaps */
	int64_t comparisons_made;	/* that q is reckoned over */
	bool csv_bom;			/* a byte order mark in the CSV */
	const char *stream;		/* name of the stream that it is of;
					   NULL: everything */
	const char *stream_id;		/* as the plan has it */
};

const char *summary_verdict_words(enum summary_verdict verdict);

/* Fills the summary from merged tallies.  `plan` may be NULL: then no brand
 * is the own one and nothing is compared.  Brands that the plan does not know
 * come last, by name.  `as_of` overrides the day of the newest fetch (NULL:
 * it does not).  Quotes have ids only until summary_quote_line() has seen
 * their reviews. */
struct tally;
struct since;
int summary_make(struct summary *s, struct tally *tally,
	const struct plan *plan, const char *as_of, struct complaint *c);
/* The same where there was a summary before (NULL: none is known). */
int summary_make_since(struct summary *s, struct tally *tally,
	const struct plan *plan, const char *as_of, const struct since *since,
	struct complaint *c);
void summary_release(struct summary *s);

/* Looks at one review line; if its id is that of a chosen quote, the quote's
 * text and way back are filled in.  Where a line was edited, call it with the
 * winning line only. */
int summary_quote_line(struct summary *s, struct text line,
	struct complaint *c);
/* Whether a line of this id is worth reading for it. */
bool summary_quote_is_wanted(struct summary *s, struct text id);
/* By a mark of the id, without looking at all of it: false is sure. */
uint32_t summary_quote_mark(struct text id);
bool summary_quote_may_want(struct summary *s, uint32_t mark);

/* The writers; each adds the whole file. */
struct buffer;
int summary_write_json(struct buffer *to, const struct summary *s);
int summary_write_html(struct buffer *to, const struct summary *s);
int summary_write_markdown(struct buffer *to, const struct summary *s);
/* Atom feeds by name: "alerts", "unanswered"; the list ends with NULL. */
extern const char *const summary_feeds[];
int summary_write_feed(struct buffer *to, const struct summary *s,
	const char *feed);
int summary_write_metrics(struct buffer *to, const struct summary *s);

/* CSV tables by name: "brands", "sources", "languages", "months",
 * "comparisons", "quotes", "items", and those of details.h; the list ends
 * with NULL. */
extern const char *const summary_tables[];
int summary_write_csv(struct buffer *to, const struct summary *s,
	const char *table);

#endif
