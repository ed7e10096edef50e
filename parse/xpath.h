/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The part of XPath 1.0 that recipes for pages are written in, matched
 * straight on a tree: ten to fifty times as fast as libxml2, which makes a
 * list of nodes and a copy of each attribute for every contains().  The
 * results are the same (html_xpath() asks the library for all else).
 *
 *	path	paths joined by `|`, all of them absolute or none, all to
 *		attributes or none
 *		(`@name` alone is one)
 *	steps	`name`, `*`, `self::`, `descendant-or-self::` (only first),
 *		`ancestor::`, `ancestor-or-self::` (only alone, in a
 *		predicate), joined by `/` and `//`, `@name` last
 *	tests	`and`, `or`, `not()`, paths, `contains()`, `starts-with()`,
 *		`=` between strings, `string-length() < n`, `> n`, and `[1]`
 *		as the last
 *	strings	literals, `@name`, `.`, `normalize-space()`, `concat()`,
 *		`local-name()`
 *	and at the top `boolean(path)` and `string()`, `substring-after()`
 *	and `substring-before()` of paths and literals
 *
 * Names have no prefix.
 */
#ifndef SAYSO_XPATH_H
#define SAYSO_XPATH_H

#include "html.h"

struct xpath;

/* NULL: more than is read here, or no expression at all. */
struct xpath *xpath_compile(const char *expression);
void xpath_free(struct xpath *x);		/* NULL is allowed */
bool xpath_is_path(const struct xpath *x);	/* it finds nodes */

/* As html_xpath(); `*steps` counts nodes that were looked at, beyond `most`
 * nothing is found.  One at a time: found() asks for no other. */
void xpath_each(const struct xpath *x, const struct html_document *d,
	const struct html_node *from, unsigned long *steps,
	unsigned long most, int (*found)(void *context,
	const struct html_node *node, struct text value), void *context);

/*
 * False where none of some paths from the top (`//...`) can find anything on
 * a page, of which this reads the tags and makes no tree.  A name or literal
 * that a tag writes with character references may be overlooked.
 */
bool xpath_may_find(const struct xpath *const *x, size_t count,
	struct text page);

#endif
