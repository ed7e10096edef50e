/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps secrets out of what is stored or said: every occurrence of a recipe's
 * secrets, plain or percent-encoded, becomes RECIPE_HIDDEN.  It looks at the
 * text, not at where it came from, so a server that sends a key back in a
 * redirect or in the next page's URL gives nothing away either.
 */
#ifndef SAYSO_MASK_H
#define SAYSO_MASK_H

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "recipe.h"
#include "text.h"

struct mask {
	struct arena arena;
	struct text *secret;
	size_t count;
};

/* -1 where a secret of the recipe cannot be had. */
int mask_init(struct mask *m, const struct recipe *r, struct complaint *c);
void mask_release(struct mask *m);
int mask_add(const struct mask *m, struct buffer *to, struct text text);

#endif
