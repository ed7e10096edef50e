/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The summary in memory, made from merged tallies (tally.h) and the plan, and
 * from nothing else, so that any engine may do the summing.  The writers
 * (summary_write.h) only read it.
 *
 *	summary
 *	  brands, in the plan's order (summary_brand.h)
 *	    total, then one part per source, language, month (summary_part.h)
 *	    quotes (quotes.h)
 *	  comparisons: the own brand minus each competitor
 *	    (summary_comparison.h)
 *	  alerts: what is out of the ordinary
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
#include "quotes.h"
#include "statistics.h"
#include "summary_brand.h"
#include "summary_comparison.h"

enum {
	SUMMARY_FEW = 5,		/* n below: counts only, no estimate */
	SUMMARY_SOME = 30,		/* n below: marked "few reviews" */
	SUMMARY_COMPARE = 10,		/* n below: never compared */
	SUMMARY_STRATUM = 5,		/* n below: a source is joined to its
					   kind */
	SUMMARY_ALERTS = 20,		/* per series */
	SUMMARY_VERSION = 1,		/* of summary.json */
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

struct summary_source {			/* one per brand and source */
	const char *brand, *source, *kind, *status, *stop;
	int64_t stated, collected;	/* stated -1: not stated */
	bool is_short;
};

struct translation;
struct samples_of;
struct summary {
	struct arena arena;		/* owns everything below */
	/* What it was made of. */
	const char *as_of;		/* day of the newest fetch; NULL none */
	const char *lexicon;		/* SHA-256, hex */
	int64_t records, bad;		/* lines read; lines left out */
	/* The newest run of the captures, and that of the summary before this
	 * one (since.h): 20261118T090000Z; NULL not known. */
	const char *until, *since;
	const char *stream;		/* name of the stream that it is of;
					   NULL: everything */
	const char *stream_id;		/* as the plan has it */
	/* What it says. */
	struct summary_brand *brand;
	size_t brand_count;
	struct summary_comparison *comparison;
	size_t comparison_count;
	int64_t comparisons_made;	/* that q is reckoned over */
	struct summary_alert *alert;
	size_t alert_count;
	struct summary_source *source;
	size_t source_count;
	bool any_short;
	double rank_weight, rank_mean;	/* of the shrunken means */
	bool rank_estimated;		/* false: a fixed weight */
	/* How the plan wants it written.  A language of NULL is English; the
	 * words are borrowed while they are written (translation.h). */
	const char *report_language;
	const struct translation *translation;
	bool csv_bom;			/* a byte order mark in the CSV */
	/* Reviews that the lists of report.html may quote (samples.h),
	 * borrowed while that is written; NULL: none are at hand. */
	const struct samples_of *samples;
	/* Of quotes.c: the quotes by id, made by the first look, and a bit
	 * for each mark that one of them has. */
	struct summary_quote **wanted;
	size_t wanted_count;
	uint64_t wanted_mark[1 << (SUMMARY_MARK_BITS - 6)];
};

/* Fills the summary from merged tallies.  `plan` may be NULL: then no brand
 * is the own one and nothing is compared.  Brands that the plan does not know
 * come last, by name.  `as_of` overrides the day of the newest fetch (NULL:
 * it does not).  `since` is the summary before this one; NULL: none is known.
 * Quotes have ids only until summary_quote_line() has seen their reviews.
 * 0; or -1 with a complaint, and nothing is to be released. */
struct tally;
struct since;
int summary_make(struct summary *s, struct tally *tally,
	const struct plan *plan, const char *as_of, const struct since *since,
	struct complaint *c);
void summary_release(struct summary *s);

#endif
