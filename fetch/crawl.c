/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crawl.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish.h"
#include "recover.h"
#include "row.h"
#include "site.h"
#include "tasks.h"
#include "token.h"

struct crawl {
	const struct crawl_options *options;
	struct workspace workspace;
	struct plan plan;
	struct tasks tasks;
	struct round round;
	struct row *row[CRAWL_ROWS];	/* NULL: free */
	size_t left;			/* tasks neither begun nor left out */
	int64_t deadline_ms;		/* INT64_MAX: none */
	int64_t safe_ms, safe_pages;	/* at the last checkpoint */
};

/* ---- before the first request ---- */

static enum status
plan_open(struct crawl *crawl, struct complaint *c)
{
	const struct crawl_options *o = crawl->options;
	char path[WORKSPACE_PATH_MAX];

	if (workspace_path(&crawl->workspace, "sayso.json", path, c) != 0 ||
	    plan_read(&crawl->plan, path, c) != 0 ||
	    tasks_read(&crawl->tasks, &crawl->plan, o->only, o->sources, c)
	    != 0)
		return STATUS_USAGE;
	return STATUS_DONE;
}

static void
agent_make(struct round *r)
{
	const char *contact = r->plan->contact;

	snprintf(r->agent, sizeof(r->agent), ROUND_TOKEN "/%s (+%s)",
	    SAYSO_VERSION, contact == NULL ? "" : contact);
}

static int
task_open(struct crawl *crawl, struct task *task, struct complaint *c)
{
	struct round *r = &crawl->round;
	struct http_place place;
	struct ledger_row past;
	struct arena a;
	int result;

	arena_init(&a, ROW_ARENA_MAX);
	result = ledger_row_get(r->ledger, task->row.plan->key, &past, &a, c);
	if (result >= 0 && task->url[0] != '\0' &&
	    row_first(&task->row, r, &past, task->url, c) != 0)
		result = -1;
	task->wanted = crawl->options->force || r->until >= 0 || result == 0 ||
	    (result > 0 && row_is_due(&past, r->started));
	arena_release(&a);	/* what the ledger said lives in it */
	place.host[0] = '\0';
	if (task->url[0] != '\0')
		http_url_place(task->url, &place);
	task->wanted &= shard_has(&crawl->options->shard, place.host);
	if (result < 0)
		return -1;
	if (!task->wanted)
		return 0;
	crawl->left++;
	r->tally.rows++;
	if (task->url[0] == '\0')
		return 0;
	task->host = round_host(r, place.host, c);
	return task->host == NULL ? -1 : 0;
}

static int
round_open(struct crawl *crawl, bool read_only, struct complaint *c)
{
	const struct crawl_options *o = crawl->options;
	struct round *r = &crawl->round;
	char path[WORKSPACE_PATH_MAX];
	size_t i;

	r->plan = &crawl->plan;
	r->workspace = &crawl->workspace;
	r->fixed_now = o->now;
	r->started = round_wall(r);
	r->since = o->since;
	r->until = o->until;
	politeness_init(&r->politeness, (uint64_t)round_ms() << 20 ^
	    (uint64_t)getpid());
	agent_make(r);
	if (workspace_path(&crawl->workspace, ".ledger.db", path, c) != 0 ||
	    (r->ledger = ledger_open(path, read_only, c)) == NULL)
		return -1;
	if (!read_only && recover(r->ledger, r->workspace, c) != 0)
		return -1;
	for (i = 0; i < crawl->tasks.count; i++)
		if (task_open(crawl, &crawl->tasks.task[i], c) != 0)
			return -1;
	return 0;
}

static int
network_open(struct crawl *crawl, struct complaint *c)
{
	const struct plan *plan = &crawl->plan;
	char partial[WORKSPACE_PATH_MAX];

	/* What a killed run left behind counts for nothing. */
	if (workspace_path(&crawl->workspace, CAPTURE_PARTIAL, partial, c) !=
	    0 || publish_sweep(partial, c) != 0)
		return -1;
	crawl->round.http = http_create(
	    (const char *const *)plan->allow_private,
	    plan->allow_private_count, c);
	return crawl->round.http == NULL ? -1 : 0;
}

static void
crawl_release(struct crawl *crawl)
{
	size_t i;

	http_free(crawl->round.http);
	for (i = 0; i < CRAWL_ROWS; i++)
		if (crawl->row[i] != NULL) {
			row_close(crawl->row[i]);
			free(crawl->row[i]);
		}
	site_release_all(&crawl->round);
	token_release_all(&crawl->round);
	politeness_release(&crawl->round.politeness);
	ledger_close(crawl->round.ledger);
	tasks_release(&crawl->tasks);
	plan_release(&crawl->plan);
	workspace_close(&crawl->workspace);
}

/* ---- the run ---- */

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
	int result = 0;

	while (result == 0 && http_next(crawl->round.http, &reply)) {
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

	return ending != ENDING_FAILED && round_keep_budgets(&crawl->round,
	    c) != 0 ? ENDING_FAILED : ending;
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

/* A folder that is not there is a slip of the command line; a lock that is
 * held will pass. */
static enum status
folder_check(const char *folder, struct complaint *c)
{
	struct stat about;

	if (stat(folder, &about) == 0 && S_ISDIR(about.st_mode))
		return STATUS_DONE;
	complain(c, 0, "%s: no such folder", folder);
	return STATUS_USAGE;
}

enum status
crawl_run(const struct crawl_options *o, const struct round_watch *watch,
	struct round_tally *tally, struct complaint *c)
{
	struct crawl *crawl = calloc(1, sizeof(*crawl));
	enum status status = folder_check(o->folder, c);

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
	status = plan_open(crawl, c);
	if (status == STATUS_DONE) {
		if (round_open(crawl, false, c) != 0 ||
		    network_open(crawl, c) != 0)
			status = STATUS_RETRY;
		else
			status = status_of(crawl, run_and_keep(crawl, c), c);
	}
	*tally = crawl->round.tally;
	crawl_release(crawl);
	free(crawl);
	return status;
}

static void
task_list(const struct task *t, struct sink *to)
{
	struct buffer line;

	buffer_init(&line, 8 * HTTP_URL);
	buffer_add_format(&line, "%s\t", t->row.plan->key);
	mask_add(t->row.mask, &line, text_of(t->url[0] != '\0' ? t->url :
	    "(a file)"));
	buffer_add_char(&line, '\n');
	sink_write(to, line.bytes, line.length);
	buffer_release(&line);
}

enum status
crawl_list(const struct crawl_options *o, int descriptor,
	struct complaint *c)
{
	static const struct round_watch silent;
	struct crawl crawl = {.options = o, .round.watch = &silent};
	enum status status = folder_check(o->folder, c);
	struct sink to;
	size_t i;

	crawl.workspace.lock = -1;
	snprintf(crawl.workspace.folder, sizeof(crawl.workspace.folder), "%s",
	    o->folder);
	if (status == STATUS_DONE)
		status = plan_open(&crawl, c);
	if (status == STATUS_DONE && (round_open(&crawl, true, c) != 0 ||
	    sink_open(&to, descriptor) != 0))
		status = STATUS_RETRY;
	if (status == STATUS_DONE) {
		for (i = 0; i < crawl.tasks.count; i++)
			if (crawl.tasks.task[i].wanted)
				task_list(&crawl.tasks.task[i], &to);
		if (sink_close(&to, "standard output", c) != 0)
			status = STATUS_RETRY;
	}
	crawl_release(&crawl);
	return status;
}
