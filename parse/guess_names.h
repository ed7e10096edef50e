/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names that unknown JSON gives to what a review says, as the fields of a
 * recipe of our own; see guess.h.
 */
#ifndef SAYSO_GUESS_NAMES_H
#define SAYSO_GUESS_NAMES_H

#include "recipe.h"

extern const struct recipe guess_recipe;

/* The lookups of values.h: `path` is one of the recipe's, in lower case
 * without '_' and '-', members of members with '/'. */
struct text guess_at(const void *record, const char *path, struct arena *a);
bool guess_has(const void *record, const char *path);

/* True if the name, in that reading, holds the word. */
bool guess_name_holds(const char *name, const char *word);

#endif
