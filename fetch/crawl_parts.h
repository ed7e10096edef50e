/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What opening a run (crawl_open.c), the run itself (crawl.c) and a look at
 * what it would ask (crawl_list.c) share; the manual is crawl.h.
 */
#ifndef SAYSO_CRAWL_PARTS_H
#define SAYSO_CRAWL_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "crawl.h"
#include "plan.h"
#include "row.h"
#include "tasks.h"
#include "workspace.h"

struct crawl {
	const struct crawl_options *options;
	struct workspace workspace;
	struct plan plan;
	struct tasks tasks;
	struct round round;
	struct row *row[CRAWL_ROWS];	/* NULL: free */
	size_t left;			/* tasks neither begun nor left out */
	int64_t deadline_ms;		/* INT64_MAX: none */
	int64_t safe_ms, safe_pages;	/* at the last checkpoint */
};

/* A folder that is not there is a slip of the command line; a lock that is
 * held will pass. */
enum status crawl_check_folder(const char *folder, struct complaint *c);

/* In this order, after the workspace; what was opened is closed by
 * crawl_release(), whatever came of it.  `read_only`: a look that changes
 * nothing, not even what a killed run left. */
enum status crawl_open_plan(struct crawl *crawl, struct complaint *c);
int crawl_open_round(struct crawl *crawl, bool read_only,
	struct complaint *c);
int crawl_open_network(struct crawl *crawl, struct complaint *c);
void crawl_release(struct crawl *crawl);

#endif
