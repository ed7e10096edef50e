/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Items with properties: what JSON-LD, microdata, RDFa and microformats have
 * in common.  Each of those files builds a list of items in document order
 * with schema.org's names; item_report() makes reviews and aggregates of it.
 * So what a review is, is said in one place.
 *
 * All memory is the scratch arena of the view.
 */
#ifndef SAYSO_ITEM_H
#define SAYSO_ITEM_H

#include <stdbool.h>
#include <stddef.h>

#include "html.h"
#include "text.h"
#include "view.h"

enum {
	ITEM_COUNT_MAX = 500000,	/* of one page */
	ITEM_DEPTH_MAX = 64,		/* parents that are looked at */
	ITEM_NAME_MAX = 240,		/* bytes; a longer text is no name */
	ITEM_VALUES_MAX = 32,		/* of one name that are looked at */
};

enum item_syntax { ITEM_JSON, ITEM_MICRODATA, ITEM_RDFA, ITEM_MICROFORMAT };

struct item_property {
	struct text name;		/* "reviewBody", without a prefix */
	struct text value;		/* of JSON, else absent */
	const struct html_node *node;	/* of markup, else NULL */
	struct item *item;		/* a nested item, else NULL */
	struct item_property *next;
};

struct item {
	struct text type;		/* one or several, blanks between */
	struct text id;			/* @id, itemid, resource */
	struct text role;		/* the property of the parent it is */
	struct item *parent;
	const struct html_node *node;
	struct item_property *first, *last;
	struct item *next;		/* in document order */
};

struct item_list {
	struct view *view;
	enum item_syntax syntax;
	struct item *first, *last;
	size_t count;
};

/* NULL: no memory, or too many. */
struct item *item_create(struct item_list *list, const struct html_node *n);
int item_add(struct item_list *list, struct item *to, struct text name,
	struct text value, const struct html_node *n, struct item *nested);

/* True if one of its types has this local name: "Review" of
 * "https://schema.org/Review", "schema:Review". */
bool item_is(const struct item *i, const char *type);
/* The part behind the last '/', '#' or ':'. */
struct text item_local_name(struct text name);

/* The first property of one of the names (a NULL ends them), the names in
 * their order of preference. */
const struct item_property *item_find(const struct item *i,
	const char *const *names);
const struct item_property *item_next(const struct item_property *p);

/* Plain text of a property in x->arena; absent where it is empty. */
struct text item_text(const struct item_list *l,
	const struct item_property *p);
/* The same, but what machines read first: `datetime`, `content`, `title` of
 * abbreviations, value-title. */
struct text item_machine_text(const struct item_list *l,
	const struct item_property *p);
struct text item_url(const struct item_list *l,
	const struct item_property *p);
/* The name of what a property names: of its item, else its own text, if that
 * is short enough for a name. */
struct text item_name(const struct item_list *l,
	const struct item_property *p);

/* Adds every review and aggregate of the list to the view's extract. */
int item_report(struct item_list *list, const char *extractor);

/* Does so with what collect() finds on a page of HTML; collect() returns 0,
 * or -1 without memory. */
int item_extract(struct view *v, enum item_syntax syntax,
	const char *extractor,
	int (*collect)(struct item_list *list, const struct html_node *root),
	struct complaint *c);

/*
 * A walk through a page whose things lie inside each other.  enter() is
 * called for each element and may put scopes in front of *innermost, as the
 * first member of what it knows of them; each goes where its node ends.  -1
 * where enter() said so.
 */
struct item_scope {
	const struct html_node *node;
	struct item_scope *up;
};

int item_walk(const struct html_node *root, struct item_scope **innermost,
	int (*enter)(void *context, const struct html_node *n),
	void *context);

#endif
