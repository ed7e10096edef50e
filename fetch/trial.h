/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One page of a source, asked before the source is in any plan: a run of
 * fetch (robots.txt, redirects, limits and all) in a folder of its own inside
 * the workspace, which is removed afterwards.  Who asked to be left alone is,
 * and what is asked counts: both ways, by the workspace's ledger, of which the
 * caller holds the lock.
 */
#ifndef SAYSO_TRIAL_H
#define SAYSO_TRIAL_H

#include <signal.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "plan.h"
#include "plan_edit.h"

enum { TRIAL_PAUSE_MS = 1000 };		/* before a second trial */

struct trial {
	char folder[4096];		/* "" before trial_open() */
	char workspace[4096];
	int runs;
	/* of the last run */
	struct buffer page;		/* its first body */
	char url[2048];			/* what was asked */
	int64_t stated, records;	/* -1: the source does not say */
	char status[32], stop[128];
	struct complaint problem;	/* "" where there was none */
};

int trial_open(struct trial *t, const char *workspace, struct complaint *c);
/* Asks the first page of a source as `plan` would (its contact, its hosts).
 * -1 where nothing could be asked; what the source answered is in *t. */
int trial_run(struct trial *t, const struct plan *plan,
	const struct plan_addition *source, const char *sources,
	const volatile sig_atomic_t *stop, struct complaint *c);
void trial_close(struct trial *t);

#endif
