/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What became of a row's reviews from run to run: changes/ROW.jsonl, made
 * anew from reviews/ROW/ whenever something was added there.  The same
 * reviews files give the same bytes.  sayso-reviews(5) is the manual.
 *
 *	edited		rating, title or text of one id differ from the last
 *			version
 *	vanished	it was there, and a run that should have seen it did
 *			not
 *	returned	a vanished one is there again
 *
 * A run should have seen a review only if it is complete, went through from
 * the beginning, every page of it was new and could be read, and found
 * something; and if it either collected as many reviews as the source states,
 * or found an older one.  So an empty answer, a challenge, a broken page, a
 * run that was cut, or a source that shows its newest only, vanishes nothing.
 */
#ifndef SAYSO_CHANGES_H
#define SAYSO_CHANGES_H

#include <stddef.h>
#include <stdint.h>

#include "complaint.h"
#include "workspace.h"

enum {
	CHANGES_IDS_MAX = 4 << 20,	/* of one row; beyond it no claim */
	CHANGES_BYTES_MAX = 256 << 20,	/* of one file of changes */
};

struct changes_found {
	size_t changes;
	size_t before;		/* reviews of the files before the last */
	int64_t barren;		/* pages of the last file, a whole run that
				   read them all and found nothing; else 0 */
};

/* `row` is a folder below reviews/, `file` its files, sorted.  Nothing is
 * written where nothing changed. */
int changes_write(const struct workspace *w, const char *row,
	char *const *file, size_t files, struct changes_found *found,
	struct complaint *c);

#endif
