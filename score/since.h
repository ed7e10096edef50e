/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Since when something is new: since the run of the captures up to which the
 * summary before this one had seen.  A summary says its own (`until`) and that
 * of the one before it (`since`).  From the summary that it is about to
 * replace a run takes
 *
 *	its `until`, where that is before its own;
 *	its `since`, where both have seen the same: it is made again,
 *
 * so that the same input gives the same bytes however often it is scored, and
 * all that is new follows from the reviews and one instant.  --since says the
 * instant, where there is no such file.
 */
#ifndef SAYSO_SINCE_H
#define SAYSO_SINCE_H

#include <stdbool.h>

#include "complaint.h"

enum { SINCE_DIGITS = 16 };		/* 20261118T090000Z */

struct since {
	char until[SINCE_DIGITS + 1];	/* "" not known */
	char since[SINCE_DIGITS + 1];
	bool said;			/* `since` counts, whatever `until` */
};

/* What the file says; where it is missing or not a summary, nothing. */
void since_read(struct since *to, const char *path);
/* What a person says: 2026-11-18, 2026-11-18T09:00:00Z. */
int since_say(struct since *to, const char *said, struct complaint *c);
/* --as-of: a day of the calendar, such as 2026-11-21; NULL is one too. */
int since_as_of(const char *said, struct complaint *c);

/* Fills in until and since of the summary; `last` may be NULL.  -1: no
 * memory. */
struct summary;
struct tally;
int since_choose(const struct since *last, struct tally *tally,
	struct summary *to);

/* 20261118T090000Z as 2026-11-18T09:00:00Z. */
enum { SINCE_TEXT = 21 };
const char *since_text(const char *digits, char to[SINCE_TEXT]);

#endif
