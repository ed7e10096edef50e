/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of json and jsonl. */
#include "records.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "json.h"
#include "values.h"

enum {
	JOINED_MAX = 64 << 10,		/* an array of strings as one text */
	NAME_MAX_BYTES = 1024,		/* a place in a complaint */
};

struct page {
	char *name;
	struct json_document *document;
	/* JSON that was found inside strings, by the string. */
	struct {
		const struct json *string;
		struct json_document *document;
	} nested[RECORDS_NESTED_MAX];
	size_t nested_count;
};

static void
page_close(void *page)
{
	struct page *p = page;
	size_t i;

	for (i = 0; i < p->nested_count; i++)
		json_free(p->nested[i].document);
	json_free(p->document);
	free(p->name);
	free(p);
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
	p->document = json_read(text.bytes, text.length, false, name, c);
	if (p->document == NULL) {
		page_close(p);
		return NULL;
	}
	return p;
}

const struct json *
records_json_page(const void *page)
{
	return json_root(((const struct page *)page)->document);
}

/* ---- values ---- */

static struct text
scalar(const struct json *v)
{
	switch (json_type(v)) {
	case JSON_TRUE:
		return text_of("true");
	case JSON_FALSE:
		return text_of("false");
	default:
		return json_text(v);
	}
}

static struct text
joined(const struct json *array, struct arena *a)
{
	const struct json *v;
	struct buffer room;
	struct text t, result = {NULL, 0};

	buffer_init(&room, JOINED_MAX);
	for (v = json_first(array); v != NULL && !room.failed;
	    v = json_next(v)) {
		t = scalar(v);
		if (text_is_absent(t) || t.length == 0)
			continue;
		if (room.length > 0)
			buffer_add_string(&room, "; ");
		buffer_add(&room, t.bytes, t.length);
	}
	if (room.length > 0 && (result.bytes = arena_copy(a, room.bytes,
	    room.length)) != NULL)
		result.length = room.length;
	buffer_release(&room);
	return result;
}

static struct text
value_at(const void *record, const char *path, struct arena *a)
{
	const struct json *v = json_at(record, path);

	return json_type(v) == JSON_ARRAY ? joined(v, a) : scalar(v);
}

static bool
value_has(const void *record, const char *path)
{
	enum json_type type = json_type(json_at(record, path));

	return type != JSON_ABSENT && type != JSON_NULL;
}

/* One value as a record. */
static int
take(const struct json *record, const struct records_how *how)
{
	const struct values_record r = {value_at, value_has, record,
	    NULL};

	return values_take(&r, how);
}

/* ---- where records are ---- */

/* The value inside a string that holds JSON, NULL where it holds none. */
static const struct json *
unwrap(struct page *p, const struct json *string)
{
	struct text t = json_text(string);
	struct complaint ignored;
	size_t i;

	for (i = 0; i < p->nested_count; i++)
		if (p->nested[i].string == string)
			return json_root(p->nested[i].document);
	if (json_type(string) != JSON_STRING || t.length < 2 ||
	    (t.bytes[0] != '{' && t.bytes[0] != '[') ||
	    p->nested_count == RECORDS_NESTED_MAX)
		return NULL;
	p->nested[i].document = json_read(t.bytes, t.length, false, p->name,
	    &ignored);
	if (p->nested[i].document == NULL)
		return NULL;
	p->nested[i].string = string;
	p->nested_count++;
	return json_root(p->nested[i].document);
}

/* As json_at(), but goes on inside strings that hold JSON. */
static const struct json *
find(struct page *p, const struct json *from, const char *pointer)
{
	char prefix[256];
	const char *slash = pointer;
	const struct json *v = json_at(from, pointer), *inner;

	if (v != NULL)
		return json_type(v) == JSON_STRING ? unwrap(p, v) : v;
	while (*slash == '/' && (slash = strchr(slash + 1, '/')) != NULL) {
		if ((size_t)(slash - pointer) >= sizeof(prefix))
			return NULL;
		memcpy(prefix, pointer, (size_t)(slash - pointer));
		prefix[slash - pointer] = '\0';
		inner = unwrap(p, json_at(from, prefix));
		if (inner == NULL)
			continue;
		v = json_at(inner, slash);
		if (v != NULL)
			return v;
		from = inner;
		pointer = slash;
	}
	return NULL;
}

static int
take_all(const struct json *list, const struct records_how *how)
{
	const struct json *v;
	int ended = 0;

	for (v = json_first(list); v != NULL && ended == 0; v = json_next(v))
		if (json_type(v) == JSON_OBJECT || json_type(v) == JSON_ARRAY)
			ended = take(v, how);
	return ended;
}

static int
page_each(void *page, const struct records_how *how, struct complaint *c)
{
	struct page *p = page;
	const struct recipe *recipe = how->recipe;
	const struct json *root = json_root(p->document), *v = NULL;
	size_t i;
	int ended;

	if (recipe->records_count == 0)
		v = root;
	for (i = 0; i < recipe->records_count && v == NULL; i++) {
		v = find(p, root, recipe->records_path[i]);
		if (json_type(v) != JSON_ARRAY && json_type(v) != JSON_OBJECT)
			v = NULL;
	}
	if (json_type(v) == JSON_OBJECT && !recipe->keyed)
		ended = take(v, how);
	else
		ended = take_all(v, how);
	return ended == 0 ? 0 : complain(c, 0, "%s: ended", p->name);
}

const struct records_format records_json = {
	RECIPE_JSON, page_open, page_each, page_close,
};

/* ---- lines ---- */

struct lines {
	struct text text;
	char *name;
};

static void
lines_close(void *page)
{
	struct lines *l = page;

	free(l->name);
	free(l);
}

static void *
lines_open(struct text text, const char *name, struct complaint *c)
{
	struct lines *l = calloc(1, sizeof(*l));

	if (l == NULL || (l->name = strdup(name)) == NULL) {
		complain(c, ENOMEM, "%s", name);
		free(l);
		return NULL;
	}
	l->text = text;
	return l;
}

int
records_line(struct text line, const char *name,
	const struct records_how *how)
{
	struct complaint c;
	struct page *p = page_open(line, name, &c);
	int ended;

	if (p == NULL) {
		how->bad(how->context, &c);
		return 0;
	}
	ended = page_each(p, how, &c);
	page_close(p);
	return ended;
}

static int
lines_each(void *page, const struct records_how *how, struct complaint *c)
{
	struct lines *l = page;
	const char *at = l->text.bytes, *end = at + l->text.length, *stop;
	char name[NAME_MAX_BYTES];
	size_t number = 0;

	for (; at < end; at = stop + 1) {
		struct text line = {at, 0};

		stop = memchr(at, '\n', (size_t)(end - at));
		if (stop == NULL)
			stop = end;
		line.length = (size_t)(stop - at);
		number++;
		if (strspn(at, " \t\r") >= line.length)
			continue;
		snprintf(name, sizeof(name), "%.900s:%zu", l->name, number);
		if (records_line(line, name, how) != 0)
			return complain(c, 0, "%s: ended", name);
	}
	return 0;
}

const struct records_format records_jsonl = {
	RECIPE_JSONL, lines_open, lines_each, lines_close,
};
