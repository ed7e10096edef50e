/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "records_tree.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "plain.h"
#include "stars.h"
#include "values.h"

enum { MEMOS = 8 };

/* What a path from the top of a page leads to is the same for all records,
 * and looking for it costs the whole page. */
struct memo {
	const char *path[MEMOS];
	struct buffer value[MEMOS];
	size_t count;
};

struct record {
	const struct records_tree *tree;
	const struct html_node *node;
	struct memo *memo;
};

struct list {
	const struct html_node **node;
	size_t count;
	int failed;
};

/* ---- values ---- */

struct value {
	struct arena *arena;
	bool html;
	struct text text;
};

static struct text
shown(struct arena *a, const struct html_node *node, struct text value)
{
	if (node == NULL || !html_is_element(node))
		return plain_text(a, value);
	return plain_node(a, node, NULL);
}

static struct text
written(struct arena *a, const struct html_node *node, struct text value)
{
	struct text kept = {NULL, 0};
	struct buffer room;

	buffer_init(&room, REVIEW_TEXT_MAX * 2);
	if (node != NULL && text_is_absent(value)) {
		html_text(node, &room);
		value = (struct text){room.bytes, room.length};
	}
	if (!text_is_absent(value) && value.length > 0 && (kept.bytes =
	    arena_copy(a, value.bytes, value.length)) != NULL)
		kept.length = value.length;
	buffer_release(&room);
	return kept;
}

static int
keep_value(void *context, const struct html_node *node, struct text value)
{
	struct value *v = context;

	v->text = v->html ? shown(v->arena, node, value) :
	    written(v->arena, node, value);
	return !v->html || v->text.length > 0;
}

/* An expression that names a prefix which this file does not have finds
 * nothing, so the complaint is left unread. */
static struct text
find_value(const struct record *r, const char *path, struct arena *a)
{
	struct value v = {.arena = a, .html = r->tree->html};
	struct complaint ignored;

	html_xpath(r->tree->document, r->node, path, keep_value, &v, &ignored);
	return v.text;
}

static struct text
value_at(const void *record, const char *path, struct arena *a)
{
	const struct record *r = record;
	struct memo *m = r->memo;
	struct text t;
	size_t i;

	if (strncmp(path, "//", 2) != 0)
		return find_value(r, path, a);
	for (i = 0; i < m->count; i++)
		if (m->path[i] == path)
			return (struct text){m->value[i].bytes,
			    m->value[i].length};
	t = find_value(r, path, a);
	if (m->count == MEMOS)
		return t;
	buffer_init(&m->value[i], REVIEW_TEXT_MAX * 2);
	buffer_add(&m->value[i], t.length > 0 ? t.bytes : "", t.length);
	m->path[m->count++] = path;
	return t;
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

	html_xpath(r->tree->document, r->node, path, note_value, &has,
	    &ignored);
	return has;
}

struct star_value {
	struct rating *rating;
	struct arena *arena;
	bool found;
};

/* What it says first ("1,0 sur 5 étoiles"), then what it shows. */
static int
keep_stars(void *context, const struct html_node *node, struct text value)
{
	struct star_value *v = context;
	struct text said = shown(v->arena, node, value);

	v->found = (rating_read(said, v->rating) &&
	    v->rating->best[0] != '\0') ||
	    (node != NULL && html_is_element(node) &&
	    stars_read(node, v->rating)) || rating_read(said, v->rating);
	return v->found;
}

static bool
value_stars(const void *record, const char *path, struct arena *a,
	struct rating *rating)
{
	const struct record *r = record;
	struct star_value v = {.rating = rating, .arena = a};
	struct complaint ignored;

	html_xpath(r->tree->document, r->node, path, keep_stars, &v, &ignored);
	return v.found;
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
find_records(const struct records_tree *t, const struct recipe *recipe,
	struct list *list, struct complaint *c)
{
	size_t i;

	for (i = 0; i < recipe->records_count && list->count == 0; i++)
		if (html_xpath(t->document, NULL, recipe->records_path[i],
		    add_node, list, c) < 0 && strchr(recipe->records_path[i],
		    ':') == NULL)
			return -1;
	return list->failed == 0 ? 0 :
	    complain(c, list->failed, "%s: records", t->name);
}

int
records_tree_each(const struct records_tree *t, const struct records_how *how,
	struct complaint *c)
{
	struct list list = {0};
	struct memo memo = {.count = 0};
	int result = find_records(t, how->recipe, &list, c);
	size_t i;

	for (i = 0; i < list.count && result == 0 &&
	    !html_xpath_spent(t->document); i++) {
		const struct record record = {t, list.node[i], &memo};
		const struct values_record r = {value_at, value_has, &record,
		    value_stars};

		if (values_take(&r, how) != 0)
			result = complain(c, 0, "%s: ended", t->name);
	}
	free(list.node);
	for (i = 0; i < memo.count; i++)
		buffer_release(&memo.value[i]);
	return result;
}
