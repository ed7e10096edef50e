/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records of a tree, XML or HTML, by XPath.  A value of XML is the text as it
 * is in the file; of HTML it is what a reader sees of the first node that
 * shows something, and a truth value or string of an expression as it is.
 */
#ifndef SAYSO_RECORDS_TREE_H
#define SAYSO_RECORDS_TREE_H

#include <stdbool.h>

#include "html.h"
#include "records.h"

struct records_tree {
	const struct html_document *document;
	const char *name;		/* for complaints */
	bool html;
};

/* As records_each(). */
int records_tree_each(const struct records_tree *t,
	const struct records_how *how, struct complaint *c);

#endif
