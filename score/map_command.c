/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tallies_command.h"

#include <errno.h>
#include <stdlib.h>

#include "command.h"
#include "map.h"
#include "plan.h"
#include "scorers.h"
#include "stream.h"

struct options {
	const char *lexicon, *partial, *plan, *counters, *stream;
	int64_t jobs, max_bad;
	bool ascii;
};

/* One thread's own tallies: sums of integers, so that their sum is the same
 * whoever mapped which line. */
struct work {
	struct tally *tally;
	struct map map;
};

/* Lines that could not be mapped. */
struct failure {
	bool failed;
	struct complaint complaint;
};

struct mapping {
	struct scorers scorers;
	struct work work[PIPELINE_THREADS_MAX];
	struct failure failure[PIPELINE_SLOTS_MAX];
	struct complaint complaint;	/* why it did not come to an end */
	struct plan plan;		/* where a stream of it is mapped */
	struct stream *stream;
};

static void
work_on(void *context, size_t thread, struct scorers_slot *slot)
{
	struct mapping *m = context;
	struct map *map = &m->work[thread].map;
	struct failure *f = &m->failure[slot->number];
	struct text line;
	int got;

	f->failed = false;
	while ((got = reviews_block_next(&slot->lines, &line,
	    &f->complaint)) != 0) {
		int put = 0;

		if (got == 1)
			put = map_line(map, line, &f->complaint);
		else
			map_bad(map);
		if (put == -2) {
			f->failed = true;
			return;
		}
		if (put == -1)
			reviews_block_bad(&slot->lines, &f->complaint);
	}
}

static int
end_slot(void *context, struct scorers_slot *slot)
{
	struct mapping *m = context;
	const struct failure *f = &m->failure[slot->number];

	if (f->failed)
		m->complaint = f->complaint;
	return f->failed ? -1 : 0;
}

static int
open_work(struct mapping *m)
{
	int result = 0;

	for (size_t i = 0; i < m->scorers.threads; i++) {
		struct work *w = &m->work[i];

		w->tally = tally_create();
		map_open(&w->map, m->scorers.scorer[i], w->tally);
		w->map.stream = m->stream;
		if (w->tally == NULL)
			result = complain(&m->complaint, ENOMEM, "map");
	}
	return result;
}

static void
close_work(struct mapping *m)
{
	for (size_t i = 0; i < m->scorers.threads; i++) {
		map_close(&m->work[i].map);
		tally_free(m->work[i].tally);
	}
}

/* Reads all and leaves the sums with the first thread. */
static int
map_files(struct mapping *m)
{
	struct scorers_work work = {m, work_on, end_slot};
	size_t threads = m->scorers.threads;

	if (scorers_run(&m->scorers, &work) == -1) {
		/* Of two faults the first in the input counts. */
		if (m->complaint.text[0] == '\0')
			m->complaint = m->scorers.reading;
		return -1;
	}
	for (size_t i = 0; i < threads; i++)
		if (map_flush(&m->work[i].map, &m->complaint) == -1)
			return -1;
	for (size_t i = 1; i < threads; i++) {
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
map_with(struct mapping *m, const struct options *o, int count, char **path)
{
	struct reviews *r = &m->scorers.reviews;
	enum status status = STATUS_RETRY;
	int started = scorers_start(&m->scorers, (size_t)o->jobs,
	    (size_t)count, path, &m->complaint);

	if (open_work(m) == -1 || started == -1 || map_files(m) == -1)
		command_complain("score", m->complaint.text);
	else
		status = tallies_write(m->work[0].tally, o->partial,
		    &m->complaint);
	if (status == STATUS_DONE)
		reviews_count(r, o->counters);
	if (status == STATUS_DONE && r->bad > (uint64_t)o->max_bad)
		status = STATUS_SHORT;
	close_work(m);
	return status;
}

static enum status
map_run(const struct options *o, int count, char **path)
{
	struct mapping *m = calloc(1, sizeof *m);
	enum status status = STATUS_USAGE;

	if (m == NULL)
		return STATUS_RETRY;
	if (scorers_open(&m->scorers, o->lexicon, NULL, o->plan,
	    &m->complaint) == -1 || open_stream(m, o) == -1)
		command_complain("score", m->complaint.text);
	else
		status = map_with(m, o, count, path);
	scorers_close(&m->scorers);
	stream_free(m->stream);
	plan_release(&m->plan);
	free(m);
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
