/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What report_way*.c share: the lists behind the figures while a page is
 * written.
 */
#ifndef SAYSO_REPORT_WAYS_H
#define SAYSO_REPORT_WAYS_H

#include "report.h"

enum {
	WAY_NAME_MAX = 64 << 10,	/* bytes: of a selection, of a query */
	WAY_SAMPLES = 3,		/* quotes of a list, at most */
};

struct way_sample {
	bool shown;			/* by the page */
	size_t at;			/* in `quoted`, else in `seen` */
};

struct way_list {
	char *name;
	struct selection figure;
	int64_t n;			/* -1: not said by any figure */
	struct way_sample sample[WAY_SAMPLES];
	size_t samples;
};

/* A quote of the page. */
struct way_quoted {
	const struct summary_quote *quote;
	size_t brand;
	enum quote_kind kind;
};

/* A review that is quoted by lists only. */
struct way_seen {
	const char *id, *source, *published, *rating, *url;	/* NULL: */
	const char *text;		/* absent; a line, cut */
};

struct ways {
	struct way_list *list;
	struct way_quoted *quoted;
	struct way_seen *seen;
	struct arena arena;		/* of all that is kept */
	size_t count, capacity, quotes, quotes_capacity;
	size_t seen_count, seen_capacity;
	size_t *slot, slots;		/* number of a list; a power of two */
	bool failed;
};

/* Room for one more in an array of `count`; NULL: no memory, and the array as
 * it was. */
void *report_way_grown(void *array, size_t count, size_t *capacity,
	size_t size);

/* "Tamarel, price (negative)" */
void report_way_title(struct page *p, const struct way_list *list);

/* Chooses what all lists quote, once the page has all of them. */
void report_way_choose(struct page *p);
/* Those of a list; nothing where there are none. */
void report_way_quotes(struct page *p, const struct way_list *list);

#endif
