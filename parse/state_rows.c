/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "state.h"

#include <stdlib.h>
#include <string.h>

#include "jsonl.h"
#include "state_write.h"

struct row {
	uint64_t id;
	struct text text;		/* of a text row */
	struct json_document *json;	/* else NULL */
};

struct rows {
	struct row *row;
	size_t count, room;
};

/* Digits of base 16 up to `end`; false if there are none, or other signs. */
static bool
read_hex(const char **at, const char *end, char stop, uint64_t *value)
{
	const char *p = *at;

	for (*value = 0; p < end && *p != stop && *value < 1u << 28; p++) {
		if (*p >= '0' && *p <= '9')
			*value = *value * 16 + (uint64_t)(*p - '0');
		else if (*p >= 'a' && *p <= 'f')
			*value = *value * 16 + (uint64_t)(*p - 'a' + 10);
		else
			return false;
	}
	if (p == *at || p >= end || *p != stop)
		return false;
	*at = p + 1;
	return true;
}

static int
keep(struct rows *r, const struct row *row)
{
	struct row *grown;

	if (r->count == STATE_ROWS_MAX)
		return -1;
	if (r->count == r->room) {
		r->room = r->room == 0 ? 64 : r->room * 2;
		grown = realloc(r->row, r->room * sizeof(*grown));
		if (grown == NULL)
			return -1;
		r->row = grown;
	}
	r->row[r->count++] = *row;
	return 0;
}

/* One row from *at on, which then is behind it. */
static int
read_row(struct rows *r, const char **at, const char *end)
{
	struct row row = {0};
	struct complaint ignored;
	const char *stop, *p = *at;
	uint64_t length;

	stop = memchr(p, '\n', (size_t)(end - p));
	if (stop == NULL)
		stop = end;
	*at = stop < end ? stop + 1 : end;
	if (!read_hex(&p, stop, ':', &row.id) || p >= end)
		return 0;
	if (*p == 'T' && p + 1 < end) {
		p++;
		if (!read_hex(&p, end, ',', &length) ||
		    length > (uint64_t)(end - p))
			return 0;
		row.text = (struct text){p, (size_t)length};
		*at = p + length;
		return keep(r, &row);
	}
	if (*p != '{' && *p != '[')
		return 0;
	row.json = json_read(p, (size_t)(stop - p), false, "row", &ignored);
	if (row.json == NULL)
		return 0;
	if (keep(r, &row) == 0)
		return 0;
	json_free(row.json);
	return -1;
}

static int
compare(const void *a, const void *b)
{
	uint64_t x = ((const struct row *)a)->id;
	uint64_t y = ((const struct row *)b)->id;

	return (x > y) - (x < y);
}

/* The row that a string names: "$1a", "$L1a", "$@1a". */
static const struct row *
named_row(const struct rows *r, struct text t)
{
	struct row key = {0};
	const char *at = t.bytes + 1, *end = t.bytes + t.length;
	size_t i;

	if (t.length < 2 || t.length > 12 || t.bytes[0] != '$')
		return NULL;
	if (*at == 'L' || *at == '@')
		at++;
	for (i = 0; at + i < end; i++)
		if (at[i] == '\0' || strchr("0123456789abcdef", at[i]) == NULL)
			return NULL;
	/* json_text() has a NUL behind its bytes. */
	if (i == 0 || !read_hex(&at, end + 1, '\0', &key.id))
		return NULL;
	return bsearch(&key, r->row, r->count, sizeof(key), compare);
}

/* A string that names a row, or that one of React's signs stands before. */
static int
add_string(struct state_write *w, const struct json *v, int depth,
	int references)
{
	struct text t = json_text(v);
	const struct row *row = named_row(w->context, t);

	if (row != NULL && row->json == NULL)
		return jsonl_add_string(w->to, row->text, false);
	if (row != NULL && references < STATE_REFERENCES_MAX)
		return state_write_value(w, json_root(row->json), depth + 1,
		    references + 1);
	if (row != NULL || (t.length == 10 &&
	    memcmp(t.bytes, "$undefined", 10) == 0))
		return buffer_add_string(w->to, "null");
	/* "$$5" is "$5"; "$D2026-..." is a date. */
	if (t.length > 2 && t.bytes[0] == '$' && (t.bytes[1] == '$' ||
	    (t.bytes[1] == 'D' && t.bytes[2] >= '0' && t.bytes[2] <= '9')))
		return jsonl_add_string(w->to, (struct text){t.bytes +
		    (t.bytes[1] == 'D' ? 2 : 1), t.length - (t.bytes[1] ==
		    'D' ? 2 : 1)}, false);
	return json_write(w->to, v);
}

static int
replace(struct state_write *w, const struct json *v, int depth,
	int references)
{
	if (json_type(v) != JSON_STRING)
		return 0;
	return add_string(w, v, depth, references) < 0 ? -1 : 1;
}

static int
add_rows(struct state_write *w, int references)
{
	const struct rows *r = w->context;
	size_t i, added = 0;

	buffer_add_char(w->to, '[');
	for (i = 0; i < r->count; i++) {
		if (r->row[i].json == NULL)
			continue;
		if (added++ > 0)
			buffer_add_char(w->to, ',');
		if (state_write_value(w, json_root(r->row[i].json), 0,
		    references) < 0)
			return -1;
	}
	return buffer_add_char(w->to, ']') < 0 || added == 0 ? -1 : 0;
}

int
state_rows(struct buffer *to, struct text rows)
{
	struct rows r = {.count = 0};
	struct state_write w = {.to = to, .left = STATE_VALUES_MAX,
	    .replace = replace, .context = &r};
	const char *at = rows.bytes, *end = at + rows.length;
	const size_t before = to->length;
	int result = 0;
	size_t i;

	while (at < end && result == 0)
		result = read_row(&r, &at, end);
	if (r.count > 0)
		qsort(r.row, r.count, sizeof(*r.row), compare);
	if (result == 0 && (result = add_rows(&w, 0)) < 0) {
		/* Rows that name each other too often stay as they are. */
		to->length = before;
		w.left = STATE_VALUES_MAX;
		result = add_rows(&w, STATE_REFERENCES_MAX);
	}
	for (i = 0; i < r.count; i++)
		json_free(r.row[i].json);
	free(r.row);
	return to->failed ? -1 : result;
}
