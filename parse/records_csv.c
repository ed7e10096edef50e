/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of tables: RFC 4180, and what spreadsheets make of it. */
#include "records.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "values.h"

struct row {
	struct buffer bytes;		/* the fields' content, end to end */
	size_t end[RECORDS_COLUMNS_MAX];
	size_t count;
};

struct page {
	char *name;
	const char *at, *end;		/* behind the header row */
	char separator;
	struct row header, row;
	size_t line, body_line;
};

static void
page_close(void *page)
{
	struct page *p = page;

	buffer_release(&p->header.bytes);
	buffer_release(&p->row.bytes);
	free(p->name);
	free(p);
}

/* The separator of the header row: what there is most of outside quotes. */
static char
find_separator(const char *at, const char *end)
{
	static const char known[] = {',', ';', '\t'};
	size_t count[sizeof(known)] = {0}, i, best = 0;
	bool quoted = false;

	for (; at < end && (quoted || *at != '\n'); at++) {
		if (*at == '"')
			quoted = !quoted;
		for (i = 0; i < sizeof(known) && !quoted; i++)
			count[i] += *at == known[i];
	}
	for (i = 1; i < sizeof(known); i++)
		if (count[i] > count[best])
			best = i;
	return known[best];
}

/* Reads one field; at the result is the separator, the line end or the end of
 * the page.  NULL where a quote is never closed. */
static const char *
read_field(struct page *p, const char *at, struct buffer *to)
{
	bool quoted = at < p->end && *at == '"';

	if (quoted)
		at++;
	while (at < p->end) {
		const char *from = at;

		if (quoted && *at == '"') {
			if (at + 1 < p->end && at[1] == '"')
				at++;
			else
				quoted = false;
			from = at++;
			if (quoted)
				buffer_add(to, from, 1);
			continue;
		}
		if (!quoted && (*at == p->separator || *at == '\n'))
			return at;
		p->line += *at == '\n';
		/* A CR is part of the line end, not of the field. */
		if (quoted || *at != '\r' || (at + 1 < p->end && at[1] != '\n'))
			buffer_add(to, at, 1);
		at++;
	}
	return quoted ? NULL : at;
}

/* 1 a row, 0 the end, -1 a complaint. */
static int
read_row(struct page *p, struct row *row, struct complaint *c)
{
	size_t first = p->line;

	buffer_clear(&row->bytes);
	row->count = 0;
	if (p->at == p->end)
		return 0;
	for (;;) {
		const char *at = read_field(p, p->at, &row->bytes);

		if (at == NULL) {
			p->at = p->end;
			return complain_line(c, p->name, first, "a quote that "
			    "opens in this row is never closed");
		}
		if (row->bytes.failed || row->count == RECORDS_COLUMNS_MAX) {
			p->at = p->end;
			return complain_line(c, p->name, first, "more than "
			    "%d columns or %zu bytes in a row",
			    RECORDS_COLUMNS_MAX, row->bytes.ceiling);
		}
		row->end[row->count++] = row->bytes.length;
		p->at = at;
		if (at == p->end || *at == '\n')
			break;
		p->at++;
	}
	if (p->at < p->end)
		p->at++;
	p->line++;
	return 1;
}

static void *
page_open(struct text text, const char *name, struct complaint *c)
{
	struct page *p = calloc(1, sizeof(*p));

	if (p == NULL || (p->name = strdup(name)) == NULL) {
		complain(c, ENOMEM, "%s", name);
		free(p);
		return NULL;
	}
	buffer_init(&p->header.bytes, REVIEW_TEXT_MAX);
	buffer_init(&p->row.bytes, RECORDS_ARENA / 4);
	if (text.length >= 3 && memcmp(text.bytes, "\xEF\xBB\xBF", 3) == 0) {
		text.bytes += 3;
		text.length -= 3;
	}
	p->at = text.bytes;
	p->end = text.bytes + text.length;
	p->separator = find_separator(p->at, p->end);
	p->line = 1;
	if (read_row(p, &p->header, c) <= 0) {
		if (text.length == 0)
			complain(c, 0, "%s: a table without a header row",
			    name);
		page_close(p);
		return NULL;
	}
	text.bytes = p->at;
	p->body_line = p->line;
	return p;
}

/* ---- values ---- */

static struct text
cell(const struct row *row, size_t column)
{
	size_t from = column == 0 ? 0 : row->end[column - 1];

	if (column >= row->count || row->bytes.bytes == NULL)
		return (struct text){NULL, 0};
	return (struct text){row->bytes.bytes + from, row->end[column] - from};
}

static unsigned char
small(char c)
{
	return (unsigned char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

static bool
begins_with(struct text t, const char *name)
{
	size_t i;

	for (i = 0; name[i] != '\0'; i++)
		if (i == t.length || small(t.bytes[i]) != small(name[i]))
			return false;
	return true;
}

/* The column's name without case; behind a '~' a part of it, because surveys
 * write their whole question there. */
static bool
names_column(struct text column, const char *path)
{
	while (column.length > 0 && strchr(" \t", column.bytes[0])) {
		column.bytes++;
		column.length--;
	}
	while (column.length > 0 &&
	    strchr(" \t", column.bytes[column.length - 1]))
		column.length--;
	if (path[0] != '~')
		return column.length == strlen(path) &&
		    begins_with(column, path);
	for (; column.length > 0; column.bytes++, column.length--)
		if (begins_with(column, path + 1))
			return true;
	return false;
}

static struct text
value_at(const void *record, const char *path, struct arena *a)
{
	const struct page *p = record;
	struct text value;
	size_t i;

	for (i = 0; i < p->header.count; i++) {
		if (!names_column(cell(&p->header, i), path))
			continue;
		value = cell(&p->row, i);
		/* The row's bytes end where the next field's begin. */
		value.bytes = text_is_absent(value) ? NULL :
		    arena_copy(a, value.bytes, value.length);
		return value.bytes == NULL ? (struct text){NULL, 0} : value;
	}
	return (struct text){NULL, 0};
}

static bool
value_has(const void *record, const char *path)
{
	const struct page *p = record;
	size_t i;

	for (i = 0; i < p->header.count; i++)
		if (names_column(cell(&p->header, i), path))
			return cell(&p->row, i).length > 0;
	return false;
}

static int
page_each(void *page, const struct records_how *how, struct complaint *c)
{
	struct page *p = page;
	const struct values_record r = {value_at, value_has, p,
	    NULL};
	const char *body = p->at;
	struct complaint why;
	int got;

	while ((got = read_row(p, &p->row, &why)) != 0) {
		if (got < 0) {
			how->bad(how->context, &why);
		} else if (values_take(&r, how) != 0) {
			return complain(c, 0, "%s: ended", p->name);
		}
	}
	/* Back to the start for another recipe. */
	p->at = body;
	p->line = p->body_line;
	return 0;
}

const struct records_format records_csv = {
	RECIPE_CSV, page_open, page_each, page_close,
};
