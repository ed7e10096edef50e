/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews, runs and aggregates of sayso.db.  Rows are numbered as they come,
 * so that every insert goes to the end of the file: by a digest each would
 * touch a page of its own.  The words of a review stand in one of its
 * columns, as JSON; the view `term` gives each a row.
 */
#include "database.h"

#include "calendar.h"
#include "database_row.h"
#include "jsonl.h"

enum { RUN_LETTERS = 16 };		/* 20261118T090000Z */

static void
put_capture(struct database *d, const struct review_capture *k)
{
	database_row_text(d, k->file);
	database_row_integer(d, !text_is_absent(k->file) && k->offset >= 0,
	    k->offset);
	database_row_text(d, k->fetched);
}

static void
put_date(struct database *d, struct text date)
{
	struct calendar_date read;
	bool known = !text_is_absent(date) && calendar_read(date, &read);

	database_row_text(d, date);
	database_row_integer(d, known, known ? calendar_instant(&read) : 0);
}

/* The language that the score goes by, else what is known of it. */
static struct text
language_of(const struct review *r, const struct sentiment *s)
{
	if (s->language[0] != '\0')
		return text_of(s->language);
	return text_is_absent(r->detected) ? r->language : r->detected;
}

static void
put_verdict(struct database *d, const struct sentiment *s)
{
	bool scored = s->label != SENTIMENT_UNSCORED;

	database_row_string(d, scored ? sentiment_label_name(s->label) :
	    NULL);
	database_row_integer(d, scored, s->score);
	database_row_integer(d, scored, s->stars);
	database_row_string(d, scored ? NULL :
	    sentiment_reason_name(s->reason));
}

/* The run that saw a review first; only what parse wrote in a workspace has
 * one. */
static struct text
first_run_of(const struct review *r)
{
	struct text row, run;

	if (!review_capture_split(&r->capture, &row, &run))
		return (struct text){NULL, 0};
	if (!text_is_absent(r->first_run))
		return r->first_run;
	if (run.length > RUN_LETTERS)
		run.length = RUN_LETTERS;
	return run;
}

int
database_put_review(struct database *d, const struct review *r,
	const struct sentiment *s, bool long_text, struct complaint *c)
{
	const struct text head[] = {r->id, r->source, r->kind, r->brand,
	    r->item, r->url, language_of(r, s)};
	const struct text middle[] = {r->rating, r->best, r->worst, r->title,
	    r->body, r->positive, r->negative, r->author};
	int32_t stars = 0;
	int64_t upvotes;
	bool has_stars = review_stars(r, &stars), known;
	size_t i;

	database_row_begin(d, DATABASE_REVIEW);
	database_row_integer(d, false, 0);	/* the next key */
	for (i = 0; i < sizeof(head) / sizeof(*head); i++)
		database_row_text(d, head[i]);
	database_row_real(d, has_stars, (double)stars / 10000);
	for (i = 0; i < sizeof(middle) / sizeof(*middle); i++)
		database_row_text(d, middle[i]);
	put_date(d, r->published);
	put_date(d, r->modified);
	database_row_text(d, r->reply);
	put_date(d, r->reply_date);
	known = !text_is_absent(r->upvotes) &&
	    jsonl_integer(r->upvotes, &upvotes);
	database_row_integer(d, known, known ? upvotes : 0);
	database_row_text(d, r->location);
	put_verdict(d, s);
	put_capture(d, &r->capture);
	database_row_found(d, s);
	database_row_text(d, first_run_of(r));
	database_row_integer(d, true, r->before.known);
	database_row_integer(d, true, long_text);
	return database_row_end(d, c);
}

int
database_put_taken(struct database *d, const char *stream,
	struct complaint *c)
{
	database_row_begin(d, DATABASE_STREAM);
	database_row_integer(d, false, 0);
	database_row_string(d, stream);
	database_row_integer(d, true, database_row_review(d));
	return database_row_end(d, c);
}

static void
put_stars(struct database *d, const struct review *r)
{
	int32_t stars = 0;
	bool rated = review_stars(r, &stars);

	database_row_real(d, rated, (double)stars / 10000);
}

int
database_put_change(struct database *d, const struct review_change *k,
	struct complaint *c)
{
	const struct text value[] = {k->id, k->source, k->brand, k->row,
	    k->change, k->noticed, k->first_run};
	size_t i;

	database_row_begin(d, DATABASE_CHANGE);
	database_row_integer(d, false, 0);
	for (i = 0; i < sizeof(value) / sizeof(*value); i++)
		database_row_text(d, value[i]);
	put_stars(d, &k->before);
	put_stars(d, &k->after);
	return database_row_end(d, c);
}

int
database_put_run(struct database *d, const struct review_run *run,
	struct complaint *c)
{
	const struct text head[] = {run->id, run->source, run->kind,
	    run->brand, run->row, run->started, run->ended};
	size_t i;

	database_row_begin(d, DATABASE_RUN);
	database_row_integer(d, false, 0);
	for (i = 0; i < sizeof(head) / sizeof(*head); i++)
		database_row_text(d, head[i]);
	database_row_integer(d, true, run->requests);
	database_row_integer(d, true, run->pages);
	database_row_integer(d, true, run->unchanged);
	database_row_integer(d, run->stated >= 0, run->stated);
	database_row_integer(d, true, run->collected);
	database_row_text(d, run->stop);
	database_row_text(d, run->status);
	put_capture(d, &run->capture);
	return database_row_end(d, c);
}

int
database_put_aggregate(struct database *d, const struct review_aggregate *a,
	struct complaint *c)
{
	const struct text value[] = {a->id, a->source, a->kind, a->brand,
	    a->item, a->url, a->rating, a->best, a->worst, a->rating_count,
	    a->review_count};
	size_t i;

	database_row_begin(d, DATABASE_AGGREGATE);
	database_row_integer(d, false, 0);
	for (i = 0; i < sizeof(value) / sizeof(*value); i++)
		database_row_text(d, value[i]);
	put_capture(d, &a->capture);
	return database_row_end(d, c);
}
