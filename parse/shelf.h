/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Recipes that were read once: by name or path, and all the shipped ones.
 */
#ifndef SAYSO_SHELF_H
#define SAYSO_SHELF_H

#include <stddef.h>

#include "complaint.h"
#include "recipe.h"

enum { SHELF_MAX = 4096 };		/* recipes of one run */

struct shelf {
	const char *folder;		/* NULL: the shipped ones */
	struct shelf_entry *entry;	/* in the order they were asked for */
	size_t count;
	const struct recipe **shipped;	/* by id, bytewise */
	size_t shipped_count;
	bool looked;			/* for the shipped ones */
};

/* `folder` holds recipes instead of the shipped ones; NULL: those. */
void shelf_init(struct shelf *s, const char *folder);
void shelf_release(struct shelf *s);

/* NULL with a complaint; a recipe that failed once fails again with the same
 * words. */
const struct recipe *shelf_get(struct shelf *s, const char *name,
	struct complaint *c);
/* All shipped recipes; none where the data is not there.  -1, the first time:
 * one of them cannot be read, which is the complaint; the others can be
 * used. */
int shelf_shipped(struct shelf *s, struct complaint *c);

#endif
