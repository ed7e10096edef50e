/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A source added to the text of a plan that people wrote: every byte of it
 * stays, comments and order too; what is new stands behind the brand's last
 * source (or as a new brand behind the last one), indented as its neighbours
 * are.
 */
#ifndef SAYSO_PLAN_EDIT_H
#define SAYSO_PLAN_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "complaint.h"
#include "recipe.h"
#include "text.h"

struct plan_addition {
	const char *brand;
	bool own;			/* of a brand that is new */
	const char *recipe;
	const struct recipe_pair *param;
	size_t param_count;
};

/* Adds the new text of `plan` to `to`; `path` is for complaints.  -1 also
 * where the text is such that nothing can be put into it safely. */
int plan_edit_add(struct buffer *to, struct text plan, const char *path,
	const struct plan_addition *what, struct complaint *c);

/* The source as it would be written, for people to copy. */
int plan_edit_source(struct buffer *to, const struct plan_addition *what);

#endif
