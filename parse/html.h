/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HTML and XML as a tree.  libxml2 is behind html_library.h only.
 *
 * The input is UTF-8 (charset.h).  What real pages do to libxml2 2.9 is
 * repaired before it looks: NULs become blanks (they would end the document),
 * saved HTTP headers in front are taken off, `script` (JSON types excepted),
 * `style`, comments and what is inside `svg` are taken out, and a start tag
 * of more than HTML_TAG_MAX bytes or HTML_ATTRIBUTES_MAX attributes is blanked
 * (a tag of 60,000 attributes costs 25 seconds).  Blanks in a row become one,
 * and what nobody asks for goes too (strip_html()).  In XML the document type
 * declaration is taken out: no entity of its own can be declared, none can
 * explode; HTML's entities are known all the same, and those that nobody knows
 * stay as text.
 *
 * Trees may be 200,000 levels deep, so every walk is iterative: use a cursor.
 * Nodes, names and texts are borrowed from the document.
 */
#ifndef SAYSO_HTML_H
#define SAYSO_HTML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "attributes.h"
#include "buffer.h"
#include "complaint.h"
#include "text.h"

enum {
	HTML_BYTES_MAX = 64 << 20,
	HTML_TAG_MAX = 64 << 10,
	HTML_ATTRIBUTES_MAX = 512,
	HTML_TAGS_MAX = 300000,		/* of HTML; what follows is left away */
	HTML_PREFIXES_MAX = 64,		/* namespace prefixes of an XML file */
	HTML_XPATH_STEPS_MAX = 10000000,
	HTML_XPATH_PAGE_MAX = 7000000,	/* of all expressions on a page */
};

struct html_document;
struct html_node;

/* NULL on failure.  Broken markup is no failure: what can be read is.
 * Attributes are left away that are idle by `a` (attributes.h); NULL: none. */
struct html_document *html_read(struct text page, const struct attributes *a,
	struct complaint *c);
struct html_document *xml_read(struct text page, struct complaint *c);
void html_free(struct html_document *d);		/* NULL is allowed */

const struct html_node *html_root(const struct html_document *d);
const struct html_node *html_parent(const struct html_node *n);
const struct html_node *html_child(const struct html_node *n);	/* first */
const struct html_node *html_sibling(const struct html_node *n); /* next */
const struct html_node *html_before(const struct html_node *n); /* previous */
/* The first child element of that local name, and the next one like it. */
const struct html_node *html_element(const struct html_node *n,
	const char *name);
const struct html_node *html_element_next(const struct html_node *n);
bool html_is_element(const struct html_node *n);

/* The local name: lower case in HTML, as written in XML; "" for text. */
const char *html_name(const struct html_node *n);
/* The namespace prefix as written in the file; "" where there is none. */
const char *html_prefix(const struct html_node *n);
/* An attribute's value; absent where it is not there. */
struct text html_attribute(const struct html_node *n, const char *name);
/* The same as a node, which has the value as its content; NULL where it is not
 * there or its name has a prefix. */
const struct html_node *html_attribute_node(const struct html_node *n,
	struct text name);
/* The bytes of a text or CDATA node; absent for all else. */
struct text html_content(const struct html_node *n);

/* One note of the caller's per element; NULL at first.  The document stays
 * const for readers: a note is theirs, not the page's. */
void *html_note(const struct html_node *n);
void html_set_note(const struct html_node *n, void *note);

/*
 * A walk through a subtree in document order, `root` included.  Elements are
 * entered and left; `node` is the current one.
 *
 *	struct html_cursor at = {.root = n};
 *	enum html_step s;
 *	while ((s = html_step(&at)) != HTML_END)
 */
enum html_step { HTML_END, HTML_ENTER, HTML_LEAVE, HTML_TEXT };

struct html_cursor {
	const struct html_node *root, *node;
	enum html_step last;
	bool skip;
};

enum html_step html_step(struct html_cursor *at);
/* After HTML_ENTER: the next step leaves the node without its content. */
void html_skip(struct html_cursor *at);

/*
 * Only elements that have one of some attributes, in document order, `root`
 * among them: much faster than looking at each.  NULL at the end; `passed`
 * counts the nodes on the way.
 */
enum { HTML_SEEK_MAX = 4 };

struct html_seek {
	const struct html_node *root, *node;
	struct text name[HTML_SEEK_MAX];
	size_t count, passed;
};

const struct html_node *html_seek(struct html_seek *at);

/* All text below a node as it is in the file, nothing folded. */
int html_text(const struct html_node *n, struct buffer *to);

/*
 * XPath 1.0 on a document; names of XML are matched with the prefixes as they
 * are written in the file (`//im:rating`), elements without a prefix by their
 * bare name.  Each on an XML file has HTML_XPATH_STEPS_MAX steps, all on one
 * HTML page together have HTML_XPATH_PAGE_MAX.  `from` is the context node
 * (NULL: the root).
 * `found` is called for each node in document order until it returns
 * non-zero; for a string, number or truth value once, with node NULL.
 * An attribute's node has content and no element.  -1: no such expression.
 */
int html_xpath(const struct html_document *d, const struct html_node *from,
	const char *expression,
	int (*found)(void *context, const struct html_node *node,
		struct text value),
	void *context, struct complaint *c);

/* False where none of the expressions can find a node on a page, by its
 * bytes; true wherever that is not known (xpath.h). */
bool html_xpath_may_find(const char *const *expression, size_t count,
	struct text page);

/* True where a page's steps are used up: nothing more is found. */
bool html_xpath_spent(const struct html_document *d);

/* RFC 3986 resolution of a reference against a base; false if either is no
 * URI.  Adds the result. */
bool html_resolve(struct text reference, struct text base, struct buffer *to);

/* The character of a named entity ("nbsp", HTML 4), 0 if there is none. */
uint32_t html_entity(struct text name);

#endif
