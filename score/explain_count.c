/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_count.h"

#include <errno.h>
#include <string.h>

#include "explain.h"
#include "explain_page.h"
#include "tally_top.h"

int
explain_count_open(struct explain_count *k, struct scorer *scorer,
	const struct plan_stream *stream)
{
	k->collected = tally_create();
	k->facts = selection_facts_create();
	map_open(&k->map, scorer, k->collected);
	if (stream != NULL)
		k->map.stream = k->stream = stream_open(stream);
	if (k->collected == NULL || k->facts == NULL ||
	    k->map.sums == NULL || k->map.words == NULL ||
	    (stream != NULL && k->stream == NULL))
		return complain(k->c, ENOMEM, "explain");
	return 0;
}

void
explain_count_close(struct explain_count *k)
{
	map_close(&k->map);
	stream_free(k->stream);
	tally_free(k->collected);
	selection_facts_free(k->facts);
}

/* ---- what became of reviews ---- */

int
explain_count_change(void *context, struct text line)
{
	struct explain_count *k = context;
	struct review_reader_line read;
	struct complaint ignored;
	size_t i;
	int result = 0;

	arena_clear(&k->map.arena);
	if (review_read(&read, line, &k->map.arena, &ignored) < 0 ||
	    read.type != REVIEW_CHANGE)
		return 0;
	if (selection_facts_change(k->facts, &read.change) < 0)
		result = -1;
	for (i = 0; i < k->count && result == 0; i++) {
		struct explain_figure *f = &k->asked[i].figure;

		if (k->asked[i].kind != ASKED_FIGURE)
			continue;
		result = explain_figure_change(f, &read.change);
		if (result == 0 && f->needs_rows &&
		    !text_is(read.change.change, "edited"))
			result = explain_ids_add(&f->ids, read.change.row);
	}
	return result == 0 ? 0 : complain(k->c, ENOMEM, "changes");
}

/* ---- what is a matter of all reviews ---- */

bool
explain_count_collects(const struct explain_count *k)
{
	size_t i;

	for (i = 0; i < k->count; i++)
		if (k->asked[i].kind == ASKED_FIGURE &&
		    (k->asked[i].figure.needs_rows ||
		    k->asked[i].figure.needs_copies))
			return true;
	return false;
}

int
explain_count_collect(void *context, struct text line)
{
	struct explain_count *k = context;
	struct complaint bad;

	k->map.tally = k->collected;
	return map_line(&k->map, line, &bad) == -2 ? complain(k->c, ENOMEM,
	    "explain") : 0;
}

struct collecting { struct explain_count *k; struct buffer room; };

/* whole|brand|source|row|run; top|copy|brand|month|least|id|... */
static int
collect(void *context, struct text key, int64_t n)
{
	struct collecting *to = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f), i;
	bool whole = text_is(f[0], "whole") && fields == 5;

	(void)n;
	if (!whole && !(text_is(f[0], "top") && fields == 7 &&
	    text_is(f[1], "copy")))
		return 0;
	for (i = 0; i < to->k->count; i++) {
		struct explain_figure *g = &to->k->asked[i].figure;

		if ((whole ? g->needs_rows : g->needs_copies) &&
		    explain_ids_add(&g->ids, tally_field(f[whole ? 3 : 5],
		    &to->room)) < 0)
			return -1;
	}
	return 0;
}

int
explain_count_collected(struct explain_count *k)
{
	struct collecting to = {.k = k};
	int result;
	size_t i;

	buffer_init(&to.room, TALLY_KEY_MAX);
	result = tally_each(k->collected, collect, &to);
	buffer_release(&to.room);
	/* What waits there is not of the next line. */
	if (map_sums_flush(k->map.sums, k->collected, k->c) < 0 ||
	    map_words_flush(k->map.words, k->collected, k->c) < 0)
		return -1;
	for (i = 0; i < k->count; i++)
		explain_ids_end(&k->asked[i].figure.ids);
	return result == 0 ? 0 : complain(k->c, ENOMEM, "explain");
}

bool
explain_count_notes(const struct explain_count *k)
{
	size_t i, n;

	for (i = 0; i < k->count; i++)
		for (n = 0; k->asked[i].kind == ASKED_SELECTION &&
		    n < k->asked[i].selection.count; n++)
			if (k->asked[i].selection.condition[n].what ==
			    SELECT_ANSWERABLE)
				return true;
	return false;
}

/* A stream's summary knows of its own reviews only. */
static bool
is_noted(struct explain_count *k, const struct review *r)
{
	if (k->stream == NULL)
		return true;
	if (!stream_may_take(k->stream, r, &k->map.room))
		return false;
	sentiment_review(k->map.scorer, r, NULL, &k->map.sentiment);
	return stream_takes(k->stream, &k->map.sentiment);
}

int
explain_count_note(void *context, struct text line)
{
	struct explain_count *k = context;
	struct review_reader_line read;
	struct complaint bad;

	arena_clear(&k->map.arena);
	if (review_read(&read, line, &k->map.arena, &bad) < 0 || read.empty ||
	    read.type != REVIEW_REVIEW || !is_noted(k, &read.review))
		return 0;
	return selection_facts_review(k->facts, &read.review) == 0 ? 0 :
	    complain(k->c, ENOMEM, "reviews");
}

/* ---- counting ---- */

/* The rows that the line makes: 1, 0 a bad line, which makes none, -1. */
static int
rows_of(struct explain_count *k, struct text line, struct tally *rows)
{
	struct complaint bad;
	int put;

	k->map.tally = rows;
	put = map_line(&k->map, line, &bad);
	if (put == -2 || map_sums_flush(k->map.sums, rows, &bad) < 0 ||
	    map_words_flush(k->map.words, rows, &bad) < 0)
		return complain(k->c, ENOMEM, "explain");
	return put == 0;
}

static int
count_run(struct explain_count *k, struct explain_asked *a)
{
	const struct review_run *run = &k->map.line.run;
	const struct explain_figure *f = &a->figure;

	if (a->kind != ASKED_FIGURE || f->of != EXPLAIN_RUNS ||
	    !text_equals(run->brand, f->brand) ||
	    (!text_is_absent(f->source) && !text_equals(run->source,
	    f->source)))
		return 0;
	if (run->stated > 0)
		a->count += run->stated;
	if (a->reviews++ >= k->limit)
		return 0;
	a->shown++;
	return explain_page_run(a, run);
}

/* How often the review counts. */
static int
times_of(struct explain_count *k, struct explain_asked *a,
	struct tally *rows, int64_t *count)
{
	const struct review *r = &k->map.line.review;

	*count = 0;
	if (a->kind == ASKED_SELECTION) {
		a->selection.facts = k->facts;
		*count = selection_has(&a->selection, r, &k->map.sentiment);
		return 0;
	}
	return a->figure.of != EXPLAIN_REVIEWS ? 0 : explain_terms_count(
	    &a->figure.terms, rows, r->id, count);
}

static int
count_review(struct explain_count *k, struct explain_asked *a,
	struct tally *rows)
{
	int64_t count;

	if (times_of(k, a, rows, &count) != 0)
		return -1;
	if (count == 0)
		return 0;
	if (!a->counted) {
		a->count += count;
		a->reviews++;
	}
	if (a->shown == k->limit)
		return 0;
	a->shown++;
	buffer_add_string(&a->pages, "\n----\n\n");
	return explain_write(&a->pages, &k->map.line.review,
	    &k->map.sentiment);
}

int
explain_count_line(void *context, struct text line)
{
	struct explain_count *k = context;
	struct tally *rows = tally_create();
	int result = rows == NULL ? -1 : rows_of(k, line, rows);
	/* A review that the stream does not take makes no rows. */
	bool mapped = result == 1, taken = mapped && tally_count(rows) > 0;
	size_t i;

	result = result < 0 ? -1 : 0;
	for (i = 0; i < k->count && result == 0; i++) {
		if (k->map.line.type == REVIEW_RUN && mapped)
			result = count_run(k, &k->asked[i]);
		else if (k->map.line.type == REVIEW_REVIEW && taken)
			result = count_review(k, &k->asked[i], rows);
	}
	tally_free(rows);
	return result < 0 ? complain(k->c, ENOMEM, "explain") : 0;
}
