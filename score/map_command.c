/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tallies_command.h"

#include <errno.h>
#include <stdlib.h>

#include "brands.h"
#include "command.h"
#include "map.h"
#include "pipeline.h"
#include "plan.h"
#include "reviews.h"
#include "stream.h"

struct options {
	const char *lexicon, *partial, *plan, *counters, *stream;
	int64_t jobs, max_bad;
	bool ascii;
};

/* One thread's own tallies: sums of integers, so that their sum is the same
 * whoever mapped which line. */
struct work {
	struct scorer *scorer;
	struct tally *tally;
	struct map map;
};

struct piece {
	struct reviews_block in;
	bool failed;
	struct complaint complaint;
};

struct mapping {
	size_t threads;
	struct work work[PIPELINE_THREADS_MAX];
	struct piece piece[PIPELINE_SLOTS_MAX];
	struct reviews reviews;
	struct complaint reading;	/* why reading failed */
	struct complaint complaint;	/* why it did not come to an end */
	struct plan plan;		/* where a stream of it is mapped */
	struct stream *stream;
};

static int
read_piece(void *context, void *slot)
{
	struct mapping *m = context;
	struct piece *p = slot;
	int got = reviews_read_block(&m->reviews, &p->in, &m->reading);

	return got == -2 ? -1 : got;
}

static void
work_on(void *context, size_t thread, void *slot)
{
	struct mapping *m = context;
	struct map *map = &m->work[thread].map;
	struct piece *p = slot;
	struct text line;
	int got;

	p->failed = false;
	while ((got = reviews_block_next(&p->in, &line, &p->complaint)) != 0) {
		int put = got == 1 ? map_line(map, line, &p->complaint) :
		    map_bad(map, &p->complaint);

		if (put == -2) {
			p->failed = true;
			return;
		}
		if (put == -1)
			reviews_block_bad(&p->in, &p->complaint);
	}
}

static int
end_piece(void *context, void *slot)
{
	struct mapping *m = context;
	struct piece *p = slot;

	reviews_say_block(&m->reviews, &p->in);
	if (p->failed)
		m->complaint = p->complaint;
	return p->failed ? -1 : 0;
}

static int
open_work(struct mapping *m, const struct engine *engine)
{
	int result = 0;

	for (size_t i = 0; i < m->threads; i++) {
		struct work *w = &m->work[i];

		w->scorer = scorer_open(engine);
		w->tally = tally_create();
		map_open(&w->map, w->scorer, w->tally);
		w->map.stream = m->stream;
		if (w->scorer == NULL || w->tally == NULL)
			result = complain(&m->complaint, ENOMEM, "map");
	}
	for (size_t i = 0; i < pipeline_slots(m->threads); i++)
		reviews_block_init(&m->piece[i].in);
	return result;
}

static void
close_work(struct mapping *m)
{
	for (size_t i = 0; i < m->threads; i++) {
		map_close(&m->work[i].map);
		tally_free(m->work[i].tally);
		scorer_close(m->work[i].scorer);
	}
	for (size_t i = 0; i < pipeline_slots(m->threads); i++)
		reviews_block_release(&m->piece[i].in);
}

/* Reads all and leaves the sums with the first thread. */
static int
map_files(struct mapping *m)
{
	struct pipeline p = {.threads = m->threads, .context = m,
	    .read = read_piece, .work = work_on, .write = end_piece};

	for (size_t i = 0; i < pipeline_slots(m->threads); i++)
		p.slot[i] = &m->piece[i];
	if (pipeline_run(&p) == -1) {
		/* Of two faults the first in the input counts. */
		if (m->complaint.text[0] == '\0')
			m->complaint = m->reading;
		return -1;
	}
	for (size_t i = 0; i < m->threads; i++)
		if (map_flush(&m->work[i].map, &m->complaint) == -1)
			return -1;
	for (size_t i = 1; i < m->threads; i++) {
		if (tally_add_all(m->work[0].tally, m->work[i].tally,
		    &m->complaint) == -1)
			return -1;
		tally_free(m->work[i].tally);
		m->work[i].tally = NULL;
	}
	return 0;
}

/* 0 also where no stream is asked for. */
static int
open_stream(struct mapping *m, const struct options *o)
{
	const struct plan_stream *found;

	if (o->stream == NULL)
		return 0;
	if (o->plan == NULL)
		return complain(&m->complaint, 0, "--stream needs --plan");
	if (plan_read(&m->plan, o->plan, &m->complaint) == -1)
		return -1;
	found = plan_find_stream(&m->plan, o->stream);
	if (found == NULL)
		return complain(&m->complaint, 0, "%s: no stream with the id "
		    "%.80s", o->plan, o->stream);
	m->stream = stream_open(found);
	return m->stream != NULL ? 0 :
	    complain(&m->complaint, ENOMEM, "%.80s", o->stream);
}

static enum status
map_with(const struct engine *engine, const struct options *o, int count,
	char **path)
{
	struct mapping *m = calloc(1, sizeof *m);
	enum status status = STATUS_RETRY;

	if (m == NULL)
		return STATUS_RETRY;
	if (open_stream(m, o) == -1) {
		command_complain("score", m->complaint.text);
		plan_release(&m->plan);
		free(m);
		return STATUS_USAGE;
	}
	m->threads = (size_t)o->jobs;
	reviews_open(&m->reviews, path, (size_t)count, NULL);
	if (open_work(m, engine) == -1 || map_files(m) == -1)
		command_complain("score", m->complaint.text);
	else
		status = tallies_write(m->work[0].tally, o->partial,
		    &m->complaint);
	if (status == STATUS_DONE)
		reviews_count(&m->reviews, o->counters);
	if (status == STATUS_DONE && m->reviews.bad > (uint64_t)o->max_bad)
		status = STATUS_SHORT;
	reviews_close(&m->reviews);
	close_work(m);
	stream_free(m->stream);
	plan_release(&m->plan);
	free(m);
	return status;
}

static enum status
map_run(const struct options *o, int count, char **path)
{
	enum status status = STATUS_USAGE;
	struct brands *brands = NULL;
	struct complaint c;
	struct engine *engine = engine_open(o->lexicon, &c);

	if (engine == NULL || brands_open(&brands, NULL, o->plan, &c) == -1) {
		command_complain("score", c.text);
	} else {
		engine_use_brands(engine, brands);
		status = map_with(engine, o, count, path);
	}
	engine_close(engine);
	brands_free(brands);
	return status;
}

enum status
map_command(int argc, char **argv)
{
	struct options o = {.jobs = 1};
	const struct command_option option[] = {
		{'j', NULL, COMMAND_COUNT, &o.jobs, "N", "threads"},
		{0, "lexicon", COMMAND_STRING, &o.lexicon, "PATH",
		    "folder or file of the lexicon"},
		{0, "plan", COMMAND_STRING, &o.plan, "FILE",
		    "the plan, which names the brands that are compared"},
		{0, "stream", COMMAND_STRING, &o.stream, "ID",
		    "only the reviews of this stream of the plan"},
		{0, "partial", COMMAND_STRING, &o.partial, "FORM",
		    "plain, or long for Hadoop's own reducer"},
		{0, "ascii", COMMAND_FLAG, &o.ascii, NULL,
		    "as annotate has it; tallies are ASCII always"},
		{0, "max-bad", COMMAND_COUNT, &o.max_bad, "N",
		    "bad lines that are only counted (default 0)"},
		{0, "counters", COMMAND_STRING, &o.counters, "FORM",
		    "hadoop: lines in, out and bad at the end"},
	};
	int first = command_options("score map [OPTIONS] [FILE...]", option,
	    sizeof option / sizeof option[0], argc, argv);

	if (first < 0)
		return first == -2 ? STATUS_DONE : STATUS_USAGE;
	if (!tallies_form_is_known(o.partial) ||
	    !pipeline_threads_are_possible(o.jobs) ||
	    !command_counters_are_known("score", o.counters))
		return STATUS_USAGE;
	return map_run(&o, argc - first, argv + first);
}
