/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The captures file of one row and run: captures/ROW/TIME.warc.gz, grown in
 * captures/.partial/.  What stands in it: warc.h and sayso-captures(5).
 *
 * TIME is the start of the run, or the second behind the row's last file
 * where that is later, so that no run ever writes over what an earlier one
 * saw; nothing in the file is dated before it, because of two versions of a
 * review the one fetched last counts, also where the clock was set back.  A
 * name that is taken is left alone too, whatever became of the ledger.  Only a run at a time that was given (--now) may be one done again,
 * and writes again what it wrote before it was killed.
 */
#ifndef SAYSO_CAPTURE_H
#define SAYSO_CAPTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "text.h"
#include "warc.h"
#include "workspace.h"

#define CAPTURE_PARTIAL "captures/.partial"

enum {
	CAPTURE_FIELDS = 7,
	CAPTURE_NAME = 512,	/* room for a path below captures/ */
};

/* Strings are NULL where not known; borrowed. */
struct capture_about {
	const char *row, *brand, *recipe, *source, *kind, *item, *language;
	const char *agent;		/* User-Agent */
	bool robots;			/* robots.txt was obeyed */
};

struct capture {
	struct warc_writer *writer;	/* NULL: not begun */
	struct arena arena;
	struct warc_field field[CAPTURE_FIELDS];
	size_t count;
	struct buffer block;		/* headers of the page at hand */
	int64_t begun;			/* by its name: nothing in it is older */
	char file[CAPTURE_NAME];	/* relative to captures/ */
};

struct capture_start {
	int64_t instant;		/* of the run */
	const char *last;		/* the row's last file, NULL none */
	bool again;			/* the run may be one done again */
};
int capture_open(struct capture *p, const struct workspace *w,
	const struct capture_about *about, const struct capture_start *start,
	struct complaint *c);
/* Removes what is not finished; nothing where it was not begun. */
void capture_abandon(struct capture *p);

struct capture_page {
	const char *url;
	struct text request;	/* request line and fields, secrets hidden */
	struct text head, body;	/* as received */
	const unsigned char *digest;	/* SHA-256 of the body, or NULL */
	bool decoded;		/* but the body's content coding is undone */
	int64_t date;
	bool unchanged;		/* 304: a revisit of what was there before */
	int64_t before;		/* when that was captured; -1 not known */
};
int capture_page(struct capture *p, const struct capture_page *page,
	struct complaint *c);
/* A local file (`resource`). */
int capture_file(struct capture *p, const char *uri, const char *media_type,
	struct text content, int64_t date, struct complaint *c);

/* Numbers -1 and strings NULL where not known. */
struct capture_run {
	const char *url;			/* first one asked */
	int64_t started, ended, requests, pages, unchanged, stated, records;
	int64_t held;		/* with what earlier runs have */
	int64_t since, until;	/* what was asked, as instants */
	const char *stop, *status;
	bool resumed;		/* it went on where a deferred run ended */
};
/* What would finish the file should this process be killed now. */
int capture_checkpoint(struct capture *p, const struct capture_about *about,
	const struct capture_run *run, struct warc_checkpoint *to,
	struct complaint *c);
/* Writes the last record and gives the file its name; ends the capture also
 * on failure. */
int capture_finish(struct capture *p, const struct capture_about *about,
	const struct capture_run *run, struct complaint *c);

#endif
