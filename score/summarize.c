/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summarize.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command.h"
#include "headline.h"
#include "publish.h"
#include "publish_summary.h"
#include "summarize_parts.h"

static enum status
failed(struct summarize *z, enum status status)
{
	command_complain("score", z->complaint.text);
	return status;
}

static enum status
open_all(struct summarize *z, const char *folder, const char *lexicon)
{
	char path[WORKSPACE_PATH_MAX];
	struct complaint *c = &z->complaint;
	struct stat about;

	if (workspace_open(&z->workspace, folder, "score", c) < 0)
		return failed(z, stat(folder, &about) < 0 ||
		    !S_ISDIR(about.st_mode) ? STATUS_USAGE : STATUS_RETRY);
	if (workspace_path(&z->workspace, "sayso.json", path, c) < 0 ||
	    plan_read(&z->plan, path, c) < 0)
		return failed(z, STATUS_USAGE);
	if ((z->engine = engine_open(lexicon, c)) == NULL ||
	    (z->brands = brands_of_plan(&z->plan, c)) == NULL)
		return failed(z, STATUS_USAGE);
	engine_use_brands(z->engine, z->brands);
	z->tally = tally_create();
	z->scorer = scorer_open(z->engine);
	if (z->tally == NULL || z->scorer == NULL) {
		complain(c, ENOMEM, "%s", folder);
		return failed(z, STATUS_RETRY);
	}
	map_open(&z->map, z->scorer, z->tally);
	z->streams = streams_open(&z->plan, z->scorer, c);
	if (z->streams == NULL)
		return failed(z, STATUS_RETRY);
	arena_init(&z->arena, PASSES_LINE_MAX);
	z->samples = samples_create();
	z->facts = selection_facts_create();
	if (z->samples == NULL || z->facts == NULL) {
		complain(c, ENOMEM, "%s", folder);
		return failed(z, STATUS_RETRY);
	}
	if (passes_open(&z->passes, &z->workspace, z->workspace.folder,
	    c) < 0 || workspace_folder(&z->workspace, "summary", c) < 0 ||
	    publish_sweep(folder, c) < 0)
		return failed(z, STATUS_RETRY);
	if (z->passes.files.count == 0) {
		complain(c, 0, "%s: no reviews yet; run fetch and parse "
		    "first", z->passes.reviews);
		return failed(z, STATUS_RETRY);
	}
	return STATUS_DONE;
}

/* The summary before this one: what a person says, or what stands there. */
static enum status
look_back(struct summarize *z, const char *said)
{
	char path[WORKSPACE_PATH_MAX];

	if (said != NULL)
		return since_say(&z->since, said, &z->complaint) < 0 ?
		    failed(z, STATUS_USAGE) : STATUS_DONE;
	if (workspace_path(&z->workspace, "summary/summary.json", path,
	    &z->complaint) < 0)
		return failed(z, STATUS_RETRY);
	since_read(&z->since, path);
	return STATUS_DONE;
}

/* What sayso.db was made of, and the summaries that it goes with. */
static int
trail_all(struct summarize *z)
{
	char name[PLAN_ID_MAX + 64];
	const struct workspace *w = &z->workspace;
	struct complaint *c = &z->complaint;
	size_t i;

	if (trail_files(z->database, w, "reviews", &z->passes.files, c) < 0 ||
	    trail_files(z->database, w, "changes", &z->passes.changes, c) < 0 ||
	    trail_content(z->database, w, "sayso.json", c) < 0 ||
	    trail_content(z->database, w, "summary/summary.json", c) < 0)
		return -1;
	for (i = 0; i < z->plan.stream_count; i++) {
		snprintf(name, sizeof(name), "summary/streams/%s/summary.json",
		    z->plan.stream[i].id);
		if (trail_content(z->database, w, name, c) < 0)
			return -1;
	}
	return 0;
}

static enum status
publish_all(struct summarize *z)
{
	char folder[WORKSPACE_PATH_MAX];
	struct complaint *c = &z->complaint;
	const struct samples_of samples = {z->samples, z->scorer, NULL,
	    z->facts};

	if (database_put_summary(z->database, &z->summary, c) < 0 ||
	    database_put_terms(z->database, z->tally, c) < 0)
		return failed(z, STATUS_RETRY);
	if (workspace_path(&z->workspace, "summary", folder, c) < 0 ||
	    streams_publish(z->streams, &z->workspace, &samples, c) < 0 ||
	    publish_summary(folder, &z->summary, &samples, c) < 0)
		return failed(z, STATUS_RETRY);
	if (trail_all(z) < 0)
		return failed(z, STATUS_RETRY);
	if (database_commit(z->database, c) < 0) {
		z->database = NULL;
		return failed(z, STATUS_RETRY);
	}
	z->database = NULL;
	return STATUS_DONE;
}

/* New is the same in all. */
static int
make_streams(struct summarize *z)
{
	struct since since = {.said = true};

	if (z->summary.since != NULL)
		snprintf(since.since, sizeof(since.since), "%s",
		    z->summary.since);
	return streams_make(z->streams, z->summary.as_of, &since,
	    &z->complaint);
}

static enum status
run(struct summarize *z, const char *as_of)
{
	char path[WORKSPACE_PATH_MAX];
	struct complaint *c = &z->complaint;

	if (workspace_path(&z->workspace, "sayso.db", path, c) < 0 ||
	    (z->database = database_create(path, c)) == NULL ||
	    (z->trail = trail_create(z->database, c)) == NULL ||
	    passes_choose(&z->passes, c) < 0 || summarize_score(z) < 0 ||
	    summary_make(&z->summary, z->tally, &z->plan, as_of,
	    &z->since, c) < 0 || make_streams(z) < 0 ||
	    summarize_quotes(z) < 0)
		return failed(z, STATUS_RETRY);
	return publish_all(z);
}

static void
close_all(struct summarize *z)
{
	trail_free(z->trail);
	database_abandon(z->database);
	summary_release(&z->summary);
	streams_free(z->streams);
	map_close(&z->map);
	tally_free(z->tally);
	passes_release(&z->passes);
	shortlist_release(&z->shortlist);
	arena_release(&z->arena);
	samples_free(z->samples);
	selection_facts_free(z->facts);
	scorer_close(z->scorer);
	engine_close(z->engine);
	brands_free(z->brands);
	plan_release(&z->plan);
	workspace_close(&z->workspace);
}

/* What a person at a terminal, or cron's mail, should hear. */
static enum status
report(struct summarize *z, bool verbose)
{
	size_t i;

	if (verbose || isatty(STDOUT_FILENO))
		headline_print(stdout, &z->summary, z->workspace.folder);
	for (i = 0; i < z->summary.source_count; i++) {
		const struct summary_source *s = &z->summary.source[i];

		if (!s->is_short)
			continue;
		headline_short(s, &z->complaint);
		command_complain("score", z->complaint.text);
	}
	return z->bad > 0 || z->summary.any_short ? STATUS_SHORT :
	    STATUS_DONE;
}

enum status
summarize_command(int argc, char **argv)
{
	const char *folder = ".", *lexicon = NULL, *as_of = NULL;
	const char *since = NULL;
	bool verbose = false;
	const struct command_option option[] = {
		{'C', NULL, COMMAND_STRING, &folder, "DIR",
		    "the workspace (default: here)"},
		{0, "lexicon", COMMAND_STRING, &lexicon, "PATH",
		    "folder or file of the lexicon"},
		{0, "as-of", COMMAND_STRING, &as_of, "DATE",
		    "the day of the summary (default: newest fetch)"},
		{0, "since", COMMAND_STRING, &since, "TIME",
		    "the last summary (default: that in summary/)"},
		{'v', "verbose", COMMAND_FLAG, &verbose, NULL,
		    "print the headline figures"},
	};
	struct summarize z = {.workspace.lock = -1};
	enum status status;
	int at = command_options("score [OPTIONS]", option, 5, argc, argv);

	if (at < 0)
		return at == -2 ? STATUS_DONE : STATUS_USAGE;
	if (at < argc) {
		fprintf(stderr, "score: no such command: %s; see score "
		    "--help\n", argv[at]);
		return STATUS_USAGE;
	}
	if (since_as_of(as_of, &z.complaint) < 0)
		return failed(&z, STATUS_USAGE);
	status = open_all(&z, folder, lexicon);
	if (status == STATUS_DONE)
		status = look_back(&z, since);
	if (status == STATUS_DONE)
		status = run(&z, as_of);
	if (status == STATUS_DONE)
		status = report(&z, verbose);
	close_all(&z);
	return status;
}
