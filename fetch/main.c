/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fetch: pulls public reviews into captures.  Here: the command line. */
#include <unistd.h>

#include "add.h"
#include "calendar.h"
#include "command.h"
#include "console.h"
#include "crawl.h"
#include "verdict.h"

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
fetch_run(struct crawl_options *o, const char *log, bool verbose)
{
	struct complaint c = {0}, closing = {0};
	struct round_tally tally = {0};
	struct round_watch watch;
	struct console console;
	enum status status;

	if (console_open(&console, log, verbose, &c) != 0)
		return finish(STATUS_RETRY, &c);
	o->stop = console_signals();
	watch = console_watch(&console);
	status = crawl_run(o, &watch, &tally, &c);
	finish(status, &c);
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

static enum status
fetch_command(int argc, char **argv)
{
	static const char usage[] = "fetch [-C DIR] [OPTION...]";
	struct crawl_options o = {.folder = ".", .now = -1, .since = -1,
	    .until = -1};
	const char *log = NULL, *now = NULL, *since = NULL, *backfill = NULL;
	bool list = false, verbose = false;
	const struct command_option option[] = {
		{'C', NULL, COMMAND_STRING, &o.folder, "DIR",
		    "the workspace (default: the current folder)"},
		{0, "only", COMMAND_STRING, &o.only, "NAME",
		    "one row (brand.source), or the rows of one recipe"},
		{0, "force", COMMAND_FLAG, &o.force, NULL,
		    "also what is not due yet"},
		{0, "dry-run", COMMAND_FLAG, &list, NULL,
		    "print what would be asked first; no network"},
		{0, "log", COMMAND_STRING, &log, "FILE",
		    "append a line for each request and row"},
		{'v', NULL, COMMAND_FLAG, &verbose, NULL, "print a summary"},
		{0, "sources", COMMAND_STRING, &o.sources, "DIR",
		    "recipes from here instead of the shipped ones"},
		{0, "now", COMMAND_STRING, &now, "TIME",
		    "write this time (2026-11-21T08:00:00Z), not the clock's"},
		{0, "since", COMMAND_STRING, &since, "DATE",
		    "nothing that is older, where the source can tell"},
		{0, "backfill", COMMAND_STRING, &backfill, "FROM..TO",
		    "ask for that stretch of time, beside the usual runs"},
		{0, "max-time", COMMAND_COUNT, &o.max_time_s, "SECONDS",
		    "leave after this long"},
	};
	int at = command_options(usage, option, sizeof(option) /
	    sizeof(option[0]), argc, argv);
	struct calendar_date date;

	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	if (now != NULL && calendar_read(text_of(now), &date))
		o.now = calendar_instant(&date);
	if (at < argc || (now != NULL && o.now < 0)) {
		command_complain("fetch", at < argc ? "takes no operands; "
		    "see fetch --help" : "--now: no date or time");
		return STATUS_USAGE;
	}
	if (!span_read(since, backfill, &o)) {
		command_complain("fetch", backfill != NULL ? "--backfill: "
		    "FROM..TO is wanted, two dates, without --since" :
		    "--since: no date or time");
		return STATUS_USAGE;
	}
	return list ? fetch_list(&o) : fetch_run(&o, log, verbose);
}

int
main(int argc, char **argv)
{
	static const struct command table[] = {
		{NULL, fetch_command, "ask the sources of a workspace"},
		{"init", init_command, "write a plan to fill in"},
		{"add", add_command, "put a source into the plan by its address"},
		{"sources", sources_command, "list the recipes"},
		{"robots", verdict_command, "what a robots.txt allows"},
	};

	return (int)command_main("fetch", table, sizeof(table) /
	    sizeof(table[0]), argc, argv);
}
