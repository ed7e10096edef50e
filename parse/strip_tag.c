/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "strip.h"

#include <strings.h>

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool
strip_same(struct text a, const char *b)
{
	return a.bytes != NULL && strlen(b) == a.length &&
	    strncasecmp(a.bytes, b, a.length) == 0;
}

/* Goes over one attribute; returns the offset behind it. */
static size_t
attribute_end(struct text t, size_t i, struct text *name, struct text *value)
{
	size_t start = i;

	while (i < t.length && !strip_is_blank(t.bytes[i]) &&
	    t.bytes[i] != '=' && t.bytes[i] != '>' &&
	    (t.bytes[i] != '/' || i == start))
		i++;
	*name = (struct text){t.bytes + start, i - start};
	*value = (struct text){t.bytes + i, 0};
	while (i < t.length && strip_is_blank(t.bytes[i]))
		i++;
	if (i >= t.length || t.bytes[i] != '=')
		return i;
	i++;
	while (i < t.length && strip_is_blank(t.bytes[i]))
		i++;
	start = i;
	if (i < t.length && (t.bytes[i] == '"' || t.bytes[i] == '\'')) {
		const char *end = memchr(t.bytes + i + 1, t.bytes[i],
		    t.length - i - 1);
		if (end == NULL)
			return t.length + 1;	/* the quote is never closed */
		i = (size_t)(end - t.bytes) + 1;
		*value = (struct text){t.bytes + start + 1, i - start - 2};
		return i;
	}
	while (i < t.length && !strip_is_blank(t.bytes[i]) && t.bytes[i] != '>')
		i++;
	*value = (struct text){t.bytes + start, i - start};
	return i;
}

bool
strip_tag_read(struct text page, size_t at, struct strip_tag *t)
{
	struct text name, value;
	size_t i = at + 1, start;

	*t = (struct strip_tag){.count = 0};
	t->closing = i < page.length && page.bytes[i] == '/';
	i += t->closing;
	if (i >= page.length || !is_letter(page.bytes[i]))
		return false;
	start = i;
	while (i < page.length && !strip_is_blank(page.bytes[i]) &&
	    page.bytes[i] != '>' && page.bytes[i] != '/')
		i++;
	t->name = (struct text){page.bytes + start, i - start};
	start = i;
	while (i < page.length && page.bytes[i] != '>') {
		size_t next;

		if (strip_is_blank(page.bytes[i]) || page.bytes[i] == '/') {
			i++;
			continue;
		}
		next = attribute_end(page, i, &name, &value);
		if (next > page.length) {
			/* A tag with an open quote ends at its first '>'. */
			const char *end = memchr(page.bytes + i, '>',
			    page.length - i);
			i = end ? (size_t)(end - page.bytes) : page.length;
			break;
		}
		i = next > i ? next : i + 1;
		t->count++;
	}
	t->attributes = (struct text){page.bytes + start, i - start};
	t->end = i < page.length ? i + 1 : i;
	return true;
}

struct text
strip_attribute(struct text attributes, const char *name)
{
	return strip_value(attributes, text_of(name));
}

bool
strip_attribute_next(struct text attributes, size_t *at, struct text *name,
	struct text *value)
{
	size_t i = *at, next;

	while (i < attributes.length && (strip_is_blank(attributes.bytes[i]) ||
	    attributes.bytes[i] == '/'))
		i++;
	if (i >= attributes.length)
		return false;
	next = attribute_end(attributes, i, name, value);
	*at = next > i ? next : i + 1;
	return next <= attributes.length;
}

struct text
strip_value(struct text attributes, struct text wanted)
{
	struct text name, value;
	size_t i = 0;

	while (strip_attribute_next(attributes, &i, &name, &value))
		if (name.length == wanted.length && strncasecmp(name.bytes,
		    wanted.bytes, wanted.length) == 0)
			return value;
	return (struct text){NULL, 0};
}

size_t
strip_end_tag(struct text page, size_t at, const char *name)
{
	size_t length = strlen(name);

	while (at < page.length) {
		const char *p;

		at = strip_find(page, at, "</", '<');
		p = page.bytes + at;
		if (page.length - at > length + 2 &&
		    strncasecmp(p + 2, name, length) == 0 &&
		    !is_letter(p[2 + length]))
			return at;
		at++;
	}
	return page.length;
}

int
strip_script_next(struct text page, size_t *at, struct text *attributes,
	struct text *script)
{
	while (*at < page.length) {
		const size_t start = strip_find_script(page, *at);
		const char *p = page.bytes + start;
		struct strip_tag tag;
		size_t end;

		*at = start + 1;
		if (start >= page.length || page.length - start < 8 ||
		    p[0] != '<' || (p[1] | 0x20) != 's' ||
		    !strip_tag_read(page, start, &tag) ||
		    !strip_same(tag.name, "script"))
			continue;
		end = strip_end_tag(page, tag.end, "script");
		*at = end;
		*attributes = tag.attributes;
		*script = (struct text){page.bytes + tag.end, end - tag.end};
		return 1;
	}
	*at = page.length;
	return 0;
}

/* One character of a type, an entity read as what it stands for. */
static size_t
type_character(struct text t, size_t i, char *c)
{
	const char *end;
	unsigned long value = 0;
	bool hex;
	size_t digit;

	*c = t.bytes[i];
	if (*c != '&')
		return i + 1;
	end = memchr(t.bytes + i, ';', t.length - i);
	if (end == NULL || end - (t.bytes + i) > 8)
		return i + 1;
	if (strncasecmp(t.bytes + i, "&plus;", 6) == 0)
		*c = '+';
	if (strncasecmp(t.bytes + i, "&sol;", 5) == 0)
		*c = '/';
	if (t.bytes[i + 1] != '#')
		return (size_t)(end - t.bytes) + 1;
	hex = t.bytes[i + 2] == 'x' || t.bytes[i + 2] == 'X';
	for (digit = i + 2 + hex; t.bytes + digit < end; digit++) {
		char d = t.bytes[digit];
		unsigned long one = d >= '0' && d <= '9' ?
		    (unsigned long)(d - '0') : d >= 'a' && d <= 'f' ?
		    (unsigned long)(d - 'a' + 10) : d >= 'A' && d <= 'F' ?
		    (unsigned long)(d - 'A' + 10) : 0;
		value = value * (hex ? 16 : 10) + one;
	}
	*c = value > 0 && value < 128 ? (char)value : '?';
	return (size_t)(end - t.bytes) + 1;
}

bool
strip_is_json_ld(struct text type)
{
	static const char wanted[] = "ld+json";
	size_t i = 0, matched = 0;

	while (i < type.length) {
		char c;

		i = type_character(type, i, &c);
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		matched = c == wanted[matched] ? matched + 1 :
		    c == wanted[0] ? 1 : 0;
		if (wanted[matched] == '\0')
			return true;
	}
	return false;
}

bool
strip_token(struct text *rest, struct text *token)
{
	size_t i = 0, start;

	*token = *rest;
	if (text_is_absent(*rest))
		return false;
	while (i < rest->length && strip_is_blank(rest->bytes[i]))
		i++;
	start = i;
	while (i < rest->length && !strip_is_blank(rest->bytes[i]))
		i++;
	*token = (struct text){rest->bytes + start, i - start};
	if (i > 0)
		rest->bytes += i;
	rest->length -= i;
	return token->length > 0;
}
