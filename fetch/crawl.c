/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crawl_parts.h"

#include <inttypes.h>
#include <stdlib.h>

#include "site.h"
#include "token.h"

/* The next task whose host has no row at work, or room for one more. */
static struct task *
task_next(struct crawl *crawl)
{
	size_t i;

	for (i = 0; crawl->left > 0 && i < crawl->tasks.count; i++) {
		struct task *t = &crawl->tasks.task[i];

		if (t->wanted && !t->begun && (t->host == NULL ||
		    t->host->rows < t->host->streams))
			return t;
	}
	return NULL;
}

static int
rows_begin(struct crawl *crawl, struct complaint *c)
{
	struct task *task;
	size_t i;

	for (i = 0; i < CRAWL_ROWS; i++) {
		if (crawl->row[i] != NULL)
			continue;
		if ((task = task_next(crawl)) == NULL)
			return 0;
		crawl->row[i] = malloc(sizeof(*crawl->row[i]));
		if (crawl->row[i] == NULL)
			return complain(c, 0, "no memory for a row");
		task->begun = true;
		crawl->left--;
		if (task->host != NULL)
			task->host->rows++;
		if (row_open(crawl->row[i], &crawl->round, &task->row, c) != 0)
			return -1;
	}
	return 0;
}

static void
row_leave(struct crawl *crawl, size_t i)
{
	const char *name = crawl->row[i]->home.host;
	struct host *h = name[0] == '\0' ? NULL :
	    politeness_host(&crawl->round.politeness, name);

	if (h != NULL)
		h->rows--;
	row_close(crawl->row[i]);
	free(crawl->row[i]);
	crawl->row[i] = NULL;
}

/* Moves everything that can move; returns how many rows are at work, or -1;
 * *wake is when the next one may be. */
static int
step_all(struct crawl *crawl, int64_t *wake, struct complaint *c)
{
	struct round *r = &crawl->round;
	int64_t now_ms = round_ms();
	struct token *t;
	struct site *s;
	int active = 0;
	size_t i;

	*wake = INT64_MAX;
	if (rows_begin(crawl, c) != 0)
		return -1;
	for (i = 0; i < CRAWL_ROWS; i++) {
		if (crawl->row[i] == NULL)
			continue;
		if (row_step(crawl->row[i], r, now_ms, wake, c) != 0)
			return -1;
		active++;
		if (crawl->row[i]->over) {
			row_leave(crawl, i);
			*wake = now_ms;
		}
	}
	for (s = r->sites; s != NULL; s = s->next)
		if (site_step(r, s, now_ms, wake, c) != 0)
			return -1;
	for (t = r->tokens; t != NULL; t = t->next)
		if (token_step(r, t, now_ms, wake, c) != 0)
			return -1;
	return active;
}

static int
replies_take(struct crawl *crawl, struct complaint *c)
{
	struct http_reply reply;
	int result = 0, taken = 0;

	while (result == 0 && taken++ < CRAWL_REPLIES &&
	    http_next(crawl->round.http, &reply)) {
		if (*(enum owner *)reply.owner == OWNER_ROW)
			result = row_take(reply.owner, &crawl->round, &reply,
			    c);
		else if (*(enum owner *)reply.owner == OWNER_TOKEN)
			result = token_take(&crawl->round, reply.owner,
			    &reply, c);
		else
			result = site_take(&crawl->round, reply.owner, &reply,
			    c);
	}
	return result;
}

enum ending { ENDING_DONE, ENDING_STOPPED, ENDING_LATE, ENDING_FAILED };

/* What rows that are under way have got so far is not thrown away. */
static enum ending
interrupt(struct crawl *crawl, enum ending ending, struct complaint *c)
{
	size_t i;

	for (i = 0; i < CRAWL_ROWS; i++)
		if (crawl->row[i] != NULL && row_interrupt(crawl->row[i],
		    &crawl->round, c) != 0)
			return ENDING_FAILED;
	return ending;
}

/* A kill costs what came since the last checkpoint.  A run at a time that was
 * given (--now) is done again instead, to the same bytes. */
static int
checkpoint_all(struct crawl *crawl, struct complaint *c)
{
	int64_t now = round_ms(), pages = crawl->round.tally.pages;
	size_t i;

	if (crawl->options->now >= 0 || pages == crawl->safe_pages ||
	    (now - crawl->safe_ms < CRAWL_SAFE_MS &&
	    pages - crawl->safe_pages < CRAWL_SAFE_PAGES))
		return 0;
	for (i = 0; i < CRAWL_ROWS; i++)
		if (crawl->row[i] != NULL && row_checkpoint(crawl->row[i],
		    &crawl->round, c) != 0)
			return -1;
	if (ledger_commit(crawl->round.ledger, c) != 0 ||
	    round_keep_budgets(&crawl->round, c) != 0)
		return -1;
	crawl->safe_ms = now;
	crawl->safe_pages = pages;
	return 0;
}

static enum ending
run(struct crawl *crawl, struct complaint *c)
{
	int64_t wake, now_ms;
	int active;

	for (;;) {
		active = step_all(crawl, &wake, c);
		if (active < 0)
			return ENDING_FAILED;
		crawl->round.watch->progress(crawl->round.watch->self,
		    &crawl->round.tally);
		if (active == 0 && crawl->left == 0)
			return ENDING_DONE;
		if (*crawl->options->stop)
			return interrupt(crawl, ENDING_STOPPED, c);
		now_ms = round_ms();
		if (now_ms >= crawl->deadline_ms)
			return interrupt(crawl, ENDING_LATE, c);
		wake = wake < now_ms ? 0 : wake - now_ms;
		if (http_wait(crawl->round.http, wake < CRAWL_TICK_MS ?
		    (int)wake : CRAWL_TICK_MS, c) != 0 ||
		    replies_take(crawl, c) != 0 ||
		    checkpoint_all(crawl, c) != 0)
			return ENDING_FAILED;
	}
}

static enum ending
run_and_keep(struct crawl *crawl, struct complaint *c)
{
	enum ending ending = run(crawl, c);

	return ending == ENDING_FAILED ||
	    (round_keep_budgets(&crawl->round, c) == 0 &&
	    ledger_commit(crawl->round.ledger, c) == 0) ? ending :
	    ENDING_FAILED;
}

static enum status
status_of(const struct crawl *crawl, enum ending ending, struct complaint *c)
{
	const struct round_tally *t = &crawl->round.tally;

	if (ending == ENDING_FAILED)
		return STATUS_RETRY;
	if (ending == ENDING_STOPPED)
		complain(c, 0, "interrupted: %" PRId64 " of %" PRId64 " rows "
		    "done, the others wait for the next run", t->ended,
		    t->rows);
	if (ending == ENDING_LATE)
		complain(c, 0, "--max-time is over: %" PRId64 " of %" PRId64
		    " rows done, the others wait for the next run", t->ended,
		    t->rows);
	if (ending == ENDING_DONE && t->useful == 0 && t->deferred > 0)
		complain(c, 0, "no page came: %" PRId64 " of %" PRId64 " rows "
		    "wait until their hosts may be asked again", t->deferred,
		    t->rows);
	if (ending == ENDING_STOPPED || (t->useful == 0 && t->rows > 0))
		return STATUS_RETRY;
	if (ending == ENDING_LATE || t->blocked + t->failed + t->fell_short >
	    0)
		return STATUS_SHORT;
	return STATUS_DONE;
}

enum status
crawl_run(const struct crawl_options *o, const struct round_watch *watch,
	struct round_tally *tally, struct complaint *c)
{
	struct crawl *crawl = calloc(1, sizeof(*crawl));
	enum status status = crawl_check_folder(o->folder, c);

	if (status != STATUS_DONE || crawl == NULL) {
		if (status == STATUS_DONE)
			complain(c, 0, "no memory for a run");
		free(crawl);
		return status != STATUS_DONE ? status : STATUS_RETRY;
	}
	crawl->options = o;
	crawl->round.watch = watch;
	crawl->deadline_ms = o->max_time_s > 0 &&
	    o->max_time_s < CRAWL_FOREVER_S ? round_ms() + 1000 *
	    o->max_time_s : INT64_MAX;
	if (workspace_open(&crawl->workspace, o->folder, "fetch", c) != 0) {
		free(crawl);
		return STATUS_RETRY;
	}
	status = crawl_open_plan(crawl, c);
	if (status == STATUS_DONE) {
		if (crawl_open_round(crawl, false, c) != 0 ||
		    crawl_open_network(crawl, c) != 0)
			status = STATUS_RETRY;
		else
			status = status_of(crawl, run_and_keep(crawl, c), c);
	}
	*tally = crawl->round.tally;
	crawl_release(crawl);
	free(crawl);
	return status;
}
