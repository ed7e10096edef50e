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
	SUMMARY_FEW = 5,		/* n below: counts only, no estimate */
	SUMMARY_SOME = 30,		/* n below: marked "few reviews" */
	SUMMARY_COMPARE = 10,		/* n below: never compared */
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
	int64_t promoters, passives, detractors;	/* of surveys, 0..10 */
	struct estimate mean_stars;
	struct estimate positive_share, neutral_share, negative_share;
	struct estimate net_sentiment;	/* share positive - share negative */
	struct estimate share_of_voice;	/* totals only */
	struct estimate nps;		/* survey sources and totals only */
	int64_t stated;			/* sources only; -1 not stated */
};

struct summary_quote {
	const char *id, *language, *date, *source, *text;	/* NULL absent */
	const char *url, *file;		/* the way back */
	int64_t offset;
	const char *fetched, *rating, *best;
	const char *label;		/* "pos" | "neg" */
	int32_t strength;
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
};

enum summary_verdict {
	SUMMARY_TOO_FEW,		/* below SUMMARY_COMPARE */
	SUMMARY_NO_CLEAR_DIFFERENCE,	/* the interval holds zero */
	SUMMARY_OWN_AHEAD, SUMMARY_COMPETITOR_AHEAD,
};

struct summary_difference {
	struct estimate estimate;	/* own minus competitor */
	enum summary_verdict verdict;
};

struct summary_comparison {
	const struct summary_brand *competitor;
	struct summary_difference mean_stars, positive_share, negative_share,
	    net_sentiment;
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
	int64_t records, bad;		/* lines read; lines left out */
	struct summary_brand *brand;
	size_t brand_count;
	struct summary_comparison *comparison;
	size_t comparison_count;
	struct summary_source *source;
	size_t source_count;
	bool any_short;
	/* Of the reports; borrowed, NULL is English (translation.h). */
	const struct translation *translation;
};

const char *summary_verdict_words(enum summary_verdict verdict);

/* Fills the summary from merged tallies.  `plan` may be NULL: then no brand
 * is the own one and nothing is compared.  Brands that the plan does not know
 * come last, by name.  `as_of` overrides the day of the newest fetch (NULL:
 * it does not).  Quotes have ids only until summary_quote_line() has seen
 * their reviews. */
struct tally;
int summary_make(struct summary *s, struct tally *tally,
	const struct plan *plan, const char *as_of, struct complaint *c);
void summary_release(struct summary *s);

/* Looks at one review line; if its id is that of a chosen quote, the quote's
 * text and way back are filled in.  Where a line was edited, call it with the
 * winning line only. */
int summary_quote_line(struct summary *s, struct text line,
	struct complaint *c);

/* The writers; each adds the whole file. */
struct buffer;
int summary_write_json(struct buffer *to, const struct summary *s);
int summary_write_html(struct buffer *to, const struct summary *s);
int summary_write_markdown(struct buffer *to, const struct summary *s);

/* CSV tables by name: "brands", "sources", "languages", "months",
 * "comparisons", "quotes"; the list ends with NULL. */
extern const char *const summary_tables[];
int summary_write_csv(struct buffer *to, const struct summary *s,
	const char *table);

#endif
