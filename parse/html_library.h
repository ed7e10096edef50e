/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The door to libxml2: what the files html_*.c and xpath_library.c, and no
 * others, know of a document.  The manual is html.h.
 */
#ifndef SAYSO_HTML_LIBRARY_H
#define SAYSO_HTML_LIBRARY_H

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include "html.h"

struct html_document {
	xmlDocPtr tree;
	xmlNsPtr prefix[HTML_PREFIXES_MAX];	/* one a prefix, of XML */
	size_t prefix_count;
	unsigned long spent_room;
	unsigned long *spent;	/* steps of XPath; NULL: not summed up */
};

/* libxml2's nodes are ours under another name; nothing is copied. */
static inline xmlNodePtr
html_inside(const struct html_node *n)
{
	return (xmlNodePtr)(uintptr_t)n;
}

static inline const struct html_node *
html_outside(const xmlNode *n)
{
	return (const struct html_node *)(const void *)n;
}

/* Before anything is taken from the library. */
void html_library_prepare(void);

#endif
