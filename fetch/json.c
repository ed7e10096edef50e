/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "json.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buffer.h"
#include "json_guard.h"
#include "jsonl.h"
#include "utf8.h"

struct json_document {
	cJSON *root;
	char *name;
	bool lines;		/* known */
};

static const cJSON *
node(const struct json *v)
{
	return (const cJSON *)(const void *)v;
}

static const struct json *
value(const cJSON *n)
{
	return (const struct json *)(const void *)n;
}

static bool
is_container(const cJSON *n)
{
	return cJSON_IsObject(n) || cJSON_IsArray(n);
}

/* Numbers are strings to cJSON, so its valueint is free: it keeps the line.
 * The walk is in the order in which the guard saw the values. */
static void
keep_lines(cJSON *root, const struct buffer *lines)
{
	cJSON *above[JSON_DEPTH_MAX], *n = root;
	size_t depth = 0, at = 0;
	uint32_t line;

	while (n != NULL && at < lines->length) {
		memcpy(&line, lines->bytes + at, sizeof(line));
		at += sizeof(line);
		n->valueint = line < INT32_MAX ? (int)line : INT32_MAX;
		if (is_container(n) && n->child != NULL &&
		    depth < JSON_DEPTH_MAX) {
			above[depth++] = n;
			n = n->child;
			continue;
		}
		while (n->next == NULL && depth > 0)
			n = above[--depth];
		n = n->next;
	}
}

/* Where cJSON stopped, in the guard's text. */
static int
refuse(const struct buffer *clean, const char *stop, const char *name,
	struct complaint *c)
{
	const char *at = clean->bytes;
	size_t line = 1;

	if (stop == NULL)
		stop = at;
	for (; at < stop; at++)
		if (*at == '\n')
			line++;
	if (*stop == '\0')
		return complain_line(c, name, line, clean->length == 0 ?
		    "nothing in it" : "not JSON: it ends too early");
	if (*stop == '"')
		return complain_line(c, name, line, "not JSON: a string or "
		    "number where none belongs, or a wrong escape in it");
	return complain_line(c, name, line, "not JSON at '%c'", *stop);
}

static cJSON *
parse_clean(const char *bytes, size_t length, bool comments, const char *name,
	struct complaint *c)
{
	struct buffer clean, lines;
	const char *stop = NULL;
	cJSON *root = NULL;

	/* The worst text for the guard: `[1,1,1]` grows to `["N1","N1","N1"]`;
	 * a raw NUL grows to three bytes. */
	buffer_init(&clean, 3 * length + 16);
	buffer_init(&lines, (JSON_VALUES_MAX + 1) * sizeof(uint32_t));
	if (json_guard(bytes, length, comments, name, &clean,
	    comments ? &lines : NULL, c) == 0) {
		if (clean.length == 0)
			refuse(&(struct buffer){.bytes = (char []){""}}, NULL,
			    name, c);
		else if ((root = cJSON_ParseWithLengthOpts(clean.bytes,
		    clean.length + 1, &stop, 1)) == NULL)
			refuse(&clean, stop, name, c);
		else if (comments)
			keep_lines(root, &lines);
	}
	buffer_release(&clean);
	buffer_release(&lines);
	return root;
}

static size_t
line_at(const char *bytes, size_t at)
{
	size_t line = 1, i;

	for (i = 0; i < at; i++)
		line += bytes[i] == '\n';
	return line;
}

struct json_document *
json_read(const char *bytes, size_t length, bool comments, const char *name,
	struct complaint *c)
{
	struct json_document *d;
	struct buffer repaired;
	cJSON *root = NULL;
	size_t valid;

	if (length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
		bytes += 3;
		length -= 3;
	}
	if (length > JSON_BYTES_MAX) {
		complain(c, 0, "%s: more than %d bytes of JSON", name,
		    (int)JSON_BYTES_MAX);
		return NULL;
	}
	buffer_init(&repaired, 3 * length + 1);
	valid = utf8_valid(bytes, length);
	if (valid < length && comments) {
		complain_line(c, name, line_at(bytes, valid), "not UTF-8 at "
		    "byte 0x%02X; save the file as UTF-8",
		    (unsigned int)(unsigned char)bytes[valid]);
		return NULL;
	}
	if (valid == length)
		root = parse_clean(bytes, length, comments, name, c);
	else if (utf8_repair(&repaired, bytes, length) < 0)
		complain(c, ENOMEM, "%s", name);
	else
		root = parse_clean(repaired.bytes, repaired.length, comments,
		    name, c);
	buffer_release(&repaired);
	if (root == NULL)
		return NULL;
	d = malloc(sizeof(*d));
	if (d == NULL || (d->name = strdup(name)) == NULL) {
		complain(c, ENOMEM, "%s", name);
		free(d);
		cJSON_Delete(root);
		return NULL;
	}
	d->root = root;
	d->lines = comments;
	return d;
}

void
json_free(struct json_document *d)
{
	if (d == NULL)
		return;
	cJSON_Delete(d->root);
	free(d->name);
	free(d);
}

const struct json *
json_root(const struct json_document *d)
{
	return d == NULL ? NULL : value(d->root);
}

enum json_type
json_type(const struct json *v)
{
	const cJSON *n = node(v);

	if (n == NULL)
		return JSON_ABSENT;
	switch (n->type & 0xFF) {
	case cJSON_False: return JSON_FALSE;
	case cJSON_True: return JSON_TRUE;
	case cJSON_NULL: return JSON_NULL;
	case cJSON_Array: return JSON_ARRAY;
	case cJSON_Object: return JSON_OBJECT;
	case cJSON_String:
		return n->valuestring[0] == JSON_GUARD_NUMBER ? JSON_NUMBER :
		    JSON_STRING;
	}
	return JSON_ABSENT;
}

const struct json *
json_first(const struct json *v)
{
	return v == NULL || !is_container(node(v)) ? NULL :
	    value(node(v)->child);
}

const struct json *
json_next(const struct json *v)
{
	return v == NULL ? NULL : value(node(v)->next);
}

const char *
json_name(const struct json *member)
{
	return member == NULL || node(member)->string == NULL ? NULL :
	    node(member)->string + 1;
}

const struct json *
json_member(const struct json *v, const char *name)
{
	const struct json *m;

	if (json_type(v) != JSON_OBJECT)
		return NULL;
	for (m = json_first(v); m != NULL; m = json_next(m))
		if (strcmp(json_name(m), name) == 0)
			return m;
	return NULL;
}

const struct json *
json_element(const struct json *v, size_t index)
{
	const struct json *e = json_type(v) == JSON_ARRAY ? json_first(v) :
	    NULL;

	while (e != NULL && index-- > 0)
		e = json_next(e);
	return e;
}

size_t
json_count(const struct json *v)
{
	const struct json *e;
	size_t count = 0;

	for (e = json_first(v); e != NULL; e = json_next(e))
		count++;
	return count;
}

/* Whether a pointer's token, up to `end`, is this name (`~1` is `/`). */
static bool
token_is(const char *token, const char *end, const char *name)
{
	for (; token < end && *name != '\0'; token++, name++) {
		char c = *token;

		if (c == '~' && token + 1 < end) {
			c = token[1] == '1' ? '/' : '~';
			token++;
		}
		if (c != *name)
			return false;
	}
	return token == end && *name == '\0';
}

static const struct json *
step(const struct json *v, const char *token, const char *end)
{
	const struct json *m;
	size_t index = 0;

	if (json_type(v) == JSON_OBJECT) {
		for (m = json_first(v); m != NULL; m = json_next(m))
			if (token_is(token, end, json_name(m)))
				return m;
		return NULL;
	}
	/* 9 digits: more elements than that no document has. */
	if (json_type(v) != JSON_ARRAY || token == end || end - token > 9 ||
	    (*token == '0' && end - token > 1))
		return NULL;
	for (; token < end; token++) {
		if (*token < '0' || *token > '9')
			return NULL;
		index = index * 10 + (size_t)(*token - '0');
	}
	return json_element(v, index);
}

const struct json *
json_at(const struct json *v, const char *pointer)
{
	const char *end;

	while (v != NULL && *pointer == '/') {
		pointer++;
		end = pointer + strcspn(pointer, "/");
		v = step(v, pointer, end);
		pointer = end;
	}
	return *pointer == '\0' ? v : NULL;
}

struct text
json_text(const struct json *v)
{
	if (v == NULL || !cJSON_IsString(node(v)))
		return (struct text){NULL, 0};
	return text_of(node(v)->valuestring + 1);
}

bool
json_integer(const struct json *v, int64_t *to)
{
	struct text t = json_text(v);
	const char *point = t.bytes == NULL ? NULL : strchr(t.bytes, '.');

	if (point != NULL && point[1] != '\0' &&
	    point[1 + strspn(point + 1, "0")] == '\0')
		t.length = (size_t)(point - t.bytes);
	return jsonl_integer(t, to);
}

bool
json_is_true(const struct json *v)
{
	return json_type(v) == JSON_TRUE;
}

size_t
json_line(const struct json_document *d, const struct json *v)
{
	return v == NULL || !d->lines || node(v)->valueint < 0 ? 0 :
	    (size_t)node(v)->valueint;
}

int
json_complain(const struct json_document *d, const struct json *v,
	struct complaint *c, const char *format, ...)
{
	char reason[COMPLAINT_MAX];
	va_list values;

	va_start(values, format);
	vsnprintf(reason, sizeof(reason), format, values);
	va_end(values);
	return complain_line(c, d->name, json_line(d, v), "%s", reason);
}

static int
write_atom(struct buffer *to, const struct json *v)
{
	switch (json_type(v)) {
	case JSON_FALSE: return buffer_add_string(to, "false");
	case JSON_TRUE: return buffer_add_string(to, "true");
	case JSON_NUMBER: return buffer_add_string(to, json_text(v).bytes);
	case JSON_STRING: return jsonl_add_string(to, json_text(v), false);
	default: return buffer_add_string(to, "null");
	}
}

/* Calls itself JSON_DEPTH_MAX times at most: the guard saw to that. */
int
json_write(struct buffer *to, const struct json *v)
{
	bool object = json_type(v) == JSON_OBJECT;
	const struct json *e;

	if (!object && json_type(v) != JSON_ARRAY)
		return write_atom(to, v);
	buffer_add_char(to, object ? '{' : '[');
	for (e = json_first(v); e != NULL; e = json_next(e)) {
		if (e != json_first(v))
			buffer_add_char(to, ',');
		if (object) {
			jsonl_add_string(to, text_of(json_name(e)), false);
			buffer_add_char(to, ':');
		}
		if (json_write(to, e) < 0)
			return -1;
	}
	return buffer_add_char(to, object ? '}' : ']');
}
