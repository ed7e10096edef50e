/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The average of a page that marks nothing up: "4.6 out of 5 | 1,234
 * ratings".  It is taken only where it is sure: near an element that is named
 * after ratings stand a value with its scale and a count of ratings or
 * reviews, in a few words; and where such places say different things, the
 * first one below the page's heading.
 */
#include "view.h"

#include <stdlib.h>
#include <string.h>

#include "date_words.h"
#include "item.h"
#include "plain.h"
#include "rating.h"
#include "rating_number.h"
#include "shown_words.h"
#include "stars.h"
#include "strip.h"

enum {
	SHOWN_TEXT_MAX = 240,	/* bytes that say all of it */
	SHOWN_LEVELS = 4,	/* elements around the one that is named so */
	SHOWN_HITS_MAX = 32,
	SHOWN_TRIED = 16,	/* elements that are remembered */
	SHOWN_STEPS = 400000,	/* nodes that texts may cost */
	AUTHORS_LOOK = 200,
};

struct hit {
	struct rating rating;
	char count[RATING_DIGITS];
	bool of_reviews, below_heading;
};

struct shown {
	struct view *view;
	struct buffer text;
	bool too_long;			/* it would be */
	size_t steps;
	const struct html_node *heading;
	struct hit hit[SHOWN_HITS_MAX];
	size_t count;
	/* The stars of a row have the same elements around them. */
	struct tried {
		const struct html_node *node;
		bool too_long;
	} tried[SHOWN_TRIED];
	size_t turn;
};

/* Places in lists, and people. */
static const char *const not_sure[] = {
	"page ", "seite ", "pagina ", "strona ", "showing", "reviewer",
	"sayfa ", "страниц", "recommend", NULL,
};

static bool
is_usual_scale(const struct rating *r)
{
	double value = strtod(r->value, NULL), best = strtod(r->best, NULL);

	return best > 3.5 && best < 20.5 && value > 0 && !(value > best);
}

/* Widgets keep both in attributes. */
static bool
read_attributes(const struct html_node *n, struct hit *h)
{
	static const char *const values[] = {"data-average-rating",
	    "data-average", "data-avg-rating", "data-rating-average"};
	static const char *const counts[] = {"data-number-of-reviews",
	    "data-review-count", "data-reviews-count", "data-total-reviews",
	    "data-num-reviews"};
	struct text value = {NULL, 0}, count = {NULL, 0};
	size_t i;

	for (i = 0; i < 4 && value.length == 0; i++)
		value = html_attribute(n, values[i]);
	for (i = 0; i < 5 && count.length == 0; i++)
		count = html_attribute(n, counts[i]);
	h->of_reviews = true;
	return value.length > 0 && count.length > 0 &&
	    rating_read(value, &h->rating) &&
	    rating_count(count, h->count) > 0 &&
	    strcmp(h->count, "0") != 0 && !rating_is_unrated(&h->rating);
}

/* Letters of ASCII, which all stay when a text is folded. */
static size_t
count_letters(struct text t)
{
	size_t i, n = 0;

	for (i = 0; i < t.length; i++)
		n += t.bytes[i] > 0x20 && t.bytes[i] < 0x7F;
	return n;
}

/* The texts below a node, each apart from the next: "4.3" and "1,234" stand in
 * elements of their own.  False where they are too long. */
static bool
gather(struct shown *s, const struct html_node *n)
{
	struct html_cursor at = {.root = n};
	enum html_step step;

	buffer_clear(&s->text);
	s->too_long = false;
	while (s->steps > 0 && (step = html_step(&at)) != HTML_END) {
		struct text t = html_content(at.node);

		s->steps--;
		if (step != HTML_TEXT || t.length == 0)
			continue;
		if (t.length > SHOWN_TEXT_MAX * 2)
			return false;
		s->too_long = s->text.length + 1 + count_letters(t) >
		    SHOWN_TEXT_MAX;
		if (s->too_long)
			return false;
		buffer_add_char(&s->text, ' ');
		plain_add_text(&s->text, t);
		s->too_long = s->text.length > SHOWN_TEXT_MAX;
		if (s->too_long || s->text.failed)
			return false;
	}
	return s->text.length > 0;
}

/* A reviewer's rating beside "12 reviews" that the same person wrote. */
static bool
names_author(const struct extract *x, struct text t)
{
	size_t i, at;

	for (i = 0; i < x->review_count && i < AUTHORS_LOOK; i++) {
		struct text a = x->review[i].author;

		for (at = 0; a.length > 2 && at + a.length <= t.length; at++)
			if (memcmp(t.bytes + at, a.bytes, a.length) == 0)
				return true;
	}
	return false;
}

static bool
read_element(struct shown *s, const struct html_node *n, struct hit *h)
{
	char folded[DATE_WORD_MAX * 8];
	struct text t;
	size_t i;

	if (!gather(s, n))
		return false;
	t = (struct text){s->text.bytes, s->text.length};
	for (i = 0; i < t.length; i++)
		folded[i] = t.bytes[i] >= 'A' && t.bytes[i] <= 'Z' ?
		    (char)(t.bytes[i] | 0x20) : t.bytes[i];
	folded[i] = '\0';
	if (shown_find(folded, not_sure) != NULL)
		return false;
	if (!rating_read(t, &h->rating) || h->rating.best[0] == '\0')
		if (!stars_label(n, &h->rating) || h->rating.best[0] == '\0')
			return false;
	return is_usual_scale(&h->rating) &&
	    shown_count(t, &h->rating, h->count, &h->of_reviews) &&
	    !names_author(s->view->x, t);
}

/* Whether an element is named after ratings, or its label speaks of one. */
static bool
is_candidate(const struct html_node *n)
{
	static const char *const names[] = {"class", "id", "data-hook",
	    "data-automation", "data-testid"};
	size_t i;

	if (html_attribute(n, "data-average-rating").bytes != NULL)
		return true;
	if (html_child(n) == NULL && strcmp(html_name(n), "i") != 0)
		return false;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (shown_is_named(html_attribute(n, names[i])))
			return true;
	return false;
}

static const struct tried *
look_up(const struct shown *s, const struct html_node *n)
{
	size_t i;

	for (i = 0; i < SHOWN_TRIED; i++)
		if (s->tried[i].node == n)
			return &s->tried[i];
	return NULL;
}

static const struct tried *
remember(struct shown *s, const struct html_node *n)
{
	struct tried *t = &s->tried[s->turn++ % SHOWN_TRIED];

	t->node = n;
	t->too_long = s->too_long;
	return t;
}

static void
look_at(struct shown *s, const struct html_node *n)
{
	struct hit h = {.below_heading = s->heading != NULL};
	int level;

	if (s->count == SHOWN_HITS_MAX)
		return;
	if (read_attributes(n, &h)) {
		s->hit[s->count++] = h;
		return;
	}
	for (level = 0; level < SHOWN_LEVELS && n != NULL && s->steps > 0 &&
	    strcmp(html_name(n), "body") != 0; level++) {
		const struct tried *t = look_up(s, n);

		if (t == NULL && read_element(s, n, &h)) {
			s->hit[s->count++] = h;
			return;
		}
		if (t == NULL)
			t = remember(s, n);
		if (t->too_long)
			return;
		n = html_parent(n);
	}
}

static const struct hit *
choose(const struct shown *s)
{
	bool same = true;
	size_t i;

	for (i = 1; i < s->count; i++)
		same = same && strcmp(s->hit[i].count, s->hit[0].count) == 0 &&
		    strcmp(s->hit[i].rating.value,
		    s->hit[0].rating.value) == 0;
	if (s->count > 0 && same)
		return &s->hit[0];
	for (i = 0; i < s->count; i++)
		if (s->hit[i].below_heading)
			return &s->hit[i];
	return NULL;
}

static struct text
kept(struct view *v, const char *string)
{
	return string[0] == '\0' ? (struct text){NULL, 0} :
	    text_of(arena_string(&v->x->arena, string));
}

static int
report(struct shown *s, const struct hit *h)
{
	struct review_aggregate a = {.capture = {.offset = -1}};
	struct view *v = s->view;

	a.rating = kept(v, h->rating.value);
	a.best = kept(v, h->rating.best);
	if (h->of_reviews)
		a.review_count = kept(v, h->count);
	else
		a.rating_count = kept(v, h->count);
	if (v->x->review_count > 0)
		a.item = v->x->review[0].item;
	if (a.item.length == 0 && s->heading != NULL)
		a.item = plain_node(&v->x->arena, s->heading, &s->steps);
	if (a.item.length > ITEM_NAME_MAX)
		a.item = (struct text){NULL, 0};
	return extract_add_aggregate(v->x, &a);
}

static bool
probe(const struct view *v)
{
	const struct extract *x = v->x;

	if (x->aggregate_count > 0 || v->is_feed || (v->tree == NULL &&
	    (!v->has_word || x->review_count > 0)))
		return false;
	return shown_speaks_of_scale(v->text) || (v->tree != NULL && strip_find(
	    v->text, 0, "data-average", 'v') < v->text.length);
}

static int
run(struct view *v, struct complaint *c)
{
	struct shown s = {.view = v, .steps = SHOWN_STEPS};
	struct html_cursor at = {.root = view_tree(v)};
	const struct hit *h;
	enum html_step step;
	int result = 0;

	if (at.root == NULL)
		return 0;
	buffer_init(&s.text, SHOWN_TEXT_MAX * 8);
	while ((step = html_step(&at)) != HTML_END && s.steps > 0) {
		if (step != HTML_ENTER)
			continue;
		if (s.heading == NULL && strcmp(html_name(at.node), "h1") == 0)
			s.heading = at.node;
		if (is_candidate(at.node))
			look_at(&s, at.node);
	}
	h = choose(&s);
	if (h != NULL && report(&s, h) < 0)
		result = complain(c, 0, "no memory");
	buffer_release(&s.text);
	return result;
}

const struct extractor shown_extractor = {"shown", probe, run};
