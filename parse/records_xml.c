/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of XML: feeds and APIs. */
#include "records.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "records_tree.h"

struct page {
	struct html_document *document;
	char *name;
};

static void
page_close(void *page)
{
	struct page *p = page;

	html_free(p->document);
	free(p->name);
	free(p);
}

static void *
page_open(struct text text, const char *name, struct complaint *c)
{
	struct page *p = calloc(1, sizeof(*p));
	struct complaint why;

	if (p == NULL || (p->name = strdup(name)) == NULL) {
		complain(c, ENOMEM, "%s", name);
		free(p);
		return NULL;
	}
	p->document = xml_read(text, &why);
	if (p->document == NULL || html_root(p->document) == NULL) {
		complain(c, 0, "%s: no XML: %.200s", name,
		    p->document == NULL ? why.text : "no element");
		page_close(p);
		return NULL;
	}
	return p;
}

static int
page_each(void *page, const struct records_how *how, struct complaint *c)
{
	const struct page *p = page;
	const struct records_tree tree = {p->document, p->name, false};

	return records_tree_each(&tree, how, c);
}

const struct records_format records_xml = {
	RECIPE_XML, page_open, page_each, page_close,
};
