/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts behind the ids that a summary chose, and the way back. */
#include "summary.h"

#include <errno.h>

#include "language.h"
#include "review.h"

enum { ARENA_MAX = 64 << 20 };

static struct summary_quote *
find_quote(struct summary *s, struct text id)
{
	size_t i, k;

	if (text_is_absent(id))
		return NULL;
	for (i = 0; i < s->brand_count; i++)
		for (k = 0; k < s->brand[i].quote_count; k++)
			if (text_is(id, s->brand[i].quote[k].id))
				return &s->brand[i].quote[k];
	return NULL;
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
	return failed ? -1 : 0;
}

int
summary_quote_line(struct summary *s, struct text line, struct complaint *c)
{
	struct review_reader_line read;
	struct summary_quote *q;
	struct complaint bad;
	struct arena a;
	int result = 0;

	arena_init(&a, ARENA_MAX);
	/* A bad line was said when it was counted. */
	if (review_read(&read, line, &a, &bad) == 0 &&
	    read.type == REVIEW_REVIEW &&
	    (q = find_quote(s, read.review.id)) != NULL &&
	    fill(s, q, &read.review) < 0)
		result = complain(c, ENOMEM, "quotes");
	arena_release(&a);
	return result;
}
