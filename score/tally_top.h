/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of tallies that name reviews: `top|list|brand|group|rank|id|more`.
 * Rows that are equal in their first four fields are a list, of which the
 * first so many by the bytes of `rank|id|more` count.  What is not among the
 * first of a part of the rows is not among the first of all: so each part may
 * forget it, the order of parts does not matter, and summing equal keys is
 * still all that an engine has to do.  A list's length is a constant here.
 */
#ifndef SAYSO_TALLY_TOP_H
#define SAYSO_TALLY_TOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum {
	TALLY_TOP_FIELDS = 4,		/* that name a list */
	TALLY_TOP_QUOTES = 5,		/* per brand and label */
	TALLY_TOP_OPEN = 50,		/* unanswered complaints of a brand */
	TALLY_TOP_AGAINST = 20,		/* stars against words, of a brand */
	TALLY_TOP_ASPECT = 2,		/* quotes per aspect and label */
	TALLY_TOP_COPY = 200,		/* texts per brand and month that may
					   be copies */
	TALLY_TOP_EDIT = 20,		/* edited reviews of a brand */
	TALLY_TOP_OTHER = 20,		/* lists that are not known here */
};

struct tally_tops;
struct tally_top_row {
	char *key;
	size_t length;
	int64_t value;
};

struct tally_tops *tally_tops_create(void);	/* NULL: no memory */
void tally_tops_free(struct tally_tops *t);

/* Whether a key is of this kind. */
bool tally_top_is(struct text key);
/* 0, or -1: no memory, or a sum beyond int64. */
int tally_tops_add(struct tally_tops *t, struct text key, int64_t value);
/* Whether a row whose key begins so could be among the first: what is dear to
 * write need not be written for nothing.  `name` is the length of the fields
 * that name the list, with the bar behind them. */
bool tally_tops_may(const struct tally_tops *t, struct text start,
	size_t name);
/* Rows that were taken, also those that others pushed out since. */
uint64_t tally_tops_taken(const struct tally_tops *t);
size_t tally_tops_count(const struct tally_tops *t);
/* Copies the rows, which stay the lists' own. */
void tally_tops_rows(const struct tally_tops *t, struct tally_top_row *to);

#endif
