/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * RSS 0.9 to 2.0 and Atom.  An entry is a review only if it has a rating: an
 * element of that name (Apple's im:rating, Letterboxd's memberRating, ...) or
 * stars in its title.  Lists, news and Apple's entry about the app itself
 * have none.
 */
#include "calendar.h"
#include "date.h"
#include "html.h"
#include "item.h"
#include "plain.h"
#include "rating.h"
#include "strip.h"

/* The scales that a feed's own vocabulary defines. */
static const struct {
	const char *prefix, *name, *best, *worst;
} ratings[] = {
	{"im", "rating", "5", "1"},
	{"letterboxd", "memberRating", "5", "0.5"},
	{"", "rating", NULL, NULL}, {"", "ratingValue", NULL, NULL},
	{"", "stars", NULL, NULL}, {"", "userRating", NULL, NULL},
	{"", "starRating", NULL, NULL}, {"", "reviewRating", NULL, NULL},
};

struct reader {
	struct view *view;
	struct arena *arena;
};

/* The first child of that local name, whatever its prefix, or with it. */
static const struct html_node *
child(const struct html_node *n, const char *prefix, const char *name)
{
	const struct html_node *e = html_element(n, name);

	while (e != NULL && prefix != NULL &&
	    strcmp(html_prefix(e), prefix) != 0)
		e = html_element_next(e);
	return e;
}

/* An element's text as written, in the scratch arena. */
static struct text
raw(const struct reader *r, const struct html_node *n)
{
	struct text t = {NULL, 0};
	struct buffer b;

	if (n == NULL)
		return t;
	buffer_init(&b, EXTRACT_PAGE_MAX);
	if (html_text(n, &b) == 0 && b.length > 0) {
		t.bytes = arena_copy(&r->view->scratch, b.bytes, b.length);
		t.length = t.bytes == NULL ? 0 : b.length;
	}
	buffer_release(&b);
	return t;
}

/* Atom says which texts are markup, RSS means all of them to be. */
static struct text
plain(const struct reader *r, const struct html_node *n)
{
	struct text type, t;

	if (n == NULL)
		return (struct text){NULL, 0};
	type = html_attribute(n, "type");
	if (text_is(type, "xhtml"))
		return plain_node(r->arena, n, &r->view->steps);
	t = raw(r, n);
	if (t.length == 0)
		return (struct text){NULL, 0};
	return text_is(type, "text") ? plain_text(r->arena, t) :
	    plain_markup(r->arena, t);
}

static struct text
first_plain(const struct reader *r, const struct html_node *entry,
	const char *const *names)
{
	struct text t = {NULL, 0};

	for (; *names != NULL && t.length == 0; names++)
		t = plain(r, child(entry, NULL, *names));
	return t;
}

/* Apple has two contents: the text, then the page that shows it. */
static struct text
body(const struct reader *r, const struct html_node *entry)
{
	static const char *const names[] = {"encoded", "content",
	    "description", "summary", NULL};
	const struct html_node *e = html_element(entry, "content");

	for (; e != NULL; e = html_element_next(e))
		if (text_is(html_attribute(e, "type"), "text"))
			return plain(r, e);
	return first_plain(r, entry, names);
}

static struct text
kept(const struct reader *r, const char *string)
{
	struct text t = {NULL, 0};

	if (string != NULL && string[0] != '\0') {
		t.bytes = arena_string(r->arena, string);
		t.length = t.bytes == NULL ? 0 : strlen(string);
	}
	return t;
}

static bool
read_rating(const struct reader *r, const struct html_node *entry,
	struct text title, struct review *review)
{
	struct rating rating = {.value = ""};
	size_t i;

	for (i = 0; i < sizeof(ratings) / sizeof(ratings[0]); i++) {
		const struct html_node *e = child(entry,
		    ratings[i].prefix[0] ? ratings[i].prefix : NULL,
		    ratings[i].name);
		struct text t = e == NULL ? (struct text){NULL, 0} : raw(r, e);

		if (t.length == 0 && e != NULL)
			t = html_attribute(e, "average");
		if (!rating_fields(t, text_of(ratings[i].best),
		    text_of(ratings[i].worst), &rating))
			continue;
		break;
	}
	/* Stars, not any number that a title has. */
	if (rating.value[0] == '\0' && (title.length == 0 ||
	    strip_find(title, 0, "\xE2\x98\x85", '\x98') == title.length ||
	    !rating_read(title, &rating)))
		return false;
	if (rating_is_unrated(&rating))
		return false;
	review->rating = kept(r, rating.value);
	review->best = kept(r, rating.best);
	review->worst = kept(r, rating.worst);
	return true;
}

static struct text
date(const struct reader *r, const struct html_node *entry,
	const char *const *names)
{
	struct calendar_date d;
	char written[CALENDAR_TEXT];

	for (; *names != NULL; names++)
		if (date_read(raw(r, child(entry, NULL, *names)),
		    r->view->language, r->view->fetched, &d))
			return kept(r, calendar_write(&d, written));
	return (struct text){NULL, 0};
}

static struct text
author(const struct reader *r, const struct html_node *entry)
{
	const struct html_node *e = child(entry, NULL, "author"), *name;

	if (child(entry, NULL, "creator") != NULL)
		return plain(r, child(entry, NULL, "creator"));
	if (e == NULL)
		return (struct text){NULL, 0};
	name = child(e, NULL, "name");
	return plain(r, name != NULL ? name : e);
}

/* Atom's link is an attribute, and `alternate` is the page itself. */
static struct text
address(const struct reader *r, const struct html_node *entry)
{
	const struct html_node *e = html_element(entry, "link");

	for (; e != NULL; e = html_element_next(e)) {
		struct text rel = html_attribute(e, "rel");
		struct text href = html_attribute(e, "href");

		if (href.bytes == NULL)
			return view_url(r->view, raw(r, e));
		if (rel.bytes == NULL || text_is(rel, "alternate"))
			return view_url(r->view, href);
	}
	return (struct text){NULL, 0};
}

static int
read_entry(const struct reader *r, const struct html_node *entry)
{
	static const char *const titles[] = {"title", NULL};
	static const char *const ids[] = {"guid", "id", NULL};
	static const char *const things[] = {"filmTitle", NULL};
	static const char *const votes[] = {"voteSum", NULL};
	static const char *const versions[] = {"version", NULL};
	static const char *const published[] = {"pubDate", "published",
	    "issued", "date", "updated", NULL};
	struct review v = {.capture = {.offset = -1}};

	v.title = first_plain(r, entry, titles);
	if (!read_rating(r, entry, v.title, &v))
		return 0;
	v.extractor = text_of(feed_extractor.name);
	v.native_id = first_plain(r, entry, ids);
	v.item = first_plain(r, entry, things);
	v.body = body(r, entry);
	v.author = author(r, entry);
	v.published = date(r, entry, published);
	v.url = address(r, entry);
	v.upvotes = first_plain(r, entry, votes);
	v.version = first_plain(r, entry, versions);
	return extract_add_review(r->view->x, &v);
}

static bool
probe(const struct view *v)
{
	return v->is_feed;
}

static int
run(struct view *v, struct complaint *c)
{
	struct reader r = {.view = v, .arena = &v->x->arena};
	struct html_document *d = xml_read(v->text, c);
	struct html_cursor at = {.root = NULL};
	enum html_step s;
	int result = 0;

	if (d == NULL)
		return -1;
	at.root = html_root(d);
	while (result == 0 && at.root != NULL &&
	    (s = html_step(&at)) != HTML_END) {
		const char *name = html_name(at.node);

		if (s != HTML_ENTER || (strcmp(name, "item") != 0 &&
		    strcmp(name, "entry") != 0))
			continue;
		result = read_entry(&r, at.node);
		html_skip(&at);
	}
	html_free(d);
	return result == 0 ? 0 : complain(c, 0, "no memory for the feed");
}

const struct extractor feed_extractor = {"feed", probe, run};
