/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link.h"

#include <string.h>
#include <strings.h>

#include "head.h"
#include "utf8.h"

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* One of the words of `rel`, without case. */
static bool
has_word(struct text rel, const char *word)
{
	size_t i = 0, begin, length = strlen(word);

	while (i < rel.length) {
		while (i < rel.length && is_blank(rel.bytes[i]))
			i++;
		for (begin = i; i < rel.length && !is_blank(rel.bytes[i]); i++)
			;
		if (i - begin == length &&
		    strncasecmp(rel.bytes + begin, word, length) == 0)
			return true;
	}
	return false;
}

static bool
name_is(struct text name, const char *word)
{
	return name.length == strlen(word) &&
	    strncasecmp(name.bytes, word, name.length) == 0;
}

/* ---- the Link field ---- */

/* A parameter `name=value` or `name="value"` at *at; moves behind it. */
static void
param_read(struct text t, size_t *at, struct text *name, struct text *value)
{
	size_t begin;

	while (*at < t.length && (is_blank(t.bytes[*at]) ||
	    t.bytes[*at] == ';'))
		++*at;
	begin = *at;
	while (*at < t.length && strchr("=;, \t", t.bytes[*at]) == NULL)
		++*at;
	*name = (struct text){t.bytes + begin, *at - begin};
	*value = (struct text){t.bytes + *at, 0};
	while (*at < t.length && is_blank(t.bytes[*at]))
		++*at;
	if (*at >= t.length || t.bytes[*at] != '=')
		return;
	++*at;
	while (*at < t.length && is_blank(t.bytes[*at]))
		++*at;
	if (*at < t.length && t.bytes[*at] == '"') {
		begin = ++*at;
		while (*at < t.length && t.bytes[*at] != '"')
			++*at;
		*value = (struct text){t.bytes + begin, *at - begin};
		*at += *at < t.length;
		return;
	}
	begin = *at;
	while (*at < t.length && strchr(";, \t", t.bytes[*at]) == NULL)
		++*at;
	*value = (struct text){t.bytes + begin, *at - begin};
}

/* One `<target>; params` at *at; true where its rel is next. */
static bool
link_read(struct text t, size_t *at, struct text *target)
{
	struct text name, value;
	bool next = false, known = false;
	size_t begin;

	while (*at < t.length && t.bytes[*at] != '<')
		++*at;
	begin = ++*at;
	while (*at < t.length && t.bytes[*at] != '>')
		++*at;
	if (*at >= t.length)
		return false;
	*target = (struct text){t.bytes + begin, *at - begin};
	++*at;
	while (*at < t.length && t.bytes[*at] != ',') {
		size_t before = *at;

		param_read(t, at, &name, &value);
		/* Of several rel the first counts (RFC 8288 3.3). */
		if (name_is(name, "rel") && !known) {
			known = true;
			next = has_word(value, "next");
		}
		*at += *at == before;
	}
	return next;
}

bool
link_header_next(struct text head, struct buffer *to)
{
	struct text field, target;
	size_t at = 0, in;

	while (!text_is_absent(field = head_next(head, "Link", &at)))
		for (in = 0; in < field.length; )
			if (link_read(field, &in, &target) &&
			    target.length < LINK_MAX)
				return buffer_add(to, target.bytes,
				    target.length) == 0;
	return false;
}

/* ---- HTML ---- */

/* One attribute at *at; false at the end of the tag. */
static bool
attribute_read(struct text page, size_t *at, struct text *name,
	struct text *value)
{
	size_t begin;
	char quote;

	while (*at < page.length && (is_blank(page.bytes[*at]) ||
	    page.bytes[*at] == '/'))
		++*at;
	if (*at >= page.length || page.bytes[*at] == '>')
		return false;
	for (begin = *at; *at < page.length && !is_blank(page.bytes[*at]) &&
	    strchr("=>/", page.bytes[*at]) == NULL; ++*at)
		;
	*name = (struct text){page.bytes + begin, *at - begin};
	*value = (struct text){page.bytes + *at, 0};
	*at += *at == begin;		/* a stray byte: go on behind it */
	while (*at < page.length && is_blank(page.bytes[*at]))
		++*at;
	if (*at >= page.length || page.bytes[*at] != '=')
		return true;
	++*at;
	while (*at < page.length && is_blank(page.bytes[*at]))
		++*at;
	quote = *at < page.length ? page.bytes[*at] : '\0';
	if (quote != '"' && quote != '\'')
		quote = '\0';
	*at += quote != '\0';
	for (begin = *at; *at < page.length && (quote != '\0' ?
	    page.bytes[*at] != quote : !is_blank(page.bytes[*at]) &&
	    page.bytes[*at] != '>'); ++*at)
		;
	*value = (struct text){page.bytes + begin, *at - begin};
	*at += quote != '\0' && *at < page.length;
	return true;
}

/* The references that stand in links: &amp; and numbers. */
static size_t
reference_read(struct text t, size_t i, uint32_t *c)
{
	size_t at = i + 1;
	uint32_t n = 0;
	bool hex;

	*c = '&';
	if (t.length - i >= 5 && strncasecmp(t.bytes + i, "&amp;", 5) == 0)
		return 5;
	if (t.length - i < 4 || t.bytes[at] != '#')
		return 1;
	hex = t.bytes[++at] == 'x' || t.bytes[at] == 'X';
	for (at += hex; at < t.length && n <= 0x10FFFF; at++) {
		char d = t.bytes[at];

		if (d >= '0' && d <= '9')
			n = n * (hex ? 16 : 10) + (uint32_t)(d - '0');
		else if (hex && ((d | 32) >= 'a' && (d | 32) <= 'f'))
			n = n * 16 + (uint32_t)((d | 32) - 'a' + 10);
		else
			break;
	}
	if (n < ' ' || n > 0x10FFFF || (n >= 0xD800 && n < 0xE000) ||
	    at >= t.length || t.bytes[at] != ';')
		return 1;
	*c = n;
	return at + 1 - i;
}

static bool
target_add(struct buffer *to, struct text href)
{
	size_t i = 0;

	while (href.length > 0 && is_blank(href.bytes[0])) {
		href.bytes++;
		href.length--;
	}
	while (href.length > 0 && is_blank(href.bytes[href.length - 1]))
		href.length--;
	if (href.length == 0 || href.length >= LINK_MAX)
		return false;
	while (i < href.length) {
		char out[4];
		uint32_t c;

		if (href.bytes[i] != '&') {
			buffer_add_char(to, href.bytes[i++]);
			continue;
		}
		i += reference_read(href, i, &c);
		buffer_add(to, out, utf8_encode(c, out));
	}
	return !to->failed;
}

/* Behind the end of `mark`, without case, or the end of the page. */
static size_t
behind(struct text page, size_t at, const char *mark)
{
	size_t length = strlen(mark);

	for (; at + length <= page.length; at++)
		if (strncasecmp(page.bytes + at, mark, length) == 0)
			return at + length;
	return page.length;
}

struct tag {
	struct text name, rel, type, href;
};

/* The tag whose name begins at `at`.  Moves behind the tag, and behind all of
 * a script, so that links written by scripts do not count. */
static size_t
tag_read(struct text page, size_t at, struct tag *tag)
{
	struct text name, value;

	*tag = (struct tag){.name = {page.bytes + at, 0}};
	while (at < page.length && !is_blank(page.bytes[at]) &&
	    strchr(">/", page.bytes[at]) == NULL)
		at++;
	tag->name.length = (size_t)(page.bytes + at - tag->name.bytes);
	while (attribute_read(page, &at, &name, &value)) {
		if (name_is(name, "rel"))
			tag->rel = value;
		else if (name_is(name, "type"))
			tag->type = value;
		else if (name_is(name, "href"))
			tag->href = value;
	}
	if (name_is(tag->name, "script"))
		return behind(page, at, "</script");
	if (name_is(tag->name, "style"))
		return behind(page, at, "</style");
	return at;
}

/* The next tag from *at on; false at the end of the page. */
static bool
tag_next(struct text page, size_t *at, struct tag *tag)
{
	while (*at < page.length) {
		const char *open = memchr(page.bytes + *at, '<',
		    page.length - *at);

		if (open == NULL)
			break;
		*at = (size_t)(open - page.bytes) + 1;
		if (page.length - *at < 3 || memcmp(open, "<!--", 4) != 0) {
			*at = tag_read(page, *at, tag);
			return true;
		}
		*at = behind(page, *at + 3, "-->");
	}
	return false;
}

bool
link_html_next(struct text page, struct buffer *to)
{
	struct tag tag;
	size_t at = 0;

	while (tag_next(page, &at, &tag))
		if ((name_is(tag.name, "a") || name_is(tag.name, "link") ||
		    name_is(tag.name, "atom:link")) &&
		    has_word(tag.rel, "next") && target_add(to, tag.href))
			return true;
	return false;
}

bool
link_html_alternate(struct text page, const char *type, struct buffer *to)
{
	struct tag tag;
	size_t at = 0;

	while (tag_next(page, &at, &tag))
		if (name_is(tag.name, "link") &&
		    has_word(tag.rel, "alternate") &&
		    name_is(tag.type, type) && target_add(to, tag.href))
			return true;
	return false;
}

bool
link_html_base(struct text page, struct buffer *to)
{
	struct tag t;
	size_t at = 0;

	while (tag_next(page, &at, &t) && !name_is(t.name, "body"))
		if (name_is(t.name, "base") && target_add(to, t.href))
			return true;
	return false;
}
