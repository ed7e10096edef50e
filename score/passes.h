/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Passes over the reviews of a workspace, each a stream: the lines of
 * reviews/, file by file in the order of their names, and those of changes/.
 * Of the lines of equal ids one counts (winners.h); which one is decided by
 * passes of their own, and the passes after these see what counts.
 *
 *	passes_open()	the names of the files
 *	passes_choose()	which ids stand twice (twice.h), who wins of these
 *	passes_reviews()	the lines that count, as often as needed
 *	passes_changes()	what parse noticed; these lines have no versions
 */
#ifndef SAYSO_PASSES_H
#define SAYSO_PASSES_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "reviews.h"
#include "shortlist.h"
#include "winners.h"
#include "workspace.h"

enum { PASSES_LINE_MAX = 128 << 20 };	/* bytes, with what was before */

struct passes {
	struct workspace_list files, changes;
	/* The folders of both. */
	char reviews[WORKSPACE_PATH_MAX], changed[WORKSPACE_PATH_MAX];
	/* NULL: all lines of reviews/; else only these are read, in which
	 * all lines of any id must be.  Borrowed; between open and choose. */
	const struct shortlist *only;
	struct winners *winners;
	struct buffer line;		/* with what was before */
	struct arena arena;		/* of an id */
};

/* What is done in a pass. */
struct pass {
	/* A line that counts, which a review that has changed ends with what
	 * it was before (winners_write()).  0, or -1 with a complaint: the
	 * pass ends.  Of `only` some, r tells the place alone. */
	int (*line)(void *context, struct reviews *r, struct text line);
	/* A line that cannot be read, which is said; NULL: nothing is said of
	 * it, as in any pass but one. */
	void (*bad)(void *context);
	/* A line that does not count, being an older version; NULL: passed. */
	int (*older)(void *context, struct reviews *r, struct text line);
	void *context;
	bool trusted;			/* jsonl_trust() */
	uint64_t bad_lines;		/* out: as `struct reviews` */
};

/* `p` is zero before.  Lines that must be compared wait in an unnamed file in
 * `folder`, borrowed, where they are many (winners_create()).  Each is 0, or
 * -1 with a complaint; release it in either case. */
int passes_open(struct passes *p, const struct workspace *w,
	const char *folder, struct complaint *c);
int passes_choose(struct passes *p, struct complaint *c);
int passes_reviews(struct passes *p, struct pass *pass, struct complaint *c);
int passes_changes(struct passes *p, struct pass *pass, struct complaint *c);
void passes_release(struct passes *p);

#endif
