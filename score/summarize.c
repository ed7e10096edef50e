/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summarize.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "brands.h"
#include "command.h"
#include "database.h"
#include "headline.h"
#include "map.h"
#include "plan.h"
#include "publish.h"
#include "publish_summary.h"
#include "quoting.h"
#include "reviews.h"
#include "shortlist.h"
#include "since.h"
#include "streams.h"
#include "summary.h"
#include "twice.h"
#include "utf8.h"
#include "winners.h"
#include "workspace.h"

enum { LINE_MAX_BYTES = 128 << 20 };	/* of a line at work */

/* Everything that one run holds; released in one place. */
struct summarize {
	struct workspace workspace;
	struct workspace_list files, changes;
	char reviews[WORKSPACE_PATH_MAX], changed[WORKSPACE_PATH_MAX];
	struct since since;
	struct plan plan;
	struct engine *engine;
	struct scorer *scorer;
	struct brands *brands;
	struct twice *twice;
	struct winners *winners;
	struct arena arena;		/* of a line in a pass */
	struct buffer line;		/* with what was before */
	struct shortlist shortlist;
	struct quoting quoting;
	struct tally *tally;
	struct map map;
	struct streams *streams;
	struct database *database;
	struct summary summary;
	struct complaint complaint;
	uint64_t bad;
};

static enum status
failed(struct summarize *z, enum status status)
{
	command_complain("score", z->complaint.text);
	return status;
}

static void
open_reviews(struct summarize *z, struct reviews *r)
{
	reviews_open(r, z->files.path, z->files.count, z->reviews);
	r->path_count = z->files.count;	/* no files is not standard input */
}

/* Which lines a pass is for. */
enum lines {
	ALL_LINES,		/* all of which only a few are looked into, */
	WINNING_LINES,		/* and those of them that won */
	CHECKED_LINES,		/* the same, and bad ones are said */
};

/* Calls `each` for every line of a pass; 0 or -1. */
static int
each_line(struct summarize *z, enum lines which,
	int (*each)(struct summarize *z, struct reviews *r, struct text line))
{
	struct reviews r;
	struct text line;
	int got, result = 0;

	open_reviews(z, &r);
	r.quiet = r.trusted = which != CHECKED_LINES;
	while (result == 0 &&
	    (got = reviews_next(&r, &line, &z->complaint)) != 0) {
		if (got == -2)
			result = -1;
		if (got == -1 && !r.quiet && map_bad(&z->map,
		    &z->complaint) < 0)
			result = -1;
		if (got == 1 && (which == ALL_LINES ||
		    winners_is(z->winners, reviews_place(&r))))
			result = each(z, &r, line);
	}
	if (which == CHECKED_LINES)
		z->bad = r.bad;
	reviews_close(&r);
	return result;
}

static bool
is_utf8(struct text line)
{
	return utf8_valid(line.bytes, line.length) == line.length;
}

static int
see(struct summarize *z, struct reviews *r, struct text line)
{
	(void)r;
	arena_clear(&z->arena);
	twice_see(z->twice, twice_id_of(line, &z->arena));
	return 0;
}

static int
offer(struct summarize *z, struct reviews *r, struct text line)
{
	arena_clear(&z->arena);
	if (!twice_is(z->twice, twice_id_of(line, &z->arena)) ||
	    !is_utf8(line))
		return 0;
	return winners_offer(z->winners, line, twice_exact_id_of(line,
	    &z->arena), reviews_place(r), &z->complaint);
}

/* Decides which lines count; an id that stands in one line needs no look. */
static int
choose(struct summarize *z)
{
	int result = each_line(z, ALL_LINES, see);

	if (result == 0 && twice_any(z->twice))
		result = each_line(z, ALL_LINES, offer);
	twice_free(z->twice);
	z->twice = NULL;
	return result < 0 ? -1 : winners_decide(z->winners, &z->complaint);
}

static int
store(struct summarize *z)
{
	const struct review_reader_line *line = &z->map.line;

	switch (line->type) {
	case REVIEW_REVIEW:
		return database_put_review(z->database, &line->review,
		    &z->map.sentiment, &z->complaint);
	case REVIEW_AGGREGATE:
		return database_put_aggregate(z->database, &line->aggregate,
		    &z->complaint);
	case REVIEW_RUN:
		return database_put_run(z->database, &line->run,
		    &z->complaint);
	case REVIEW_CHANGE:
	case REVIEW_OTHER:
		break;
	}
	return 0;
}

static int
map_one(struct summarize *z, struct reviews *r, struct text line)
{
	int put = map_line(&z->map, line, &z->complaint);

	if (put == -1)
		reviews_bad(r, &z->complaint);
	if (put < 0)
		return put == -1 ? 0 : -1;
	return store(z) < 0 ? -1 : streams_line(z->streams, line,
	    &z->complaint);
}

static uint64_t
taken_by_lists(const struct summarize *z)
{
	return tally_taken(z->tally) + streams_taken(z->streams);
}

static int
score_line(struct summarize *z, struct reviews *r, struct text line)
{
	uint64_t place = reviews_place(r), before = taken_by_lists(z);

	if (winners_has_history(z->winners, place)) {
		buffer_clear(&z->line);
		if (winners_write(z->winners, line, place, &z->line) < 0)
			return complain(&z->complaint, ENOMEM, "%s", r->name);
		line = (struct text){z->line.bytes, z->line.length};
	}
	if (map_one(z, r, line) < 0)
		return -1;
	if (taken_by_lists(z) == before)
		return 0;
	return shortlist_add(&z->shortlist, r->file, reviews_offset(r),
	    summary_quote_mark(z->map.line.review.id)) == 0 ? 0 :
	    complain(&z->complaint, ENOMEM, "%s", r->name);
}

/* What parse noticed from run to run; these lines have no versions. */
static int
each_change(struct summarize *z)
{
	struct reviews r;
	struct text line;
	int got, result = 0;

	reviews_open(&r, z->changes.path, z->changes.count, z->changed);
	r.path_count = z->changes.count;
	while (result == 0 &&
	    (got = reviews_next(&r, &line, &z->complaint)) != 0) {
		if (got == -2)
			result = -1;
		else if (got == -1)
			result = map_bad(&z->map, &z->complaint);
		else
			result = map_one(z, &r, line);
	}
	z->bad += r.bad;
	reviews_close(&r);
	return result;
}

static int
quote_line(struct summarize *z, struct reviews *r, struct text line)
{
	(void)r;
	return quoting_line(&z->quoting, line);
}

/* The texts that are shown: of the lines that a list has taken, or of all
 * where these are too many. */
static int
fill_quotes(struct summarize *z)
{
	z->quoting = (struct quoting){&z->summary, z->streams, &z->arena,
	    &z->complaint};
	if (z->shortlist.full)
		return each_line(z, WINNING_LINES, quote_line);
	return shortlist_read(&z->shortlist, z->files.path, z->reviews,
	    quoting_may_want, quoting_line, &z->quoting, &z->complaint);
}

/* Bytes of all files of reviews; of one that is gone a pass will say so. */
static uint64_t
bytes_of(const struct summarize *z)
{
	char path[WORKSPACE_PATH_MAX];
	uint64_t bytes = 0;
	struct stat about;
	size_t i;

	for (i = 0; i < z->files.count; i++)
		if (snprintf(path, sizeof(path), "%s/%s", z->reviews,
		    z->files.path[i]) < (int)sizeof(path) &&
		    stat(path, &about) == 0)
			bytes += (uint64_t)about.st_size;
	return bytes;
}

static enum status
open_choice(struct summarize *z)
{
	arena_init(&z->arena, LINE_MAX_BYTES);
	buffer_init(&z->line, LINE_MAX_BYTES);
	z->twice = twice_create(bytes_of(z));
	z->winners = winners_create(z->workspace.folder, WINNERS_HELD);
	if (z->twice != NULL && z->winners != NULL)
		return STATUS_DONE;
	complain(&z->complaint, ENOMEM, "%s", z->workspace.folder);
	return failed(z, STATUS_RETRY);
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
	if (workspace_path(&z->workspace, "reviews", z->reviews, c) < 0 ||
	    workspace_files(&z->workspace, "reviews", ".jsonl", &z->files,
	    c) < 0 || workspace_path(&z->workspace, "changes", z->changed,
	    c) < 0 || workspace_files(&z->workspace, "changes", ".jsonl",
	    &z->changes, c) < 0 ||
	    workspace_folder(&z->workspace, "summary", c) < 0 ||
	    publish_sweep(folder, c) < 0)
		return failed(z, STATUS_RETRY);
	if (z->files.count == 0) {
		complain(c, 0, "%s: no reviews yet; run fetch and parse "
		    "first", z->reviews);
		return failed(z, STATUS_RETRY);
	}
	return open_choice(z);
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

static enum status
publish_all(struct summarize *z)
{
	char folder[WORKSPACE_PATH_MAX];
	struct complaint *c = &z->complaint;

	if (database_put_summary(z->database, &z->summary, c) < 0 ||
	    database_put_terms(z->database, z->tally, c) < 0)
		return failed(z, STATUS_RETRY);
	if (workspace_path(&z->workspace, "summary", folder, c) < 0 ||
	    streams_publish(z->streams, &z->workspace, c) < 0 ||
	    publish_summary(folder, &z->summary, c) < 0)
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
	    choose(z) < 0 || each_line(z, CHECKED_LINES, score_line) < 0 ||
	    each_change(z) < 0 || map_flush(&z->map, c) < 0 ||
	    summary_make(&z->summary, z->tally, &z->plan, as_of,
	    &z->since, c) < 0 || make_streams(z) < 0 ||
	    fill_quotes(z) < 0)
		return failed(z, STATUS_RETRY);
	return publish_all(z);
}

static void
close_all(struct summarize *z)
{
	database_abandon(z->database);
	summary_release(&z->summary);
	streams_free(z->streams);
	map_close(&z->map);
	tally_free(z->tally);
	winners_free(z->winners);
	shortlist_release(&z->shortlist);
	arena_release(&z->arena);
	buffer_release(&z->line);
	twice_free(z->twice);
	scorer_close(z->scorer);
	engine_close(z->engine);
	brands_free(z->brands);
	plan_release(&z->plan);
	workspace_list_release(&z->files);
	workspace_list_release(&z->changes);
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
