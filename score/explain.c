/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "brands.h"
#include "explain_figure.h"
#include "command.h"
#include "jsonl.h"
#include "publish.h"
#include "reviews.h"
#include "winners.h"
#include "workspace.h"

enum { ARENA_MAX = 4 * JSONL_LINE_MAX, OUTPUT_MAX = 1 << 30 };

struct options {
	const char *folder, *id, *lexicon, *language, *brands, *plan;
	int64_t limit;
};

/* Everything that is held; released in one place. */
struct work {
	const struct options *options;
	struct engine *engine;
	struct scorer *scorer;
	struct brands *brands;
	struct arena arena;
	struct buffer page, line;
	struct review_version version;	/* of the line, where one is found */
	bool found;
	/* Where a figure is explained: */
	struct explain_figure figure;
	struct winners *winners;
	int64_t reviews;		/* that it is made of */
	struct complaint c;
};

static enum status
failed(struct work *w, enum status status)
{
	command_complain("score", w->c.text);
	return status;
}

/* Adds the page of a line; lines that are no reviews have none. */
static int
explain_line(struct work *w, struct text line)
{
	struct review_reader_line read;
	struct sentiment s;

	arena_clear(&w->arena);
	if (review_read(&read, line, &w->arena, &w->c) == -1)
		return -1;
	if (read.type != REVIEW_REVIEW)
		return 0;
	sentiment_review(w->scorer, &read.review, w->options->language, &s);
	if (w->page.length > 0)
		buffer_add_string(&w->page, "\n----\n\n");
	if (explain_write(&w->page, &read.review, &s) == -1)
		return complain(&w->c, ENOMEM, "no room to explain it");
	return 0;
}

/* Keeps the line if it is a newer version of the review. */
static int
keep_newer(struct work *w, struct text line)
{
	struct jsonl_object o;
	struct review_version version;
	size_t fault;

	arena_clear(&w->arena);
	if (!jsonl_scan(line, &o, &fault) || !text_is(jsonl_string(
	    jsonl_get(&o, "id"), &w->arena), w->options->id))
		return 0;
	review_version_of(line, &version);
	if (w->found && review_version_compare(&version, &w->version) <= 0)
		return 0;
	w->found = true;
	w->version = version;
	buffer_clear(&w->line);
	if (buffer_add(&w->line, line.bytes, line.length) == -1)
		return complain(&w->c, ENOMEM, "%s", w->options->id);
	return 0;
}

static enum status
each_line(struct work *w, struct reviews *r, int (*each)(struct work *w,
	struct text line))
{
	struct text line;
	int got;

	while ((got = reviews_next(r, &line, &w->c)) != 0) {
		if (got == -2)
			return failed(w, STATUS_RETRY);
		if (got == 1 && each(w, line) == -1)
			reviews_bad(r, &w->c);
	}
	return r->bad > 0 ? STATUS_SHORT : STATUS_DONE;
}

static enum status
explain_input(struct work *w)
{
	struct reviews r;

	reviews_open(&r, NULL, 0, NULL);
	enum status status = each_line(w, &r, explain_line);
	reviews_close(&r);
	return status;
}

/* ---- a figure ---- */

/* The id of a line; absent where the line is none. */
static struct text
id_of(struct work *w, struct text line)
{
	struct jsonl_object o;
	size_t fault;

	arena_clear(&w->arena);
	if (!jsonl_scan(line, &o, &fault))
		return (struct text){NULL, 0};
	return jsonl_string(jsonl_get(&o, "id"), &w->arena);
}

/* Of reviews with equal ids the one counts that the summary counts. */
static int
look_at(struct work *w, const struct reviews *r, struct text line, bool first)
{
	struct review_reader_line read;
	struct sentiment s;
	struct complaint bad;

	if (first)
		return winners_offer(w->winners, line, id_of(w, line),
		    reviews_place(r), &w->c);
	if (!winners_is(w->winners, reviews_place(r)))
		return 0;
	arena_clear(&w->arena);
	if (review_read(&read, line, &w->arena, &bad) == -1 ||
	    read.type != REVIEW_REVIEW || read.empty)
		return 0;
	sentiment_review(w->scorer, &read.review, w->options->language, &s);
	if (!explain_figure_has(&w->figure, &read.review, &s))
		return 0;
	if (w->reviews++ >= w->options->limit)
		return 0;
	return explain_line(w, line);
}

static int
pass(struct work *w, struct workspace_list *files, const char *folder,
	bool first)
{
	struct reviews r;
	struct text line;
	int got, result = 0;

	reviews_open(&r, files->path, files->count, folder);
	r.path_count = files->count;
	r.quiet = true;
	while (result == 0 && (got = reviews_next(&r, &line, &w->c)) != 0) {
		if (got == -2)
			result = -1;
		else if (got == 1)
			result = look_at(w, &r, line, first);
	}
	reviews_close(&r);
	return result;
}

static enum status
explain_figure(struct work *w, struct workspace_list *files,
	const char *folder)
{
	struct buffer head;
	int64_t shown;

	if (explain_figure_read(&w->figure, w->options->id, &w->c) == -1)
		return failed(w, STATUS_USAGE);
	w->winners = winners_create(NULL, WINNERS_HELD);
	if (w->winners == NULL || pass(w, files, folder, true) == -1 ||
	    winners_decide(w->winners, &w->c) == -1 ||
	    pass(w, files, folder, false) == -1)
		return failed(w, STATUS_RETRY);
	shown = w->reviews < w->options->limit ? w->reviews :
	    w->options->limit;
	buffer_init(&head, OUTPUT_MAX);
	buffer_add_format(&head, "%lld reviews; the first %lld of them\n\n"
	    "----\n\n", (long long)w->reviews, (long long)shown);
	buffer_add(&head, w->page.length == 0 ? "" : w->page.bytes,
	    w->page.length);
	buffer_release(&w->page);
	w->page = head;
	return STATUS_DONE;
}

/* ---- ids ---- */

static enum status
find_id(struct work *w, struct workspace_list *files, const char *folder)
{
	struct reviews r;
	enum status status;

	reviews_open(&r, files->path, files->count, folder);
	r.path_count = files->count;
	r.quiet = true;
	status = each_line(w, &r, keep_newer);
	reviews_close(&r);
	if (status == STATUS_RETRY)
		return status;
	if (!w->found) {
		complain(&w->c, 0, "%s: no review with this id in %s",
		    w->options->id, folder);
		return failed(w, STATUS_RETRY);
	}
	if (explain_line(w, (struct text){w->line.bytes, w->line.length}) ==
	    -1)
		return failed(w, STATUS_SHORT);
	return STATUS_DONE;
}

/* Reading takes no lock: files with a name are complete. */
static enum status
explain_id(struct work *w)
{
	struct workspace workspace = {.lock = -1};
	struct workspace_list files;
	char folder[WORKSPACE_PATH_MAX];
	enum status status;

	if (strlen(w->options->folder) >= sizeof workspace.folder) {
		complain(&w->c, ENAMETOOLONG, "-C");
		return failed(w, STATUS_USAGE);
	}
	strcpy(workspace.folder, w->options->folder);
	if (workspace_path(&workspace, "reviews", folder, &w->c) == -1 ||
	    workspace_files(&workspace, "reviews", ".jsonl", &files, &w->c) ==
	    -1)
		return failed(w, STATUS_RETRY);
	status = strchr(w->options->id, '/') != NULL ?
	    explain_figure(w, &files, folder) : find_id(w, &files, folder);
	workspace_list_release(&files);
	return status;
}

static enum status
print_page(struct work *w)
{
	struct sink sink;

	if (sink_open(&sink, dup(STDOUT_FILENO)) == -1) {
		complain(&w->c, errno, "standard output");
		return failed(w, STATUS_RETRY);
	}
	if (w->page.length > 0)
		sink_write(&sink, w->page.bytes, w->page.length);
	if (sink_close(&sink, "standard output", &w->c) == -1)
		return failed(w, STATUS_RETRY);
	return STATUS_DONE;
}

/* In a workspace the plan is known. */
static const char *
plan_of(struct work *w, char path[WORKSPACE_PATH_MAX])
{
	struct workspace workspace = {.lock = -1};
	struct stat st;

	if (w->options->plan != NULL || w->options->id == NULL ||
	    strlen(w->options->folder) >= sizeof workspace.folder)
		return w->options->plan;
	strcpy(workspace.folder, w->options->folder);
	if (workspace_path(&workspace, "sayso.json", path, &w->c) == -1 ||
	    stat(path, &st) == -1)
		return NULL;
	return path;
}

static enum status
run(struct work *w)
{
	char plan[WORKSPACE_PATH_MAX];

	w->engine = engine_open(w->options->lexicon, &w->c);
	if (w->engine == NULL ||
	    brands_open(&w->brands, w->options->brands, plan_of(w, plan),
	    &w->c) == -1)
		return failed(w, STATUS_USAGE);
	engine_use_brands(w->engine, w->brands);
	w->scorer = scorer_open(w->engine);
	if (w->scorer == NULL) {
		complain(&w->c, ENOMEM, "explain");
		return failed(w, STATUS_RETRY);
	}
	enum status status = w->options->id == NULL ? explain_input(w) :
	    explain_id(w);
	enum status printed = print_page(w);
	return printed == STATUS_DONE ? status : printed;
}

enum status
explain_command(int argc, char **argv)
{
	struct options o = {.folder = ".", .limit = 10};
	struct work w = {.options = &o};
	char language[LANGUAGE_TAG];
	const struct command_option option[] = {
		{'C', NULL, COMMAND_STRING, &o.folder, "DIR",
		    "the workspace in which an id is looked up"},
		{0, "lang", COMMAND_STRING, &o.language, "LL",
		    "the language of every review"},
		{0, "lexicon", COMMAND_STRING, &o.lexicon, "PATH",
		    "folder or file of the lexicon"},
		{0, "brands", COMMAND_STRING, &o.brands, "LIST",
		    "brands to compare: A,B=other name of B"},
		{0, "plan", COMMAND_STRING, &o.plan, "FILE",
		    "a plan that names the brands to compare"},
		{0, "limit", COMMAND_COUNT, &o.limit, "N",
		    "reviews of a figure that are shown (default 10)"},
	};
	int first = command_options("score explain [OPTIONS] "
	    "[ID | BRAND/FIGURE | -]",
	    option, sizeof option / sizeof option[0], argc, argv);

	if (first < 0)
		return first == -2 ? STATUS_DONE : STATUS_USAGE;
	if (first + 1 < argc) {
		command_complain("score", "explain: one id, or - for "
		    "standard input");
		return STATUS_USAGE;
	}
	if (first < argc && strcmp(argv[first], "-") != 0)
		o.id = argv[first];
	if (o.language != NULL)
		o.language = language_primary(text_of(o.language), language);
	arena_init(&w.arena, ARENA_MAX);
	buffer_init(&w.page, OUTPUT_MAX);
	buffer_init(&w.line, JSONL_LINE_MAX);
	enum status status = run(&w);
	buffer_release(&w.line);
	buffer_release(&w.page);
	arena_release(&w.arena);
	winners_free(w.winners);
	scorer_close(w.scorer);
	engine_close(w.engine);
	brands_free(w.brands);
	return status;
}
