/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews, runs and aggregates of sayso.db.  Reviews wait until there are
 * enough to be worth sorting: keys are digests, and inserted as they come
 * they would touch a page each.
 */
#include "database.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "calendar.h"
#include "database_row.h"
#include "digest.h"

struct term {
	const char *words;
	int32_t weight;
	enum sentiment_field field;
	size_t start, end;
};

struct waiting {
	int64_t key;
	struct review review;		/* texts in the arena */
	enum sentiment_label label;
	enum sentiment_reason reason;
	int32_t score;
	int stars;
	char language[LANGUAGE_TAG];
	struct term *term;
	size_t term_count;
};

struct database_batch {
	struct arena arena;
	struct waiting *row[DATABASE_BATCH_ROWS];
	size_t count;
	size_t bytes;			/* of texts */
	int64_t nameless;		/* reviews without an id, so far */
};

struct database_batch *
database_batch_create(void)
{
	struct database_batch *b = calloc(1, sizeof(*b));

	if (b != NULL)
		arena_init(&b->arena, 2 * (size_t)DATABASE_BATCH_BYTES);
	return b;
}

void
database_batch_free(struct database_batch *b)
{
	if (b == NULL)
		return;
	arena_release(&b->arena);
	free(b);
}

static int64_t
key_of_bytes(const unsigned char *bytes)
{
	uint64_t key = 0;
	int i;

	for (i = 0; i < 8; i++)
		key = key << 8 | bytes[i];
	return (int64_t)(key & INT64_MAX);
}

/* By a digest, because the ids of others may begin or end alike. */
static int64_t
key_of(struct text id)
{
	unsigned char digest[DIGEST_SIZE];

	digest_of(id.bytes, id.length, digest);
	return key_of_bytes(digest);
}

/* Lines of others may have no id: then their place in the input is one. */
static int64_t
key_of_review(struct database_batch *b, const struct review *r)
{
	char place[40];

	if (!text_is_absent(r->id))
		return key_of(r->id);
	snprintf(place, sizeof(place), "no id %" PRId64, b->nameless++);
	return key_of(text_of(place));
}

static bool
keep(struct database_batch *b, struct text *t)
{
	if (text_is_absent(*t))
		return true;
	b->bytes += t->length;
	t->bytes = arena_copy(&b->arena, t->bytes, t->length);
	return t->bytes != NULL;
}

static bool
keep_texts(struct database_batch *b, struct review *r)
{
	struct text *const all[] = {&r->id, &r->source, &r->kind, &r->brand,
	    &r->item, &r->url, &r->language, &r->detected, &r->rating,
	    &r->best, &r->worst, &r->title, &r->body, &r->positive,
	    &r->negative, &r->author, &r->published, &r->modified, &r->reply,
	    &r->reply_date, &r->upvotes, &r->location, &r->capture.file,
	    &r->capture.fetched};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (!keep(b, all[i]))
			return false;
	return true;
}

/* The words as they stand in the text: the negator on its side. */
static const char *
term_words(struct arena *a, const struct sentiment_term *t)
{
	const char *first = t->negator, *second = t->term;
	size_t size;
	char *words;

	if (t->negator == NULL)
		return arena_string(a, t->term);
	if (t->behind) {
		first = t->term;
		second = t->negator;
	}
	size = strlen(first) + strlen(second) + 2;
	words = arena_take(a, size);
	if (words != NULL)
		snprintf(words, size, "%s %s", first, second);
	return words;
}

static bool
keep_terms(struct database_batch *b, struct waiting *w,
	const struct sentiment *s)
{
	size_t i;

	w->term = arena_take(&b->arena, (s->count + 1) * sizeof(*w->term));
	if (w->term == NULL)
		return false;
	w->term_count = s->count;
	for (i = 0; i < s->count; i++) {
		const struct sentiment_term *t = &s->term[i];

		w->term[i] = (struct term){term_words(&b->arena, t),
		    t->weight, t->field, t->start, t->end};
		if (w->term[i].words == NULL)
			return false;
	}
	b->bytes += s->count * sizeof(*w->term) + sizeof(*w);
	return true;
}

int
database_put_review(struct database *d, const struct review *r,
	const struct sentiment *score, struct complaint *c)
{
	struct database_batch *b = database_batch_of(d);
	struct waiting *w;

	if ((b->count == DATABASE_BATCH_ROWS ||
	    b->bytes >= DATABASE_BATCH_BYTES) &&
	    database_batch_flush(d, c) < 0)
		return -1;
	w = arena_take(&b->arena, sizeof(*w));
	if (w == NULL)
		return complain(c, ENOMEM, "sayso.db");
	w->review = *r;
	w->key = key_of_review(b, r);
	w->label = score->label;
	w->reason = score->reason;
	w->score = score->score;
	w->stars = score->stars;
	memcpy(w->language, score->language, sizeof(w->language));
	if (!keep_texts(b, &w->review) || !keep_terms(b, w, score))
		return complain(c, ENOMEM, "sayso.db");
	b->row[b->count++] = w;
	return 0;
}

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
language_of(const struct waiting *w)
{
	if (w->language[0] != '\0')
		return text_of(w->language);
	return text_is_absent(w->review.detected) ? w->review.language :
	    w->review.detected;
}

static void
put_verdict(struct database *d, const struct waiting *w)
{
	bool scored = w->label != SENTIMENT_UNSCORED;

	database_row_string(d, scored ? sentiment_label_name(w->label) :
	    NULL);
	database_row_integer(d, scored, w->score);
	database_row_integer(d, scored, w->stars);
	database_row_string(d, scored ? NULL :
	    sentiment_reason_name(w->reason));
}

static int
put_waiting(struct database *d, const struct waiting *w, struct complaint *c)
{
	const struct review *r = &w->review;
	const struct text head[] = {r->id, r->source, r->kind, r->brand,
	    r->item, r->url, language_of(w)};
	const struct text middle[] = {r->rating, r->best, r->worst, r->title,
	    r->body, r->positive, r->negative, r->author};
	const struct text tail[] = {r->modified, r->reply, r->reply_date,
	    r->upvotes, r->location};
	int32_t stars = 0;
	bool has_stars = review_stars(r, &stars);
	size_t i;

	database_row_begin(d, DATABASE_REVIEW);
	database_row_integer(d, true, w->key);
	for (i = 0; i < sizeof(head) / sizeof(*head); i++)
		database_row_text(d, head[i]);
	database_row_real(d, has_stars, (double)stars / 10000);
	for (i = 0; i < sizeof(middle) / sizeof(*middle); i++)
		database_row_text(d, middle[i]);
	put_date(d, r->published);
	for (i = 0; i < sizeof(tail) / sizeof(*tail); i++)
		database_row_text(d, tail[i]);
	put_verdict(d, w);
	put_capture(d, &r->capture);
	return database_row_end(d, c);
}

static int
put_terms(struct database *d, const struct waiting *w, struct complaint *c)
{
	/* Named as the columns of `review` that start and end count in. */
	static const char *const field[SENTIMENT_FIELDS] = {
		[SENTIMENT_TITLE] = "title", [SENTIMENT_BODY] = "body",
		[SENTIMENT_POSITIVE_NOTES] = "positive_notes",
		[SENTIMENT_NEGATIVE_NOTES] = "negative_notes",
	};
	size_t i;

	for (i = 0; i < w->term_count; i++) {
		const struct term *t = &w->term[i];

		database_row_begin(d, DATABASE_TERM);
		database_row_integer(d, false, 0);	/* the next key */
		database_row_integer(d, true, w->key);
		database_row_string(d, t->words);
		database_row_integer(d, true, t->weight);
		database_row_string(d, field[t->field]);
		database_row_integer(d, true, (int64_t)t->start);
		database_row_integer(d, true, (int64_t)t->end);
		if (database_row_end(d, c) < 0)
			return -1;
	}
	return 0;
}

static int
compare_keys(const void *a, const void *b)
{
	const struct waiting *const *x = a, *const *y = b;

	return ((*x)->key > (*y)->key) - ((*x)->key < (*y)->key);
}

int
database_batch_flush(struct database *d, struct complaint *c)
{
	struct database_batch *b = database_batch_of(d);
	size_t i;

	if (b->count > 1)
		qsort(b->row, b->count, sizeof(b->row[0]), compare_keys);
	for (i = 0; i < b->count; i++)
		if (put_waiting(d, b->row[i], c) < 0 ||
		    put_terms(d, b->row[i], c) < 0)
			return -1;
	b->count = b->bytes = 0;
	arena_clear(&b->arena);
	return 0;
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
