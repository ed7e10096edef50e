/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who we are, in the forms that servers want: a recipe's "auth" as header
 * fields.  Values live in the caller's arena and are secrets: mask.h hides
 * them wherever they would be kept.
 */
#ifndef SAYSO_AUTH_H
#define SAYSO_AUTH_H

#include "arena.h"
#include "complaint.h"
#include "recipe.h"
#include "text.h"

/* The value of one of the recipe's secrets. */
int auth_secret(const struct recipe *r, const char *name, struct arena *a,
	struct text *value, struct complaint *c);
/* RFC 7617: base64 of `user:secret`, or of the secret alone where no "user"
 * is said (it is then `user:password` itself). */
int auth_basic(const struct recipe *r, struct arena *a, struct text *value,
	struct complaint *c);
/* `Bearer VALUE`, `Basic VALUE`. */
int auth_word(const char *scheme, struct text value, struct arena *a,
	struct text *to, struct complaint *c);
/* A token has to be asked for first: token.h. */
bool auth_wants_token(const struct recipe *r);

#endif
