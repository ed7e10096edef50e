/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a run needs before its first request. */
#include "crawl_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish.h"
#include "recover.h"
#include "shard.h"
#include "site.h"
#include "token.h"

enum status
crawl_check_folder(const char *folder, struct complaint *c)
{
	struct stat about;

	if (stat(folder, &about) == 0 && S_ISDIR(about.st_mode))
		return STATUS_DONE;
	complain(c, 0, "%s: no such folder", folder);
	return STATUS_USAGE;
}

enum status
crawl_open_plan(struct crawl *crawl, struct complaint *c)
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

int
crawl_open_round(struct crawl *crawl, bool read_only, struct complaint *c)
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

int
crawl_open_network(struct crawl *crawl, struct complaint *c)
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

void
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
