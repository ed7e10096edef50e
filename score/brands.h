/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names of brands as texts write them: names and aliases of the plan, or
 * of a command line.  English has them as they are or with 's; in other
 * languages up to three letters may follow ("od Philipsa"), in Georgian more,
 * and in Arabic letters one may stand before.
 */
#ifndef SAYSO_BRANDS_H
#define SAYSO_BRANDS_H

#include "complaint.h"
#include "digest.h"
#include "phrases.h"
#include "plan.h"

enum {
	BRANDS_MAX = PLAN_BRANDS_MAX,
	BRANDS_ENDING = 3,		/* letters */
	BRANDS_CASE = 6,		/* of Georgian */
};

struct brands {
	struct arena arena;
	struct phrases whole, ending, serbian;
	const char *name[BRANDS_MAX];
	size_t count;
	char identity[DIGEST_HEX];	/* of names and aliases; "" none */
};

/* Both return NULL on failure. */
struct brands *brands_of_plan(const struct plan *plan, struct complaint *c);
/* "Lumen,Philips=Phillips=Filips": brands, each with its other names. */
struct brands *brands_of_list(const char *list, struct complaint *c);
/* By the one that is given; NULL without a complaint where neither is. */
int brands_open(struct brands **to, const char *list, const char *plan,
	struct complaint *c);
void brands_free(struct brands *b);

/* The names that a text of a language may hold. */
const struct phrases *brands_in(const struct brands *b, const char *language,
	enum fold_way way);

#endif
