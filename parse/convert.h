/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A workspace: every captures/ROW/TIME.warc.gz without its
 * reviews/ROW/TIME.jsonl becomes one.  The bytes depend on the capture, the
 * plan and the recipe, and on nothing else.
 *
 * A captures file with damaged records still becomes a reviews file: what
 * could be read is published, what could not is said.
 */
#ifndef SAYSO_CONVERT_H
#define SAYSO_CONVERT_H

#include <stdbool.h>
#include <stddef.h>

#include "complaint.h"
#include "status.h"

struct convert {
	const char *folder;		/* of the workspace; NULL: "." */
	const char *sources;		/* recipes; NULL: the shipped ones */
	bool all;			/* also what was made before */
	int workers;			/* crew.h */
	bool verbose;			/* say also what is not wrong */
	void (*say)(const char *text);	/* one complaint */
	size_t files, reviews, aggregates, bad;	/* done, for a summary */
	size_t changes;			/* of the rows that got a file */
};

enum status convert_workspace(struct convert *v);

#endif
