/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts behind the ids that a summary chose, and the way back. */
#include "quotes.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "language.h"
#include "review.h"
#include "summary.h"

enum { ARENA_MAX = 64 << 20 };

/* One review may be shown in several lists: the wanted ids in order, made at
 * the first look. */
static int
compare_wanted(const void *a, const void *b)
{
	const struct summary_quote *const *x = a, *const *y = b;

	return strcmp((*x)->id, (*y)->id);
}

static void
want(struct summary *s, struct summary_quote *q, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (q[i].id != NULL)
			s->wanted[s->wanted_count++] = &q[i];
}

uint32_t
summary_quote_mark(struct text id)
{
	uint64_t word = 0;

	if (id.length >= 8)
		memcpy(&word, id.bytes + id.length - 8, 8);
	else if (id.length > 0)
		memcpy(&word, id.bytes, id.length);
	return (uint32_t)(word * UINT64_C(0x9e3779b97f4a7c15) >> 32);
}

/* Which bit a mark sets: nearly all reviews are seen off by it.  Only the
 * first bits of a mark depend on all of the id. */
static uint32_t
bit_of(uint32_t mark)
{
	return mark >> (32 - SUMMARY_MARK_BITS);
}

static int
gather(struct summary *s)
{
	size_t most = 1, i;

	for (i = 0; i < s->brand_count; i++)
		most += s->brand[i].quote_count + s->brand[i].open.count +
		    s->brand[i].against.count + s->brand[i].spoken.count +
		    s->brand[i].copies.cluster_count;
	s->wanted = arena_take(&s->arena, most * sizeof(*s->wanted));
	if (s->wanted == NULL)
		return -1;
	for (i = 0; i < s->brand_count; i++) {
		struct summary_brand *b = &s->brand[i];

		want(s, b->quote, b->quote_count);
		want(s, b->open.item, b->open.count);
		want(s, b->against.item, b->against.count);
		want(s, b->spoken.item, b->spoken.count);
		for (size_t k = 0; k < b->copies.cluster_count; k++)
			want(s, &b->copies.cluster[k].example, 1);
	}
	for (i = 0; i < s->wanted_count; i++) {
		uint32_t bit = bit_of(summary_quote_mark(text_of(
		    s->wanted[i]->id)));

		s->wanted_mark[bit / 64] |= UINT64_C(1) << bit % 64;
	}
	if (s->wanted_count > 1)
		qsort(s->wanted, s->wanted_count, sizeof(*s->wanted),
		    compare_wanted);
	return 0;
}

static int
compare_id(struct text id, const char *with)
{
	size_t length = strlen(with), shorter = id.length < length ?
	    id.length : length;
	int order = memcmp(id.bytes, with, shorter);

	return order != 0 ? order : (id.length > length) -
	    (id.length < length);
}

/* The first place of an id among the wanted; their count where it is none. */
static size_t
find(const struct summary *s, struct text id)
{
	size_t first = 0, end = s->wanted_count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;

		if (compare_id(id, s->wanted[middle]->id) > 0)
			first = middle + 1;
		else
			end = middle;
	}
	return first < s->wanted_count && compare_id(id,
	    s->wanted[first]->id) == 0 ? first : s->wanted_count;
}

bool
summary_quote_may_want(struct summary *s, uint32_t mark)
{
	if (s->wanted == NULL && gather(s) < 0)
		return false;
	mark = bit_of(mark);
	return (s->wanted_mark[mark / 64] >> mark % 64 & 1) != 0;
}

bool
summary_quote_is_wanted(struct summary *s, struct text id)
{
	return summary_quote_may_want(s, summary_quote_mark(id)) &&
	    !text_is_absent(id) && find(s, id) < s->wanted_count;
}

/* NULL where the review does not say; *failed where memory is lacking. */
static const char *
kept(struct summary *s, struct text t, bool *failed)
{
	const char *copy;

	if (text_is_absent(t))
		return NULL;
	copy = arena_copy(&s->arena, t.bytes, t.length);
	if (copy == NULL)
		*failed = true;
	return copy;
}

static int
fill(struct summary *s, struct summary_quote *q, const struct review *r)
{
	char tag[LANGUAGE_TAG];
	bool failed = false;

	language_primary(text_is_absent(r->language) ? r->detected :
	    r->language, tag);
	q->language = kept(s, text_of(tag), &failed);
	q->text = kept(s, r->body, &failed);
	q->date = kept(s, r->published, &failed);
	q->source = kept(s, r->source, &failed);
	q->url = kept(s, r->url, &failed);
	q->file = kept(s, r->capture.file, &failed);
	q->offset = r->capture.offset;
	q->fetched = kept(s, r->capture.fetched, &failed);
	q->rating = kept(s, r->rating, &failed);
	q->best = kept(s, r->best, &failed);
	q->worst = kept(s, r->worst, &failed);
	return failed ? -1 : 0;
}

static int
fill_all(struct summary *s, const struct review *r)
{
	size_t at;

	if (text_is_absent(r->id))
		return 0;
	for (at = find(s, r->id); at < s->wanted_count &&
	    text_is(r->id, s->wanted[at]->id); at++)
		if (fill(s, s->wanted[at], r) < 0)
			return -1;
	return 0;
}

int
summary_quote_line(struct summary *s, struct text line, struct complaint *c)
{
	struct review_reader_line read;
	struct complaint bad;
	struct arena a;
	int result = 0;

	if (s->wanted == NULL && gather(s) < 0)
		return complain(c, ENOMEM, "quotes");
	arena_init(&a, ARENA_MAX);
	/* A bad line was said when it was counted. */
	if (review_read(&read, line, &a, &bad) == 0 &&
	    read.type == REVIEW_REVIEW && fill_all(s, &read.review) < 0)
		result = complain(c, ENOMEM, "quotes");
	arena_release(&a);
	return result;
}
