/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visible.h"

#include <string.h>
#include <strings.h>

#include "plain.h"
#include "rating_number.h"
#include "stars.h"

enum {
	TEXT_ROLES = VISIBLE_AUTHOR | VISIBLE_DATE | VISIBLE_TITLE |
	    VISIBLE_BODY | VISIBLE_RATING | VISIBLE_PLACE,
	NOTES = VISIBLE_POSITIVE | VISIBLE_NEGATIVE,
	REPLY_LETTERS = 12,
	DATE_WORDS = 7, SPOKEN_WORDS = 4,
	WEB_BEGINS = 1993, YEAR_SECONDS = 31556952,
};

static bool
is_one_of(const char *name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(name, *list) == 0)
			return true;
	return false;
}

static bool
begins_line(const char *name)
{
	static const char *const inlines[] = {"a", "abbr", "b", "bdi", "bdo",
	    "cite", "code", "em", "font", "i", "img", "ins", "del", "label",
	    "mark", "q", "s", "small", "span", "strong", "sub", "sup", "svg",
	    "time", "title", "u", "br", "wbr", "meta", "link", "path", "use",
	    NULL};

	return !is_one_of(name, inlines);
}

static bool
has_part(struct text t, const char *part)
{
	size_t n = strlen(part), i;

	for (i = 0; i + n <= t.length; i++)
		if (strncasecmp(t.bytes + i, part, n) == 0)
			return true;
	return false;
}

/* A link to a person. */
static bool
leads_to_author(const struct html_node *n)
{
	static const char *const parts[] = {"/user", "/profil", "/member",
	    "/people/", "/u/", "userid=", "viewprofile", "memberlist",
	    "/author", "/reviewer", "/korisnik", "/uzytkownik"};
	struct text href = html_attribute(n, "href");
	size_t i;

	for (i = 0; href.length > 0 && i < sizeof(parts) / sizeof(*parts); i++)
		if (has_part(href, parts[i]))
			return true;
	return false;
}

/* What tag and names say of a text; NOTES, REPLY and IDLE beside. */
static unsigned
find_own_role(struct visible_spot *p)
{
	static const char *const headings[] = {"h2", "h3", "h4", "h5", "h6",
	    NULL};
	const char *name = html_name(p->node);
	unsigned role = visible_roles_of(p);

	if (role & TEXT_ROLES)
		return role;
	if (strcmp(name, "time") == 0)
		return role | VISIBLE_DATE;
	if (is_one_of(name, headings))
		return role | VISIBLE_TITLE;
	if (strcmp(name, "blockquote") == 0)
		return role | VISIBLE_BODY;
	if (strcmp(name, "a") == 0 && leads_to_author(p->node))
		return role | VISIBLE_AUTHOR;
	return role;
}

static unsigned
own_role(struct visible_spot *p)
{
	if (!p->own_asked)
		p->own = (uint16_t)find_own_role(p);
	p->own_asked = true;
	return p->own;
}

static void
shade_spot(struct visible_item *i, uint32_t spot)
{
	static const char *const idle[] = {"button", "form", "nav", NULL};
	struct visible_spot *p = &i->page->spot[spot];
	const struct visible_shade *up = visible_shade_of(i, p->up);
	struct visible_shade *h = visible_shade_of(i, spot);
	const char *name = html_name(p->node);
	unsigned own = own_role(p);

	/* "user-review" around all of it names no user. */
	if ((own & VISIBLE_AUTHOR) && p->letters > VISIBLE_NAME_MAX &&
	    (p->signs > 0 || p->letters > 3 * VISIBLE_NAME_MAX))
		own &= ~(unsigned)VISIBLE_AUTHOR;
	if (own & (VISIBLE_AUTHOR | VISIBLE_DATE))
		own &= ~(unsigned)VISIBLE_REPLY;

	h->role = (own & TEXT_ROLES ? own : up->role) & TEXT_ROLES;
	h->role |= (own & NOTES ? own : up->role) & NOTES;
	h->block = begins_line(name) ? spot : up->block;
	h->reply = up->reply || ((own & VISIBLE_REPLY) && p->signs == 0 &&
	    p->letters >= REPLY_LETTERS && !(own & VISIBLE_IDLE) &&
	    strcmp(name, "a") != 0 && strcmp(name, "button") != 0);
	h->idle = up->idle || (p->signs == 0 && (is_one_of(name, idle) ||
	    ((own & VISIBLE_IDLE) && !(h->role & NOTES))));
}

static void
shade(struct visible_item *i)
{
	uint32_t k;

	i->shade[0] = (struct visible_shade){.block = i->spot};
	for (k = i->spot + 1; k < i->end; k++)
		shade_spot(i, k);
}

/* "Response from the owner" says it where no name does. */
static void
shade_answer(struct visible_item *i, const struct visible_atom *a)
{
	const struct visible_spot *spot = i->page->spot;
	const size_t own = text_trimmed(a->text).length;
	uint32_t at = a->spot, k;

	if (visible_shade_of(i, at)->reply ||
	    strcmp(html_name(spot[at].node), "a") == 0)
		return;
	while (at != i->spot && spot[at].letters < own + REPLY_LETTERS)
		at = spot[at].up;
	if (at == i->spot || spot[at].signs > 0)
		return;
	for (k = at; k < spot[at].end; k++)
		visible_shade_of(i, k)->reply = true;
}

/* ---- texts that all reviews of a list have ---- */

static uint64_t
hash_of(struct text t)
{
	uint64_t h = UINT64_C(14695981039346656037);
	size_t i;

	t = text_trimmed(t);
	for (i = 0; i < t.length; i++)
		h = (h ^ (unsigned char)t.bytes[i]) * UINT64_C(1099511628211);
	return h == 0 ? 1 : h;
}

static struct visible_common *
find_common(struct visible_item *i, uint64_t hash)
{
	size_t at = (size_t)hash % VISIBLE_COMMON, tries;

	for (tries = 0; tries < 8; tries++) {
		struct visible_common *c =
		    &i->common[(at + tries) % VISIBLE_COMMON];

		if (c->hash == hash || c->hash == 0)
			return c;
	}
	return NULL;
}

void
visible_count_common(struct visible_item *i, uint32_t item)
{
	size_t k;

	for (k = 0; k < i->count; k++) {
		uint64_t hash = hash_of(i->atom[k].text);
		struct visible_common *c = find_common(i, hash);

		if (c == NULL || c->last == item + 1)
			continue;
		c->hash = hash;
		c->last = item + 1;
		c->items++;
	}
	i->counted++;
}

static bool
is_common(struct visible_item *i, struct text t)
{
	const struct visible_common *c;

	if (i->counted < 2)
		return false;
	c = find_common(i, hash_of(t));
	return c != NULL && c->hash != 0 && c->items >= 2 &&
	    c->items * 2 > i->counted;
}

static bool
add_atom(struct visible_item *i, struct text t, uint32_t spot, bool gap)
{
	struct text trimmed = text_trimmed(t);

	if (i->count == VISIBLE_ATOMS_MAX || visible_is_price(trimmed))
		return false;
	i->atom[i->count++] = (struct visible_atom){.text = t, .spot = spot,
	    .gap = gap};
	return true;
}

bool
visible_gather(struct visible_item *i, struct visible *s, uint32_t spot)
{
	struct html_cursor at = {.root = s->spot[spot].node};
	uint32_t next = spot, up = spot;
	enum html_step step;
	bool gap = true;

	i->page = s;
	i->spot = spot;
	i->end = s->spot[spot].end;
	i->count = 0;
	if (i->end - spot > VISIBLE_ITEM_SPOTS_MAX)
		return false;
	shade(i);
	while ((step = html_step(&at)) != HTML_END && s->steps > 0) {
		s->steps--;
		if (step == HTML_TEXT) {
			struct text t = html_content(at.node);

			if (text_trimmed(t).length == 0) {
				continue;
			}
			if (!add_atom(i, t, up, gap))
				return false;
			gap = false;
		} else if (step == HTML_ENTER) {
			if (next >= i->end || s->spot[next].node != at.node) {
				html_skip(&at);	/* the map left it out */
				continue;
			}
			up = next++;
			gap = gap || begins_line(html_name(at.node)) ||
			    strcmp(html_name(at.node), "br") == 0;
		} else if (s->spot[up].node == at.node) {
			gap = gap || begins_line(html_name(at.node));
			up = s->spot[up].up;
		}
	}
	return i->count > 0;
}

/* ---- what a text is ---- */

static size_t
count_words(struct text t)
{
	size_t i, n = t.length > 0;

	for (i = 0; i < t.length; i++)
		n += t.bytes[i] == ' ';
	return n;
}

/* Nobody wrote on the web before it was there, nor tomorrow: "PRO 1700" is
 * no year. */
static bool
is_of_web(const struct view *v, const struct calendar_date *d)
{
	return d->year >= WEB_BEGINS && (v->fetched == DATE_NO_INSTANT ||
	    d->year <= 1971 + v->fetched / YEAR_SECONDS);
}

static void
take_date(struct visible_item *i, uint32_t spot,
	const struct calendar_date *d, int rank)
{
	if (visible_shade_of(i, spot)->reply) {
		if (!i->reply_dated)
			i->reply_when = *d;
		i->reply_dated = true;
		return;
	}
	if (i->has_date && (rank < i->date_rank || (rank == i->date_rank &&
	    d->precision <= i->when.precision)))
		return;
	i->has_date = true;
	i->date_rank = rank;
	i->when = *d;
}

/* What machines read: `datetime`, or a title over "2 days ago". */
static void
claim_machine_dates(struct visible_item *i)
{
	static const char *const names[] = {"datetime", "data-content",
	    "data-date", "data-time", "data-timestamp", "title"};
	const struct view *v = i->page->view;
	struct calendar_date d;
	uint32_t k;
	size_t n;

	for (k = i->spot; k < i->end; k++) {
		const struct html_node *e = i->page->spot[k].node;

		if (strcmp(html_name(e), "time") != 0 &&
		    !(visible_roles_of(&i->page->spot[k]) & VISIBLE_DATE))
			continue;
		for (n = 0; n < sizeof(names) / sizeof(*names); n++) {
			struct text t = html_attribute(e, names[n]);

			if (t.length > 5 && t.length < DATE_TEXT_MAX &&
			    date_read(t, v->language, v->fetched, &d) &&
			    is_of_web(v, &d)) {
				take_date(i, k, &d, 4);
				break;
			}
		}
	}
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "10/20/2026" is no ten of twenty. */
static bool
is_numeric_date(struct text t)
{
	size_t i, signs = 0;

	for (i = 1; i + 1 < t.length; i++)
		signs += strchr("./-", t.bytes[i]) != NULL &&
		    is_digit(t.bytes[i - 1]) && is_digit(t.bytes[i + 1]);
	return signs >= 2;
}

/* "Arrived today, it is great!" speaks of a day and is none. */
static bool
may_be_date(struct text t)
{
	bool digits = false;
	size_t i;

	for (i = 0; i < t.length; i++)
		digits = digits || rating_digit_at(t, i) >= 0;
	return count_words(t) <= (digits ? DATE_WORDS : SPOKEN_WORDS) &&
	    strchr("!?", t.bytes[t.length - 1]) == NULL;
}

static void
claim_date(struct visible_item *i, struct visible_atom *a, struct text t)
{
	const struct view *v = i->page->view;
	const struct visible_shade *h = visible_shade_of(i, a->spot);
	bool named = h->role & VISIBLE_DATE;

	if (t.length > (named ? DATE_TEXT_MAX : VISIBLE_LABEL_MAX) ||
	    (!named && !may_be_date(t)) || t.length < 4 ||
	    !date_read(t, v->language, v->fetched, &a->when) ||
	    !is_of_web(v, &a->when))
		return;
	a->date = true;
	if (!h->idle)
		take_date(i, a->spot, &a->when, named ? 3 : 2);
}

static bool
is_rating_text(struct visible_item *i, const struct visible_atom *a,
	struct text t)
{
	const unsigned role = visible_shade_of(i, a->spot)->role;
	struct rating r;

	if (t.length > VISIBLE_LABEL_MAX || !rating_read(t, &r))
		return false;
	return r.best[0] != '\0' || stars_text(t, &r) || (role & VISIBLE_RATING) ||
	    (t.length >= 3 && (unsigned char)t.bytes[0] == 0xE2);
}

void
visible_label(struct visible_item *i)
{
	struct text rest;
	size_t k;

	for (k = 0; k < i->count; k++) {
		struct visible_atom *a = &i->atom[k];

		a->label = visible_label_of(text_trimmed(a->text), &rest);
		if (a->label == VISIBLE_NO_LABEL && is_common(i, a->text))
			a->label = VISIBLE_CHATTER;
		if (a->label == VISIBLE_ANSWER)
			shade_answer(i, a);
	}
}

void
visible_claim(struct visible_item *i)
{
	size_t k;

	i->has_date = i->reply_dated = i->named = false;
	i->date_rank = 0;
	claim_machine_dates(i);
	for (k = 0; k < i->count; k++) {
		struct visible_atom *a = &i->atom[k];
		struct text t = text_trimmed(a->text);

		a->more = visible_is_more(t);
		if (is_numeric_date(t))
			claim_date(i, a, t);
		a->rating = !a->date && is_rating_text(i, a, t);
		if (!a->rating && !a->date)
			claim_date(i, a, t);
		a->claimed = a->more || a->rating || a->date;
	}
}

/* A text behind a second date is an answer, whatever it is called. */
void
visible_part_answer(struct visible_item *i)
{
	const struct visible_spot *spot = i->page->spot;
	size_t k, dates = 0, letters = 0;

	for (k = 0; k < i->count; k++) {
		struct visible_atom *a = &i->atom[k];
		const struct visible_shade *h = visible_shade_of(i, a->spot);
		uint32_t at = a->spot, n;

		if (h->reply || h->idle)
			continue;
		if (!a->date) {
			if (dates > 0 && a->label == VISIBLE_NO_LABEL &&
			    !a->claimed)
				letters += text_trimmed(a->text).length;
			continue;
		}
		if (dates++ == 0 || letters < REPLY_LETTERS)
			continue;
		while (at != i->spot && spot[at].letters <
		    a->text.length + 2 * REPLY_LETTERS)
			at = spot[at].up;
		if (at == i->spot || spot[at].signs > 0 ||
		    i->atom[k].spot == at || at <= i->atom[0].spot)
			return;
		for (n = at; n < spot[at].end; n++)
			visible_shade_of(i, n)->reply = true;
		i->reply_when = a->when;
		i->reply_dated = true;
		return;
	}
}

struct text
visible_join(struct visible_item *i, size_t from, size_t to, bool reply)
{
	struct buffer b;
	struct text t = {NULL, 0}, joined;

	buffer_init(&b, REVIEW_TEXT_MAX + 8);
	for (; from < to; from++) {
		const struct visible_atom *a = &i->atom[from];
		const struct visible_shade *h = visible_shade_of(i, a->spot);

		if (h->reply != reply || h->idle || a->claimed)
			continue;
		if (a->gap && b.length > 0 && buffer_add_char(&b, ' ') < 0)
			break;
		if (buffer_add(&b, a->text.bytes, a->text.length) < 0)
			break;
	}
	joined = (struct text){b.bytes, b.length};
	if (b.length > 0)
		t = plain_text(&i->page->view->x->arena, joined);
	buffer_release(&b);
	return t;
}
