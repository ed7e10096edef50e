/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visible.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	KINDS_MAX = 64,		/* of reviews on a page */
	GROUP_MAX = 5000,	/* reviews of one list */
	HALVES = 2,
	COMMON_ITEMS = 8,
};

struct lists {
	struct visible *page;
	struct visible_item *item;
	uint32_t kind[KINDS_MAX];	/* of what was a review */
	size_t kind_count;
	uint32_t *group;		/* spots, of one kind and parent */
	size_t group_count;
	struct review *review;		/* of the group, in its order */
	size_t review_count;
	bool alone;			/* groups of one are looked at */
};

static bool
is_known(const struct lists *l, uint32_t kind)
{
	size_t i;

	for (i = 0; i < l->kind_count; i++)
		if (l->kind[i] == kind)
			return true;
	return false;
}

/* 4.3 of 5 is no stars that one person gave. */
static bool
is_odd(struct text rating, struct text best)
{
	double value = strtod(rating.bytes, NULL) * HALVES;

	return (best.length == 0 || strtod(best.bytes, NULL) < 10.5) &&
	    fabs(value - floor(value + 0.01)) > 0.02;
}

/* Whether what was read is a list of reviews: texts, and ratings that people
 * give. */
static bool
is_list(const struct lists *l)
{
	size_t i, texts = 0, odd = 0, rated = 0;

	for (i = 0; i < l->review_count; i++) {
		const struct review *r = &l->review[i];

		texts += r->body.length > 0 || r->positive.length > 0 ||
		    r->negative.length > 0;
		rated += r->rating.length > 0;
		odd += r->rating.length > 0 && is_odd(r->rating, r->best);
	}
	return rated > 0 && texts * 2 >= l->review_count && odd * 3 <= rated;
}

/* Where none says its scale and one is above five, all are of ten. */
static void
fit_scale(struct lists *l)
{
	bool above = false;
	size_t i;

	for (i = 0; i < l->review_count; i++) {
		const struct review *r = &l->review[i];

		if (r->best.length > 0)
			return;
		above = above || (r->rating.length > 0 &&
		    strtod(r->rating.bytes, NULL) > 5);
	}
	for (i = 0; above && i < l->review_count; i++)
		if (l->review[i].rating.length > 0)
			l->review[i].best = text_of("10");
}

static int
add_reviews(struct lists *l, struct text item)
{
	size_t i;

	fit_scale(l);
	for (i = 0; i < l->review_count; i++) {
		struct review *r = &l->review[i];

		r->item = item;
		r->extractor = text_of("visible");
		if (r->body.length == 0 && r->rating.length == 0)
			continue;
		if (extract_keep_review(l->page->view->x, r) < 0)
			return -1;
		l->page->found++;
	}
	return 0;
}

static void
mark_listed(struct visible *s, uint32_t spot)
{
	uint32_t at = spot;

	while (!s->spot[at].listed) {
		s->spot[at].listed = true;
		if (at == 0)
			break;
		at = s->spot[at].up;
	}
}

/* Its class says that it is a review. */
static bool
is_named(const struct visible *s, uint32_t spot)
{
	return visible_roles_of(&s->spot[spot]) & VISIBLE_REVIEW;
}

/* What the first reviews of a group have in common. */
static void
count_common(struct lists *l)
{
	size_t i;

	memset(l->item->common, 0, sizeof(l->item->common));
	l->item->counted = 0;
	for (i = 0; i < l->group_count && l->item->counted < COMMON_ITEMS; i++)
		if (l->page->spot[l->group[i]].signs > 0 &&
		    visible_gather(l->item, l->page, l->group[i]))
			visible_count_common(l->item, l->group[i]);
}

/* Reads the group; its reviews count where it is a list. */
static int
try_group(struct lists *l, struct text item)
{
	struct visible *s = l->page;
	uint32_t kind = s->spot[l->group[0]].kind;
	bool known = is_known(l, kind);
	size_t i, rated = 0;

	l->review_count = 0;
	count_common(l);
	for (i = 0; i < l->group_count; i++) {
		uint32_t spot = l->group[i];

		if (!visible_read(l->item, s, spot, s->spot[spot].signs > 0))
			continue;
		rated += l->item->sign != NULL;
		l->review[l->review_count++] = l->item->review;
	}
	if (l->group_count == 1 && l->item->sign != NULL &&
	    visible_holds_more(l->item))
		return 0;
	if (rated == 0 || !is_list(l)) {
		s->spot[l->group[0]].refused = true;
		return 0;
	}
	if (rated < 2 && !known && (!l->alone || !is_named(s, l->group[0])))
		return 0;
	for (i = 0; i < l->group_count; i++) {
		s->spot[l->group[i]].review = true;
		mark_listed(s, l->group[i]);
	}
	if (!known && l->kind_count < KINDS_MAX)
		l->kind[l->kind_count++] = kind;
	return add_reviews(l, item);
}

/* The children of one kind, from `child` on, that hold no list yet. */
static bool
collect_group(struct lists *l, uint32_t parent, uint32_t child)
{
	const struct visible_spot *s = l->page->spot;
	uint32_t kind = s[child].kind, at;
	size_t rated = 0;

	l->group_count = 0;
	for (at = child; at < s[parent].end && l->group_count < GROUP_MAX;
	    at = s[at].end) {
		if (l->page->steps > 0)
			l->page->steps--;
		if (s[at].kind != kind || s[at].listed || s[at].letters == 0)
			continue;
		rated += s[at].signs > 0;
		l->group[l->group_count++] = at;
	}
	return rated > 1 || (rated == 1 && (l->alone || is_known(l, kind)));
}

/* Whether a child of the same kind stands before it. */
static bool
is_first(const struct visible_spot *s, uint32_t parent, uint32_t child)
{
	uint32_t at;
	int seen = 0;

	for (at = parent + 1; at < child && seen < 32; at = s[at].end, seen++)
		if (s[at].kind == s[child].kind && s[at].signs > 0)
			return false;
	return true;
}

static int
look_below(struct lists *l, uint32_t parent, struct text item)
{
	const struct visible_spot *s = l->page->spot;
	uint32_t child;

	for (child = parent + 1; child < s[parent].end && l->page->steps > 0;
	    child = s[child].end) {
		l->page->steps--;
		if (s[child].signs == 0 || s[child].listed ||
		    s[child].refused || s[child].letters == 0 || !is_first(s, parent, child) ||
		    !collect_group(l, parent, child))
			continue;
		if ((l->group_count > 1 || (l->alone && is_named(l->page,
		    child)) || is_known(l, s[child].kind)) &&
		    try_group(l, item) < 0)
			return -1;
	}
	return 0;
}

/* Whether a review is around it. */
static bool
is_inside(struct visible *s, uint32_t spot)
{
	for (; spot > 0 && !s->spot[spot].review && s->steps > 0;
	    spot = s->spot[spot].up)
		s->steps--;
	return s->spot[spot].review;
}

int
visible_lists(struct visible *s)
{
	struct arena *a = &s->view->scratch;
	struct lists l = {.page = s};
	struct text item = {NULL, 0};
	uint32_t i;

	l.item = arena_take(a, sizeof(*l.item));
	l.group = arena_take(a, GROUP_MAX * sizeof(*l.group));
	l.review = arena_take(a, GROUP_MAX * sizeof(*l.review));
	if (l.item == NULL || l.group == NULL || l.review == NULL)
		return 0;
	if (s->heading != NULL)
		item = visible_heading(s);
	/* Children first, so that a list is found before what it lies in; one
	 * alone is the largest that is a review. */
	for (i = (uint32_t)s->count; i-- > 0 && s->steps > 0;)
		if (s->spot[i].signs > 0 && !s->spot[i].listed &&
		    look_below(&l, i, item) < 0)
			return -1;
	l.alone = true;
	for (i = 0; i < s->count && s->steps > 0; i++)
		if (s->spot[i].signs > 0 && !is_inside(s, i) &&
		    look_below(&l, i, item) < 0)
			return -1;
	return 0;
}
