/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html.h"

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <limits.h>
#include <stdlib.h>

#include "page_memory.h"
#include "sandbox.h"
#include "strip.h"
#include "xpath_library.h"

struct html_document {
	xmlDocPtr tree;
	xmlNsPtr prefix[HTML_PREFIXES_MAX];	/* one per prefix, XML only */
	size_t prefix_count;
	unsigned long spent_room;
	unsigned long *spent;	/* steps of XPath; NULL: not summed up */
};

/* libxml2's nodes are ours under another name; nothing is copied. */
static xmlNodePtr
inside(const struct html_node *n)
{
	return (xmlNodePtr)(uintptr_t)n;
}

static const struct html_node *
outside(const xmlNode *n)
{
	return (const struct html_node *)(const void *)n;
}

static void
ignore_error(void *context, xmlErrorPtr error)
{
	(void)context;
	(void)error;
}

static size_t alive;	/* documents: a tree may be read amid another */

/* Before anything is taken from the library. */
static void
prepare(void)
{
	static bool ready;

	if (ready)
		return;
	xmlMemSetup(page_memory_give, page_memory_take, page_memory_resize,
	    page_memory_string);
	xmlInitParser();
	ready = true;
}

static void
enter(void)
{
	prepare();
	if (alive++ == 0)
		page_memory_enter();
}

/* All of the last one goes at once. */
static void
leave(struct html_document *d)
{
	bool last = --alive == 0;
	size_t i;

	if (!last || SANDBOX_SANITIZED) {
		xmlFreeDoc(d->tree);
		for (i = 0; i < d->prefix_count; i++)
			xmlFreeNs(d->prefix[i]);
	}
	if (!last)
		return;
	/* The library's own memory of what went wrong. */
	xmlResetLastError();
	page_memory_leave();
}

static struct html_document *
document_of(struct text page, const struct attributes *a,
	int (*clean)(struct text, const struct attributes *, struct buffer *),
	xmlDocPtr (*build)(const char *, int), struct complaint *c)
{
	struct html_document *d = calloc(1, sizeof(*d));
	struct buffer bytes;

	if (d == NULL) {
		complain(c, 0, "no memory");
		return NULL;
	}
	enter();
	buffer_init(&bytes, HTML_BYTES_MAX);
	if (clean(page, a, &bytes) < 0)
		complain(c, 0, "page of more than %d bytes, or no memory",
		    (int)HTML_BYTES_MAX);
	else if (bytes.length > 0) {
		/* No message of the library reaches standard error. */
		xmlSetStructuredErrorFunc(NULL, ignore_error);
		d->tree = build(bytes.bytes, (int)bytes.length);
		if (d->tree == NULL)
			complain(c, 0, "no markup that could be read");
	} else
		complain(c, 0, "empty page");
	buffer_release(&bytes);
	if (d->tree != NULL)
		return d;
	leave(d);
	free(d);
	return NULL;
}

static xmlDocPtr
build_html(const char *bytes, int length)
{
	return htmlReadMemory(bytes, length, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
	    HTML_PARSE_NONET | HTML_PARSE_COMPACT | HTML_PARSE_NODEFDTD |
	    HTML_PARSE_IGNORE_ENC | (int)XML_PARSE_HUGE);
}

static xmlDocPtr
build_xml(const char *bytes, int length)
{
	return xmlReadMemory(bytes, length, NULL, "UTF-8",
	    XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
	    XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_HUGE |
	    XML_PARSE_IGNORE_ENC);
}

/* A tree takes some 500 bytes a tag; a page may take 256 MB. */
static int
clean_html(struct text page, const struct attributes *a, struct buffer *to)
{
	size_t tags = 0, at = 0;
	const char *p;

	if (strip_html(page, a, to) < 0)
		return -1;
	while (to->length > at && tags < HTML_TAGS_MAX &&
	    (p = memchr(to->bytes + at, '<', to->length - at)) != NULL) {
		at = (size_t)(p - to->bytes) + 1;
		tags++;
	}
	if (tags == HTML_TAGS_MAX)
		to->length = at - 1;
	return 0;
}

static int
clean_xml(struct text page, const struct attributes *a, struct buffer *to)
{
	(void)a;
	return strip_xml(page, to);
}

struct html_document *
html_read(struct text page, struct complaint *c)
{
	return html_read_for(page, NULL, c);
}

struct html_document *
html_read_for(struct text page, const struct attributes *a,
	struct complaint *c)
{
	struct html_document *d = document_of(page, a, clean_html, build_html,
	    c);

	if (d != NULL)
		d->spent = &d->spent_room;
	return d;
}

/* The one namespace that stands for a prefix; NULL: too many prefixes. */
static xmlNsPtr
prefix_namespace(struct html_document *d, const xmlChar *prefix)
{
	size_t i;
	xmlNsPtr ns;

	for (i = 0; i < d->prefix_count; i++)
		if (xmlStrEqual(d->prefix[i]->prefix, prefix))
			return d->prefix[i];
	if (d->prefix_count == HTML_PREFIXES_MAX)
		return NULL;
	ns = xmlNewNs(NULL, prefix, prefix);
	if (ns != NULL)
		d->prefix[d->prefix_count++] = ns;
	return ns;
}

/* An undeclared prefix stays in the name: `im:rating` as a whole. */
static void
split_name(struct html_document *d, xmlNodePtr n)
{
	xmlChar *prefix = NULL;
	xmlChar *local = xmlSplitQName2(n->name, &prefix);

	if (local != NULL && prefix != NULL) {
		xmlNsPtr ns = prefix_namespace(d, prefix);

		if (ns != NULL) {
			xmlNodeSetName(n, local);
			n->ns = ns;
		}
	}
	xmlFree(local);
	xmlFree(prefix);
}

/*
 * A recipe says `//im:rating` and `//entry`: what counts is what stands in
 * the file.  So each prefix gets one namespace of its own, and elements
 * without a prefix get none.
 */
static void
name_as_written(struct html_document *d)
{
	struct html_cursor at = {.root = html_root(d)};
	enum html_step s;

	while (at.root != NULL && (s = html_step(&at)) != HTML_END) {
		xmlNodePtr n = inside(at.node);
		xmlAttrPtr a;

		if (s != HTML_ENTER)
			continue;
		if (n->ns == NULL)
			split_name(d, n);
		else
			n->ns = n->ns->prefix == NULL ? NULL :
			    prefix_namespace(d, n->ns->prefix);
		for (a = n->properties; a != NULL; a = a->next)
			if (a->ns != NULL && a->ns->prefix != NULL &&
			    !xmlStrEqual(a->ns->prefix, BAD_CAST "xml"))
				a->ns = prefix_namespace(d, a->ns->prefix);
	}
}

struct html_document *
xml_read(struct text page, struct complaint *c)
{
	struct html_document *d = document_of(page, NULL, clean_xml, build_xml,
	    c);

	if (d != NULL)
		name_as_written(d);
	return d;
}

void
html_free(struct html_document *d)
{
	if (d == NULL)
		return;
	leave(d);
	free(d);
}

const struct html_node *
html_root(const struct html_document *d)
{
	return outside(xmlDocGetRootElement(d->tree));
}

const struct html_node *
html_parent(const struct html_node *n)
{
	xmlNodePtr up = inside(n)->parent;

	return up != NULL && up->type == XML_ELEMENT_NODE ? outside(up) : NULL;
}

const struct html_node *
html_child(const struct html_node *n)
{
	return html_is_element(n) ? outside(inside(n)->children) : NULL;
}

const struct html_node *
html_sibling(const struct html_node *n)
{
	return outside(inside(n)->next);
}

const struct html_node *
html_before(const struct html_node *n)
{
	return outside(inside(n)->prev);
}

bool
html_is_element(const struct html_node *n)
{
	return inside(n)->type == XML_ELEMENT_NODE;
}

static const struct html_node *
named_from(const xmlNode *n, const xmlChar *name)
{
	for (; n != NULL; n = n->next)
		if (n->type == XML_ELEMENT_NODE && xmlStrEqual(n->name, name))
			return outside(n);
	return NULL;
}

const struct html_node *
html_element(const struct html_node *n, const char *name)
{
	return html_is_element(n) ?
	    named_from(inside(n)->children, BAD_CAST name) : NULL;
}

const struct html_node *
html_element_next(const struct html_node *n)
{
	return named_from(inside(n)->next, inside(n)->name);
}

const char *
html_name(const struct html_node *n)
{
	return html_is_element(n) ? (const char *)inside(n)->name : "";
}

const char *
html_prefix(const struct html_node *n)
{
	xmlNodePtr x = inside(n);

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
	for (a = inside(n)->properties; a != NULL; a = a->next)
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
	for (a = inside(n)->properties; a != NULL; a = a->next)
		if (a->ns == NULL && is_called(a, name))
			return outside((const xmlNode *)a);
	return NULL;
}

struct text
html_content(const struct html_node *n)
{
	xmlNodePtr x = inside(n);

	if (x->type == XML_ATTRIBUTE_NODE)
		return attribute_value((xmlAttrPtr)x);
	if (x->type != XML_TEXT_NODE && x->type != XML_CDATA_SECTION_NODE)
		return (struct text){NULL, 0};
	return text_of((const char *)x->content);
}

void *
html_note(const struct html_node *n)
{
	return inside(n)->_private;
}

void
html_set_note(const struct html_node *n, void *note)
{
	inside(n)->_private = note;
}

static enum html_step
arrive(struct html_cursor *at, const xmlNode *n)
{
	at->node = outside(n);
	at->last = n->type == XML_ELEMENT_NODE ? HTML_ENTER : HTML_TEXT;
	return at->last;
}

enum html_step
html_step(struct html_cursor *at)
{
	xmlNodePtr n;

	if (at->node == NULL)
		return arrive(at, inside(at->root));
	n = inside(at->node);
	if (at->last == HTML_ENTER && n->children != NULL && !at->skip)
		return arrive(at, n->children);
	at->skip = false;
	if (at->last == HTML_ENTER)
		return at->last = HTML_LEAVE;
	if (at->node == at->root)
		return at->last = HTML_END;
	if (n->next != NULL)
		return arrive(at, n->next);
	at->node = outside(n->parent);
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
	const xmlNode *root = inside(at->root), *n = inside(at->node);

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
	return at->node = outside(n);
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

static void
report_nodes(xmlNodeSetPtr set,
	int (*found)(void *, const struct html_node *, struct text),
	void *context)
{
	int i;

	if (set == NULL)
		return;
	xmlXPathNodeSetSort(set);
	for (i = 0; i < set->nodeNr; i++) {
		xmlNodePtr n = set->nodeTab[i];

		if (n->type == XML_NAMESPACE_DECL)
			continue;
		if (found(context, outside(n), html_content(outside(n))) != 0)
			break;
	}
}

static void
report_value(xmlXPathObjectPtr o,
	int (*found)(void *, const struct html_node *, struct text),
	void *context)
{
	xmlChar *value;

	if (o->type == XPATH_NODESET) {
		report_nodes(o->nodesetval, found, context);
		return;
	}
	value = xmlXPathCastToString(o);
	if (value != NULL)
		found(context, NULL, text_of((const char *)value));
	xmlFree(value);
}

bool
html_xpath_spent(const struct html_document *d)
{
	return d->spent != NULL && *d->spent >= HTML_XPATH_PAGE_MAX;
}

unsigned long *
html_xpath_steps(const struct html_document *d)
{
	return d->spent;
}

int
html_xpath_library(const struct html_document *d, const struct html_node *from,
	const char *expression,
	int (*found)(void *, const struct html_node *, struct text),
	void *context, struct complaint *c)
{
	xmlXPathContextPtr x = xmlXPathNewContext(d->tree);
	xmlXPathObjectPtr o;
	size_t i;

	if (x == NULL)
		return complain(c, 0, "no memory");
	x->opLimit = d->spent == NULL ? HTML_XPATH_STEPS_MAX :
	    HTML_XPATH_PAGE_MAX;
	x->opCount = d->spent == NULL ? 0 : *d->spent;
	for (i = 0; i < d->prefix_count; i++)
		xmlXPathRegisterNs(x, d->prefix[i]->prefix,
		    d->prefix[i]->href);
	x->node = from != NULL ? inside(from) :
	    xmlDocGetRootElement(d->tree);
	o = xmlXPathEval(BAD_CAST expression, x);
	if (o != NULL)
		report_value(o, found, context);
	if (d->spent != NULL)
		*d->spent = x->opCount;
	xmlXPathFreeObject(o);
	xmlXPathFreeContext(x);
	return o != NULL || html_xpath_spent(d) ? 0 :
	    complain(c, 0, "not an XPath: %s", expression);
}

bool
html_resolve(struct text reference, struct text base, struct buffer *to)
{
	xmlChar *r, *b, *whole;
	bool done;

	prepare();
	r = xmlStrndup(BAD_CAST reference.bytes, (int)reference.length);
	b = xmlStrndup(BAD_CAST base.bytes, (int)base.length);
	whole = r && b ? xmlBuildURI(r, b) : NULL;
	done = whole != NULL &&
	    buffer_add_string(to, (const char *)whole) == 0;
	xmlFree(r);
	xmlFree(b);
	xmlFree(whole);
	return done;
}

uint32_t
html_entity(struct text name)
{
	const htmlEntityDesc *e;
	char copy[32];

	if (name.length == 0 || name.length >= sizeof(copy))
		return 0;
	memcpy(copy, name.bytes, name.length);
	copy[name.length] = '\0';
	e = htmlEntityLookup(BAD_CAST copy);
	return e == NULL ? 0 : e->value;
}
