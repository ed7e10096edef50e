/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visible.h"

#include <stdlib.h>
#include <string.h>

#include "plain.h"
#include "shown_words.h"
#include "stars.h"

enum {
	SIGN_TEXT_MAX = 60,	/* bytes of a text that is a rating */
	NUMBER_LETTERS_MAX = 24,
	LABEL_MAX = 40,		/* bytes of "Rating, 5 stars" */
};

static const uint32_t fnv_base = 2166136261u, fnv_prime = 16777619;

/* Ranks: what a reader is told, written digits, drawn stars, names. */
enum {
	RANK_LABEL = 1, RANK_SCALE, RANK_NUMBER, RANK_WIDTH, RANK_ICONS,
	RANK_FULL, RANK_NAME,
};

static bool
add_sign(struct visible *s, uint32_t spot, const struct rating *r, int rank)
{
	struct visible_sign *g;

	if (s->sign_count == VISIBLE_SIGNS_MAX || rating_is_unrated(r))
		return false;
	g = &s->sign[s->sign_count++];
	*g = (struct visible_sign){(uint32_t)s->count - 1, spot, rank, *r};
	return true;
}

/* "2 of 5" of a scale in use: "4/8" and "3.5/3.7" are none. */
static bool
is_scale(const struct rating *r)
{
	static const char *const scales[] = {"5", "10", "100", "6", "20", "4",
	    "7", "5.0", "10.0"};
	size_t i;

	for (i = 0; i < sizeof(scales) / sizeof(*scales); i++)
		if (strcmp(r->best, scales[i]) == 0)
			return !(strtod(r->value, NULL) >
			    strtod(r->best, NULL));
	return false;
}

/* Pictures of a gallery are counted like stars. */
static bool
counts_things(struct text t)
{
	static const char *const words[] = {"page", "Page", "slide", "Slide",
	    "image", "Image", "photo", "Photo", "step", "Step", "Seite",
	    "Bild", "question", "item "};
	size_t i, k;

	for (i = 0; i < t.length; i++)
		for (k = 0; k < sizeof(words) / sizeof(*words); k++)
			if (t.length - i >= strlen(words[k]) && memcmp(t.bytes
			    + i, words[k], strlen(words[k])) == 0)
				return true;
	return false;
}

static bool
has_glyph(struct text t)
{
	size_t i;

	for (i = 0; i + 2 < t.length; i++)
		if ((unsigned char)t.bytes[i] == 0xE2 &&
		    ((unsigned char)t.bytes[i + 1] == 0x98 ||
		    (unsigned char)t.bytes[i + 1] == 0xAD))
			return true;
	return false;
}

static size_t
count_letters(struct text t)
{
	size_t i, n = 0;

	for (i = 0; i < t.length; i++)
		n += (unsigned char)t.bytes[i] > ' ';
	return n;
}

/* "Ocjena: 4 od 5", "★★★★☆": a text that is a rating and little more. */
static void
look_at_text(struct visible *s, uint32_t spot, struct text t)
{
	struct calendar_date d;
	struct rating r;
	char digits[RATING_DIGITS];
	bool of_reviews;

	t = text_trimmed(t);
	if (t.length == 0 || t.length > SIGN_TEXT_MAX || !rating_read(t, &r))
		return;
	if (has_glyph(t)) {
		if (r.best[0] != '\0')
			add_sign(s, spot, &r, RANK_SCALE);
		else if (strtod(r.value, NULL) <= 5)
			add_sign(s, spot, &r, RANK_FULL);
		return;
	}
	if (r.best[0] == '\0' && t.length <= LABEL_MAX && stars_text(t, &r) &&
	    strtod(r.value, NULL) <= 5 && !shown_count(t, &r, digits,
	    &of_reviews))
		add_sign(s, spot, &r, RANK_NUMBER);
	if (is_scale(&r) && strcmp(r.best, "4") != 0 && !counts_things(t) &&
	    !date_read(t, s->view->language, s->view->fetched, &d))
		add_sign(s, spot, &r, RANK_SCALE);
}

static bool
is_star(struct visible *s, uint32_t spot)
{
	return (visible_roles_of(&s->spot[spot]) & VISIBLE_RATING) != 0;
}

/* A label that is no more than a number is one of anything. */
static bool
is_told(struct visible *s, uint32_t spot, const struct rating *r)
{
	static const char *const names[] = {"title", "aria-label", "alt"};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct text t = html_attribute(s->spot[spot].node, names[i]);

		if (counts_things(t))
			return false;
		if (stars_is_number(text_trimmed(t)) && !is_star(s, spot))
			return false;
	}
	return is_scale(r) || (r->best[0] == '\0' &&
	    strtod(r->value, NULL) <= (is_star(s, spot) ? 10 : 5));
}

/* What an element says of itself by its attributes. */
static void
look_at_element(struct visible *s, uint32_t spot)
{
	const struct html_node *n = s->spot[spot].node;
	struct rating r;

	if (stars_own_label(n, &r)) {
		if (is_told(s, spot, &r))
			add_sign(s, spot, &r, RANK_LABEL);
		return;
	}
	if (html_attribute(n, "style").length > 0 && stars_own_width(n, &r)) {
		uint32_t up = s->spot[spot].up;

		if (is_star(s, spot) || is_star(s, up) ||
		    is_star(s, s->spot[up].up))
			add_sign(s, spot, &r, RANK_WIDTH);
		return;
	}
	if (!is_star(s, spot))
		return;
	if (stars_own_data(n, &r) && strtod(r.value, NULL) <= 100)
		add_sign(s, spot, &r, RANK_NUMBER);
	if (stars_own_name(n, &r))
		add_sign(s, spot, &r, RANK_NAME);
}

/* "4.0" in an element named after ratings, whose parts may stand apart. */
static void
look_at_number(struct visible *s, uint32_t spot)
{
	const struct visible_spot *p = &s->spot[spot];
	struct buffer b;
	struct rating r;
	struct text t;

	if (p->letters == 0 || p->letters > NUMBER_LETTERS_MAX ||
	    !is_star(s, spot))
		return;
	buffer_init(&b, 256);
	if (plain_add_node(&b, p->node, 200, &s->steps) == 0) {
		t = text_trimmed((struct text){b.bytes, b.length});
		if (t.length > 0 && t.length <= SIGN_TEXT_MAX &&
		    !has_glyph(t) && rating_read(t, &r) &&
		    (is_scale(&r) || (stars_is_number(t) && r.best[0] == '\0'
		    && strtod(r.value, NULL) <= 10)))
			add_sign(s, spot, &r, r.best[0] != '\0' ? RANK_SCALE :
			    RANK_NUMBER);
	}
	buffer_release(&b);
}

static void
look_at_row(struct visible *s, uint32_t spot)
{
	struct rating r;

	if (stars_row(s->spot[spot].node, &r))
		add_sign(s, spot, &r, RANK_ICONS);
}

/* ---- the page as an array ---- */

/* Digits make no kind: "comment-12". */
static uint32_t
kind_of(const struct html_node *n)
{
	struct text class = text_trimmed(html_attribute(n, "class"));
	const char *name = html_name(n);
	uint32_t h = fnv_base;
	size_t i;

	for (; *name != '\0'; name++)
		h = (h ^ (unsigned char)*name) * fnv_prime;
	for (i = 0; i < class.length && !text_is_blank(class.bytes[i]); i++)
		if (class.bytes[i] < '0' || class.bytes[i] > '9')
			h = (h ^ (unsigned char)class.bytes[i]) * fnv_prime;
	return h;
}

static void
leave(struct visible *s, uint32_t spot)
{
	struct visible_spot *p = &s->spot[spot];

	p->end = (uint32_t)s->count;
	look_at_number(s, spot);
	look_at_row(s, spot);
	if (spot > 0)
		s->spot[p->up].letters += p->letters;
}

static bool
is_silent(const struct html_node *n)
{
	static const char *const names[] = {"head", "script", "style",
	    "template", "noscript", "select", "textarea", "iframe", NULL};
	const char *name = html_name(n);
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static void
enter(struct visible *s, const struct html_node *n, uint32_t up)
{
	s->spot[s->count++] = (struct visible_spot){.node = n, .up = up,
	    .kind = kind_of(n)};
	if (s->heading == NULL && strcmp(html_name(n), "h1") == 0)
		s->heading = n;
	look_at_element(s, (uint32_t)s->count - 1);
}

static void
walk(struct visible *s, const struct html_node *root, size_t room)
{
	struct html_cursor at = {.root = root};
	enum html_step step;
	uint32_t up = 0;

	while ((step = html_step(&at)) != HTML_END && s->steps > 0) {
		s->steps--;
		if (step == HTML_TEXT) {
			struct text t = html_content(at.node);

			if (s->count == 0)
				continue;
			s->spot[up].letters += (uint32_t)count_letters(t);
			look_at_text(s, up, t);
		} else if (step == HTML_ENTER) {
			if (is_silent(at.node) || s->count == room) {
				html_skip(&at);
				continue;
			}
			enter(s, at.node, up);
			up = (uint32_t)s->count - 1;
		} else if (s->spot[up].node == at.node) {
			leave(s, up);
			up = s->spot[up].up;
		}
	}
	/* What was not left when the steps ran out. */
	for (; s->count > 0 && s->spot[up].end == 0; up = s->spot[up].up) {
		s->spot[up].end = (uint32_t)s->count;
		if (up == 0)
			break;
	}
}

static size_t
count_elements(const struct html_node *root)
{
	struct html_cursor at = {.root = root};
	enum html_step step;
	size_t n = 0;

	while ((step = html_step(&at)) != HTML_END && n < VISIBLE_SPOTS_MAX)
		n += step == HTML_ENTER;
	return n;
}

bool
visible_map(struct visible *s, const struct html_node *root)
{
	size_t room = count_elements(root), i;
	struct arena *a = &s->view->scratch;

	s->spot = arena_take(a, room * sizeof(*s->spot));
	s->sign = arena_take(a, VISIBLE_SIGNS_MAX * sizeof(*s->sign));
	if (s->spot == NULL || s->sign == NULL)
		return false;
	walk(s, root, room);
	for (i = 0; i < s->sign_count; i++) {
		uint32_t at = s->sign[i].spot;

		for (; s->spot[at].signs++ == 0 && at > 0; at = s->spot[at].up)
			;
	}
	return s->sign_count > 0;
}

void
visible_signs(const struct visible *s, uint32_t spot, size_t *from,
	size_t *to)
{
	size_t low = 0, high = s->sign_count, end = s->spot[spot].end;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (s->sign[middle].place < spot)
			low = middle + 1;
		else
			high = middle;
	}
	*from = *to = low;
	while (*to < s->sign_count && s->sign[*to].place < end)
		++*to;
}
