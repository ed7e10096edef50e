/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Matching: the tree is gone through once, in document order, and each node
 * is held against the paths from their ends ("is it a span, is it in a div,
 * is that in a ..."), so that no list is made, sorted or freed of doubles.
 */
#include "xpath.h"

#include <string.h>

#include "xpath_parts.h"

enum { ROOM_MAX = 16 << 20, BYTES_A_STEP = 64 };

static bool holds(struct xpath_match *m, int part, const struct html_node *n);

bool
xpath_spend(struct xpath_match *m, size_t steps)
{
	m->steps = m->most - m->steps < steps ? m->most : m->steps + steps;
	return m->steps < m->most;
}

/* ---- truths ---- */

/* Characters, of which `enough` are counted. */
static size_t
length_of(struct text t, size_t enough)
{
	size_t i, count = 0;

	for (i = 0; i < t.length && count <= enough; i++)
		count += ((unsigned char)t.bytes[i] & 0xC0) != 0x80;
	return count;
}

bool
xpath_compare(const struct xpath_part *p, struct text a, struct text b)
{
	switch (p->op) {
	case XPATH_FILLED:
		return a.length > 0;
	case XPATH_LONGER:
		return length_of(a, p->number) > p->number;
	case XPATH_SHORTER:
		return length_of(a, p->number) < p->number;
	case XPATH_CONTAINS:
		return xpath_place(a, b) <= a.length;
	case XPATH_STARTS:
		return a.length >= b.length && (b.length == 0 ||
		    memcmp(a.bytes, b.bytes, b.length) == 0);
	default:
		return !text_is_absent(a) && !text_is_absent(b) &&
		    text_equals(a, b);
	}
}

static bool
compares(struct xpath_match *m, const struct xpath_part *p,
	const struct html_node *n)
{
	struct text a = xpath_string(m, p->a, n), b = {NULL, 0};

	/* Most of what a class might hold it does not. */
	if (p->op == XPATH_CONTAINS &&
	    m->x->part[p->a].op == XPATH_ATTRIBUTE) {
		uint64_t need = m->x->part[p->b].pairs;

		if (!m->has_pairs)
			m->pairs = xpath_pairs(a);
		m->has_pairs = true;
		if ((need & ~m->pairs) != 0)
			return false;
	}
	if (p->b != XPATH_NONE)
		b = xpath_string(m, p->b, n);
	xpath_spend(m, a.length / BYTES_A_STEP);
	return xpath_compare(p, a, b);
}

static bool
holds(struct xpath_match *m, int part, const struct html_node *n)
{
	const struct xpath_part *p = &m->x->part[part];

	switch (p->op) {
	case XPATH_AND:
		return holds(m, p->a, n) && holds(m, p->b, n);
	case XPATH_OR:
		return holds(m, p->a, n) || holds(m, p->b, n);
	case XPATH_NOT:
		return !holds(m, p->a, n);
	case XPATH_EXISTS:
		return xpath_find(m, p->a, n, NULL, NULL) != NULL;
	default:
		return compares(m, p, n);
	}
}

/* ---- paths ---- */

static bool
is_named(const struct xpath_step *s, const struct html_node *n)
{
	const char *name = html_name(n);

	return text_is_absent(s->name) || (strncmp(name, s->name.bytes,
	    s->name.length) == 0 && name[s->name.length] == '\0' &&
	    html_prefix(n)[0] == '\0');
}

static bool
passes(struct xpath_match *m, const struct xpath_step *s,
	const struct html_node *n)
{
	size_t i;

	if (!html_is_element(n) || !is_named(s, n))
		return false;
	for (i = 0; i < s->count; i++)
		if (!xpath_spend(m, 1) || !holds(m, s->test[i], n))
			return false;
	return true;
}

/* The step's name and tests, and its [1]: among the children of one parent. */
static bool
fits(struct xpath_match *m, const struct xpath_step *s,
	const struct html_node *n)
{
	if (!passes(m, s, n))
		return false;
	if (!s->first || s->axis > XPATH_DESCENDANT)
		return true;
	while ((n = html_before(n)) != NULL)
		if (!xpath_spend(m, 1) || passes(m, s, n))
			return false;
	return true;
}

/* Whether the path's steps up to `k` lead from `from` to n.  (`from` NULL:
 * from the document.) */
static bool
leads(struct xpath_match *m, const struct xpath_path *p, size_t k,
	const struct html_node *n, const struct html_node *from)
{
	const struct xpath_step *s = &p->step[k];
	const struct html_node *up;

	if (!xpath_spend(m, 1) || !fits(m, s, n))
		return false;
	if (k == 0) {
		if (s->axis == XPATH_CHILD)
			return html_parent(n) == from;
		if (s->axis == XPATH_DESCENDANT)
			return n != from;
		return s->axis == XPATH_DESCENDANT_OR_SELF || n == from;
	}
	for (up = n == from ? NULL : html_parent(n); up != NULL;
	    up = up == from ? NULL : html_parent(up)) {
		if (leads(m, p, k - 1, up, from))
			return true;
		if (s->axis == XPATH_CHILD)
			return false;
	}
	return false;
}

/* The node, or its attribute, that a path of the union leads to. */
static const struct html_node *
target(struct xpath_match *m, int path, const struct html_node *n,
	const struct html_node *from)
{
	const struct html_node *a;

	for (; path >= 0; path = m->x->path[path].next) {
		const struct xpath_path *p = &m->x->path[path];

		if (!leads(m, p, p->count - 1, n, from))
			continue;
		a = text_is_absent(p->attribute) ? n :
		    html_attribute_node(n, p->attribute);
		if (a != NULL || p->step[0].first)
			return a;
	}
	return NULL;
}

static const struct html_node *
find_up(struct xpath_match *m, const struct xpath_step *s,
	const struct html_node *n)
{
	if (s->axis == XPATH_ANCESTOR)
		n = html_parent(n);
	for (; n != NULL; n = html_parent(n))
		if (!xpath_spend(m, 1) || fits(m, s, n))
			break;
	return m->steps < m->most ? n : NULL;
}

/* How deep the ends of the paths may lie below `from`; 0: any depth. */
static size_t
reach(const struct xpath_match *m, int path)
{
	size_t deep = 0, i;

	for (; path >= 0; path = m->x->path[path].next) {
		const struct xpath_path *p = &m->x->path[path];

		for (i = 0; i < p->count; i++)
			if (p->step[i].axis != XPATH_CHILD && (i > 0 ||
			    p->step[i].axis != XPATH_SELF))
				return 0;
		deep = p->count > deep ? p->count : deep;
	}
	return deep;
}

static const struct html_node *
seek_below(struct xpath_match *m, int path, struct html_seek *at,
	const struct html_node *from, int (*found)(void *,
	const struct html_node *, struct text), void *context)
{
	const struct html_node *n, *element;

	while ((element = html_seek(at)) != NULL) {
		if (!xpath_spend(m, at->passed))
			break;
		at->passed = 0;
		n = target(m, path, element, from);
		if (m->steps >= m->most)
			break;
		if (n != NULL && (found == NULL || found(context, n,
		    html_content(n)) != 0))
			return n;
	}
	xpath_spend(m, at->passed);
	return NULL;
}

/* Goes through what is below `root`, and root itself. */
static const struct html_node *
find_below(struct xpath_match *m, int path, const struct html_node *root,
	const struct html_node *from, int (*found)(void *,
	const struct html_node *, struct text), void *context)
{
	struct html_cursor at = {.root = root};
	struct html_seek seek = {.root = root};
	const size_t most = reach(m, path);
	const bool once = m->x->path[path].step[0].first &&
	    m->x->path[path].step[0].axis == XPATH_DESCENDANT_OR_SELF;
	size_t depth = root == from ? 0 : 1;
	enum html_step s;

	if (most == 0 && !once && xpath_needs(m->x, path, &seek))
		return seek_below(m, path, &seek, from, found, context);
	while ((s = html_step(&at)) != HTML_END && xpath_spend(m, 1)) {
		const struct html_node *n = NULL;

		if (s == HTML_LEAVE)
			depth--;
		if (s != HTML_ENTER)
			continue;
		if (most > 0 && depth >= most)
			html_skip(&at);
		depth++;
		n = target(m, path, at.node, from);
		if (m->steps >= m->most)
			break;
		if (n != NULL && (found == NULL || found(context, n,
		    html_content(n)) != 0))
			return n;
		if (once && leads(m, &m->x->path[path], 0, at.node, from))
			break;
	}
	return NULL;
}

const struct html_node *
xpath_find(struct xpath_match *m, int path, const struct html_node *from,
	int (*found)(void *, const struct html_node *, struct text),
	void *context)
{
	const struct xpath_path *p = &m->x->path[path];
	const struct html_node *top, *n = NULL;

	if (p->count == 0) {
		n = html_attribute_node(from, p->attribute);
		if (n != NULL && found != NULL)
			found(context, n, html_content(n));
		return n;
	}
	if (p->step[0].axis >= XPATH_ANCESTOR)
		return find_up(m, &p->step[0], from);
	if (!p->absolute)
		return find_below(m, path, from, from, found, context);
	for (top = html_root(m->d); top != NULL && n == NULL;
	    top = html_sibling(top))
		if (html_is_element(top))
			n = find_below(m, path, top, NULL, found, context);
	return n;
}

void
xpath_each(const struct xpath *x, const struct html_document *d,
	const struct html_node *from, unsigned long *steps,
	unsigned long most, int (*found)(void *, const struct html_node *,
	struct text), void *context)
{
	struct xpath_match m = {.x = x, .d = d, .steps = *steps, .most = most};

	if (from == NULL)
		from = html_root(d);
	if (m.steps >= most || from == NULL)
		return;
	xpath_rooms_init(&m.rooms, ROOM_MAX);
	if (x->is_path) {
		xpath_find(&m, x->top, from, found, context);
	} else if (x->part[x->top].op == XPATH_EXISTS) {
		bool is = xpath_find(&m, x->part[x->top].a, from, NULL, NULL) !=
		    NULL;

		if (m.steps < most)
			found(context, NULL, text_of(is ? "true" : "false"));
	} else {
		struct text t = xpath_string(&m, x->top, from);

		if (m.steps < most)
			found(context, NULL, t);
	}
	xpath_rooms_release(&m.rooms);
	*steps = m.steps;
}
