/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which recipe fits an address that people have in front of them: by the
 * address alone, or by what its page holds (the "match" of recipes).
 */
#ifndef SAYSO_RECOGNIZE_H
#define SAYSO_RECOGNIZE_H

#include <stddef.h>

#include "arena.h"
#include "complaint.h"
#include "recipe.h"
#include "text.h"
#include "workspace.h"

enum {
	RECOGNIZE_MAX = 16,		/* recipes for one address */
	RECOGNIZE_PAGE_MAX = 4 << 20,	/* bytes of a page that are looked at */
};

struct recognized {
	const char *recipe, *title;
	struct recipe_pair *param;
	size_t param_count;
	size_t weight;			/* the more said, the better */
};

struct recognition {
	struct arena arena;
	struct recognized found[RECOGNIZE_MAX];	/* the best first */
	size_t count;
};

/* The recipes of a folder (NULL: the shipped ones), ids in order. */
int recognize_list(const char *folder, struct workspace_list *list,
	struct complaint *c);

/* `page` absent: by the address alone.  Links in the page are taken relative
 * to `url`.  Recipes that are not fit to be read are complaints. */
int recognize(struct recognition *r, const char *folder, const char *url,
	struct text page, struct complaint *c);
void recognition_release(struct recognition *r);

#endif
