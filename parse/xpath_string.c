/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strings of an expression. */
#include <string.h>

#include "xpath_parts.h"

enum { BYTES_A_STEP = 16 };

void
xpath_rooms_init(struct xpath_rooms *r, size_t most)
{
	size_t i;

	r->turn = 0;
	for (i = 0; i < XPATH_ROOMS; i++)
		buffer_init(&r->room[i], most);
}

void
xpath_rooms_release(struct xpath_rooms *r)
{
	size_t i;

	for (i = 0; i < XPATH_ROOMS; i++)
		buffer_release(&r->room[i]);
}

static struct buffer *
room(struct xpath_rooms *r)
{
	struct buffer *b = &r->room[r->turn++ % XPATH_ROOMS];

	buffer_clear(b);
	return b;
}

static struct text
attribute(struct xpath_match *m, struct text name, const struct html_node *n)
{
	if (m->node != n || m->name != name.bytes) {
		const struct html_node *a = html_attribute_node(n, name);

		m->node = n;
		m->name = name.bytes;
		m->has_pairs = false;
		m->value = a == NULL ? (struct text){NULL, 0} :
		    html_content(a);
	}
	return m->value;
}

static struct text
content(struct xpath_match *m, const struct html_node *n)
{
	const struct html_node *child = html_child(n);
	struct buffer *b;

	if (!html_is_element(n))
		return html_content(n);
	if (child == NULL)
		return text_of("");
	if (html_sibling(child) == NULL && !html_is_element(child))
		return html_content(child);
	b = room(&m->rooms);
	html_text(n, b);
	xpath_spend(m, b->length / BYTES_A_STEP);
	return (struct text){b->length > 0 ? b->bytes : "", b->length};
}

struct text
xpath_normal(struct xpath_rooms *r, struct text t)
{
	struct buffer *b = room(r);
	size_t i, start;

	for (i = 0; i < t.length; i++) {
		for (start = i; i < t.length && !text_is_blank(t.bytes[i]); i++)
			;
		if (i == start)
			continue;
		if (b->length > 0)
			buffer_add_char(b, ' ');
		buffer_add(b, t.bytes + start, i - start);
	}
	return (struct text){b->length > 0 ? b->bytes : "", b->length};
}

struct text
xpath_joined(struct xpath_rooms *r, struct text first, struct text second)
{
	struct buffer *b = room(r);

	if (first.length > 0)
		buffer_add(b, first.bytes, first.length);
	if (second.length > 0)
		buffer_add(b, second.bytes, second.length);
	return (struct text){b->length > 0 ? b->bytes : "", b->length};
}

uint64_t
xpath_pairs(struct text t)
{
	uint64_t pairs = 0;
	size_t i;

	for (i = 1; i < t.length; i++)
		pairs |= UINT64_C(1) << (((unsigned char)t.bytes[i - 1] * 7u +
		    (unsigned char)t.bytes[i]) & 63);
	return pairs;
}

size_t
xpath_place(struct text t, struct text what)
{
	const size_t last = what.length - 1;
	size_t i;

	if (what.length == 0)
		return 0;
	/* Classes are short, a call of memchr() would not pay. */
	for (i = 0; i + what.length <= t.length; i++)
		if (t.bytes[i] == what.bytes[0] &&
		    t.bytes[i + last] == what.bytes[last] &&
		    memcmp(t.bytes + i, what.bytes, what.length) == 0)
			return i;
	return t.length + 1;
}

static struct text
cut(struct xpath_match *m, const struct xpath_part *p,
	const struct html_node *n)
{
	struct text from = xpath_string(m, p->a, n);
	struct text mark = xpath_string(m, p->b, n);
	size_t at = xpath_place(from, mark);

	if (at > from.length)
		return text_of("");
	if (p->op == XPATH_BEFORE)
		return (struct text){from.bytes, at};
	at += mark.length;
	return (struct text){from.bytes + at, from.length - at};
}

/* The depth is that of the expression. */
struct text
xpath_string(struct xpath_match *m, int part, const struct html_node *n)
{
	const struct xpath_part *p = &m->x->part[part];
	struct text t;

	switch (p->op) {
	case XPATH_LITERAL:
		return p->text;
	case XPATH_ATTRIBUTE:
		return attribute(m, p->text, n);
	case XPATH_CONTENT:
		return content(m, n);
	case XPATH_NAME:
		return text_of(html_name(n));
	case XPATH_NORMAL:
		return xpath_normal(&m->rooms, xpath_string(m, p->a, n));
	case XPATH_CONCAT:
		t = xpath_string(m, p->a, n);
		return xpath_joined(&m->rooms, t, xpath_string(m, p->b, n));
	case XPATH_FIRST:
		n = xpath_find(m, p->a, n, NULL, NULL);
		return n == NULL ? text_of("") : content(m, n);
	default:
		return cut(m, p, n);
	}
}
