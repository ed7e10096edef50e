/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was asked for: names, each of a figure of summary.json (figure_path.h,
 * explain_figure.h) or, where it is none, of reviews (selection.h).
 */
#ifndef SAYSO_EXPLAIN_ASKED_H
#define SAYSO_EXPLAIN_ASKED_H

#include "buffer.h"
#include "explain_figure.h"
#include "selection.h"

enum explain_kind { ASKED_FIGURE, ASKED_SELECTION };

struct explain_asked {
	const char *name;		/* borrowed */
	enum explain_kind kind;
	struct figure_path path;
	struct explain_figure figure;
	struct selection selection;
	char *own;			/* of the selection's texts */
	int64_t count;			/* as the figure counts */
	int64_t reviews;		/* or runs */
	int64_t shown;			/* of them */
	bool counted;			/* both, before any was read */
	struct buffer pages;		/* of those that are shown */
};

/* NULL: no memory. */
struct explain_asked *explain_asked_create(size_t count);
void explain_asked_free(struct explain_asked *a, size_t count);

/* Adds the figure that was probably meant; false where none is near. */
bool explain_asked_nearest(struct buffer *to, const struct json *summary,
	const char *name);

/* 0, or -1: nothing is called so; the complaint names what is most like it.
 * Without a summary (NULL) there are selections only. */
int explain_asked_read(struct explain_asked *a, const char *name,
	const struct json *summary, struct complaint *c);

#endif
