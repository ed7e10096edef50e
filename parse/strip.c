/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "strip.h"

#include <stdint.h>
#include <strings.h>

#include "html.h"

enum { HTTP_HEADERS_MAX = 64 << 10 };

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

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

	while (i < t.length && !is_blank(t.bytes[i]) && t.bytes[i] != '=' &&
	    t.bytes[i] != '>' && (t.bytes[i] != '/' || i == start))
		i++;
	*name = (struct text){t.bytes + start, i - start};
	*value = (struct text){t.bytes + i, 0};
	while (i < t.length && is_blank(t.bytes[i]))
		i++;
	if (i >= t.length || t.bytes[i] != '=')
		return i;
	i++;
	while (i < t.length && is_blank(t.bytes[i]))
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
	while (i < t.length && !is_blank(t.bytes[i]) && t.bytes[i] != '>')
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
	while (i < page.length && !is_blank(page.bytes[i]) &&
	    page.bytes[i] != '>' && page.bytes[i] != '/')
		i++;
	t->name = (struct text){page.bytes + start, i - start};
	start = i;
	while (i < page.length && page.bytes[i] != '>') {
		size_t next;

		if (is_blank(page.bytes[i]) || page.bytes[i] == '/') {
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
strip_attribute(struct text attributes, const char *wanted)
{
	struct text name, value;
	size_t i = 0;

	while (i < attributes.length) {
		size_t next;

		if (is_blank(attributes.bytes[i]) ||
		    attributes.bytes[i] == '/') {
			i++;
			continue;
		}
		next = attribute_end(attributes, i, &name, &value);
		if (next > attributes.length)
			break;
		if (strip_same(name, wanted))
			return value;
		i = next > i ? next : i + 1;
	}
	return (struct text){NULL, 0};
}

size_t
strip_find(struct text page, size_t from, const char *needle, char rare)
{
	const char *place = strchr(needle, rare);
	size_t before = (size_t)(place - needle), length = strlen(needle);

	while (from < page.length && page.length - from >= length) {
		const char *p = memchr(page.bytes + from + before, rare,
		    page.length - from - before);

		if (p == NULL)
			break;
		from = (size_t)(p - page.bytes) - before;
		if (page.length - from >= length &&
		    memcmp(page.bytes + from, needle, length) == 0)
			return from;
		from++;
	}
	return page.length;
}

size_t
strip_end_tag(struct text page, size_t at, const char *name)
{
	size_t length = strlen(name);

	while (at < page.length) {
		const char *p = memchr(page.bytes + at, '<', page.length - at);

		if (p == NULL)
			break;
		at = (size_t)(p - page.bytes);
		if (page.length - at > length + 2 && p[1] == '/' &&
		    strncasecmp(p + 2, name, length) == 0 &&
		    !is_letter(p[2 + length]))
			return at;
		at++;
	}
	return page.length;
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

struct text
strip_front(struct text page)
{
	static const char mark[] = "\xEF\xBB\xBF";
	const char *end;
	size_t window;

	while (page.length > 0 && is_blank(page.bytes[0]))
		page.bytes++, page.length--;
	if (page.length >= 3 && memcmp(page.bytes, mark, 3) == 0)
		page.bytes += 3, page.length -= 3;
	while (page.length > 0 && is_blank(page.bytes[0]))
		page.bytes++, page.length--;
	if (page.length < 8 || memcmp(page.bytes, "HTTP/", 5) != 0)
		return page;
	window = page.length < HTTP_HEADERS_MAX ? page.length :
	    HTTP_HEADERS_MAX;
	end = memchr(page.bytes, '<', window);
	if (end == NULL)
		return page;
	page.length -= (size_t)(end - page.bytes);
	page.bytes = end;
	return page;
}

/* Whether a script's content is data that somebody may want to read. */
static bool
script_is_data(struct text attributes)
{
	struct text type = strip_attribute(attributes, "type");
	size_t i;

	for (i = 0; i + 4 <= type.length; i++)
		if (strncasecmp(type.bytes + i, "json", 4) == 0)
			return true;
	return strip_is_json_ld(type);
}

/* The offset behind a comment or declaration that begins at `at` (`<!`). */
static size_t
skip_declaration(struct text page, size_t at)
{
	const char *p = page.bytes + at, *end;

	if (page.length - at >= 4 && memcmp(p, "<!--", 4) == 0) {
		size_t from = at + 4;

		/* "<!-->" and "<!--->" are whole comments. */
		if (from < page.length && page.bytes[from] == '>')
			return from + 1;
		from = strip_find(page, from, "-->", '>');
		/* Left open it would swallow the page: treat it as a tag. */
		if (from < page.length)
			return from + 3;
	}
	end = memchr(p, '>', page.length - at);
	return end ? (size_t)(end - page.bytes) + 1 : page.length;
}

/* Where to go on behind an element that is taken out; 0 if it stays. */
static size_t
skip_element(struct text page, const struct strip_tag *t)
{
	static const char *const out[] = {"style", "svg"};
	size_t i, end;

	if (t->closing)
		return 0;
	for (i = 0; i < sizeof(out) / sizeof(out[0]); i++) {
		if (!strip_same(t->name, out[i]))
			continue;
		if (t->end >= 2 && page.bytes[t->end - 2] == '/')
			return t->end;
		end = strip_end_tag(page, t->end, out[i]);
		/* Never closed: only the tag goes. */
		return end == page.length ? t->end : end;
	}
	if (!strip_same(t->name, "script") || script_is_data(t->attributes))
		return 0;
	end = strip_end_tag(page, t->end, "script");
	return end == page.length ? t->end : end;
}

static int
add_clean(struct buffer *to, const char *bytes, size_t length)
{
	size_t from = to->length, i;
	char *nul;

	if (length == 0)
		return 0;
	if (buffer_add(to, bytes, length) < 0)
		return -1;
	for (i = from; (nul = memchr(to->bytes + i, '\0',
	    to->length - i)) != NULL; i = (size_t)(nul - to->bytes))
		*nul = ' ';
	return 0;
}

/* What stands at a '<': returns where to go on; *keep says whether the bytes
 * up to there stay. */
static size_t
strip_one(struct text page, size_t at, bool *keep)
{
	struct strip_tag t;
	size_t next;

	*keep = true;
	if (at + 1 < page.length && page.bytes[at + 1] == '!') {
		next = skip_declaration(page, at);
		*keep = false;
		return next;
	}
	if (!strip_tag_read(page, at, &t))
		return at + 1;
	next = skip_element(page, &t);
	if (next != 0) {
		*keep = false;
		return next;
	}
	if (t.count > HTML_ATTRIBUTES_MAX || t.end - at > HTML_TAG_MAX)
		*keep = false;
	if (!t.closing && strip_same(t.name, "script"))
		return strip_end_tag(page, t.end, "script");
	return t.end;
}

int
strip_html(struct text page, struct buffer *to)
{
	size_t i = 0, kept = 0;

	page = strip_front(page);
	while (i < page.length) {
		const char *p = memchr(page.bytes + i, '<', page.length - i);
		size_t at, next;
		bool keep;

		if (p == NULL)
			break;
		at = (size_t)(p - page.bytes);
		next = strip_one(page, at, &keep);
		if (!keep) {
			if (add_clean(to, page.bytes + kept, at - kept) < 0 ||
			    buffer_add_char(to, ' ') < 0)
				return -1;
			kept = next;
		}
		i = next;
	}
	return add_clean(to, page.bytes + kept, page.length - kept);
}

/* The end of `<!DOCTYPE ...>` with its internal subset. */
static size_t
doctype_end(struct text page, size_t at)
{
	bool subset = false;
	char quote = 0;

	for (; at < page.length; at++) {
		char c = page.bytes[at];

		if (quote != 0)
			quote = c == quote ? 0 : quote;
		else if (c == '<' && page.length - at > 4 &&
		    memcmp(page.bytes + at, "<!--", 4) == 0)
			at = skip_declaration(page, at) - 1;
		else if (c == '"' || c == '\'')
			quote = c;
		else if (c == '[')
			subset = true;
		else if (c == ']')
			subset = false;
		else if (c == '>' && !subset)
			return at + 1;
	}
	return page.length;
}

int
strip_xml(struct text page, struct buffer *to)
{
	size_t at = 0;

	page = strip_front(page);
	/* The declaration's place is before the root element. */
	while (at < page.length) {
		const char *p = memchr(page.bytes + at, '<', page.length - at);
		size_t next;

		if (p == NULL)
			break;
		at = (size_t)(p - page.bytes);
		if (page.length - at > 9 &&
		    strncasecmp(p, "<!DOCTYPE", 9) == 0) {
			next = doctype_end(page, at);
			if (add_clean(to, page.bytes, at) < 0)
				return -1;
			page.bytes += next;
			page.length -= next;
			at = 0;
			continue;
		}
		if (page.length - at < 2 || (p[1] != '!' && p[1] != '?'))
			break;
		at = skip_declaration(page, at);
	}
	return add_clean(to, page.bytes, page.length);
}

bool
strip_token(struct text *rest, struct text *token)
{
	size_t i = 0, start;

	while (i < rest->length && is_blank(rest->bytes[i]))
		i++;
	start = i;
	while (i < rest->length && !is_blank(rest->bytes[i]))
		i++;
	*token = (struct text){rest->bytes + start, i - start};
	if (i > 0)
		rest->bytes += i;
	rest->length -= i;
	return token->length > 0;
}
