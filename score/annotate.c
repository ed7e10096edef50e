/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "annotate.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "arena.h"
#include "command.h"
#include "jsonl.h"
#include "publish.h"
#include "review.h"
#include "scorers.h"

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

/* What one thread works in, beside its scorer. */
struct work {
	struct arena arena;
	struct buffer plain;
	struct jsonl_object object;
	struct review review;
	struct sentiment sentiment;
};

struct annotate {
	const struct options *options;
	size_t line_max;
	struct scorers scorers;
	struct work work[PIPELINE_THREADS_MAX];
	struct buffer out[PIPELINE_SLOTS_MAX];	/* what lines become */
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
add_line(const struct options *o, struct scorer *scorer, struct work *w,
	struct text line, struct buffer *to, struct complaint *c)
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
		sentiment_review(scorer, &w->review, o->language,
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

static void
work_on(void *context, size_t thread, struct scorers_slot *slot)
{
	struct annotate *a = context;
	struct buffer *out = &a->out[slot->number];
	struct complaint c;
	struct text line;
	int got;

	buffer_clear(out);
	while ((got = reviews_block_next(&slot->lines, &line, &c)) != 0) {
		size_t before = out->length;

		if (got == -1)
			continue;
		/* The same room for every line, wherever blocks begin. */
		out->ceiling = before + OUT_LINES * a->line_max;
		if (add_line(a->options, a->scorers.scorer[thread],
		    &a->work[thread], line, out, &c) == 0)
			continue;
		out->length = before;
		out->failed = false;
		reviews_block_bad(&slot->lines, &c);
	}
}

static int
write_out(void *context, struct scorers_slot *slot)
{
	struct annotate *a = context;
	struct buffer *out = &a->out[slot->number];
	int result = 0;

	if (out->length > 0)
		result = sink_write(&a->sink, out->bytes, out->length);
	/* One huge line must not make every later one carry its memory. */
	if (out->capacity > OUT_KEPT)
		buffer_release(out);
	return result;		/* sink_close() says why */
}

static int
annotate_files(struct annotate *a)
{
	struct scorers_work work = {a, work_on, write_out};

	if (sink_open(&a->sink, dup(STDOUT_FILENO)) == -1)
		return complain(&a->complaint, errno, "standard output");
	int result = scorers_run(&a->scorers, &work);
	bool unread = result == -1 && a->sink.failed == 0;
	if (sink_close(&a->sink, "standard output", &a->complaint) == -1)
		result = -1;
	/* Of two faults the first in the input counts. */
	if (unread)
		a->complaint = a->scorers.reading;
	return result;
}

static void
open_work(struct annotate *a)
{
	for (size_t i = 0; i < PIPELINE_THREADS_MAX; i++) {
		arena_init(&a->work[i].arena, LINES * a->line_max);
		buffer_init(&a->work[i].plain, OUT_LINES * a->line_max);
	}
	for (size_t i = 0; i < PIPELINE_SLOTS_MAX; i++)
		buffer_init(&a->out[i], 0);
}

static void
close_work(struct annotate *a)
{
	for (size_t i = 0; i < PIPELINE_THREADS_MAX; i++) {
		arena_release(&a->work[i].arena);
		buffer_release(&a->work[i].plain);
	}
	for (size_t i = 0; i < PIPELINE_SLOTS_MAX; i++)
		buffer_release(&a->out[i]);
}

static enum status
annotate_with(struct annotate *a, int count, char **path)
{
	const struct options *o = a->options;
	struct scorers *s = &a->scorers;
	int result = scorers_start(s, (size_t)o->jobs, (size_t)count, path,
	    &a->complaint);

	s->reviews.line_max = a->line_max;
	open_work(a);
	if (result == 0)
		result = annotate_files(a);
	close_work(a);
	if (result == -1) {
		command_complain("score", a->complaint.text);
		return STATUS_RETRY;
	}
	reviews_count(&s->reviews, o->counters);
	return s->reviews.bad > (uint64_t)o->max_bad ? STATUS_SHORT :
	    STATUS_DONE;
}

static enum status
annotate_run(const struct options *o, int count, char **path)
{
	struct annotate *a = calloc(1, sizeof *a);
	enum status status = STATUS_USAGE;

	if (a == NULL)
		return STATUS_RETRY;
	a->options = o;
	a->line_max = o->max_line > JSONL_LINE_MAX ? (size_t)o->max_line :
	    JSONL_LINE_MAX;
	if (scorers_open(&a->scorers, o->lexicon, o->brands, o->plan,
	    &a->complaint) == -1)
		command_complain("score", a->complaint.text);
	else
		status = annotate_with(a, count, path);
	scorers_close(&a->scorers);
	free(a);
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
