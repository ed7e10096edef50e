/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Keeps secrets out of what is stored or said: every occurrence of a recipe's
 * secrets, plain, percent-encoded or with JSON's escapes, becomes
 * RECIPE_HIDDEN.  It looks at the text, not at where it came from, so a server
 * that sends a key back in a redirect, a header, a page or the next page's URL
 * gives nothing away either.
 */
#ifndef SAYSO_MASK_H
#define SAYSO_MASK_H

#include <stdbool.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "recipe.h"
#include "text.h"

/* In what others wrote a shorter secret is not looked for: it would be found
 * everywhere. */
enum { MASK_FOREIGN_MIN = 6, MASK_LEARNED_MAX = 16 };

struct mask {
	struct arena arena;
	struct text *secret;
	size_t count, size;
};

/* -1 where a secret of the recipe cannot be had. */
int mask_init(struct mask *m, const struct recipe *r, struct complaint *c);
void mask_release(struct mask *m);
/* One more secret, such as a token that was given out. */
int mask_learn(struct mask *m, struct text secret, struct complaint *c);
int mask_add(const struct mask *m, struct buffer *to, struct text text);
/* The same for a server's own words; `to` grows to no more than the text. */
int mask_add_foreign(const struct mask *m, struct buffer *to,
	struct text text);
bool mask_finds(const struct mask *m, struct text text);
/* Complaints quote shortened values: also the beginning of a secret at a cut
 * is hidden. */
void mask_complaint(const struct mask *m, struct complaint *c);

#endif
