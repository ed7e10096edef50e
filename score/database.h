/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `sayso.db`: everything that was read and computed, for people who ask with
 * SQL.  A product, never an input.  SQLite is behind database.c only;
 * database_schema.c holds the tables and views, sayso-summary(5) explains
 * them.
 *
 * Built aside and renamed by database_commit(); the same puts in the same
 * order give the same bytes.  Rows are numbered in that order.
 */
#ifndef SAYSO_DATABASE_H
#define SAYSO_DATABASE_H

#include "complaint.h"
#include "review.h"
#include "sentiment.h"
#include "summary.h"
#include "tally.h"

enum {
	DATABASE_VERSION = 3,			/* PRAGMA user_version */
	DATABASE_APPLICATION = 0x53617973,	/* "Says" */
};

struct database;

/* NULL on failure.  After any failure below only abandon makes sense. */
struct database *database_create(const char *path, struct complaint *c);

/* Each takes what it is given once; nothing is borrowed.  Of reviews the
 * winners only (winners.h). */
int database_put_review(struct database *d, const struct review *r,
	const struct sentiment *score, struct complaint *c);
int database_put_run(struct database *d, const struct review_run *run,
	struct complaint *c);
int database_put_aggregate(struct database *d,
	const struct review_aggregate *a, struct complaint *c);
/* Once, when everything else is put. */
int database_put_summary(struct database *d, const struct summary *s,
	struct complaint *c);

/* The words of each brand. */
int database_put_terms(struct database *d, struct tally *tally,
	struct complaint *c);

/* Both free d; commit also where it fails, abandon also NULL. */
int database_commit(struct database *d, struct complaint *c);
void database_abandon(struct database *d);

#endif
