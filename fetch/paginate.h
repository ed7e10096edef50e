/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Which page comes next, and which rule ends a run.  This is the one place
 * where fetch looks into a body: at the next link, the number of records and
 * the total that the source states, where the recipe says they are.
 *
 * Rules that a recipe may name: empty (no records), absent (no next link),
 * repeat (a body seen before in this run), short (fewer records than a page
 * holds), known (a run of records that earlier runs have), before_since (only
 * records older than what is wanted), total (as many records as the source
 * states), status:N, header:NAME (the page number has reached that header).
 * "elsewhere" ends a run whose next link leaves its host: it is not followed.
 * Two guards hold always: the same cursor with the same body is "repeat", and
 * the page ceiling ("max_pages" of the row, else of the recipe, else
 * PAGINATE_PAGES).
 *
 * Stretches of time (mode "window"): the span of the run is walked from its
 * beginning, one window after the other, each through all its pages; "window"
 * ends the run.  A window that holds more than the source gives out is halved,
 * down to the least size; one that cannot be halved leaves `capped` set.  What
 * was counted in a window that is halved is not counted.
 *
 * Ids: the first page is a list, then each batch of it is a page; "ids" ends
 * the run.
 */
#ifndef SAYSO_PAGINATE_H
#define SAYSO_PAGINATE_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "http.h"
#include "peek.h"
#include "plan.h"
#include "recipe.h"
#include "seen.h"
#include "text.h"

enum {
	PAGINATE_PAGES = 50,		/* where nobody says */
	PAGINATE_CURSOR_MAX = 2000,	/* a longer one fits into no URL */
	PAGINATE_BODY_MAX = 64 << 10,	/* of a POST */
	PAGINATE_DIGITS_MAX = 15,	/* of a page number to go on at */
};

/* What one run wants.  Instants; -1 and NULL where there is nothing to say. */
struct paginate_aim {
	const struct plan *plan;	/* for its mirrors */
	int64_t since;			/* what is older is not wanted */
	const char *since_id;
	int64_t from, to;		/* the span of the mode "window" */
};

struct paginate {
	const struct recipe *recipe;
	const struct plan_row *row;
	struct paginate_aim aim;
	int64_t number;			/* page or offset */
	struct buffer place;		/* cursor or URL; empty at first */
	bool placed;
	bool resumed;			/* there were pages in earlier runs */
	int pages, max_pages;
	struct seen seen;
	int64_t collected, stated;	/* so far; -1: not stated */
	/* of windows */
	bool windowed, capped;
	int64_t from, to;		/* the window at hand */
	int64_t inside, outside;	/* records in it; stated of it */
	/* of ids */
	struct arena arena;		/* owns them */
	const char **id;		/* NULL: the list was not seen */
	size_t id_count, id_at;
};

/* What a page says; strings NULL and numbers -1 where it does not. */
struct paginate_facts {
	int64_t records, stated, last, backoff;
	const char *next;		/* cursor, or URL in normal form */
	const char *elsewhere;		/* a next link on another host */
	const struct peek_record *record;
	size_t record_count;
	const char *high_id;
	const char *const *id;		/* of a list: what is to be asked */
	size_t id_count;
	bool known;			/* enough known records in a row */
	bool placed;			/* there is a place for records */
};

void paginate_init(struct paginate *p, const struct recipe *recipe,
	const struct plan_row *row);
void paginate_release(struct paginate *p);
/* Says what the run wants; before the first URL.  The strings are borrowed. */
void paginate_aim(struct paginate *p, const struct paginate_aim *aim);

/* The current page's URL in normal form. */
int paginate_url(const struct paginate *p, char to[HTTP_URL],
	struct complaint *c);

/* What is sent with it: adds the body of a POST, nothing where the recipe has
 * none; `type` becomes its media type. */
int paginate_body(const struct paginate *p, struct buffer *to,
	const char **type, struct complaint *c);
/* Whether the URL is the same in each run, so that it is worth remembering. */
bool paginate_is_stable(const struct paginate *p);

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
/* A batch of ids that the source does not have: NULL and the next one, or the
 * rule that ends the run. */
const char *paginate_skip(struct paginate *p, struct complaint *c);
/* "status:404" where the recipe ends on that status behind the first page,
 * else NULL. */
const char *paginate_status(const struct paginate *p, int status,
	struct arena *a);

/* The current page as a string, to go on there in a later run. */
const char *paginate_place(const struct paginate *p, struct arena *a);
/* -1 where the string is no place; then begin anew. */
int paginate_resume(struct paginate *p, const char *place);

/* ---- shared by paginate.c, paginate_ask.c and paginate_span.c ---- */

bool paginate_is_numbered(const struct paginate *p);
bool paginate_is_linked(const struct paginate *p);
/* At the first page again, of whatever window. */
void paginate_rewind(struct paginate *p);
/* The first window; then after each window's last page: NULL and the next
 * one, or the rule that ends the run. */
void paginate_span_begin(struct paginate *p);
const char *paginate_span_turn(struct paginate *p, const char *rule);
/* A page of a window: true where the window was halved instead. */
bool paginate_span_split(struct paginate *p,
	const struct paginate_facts *facts);
/* Takes the list, or moves behind a batch. */
const char *paginate_ids_turn(struct paginate *p,
	const struct paginate_facts *facts, struct complaint *c);

#endif
