/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages become trees, in memory that goes all at once. */
#include "html.h"

#include <stdlib.h>
#include <string.h>

#include "html_library.h"
#include "page_memory.h"
#include "sandbox.h"
#include "strip.h"

static void
ignore_error(void *context, xmlErrorPtr error)
{
	(void)context;
	(void)error;
}

static size_t alive;	/* documents: a tree may be read amid another */

void
html_library_prepare(void)
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
	html_library_prepare();
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
html_read(struct text page, const struct attributes *a, struct complaint *c)
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
		xmlNodePtr n = html_inside(at.node);
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
