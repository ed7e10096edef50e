/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews, runs and aggregates of sayso.db.  Rows are numbered as they come,
 * so that every insert goes to the end of the file: by a digest each would
 * touch a page of its own.  The words of a review stand in one of its
 * columns, as JSON; the view `term` gives each a row.
 */
#include "database.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

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

/* Most of them have three digits. */
static char *
put_integer(char *to, int64_t value)
{
	static const char pair[] =
	    "0001020304050607080910111213141516171819"
	    "2021222324252627282930313233343536373839"
	    "4041424344454647484950515253545556575859"
	    "6061626364656667686970717273747576777879"
	    "8081828384858687888990919293949596979899";
	char digits[20], *at = digits + sizeof(digits);
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	if (value < 0)
		*to++ = '-';
	for (; rest >= 1000; rest /= 10)
		*--at = (char)('0' + rest % 10);
	if (rest >= 100) {
		*to++ = (char)('0' + rest / 100);
		memcpy(to, pair + rest % 100 * 2, 2);
		to += 2;
	} else if (rest >= 10) {
		memcpy(to, pair + rest * 2, 2);
		to += 2;
	} else {
		*to++ = (char)('0' + rest);
	}
	while (at < digits + sizeof(digits))
		*to++ = *at++;
	return to;
}

enum { PLACE_ROOM = 96 };		/* behind the words of a term */

/* ",-130,"body",4,12] or, of a word in another language than its review's,
 * ",-130,"body",4,12,"hr"] */
static char *
put_place(char *to, const struct sentiment_term *t, bool other)
{
	static const struct { char bytes[20]; size_t length; }
	    field[SENTIMENT_FIELDS] = {
		[SENTIMENT_TITLE] = {",\"title\",", 9},
		[SENTIMENT_BODY] = {",\"body\",", 8},
		[SENTIMENT_POSITIVE_NOTES] = {",\"positive_notes\",", 18},
		[SENTIMENT_NEGATIVE_NOTES] = {",\"negative_notes\",", 18},
	};

	*to++ = '"';
	*to++ = ',';
	to = put_integer(to, t->weight);
	memcpy(to, field[t->field].bytes, sizeof(field[0].bytes));
	to = put_integer(to + field[t->field].length, (int64_t)t->start);
	*to++ = ',';
	to = put_integer(to, (int64_t)t->end);
	if (other) {
		memcpy(to, ",\"", 2);
		memcpy(to + 2, t->language, strlen(t->language));
		to += 2 + strlen(t->language);
		*to++ = '"';
	}
	*to++ = ']';
	return to;
}

/* One word or two without their quotes; NULL where one needs an escape. */
static char *
put_words(char *to, struct text first, struct text second)
{
	if (first.length > 0) {
		to = jsonl_put_plain(to, first, false);
		if (to == NULL)
			return NULL;
		*to++ = ' ';
	}
	return jsonl_put_plain(to, second, false);
}

/* Where a word needs an escape. */
static void
add_escaped(struct buffer *b, struct text first, struct text second,
	const struct sentiment_term *t, bool other)
{
	char words[512], place[PLACE_ROOM];
	char *end = put_place(place, t, other);

	snprintf(words, sizeof(words), "%.*s%s%.*s", (int)first.length,
	    first.bytes, first.length > 0 ? " " : "", (int)second.length,
	    second.bytes);
	jsonl_add_string(b, text_of(words), false);
	buffer_add(b, place + 1, (size_t)(end - place - 1));
}

/* The words as they stand in the text, the negator on its side. */
static void
add_term(struct buffer *b, const struct sentiment_term *t, bool other)
{
	struct text first = text_of(t->negator == NULL ? "" : t->negator);
	struct text second = text_of(t->term);
	char *room, *to;

	if (t->negator != NULL && t->behind) {
		struct text negator = first;

		first = second;
		second = negator;
	}
	room = buffer_reserve(b, first.length + second.length + PLACE_ROOM);
	if (room == NULL)
		return;
	room[0] = b->length == 0 ? '[' : ',';
	memcpy(room + 1, "[\"", 2);
	to = put_words(room + 3, first, second);
	if (to != NULL) {
		b->length += (size_t)(put_place(to, t, other) - room);
		return;
	}
	b->length += 2;
	add_escaped(b, first, second, t, other);
}

/* [["not good",-130,"body",4,12],...]; fields are named as the columns that
 * start and end count in. */
static void
add_terms(struct buffer *b, const struct sentiment *s)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		add_term(b, &s->term[i], s->parts > 0 &&
		    strcmp(s->term[i].language, s->language) != 0);
	if (i > 0)
		buffer_add_char(b, ']');
}

static char *
put_quoted(char *to, struct text name)
{
	*to++ = '"';
	to = jsonl_put_plain(to, name, false);
	if (to != NULL)
		*to++ = '"';
	return to;
}

/* [["delivery","receive",-4200],["price","buy",null]]: mentions in the order
 * of the text; null where nothing is said of it.  The names are ids of the
 * lexicon. */
static void
add_aspect(struct buffer *b, const struct sentiment_aspect *a, bool first)
{
	struct text name = text_of(a->aspect), stage = text_of(a->stage);
	char *room = buffer_reserve(b, name.length + stage.length +
	    PLACE_ROOM), *to = room;

	if (room == NULL)
		return;
	*to++ = first ? '[' : ',';
	*to++ = '[';
	to = put_quoted(to, name);
	if (to != NULL) {
		*to++ = ',';
		to = put_quoted(to, stage);
	}
	if (to == NULL) {
		b->failed = true;
		return;
	}
	*to++ = ',';
	if (a->label == SENTIMENT_UNSCORED) {
		memcpy(to, "null", 4);
		to += 4;
	} else {
		to = put_integer(to, a->score);
	}
	*to++ = ']';
	b->length += (size_t)(to - room);
}

static void
add_aspects(struct buffer *b, const struct sentiment *s)
{
	size_t i;

	for (i = 0; i < s->aspects; i++)
		add_aspect(b, &s->aspect[i], i == 0);
	if (i > 0)
		buffer_add_char(b, ']');
}

/* [["Own","Rival","price"],["Rival","Own",null]]: who is preferred over
 * whom.  Rare, and any name may stand there. */
static void
add_comparisons(struct buffer *b, const struct sentiment *s)
{
	const size_t start = b->length;
	size_t i;

	for (i = 0; i < s->comparisons; i++) {
		const struct sentiment_comparison *k = &s->comparison[i];
		struct text brand = k->preferred == NULL ? s->subject :
		    text_of(k->preferred);
		struct text other = k->over == NULL ? s->subject :
		    text_of(k->over);

		if (text_is_absent(brand) || text_is_absent(other))
			continue;
		buffer_add_string(b, b->length == start ? "[[" : ",[");
		jsonl_add_string(b, brand, false);
		buffer_add_char(b, ',');
		jsonl_add_string(b, other, false);
		buffer_add_char(b, ',');
		if (k->aspect == NULL)
			buffer_add_string(b, "null");
		else
			jsonl_add_string(b, text_of(k->aspect), false);
		buffer_add_char(b, ']');
	}
	if (b->length > start)
		buffer_add_char(b, ']');
}

/* NULL where nothing was added. */
static struct text
from(const struct buffer *b, size_t start, size_t end)
{
	return start == end ? (struct text){NULL, 0} :
	    (struct text){b->bytes + start, end - start};
}

/* All stand in one room, where they stay until the row is written. */
static void
put_found(struct database *d, const struct sentiment *s)
{
	struct buffer *b = database_row_room(d);
	size_t terms, aspects;

	buffer_clear(b);
	add_terms(b, s);
	terms = b->length;
	add_aspects(b, s);
	aspects = b->length;
	add_comparisons(b, s);
	if (b->failed)
		database_row_failed(d);
	database_row_text(d, from(b, 0, terms));
	database_row_text(d, from(b, terms, aspects));
	database_row_text(d, from(b, aspects, b->length));
}

/* The run that saw a review first; only what parse wrote in a workspace has
 * one. */
static struct text
first_run_of(const struct review *r)
{
	struct text run = r->capture.file;
	size_t slash = run.length;

	while (slash > 0 && run.bytes[slash - 1] != '/')
		slash--;
	if (slash == 0)
		return (struct text){NULL, 0};
	if (!text_is_absent(r->first_run))
		return r->first_run;
	run = (struct text){run.bytes + slash, run.length - slash};
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
	put_found(d, s);
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
