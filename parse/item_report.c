/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "item.h"

#include <stdlib.h>

#include "calendar.h"
#include "date.h"
#include "plain.h"
#include "rating.h"
#include "stars.h"
#include "strip.h"

/* The names of a fact, the preferred one first; the later ones are those of
 * data-vocabulary.org and what sites write instead. */
#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

struct reporter {
	struct item_list *list;
	struct arena *arena;
	struct item **by_id;		/* items with id and properties */
	size_t id_count;
};

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
	struct text name = item_name(r->list, p);

	return name.length > 0 ? name : name_around(r, i);
}

/* ---- values ---- */

static struct text
kept_digits(const struct reporter *r, const char *digits)
{
	struct text t = {NULL, 0};

	if (digits[0] == '\0')
		return t;
	t.bytes = arena_string(r->arena, digits);
	t.length = t.bytes == NULL ? 0 : strlen(digits);
	return t;
}

static struct text
find_machine(const struct reporter *r, const struct item *i,
	const char *const *names)
{
	return item_machine_text(r->list, item_find(i, names));
}

/* Value, best and worst where an item has them as properties. */
static bool
read_scale(const struct reporter *r, const struct item *i,
	struct rating *rating)
{
	const struct item_property *p = item_find(i,
	    NAMES("ratingValue", "value", "average"));

	if (p == NULL)
		return false;
	if (rating_fields(item_machine_text(r->list, p),
	    find_machine(r, i, NAMES("bestRating", "best")),
	    find_machine(r, i, NAMES("worstRating", "worst")), rating))
		return true;
	return p->node != NULL && stars_read(p->node, rating);
}

static bool
read_rating_property(const struct reporter *r, const struct item *i,
	const struct item_property *p, struct rating *rating)
{
	if (p->item != NULL && read_scale(r, p->item, rating))
		return true;
	if (p->item == NULL && rating_fields(item_machine_text(r->list, p),
	    find_machine(r, i, NAMES("bestRating", "best")),
	    find_machine(r, i, NAMES("worstRating", "worst")), rating))
		return true;
	return p->node != NULL && stars_read(p->node, rating);
}

/* A rating of one aspect ("Service 4") is not the rating of the review. */
static bool
is_aspect(const struct item_property *p)
{
	return p->item != NULL &&
	    item_find(p->item, NAMES("reviewAspect")) != NULL;
}

static bool
read_rating(const struct reporter *r, const struct item *i,
	struct rating *rating)
{
	const struct item_property *p = item_find(i,
	    NAMES("reviewRating", "rating"));

	if (item_find(i, NAMES("average")) != NULL &&
	    read_scale(r, i, rating))
		return true;
	for (; p != NULL; p = item_next(p))
		if (!is_aspect(p) && read_rating_property(r, i, p, rating))
			return true;
	if (read_scale(r, i, rating))
		return true;
	*rating = (struct rating){.value = ""};
	return false;
}

/* The declared language of a review, else the page's: for dates only. */
static struct text
find_date(const struct reporter *r, const struct item *i,
	const char *const *names, struct text language)
{
	const struct item_property *p = item_find(i, names);
	struct view *v = r->list->view;
	struct calendar_date d;
	char written[CALENDAR_TEXT];

	if (language.length == 0)
		language = v->language;
	if (p == NULL || (!date_read(item_machine_text(r->list, p), language,
	    v->fetched, &d) && !date_read(item_text(r->list, p), language,
	    v->fetched, &d)))
		return (struct text){NULL, 0};
	return kept_digits(r, calendar_write(&d, written));
}

/* Several authors are one line: "A, B". */
static struct text
find_names(const struct reporter *r, const struct item *i,
	const char *const *names, const char *between)
{
	const struct item_property *p = item_find(i, names);
	struct text all = item_name(r->list, p), one;
	struct buffer b;

	if (p == NULL || item_next(p) == NULL)
		return all;
	buffer_init(&b, 64 << 10);
	for (; p != NULL; p = item_next(p)) {
		one = item_name(r->list, p);
		if (one.length == 0)
			continue;
		if (b.length > 0)
			buffer_add_string(&b, between);
		buffer_add(&b, one.bytes, one.length);
	}
	if (b.length > 0)
		all = plain_text(r->arena, (struct text){b.bytes, b.length});
	buffer_release(&b);
	return all;
}

static struct text
find_text(const struct reporter *r, const struct item *i,
	const char *const *names)
{
	const struct item_property *p = item_find(i, names);
	struct text t = {NULL, 0};

	/* An empty first one may stand beside a full second one. */
	for (; p != NULL && t.length == 0; p = item_next(p))
		if (p->item == NULL || p->node != NULL)
			t = item_text(r->list, p);
	return t;
}

/* Of a list of names each is asked until one has text. */
static struct text
first_text(const struct reporter *r, const struct item *i,
	const char *const *names)
{
	struct text t = {NULL, 0};

	for (; *names != NULL && t.length == 0; names++)
		t = find_text(r, i, NAMES(*names));
	return t;
}

/* positiveNotes: a text, several, or an ItemList of ListItems. */
static struct text
find_notes(const struct reporter *r, const struct item *i, const char *name)
{
	const struct item_property *p = item_find(i, NAMES(name));

	if (p != NULL && p->item != NULL &&
	    item_find(p->item, NAMES("itemListElement")) != NULL)
		return find_names(r, p->item, NAMES("itemListElement"), "; ");
	return find_names(r, i, NAMES(name), "; ");
}

static struct text
find_count(const struct reporter *r, const struct item *i,
	const char *const *names)
{
	char digits[RATING_DIGITS];

	if (!rating_count(find_machine(r, i, names), digits))
		return (struct text){NULL, 0};
	return kept_digits(r, digits);
}

/* Likes are a count of their own, or one kind of interaction. */
static struct text
find_upvotes(const struct reporter *r, const struct item *i)
{
	const struct item_property *p = item_find(i,
	    NAMES("interactionStatistic"));

	for (; p != NULL; p = item_next(p)) {
		const struct item_property *type;

		if (p->item == NULL)
			continue;
		type = item_find(p->item, NAMES("interactionType"));
		if (type == NULL || (type->item != NULL ?
		    item_is(type->item, "LikeAction") :
		    text_is(item_local_name(type->value), "LikeAction")))
			return find_count(r, p->item,
			    NAMES("userInteractionCount"));
	}
	return find_count(r, i, NAMES("upvoteCount"));
}

/* ---- reviews ---- */

/* schema.org has no property for an owner's answer; sites use `comment`. */
static void
read_reply(const struct reporter *r, const struct item *i,
	struct review *review)
{
	const struct item_property *p = item_find(i,
	    NAMES("comment", "ownerReply", "reply"));

	for (; p != NULL && review->reply.length == 0; p = item_next(p)) {
		if (p->item == NULL) {
			review->reply = item_text(r->list, p);
			continue;
		}
		review->reply = first_text(r, p->item,
		    NAMES("text", "reviewBody", "description"));
		if (review->reply.length > 0)
			review->reply_date = find_date(r, p->item,
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
	v.language = find_text(r, i, NAMES("inLanguage"));
	if (read_rating(r, i, &rating) && !rating_is_unrated(&rating)) {
		v.rating = kept_digits(r, rating.value);
		v.best = kept_digits(r, rating.best);
		v.worst = kept_digits(r, rating.worst);
	}
	v.body = first_text(r, i, NAMES("reviewBody", "description", "text"));
	read_implied(r, i, &v);
	if (v.rating.length == 0 && v.body.length == 0)
		return 0;
	v.item = reviewed_name(r, i);
	v.title = first_text(r, i, NAMES("name", "headline", "summary"));
	v.author = find_names(r, i, NAMES("author", "reviewer", "creator"),
	    ", ");
	v.published = find_date(r, i, NAMES("datePublished", "dtreviewed",
	    "dateCreated"), v.language);
	v.modified = find_date(r, i, NAMES("dateModified"), v.language);
	v.positive = find_notes(r, i, "positiveNotes");
	v.negative = find_notes(r, i, "negativeNotes");
	v.upvotes = find_upvotes(r, i);
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
	if (!read_rating(r, i, &rating) || rating_is_unrated(&rating))
		return 0;
	a.rating = kept_digits(r, rating.value);
	a.best = kept_digits(r, rating.best);
	a.worst = kept_digits(r, rating.worst);
	a.rating_count = find_count(r, i, NAMES("ratingCount", "votes"));
	a.review_count = find_count(r, i, NAMES("reviewCount", "count"));
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
