/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "item_fact.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "date.h"
#include "jsonl.h"
#include "plain.h"
#include "rating_number.h"
#include "stars.h"
#include "values.h"

enum { SUB_RATINGS_MAX = 16 << 10 };

struct text
fact_digits(const struct reporter *r, const char *digits)
{
	struct text t = {NULL, 0};

	if (digits[0] == '\0')
		return t;
	t.bytes = arena_string(r->arena, digits);
	t.length = t.bytes == NULL ? 0 : strlen(digits);
	return t;
}

/* What machines read first (`content`, `datetime`). */
static struct text
machine(const struct reporter *r, const struct item *i,
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
	    machine(r, i, NAMES("bestRating", "best")),
	    machine(r, i, NAMES("worstRating", "worst")), rating))
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
	    machine(r, i, NAMES("bestRating", "best")),
	    machine(r, i, NAMES("worstRating", "worst")), rating))
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

bool
fact_rating(const struct reporter *r, const struct item *i,
	struct rating *rating)
{
	const struct item_property *p = item_find(i,
	    NAMES("reviewRating", "rating"));
	int seen = 0;

	if (item_find(i, NAMES("average")) != NULL &&
	    read_scale(r, i, rating))
		return true;
	for (; p != NULL && seen++ < ITEM_VALUES_MAX; p = item_next(p))
		if (!is_aspect(p) && read_rating_property(r, i, p, rating))
			return true;
	if (read_scale(r, i, rating))
		return true;
	*rating = (struct rating){.value = ""};
	return false;
}

static void
add_number(struct buffer *to, const char *name, const char *digits)
{
	struct text t = text_of(digits);
	bool plain = t.length > 0 && t.bytes[t.length - 1] != '.' &&
	    (digits[0] != '0' || digits[1] == '\0' || digits[1] == '.');

	if (t.length == 0)
		return;
	if (!plain) {
		jsonl_add_member(to, name, t);
		return;
	}
	jsonl_add_name(to, name);
	buffer_add(to, t.bytes, t.length);
}

static void
add_aspect(const struct reporter *r, const struct item *i, struct buffer *to)
{
	struct text name = fact_names(r, i, NAMES("reviewAspect"), ", ");
	struct rating rating;

	if (name.length == 0 || !read_scale(r, i, &rating))
		return;
	buffer_add_char(to, to->length == 0 ? '[' : ',');
	buffer_add_char(to, '{');
	jsonl_add_member(to, "reviewAspect", name);
	add_number(to, "ratingValue", rating.value);
	add_number(to, "bestRating", rating.best);
	add_number(to, "worstRating", rating.worst);
	buffer_add_char(to, '}');
}

struct text
fact_sub_ratings(const struct reporter *r, const struct item *i)
{
	const struct item_property *p = item_find(i,
	    NAMES("reviewRating", "rating"));
	struct text t = {NULL, 0};
	struct buffer b;
	int seen = 0;

	buffer_init(&b, SUB_RATINGS_MAX);
	for (; p != NULL && seen++ < ITEM_VALUES_MAX; p = item_next(p))
		if (is_aspect(p))
			add_aspect(r, p->item, &b);
	if (b.length > 0 && buffer_add_char(&b, ']') == 0 && (t.bytes =
	    arena_copy(r->arena, b.bytes, b.length)) != NULL)
		t.length = b.length;
	buffer_release(&b);
	return t;
}

bool
fact_stars_differ(const struct reporter *r, const struct item *i,
	const struct rating *rating)
{
	const struct item_property *p = item_find(i,
	    NAMES("reviewRating", "rating"));
	struct rating shown;

	(void)r;
	return p != NULL && p->node != NULL && !is_aspect(p) &&
	    stars_label(p->node, &shown) && (shown.best[0] == '\0' ||
	    rating->best[0] == '\0' ||
	    strcmp(shown.best, rating->best) == 0) &&
	    fabs(strtod(shown.value, NULL) - strtod(rating->value, NULL)) >=
	    1;
}

struct text
fact_date(const struct reporter *r, const struct item *i,
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
	return fact_digits(r, calendar_write(&d, written));
}

struct text
fact_names(const struct reporter *r, const struct item *i,
	const char *const *names, const char *between)
{
	const struct item_property *p = item_find(i, names);
	struct text all = item_name(r->list, p), one;
	struct buffer b;
	int seen = 0;

	if (p == NULL || item_next(p) == NULL)
		return all;
	buffer_init(&b, 64 << 10);
	for (; p != NULL && seen++ < ITEM_VALUES_MAX; p = item_next(p)) {
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
	int seen = 0;

	/* An empty first one may stand beside a full second one. */
	for (; p != NULL && t.length == 0 && seen++ < ITEM_VALUES_MAX;
	    p = item_next(p))
		if (p->item == NULL || p->node != NULL)
			t = item_text(r->list, p);
	return t;
}

struct text
fact_text(const struct reporter *r, const struct item *i,
	const char *const *names)
{
	struct text t = {NULL, 0};

	for (; *names != NULL && t.length == 0; names++)
		t = find_text(r, i, NAMES(*names));
	return t;
}

struct text
fact_notes(const struct reporter *r, const struct item *i, const char *name)
{
	const struct item_property *p = item_find(i, NAMES(name));

	if (p != NULL && p->item != NULL &&
	    item_find(p->item, NAMES("itemListElement")) != NULL)
		return fact_names(r, p->item, NAMES("itemListElement"), "; ");
	return fact_names(r, i, NAMES(name), "; ");
}

struct text
fact_count(const struct reporter *r, const struct item *i,
	const char *const *names)
{
	char digits[RATING_DIGITS];

	if (!rating_count(machine(r, i, names), digits))
		return (struct text){NULL, 0};
	return fact_digits(r, digits);
}

struct text
fact_language(const struct reporter *r, const struct item *i)
{
	const struct item_property *p = item_find(i, NAMES("inLanguage"));
	struct text t = {NULL, 0};

	if (p != NULL && p->item != NULL)
		t = fact_text(r, p->item, NAMES("alternateName", "identifier",
		    "name"));
	else if (p != NULL)
		t = machine(r, i, NAMES("inLanguage"));
	return t.length == 0 ? t : values_language(t, r->arena);
}

/* A place in words: its name, or town, region and country. */
static struct text
place_of(const struct reporter *r, const struct item_property *p)
{
	static const char *const parts[] = {"addressLocality",
	    "addressRegion", "addressCountry"};
	const struct item_property *address;
	struct buffer b;
	struct text t;
	size_t i;

	if (p->item == NULL)
		return item_name(r->list, p);
	address = item_find(p->item, NAMES("address"));
	if (address != NULL && address->item != NULL)
		p = address;
	buffer_init(&b, ITEM_NAME_MAX * 4);
	for (i = 0; i < sizeof(parts) / sizeof(*parts); i++) {
		t = item_name(r->list, item_find(p->item, NAMES(parts[i])));
		if (t.length == 0)
			continue;
		if (b.length > 0)
			buffer_add_string(&b, ", ");
		buffer_add(&b, t.bytes, t.length);
	}
	t = b.length > 0 ? plain_text(r->arena, (struct text){b.bytes,
	    b.length}) : item_name(r->list, p);
	buffer_release(&b);
	return t;
}

struct text
fact_location(const struct reporter *r, const struct item *i)
{
	const struct item_property *author = item_find(i,
	    NAMES("author", "reviewer", "creator")), *p = NULL;

	if (author != NULL && author->item != NULL)
		p = item_find(author->item, NAMES("address", "homeLocation",
		    "location", "locality"));
	if (p == NULL)
		p = item_find(i, NAMES("locationCreated", "contentLocation"));
	return p == NULL ? (struct text){NULL, 0} : place_of(r, p);
}

struct text
fact_upvotes(const struct reporter *r, const struct item *i)
{
	const struct item_property *p = item_find(i,
	    NAMES("interactionStatistic"));

	for (; p != NULL; p = item_next(p)) {
		const struct item_property *type;
		struct text named;

		if (p->item == NULL)
			continue;
		type = item_find(p->item, NAMES("interactionType"));
		named = type == NULL ? (struct text){NULL, 0} :
		    type->node == NULL ? type->value :
		    item_url(r->list, type);
		if (named.length == 0 && type != NULL && type->node != NULL)
			named = item_machine_text(r->list, type);
		if (type == NULL || (type->item != NULL &&
		    item_is(type->item, "LikeAction")) ||
		    text_is(item_local_name(named), "LikeAction"))
			return fact_count(r, p->item,
			    NAMES("userInteractionCount"));
	}
	return fact_count(r, i, NAMES("upvoteCount"));
}
