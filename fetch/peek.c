/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "peek.h"

#include <string.h>

#include "calendar.h"
#include "digest.h"
#include "head.h"
#include "json.h"
#include "link.h"

static bool
is_record(const struct recipe *r, const struct json *v)
{
	return r->where_path == NULL || (json_type(json_at(v,
	    r->where_path)) == JSON_ABSENT) == r->where_absent;
}

uint64_t
peek_id_hash(struct text id)
{
	unsigned char raw[DIGEST_SIZE];
	uint64_t value = 0;
	size_t i;

	digest_of(id.bytes, id.length, raw);
	for (i = 0; i < sizeof(value); i++)
		value = value << 8 | raw[i];
	return value + (value == 0);
}

bool
peek_id_is_later(const char *a, const char *b)
{
	size_t left = strlen(a), right = strlen(b);

	return left != right ? left > right : strcmp(a, b) > 0;
}

/* The first path of a field that has a value. */
static struct text
field_text(const struct recipe_field *field, const struct json *v)
{
	struct text value = {NULL, 0};
	size_t i;

	for (i = 0; i < field->path_count && value.length == 0; i++)
		value = json_text(json_at(v, field->path[i]));
	return value;
}

static int64_t
published_of(const struct recipe_field *field, const struct json *v)
{
	struct text value = field_text(field, v);
	struct calendar_date date;
	int64_t n = 0;
	size_t i;

	if (field->format != RECIPE_VALUE_EPOCH &&
	    field->format != RECIPE_VALUE_EPOCH_MS)
		return calendar_read(value, &date) ? calendar_instant(&date) :
		    -1;
	for (i = 0; i < value.length && value.bytes[i] >= '0' &&
	    value.bytes[i] <= '9' && n < INT64_MAX / 100; i++)
		n = n * 10 + (value.bytes[i] - '0');
	if (i == 0)
		return -1;
	return field->format == RECIPE_VALUE_EPOCH_MS ? n / 1000 : n;
}

/* Ids and dates are looked at where something hangs on them. */
static bool
is_walked_by_record(const struct recipe *r)
{
	size_t i;

	for (i = 0; i < r->stop_count; i++)
		if (r->stop[i].rule == RECIPE_STOP_BEFORE)
			return true;
	return r->mode == RECIPE_MODE_KNOWN || r->mode == RECIPE_MODE_SINCE ||
	    r->paging == RECIPE_PAGING_IDS;
}

static int
record_add(struct peek *p, const struct recipe *r, const struct json *v,
	struct complaint *c)
{
	struct text id;

	p->records++;
	if (p->record == NULL)
		return 0;
	id = field_text(&r->field[RECIPE_ID], v);
	p->record[p->record_count++] = (struct peek_record){
	    id.length > 0 ? peek_id_hash(id) : 0,
	    published_of(&r->field[RECIPE_PUBLISHED], v)};
	if (r->since_id != NULL)
		id = json_text(json_at(v, r->since_id));
	if (r->time != RECIPE_TIME_ID || id.length == 0 ||
	    id.length > PEEK_ID_MAX)
		return 0;
	if (p->high_id == NULL || peek_id_is_later(id.bytes, p->high_id))
		p->high_id = arena_copy(&p->arena, id.bytes, id.length);
	return p->high_id != NULL ? 0 : complain(c, 0, "no memory for ids");
}

/* An array is a list of records, an object one record, or several where the
 * recipe says "keyed"; the first path that is there counts. */
static int
records_look(struct peek *p, const struct recipe *r, const struct json *root,
	struct complaint *c)
{
	const struct json *list = NULL, *v;
	size_t i;

	for (i = 0; i < r->records_count && list == NULL; i++)
		list = json_at(root, r->records_path[i]);
	p->records = 0;
	p->placed = list != NULL;
	if (json_type(list) != JSON_ARRAY && json_type(list) != JSON_OBJECT)
		return 0;
	if (is_walked_by_record(r) && (p->record = arena_take(&p->arena,
	    (json_count(list) + 1) * sizeof(*p->record))) == NULL)
		return complain(c, 0, "no memory for records");
	if (json_type(list) == JSON_OBJECT && !r->keyed)
		return is_record(r, list) ? record_add(p, r, list, c) : 0;
	for (v = json_first(list); v != NULL; v = json_next(v))
		if (is_record(r, v) && record_add(p, r, v, c) != 0)
			return -1;
	return 0;
}

static int
ids_look(struct peek *p, const struct json *list, struct complaint *c)
{
	const struct json *v;
	struct text id;

	if (json_type(list) != JSON_ARRAY)
		return 0;
	if (json_count(list) > PEEK_IDS_MAX)
		return complain(c, 0, "a list of more than %d ids",
		    (int)PEEK_IDS_MAX);
	p->id = arena_take(&p->arena, (json_count(list) + 1) *
	    sizeof(*p->id));
	for (v = json_first(list); p->id != NULL && v != NULL;
	    v = json_next(v)) {
		id = json_text(v);
		if (id.length == 0 || id.length > PEEK_ID_MAX)
			continue;
		p->id[p->id_count] = arena_copy(&p->arena, id.bytes,
		    id.length);
		if (p->id[p->id_count++] == NULL)
			p->id = NULL;
	}
	return p->id != NULL ? 0 : complain(c, 0, "no memory for ids");
}

static void
number_look(const struct json *v, int64_t *to)
{
	if (!json_integer(v, to) || *to < 0)
		*to = -1;
}

/* Totals: a number, or all numbers of an object or array (a histogram). */
static void
stated_look(struct peek *p, const struct recipe *r, const struct json *root)
{
	const struct json *v, *list;
	int64_t n, sum = 0;

	if (r->stated_path != NULL)
		number_look(json_at(root, r->stated_path), &p->stated);
	if (r->stated_sum == NULL || p->stated >= 0)
		return;
	list = json_at(root, r->stated_sum);
	if (json_type(list) != JSON_OBJECT && json_type(list) != JSON_ARRAY)
		return;
	for (v = json_first(list); v != NULL; v = json_next(v)) {
		number_look(v, &n);
		if (n < 0 || n > INT32_MAX)
			return;
		sum += n;
	}
	p->stated = sum;
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
next_look(struct peek *p, const struct recipe *r, const struct json *root,
	struct complaint *c)
{
	struct text next;

	if (r->next == NULL || (r->paging != RECIPE_PAGING_CURSOR &&
	    r->paging != RECIPE_PAGING_NEXT_URL))
		return 0;
	next = json_text(json_at(root, r->next));
	p->has_next = next.length > 0;
	/* Not knowing where to go on is not the end. */
	if (p->has_next && buffer_add(&p->next, next.bytes, next.length) != 0)
		return complain(c, 0, "the next link has more than %d bytes",
		    (int)LINK_MAX);
	return 0;
}

static int
json_look(struct peek *p, const struct recipe *r, struct text body,
	struct complaint *c)
{
	struct complaint why = {0};
	struct json_document *d = json_read(body.bytes, body.length, false,
	    "body", &why);
	const struct json *root;
	int result = 0;

	if (d == NULL)
		return complain(c, 0, "the answer is no JSON: %.200s",
		    why.text);
	root = json_root(d);
	if (r->records_count > 0)
		result = records_look(p, r, root, c);
	if (result == 0 && r->ids != NULL)
		result = ids_look(p, json_at(root, r->ids), c);
	if (r->backoff != NULL)
		number_look(json_at(root, r->backoff), &p->backoff);
	stated_look(p, r, root);
	if (result == 0)
		result = next_look(p, r, root, c);
	json_free(d);
	return result;
}

bool
peek_needs_body(const struct recipe *r)
{
	return r->format == RECIPE_JSON || r->format == RECIPE_JSONL ||
	    r->paging == RECIPE_PAGING_HTML_NEXT;
}

int
peek_look(struct peek *p, const struct recipe *r, struct text head,
	struct text body, struct complaint *c)
{
	size_t i;

	*p = (struct peek){.records = -1, .stated = -1, .last = -1,
	    .backoff = -1};
	arena_init(&p->arena, PEEK_MEMORY);
	buffer_init(&p->next, LINK_MAX);
	buffer_init(&p->base, LINK_MAX);
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
	if (p->has_next && r->paging == RECIPE_PAGING_HTML_NEXT)
		link_html_base(body, &p->base);
	return 0;
}

void
peek_release(struct peek *p)
{
	arena_release(&p->arena);
	buffer_release(&p->next);
	buffer_release(&p->base);
}
