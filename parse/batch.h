/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages on their way to a worker, in memory that both processes have at the
 * same address.  The parent fills it and never reads it again; whatever a
 * worker does to it, the parent's own state is elsewhere.
 *
 * Pointers inside lead into the batch itself, or to what the parent had
 * before it forked the worker (recipes, plan).
 */
#ifndef SAYSO_BATCH_H
#define SAYSO_BATCH_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "charset.h"
#include "identify.h"
#include "intake.h"
#include "shelf.h"

enum {
	BATCH_PAGES = 256,
	BATCH_FULL = 256 << 10,		/* bytes: then it is sent */
	BATCH_ROOM = 80 << 20,		/* a single page may be this large;
					   memory is only used when touched */
	BATCH_KEEP = 4 << 20,		/* a larger one's memory is given
					   back, and its worker replaced */
};

enum batch_kind {
	BATCH_PAGE,
	BATCH_FIT,	/* head of a stream of lines: which recipe? */
	BATCH_LINE,
	BATCH_SKIP,	/* nothing for the worker */
};

struct batch_page {
	enum batch_kind kind;
	const struct origin *origin;
	const struct recipe *recipe;	/* of a line */
	struct intake_body body;
	const char *place;
};

struct batch {
	size_t count, used;
	volatile size_t at;		/* what the worker is reading */
	volatile unsigned missing;	/* of its sandbox */
	char wanted[CHARSET_NAME];	/* a charset that it does not have */
	char unknown[CHARSET_NAME];	/* one that nobody has */
	const struct origin *origin;	/* the last one added */
	struct batch_page page[BATCH_PAGES];
	char bytes[];
};

/* NULL: no memory. */
struct batch *batch_create(void);
void batch_release(struct batch *b);		/* NULL is allowed */
void batch_clear(struct batch *b);
bool batch_is_full(const struct batch *b);
/* Adds copies; `same_origin` that of the page before.  False where there is
 * no room. */
bool batch_add(struct batch *b, const struct batch_page *p,
	bool same_origin);

#endif
