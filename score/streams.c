/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "streams.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "database.h"
#include "map.h"
#include "publish_summary.h"
#include "samples.h"
#include "summary.h"

struct one {
	const struct plan_stream *plan;
	struct stream *stream;
	struct tally *tally;
	struct map map;
	struct summary summary;
	bool made;
};

struct streams {
	const struct plan *plan;
	struct one *list;
	size_t count;
};

struct streams *
streams_open(const struct plan *plan, struct scorer *scorer,
	struct complaint *c)
{
	struct streams *s = calloc(1, sizeof(*s));
	size_t i;

	if (s != NULL)
		s->list = calloc(plan->stream_count + 1, sizeof(*s->list));
	if (s == NULL || s->list == NULL) {
		complain(c, ENOMEM, "streams");
		streams_free(s);
		return NULL;
	}
	s->plan = plan;
	for (i = 0; i < plan->stream_count; i++) {
		struct one *one = &s->list[s->count++];

		one->plan = &plan->stream[i];
		one->stream = stream_open(one->plan);
		one->tally = tally_create();
		map_open(&one->map, scorer, one->tally);
		one->map.stream = one->stream;
		if (one->stream == NULL || one->tally == NULL) {
			complain(c, ENOMEM, "stream %s", one->plan->id);
			streams_free(s);
			return NULL;
		}
	}
	return s;
}

int
streams_line(struct streams *s, struct text line, struct database *d,
	struct complaint *c)
{
	size_t i;

	/* What is bad was said when all reviews were mapped. */
	for (i = 0; i < s->count; i++) {
		struct one *one = &s->list[i];

		if (map_line(&one->map, line, c) == -2 ||
		    (one->map.taken && database_put_taken(d, one->plan->id,
		    c) < 0))
			return -1;
	}
	return 0;
}

int
streams_make(struct streams *s, const char *as_of, const struct since *since,
	struct complaint *c)
{
	size_t i;

	for (i = 0; i < s->count; i++) {
		struct one *one = &s->list[i];

		if (map_flush(&one->map, c) < 0 ||
		    summary_make(&one->summary, one->tally, s->plan,
		    as_of, since, c) < 0)
			return -1;
		one->made = true;
	}
	return 0;
}

bool
streams_quote_may_want(struct streams *s, uint32_t mark)
{
	bool wanted = false;
	size_t i;

	for (i = 0; i < s->count && !wanted; i++)
		wanted = summary_quote_may_want(&s->list[i].summary, mark);
	return wanted;
}

uint64_t
streams_taken(const struct streams *s)
{
	uint64_t taken = 0;
	size_t i;

	for (i = 0; i < s->count; i++)
		taken += tally_taken(s->list[i].tally);
	return taken;
}

int
streams_quote_line(struct streams *s, struct text line, struct text id,
	struct complaint *c)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (summary_quote_is_wanted(&s->list[i].summary, id) &&
		    summary_quote_line(&s->list[i].summary, line, c) < 0)
			return -1;
	return 0;
}

/* What became of reviews is not said of a stream, so its facts are new. */
static int
publish_one(struct one *one, const struct workspace *w,
	const struct samples_of *samples, struct complaint *c)
{
	char name[PLAN_ID_MAX + 32], path[WORKSPACE_PATH_MAX];
	struct samples_of own = *samples;
	int result;

	snprintf(name, sizeof(name), "summary/streams/%s", one->plan->id);
	if (workspace_folder(w, name, c) < 0 ||
	    workspace_path(w, name, path, c) < 0)
		return -1;
	own.stream = one->stream;
	own.facts = selection_facts_create();
	result = own.facts == NULL ? complain(c, ENOMEM, "%s", path) :
	    publish_summary(path, &one->summary, &own, c);
	selection_facts_free(own.facts);
	return result;
}

int
streams_publish(const struct streams *s, const struct workspace *w,
	const struct samples_of *samples, struct complaint *c)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (publish_one(&s->list[i], w, samples, c) < 0)
			return -1;
	return 0;
}

void
streams_free(struct streams *s)
{
	size_t i;

	if (s == NULL)
		return;
	for (i = 0; i < s->count; i++) {
		struct one *one = &s->list[i];

		if (one->made)
			summary_release(&one->summary);
		map_close(&one->map);
		tally_free(one->tally);
		stream_free(one->stream);
	}
	free(s->list);
	free(s);
}
