/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "brands.h"
#include "command.h"
#include "explain_reviews.h"
#include "jsonl.h"
#include "publish.h"
#include "reviews.h"
#include "workspace.h"

enum { ARENA_MAX = 4 * JSONL_LINE_MAX, OUTPUT_MAX = 1 << 30,
	NEAREST_MAX = 1024 };

struct options {
	const char *folder, *id, *lexicon, *language, *brands, *plan, *stream;
	char **name;			/* of figures; the first is `id` too */
	size_t names;
	int64_t limit;
	bool rescan;
};

/* Everything that is held; released in one place. */
struct work {
	const struct options *options;
	struct engine *engine;
	struct scorer *scorer;
	struct brands *brands;
	struct arena arena;
	struct buffer page, line;
	struct plan streams;		/* where one is asked for */
	bool has_streams;
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

/* ---- a workspace ---- */

static void
say_stale(const struct complaint *stale)
{
	struct complaint c;

	if (stale->text[0] == '\0')
		return;
	complain(&c, 0, "%s: all reviews are read; run score to look them up",
	    stale->text);
	command_complain("score", c.text);
}

/* Of what is no review's id a figure was perhaps meant. */
static enum status
explain_id(struct work *w, const struct explain_reviews *of,
	const struct buffer *nearest)
{
	struct complaint stale, c;
	enum status status = explain_reviews_line(of, w->options->id,
	    &w->line, &stale, &w->c);

	say_stale(&stale);
	if (status != STATUS_DONE && nearest->length > 0) {
		c = w->c;
		complain(&w->c, 0, "%.400s; did you mean the figure %.300s?",
		    c.text, nearest->bytes);
	}
	if (status != STATUS_DONE)
		return failed(w, status);
	if (explain_line(w, (struct text){w->line.bytes, w->line.length}) ==
	    -1)
		return failed(w, STATUS_SHORT);
	return STATUS_DONE;
}

static enum status
find_stream(struct work *w, const char *plan,
	const struct plan_stream **stream)
{
	const char *id = w->options->stream;

	*stream = NULL;
	if (id == NULL)
		return STATUS_DONE;
	if (plan == NULL)
		complain(&w->c, 0, "--stream needs the plan");
	else if (plan_read(&w->streams, plan, &w->c) == 0) {
		w->has_streams = true;
		*stream = plan_find_stream(&w->streams, id);
		if (*stream == NULL)
			complain(&w->c, 0, "%s: no stream %.80s", plan, id);
	}
	return *stream != NULL ? STATUS_DONE : failed(w, STATUS_USAGE);
}

/* A name with a slash is a figure's, and one that the summary has; anything
 * else is an id. */
static enum status
explain_named(struct work *w, const char *plan)
{
	const struct options *o = w->options;
	struct explain_reviews of = {.folder = o->folder, .limit = o->limit,
	    .scorer = w->scorer, .rescan = o->rescan,
	    .own_brands = o->brands != NULL || o->plan != NULL};
	struct complaint stale;
	enum status status = find_stream(w, plan, &of.stream);

	if (status != STATUS_DONE)
		return status;
	if (o->names == 1 && strchr(o->id, '/') == NULL) {
		struct buffer nearest;
		bool figure;

		buffer_init(&nearest, NEAREST_MAX);
		figure = explain_reviews_knows(&of, o->id, &nearest);
		status = figure ? status : explain_id(w, &of, &nearest);
		buffer_release(&nearest);
		if (!figure)
			return status;
	}
	status = explain_reviews(&of, o->name, o->names, &w->page, &stale,
	    &w->c);
	say_stale(&stale);
	return status == STATUS_DONE ? status : failed(w, status);
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
	char room[WORKSPACE_PATH_MAX];
	const char *plan = plan_of(w, room);

	w->engine = engine_open(w->options->lexicon, &w->c);
	if (w->engine == NULL ||
	    brands_open(&w->brands, w->options->brands, plan, &w->c) == -1)
		return failed(w, STATUS_USAGE);
	engine_use_brands(w->engine, w->brands);
	w->scorer = scorer_open(w->engine);
	if (w->scorer == NULL) {
		complain(&w->c, ENOMEM, "explain");
		return failed(w, STATUS_RETRY);
	}
	enum status status = w->options->id == NULL ? explain_input(w) :
	    explain_named(w, plan);
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
		{0, "stream", COMMAND_STRING, &o.stream, "ID",
		    "figures of this stream's summary"},
		{0, "limit", COMMAND_COUNT, &o.limit, "N",
		    "reviews of a figure that are shown (default 10)"},
		{0, "rescan", COMMAND_FLAG, &o.rescan, NULL,
		    "read all reviews, whatever sayso.db says"},
	};
	int first = command_options("score explain [OPTIONS] "
	    "[ID | [BRAND]/FIGURE... | -]", option,
	    sizeof option / sizeof option[0], argc, argv);

	if (first < 0)
		return first == -2 ? STATUS_DONE : STATUS_USAGE;
	if (first < argc && strcmp(argv[first], "-") != 0) {
		o.id = argv[first];
		o.name = argv + first;
		o.names = (size_t)(argc - first);
	} else if (first + 1 < argc) {
		command_complain("score", "explain: - stands alone");
		return STATUS_USAGE;
	}
	if (o.language != NULL)
		o.language = language_primary(text_of(o.language), language);
	arena_init(&w.arena, ARENA_MAX);
	buffer_init(&w.page, OUTPUT_MAX);
	buffer_init(&w.line, JSONL_LINE_MAX);
	enum status status = run(&w);
	buffer_release(&w.line);
	buffer_release(&w.page);
	arena_release(&w.arena);
	if (w.has_streams)
		plan_release(&w.streams);
	scorer_close(w.scorer);
	engine_close(w.engine);
	brands_free(w.brands);
	return status;
}
