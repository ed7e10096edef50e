/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which attributes an element must have that an expression can find. */
#include "xpath_parts.h"

static bool
is_blank_literal(const struct xpath *x, int part)
{
	const struct xpath_part *p = &x->part[part];
	size_t i;

	for (i = 0; p->op == XPATH_LITERAL && i < p->text.length; i++)
		if (p->text.bytes[i] != ' ')
			return false;
	return p->op == XPATH_LITERAL;
}

/* Adds an attribute without which a string cannot hold what is no blank;
 * false where there is none. */
static bool
add_attribute(struct html_seek *at, const struct xpath *x,
	int part)
{
	const struct xpath_part *p = &x->part[part];
	size_t i;

	if (p->op == XPATH_NORMAL)
		return add_attribute(at, x, p->a);
	if (p->op == XPATH_CONCAT)
		return is_blank_literal(x, p->a) ?
		    add_attribute(at, x, p->b) :
		    is_blank_literal(x, p->b) &&
		    add_attribute(at, x, p->a);
	if (p->op != XPATH_ATTRIBUTE)
		return false;
	for (i = 0; i < at->count; i++)
		if (text_equals(at->name[i], p->text))
			return true;
	if (at->count == HTML_SEEK_MAX)
		return false;
	at->name[at->count++] = p->text;
	return true;
}

/* Adds attributes of which the test needs one; false where it needs none. */
static bool
add_needs(struct html_seek *at, const struct xpath *x, int part)
{
	const struct xpath_part *p = &x->part[part];
	const struct xpath_path *path;
	const size_t before = at->count;

	switch (p->op) {
	case XPATH_AND:
		if (add_needs(at, x, p->a))
			return true;
		at->count = before;
		return add_needs(at, x, p->b);
	case XPATH_OR:
		return add_needs(at, x, p->a) &&
		    add_needs(at, x, p->b);
	case XPATH_EXISTS:
		path = &x->path[p->a];
		if (path->count > 0 || path->next != XPATH_NONE ||
		    at->count == HTML_SEEK_MAX)
			return false;
		at->name[at->count++] = path->attribute;
		return true;
	case XPATH_CONTAINS: case XPATH_STARTS: case XPATH_EQUAL:
		return x->part[p->b].op == XPATH_LITERAL &&
		    !is_blank_literal(x, p->b) &&
		    add_attribute(at, x, p->a);
	default:
		return false;
	}
}

bool
xpath_needs(const struct xpath *x, int path, struct html_seek *at)
{
	for (; path != XPATH_NONE; path = x->path[path].next) {
		const struct xpath_path *p = &x->path[path];
		const struct xpath_step *s = &p->step[p->count - 1];
		const size_t before = at->count;
		size_t i;

		for (i = 0; i < s->count; i++) {
			if (add_needs(at, x, s->test[i]))
				break;
			at->count = before;
		}
		if (i == s->count)
			return false;
	}
	return true;
}
