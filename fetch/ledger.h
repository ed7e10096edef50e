/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What fetch remembers between runs: `.ledger.db` of the workspace (SQLite;
 * behind ledger_store.c only).  It may be removed: then everything is due and
 * is asked without conditions.  A captures file that it speaks of has its name,
 * or is among those that grow with what ends it.
 *
 *	row	when it is due next, how the last run ended, where a
 *		deferred run goes on
 *	page	per row and URL: validators, digest, what the page said about
 *		the next one, and the captures file that holds it
 *	robots	per origin: robots.txt as it came, with its status
 *	host	until when a host asked to be left alone, and how often it
 *		was asked today
 *	pruned	captures files that were deleted past their time
 *	partial	captures files that grow: how far they can be trusted, and
 *		what ends them should this run be killed
 */
#ifndef SAYSO_LEDGER_H
#define SAYSO_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "text.h"

enum {
	LEDGER_VERSION = 5,			/* PRAGMA user_version */
	LEDGER_ROBOTS_S = 24 * 3600,		/* RFC 9309 2.4 */
	LEDGER_AHEAD_S = 7 * 86400,	/* a later "fetched" is a wrong clock */
	LEDGER_BUSY_MS = 5000,		/* others that look into it */
};
#define LEDGER_NUMBER_MAX INT64_C(1000000000000000)	/* of any number */

struct ledger;

/* NULL on failure.  `read_only`: a missing or empty ledger counts as a new
 * one, an older one is read as it would be now, and nothing is written (but
 * SQLite itself ends what a killed run left undone). */
struct ledger *ledger_open(const char *path, bool read_only,
	struct complaint *c);
void ledger_close(struct ledger *l);

/* Strings are NULL and numbers -1 where there is nothing to say. */
struct ledger_row {
	int64_t due;			/* an instant; 0 at once */
	int64_t started, ended;
	int64_t stated, records;
	const char *stop, *status;	/* of the last run */
	const char *published;		/* status in the last captures file */
	const char *resume;		/* where a deferred run goes on */
	const char *file;		/* the last captures file */
	const char *marks;		/* what it knows: marks.h */
};

struct ledger_page {
	const char *url;		/* secrets hidden */
	const char *etag, *modified;	/* as the server wrote them */
	const char *digest;		/* of the body without its coding */
	const char *next;		/* cursor or URL */
	const char *file;		/* relative to captures/ */
	int64_t records, stated, last;	/* `last`: number of pages */
	int64_t fetched;		/* when the body was captured */
};

/* 1 found, 0 not there, -1 a complaint; strings go to the arena. */
int ledger_row_get(struct ledger *l, const char *key, struct ledger_row *row,
	struct arena *a, struct complaint *c);
int ledger_page_get(struct ledger *l, const char *key, const char *url,
	struct ledger_page *page, struct arena *a, struct complaint *c);
/* A captures file that has no name yet. */
struct ledger_partial {
	const char *grows;		/* its name in captures/.partial/ */
	const char *file;		/* its name below captures/, one day */
	int64_t length;			/* of the records that count */
	struct text tail;		/* the last record, to be added */
};
/* What holds should the run be killed behind the next ledger_commit(): the row
 * as if it was interrupted here, its pages, and the file that holds them. */
int ledger_checkpoint(struct ledger *l, const char *key,
	const struct ledger_row *row, const struct ledger_page *page,
	size_t count, const struct ledger_partial *partial,
	struct complaint *c);
/* Pages alone, with the next ledger_commit(): what is known of them is as good
 * as what was known before, whatever becomes of the run. */
int ledger_pages_put(struct ledger *l, const char *key,
	const struct ledger_page *page, size_t count, struct complaint *c);
/* Makes checkpoints and their ends count, all or none; whatever else is put
 * counts at once, and so does what was put before. */
int ledger_commit(struct ledger *l, struct complaint *c);
/* 1 and one that a killed run left, 0 none, -1 a complaint. */
int ledger_partial_first(struct ledger *l, const char **key,
	struct ledger_partial *p, struct arena *a, struct complaint *c);
/* It has its name now; or it was lost, and its row begins anew.  Counts behind
 * the next ledger_commit(): until then it is found again, and is found to be
 * named. */
int ledger_partial_end(struct ledger *l, const char *key, bool kept,
	struct complaint *c);

/* Writes a row and the pages of its run, all or nothing, where no captures
 * file of it grows. */
int ledger_put(struct ledger *l, const char *key, const struct ledger_row *row,
	const struct ledger_page *page, size_t count, struct complaint *c);

/* 1 and what the origin answered less than LEDGER_ROBOTS_S before `now`. */
int ledger_robots_get(struct ledger *l, const char *origin, int64_t now,
	int *status, struct buffer *body, struct complaint *c);
int ledger_robots_put(struct ledger *l, const char *origin, int64_t now,
	int status, const char *body, size_t length, struct complaint *c);

struct ledger_host {
	int64_t until;			/* left alone; 0: it may be asked */
	int64_t day, asked;		/* day number, requests made on it */
};
int ledger_host_get(struct ledger *l, const char *host, int64_t now,
	struct ledger_host *to, struct complaint *c);
int ledger_budget_put(struct ledger *l, const char *host, int64_t day,
	int64_t asked, struct complaint *c);
int ledger_host_put(struct ledger *l, const char *host, int64_t until,
	struct complaint *c);

/* What `from` knows of hosts and of their robots.txt takes the place of what
 * `to` knew of the same ones. */
int ledger_manners_copy(struct ledger *to, struct ledger *from,
	struct complaint *c);

/* A captures file (relative to captures/) that was deleted at `now`. */
int ledger_pruned_put(struct ledger *l, const char *file, int64_t now,
	struct complaint *c);

#endif
