/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "doubt.h"

#include <math.h>
#include <stdlib.h>

enum { FEW = 2, SOME = 3, STATED_PERCENT = 125 };

static const double nearly = 1e-6;

static double
number(struct text t)
{
	/* Digits in an arena have their NUL. */
	return t.length == 0 ? -1 : strtod(t.bytes, NULL);
}

/* What people see, and what the page is made of, is no markup. */
static bool
is_marked_up(const struct review *r)
{
	return r->rating.length > 0 && r->origin[REVIEW_KEY_RATING] == NULL &&
	    !text_is(r->extractor, "state") && (r->extractor.length < 7 ||
	    memcmp(r->extractor.bytes, "recipe:", 7) != 0);
}

static bool
is_of(const struct review *r, const struct review_aggregate *a)
{
	return a == NULL || r->item.length == 0 || a->item.length == 0 ||
	    text_equals(r->item, a->item);
}

/* How many ratings of the markup there are (of one item); 0 where they
 * differ. */
static size_t
count_alike(const struct extract *x, const struct review_aggregate *a,
	double *value)
{
	size_t i, n = 0;

	for (i = 0; i < x->review_count; i++) {
		const struct review *r = &x->review[i];

		if (!is_marked_up(r) || !is_of(r, a))
			continue;
		if (n++ == 0)
			*value = number(r->rating);
		else if (fabs(number(r->rating) - *value) > nearly)
			return 0;
	}
	return n;
}

static void
set_all(struct extract *x, const struct review_aggregate *a, unsigned doubt)
{
	size_t i;

	for (i = 0; i < x->review_count; i++)
		if (is_marked_up(&x->review[i]) && is_of(&x->review[i], a))
			x->review[i].doubt |= doubt;
}

static void
compare(struct extract *x, const struct review_aggregate *a)
{
	double value = 0, average = number(a->rating);
	double best = a->best.length > 0 ? number(a->best) : 5;
	double stated = number(a->review_count.length > 0 ? a->review_count :
	    a->rating_count);
	size_t n = count_alike(x, a, &value);

	if (n >= FEW && fabs(value - average) < nearly &&
	    fabs(value * 2 - floor(value * 2 + nearly)) > nearly)
		set_all(x, a, REVIEW_DOUBT_AVERAGE);
	if (n >= SOME && fabs(value - best) < nearly && average > 0 &&
	    average <= value - best / 10 && stated > 0 &&
	    stated * 100 <= (double)n * STATED_PERCENT)
		set_all(x, a, REVIEW_DOUBT_CONSTANT);
}

bool
doubt_is_due(const struct extract *x)
{
	double value;

	return count_alike(x, NULL, &value) >= SOME;
}

void
doubt_reviews(struct extract *x)
{
	bool alike = doubt_is_due(x);
	size_t i;

	for (i = 0; i < x->review_count; i++)
		if (x->review[i].origin[REVIEW_KEY_RATING] == NULL && !alike)
			x->review[i].doubt &= ~(unsigned)REVIEW_DOUBT_STARS;
	for (i = 0; i < x->aggregate_count; i++)
		compare(x, &x->aggregate[i]);
}
