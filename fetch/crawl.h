/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One run of fetch over a workspace: the rows of the plan that are due, hosts
 * side by side, the rows of one host one after the other.  sayso-fetch(1) is
 * the manual.
 */
#ifndef SAYSO_CRAWL_H
#define SAYSO_CRAWL_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#include "complaint.h"
#include "round.h"
#include "shard.h"
#include "status.h"

enum {
	CRAWL_ROWS = 64,		/* under way at once */
	CRAWL_REPLIES = 16,		/* looked into before others set out */
	CRAWL_TICK_MS = 500,		/* a signal is seen within this time */
	CRAWL_SAFE_MS = 1000,		/* between checkpoints, or ... */
	CRAWL_SAFE_PAGES = 2048,		/* ... so many pages */
	CRAWL_FOREVER_S = 1000 * 1000 * 1000,	/* --max-time beyond: no end */
};

struct crawl_options {
	const char *folder;		/* of the workspace */
	const char *only;		/* key of a row or name of a recipe */
	const char *sources;		/* folder of recipes; NULL: shipped */
	bool force;			/* also what is not due */
	struct shard shard;		/* only its hosts; 0 of 0: all */
	int64_t now;			/* -1: the clock */
	int64_t max_time_s;		/* 0: no end */
	int64_t since;			/* older is not asked; -1 */
	int64_t until;			/* a backfill from `since` to here: asks
					   what is due or not, and leaves what
					   is known of the newest alone; -1 */
	const volatile sig_atomic_t *stop;	/* set by a signal */
};

/* Runs; the complaint is set where the status is not that of single rows
 * (those were told to the watch).  `tally` says what was done. */
enum status crawl_run(const struct crawl_options *o,
	const struct round_watch *watch, struct round_tally *tally,
	struct complaint *c);

/* Writes `ROW TAB URL` for the first page of each row that is due.  No
 * network, nothing else is written, no lock is needed; ends the descriptor. */
enum status crawl_list(const struct crawl_options *o, int descriptor,
	struct complaint *c);

#endif
