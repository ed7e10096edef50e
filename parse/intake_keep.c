/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What readers hand over: reviews to be kept, and bad input. */
#include "intake.h"

#include <stdio.h>

void
intake_note(struct intake *n, const struct complaint *c)
{
	if (n->bad.count++ == 0)
		n->bad.first = *c;
}

static void
note_record(void *context, const struct complaint *c)
{
	intake_note(context, c);
}

static int
keep_review(struct intake *n, struct review *r)
{
	struct complaint c;
	char hex[ID_HEX];
	bool cut;

	arena_clear(&n->own);
	if (identify_review(r, n->origin, hex, &cut, &n->own) < 0) {
		complain(&n->why, 0, "%s: no memory", n->place);
		n->failed = true;
	} else if (collect_review(n->to, r, &n->why) < 0) {
		n->failed = true;
	}
	if (cut) {
		complain(&c, 0, "%s: a text was cut to %d bytes", n->place,
		    REVIEW_TEXT_MAX);
		intake_note(n, &c);
	}
	return n->failed;
}

static int
take_record(void *context, struct review *r)
{
	struct intake *n = context;

	r->extractor = text_of(n->extractor);
	return keep_review(n, r);
}

/* Ratings that the page itself belies are kept, marked and reported. */
static void
note_doubts(struct intake *n)
{
	static const char *const said[] = {"have the average of the item",
	    "all have the best rating, against the average",
	    "have another rating than their stars"};
	struct complaint c;
	size_t i, kind, count;

	for (kind = 0; kind < sizeof(said) / sizeof(*said); kind++) {
		for (i = count = 0; i < n->extract.review_count; i++)
			count += n->extract.review[i].doubt >> kind & 1;
		if (count == 0)
			continue;
		complain(&c, 0, "%s: %zu reviews %s", n->place, count,
		    said[kind]);
		intake_note(n, &c);
	}
}

void
intake_keep_aggregate(struct intake *n, struct review_aggregate *a)
{
	char hex[ID_HEX];

	arena_clear(&n->own);
	identify_aggregate(a, n->origin, hex, &n->own);
	if (collect_aggregate(n->to, a, &n->why) < 0)
		n->failed = true;
}

void
intake_keep_extracted(struct intake *n)
{
	struct extract *x = &n->extract;
	struct complaint c;
	size_t i;

	for (i = 0; i < x->review_count && !n->failed; i++)
		keep_review(n, &x->review[i]);
	for (i = 0; i < x->aggregate_count && !n->failed; i++)
		intake_keep_aggregate(n, &x->aggregate[i]);
	note_doubts(n);
	if (x->cut) {
		complain(&c, 0, "%s: cut at a limit", n->place);
		intake_note(n, &c);
	}
}

struct text
intake_language(const struct origin *o)
{
	if (o->row != NULL && o->row->language != NULL)
		return text_of(o->row->language);
	return o->language;
}

struct records_how
intake_how(struct intake *n, const struct recipe *recipe)
{
	return (struct records_how){
		.recipe = recipe, .row = n->origin->row,
		.fetched = n->origin->fetched,
		.language = intake_language(n->origin), .arena = &n->values,
		.take = take_record, .bad = note_record, .context = n,
	};
}
