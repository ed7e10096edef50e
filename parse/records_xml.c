/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of XML: feeds and APIs. */
#include "records.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "html.h"
#include "values.h"

struct page {
	struct html_document *document;
	char *name;
};

struct record {
	const struct html_document *document;
	const struct html_node *node;
};

struct list {
	const struct html_node **node;
	size_t count;
	int failed;
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

/* ---- values ---- */

struct value {
	struct arena *arena;
	struct text text;
};

/* Copies the first value; the node's text is gathered where it has any. */
static int
keep_value(void *context, const struct html_node *node, struct text value)
{
	struct value *v = context;
	struct buffer room;

	buffer_init(&room, REVIEW_TEXT_MAX * 2);
	if (node != NULL && text_is_absent(value)) {
		html_text(node, &room);
		value = (struct text){room.bytes, room.length};
	}
	if (!text_is_absent(value) && value.length > 0 && (v->text.bytes =
	    arena_copy(v->arena, value.bytes, value.length)) != NULL)
		v->text.length = value.length;
	buffer_release(&room);
	return 1;
}

/* An expression that names a prefix which this file does not have finds
 * nothing, so the complaint is left unread. */
static struct text
value_at(const void *record, const char *path, struct arena *a)
{
	const struct record *r = record;
	struct value v = {.arena = a};
	struct complaint ignored;

	html_xpath(r->document, r->node, path, keep_value, &v, &ignored);
	return v.text;
}

static int
note_value(void *context, const struct html_node *node, struct text value)
{
	bool *has = context;

	/* Of an expression that is no path: true, not zero, not empty. */
	*has = node != NULL || !(value.length == 0 || text_is(value, "false") ||
	    text_is(value, "0") || text_is(value, "NaN"));
	return 1;
}

static bool
value_has(const void *record, const char *path)
{
	const struct record *r = record;
	struct complaint ignored;
	bool has = false;

	html_xpath(r->document, r->node, path, note_value, &has, &ignored);
	return has;
}

/* ---- where records are ---- */

static int
add_node(void *context, const struct html_node *node, struct text value)
{
	struct list *list = context;
	const struct html_node **grown;

	(void)value;
	if (node == NULL || !html_is_element(node))
		return 0;
	if (list->count == RECORDS_MAX)
		return list->failed = E2BIG;
	if ((list->count & (list->count + 1)) == 0) {
		grown = realloc(list->node, (2 * list->count + 2) *
		    sizeof(*grown));
		if (grown == NULL)
			return list->failed = ENOMEM;
		list->node = grown;
	}
	list->node[list->count++] = node;
	return 0;
}

static int
find_records(const struct page *p, const struct recipe *recipe,
	struct list *list, struct complaint *c)
{
	size_t i;

	for (i = 0; i < recipe->records_count && list->count == 0; i++)
		if (html_xpath(p->document, NULL, recipe->records_path[i],
		    add_node, list, c) < 0 && strchr(recipe->records_path[i],
		    ':') == NULL)
			return -1;
	return list->failed == 0 ? 0 :
	    complain(c, list->failed, "%s: records", p->name);
}

static int
page_each(void *page, const struct records_how *how, struct complaint *c)
{
	const struct page *p = page;
	struct list list = {0};
	int result = find_records(p, how->recipe, &list, c);
	size_t i;

	for (i = 0; i < list.count && result == 0; i++) {
		const struct record record = {p->document, list.node[i]};
		const struct values_record r = {value_at, value_has, &record};

		if (values_take(&r, how) != 0)
			result = complain(c, 0, "%s: ended", p->name);
	}
	free(list.node);
	return result;
}

const struct records_format records_xml = {
	RECIPE_XML, page_open, page_each, page_close,
};
