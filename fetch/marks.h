/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a row has come to know of its source, from run to run: the newest
 * record's time or id, the ids of the newest records, how many records it has
 * in all.  Kept as one line of text in the ledger.
 *
 * A run that does not come to its end (deferred, failed, a signal) moves none
 * of it: what it saw is `seen`, which the next run takes up where it goes on
 * behind it.  So a gap in the middle is never taken for known.
 */
#ifndef SAYSO_MARKS_H
#define SAYSO_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "paginate.h"

enum {
	MARKS_IDS_MAX = 1000,		/* newest ones, kept from run to run */
	MARKS_ID_MAX = 64,		/* bytes of the greatest id */
	MARKS_LINE_MAX = 48 * MARKS_IDS_MAX,
};

struct marks {
	int64_t high;			/* an instant; -1 none */
	char high_id[MARKS_ID_MAX];	/* "" none */
	int64_t held;			/* records in all; -1 not known */
	int64_t whole;			/* when all was walked last; -1 never */
	uint64_t *known;		/* of earlier runs, newest first */
	size_t known_count;
	uint64_t *seen;			/* of this run, in their order */
	size_t seen_count;
	int64_t fresh;			/* records that were not known */
	int64_t run;			/* known ones in a row, at the end */
	int64_t next_high;		/* of this run */
	char next_id[MARKS_ID_MAX];
};

/* `line` NULL or damaged: nothing is known.  -1: no memory in the arena.
 * `resumed`: what the last run saw counts for this one. */
int marks_read(struct marks *m, const char *line, bool resumed,
	struct arena *a);
/* A page that came; `whole` is a page that did not change since it was last
 * seen, so that all of it is known. */
void marks_take(struct marks *m, const struct paginate_facts *facts,
	bool whole);
/* Leaves out of a list what is known or stands on this very page. */
int marks_filter(const struct marks *m, struct paginate_facts *facts,
	bool known, struct arena *a);
/* The line for the ledger, written over what `line` holds and borrowed from
 * it; NULL: no memory.  `ended`: the run came to its end. */
const char *marks_write(const struct marks *m, bool ended,
	struct buffer *line);

#endif
