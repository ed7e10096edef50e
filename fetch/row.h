/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One row of the plan being fetched, page by page:
 *
 *	row_open()   what the ledger knows, the first URL
 *	row_step()   when robots.txt and the host allow, the next request;
 *	             otherwise nothing, and when to look again
 *	row_take()   an answer: a page kept, a redirect, another try, the end
 *	row_interrupt()
 *	row_close()
 *
 * At its end (`over`) the captures file has its name, or there was nothing to
 * keep; the ledger was told before how the row ended and what would finish the
 * file (recover.h).  A file is kept when it holds a new page
 * or when the row ended otherwise than its last file says (so that a source
 * that closes its doors, or opens them again, is known downstream).
 *
 * A page is new when its body differs from the one the ledger has seen under
 * that URL.  What the ledger knows counts only while the captures file that
 * it names is there.
 *
 * -1 means that this machine fails (disk, memory, ledger), and the run ends.
 */
#ifndef SAYSO_ROW_H
#define SAYSO_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "capture.h"
#include "complaint.h"
#include "digest.h"
#include "http.h"
#include "ledger.h"
#include "marks.h"
#include "mask.h"
#include "paginate.h"
#include "plan.h"
#include "recipe.h"
#include "round.h"
#include "site.h"
#include "token.h"
#include "visit.h"

enum {
	ROW_ARENA_MAX = 256 << 20,	/* what a row remembers */
	ROW_FILE_MAX = 64 << 20,	/* a local file */
	ROW_NOTES = 64,			/* unchanged pages, not written down */
	ROW_SOON_S = 3600,		/* a failed row is due again */
	ROW_CLOCK_S = 86400,		/* a clock further back is told */
	ROW_REQUEST_MAX = HTTP_HEADERS_MAX * HTTP_FIELD_MAX,
};

/* What stays the same from run to run; borrowed. */
struct row_task {
	const struct plan_row *plan;
	const struct recipe *recipe;
	struct mask *mask;		/* grows by tokens */
};

struct row {
	enum owner owner;
	const struct row_task *task;
	struct capture_about about;
	struct ledger_row past;
	bool is_new;			/* the ledger has none of its pages */
	struct arena arena;		/* of the whole row */
	struct arena turn;		/* of the page at hand */
	struct arena notes;		/* of `page` */
	struct arena asking;		/* the request at hand */
	struct paginate paginate;
	struct marks marks;
	struct buffer marks_line;	/* as it was written last */
	struct token *token;		/* NULL where the recipe wants none */
	struct visit visit;
	struct buffer content;		/* of a POST */
	const char *content_type;	/* NULL: a GET */
	struct buffer request;		/* as sent, secrets hidden */
	unsigned char digest[DIGEST_SIZE];	/* of the body that came */
	struct capture capture;
	struct capture_run run;
	char url[HTTP_URL];		/* of the page, before redirects */
	const char *known;		/* the same, secrets hidden */
	char begins[ID_HEX];		/* digest of the first page's URL */
	struct http_place home;		/* of the first page */
	char source[256];
	struct ledger_page before;	/* the page in the ledger */
	bool conditional;		/* validators were sent */
	bool uncounted;			/* a page whose records are not known */
	bool placed;			/* a page had a place for records */
	struct ledger_page *page;	/* since the last checkpoint */
	size_t page_count, page_size;
	size_t fresh;			/* new pages in the capture */
	int64_t pages_safe;		/* run.pages at the last checkpoint */
	bool whole;			/* past what is known, to the end */
	bool over;
};

/* The first URL of a run, by what the ledger knows of the row. */
int row_first(const struct row_task *task, const struct round *r,
	const struct ledger_row *past, char url[HTTP_URL],
	struct complaint *c);
/* False when the row's time has not come. */
bool row_is_due(const struct ledger_row *past, int64_t now);

int row_open(struct row *row, struct round *r, const struct row_task *task,
	struct complaint *c);
void row_close(struct row *row);
int row_step(struct row *row, struct round *r, int64_t now_ms, int64_t *wake,
	struct complaint *c);
int row_take(struct row *row, struct round *r, const struct http_reply *reply,
	struct complaint *c);
/* The run ends before the row does: what came is kept, and the next run goes
 * on behind it. */
int row_interrupt(struct row *row, struct round *r, struct complaint *c);

/* Writes down what came so far, so that a kill loses nothing before here. */
int row_checkpoint(struct row *row, struct round *r, struct complaint *c);

/* ---- shared by the files row*.c */

/* The URL, secrets hidden, in the row's arena; NULL: no memory. */
const char *row_masked(struct row *row, const char *url);
/* Ends the row: `stop` and `status` as in sayso-captures(5). */
int row_end(struct row *row, struct round *r, const char *stop,
	const char *status, struct complaint *c);
/* The same with a reason that people are told. */
int row_fail(struct row *row, struct round *r, const char *stop,
	const char *status, const char *why, struct complaint *c);
/* What the ledger knows of the page `known`, into `before`. */
int row_recall(struct row *row, struct round *r, struct complaint *c);
/* Sets out for the current page of `paginate`. */
int row_aim(struct row *row, struct round *r, struct complaint *c);
/* A good answer: 200, or 304 to validators of ours. */
int row_page(struct row *row, struct round *r, const struct http_reply *reply,
	struct complaint *c);
/* Notes a page for the ledger; everything is copied. */
int row_note_page(struct row *row, const struct ledger_page *page,
	struct complaint *c);
/* Begins the captures file where that was not done yet. */
int row_begin_capture(struct row *row, struct round *r, struct complaint *c);
/* Fetches a local file: all of a row whose transport is "file". */
int row_file(struct row *row, struct round *r, struct complaint *c);
/* The fields to send, secrets and all; copies go to `asking`.  `request`
 * becomes what is kept of it. */
int row_request(struct row *row, const struct round *r,
	struct http_field field[HTTP_HEADERS_MAX], size_t *count,
	struct complaint *c);

#endif
