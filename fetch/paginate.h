/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which page comes next, and which rule ends a run.  This is the one place
 * where fetch looks into a body: at the next link, the number of records and
 * the total that the source states, where the recipe says they are.
 *
 * Rules that a recipe may name: empty (no records), absent (no next link),
 * repeat (a body seen before in this run), short (fewer records than a page
 * holds), status:N, header:NAME (the page number has reached that header).
 * "elsewhere" ends a run whose next link leaves its host: it is not followed.
 * Two guards hold always: the same cursor with the same body is "repeat", and
 * the page ceiling ("max_pages" of the row, else of the recipe, else
 * PAGINATE_PAGES).
 */
#ifndef SAYSO_PAGINATE_H
#define SAYSO_PAGINATE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "http.h"
#include "plan.h"
#include "recipe.h"
#include "text.h"

enum {
	PAGINATE_PAGES = 50,		/* where nobody says */
	PAGINATE_CURSOR_MAX = 2000,	/* a longer one fits into no URL */
	PAGINATE_DIGITS_MAX = 15,	/* of a page number to go on at */
};

struct paginate {
	const struct recipe *recipe;
	const struct plan_row *row;
	int64_t number;			/* page or offset */
	struct buffer place;		/* cursor or URL; empty at first */
	bool placed;
	bool resumed;			/* there were pages in earlier runs */
	int pages, max_pages;
	uint64_t *seen;			/* a set: 0 is an empty slot */
	size_t seen_count, seen_size;
};

/* What a page says; strings NULL and numbers -1 where it does not. */
struct paginate_facts {
	int64_t records, stated, last;
	const char *next;		/* cursor, or URL in normal form */
	const char *elsewhere;		/* a next link on another host */
};

void paginate_init(struct paginate *p, const struct recipe *recipe,
	const struct plan_row *row);
void paginate_release(struct paginate *p);

/* The current page's URL in normal form. */
int paginate_url(const struct paginate *p, char to[HTTP_URL],
	struct complaint *c);

/* Looks into a page: `url` is where it was found, `body` has its content
 * coding removed.  A complaint where the body is not what the recipe says. */
int paginate_look(const struct paginate *p, const char *url,
	struct text head, struct text body, struct paginate_facts *facts,
	struct arena *a, struct complaint *c);

/* After a page: NULL when there is another one (the current page has moved),
 * else the rule that ends the run.  "repeat" means that the page itself was
 * there before and does not count.  `digest` is that of the body, in any
 * spelling that stays the same. */
const char *paginate_turn(struct paginate *p,
	const struct paginate_facts *facts, const char *digest,
	struct complaint *c);
/* "status:404" where the recipe ends on that status behind the first page,
 * else NULL. */
const char *paginate_status(const struct paginate *p, int status,
	struct arena *a);

/* The current page as a string, to go on there in a later run. */
const char *paginate_place(const struct paginate *p, struct arena *a);
/* -1 where the string is no place; then begin anew. */
int paginate_resume(struct paginate *p, const char *place);

#endif
