/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "annotate.h"

#include <errno.h>
#include <unistd.h>

#include "arena.h"
#include "brands.h"
#include "command.h"
#include "jsonl.h"
#include "publish.h"
#include "review.h"
#include "reviews.h"

enum {
	ARENA_MAX = 4 * JSONL_LINE_MAX,
	OUTPUT_MAX = 8 * JSONL_LINE_MAX, /* --ascii makes one byte three */
};

struct options {
	const char *lexicon, *language, *brands, *plan;
	bool ascii;
	int64_t max_bad, max_line;
};

struct work {
	const struct options *options;
	struct scorer *scorer;
	struct arena arena;
	struct buffer plain, ascii;
	struct sentiment sentiment;
};

/* Adds the members of the line as they stand, without "sentiment". */
static void
add_others(struct buffer *to, struct text line, const struct jsonl_object *o)
{
	const char *from = line.bytes, *end;
	bool first = true;

	for (size_t i = 0; i < o->count; i++) {
		const struct jsonl_member *m = &o->member[i];

		end = m->value.bytes + m->value.length;
		if (text_is(m->name, "sentiment")) {
			/* With the comma before it, or else behind it. */
			if (first && i + 1 < o->count) {
				buffer_add(to, from, (size_t)
				    (m->name.bytes - 1 - from));
				end = o->member[i + 1].name.bytes - 1;
			} else if (first) {
				buffer_add(to, from, (size_t)
				    (m->name.bytes - 1 - from));
			}
		} else {
			buffer_add(to, from, (size_t)(end - from));
			first = false;
		}
		from = end;
	}
	if (o->count == 0)
		buffer_add_char(to, '{');
}

int
annotate_line(struct buffer *to, struct text line, const struct sentiment *s)
{
	struct jsonl_object o;
	size_t fault;

	if (!jsonl_scan(line, &o, &fault))
		return -1;
	add_others(to, line, &o);
	jsonl_add_name(to, "sentiment");
	sentiment_write(to, s, false);
	buffer_add_char(to, '}');
	return to->failed ? -1 : 0;
}

/* The line to be written, into *to; -1 for a bad one. */
static int
annotated(struct work *w, struct text line, struct text *to,
	struct complaint *c)
{
	struct review_reader_line read;

	arena_clear(&w->arena);
	buffer_clear(&w->plain);
	if (line.length > (uint64_t)w->options->max_line)
		return complain(c, 0, "longer than %lld bytes",
		    (long long)w->options->max_line);
	if (review_read(&read, line, &w->arena, c) == -1)
		return -1;
	*to = line;
	if (read.type == REVIEW_REVIEW) {
		sentiment_review(w->scorer, &read.review,
		    w->options->language, &w->sentiment);
		if (annotate_line(&w->plain, line, &w->sentiment) == -1)
			return complain(c, ENOMEM, "no room to annotate it");
		*to = (struct text){w->plain.bytes, w->plain.length};
	}
	if (!w->options->ascii)
		return 0;
	buffer_clear(&w->ascii);
	if (jsonl_add_ascii(&w->ascii, *to) == -1)
		return complain(c, ENOMEM, "no room to write it as ASCII");
	*to = (struct text){w->ascii.bytes, w->ascii.length};
	return 0;
}

static int
annotate_files(struct work *w, struct reviews *r, struct complaint *c)
{
	struct text line, out;
	struct sink sink;
	int got, result = 0;

	if (sink_open(&sink, dup(STDOUT_FILENO)) == -1)
		return complain(c, errno, "standard output");
	while (result == 0 && (got = reviews_next(r, &line, c)) != 0) {
		if (got == -2)
			result = -1;
		else if (got == 1 && annotated(w, line, &out, c) == -1)
			reviews_bad(r, c);
		else if (got == 1 && (sink_write(&sink, out.bytes, out.length)
		    == -1 || sink_write(&sink, "\n", 1) == -1))
			break;	/* sink_close() says why */
	}
	/* A complaint about the input must not be written over. */
	struct complaint last;
	if (sink_close(&sink, "standard output", result == 0 ? c : &last) ==
	    -1)
		result = -1;
	return result;
}

static enum status
annotate_run(const struct options *o, int count, char **path)
{
	struct work w = {.options = o};
	struct brands *brands = NULL;
	struct complaint c;
	struct reviews r;
	struct engine *engine = engine_open(o->lexicon, &c);

	if (engine == NULL ||
	    brands_open(&brands, o->brands, o->plan, &c) == -1) {
		command_complain("score", c.text);
		engine_close(engine);
		return STATUS_USAGE;
	}
	engine_use_brands(engine, brands);
	w.scorer = scorer_open(engine);
	arena_init(&w.arena, ARENA_MAX);
	buffer_init(&w.plain, OUTPUT_MAX);
	buffer_init(&w.ascii, OUTPUT_MAX);
	reviews_open(&r, path, (size_t)count, NULL);
	int result = w.scorer == NULL ? complain(&c, ENOMEM, "annotate") :
	    annotate_files(&w, &r, &c);
	if (result == -1)
		command_complain("score", c.text);
	reviews_close(&r);
	buffer_release(&w.ascii);
	buffer_release(&w.plain);
	arena_release(&w.arena);
	scorer_close(w.scorer);
	engine_close(engine);
	brands_free(brands);
	if (result == -1)
		return STATUS_RETRY;
	return r.bad > (uint64_t)o->max_bad ? STATUS_SHORT : STATUS_DONE;
}

enum status
annotate_command(int argc, char **argv)
{
	struct options o = {.max_line = JSONL_LINE_MAX};
	char language[LANGUAGE_TAG];
	const struct command_option option[] = {
		{0, "lang", COMMAND_STRING, &o.language, "LL",
		    "the language of every review"},
		{0, "lexicon", COMMAND_STRING, &o.lexicon, "PATH",
		    "folder or file of the lexicon"},
		{0, "brands", COMMAND_STRING, &o.brands, "LIST",
		    "brands to compare: A,B=other name of B"},
		{0, "plan", COMMAND_STRING, &o.plan, "FILE",
		    "a plan that names the brands to compare"},
		{0, "ascii", COMMAND_FLAG, &o.ascii, NULL,
		    "write everything above 0x7E as \\uXXXX"},
		{0, "max-bad", COMMAND_COUNT, &o.max_bad, "N",
		    "bad lines that are only counted (default 0)"},
		{0, "max-line", COMMAND_COUNT, &o.max_line, "BYTES",
		    "a longer line is a bad one"},
	};
	int first = command_options("score annotate [OPTIONS] [FILE...]",
	    option, sizeof option / sizeof option[0], argc, argv);

	if (first < 0)
		return first == -2 ? STATUS_DONE : STATUS_USAGE;
	if (o.language != NULL)
		o.language = language_primary(text_of(o.language), language);
	return annotate_run(&o, argc - first, argv + first);
}
