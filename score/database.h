/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `sayso.db`: everything that was read and computed, for people who ask with
 * SQL.  A product, never an input of a summary.  SQLite is behind database.c
 * only; database_schema.c holds the tables and views, sayso-summary(5) explains
 * them, and trail.h what its tables of lines are for.
 *
 * Built aside and renamed by database_commit(); the same puts in the same
 * order give the same bytes.  Rows are numbered in that order.
 */
#ifndef SAYSO_DATABASE_H
#define SAYSO_DATABASE_H

#include <stdbool.h>

#include "complaint.h"
#include "review.h"
#include "sentiment.h"
#include "summary.h"
#include "tally.h"

enum {
	DATABASE_VERSION = 5,			/* PRAGMA user_version */
	DATABASE_APPLICATION = 0x53617973,	/* "Says" */
};

struct database;

/* NULL on failure.  After any failure below only abandon makes sense. */
struct database *database_create(const char *path, struct complaint *c);

/* Each takes what it is given once; nothing is borrowed.  Of reviews the
 * winners only (winners.h); `long_text` is map.h's. */
int database_put_review(struct database *d, const struct review *r,
	const struct sentiment *score, bool long_text, struct complaint *c);
/* The review that was put last is one of the stream. */
int database_put_taken(struct database *d, const char *stream,
	struct complaint *c);
int database_put_change(struct database *d, const struct review_change *k,
	struct complaint *c);
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

/* ---- where the lines of reviews/ stand (trail.h) ---- */

enum { DATABASE_PART_FIELDS = 5 };	/* brand source kind language month */

/* A review that counts has a part; other lines have a place, and an id where
 * they are of one. */
struct database_line {
	int64_t file;			/* number of its file, from 1 */
	int64_t offset;			/* bytes */
	int64_t id;			/* trail_hash(); 0 none */
	int64_t part;			/* number, from 1; 0 none */
	int64_t cell;			/* of the part (map_sums.h) */
	int64_t run;			/* trail_run(); 0 not known */
	int64_t item;			/* trail_hash() of its name; 0 none */
	uint64_t marks;			/* trail_mark() */
	uint64_t words[2];		/* trail_word() */
};

int database_put_line(struct database *d, const struct database_line *line,
	struct complaint *c);
int database_put_part(struct database *d, int64_t number,
	const struct text field[DATABASE_PART_FIELDS], struct complaint *c);
/* `bytes` below 0, `digest` NULL: not told. */
int database_put_file(struct database *d, const char *name, int64_t bytes,
	const char *digest, struct complaint *c);

/* The file that is committed bears the time at which it was created: what is
 * not older may be missing in it.  Both free d; commit also where it fails,
 * abandon also NULL. */
int database_commit(struct database *d, struct complaint *c);
void database_abandon(struct database *d);

#endif
