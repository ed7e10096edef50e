/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of each line of a run. */
#include "summarize_parts.h"

#include <errno.h>

#include "twice.h"

static int
store(struct summarize *z)
{
	const struct review_reader_line *line = &z->map.line;

	switch (line->type) {
	case REVIEW_REVIEW:
		return database_put_review(z->database, &line->review,
		    &z->map.sentiment, z->map.long_text, &z->complaint);
	case REVIEW_AGGREGATE:
		return database_put_aggregate(z->database, &line->aggregate,
		    &z->complaint);
	case REVIEW_RUN:
		return database_put_run(z->database, &line->run,
		    &z->complaint);
	case REVIEW_CHANGE:
		if (selection_facts_change(z->facts, &line->change) < 0)
			return complain(&z->complaint, ENOMEM, "changes");
		return database_put_change(z->database, &line->change,
		    &z->complaint);
	case REVIEW_OTHER:
		break;
	}
	return 0;
}

/* 1, 0 a bad line, -1. */
static int
map_one(struct summarize *z, struct reviews *r, struct text line)
{
	int put = map_line(&z->map, line, &z->complaint);

	if (put == -1)
		reviews_bad(r, &z->complaint);
	if (put < 0)
		return put == -1 ? 0 : -1;
	return store(z) < 0 || streams_line(z->streams, line, z->database,
	    &z->complaint) < 0 ? -1 : 1;
}

static uint64_t
taken_by_lists(const struct summarize *z)
{
	return tally_taken(z->tally) + streams_taken(z->streams);
}

static int
score_line(void *context, struct reviews *r, struct text line)
{
	struct summarize *z = context;
	uint64_t before = taken_by_lists(z);
	int mapped = map_one(z, r, line);

	if (mapped <= 0)
		return mapped;
	if (trail_line(z->trail, &z->map, r->file, reviews_offset(r),
	    &z->complaint) < 0)
		return -1;
	if (z->map.taken && samples_add(z->samples, z->map.line.review.id,
	    line) < 0)
		return complain(&z->complaint, ENOMEM, "%s", r->name);
	if (taken_by_lists(z) == before)
		return 0;
	return shortlist_add(&z->shortlist, r->file, reviews_offset(r),
	    summary_quote_mark(z->map.line.review.id)) == 0 ? 0 :
	    complain(&z->complaint, ENOMEM, "%s", r->name);
}

static int
older_line(void *context, struct reviews *r, struct text line)
{
	struct summarize *z = context;

	arena_clear(&z->arena);
	return trail_older(z->trail, twice_id_of(line, &z->arena), r->file,
	    reviews_offset(r), &z->complaint);
}

static int
change_line(void *context, struct reviews *r, struct text line)
{
	return map_one(context, r, line) < 0 ? -1 : 0;
}

static void
bad_line(void *context)
{
	struct summarize *z = context;

	map_bad(&z->map);
}

/* Everything through map and into the database. */
int
summarize_score(struct summarize *z)
{
	struct pass pass = {.line = score_line, .older = older_line,
	    .bad = bad_line, .context = z};

	if (passes_reviews(&z->passes, &pass, &z->complaint) < 0)
		return -1;
	z->bad += pass.bad_lines;
	pass.line = change_line;
	if (passes_changes(&z->passes, &pass, &z->complaint) < 0)
		return -1;
	z->bad += pass.bad_lines;
	return map_flush(&z->map, &z->complaint);
}

static int
quote_line(void *context, struct reviews *r, struct text line)
{
	struct summarize *z = context;

	(void)r;
	return quoting_line(&z->quoting, line);
}

/* The texts that are shown: of the lines that a list has taken, or of all
 * where these are too many. */
int
summarize_quotes(struct summarize *z)
{
	struct pass pass = {.line = quote_line, .context = z,
	    .trusted = true};

	z->quoting = (struct quoting){&z->summary, z->streams, &z->arena,
	    &z->complaint};
	if (z->shortlist.full)
		return passes_reviews(&z->passes, &pass, &z->complaint);
	return shortlist_read(&z->shortlist, z->passes.files.path,
	    z->passes.reviews, quoting_may_want, quoting_line, &z->quoting,
	    &z->complaint);
}
