/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hReview 0.4 and hReview-aggregate (class names in any capitals), h-review
 * and h-review-aggregate of microformats2.
 */
#include "item.h"
#include "strip.h"

enum role {
	NAMING = 1,		/* belongs to the innermost thing */
	REVIEWING,		/* belongs to the review around it */
	THING,			/* is a thing of its own inside the review */
};

struct class {
	const char *class, *property;
	enum role role;
};

static const struct class first_version[] = {
	{"fn", "name", NAMING}, {"url", "url", NAMING},
	{"reviewer", "author", THING}, {"item", "itemReviewed", THING},
	{"rating", "reviewRating", REVIEWING},
	{"average", "average", REVIEWING}, {"best", "bestRating", REVIEWING},
	{"worst", "worstRating", REVIEWING}, {"count", "count", REVIEWING},
	{"votes", "votes", REVIEWING},
	{"dtreviewed", "datePublished", REVIEWING},
	{"summary", "summary", REVIEWING},
	{"description", "reviewBody", REVIEWING},
};
static const struct class second_version[] = {
	{"p-name", "name", NAMING}, {"u-url", "url", NAMING},
	{"p-author", "author", THING}, {"u-author", "author", THING},
	{"p-reviewer", "author", THING}, {"p-item", "itemReviewed", THING},
	{"p-reviewed-item", "itemReviewed", THING},
	{"p-rating", "reviewRating", REVIEWING},
	{"p-average", "average", REVIEWING},
	{"p-best", "bestRating", REVIEWING},
	{"p-worst", "worstRating", REVIEWING},
	{"p-count", "count", REVIEWING}, {"p-votes", "votes", REVIEWING},
	{"dt-published", "datePublished", REVIEWING},
	{"dt-reviewed", "datePublished", REVIEWING},
	{"dt-updated", "dateModified", REVIEWING},
	{"p-summary", "summary", REVIEWING},
	{"e-content", "reviewBody", REVIEWING},
	{"p-content", "reviewBody", REVIEWING},
	{"e-description", "reviewBody", REVIEWING},
	{"p-description", "reviewBody", REVIEWING},
};
static const char *const reviews[] = {
	"hreview", "hreview-aggregate", "h-review", "h-review-aggregate", NULL,
};
/* Things that have names, and descriptions that are not a review's. */
static const char *const things[] = {
	"hproduct", "h-product", "hrecipe", "h-recipe", "hrecipe", "vevent",
	"h-event", "hlisting", "h-listing", NULL,
};
static const char *const cards[] = {"vcard", "h-card", "h-item", NULL};

struct scope {
	struct item_scope at;		/* first: item_walk() knows this */
	struct item *item;
	bool review, thing, second;	/* second: microformats2 */
};

struct walk {
	struct item_list *list;
	struct item_scope *innermost;
};

static struct scope *
scope_of(struct item_scope *s)
{
	return (struct scope *)(void *)s;
}

/* The class of the element that is in the list; absent if none. */
static struct text
class_of(struct text classes, const char *const *list)
{
	struct text class;

	while (strip_token(&classes, &class)) {
		const char *const *l;

		for (l = list; *l != NULL; l++)
			if (strip_same(class, *l))
				return class;
	}
	return (struct text){NULL, 0};
}

static struct scope *
push(struct walk *w, const struct html_node *n, struct text class)
{
	struct scope *s = arena_take(&w->list->view->scratch, sizeof(*s));

	if (s == NULL)
		return NULL;
	*s = (struct scope){.at = {n, w->innermost},
	    .item = item_create(w->list, n), .second = w->innermost != NULL &&
	    scope_of(w->innermost)->second};
	if (s->item == NULL)
		return NULL;
	if (class.length > 0) {
		s->item->type = class;
		s->second = class.length > 1 && class.bytes[1] == '-';
	}
	w->innermost = &s->at;
	return s;
}

static struct scope *
review_around(struct scope *s)
{
	while (s != NULL && !s->review)
		s = scope_of(s->at.up);
	return s;
}

/* Adds what one class says; `inner` is the thing that this element is, if it
 * is one. */
static int
add_class(struct walk *w, const struct class *k, const struct html_node *n,
	struct scope *around, struct item **inner)
{
	struct scope *to = k->role == NAMING ? around :
	    review_around(around);
	struct text name = text_of(k->property);

	if (to == NULL)
		return 0;
	if (k->role == REVIEWING && around->thing && !around->review &&
	    (text_is(name, "reviewBody") || text_is(name, "summary")))
		return 0;
	if (k->role == THING && *inner == NULL) {
		struct scope *s = push(w, n, (struct text){NULL, 0});

		if (s == NULL)
			return -1;
		*inner = s->item;
	}
	return item_add(w->list, to->item, name, (struct text){NULL, 0}, n,
	    k->role == THING ? *inner : NULL);
}

static int
add_properties(struct walk *w, struct text classes,
	const struct html_node *n, struct scope *around, struct item *inner)
{
	const struct class *table = around->second ? second_version :
	    first_version;
	size_t count = around->second ?
	    sizeof(second_version) / sizeof(second_version[0]) :
	    sizeof(first_version) / sizeof(first_version[0]), i;
	struct text class;

	while (strip_token(&classes, &class))
		for (i = 0; i < count; i++)
			if (strip_same(class, table[i].class) &&
			    add_class(w, &table[i], n, around, &inner) < 0)
				return -1;
	return 0;
}

static int
enter(void *context, const struct html_node *n)
{
	struct walk *w = context;
	struct text classes = html_attribute(n, "class");
	struct text review, thing, card;
	struct scope *around = scope_of(w->innermost), *s = NULL;

	if (classes.length == 0)
		return 0;
	review = class_of(classes, reviews);
	thing = class_of(classes, things);
	card = class_of(classes, cards);
	if (review.length > 0 || thing.length > 0 ||
	    (card.length > 0 && around != NULL)) {
		s = push(w, n, review.length > 0 ? review :
		    thing.length > 0 ? thing : card);
		if (s == NULL)
			return -1;
		s->review = review.length > 0;
		s->thing = thing.length > 0;
		if (s->item->parent == NULL && around != NULL && s->review)
			s->item->parent = around->item;
	}
	if (around == NULL)
		return 0;
	return add_properties(w, classes, n, around, s ? s->item : NULL);
}

static int
collect(struct item_list *list, const struct html_node *root)
{
	struct walk w = {.list = list};

	return item_walk(root, &w.innermost, enter, &w);
}

static bool
probe(const struct view *v)
{
	return v->has_microformats;
}

static int
run(struct view *v, struct complaint *c)
{
	return item_extract(v, ITEM_MICROFORMAT, microformats_extractor.name,
	    collect, c);
}

const struct extractor microformats_extractor = {"microformats", probe, run};
