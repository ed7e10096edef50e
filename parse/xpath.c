/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading paths, and the whole of an expression. */
#include "xpath.h"

#include <stdlib.h>
#include <string.h>

#include "xpath_parts.h"

static void
read_tests(struct xpath_reader *r, struct xpath_step *s)
{
	while (!r->lost && xpath_takes(r, "[")) {
		if (xpath_takes(r, "1") && xpath_takes(r, "]")) {
			s->first = true;
			return;
		}
		if (s->count == XPATH_TESTS_MAX) {
			xpath_lose(r);
			return;
		}
		s->test[s->count++] = xpath_read_test(r);
		xpath_expect(r, "]");
	}
}

/* An axis by name; only what stands alone, or first, is read. */
static bool
takes_axis(struct xpath_reader *r, enum xpath_axis *axis)
{
	static const struct { const char *name; enum xpath_axis axis; }
	axes[] = {
		{"self::", XPATH_SELF},
		{"descendant-or-self::", XPATH_DESCENDANT_OR_SELF},
		{"ancestor::", XPATH_ANCESTOR},
		{"ancestor-or-self::", XPATH_ANCESTOR_OR_SELF},
	};
	size_t i;

	for (i = 0; i < sizeof(axes) / sizeof(*axes); i++)
		if (xpath_takes(r, axes[i].name)) {
			*axis = axes[i].axis;
			return true;
		}
	return false;
}

static void
read_step(struct xpath_reader *r, struct xpath_path *p, enum xpath_axis axis)
{
	struct xpath_step s = {.axis = axis};
	bool special = takes_axis(r, &s.axis);

	if (p->count == XPATH_STEPS_MAX || (special && (p->count > 0 ||
	    p->absolute || axis != XPATH_CHILD))) {
		xpath_lose(r);
		return;
	}
	if (!xpath_takes(r, "*")) {
		s.name = xpath_read_name(r);
		if (*r->at == '(')
			xpath_lose(r);
	}
	read_tests(r, &s);
	p->step[p->count++] = s;
}

/* Steps behind `axis`, to the end of the path. */
static void
read_steps(struct xpath_reader *r, struct xpath_path *p, enum xpath_axis axis)
{
	for (;;) {
		if (xpath_takes(r, "@")) {
			p->attribute = xpath_read_name(r);
			if (axis != XPATH_CHILD || *r->at == '(')
				xpath_lose(r);
			return;
		}
		read_step(r, p, axis);
		if (r->lost)
			return;
		if (xpath_takes(r, "//"))
			axis = XPATH_DESCENDANT;
		else if (xpath_takes(r, "/"))
			axis = XPATH_CHILD;
		else
			return;
	}
}

static bool
is_path_read(const struct xpath_path *p, bool inside)
{
	const struct xpath_step *first = &p->step[0];
	bool up = p->count > 0 && first->axis >= XPATH_ANCESTOR;

	if (p->count == 0)
		return p->attribute.length > 0 && !p->absolute;
	if (up && (!inside || p->count > 1 || p->attribute.length > 0 ||
	    first->first))
		return false;
	return !(first->first && first->axis == XPATH_DESCENDANT_OR_SELF &&
	    p->count > 1);
}

static int
read_one_path(struct xpath_reader *r, bool inside)
{
	struct xpath_path p = {.next = XPATH_NONE};
	enum xpath_axis axis = XPATH_CHILD;

	xpath_skip(r);
	p.absolute = *r->at == '/';
	if (xpath_takes(r, "//") || xpath_takes(r, ".//"))
		axis = XPATH_DESCENDANT;
	else if (!xpath_takes(r, "/"))
		xpath_takes(r, "./");
	read_steps(r, &p, axis);
	if (r->lost || !is_path_read(&p, inside) ||
	    r->x->path_count == XPATH_PATHS_MAX)
		return xpath_lose(r);
	r->x->path[r->x->path_count] = p;
	return (int)r->x->path_count++;
}

/* The first of a union, which leads to the others. */
int
xpath_read_path(struct xpath_reader *r, bool inside)
{
	int first, last, other;
	struct xpath_path *path = r->x->path;

	if (r->lost || ++r->depth > XPATH_DEPTH_MAX)
		return xpath_lose(r);
	first = last = read_one_path(r, inside);
	while (!r->lost && xpath_takes(r, "|")) {
		other = read_one_path(r, inside);
		if (r->lost || path[other].absolute != path[first].absolute ||
		    (path[other].attribute.length > 0) !=
		    (path[first].attribute.length > 0) ||
		    path[other].step[0].first || path[first].step[0].first ||
		    path[other].count == 0 || path[first].count == 0)
			return xpath_lose(r);
		path[last].next = other;
		last = other;
	}
	r->depth--;
	return first;
}

/* ---- the whole ---- */

static void
read_whole(struct xpath_reader *r)
{
	struct xpath *x = r->x;

	xpath_skip(r);
	if (xpath_takes(r, "boolean(")) {
		int path = xpath_read_path(r, false);

		xpath_expect(r, ")");
		x->top = xpath_add(r, XPATH_EXISTS, path, XPATH_NONE);
	} else if (strncmp(r->at, "string(", 7) == 0 ||
	    strncmp(r->at, "substring-", 10) == 0) {
		x->top = xpath_read_string(r, false);
	} else {
		x->is_path = true;
		x->top = xpath_read_path(r, false);
	}
	xpath_skip(r);
	if (*r->at != '\0')
		xpath_lose(r);
}

struct xpath *
xpath_compile(const char *expression)
{
	struct xpath *x = calloc(1, sizeof(*x));
	struct xpath_reader r = {.x = x};

	if (x == NULL || (x->expression = strdup(expression)) == NULL) {
		free(x);
		return NULL;
	}
	r.at = x->expression;
	read_whole(&r);
	if (!r.lost)
		return x;
	xpath_free(x);
	return NULL;
}

void
xpath_free(struct xpath *x)
{
	if (x == NULL)
		return;
	free(x->expression);
	free(x);
}

bool
xpath_is_path(const struct xpath *x)
{
	return x->is_path;
}
