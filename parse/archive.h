/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A captures file (WARC, ours or anybody's) into lines.
 *
 * Read are `response` records with a status from 200 to 299 and `resource`
 * records, robots.txt left out, and fetch's `metadata` record.  Everything
 * else (requests, revisits, error answers) says nothing about which reviews
 * there are.
 */
#ifndef SAYSO_ARCHIVE_H
#define SAYSO_ARCHIVE_H

#include <stdbool.h>

#include "arena.h"
#include "complaint.h"
#include "crew.h"
#include "shelf.h"
#include "plan.h"
#include "review.h"

struct archive_how {
	struct shelf *shelf;
	const struct plan *plan;	/* NULL outside a workspace */
	const struct recipe *recipe;	/* wins over all others; may be NULL */
	const char *url, *brand;	/* where records have none; or NULL */
	int64_t fetched;		/* the same */
	const char *file;		/* its name in `capture` */
	bool collect_run;		/* a SourceRun line is wanted */
};

struct archive {
	struct arena arena;		/* owns the texts of run */
	struct review_run run;
	bool has_run;
	bool is_ours;			/* fetch made it */
	size_t pages;			/* that were read */
	size_t records;
};

void archive_init(struct archive *a);
void archive_release(struct archive *a);

/* Reads the whole file and gives its pages to the workers: what they find is
 * in f when crew_finish() or f->done() says so.  Damaged records and pages
 * are noted in f->bad.  -1: the file cannot be opened, the plan names a
 * recipe that cannot be read (then *usage is set), or nothing can be kept any
 * more (then *failed is). */
int archive_read(struct archive *a, struct crew *w, struct crew_file *f,
	const char *path, const struct archive_how *how, bool *usage,
	bool *failed, struct complaint *c);

/* Completes the run with what was found: call it when the file was read. */
void archive_judge(struct archive *a, const struct collect *k);
/* True where the source stated more than was collected. */
bool archive_is_short(const struct archive *a);

#endif
