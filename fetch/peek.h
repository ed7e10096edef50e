/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one look into a body that fetch takes, guided by the recipe: the next
 * link, how many records there are, and the totals that the source states.
 */
#ifndef SAYSO_PEEK_H
#define SAYSO_PEEK_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "recipe.h"
#include "text.h"

struct peek {
	int64_t records;	/* -1: cannot be counted without reading */
	int64_t stated;		/* reviews that the source says exist; -1 */
	int64_t last;		/* pages that it says exist; -1 */
	bool has_next;
	struct buffer next;	/* cursor, or link as it is written */
};

/* A body that should be JSON and is not is a complaint. */
int peek_look(struct peek *p, const struct recipe *r, struct text head,
	struct text body, struct complaint *c);
void peek_release(struct peek *p);

#endif
