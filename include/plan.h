/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The plan `sayso.json`: which brands, whose, and where their reviews are.
 * JSON with comments; unknown keys are complaints with line and key.
 * sayso-plan(5) is the manual.
 *
 *	{ "contact": "mail or URL for the User-Agent",
 *	  "authors": "hash" | "keep",		(default hash)
 *	  "authors_key": { "env": "NAME" } | { "file": "path, mode 0600" },
 *	  "allow_private": [ "host", ... ],	(loopback and private hosts)
 *	  "mirrors": { "https://api.example": "http://gateway:8080" },
 *	  "delay_ms": 1000,			(per host, overrides recipes)
 *	  "hosts": { "shop.example": { "streams": 4, "delay_ms": 0,
 *	                               "daily": 5000 } },
 *	  "retain_days": 365,			(fetch --prune; else for ever)
 *	  "report_language": "hr",		(default en; translation.h)
 *	  "csv_bom": true,			(for spreadsheets that need it)
 *	  "thresholds": [ ... ], "streams": [ ... ],	(plan_report.c)
 *	  "brands": [ {
 *	    "name": "...", "role": "own" | "competitor", "id": "slug",
 *	    "aliases": [ "..." ],
 *	    "customers": [ { "period": "2026-Q3", "start": 1200,
 *	                     "lost": 84 } ],	(for churn)
 *	    "sources": [ {
 *	      "recipe": "name", "params": { "name": "value" },
 *	      "kind": "retailer" | "review-site" | "social" | "own-site" |
 *	              "survey",			(default: the recipe's)
 *	      "name": "what reports call it",	(default: recipe's, or host)
 *	      "item": "product", "language": "hr",
 *	      "every": "P1D", "max_pages": 50, "since": "2026-01-01",
 *	      "retain_days": 30,
 *	      "id": "slug" } ] } ] }
 *
 * A parameter's value is a string or a number (its digits are kept).  Exactly
 * one brand is "own"; names are unique, also without ASCII case.  No string
 * is empty or holds a control character; names have at most PLAN_NAME_MAX
 * bytes, because every record of every capture bears them.
 *
 * A row is one source of one brand; its key `brand.source` is made of the
 * ids: ASCII letters, digits, '-' and '_', up to PLAN_ID_MAX.  An id that is
 * not said is the brand's name or the recipe's in lower case with one '-' for
 * each run of anything else (`b1`, `b2` ... by place where nothing is left);
 * the second of two that would be the same gets `-2`, and so on.  Two ids
 * that are said and equal are a complaint.
 *
 * Secrets: see secret.h; a relative file is looked up beside the plan.
 */
#ifndef SAYSO_PLAN_H
#define SAYSO_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "complaint.h"
#include "text.h"

enum {
	PLAN_BYTES_MAX = 4 << 20,
	PLAN_BRANDS_MAX = 1000,
	PLAN_ROWS_MAX = 10000,
	PLAN_KEY_MAX = 128,		/* of a row */
	PLAN_ID_MAX = 56,		/* of a brand or source */
	PLAN_PAGES_MAX = 100000,	/* "max_pages" */
	PLAN_DELAY_MAX = 3600 * 1000,	/* "delay_ms" */
	PLAN_CONTACT_MAX = 200,		/* bytes */
	PLAN_STREAMS_MAX = 50,
	PLAN_THRESHOLDS_MAX = 1000,
	PLAN_MIRRORS_MAX = 64,
	PLAN_HOSTS_MAX = 1000,
	PLAN_STREAMS_OF_HOST = 50,	/* "streams" */
	PLAN_DAILY_MAX = 100 * 1000 * 1000,	/* "daily" */
	PLAN_RETAIN_MAX = 36500,	/* "retain_days" */
	PLAN_CUSTOMERS_MAX = 2000000000,
	PLAN_NAME_MAX = 500,		/* of a brand, source, item, language */
};

struct plan_param {
	const char *name;
	struct text value;
};

/* How one host may be asked; for hosts of one's own, and for budgets. */
struct plan_host {
	const char *name;
	int streams;			/* requests at a time; default 1 */
	int delay_ms;			/* -1: the plan's or the recipe's */
	int daily;			/* requests a day; 0: no limit */
};

struct plan_row {
	const char *key;		/* "lumen.html-pages" */
	const char *recipe;
	const char *kind;		/* NULL: the recipe's */
	const char *source;		/* "name" of it; NULL: default */
	const char *item, *language;	/* NULL where not said */
	const struct plan_brand *brand;
	const struct plan_param *param;
	size_t param_count;
	int64_t every;			/* seconds; 0: the recipe's */
	int max_pages;			/* 0: the recipe's */
	int64_t since;			/* instant: older is not wanted; 0 */
	int retain_days;		/* 0: the plan's */
	size_t line;			/* in the plan, for complaints */
};

struct plan_mirror {
	const char *of, *origin;	/* the other is asked in its place */
};

/* Customers at the beginning of a period, and lost in it. */
struct plan_customers {
	const char *period;
	int start, lost;
};

struct plan_brand {
	const char *name, *id;
	bool own;
	const char **alias;
	size_t alias_count;
	struct plan_customers *customers;
	size_t customers_count;
};

/* A figure that must not leave its bounds; `score check` looks.  Names are
 * those of summary.json. */
struct plan_threshold {
	const char *figure;
	const char *brand;		/* NULL: the own one */
	const char *source, *language, *month;	/* NULL: the total */
	const char *stream;		/* its id; NULL: everything */
	double above, below;		/* NaN: no such bound */
	bool sure;			/* the whole interval is beyond it */
	size_t line;
};

/* A part of the reviews that is summed up by itself: those to which every
 * list that is given says yes.  A list says yes by any of its values. */
struct plan_list {
	const char **value;
	size_t count;
};
struct plan_stream {
	const char *name, *id;		/* the id names its folder */
	struct plan_list keyword, phrase, hashtag;	/* in the texts */
	struct plan_list location, language, source, kind, brand;
	struct plan_list aspect, label;	/* label: pos neu neg none */
	int least_stars, most_stars;	/* 1..5; 0: no bound */
	const char *from, *to;		/* days, both within; NULL: no bound */
};

struct plan {
	struct arena arena;		/* owns everything below */
	const char *path;
	const char *contact;		/* NULL where not said */
	bool keep_authors;
	struct text authors_key;	/* absent where none */
	const char **allow_private;
	size_t allow_private_count;
	const struct plan_mirror *mirror;
	size_t mirror_count;
	int delay_ms;			/* -1: the recipe's */
	const struct plan_host *host;
	size_t host_count;
	int retain_days;		/* of captures; 0: for ever */
	struct plan_brand *brand;
	size_t brand_count;
	struct plan_row *row;
	size_t row_count;
	const char *report_language;	/* NULL: English */
	bool csv_bom;
	struct plan_threshold *threshold;
	size_t threshold_count;
	struct plan_stream *stream;
	size_t stream_count;
};

/* 0, or -1 with a complaint `path:line: reason`; release it in either case. */
int plan_read(struct plan *p, const char *path, struct complaint *c);
void plan_release(struct plan *p);
/* By key, by id; NULL where there is none. */
const struct plan_row *plan_find(const struct plan *p, struct text key);
const struct plan_stream *plan_find_stream(const struct plan *p,
	const char *id);
/* What the plan says of a host; NULL: nothing. */
const struct plan_host *plan_host_find(const struct plan *p, const char *name);
/* Absent where the row does not give it. */
struct text plan_row_param(const struct plan_row *row, const char *name);
/* One of the kinds of source above. */
bool plan_is_kind(const char *kind);

#endif
