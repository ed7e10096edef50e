/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is to be done: the rows of the plan with their recipes, all checked
 * before the first request, so that a slip in the plan costs no one anything.
 */
#ifndef SAYSO_TASKS_H
#define SAYSO_TASKS_H

#include <stdbool.h>
#include <stddef.h>

#include "complaint.h"
#include "mask.h"
#include "plan.h"
#include "recipe.h"
#include "row.h"

struct task {
	struct row_task row;
	char url[HTTP_URL];		/* first page; "" for files */
	bool wanted;			/* due, and not left out by --only */
	bool begun;
	struct host *host;		/* NULL for files */
};

struct tasks {
	struct task *task;
	size_t count;
	struct recipe_slot *slot;	/* recipes, each read once */
	size_t slot_count;
	bool needs_network;
};

/* `only` NULL: all rows; a word that fits none is a complaint, as is a missing
 * contact where a row needs the network. */
int tasks_read(struct tasks *t, const struct plan *plan, const char *only,
	const char *sources, struct complaint *c);
void tasks_release(struct tasks *t);

#endif
