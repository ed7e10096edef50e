/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "item.h"

#include "plain.h"
#include "strip.h"

struct item *
item_create(struct item_list *list, const struct html_node *n)
{
	struct item *i;

	if (list->count >= ITEM_COUNT_MAX) {
		list->view->x->cut = true;
		return NULL;
	}
	i = arena_take(&list->view->scratch, sizeof(*i));
	if (i == NULL)
		return NULL;
	i->node = n;
	if (list->last != NULL)
		list->last->next = i;
	else
		list->first = i;
	list->last = i;
	list->count++;
	return i;
}

int
item_add(struct item_list *list, struct item *to, struct text name,
	struct text value, const struct html_node *n, struct item *nested)
{
	struct item_property *p = arena_take(&list->view->scratch, sizeof(*p));

	if (p == NULL)
		return -1;
	*p = (struct item_property){name, value, n, nested, NULL};
	if (to->last != NULL)
		to->last->next = p;
	else
		to->first = p;
	to->last = p;
	if (nested != NULL && nested->parent == NULL && nested != to) {
		nested->parent = to;
		nested->role = name;
	}
	return 0;
}

struct text
item_local_name(struct text name)
{
	size_t i;

	while (name.length > 1 && (name.bytes[name.length - 1] == '/' ||
	    name.bytes[name.length - 1] == '#'))
		name.length--;
	i = name.length;
	while (i > 0 && name.bytes[i - 1] != '/' && name.bytes[i - 1] != '#' &&
	    name.bytes[i - 1] != ':')
		i--;
	return (struct text){name.bytes + i, name.length - i};
}

bool
item_is(const struct item *i, const char *type)
{
	struct text rest = i->type, token;

	if (rest.bytes == NULL)
		return false;
	while (strip_token(&rest, &token))
		if (strip_same(item_local_name(token), type))
			return true;
	return false;
}

const struct item_property *
item_find(const struct item *i, const char *const *names)
{
	const struct item_property *p;

	for (; *names != NULL; names++)
		for (p = i->first; p != NULL; p = p->next)
			if (text_is(p->name, *names))
				return p;
	return NULL;
}

const struct item_property *
item_next(const struct item_property *p)
{
	struct text name = p->name;

	for (p = p->next; p != NULL; p = p->next)
		if (text_equals(p->name, name))
			return p;
	return NULL;
}

/* ---- values ---- */

static bool
has_class(const struct html_node *n, const char *class)
{
	struct text rest = html_attribute(n, "class"), token;

	while (strip_token(&rest, &token))
		if (strip_same(token, class))
			return true;
	return false;
}

/* The value class pattern of microformats: the texts (or titles) of the
 * descendants that are marked `value` or `value-title`, one behind another. */
static struct text
value_class(const struct item_list *l, const struct html_node *n)
{
	struct html_cursor at = {.root = n};
	struct buffer joined;
	struct text found = {NULL, 0};
	enum html_step s;

	buffer_init(&joined, 64 << 10);
	while (l->view->steps > 0 && (s = html_step(&at)) != HTML_END) {
		struct text title;

		l->view->steps--;
		if (s != HTML_ENTER || at.node == n)
			continue;
		if (has_class(at.node, "value-title")) {
			title = html_attribute(at.node, "title");
			if (title.length > 0)
				buffer_add(&joined, title.bytes, title.length);
			html_skip(&at);
		} else if (has_class(at.node, "value")) {
			title = html_attribute(at.node, "title");
			if (title.length > 0 &&
			    strcmp(html_name(at.node), "abbr") == 0)
				buffer_add(&joined, title.bytes, title.length);
			else
				plain_add_node(&joined, at.node, 4096,
				    &l->view->steps);
			html_skip(&at);
		}
	}
	if (joined.length > 0)
		found = plain_text(&l->view->x->arena,
		    (struct text){joined.bytes, joined.length});
	buffer_release(&joined);
	return found;
}

static struct text
attribute_of(const struct item_list *l, const struct html_node *n,
	const char *const *names)
{
	for (; *names != NULL; names++) {
		struct text t = html_attribute(n, *names);

		if (t.bytes != NULL) {
			t = plain_text(&l->view->x->arena, t);
			if (t.length > 0)
				return t;
		}
	}
	return (struct text){NULL, 0};
}

struct text
item_text(const struct item_list *l, const struct item_property *p)
{
	static const char *const content[] = {"content", NULL};
	static const char *const shown[] = {"alt", "title", "value", NULL};
	struct text t;

	if (p == NULL)
		return (struct text){NULL, 0};
	if (p->node == NULL)
		return p->value.bytes == NULL ? p->value :
		    plain_markup(&l->view->x->arena, p->value);
	if (l->syntax != ITEM_MICROFORMAT) {
		t = attribute_of(l, p->node, content);
		if (t.length > 0)
			return t;
	} else {
		t = value_class(l, p->node);
		if (t.length > 0)
			return t;
	}
	t = plain_node(&l->view->x->arena, p->node, &l->view->steps);
	return t.length > 0 ? t : attribute_of(l, p->node, shown);
}

struct text
item_machine_text(const struct item_list *l, const struct item_property *p)
{
	static const char *const names[] = {"datetime", "content", "value",
	    NULL};
	static const char *const titles[] = {"title", NULL};
	struct text t = {NULL, 0};

	if (p == NULL || p->node == NULL)
		return item_text(l, p);
	t = attribute_of(l, p->node, names);
	if (t.length == 0 && l->syntax == ITEM_MICROFORMAT)
		t = value_class(l, p->node);
	if (t.length == 0 && strcmp(html_name(p->node), "abbr") == 0)
		t = attribute_of(l, p->node, titles);
	return t.length > 0 ? t : item_text(l, p);
}

struct text
item_url(const struct item_list *l, const struct item_property *p)
{
	static const char *const names[] = {"href", "content", "src",
	    "resource", NULL};
	struct text t;

	if (p == NULL)
		return (struct text){NULL, 0};
	t = p->node == NULL ? p->value : attribute_of(l, p->node, names);
	return t.length == 0 ? t : view_url(l->view, t);
}

/* "Ann Pell" of `givenName` and `familyName`; absent without the first. */
static struct text
name_of_parts(const struct item_list *l, const struct item *i)
{
	static const char *const given[] = {"givenName", NULL};
	static const char *const family[] = {"familyName", NULL};
	struct text first = item_text(l, item_find(i, given));
	struct text last = item_text(l, item_find(i, family)), both;

	if (first.length == 0 || last.length == 0)
		return first.length == 0 ? last : first;
	both.bytes = arena_join(&l->view->x->arena, first, ' ', last);
	if (both.bytes == NULL)
		return first;
	both.length = first.length + 1 + last.length;
	return both;
}

struct text
item_name(const struct item_list *l, const struct item_property *p)
{
	static const char *const names[] = {"name", "headline",
	    "alternateName", NULL};
	const struct item_property *name;
	struct text t = {NULL, 0};

	if (p == NULL)
		return t;
	if (p->item == NULL)
		return item_text(l, p);
	name = item_find(p->item, names);
	if (name == NULL && (t = name_of_parts(l, p->item)).length > 0)
		return t;
	/* {"name": {"@type": "Person", "name": "..."}}, and no deeper. */
	if (name != NULL && name->item != NULL)
		name = item_find(name->item, names);
	if (name != NULL)
		t = item_text(l, name);
	else if (p->node != NULL)
		t = item_text(l, p);
	/* An item without a name can be half the page. */
	if (name == NULL && t.length > ITEM_NAME_MAX)
		t = (struct text){NULL, 0};
	return t;
}

int
item_walk(const struct html_node *root, struct item_scope **innermost,
	int (*enter)(void *, const struct html_node *), void *context)
{
	struct html_cursor at = {.root = root};
	enum html_step s;

	while ((s = html_step(&at)) != HTML_END) {
		if (s == HTML_ENTER && enter(context, at.node) < 0)
			return -1;
		while (s == HTML_LEAVE && *innermost != NULL &&
		    (*innermost)->node == at.node)
			*innermost = (*innermost)->up;
	}
	return 0;
}
