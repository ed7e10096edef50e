/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which lines of reviews/ must be read for what was asked, by the trail
 * (trail_read.h): those that may count, and all other versions of them.  Of a
 * figure that is a sum of cells of the cube the trail is exact: then it is
 * counted there, and only what is shown is read.
 */
#ifndef SAYSO_EXPLAIN_SEEK_H
#define SAYSO_EXPLAIN_SEEK_H

#include "explain_asked.h"
#include "shortlist.h"
#include "trail_read.h"

enum {
	EXPLAIN_TESTS = 64,		/* more: all lines are read */
};

struct explain_seek {
	struct explain_asked *asked;
	size_t count;
	int64_t limit;			/* reviews of each that are shown */
	bool streamed;			/* of a stream: nothing is exact */
	bool runs;			/* lines that are no reviews are wanted */
	struct selection_facts *facts;	/* of sources; NULL: not wanted */
};

/* Fills the list, in the order of reading; one that is full means all lines.
 * -1 without memory, or where the trail cannot be read. */
int explain_seek(const struct explain_seek *what, struct trail_reader *trail,
	size_t files, struct shortlist *list, struct complaint *c);
/* The lines of a review. */
int explain_seek_id(struct trail_reader *trail, struct text id, size_t files,
	struct shortlist *list, struct complaint *c);

#endif
