/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Captures past their time: `fetch --prune`.  A captures file may be kept as
 * long as the recipe's terms (`retain_days` of the recipe) and the plan (of
 * the row, else of the whole plan) allow, whichever is shorter; counted from
 * the run that its name says.  What was deleted is said in the ledger.
 */
#ifndef SAYSO_PRUNE_H
#define SAYSO_PRUNE_H

#include <stdbool.h>
#include <stdint.h>

#include "complaint.h"
#include "status.h"

struct prune_options {
	const char *folder;		/* of the workspace */
	const char *sources;		/* recipes; NULL: shipped */
	bool list;			/* show, delete nothing */
	int64_t now;			/* -1: the clock */
};

/* Writes `FILE TAB days kept` for each file to the descriptor and ends it. */
enum status prune_run(const struct prune_options *o, int descriptor,
	struct complaint *c);

#endif
