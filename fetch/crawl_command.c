/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "crawl_command.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

#include "calendar.h"
#include "command.h"
#include "console.h"
#include "crawl.h"
#include "metrics.h"
#include "prune.h"

enum {
	SPLAY_MAX_S = 86400,
	SPLAY_TICK_MS = 100,		/* a signal is seen within this time */
};

/* The options that are not the run's own. */
struct written {
	const char *log, *now, *since, *backfill, *metrics, *shard;
	bool list, verbose, prune;
	int64_t splay_s;
};

static enum status
finish(enum status status, const struct complaint *c)
{
	if (c->text[0] != '\0')
		command_complain("fetch", c->text);
	return status;
}

static enum status
fetch_list(const struct crawl_options *o)
{
	struct complaint c = {0};

	return finish(crawl_list(o, STDOUT_FILENO, &c), &c);
}

static enum status
prune(const struct crawl_options *o, bool list)
{
	const struct prune_options p = {.folder = o->folder,
	    .sources = o->sources, .list = list, .now = o->now};
	struct complaint c = {0};

	return finish(prune_run(&p, dup(STDOUT_FILENO), &c), &c);
}

/* Sleeps a part of `seconds` by chance, so that machines whose clocks agree
 * do not all ask at once; false where a signal came. */
static bool
splay(int64_t seconds, const volatile sig_atomic_t *stop)
{
	int64_t until = round_ms() + (seconds <= 0 ? 0 : (int64_t)(
	    ((uint64_t)round_ms() * UINT64_C(2654435761) ^
	    (uint64_t)getpid() * UINT64_C(40503)) % (uint64_t)
	    (seconds * 1000)));
	const struct timespec tick = {0, SPLAY_TICK_MS * 1000000L};

	while (!*stop && round_ms() < until)
		nanosleep(&tick, NULL);
	return !*stop;
}

static enum status
fetch_run(struct crawl_options *o, const struct written *w)
{
	struct complaint c = {0}, closing = {0};
	struct round_tally tally = {0};
	struct round_watch watch;
	struct console console;
	enum status status;
	int64_t begun;

	o->stop = console_signals();
	if (!splay(w->splay_s, o->stop))
		return STATUS_RETRY;
	begun = (int64_t)time(NULL);
	if (console_open(&console, w->log, w->verbose, &c) != 0)
		return finish(STATUS_RETRY, &c);
	watch = console_watch(&console);
	status = crawl_run(o, &watch, &tally, &c);
	if (c.text[0] != '\0')
		watch.problem(watch.self, c.text);
	if (w->metrics != NULL && metrics_write(w->metrics, &tally, begun,
	    (int64_t)time(NULL), status, &closing) != 0)
		status = finish(STATUS_RETRY, &closing);
	if (console_close(&console, &tally, &closing) != 0)
		return finish(STATUS_RETRY, &closing);
	return status;
}

static bool
instant_read(struct text written, int64_t *to)
{
	struct calendar_date date;

	if (!calendar_read(written, &date))
		return false;
	*to = calendar_instant(&date);
	return *to >= 0;
}

/* --since DATE, or --backfill FROM..TO. */
static bool
span_read(const char *since, const char *backfill, struct crawl_options *o)
{
	const char *dots = backfill == NULL ? NULL : strstr(backfill, "..");

	if (backfill == NULL)
		return since == NULL || instant_read(text_of(since),
		    &o->since);
	return since == NULL && dots != NULL && instant_read((struct text){
	    backfill, (size_t)(dots - backfill)}, &o->since) &&
	    instant_read(text_of(dots + 2), &o->until) &&
	    o->since < o->until;
}

/* What the options say together; NULL, or what is wrong. */
static const char *
fault_of(bool operands, const struct written *w, struct crawl_options *o)
{
	if (operands)
		return "takes no operands; see fetch --help";
	if (w->now != NULL && !instant_read(text_of(w->now), &o->now))
		return "--now is written 2026-11-21T08:00:00Z";
	if (w->splay_s > SPLAY_MAX_S)
		return "--splay: more than a day";
	if (!span_read(w->since, w->backfill, o))
		return w->backfill == NULL ? "--since is a date, such as "
		    "2026-11-21" : "--backfill is two dates, such as "
		    "2026-01-01..2026-02-01, without --since";
	return NULL;
}

enum status
crawl_command(int argc, char **argv)
{
	struct crawl_options o = {.folder = ".", .now = -1, .since = -1,
	    .until = -1};
	struct written w = {0};
	const struct command_option option[] = {
		{'C', NULL, COMMAND_STRING, &o.folder, "DIR",
		    "the workspace (default: the current folder)"},
		{0, "only", COMMAND_STRING, &o.only, "NAME",
		    "one row (brand.source), or the rows of one recipe"},
		{0, "force", COMMAND_FLAG, &o.force, NULL,
		    "also what is not due yet"},
		{0, "dry-run", COMMAND_FLAG, &w.list, NULL,
		    "print what would be asked first; no network"},
		{0, "log", COMMAND_STRING, &w.log, "FILE",
		    "append a line for each request and row"},
		{'v', NULL, COMMAND_FLAG, &w.verbose, NULL, "print a summary"},
		{0, "sources", COMMAND_STRING, &o.sources, "DIR",
		    "recipes from here instead of the shipped ones"},
		{0, "now", COMMAND_STRING, &w.now, "TIME",
		    "write this time, such as 2026-11-21T08:00:00Z"},
		{0, "since", COMMAND_STRING, &w.since, "DATE",
		    "nothing that is older, where the source can tell"},
		{0, "backfill", COMMAND_STRING, &w.backfill, "FROM..TO",
		    "ask for that stretch of time, beside the usual runs"},
		{0, "max-time", COMMAND_COUNT, &o.max_time_s, "SECONDS",
		    "leave after this long"},
		{0, "splay", COMMAND_COUNT, &w.splay_s, "SECONDS",
		    "wait up to this long before the first request"},
		{0, "shard", COMMAND_STRING, &w.shard, "I/N",
		    "only the I-th of N parts of all hosts"},
		{0, "metrics", COMMAND_STRING, &w.metrics, "FILE",
		    "write figures for Prometheus there"},
		{0, "prune", COMMAND_FLAG, &w.prune, NULL,
		    "delete captures past retain_days (--dry-run: list)"},
	};
	int at = command_options("fetch [-C DIR] [OPTION...]", option,
	    sizeof(option) / sizeof(option[0]), argc, argv);
	struct complaint c = {0};
	const char *fault;

	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	if ((fault = fault_of(at < argc, &w, &o)) != NULL)
		return complain(&c, 0, "%s", fault), finish(STATUS_USAGE, &c);
	if (w.shard != NULL && shard_read(&o.shard, w.shard, &c) < 0)
		return finish(STATUS_USAGE, &c);
	return w.prune ? prune(&o, w.list) : w.list ? fetch_list(&o) :
	    fetch_run(&o, &w);
}
