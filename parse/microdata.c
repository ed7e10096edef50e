/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Microdata (HTML Living Standard, section 5) with the vocabularies of
 * schema.org and data-vocabulary.org.
 */
#include "item.h"
#include "strip.h"

enum { REFS_MAX = 2000 };		/* itemref ids followed in a page */

/* The scopes around the walk, innermost first. */
struct scope {
	struct item *item;
	const struct html_node *node;
	struct scope *up;
};

static bool
is_scope(const struct html_node *n)
{
	return html_attribute(n, "itemscope").bytes != NULL;
}

static struct item *
make_item(struct item_list *list, const struct html_node *n)
{
	struct item *i = html_note(n);

	if (i != NULL)
		return i;	/* reached again through an itemref */
	i = item_create(list, n);
	if (i == NULL)
		return NULL;
	i->type = html_attribute(n, "itemtype");
	i->id = html_attribute(n, "itemid");
	html_set_note(n, i);
	return i;
}

static int
add_names(struct item_list *list, struct item *to, const struct html_node *n,
	struct item *nested)
{
	struct text rest = html_attribute(n, "itemprop"), name;

	while (strip_token(&rest, &name))
		if (item_add(list, to, item_local_name(name),
		    (struct text){NULL, 0}, n, nested) < 0)
			return -1;
	return 0;
}

/* Walks a subtree; its properties go to `outer` until a scope begins. */
static int
walk(struct item_list *list, const struct html_node *root,
	struct item *outer, bool scopes_too)
{
	struct html_cursor at = {.root = root};
	struct scope *scope = NULL;
	enum html_step s;

	while ((s = html_step(&at)) != HTML_END) {
		struct item *to = scope ? scope->item : outer, *nested = NULL;

		if (outer != NULL && list->view->steps-- <= 1) {
			list->view->steps = 1;
			break;	/* references into each other */
		}
		if (s == HTML_LEAVE && scope != NULL && scope->node == at.node)
			scope = scope->up;
		if (s != HTML_ENTER)
			continue;
		if (is_scope(at.node)) {
			struct scope *in = arena_take(&list->view->scratch,
			    sizeof(*in));

			nested = make_item(list, at.node);
			if (in == NULL || nested == NULL)
				return -1;
			*in = (struct scope){nested, at.node, scope};
			if (scopes_too)
				scope = in;
			else
				html_skip(&at);
		}
		if (to != NULL && add_names(list, to, at.node, nested) < 0)
			return -1;
	}
	return 0;
}

/* ---- itemref ---- */

struct wanted {
	struct item *item;
	struct text id;
	bool done;		/* of equal ids the first counts */
	struct wanted *next;
};

static struct wanted *
collect_refs(struct item_list *list)
{
	struct wanted *first = NULL, **end = &first, *w;
	struct item *i;
	size_t count = 0;

	for (i = list->first; i != NULL; i = i->next) {
		struct text rest = html_attribute(i->node, "itemref"), id;

		while (strip_token(&rest, &id)) {
			w = arena_take(&list->view->scratch, sizeof(*w));
			if (w == NULL || ++count > REFS_MAX)
				return first;
			*w = (struct wanted){i, id, false, NULL};
			*end = w;
			end = &w->next;
		}
	}
	return first;
}

/* An item that is inside what it refers to would hold itself. */
static bool
is_around(const struct html_node *outer, const struct html_node *inner)
{
	for (; inner != NULL; inner = html_parent(inner))
		if (inner == outer)
			return true;
	return false;
}

static int
follow_refs(struct item_list *list, const struct html_node *root)
{
	struct wanted *first = collect_refs(list), *w;
	struct html_cursor at = {.root = root};
	enum html_step s;

	while (first != NULL && (s = html_step(&at)) != HTML_END) {
		struct text id;

		if (s != HTML_ENTER)
			continue;
		id = html_attribute(at.node, "id");
		for (w = id.length > 0 ? first : NULL; w != NULL;
		    w = w->next) {
			if (w->done || !text_equals(w->id, id))
				continue;
			w->done = true;
			if (!is_around(at.node, w->item->node) &&
			    walk(list, at.node, w->item, false) < 0)
				return -1;
		}
	}
	return 0;
}

static int
collect(struct item_list *list, const struct html_node *root)
{
	return walk(list, root, NULL, true) < 0 ? -1 :
	    follow_refs(list, root);
}

static bool
probe(const struct view *v)
{
	return v->has_microdata;
}

static int
run(struct view *v, struct complaint *c)
{
	return item_extract(v, ITEM_MICRODATA, microdata_extractor.name,
	    collect, c);
}

const struct extractor microdata_extractor = {"microdata", probe, run};
