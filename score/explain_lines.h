/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The passes over the reviews of a workspace (passes.h) that explain makes:
 * of all lines, or of those that a list names, which is made by the trail
 * (explain_seek.h).
 */
#ifndef SAYSO_EXPLAIN_LINES_H
#define SAYSO_EXPLAIN_LINES_H

#include "complaint.h"
#include "passes.h"
#include "shortlist.h"
#include "trail_read.h"
#include "workspace.h"

struct explain_lines {
	struct workspace workspace;
	struct passes passes;
	struct shortlist list;
	bool all;			/* read all, whatever the list */
	struct trail_reader *trail;	/* NULL: none that can be used */
};

/* The names of the files, and the trail where `rescan` is not wished.  Why
 * there is a sayso.db that cannot be used is in `stale`, else that is empty.
 * 0, or -1 with a complaint; close also then. */
int explain_lines_open(struct explain_lines *l, const char *folder,
	bool rescan, struct complaint *stale, struct complaint *c);
void explain_lines_close(struct explain_lines *l);

/* Which of them count; once, when the list is made. */
int explain_lines_choose(struct explain_lines *l, struct complaint *c);
/* Each that counts, as often as asked; each of changes/.  `each` returns 0 to
 * go on, or -1 with a complaint. */
int explain_lines_each(struct explain_lines *l, int (*each)(
	void *context, struct text line), void *context, struct complaint *c);
int explain_lines_changes(struct explain_lines *l, int (*each)(
	void *context, struct text line), void *context, struct complaint *c);

#endif
