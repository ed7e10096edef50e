/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Elements, their names and attributes, and the ways from one to another. */
#include "html.h"

#include <string.h>

#include "html_library.h"

const struct html_node *
html_root(const struct html_document *d)
{
	return html_outside(xmlDocGetRootElement(d->tree));
}

const struct html_node *
html_parent(const struct html_node *n)
{
	xmlNodePtr up = html_inside(n)->parent;

	return up != NULL && up->type == XML_ELEMENT_NODE ?
	    html_outside(up) : NULL;
}

const struct html_node *
html_child(const struct html_node *n)
{
	return html_is_element(n) ?
	    html_outside(html_inside(n)->children) : NULL;
}

const struct html_node *
html_sibling(const struct html_node *n)
{
	return html_outside(html_inside(n)->next);
}

const struct html_node *
html_before(const struct html_node *n)
{
	return html_outside(html_inside(n)->prev);
}

bool
html_is_element(const struct html_node *n)
{
	return html_inside(n)->type == XML_ELEMENT_NODE;
}

static const struct html_node *
named_from(const xmlNode *n, const xmlChar *name)
{
	for (; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE && xmlStrEqual(n->name, name))
			return html_outside(n);
	return NULL;
}

const struct html_node *
html_element(const struct html_node *n, const char *name)
{
	return html_is_element(n) ?
	    named_from(html_inside(n)->children, BAD_CAST name) : NULL;
}

const struct html_node *
html_element_next(const struct html_node *n)
{
	return named_from(html_inside(n)->next, html_inside(n)->name);
}

const char *
html_name(const struct html_node *n)
{
	return html_is_element(n) ? (const char *)html_inside(n)->name : "";
}

const char *
html_prefix(const struct html_node *n)
{
	xmlNodePtr x = html_inside(n);

	return html_is_element(n) && x->ns != NULL && x->ns->prefix != NULL ?
	    (const char *)x->ns->prefix : "";
}

/* A value in several pieces (it had an entity nobody knows) is joined once
 * and kept in the tree. */
static struct text
attribute_value(xmlAttrPtr a)
{
	if (a->children == NULL)
		return text_of("");
	if (a->children->next != NULL || a->children->content == NULL) {
		xmlChar *joined = xmlNodeListGetString(a->doc, a->children, 1);
		xmlNodePtr whole = xmlNewDocText(a->doc, joined);

		xmlFree(joined);
		if (whole == NULL)
			return text_of("");
		xmlFreeNodeList(a->children);
		a->children = a->last = whole;
		whole->parent = (xmlNodePtr)a;
	}
	return text_of(a->children->content == NULL ? "" :
	    (const char *)a->children->content);
}

struct text
html_attribute(const struct html_node *n, const char *name)
{
	xmlAttrPtr a;

	if (!html_is_element(n))
		return (struct text){NULL, 0};
	for (a = html_inside(n)->properties; a != NULL; a = a->next)
		if ((char)a->name[0] == name[0] &&
		    strcmp((const char *)a->name, name) == 0)
			return attribute_value(a);
	return (struct text){NULL, 0};
}

static bool
is_called(const xmlAttr *a, struct text name)
{
	const char *own = (const char *)a->name;
	size_t i = 0;

	/* Shorter than a call would be. */
	while (i < name.length && own[i] == name.bytes[i])
		i++;
	return i == name.length && own[i] == '\0';
}

const struct html_node *
html_attribute_node(const struct html_node *n, struct text name)
{
	xmlAttrPtr a;

	if (!html_is_element(n))
		return NULL;
	for (a = html_inside(n)->properties; a != NULL; a = a->next)
		if (a->ns == NULL && is_called(a, name))
			return html_outside((const xmlNode *)a);
	return NULL;
}

struct text
html_content(const struct html_node *n)
{
	xmlNodePtr x = html_inside(n);

	if (x->type == XML_ATTRIBUTE_NODE)
		return attribute_value((xmlAttrPtr)x);
	if (x->type != XML_TEXT_NODE && x->type != XML_CDATA_SECTION_NODE)
		return (struct text){NULL, 0};
	return text_of((const char *)x->content);
}

void *
html_note(const struct html_node *n)
{
	return html_inside(n)->_private;
}

void
html_set_note(const struct html_node *n, void *note)
{
	html_inside(n)->_private = note;
}

static enum html_step
arrive(struct html_cursor *at, const xmlNode *n)
{
	at->node = html_outside(n);
	at->last = n->type == XML_ELEMENT_NODE ? HTML_ENTER : HTML_TEXT;
	return at->last;
}

enum html_step
html_step(struct html_cursor *at)
{
	xmlNodePtr n;

	if (at->node == NULL)
		return arrive(at, html_inside(at->root));
	n = html_inside(at->node);
	if (at->last == HTML_ENTER && n->children != NULL && !at->skip)
		return arrive(at, n->children);
	at->skip = false;
	if (at->last == HTML_ENTER)
		return at->last = HTML_LEAVE;
	if (at->node == at->root)
		return at->last = HTML_END;
	if (n->next != NULL)
		return arrive(at, n->next);
	at->node = html_outside(n->parent);
	return at->last = HTML_LEAVE;
}

void
html_skip(struct html_cursor *at)
{
	at->skip = at->last == HTML_ENTER;
}

static bool
has_one(const xmlNode *n, const struct html_seek *at)
{
	const xmlAttr *a;
	size_t i;

	if (n->type != XML_ELEMENT_NODE)
		return false;
	for (a = n->properties; a != NULL; a = a->next)
		for (i = 0; i < at->count; i++)
			if (is_called(a, at->name[i]))
				return true;
	return false;
}

const struct html_node *
html_seek(struct html_seek *at)
{
	const xmlNode *root = html_inside(at->root), *n = html_inside(at->node);

	do {
		at->passed++;
		if (n == NULL) {
			n = root;
		} else if (n->type == XML_ELEMENT_NODE &&
		    n->children != NULL) {
			n = n->children;
		} else {
			while (n != root && n->next == NULL)
				n = n->parent;
			if (n == root)
				return NULL;
			n = n->next;
		}
	} while (!has_one(n, at));
	return at->node = html_outside(n);
}

int
html_text(const struct html_node *n, struct buffer *to)
{
	struct html_cursor at = {.root = n};
	enum html_step s;

	if (!html_is_element(n)) {
		struct text t = html_content(n);

		return t.length == 0 ? 0 :
		    buffer_add(to, t.bytes, t.length);
	}
	while ((s = html_step(&at)) != HTML_END) {
		struct text t;

		if (s != HTML_TEXT)
			continue;
		t = html_content(at.node);
		if (t.length > 0 && buffer_add(to, t.bytes, t.length) < 0)
			return -1;
	}
	return 0;
}
