/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which attributes of a page nobody reads: handlers of events, `data-...`,
 * `aria-...`, sizes of pictures.  They are a third of a page's markup, and a
 * tree is made in a quarter less time without them.
 *
 * What extractors read by name is never idle: a `data-` or `aria-` name that
 * a source file here holds must stand in attributes.c (tests/10-tree.t).
 */
#ifndef SAYSO_ATTRIBUTES_H
#define SAYSO_ATTRIBUTES_H

#include <stdbool.h>
#include <stddef.h>

#include "recipe.h"
#include "text.h"

enum { ATTRIBUTES_MAX = 128 };		/* names that recipes ask for */

struct attributes {
	struct text name[ATTRIBUTES_MAX];	/* borrowed */
	size_t count;
	bool all;			/* nothing is idle */
	bool scripts;			/* scripts of data are read */
	bool blanks;			/* so are texts one by one */
};

/* Begins with none: = {.count = 0}.  Adds what the recipe's expressions ask
 * for. */
void attributes_add_recipe(struct attributes *a, const struct recipe *r);

/* `name` as written, in any capitals. */
bool attributes_is_idle(const struct attributes *a, struct text name);

#endif
