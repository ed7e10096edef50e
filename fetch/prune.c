/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "prune.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "buffer.h"
#include "calendar.h"
#include "ledger.h"
#include "plan.h"
#include "publish.h"
#include "recipe.h"
#include "workspace.h"

enum { DAY_S = 86400 };

struct prune {
	const struct prune_options *options;
	struct workspace workspace;
	struct plan plan;
	struct ledger *ledger;		/* NULL where nothing is deleted */
	struct buffer said;
	int64_t now;
};

/* The instant that a captures file is called by; false for another name. */
static bool
instant_of(const char *file, int64_t *instant)
{
	const char *name = strrchr(file, '/');
	int year, month, day, hour, minute, second, used = 0;

	name = name == NULL ? file : name + 1;
	if (sscanf(name, "%4d%2d%2dT%2d%2d%2dZ%n", &year, &month, &day, &hour,
	    &minute, &second, &used) != 6 || used != 16 ||
	    !calendar_is_valid(year, month, day))
		return false;
	*instant = (calendar_day_number(year, month, day) * 24 + hour) *
	    3600 + minute * 60 + second;
	return true;
}

static void
shorten(int *days, int limit)
{
	if (limit > 0 && (*days == 0 || limit < *days))
		*days = limit;
}

/* How long captures of a row may be kept, in days; 0: no limit.  Of a row
 * that is no longer in the plan the plan's own limit is all that is known. */
static int
retained(const struct prune *p, struct text key, int *days,
	struct complaint *c)
{
	const struct plan_row *row = plan_find(&p->plan, key);
	struct recipe recipe;

	*days = row != NULL && row->retain_days > 0 ? row->retain_days :
	    p->plan.retain_days;
	if (row == NULL)
		return 0;
	if (recipe_read(&recipe, row->recipe, p->options->sources, c) < 0)
		return -1;
	shorten(days, recipe.retain_days);
	recipe_release(&recipe);
	return 0;
}

/* First the ledger, then the file: a ledger that speaks of a file that is
 * still there is mended by the next run, the other way round it is not. */
static int
remove_file(struct prune *p, const char *file, struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX], name[WORKSPACE_PATH_MAX];

	if (p->options->list)
		return 0;
	if (ledger_pruned_put(p->ledger, file, p->now, c) < 0)
		return -1;
	snprintf(name, sizeof(name), "captures/%.4000s", file);
	if (workspace_path(&p->workspace, name, path, c) < 0)
		return -1;
	return unlink(path) == 0 || errno == ENOENT ? 0 :
	    complain(c, errno, "%s", path);
}

static int
judge_file(struct prune *p, const char *file, struct complaint *c)
{
	const char *slash = strchr(file, '/');
	struct text key = {file, slash == NULL ? 0 : (size_t)(slash - file)};
	int64_t instant;
	int days;

	if (key.length == 0 || !instant_of(file, &instant))
		return 0;
	if (retained(p, key, &days, c) < 0)
		return -1;
	if (days == 0 || p->now - instant <= (int64_t)days * DAY_S)
		return 0;
	buffer_add_format(&p->said, "%s\t%" PRId64 " days old, %d may be "
	    "kept\n", file, (p->now - instant) / DAY_S, days);
	return remove_file(p, file, c);
}

static int
judge_all(struct prune *p, struct complaint *c)
{
	struct workspace_list list;
	int result;
	size_t i;

	if (workspace_files(&p->workspace, "captures", ".warc.gz", &list, c) <
	    0)
		return -1;
	for (result = 0, i = 0; result == 0 && i < list.count; i++)
		result = judge_file(p, list.path[i], c);
	workspace_list_release(&list);
	return result;
}

static int
say(struct prune *p, int descriptor, struct complaint *c)
{
	struct sink out;

	if (sink_open(&out, descriptor) < 0)
		return complain(c, 0, "no memory");
	sink_write(&out, p->said.bytes, p->said.length);
	return sink_close(&out, "standard output", c);
}

/* A list needs no lock and writes nothing. */
static int
open_all(struct prune *p, struct complaint *c)
{
	const char *folder = p->options->folder;
	char path[WORKSPACE_PATH_MAX];

	p->workspace.lock = -1;
	snprintf(p->workspace.folder, sizeof(p->workspace.folder), "%s",
	    folder);
	if (p->options->list)
		return 0;
	if (workspace_open(&p->workspace, folder, "fetch", c) < 0 ||
	    workspace_path(&p->workspace, ".ledger.db", path, c) < 0)
		return -1;
	p->ledger = ledger_open(path, false, c);
	return p->ledger == NULL ? -1 : 0;
}

enum status
prune_run(const struct prune_options *o, int descriptor, struct complaint *c)
{
	struct prune p = {.options = o, .now = o->now >= 0 ? o->now :
	    (int64_t)time(NULL)};
	char path[WORKSPACE_PATH_MAX];
	enum status status = STATUS_RETRY;

	buffer_init(&p.said, 256 << 20);
	snprintf(path, sizeof(path), "%.4000s/sayso.json", o->folder);
	if (plan_read(&p.plan, path, c) < 0)
		status = STATUS_USAGE;
	else if (open_all(&p, c) == 0 && judge_all(&p, c) == 0)
		status = STATUS_DONE;
	/* What was deleted before a failure is said too. */
	if (say(&p, descriptor, c) < 0)
		status = STATUS_RETRY;
	ledger_close(p.ledger);
	workspace_close(&p.workspace);
	plan_release(&p.plan);
	buffer_release(&p.said);
	return status;
}
