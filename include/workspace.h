/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A workspace is one folder:
 *
 *	sayso.json		the plan, by hand
 *	captures/ROW/TIME.warc.gz	by fetch (captures/.partial/ grows)
 *	reviews/ROW/TIME.jsonl	by parse, one for one
 *	summary/		by score
 *	sayso.db		by score
 *	.ledger.db		fetch's memory
 *	.tokens/		fetch's access tokens, mode 0600
 *	.lock.fetch ...		one run of each program at a time
 *
 * ROW is the plan row's key (plan.h), TIME the start of the run as
 * `20261121T202122Z`.
 */
#ifndef SAYSO_WORKSPACE_H
#define SAYSO_WORKSPACE_H

#include <stddef.h>

#include "complaint.h"

enum { WORKSPACE_PATH_MAX = 4096 };

struct workspace {
	char folder[WORKSPACE_PATH_MAX];	/* "." or what -C said */
	int lock;				/* descriptor, -1 none */
};

/* Checks that the folder exists and takes the lock `.lock.PROGRAM` without
 * waiting; 0, or -1 with a complaint: another run is under way (which
 * process), or no such folder.  A run that cannot lock touches nothing. */
int workspace_open(struct workspace *w, const char *folder,
	const char *program, struct complaint *c);
void workspace_close(struct workspace *w);

/* folder/name; -1 if too long. */
int workspace_path(const struct workspace *w, const char *name,
	char to[WORKSPACE_PATH_MAX], struct complaint *c);
/* Where a relative `file` lies that stands in the file `beside` (NULL: in the
 * current folder); -1 if too long. */
int workspace_beside(const char *file, const char *beside,
	char to[WORKSPACE_PATH_MAX], struct complaint *c);
/* Makes a folder of the workspace (and what is above it) where missing. */
int workspace_folder(const struct workspace *w, const char *name,
	struct complaint *c);

/* The files below folder/name whose names end in `suffix`, relative to
 * folder/name, sorted bytewise; hidden names are left out.  A missing folder
 * is an empty list. */
struct workspace_list {
	char **path;
	size_t count;
};
int workspace_files(const struct workspace *w, const char *name,
	const char *suffix, struct workspace_list *list, struct complaint *c);
void workspace_list_release(struct workspace_list *list);

/* Data that comes with the programs ("sources", "lexicon"): beside the
 * program as ../share/sayso/NAME, else where it was installed. */
int workspace_data(const char *name, char to[WORKSPACE_PATH_MAX],
	struct complaint *c);

#endif
