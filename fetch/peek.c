/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "peek.h"

#include <string.h>

#include "head.h"
#include "json.h"
#include "link.h"

static bool
is_record(const struct recipe *r, const struct json *v)
{
	return r->where_path == NULL ||
	    json_type(json_at(v, r->where_path)) != JSON_ABSENT;
}

/* An array is a list of records, an object one record, or several where the
 * recipe says "keyed"; the first path that is there counts. */
static int64_t
records_count(const struct recipe *r, const struct json *root)
{
	const struct json *list = NULL, *v;
	int64_t n = 0;
	size_t i;

	for (i = 0; i < r->records_count && list == NULL; i++)
		list = json_at(root, r->records_path[i]);
	if (json_type(list) == JSON_OBJECT && !r->keyed)
		return is_record(r, list);
	if (json_type(list) != JSON_ARRAY && json_type(list) != JSON_OBJECT)
		return 0;
	for (v = json_first(list); v != NULL; v = json_next(v))
		n += is_record(r, v);
	return n;
}

static int64_t
lines_count(struct text body)
{
	int64_t n = 0;
	size_t i;
	bool full = false;

	for (i = 0; i < body.length; i++) {
		if (body.bytes[i] == '\n') {
			n += full;
			full = false;
		} else if (strchr(" \t\r", body.bytes[i]) == NULL)
			full = true;
	}
	return n + full;
}

static int
json_look(struct peek *p, const struct recipe *r, struct text body,
	struct complaint *c)
{
	struct complaint why = {0};
	struct json_document *d = json_read(body.bytes, body.length, false,
	    "body", &why);
	const struct json *root, *v;
	struct text next;
	int result = 0;

	if (d == NULL)
		return complain(c, 0, "the answer is no JSON: %.200s",
		    why.text);
	root = json_root(d);
	if (r->format == RECIPE_JSON && r->records_count > 0)
		p->records = records_count(r, root);
	if (r->stated_path != NULL) {
		v = json_at(root, r->stated_path);
		if (!json_integer(v, &p->stated) || p->stated < 0)
			p->stated = -1;
	}
	if (r->next != NULL && (r->paging == RECIPE_PAGING_CURSOR ||
	    r->paging == RECIPE_PAGING_NEXT_URL)) {
		next = json_text(json_at(root, r->next));
		p->has_next = next.length > 0;
		/* Not knowing where to go on is not the end. */
		if (p->has_next && buffer_add(&p->next, next.bytes,
		    next.length) != 0)
			result = complain(c, 0, "the next link has more than "
			    "%d bytes", (int)LINK_MAX);
	}
	json_free(d);
	return result;
}

int
peek_look(struct peek *p, const struct recipe *r, struct text head,
	struct text body, struct complaint *c)
{
	size_t i;

	*p = (struct peek){.records = -1, .stated = -1, .last = -1};
	buffer_init(&p->next, LINK_MAX);
	if (r->format == RECIPE_JSON && json_look(p, r, body, c) != 0) {
		peek_release(p);
		return -1;
	}
	if (r->format == RECIPE_JSONL)
		p->records = lines_count(body);
	if (r->stated_header != NULL && p->stated < 0)
		p->stated = head_number(head, r->stated_header);
	for (i = 0; i < r->stop_count; i++)
		if (r->stop[i].rule == RECIPE_STOP_HEADER)
			p->last = head_number(head, r->stop[i].header);
	if (r->paging == RECIPE_PAGING_LINK_HEADER)
		p->has_next = link_header_next(head, &p->next);
	else if (r->paging == RECIPE_PAGING_HTML_NEXT)
		p->has_next = link_html_next(body, &p->next);
	return 0;
}

void
peek_release(struct peek *p)
{
	buffer_release(&p->next);
}
