/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "annotate.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "arena.h"
#include "brands.h"
#include "command.h"
#include "jsonl.h"
#include "pipeline.h"
#include "publish.h"
#include "review.h"
#include "reviews.h"

enum {
	LINES = 4,		/* an arena has room for so many lines */
	OUT_LINES = 8,		/* --ascii makes one byte three */
	OUT_KEPT = 16 * JSONL_BLOCK,	/* more is given back */
};

struct options {
	const char *lexicon, *language, *brands, *plan, *counters;
	bool ascii;
	int64_t jobs, max_bad, max_line;
};

/* What one thread works in. */
struct work {
	struct scorer *scorer;
	struct arena arena;
	struct buffer plain;
	struct jsonl_object object;
	struct review review;
	struct sentiment sentiment;
};

/* Some lines, and what they become. */
struct piece {
	struct reviews_block in;
	struct buffer out;
};

struct annotate {
	const struct options *options;
	size_t line_max, threads;
	struct work work[PIPELINE_THREADS_MAX];
	struct piece piece[PIPELINE_SLOTS_MAX];
	struct reviews reviews;
	struct sink sink;
	struct complaint complaint;	/* why it did not come to an end */
};

static bool
is_sentiment(const struct jsonl_member *m)
{
	return text_is(m->name, "sentiment");
}

/* Adds the members of the line as they stand, without "sentiment". */
static void
add_others(struct buffer *to, struct text line, const struct jsonl_object *o)
{
	const char *from = line.bytes, *end;
	bool first = true;

	if (o->count == 0)
		buffer_add_char(to, '{');
	for (size_t i = 0; i < o->count; i++) {
		const struct jsonl_member *m = &o->member[i];

		if (!is_sentiment(m)) {
			first = false;
			continue;
		}
		/* What is before it, then on behind it; a comma goes too: the
		 * one before it, or of the first member the one behind. */
		end = i == 0 ? m->name.bytes - 1 : o->member[i - 1].value.bytes
		    + o->member[i - 1].value.length;
		if (end > from)
			buffer_add(to, from, (size_t)(end - from));
		from = m->value.bytes + m->value.length;
		if (first && i + 1 < o->count)
			from = o->member[i + 1].name.bytes - 1;
	}
	if (o->count > 0) {
		const struct text *last = &o->member[o->count - 1].value;

		end = last->bytes + last->length;
		if (end > from)
			buffer_add(to, from, (size_t)(end - from));
	}
}

int
annotate_line(struct buffer *to, struct text line,
	const struct jsonl_object *o, const struct sentiment *s)
{
	add_others(to, line, o);
	jsonl_add_name(to, "sentiment");
	sentiment_write(to, s, false);
	buffer_add_char(to, '}');
	return to->failed ? -1 : 0;
}

/* Engines part columns at TAB and some lines at CR; between values both mean a
 * blank, and inside of strings they do not stand. */
static void
blank_tabs(struct buffer *b, size_t from)
{
	for (size_t i = from; i < b->length; i++)
		if (b->bytes[i] == '\t' || b->bytes[i] == '\r')
			b->bytes[i] = ' ';
}

/* Adds what the line becomes; -1 for a bad one. */
static int
add_line(const struct options *o, struct work *w, struct text line,
	struct buffer *to, struct complaint *c)
{
	struct buffer *plain = o->ascii ? &w->plain : to;
	const size_t before = to->length;
	enum review_line type;

	arena_clear(&w->arena);
	if (line.length > (uint64_t)o->max_line)
		return complain(c, 0, "longer than %lld bytes",
		    (long long)o->max_line);
	if (review_read_said(&w->review, &type, &w->object, line, &w->arena,
	    c) == -1)
		return -1;
	buffer_clear(&w->plain);
	if (type == REVIEW_REVIEW) {
		sentiment_review(w->scorer, &w->review, o->language,
		    &w->sentiment);
		if (annotate_line(plain, line, &w->object, &w->sentiment) ==
		    -1)
			return complain(c, ENOMEM, "no room to annotate it");
		line = (struct text){w->plain.bytes, w->plain.length};
	} else if (!o->ascii) {
		buffer_add(to, line.bytes, line.length);
	}
	if (o->ascii)
		jsonl_add_ascii(to, line);
	if (w->object.tabs && !to->failed)
		blank_tabs(to, before);
	if (buffer_add_char(to, '\n') == -1)
		return complain(c, ENOMEM, "no room to write it");
	return 0;
}

static int
read_piece(void *context, void *slot)
{
	struct annotate *a = context;
	struct piece *p = slot;

	int got = reviews_read_block(&a->reviews, &p->in, &a->complaint);
	return got == -2 ? -1 : got;
}

static void
work_on(void *context, size_t thread, void *slot)
{
	struct annotate *a = context;
	struct work *w = &a->work[thread];
	struct piece *p = slot;
	struct complaint c;
	struct text line;
	int got;

	buffer_clear(&p->out);
	while ((got = reviews_block_next(&p->in, &line, &c)) != 0) {
		size_t before = p->out.length;

		if (got == -1)
			continue;
		/* The same room for every line, wherever blocks begin. */
		p->out.ceiling = before + OUT_LINES * a->line_max;
		if (add_line(a->options, w, line, &p->out, &c) == 0)
			continue;
		p->out.length = before;
		p->out.failed = false;
		reviews_block_bad(&p->in, &c);
	}
}

static int
write_piece(void *context, void *slot)
{
	struct annotate *a = context;
	struct piece *p = slot;

	int result = 0;

	reviews_say_block(&a->reviews, &p->in);
	if (p->out.length > 0)
		result = sink_write(&a->sink, p->out.bytes, p->out.length);
	/* One huge line must not make every later one carry its memory. */
	if (p->out.capacity > OUT_KEPT)
		buffer_release(&p->out);
	return result;		/* sink_close() says why */
}

static int
annotate_files(struct annotate *a)
{
	struct pipeline p = {.threads = a->threads, .context = a,
	    .read = read_piece, .work = work_on, .write = write_piece};
	/* A complaint about the input must not be written over. */
	struct complaint ignored;

	for (size_t i = 0; i < pipeline_slots(p.threads); i++)
		p.slot[i] = &a->piece[i];
	if (sink_open(&a->sink, dup(STDOUT_FILENO)) == -1)
		return complain(&a->complaint, errno, "standard output");
	int result = pipeline_run(&p);
	bool unsaid = a->sink.failed != 0 || result == 0;
	if (sink_close(&a->sink, "standard output", unsaid ? &a->complaint :
	    &ignored) == -1)
		result = -1;
	return result;
}

static int
open_work(struct annotate *a, const struct engine *engine)
{
	int result = 0;

	for (size_t i = 0; i < a->threads; i++) {
		struct work *w = &a->work[i];

		arena_init(&w->arena, LINES * a->line_max);
		buffer_init(&w->plain, OUT_LINES * a->line_max);
		w->scorer = scorer_open(engine);
		if (w->scorer == NULL)
			result = complain(&a->complaint, ENOMEM, "annotate");
	}
	for (size_t i = 0; i < pipeline_slots(a->threads); i++) {
		reviews_block_init(&a->piece[i].in);
		buffer_init(&a->piece[i].out, 0);
	}
	return result;
}

static void
close_work(struct annotate *a)
{
	for (size_t i = 0; i < a->threads; i++) {
		arena_release(&a->work[i].arena);
		buffer_release(&a->work[i].plain);
		scorer_close(a->work[i].scorer);
	}
	for (size_t i = 0; i < pipeline_slots(a->threads); i++) {
		reviews_block_release(&a->piece[i].in);
		buffer_release(&a->piece[i].out);
	}
}

static enum status
annotate_with(const struct engine *engine, const struct options *o, int count,
	char **path)
{
	struct annotate *a = calloc(1, sizeof *a);

	if (a == NULL)
		return STATUS_RETRY;
	a->options = o;
	a->threads = (size_t)o->jobs;
	a->line_max = o->max_line > JSONL_LINE_MAX ? (size_t)o->max_line :
	    JSONL_LINE_MAX;
	reviews_open(&a->reviews, path, (size_t)count, NULL);
	a->reviews.line_max = a->line_max;
	int result = open_work(a, engine);
	if (result == 0)
		result = annotate_files(a);
	if (result == -1)
		command_complain("score", a->complaint.text);
	else
		reviews_count(&a->reviews, o->counters);
	uint64_t bad = a->reviews.bad;
	reviews_close(&a->reviews);
	close_work(a);
	free(a);
	if (result == -1)
		return STATUS_RETRY;
	return bad > (uint64_t)o->max_bad ? STATUS_SHORT : STATUS_DONE;
}

static enum status
annotate_run(const struct options *o, int count, char **path)
{
	enum status status = STATUS_USAGE;
	struct brands *brands = NULL;
	struct complaint c;
	struct engine *engine = engine_open(o->lexicon, &c);

	if (engine == NULL ||
	    brands_open(&brands, o->brands, o->plan, &c) == -1) {
		command_complain("score", c.text);
	} else {
		engine_use_brands(engine, brands);
		status = annotate_with(engine, o, count, path);
	}
	engine_close(engine);
	brands_free(brands);
	return status;
}

enum status
annotate_command(int argc, char **argv)
{
	struct options o = {.jobs = 1, .max_line = JSONL_LINE_MAX};
	char language[LANGUAGE_TAG];
	const struct command_option option[] = {
		{'j', NULL, COMMAND_COUNT, &o.jobs, "N", "threads"},
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
		{0, "counters", COMMAND_STRING, &o.counters, "FORM",
		    "hadoop: lines in, out and bad at the end"},
		{0, "max-line", COMMAND_COUNT, &o.max_line, "BYTES",
		    "a longer line is a bad one"},
	};
	int first = command_options("score annotate [OPTIONS] [FILE...]",
	    option, sizeof option / sizeof option[0], argc, argv);

	if (first < 0)
		return first == -2 ? STATUS_DONE : STATUS_USAGE;
	if (!pipeline_threads_are_possible(o.jobs) ||
	    !command_counters_are_known("score", o.counters))
		return STATUS_USAGE;
	if (o.language != NULL)
		o.language = language_primary(text_of(o.language), language);
	return annotate_run(&o, argc - first, argv + first);
}
