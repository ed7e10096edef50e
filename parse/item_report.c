/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "item_fact.h"

#include <stdlib.h>

#include "plain.h"

/* ---- references ---- */

static int
compare_ids(const void *a, const void *b)
{
	struct text x = (*(struct item *const *)a)->id;
	struct text y = (*(struct item *const *)b)->id;
	size_t shorter = x.length < y.length ? x.length : y.length;
	int order = memcmp(x.bytes, y.bytes, shorter);

	return order != 0 ? order : (x.length > y.length) -
	    (x.length < y.length);
}

static int
index_ids(struct reporter *r)
{
	struct item *i;
	size_t count = 0;

	for (i = r->list->first; i != NULL; i = i->next)
		count += i->id.length > 0 && i->first != NULL;
	if (count == 0)
		return 0;
	r->by_id = arena_take(&r->list->view->scratch,
	    count * sizeof(struct item *));
	if (r->by_id == NULL)
		return -1;
	for (i = r->list->first; i != NULL; i = i->next)
		if (i->id.length > 0 && i->first != NULL)
			r->by_id[r->id_count++] = i;
	qsort(r->by_id, count, sizeof(struct item *), compare_ids);
	return 0;
}

/* {"@id": "#x"} alone stands for the item that says more about #x. */
static struct item *
resolve(const struct reporter *r, struct item *i)
{
	struct item **found;

	if (i == NULL || i->first != NULL || i->id.length == 0 ||
	    r->id_count == 0)
		return i;
	found = bsearch(&i, r->by_id, r->id_count, sizeof(struct item *),
	    compare_ids);
	return found == NULL ? i : *found;
}

static void
resolve_all(struct reporter *r)
{
	struct item *i;
	struct item_property *p;

	for (i = r->list->first; i != NULL; i = i->next)
		for (p = i->first; p != NULL; p = p->next) {
			struct item *to = resolve(r, p->item);

			if (to == p->item || to == i)
				continue;
			p->item = to;
			if (to->parent == NULL) {
				to->parent = i;
				to->role = p->name;
			}
		}
}

/* ---- what an item is ---- */

static bool
is_review(const struct item *i)
{
	static const char *const types[] = {
		"Review", "UserReview", "CriticReview", "EmployerReview",
		"Recommendation", "hreview", "h-review",
	};
	size_t t;

	if (item_is(i, "ClaimReview") || item_is(i, "MediaReview"))
		return false;
	for (t = 0; t < sizeof(types) / sizeof(types[0]); t++)
		if (item_is(i, types[t]))
			return true;
	return i->type.length == 0 && i->first != NULL &&
	    (text_is(i->role, "review") || text_is(i->role, "reviews"));
}

static bool
is_aggregate(const struct item *i)
{
	return item_is(i, "AggregateRating") ||
	    item_is(i, "EmployerAggregateRating") ||
	    item_is(i, "Review-aggregate") ||
	    item_is(i, "hreview-aggregate") ||
	    item_is(i, "h-review-aggregate") ||
	    (i->type.length == 0 && text_is(i->role, "aggregateRating"));
}

/* What a review without itemReviewed is of: the nearest thing around it that
 * has a name and is neither a review nor the page. */
static struct text
name_around(const struct reporter *r, const struct item *i)
{
	struct text name = {NULL, 0};
	int depth;

	for (depth = 0; depth < ITEM_DEPTH_MAX && i->parent != NULL; depth++) {
		struct item_property as = {.item = i->parent};

		i = i->parent;
		if (is_review(i) || item_is(i, "WebPage") ||
		    item_is(i, "ItemList") || item_is(i, "WebSite"))
			continue;
		name = item_name(r->list, &as);
		if (name.length > 0)
			break;
	}
	return name;
}

static struct text
reviewed_name(const struct reporter *r, const struct item *i)
{
	const struct item_property *p = item_find(i,
	    NAMES("itemReviewed", "itemreviewed", "about"));
	struct text name = item_name(r->list, p), around;
	size_t digits = 0;

	while (digits < name.length && name.bytes[digits] >= '0' &&
	    name.bytes[digits] <= '9')
		digits++;
	if (digits < name.length)
		return name;
	/* Nothing, or an article number: what stands around has a name. */
	around = name_around(r, i);
	return around.length > 0 ? around : name;
}

/* ---- reviews ---- */

/* schema.org has no property for an owner's answer; sites use `comment`. */
static void
read_reply(const struct reporter *r, const struct item *i,
	struct review *review)
{
	const struct item_property *p = item_find(i,
	    NAMES("comment", "ownerReply", "reply"));
	int seen = 0;

	for (; p != NULL && review->reply.length == 0 &&
	    seen++ < ITEM_VALUES_MAX; p = item_next(p)) {
		if (p->item == NULL) {
			review->reply = item_text(r->list, p);
			continue;
		}
		review->reply = fact_text(r, p->item,
		    NAMES("text", "reviewBody", "description"));
		if (review->reply.length > 0)
			review->reply_date = fact_date(r, p->item,
			    NAMES("dateCreated", "datePublished"),
			    review->language);
	}
}

/* An id is only one if it is more than a place in this page. */
static struct text
native_id(const struct reporter *r, const struct item *i)
{
	const struct item_property *p = item_find(i, NAMES("identifier"));
	struct text t = i->id, url = r->list->view->url;

	if (p != NULL && p->item == NULL)
		t = item_machine_text(r->list, p);
	else if (t.length < 8 || memcmp(t.bytes, "http", 4) != 0 ||
	    text_equals(t, url))
		return (struct text){NULL, 0};
	return t.length == 0 ? t : plain_text(r->arena, t);
}

/* A microformat without any property is its own text (implied name). */
static void
read_implied(const struct reporter *r, const struct item *i,
	struct review *review)
{
	struct item_property self = {.node = i->node};

	if (r->list->syntax == ITEM_MICROFORMAT && i->first == NULL)
		review->body = item_text(r->list, &self);
}

static int
report_review(const struct reporter *r, const struct item *i,
	const char *extractor)
{
	struct rating rating;
	struct review v = {.capture = {.offset = -1}};

	v.extractor = text_of(extractor);
	v.native_id = native_id(r, i);
	v.language = fact_language(r, i);
	if (fact_rating(r, i, &rating) && !rating_is_unrated(&rating)) {
		v.rating = fact_digits(r, rating.value);
		v.best = fact_digits(r, rating.best);
		v.worst = fact_digits(r, rating.worst);
		if (fact_stars_differ(r, i, &rating))
			v.doubt = REVIEW_DOUBT_STARS;
	}
	v.sub_ratings = fact_sub_ratings(r, i);
	v.body = fact_text(r, i, NAMES("reviewBody", "description", "text"));
	read_implied(r, i, &v);
	if (v.rating.length == 0 && v.body.length == 0)
		return 0;
	v.item = reviewed_name(r, i);
	v.title = fact_text(r, i, NAMES("name", "headline", "summary"));
	v.author = fact_names(r, i, NAMES("author", "reviewer", "creator"),
	    ", ");
	v.location = fact_location(r, i);
	v.published = fact_date(r, i, NAMES("datePublished", "dtreviewed",
	    "dateCreated"), v.language);
	v.modified = fact_date(r, i, NAMES("dateModified"), v.language);
	v.positive = fact_notes(r, i, "positiveNotes");
	v.negative = fact_notes(r, i, "negativeNotes");
	v.upvotes = fact_upvotes(r, i);
	v.url = item_url(r->list, item_find(i, NAMES("url")));
	read_reply(r, i, &v);
	return extract_add_review(r->list->view->x, &v);
}

static int
report_aggregate(const struct reporter *r, const struct item *i)
{
	struct rating rating;
	struct review_aggregate a = {.capture = {.offset = -1}};

	/* Inside a review it rates the review, not the thing. */
	if (i->parent != NULL && is_review(i->parent))
		return 0;
	if (!fact_rating(r, i, &rating) || rating_is_unrated(&rating))
		return 0;
	a.rating = fact_digits(r, rating.value);
	a.best = fact_digits(r, rating.best);
	a.worst = fact_digits(r, rating.worst);
	a.rating_count = fact_count(r, i, NAMES("ratingCount", "votes"));
	a.review_count = fact_count(r, i, NAMES("reviewCount", "count"));
	a.item = reviewed_name(r, i);
	return extract_add_aggregate(r->list->view->x, &a);
}

int
item_report(struct item_list *list, const char *extractor)
{
	struct reporter r = {.list = list, .arena = &list->view->x->arena};
	const struct item *i;

	if (index_ids(&r) < 0)
		return -1;
	resolve_all(&r);
	for (i = list->first; i != NULL; i = i->next) {
		if (is_review(i) && i->first == NULL && i->id.length > 0)
			continue;	/* only a reference */
		if (is_review(i) && report_review(&r, i, extractor) < 0)
			return -1;
		if (is_aggregate(i) && report_aggregate(&r, i) < 0)
			return -1;
	}
	return 0;
}

int
item_extract(struct view *v, enum item_syntax syntax, const char *extractor,
	int (*collect)(struct item_list *, const struct html_node *),
	struct complaint *c)
{
	struct item_list list = {.view = v, .syntax = syntax};
	const struct html_node *root = view_tree(v);

	if (root == NULL)
		return 0;
	if (collect(&list, root) < 0 || item_report(&list, extractor) < 0)
		return complain(c, 0, "no memory for the page's %s",
		    extractor);
	return 0;
}
