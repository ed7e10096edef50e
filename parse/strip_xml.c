/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "strip.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "html.h"

enum { ENTITY_MAX = 32 };

void
strip_nuls(struct buffer *b, size_t from)
{
	char *nul;

	while (from < b->length && (nul = memchr(b->bytes + from, '\0',
	    b->length - from)) != NULL) {
		*nul = ' ';
		from = (size_t)(nul - b->bytes) + 1;
	}
}

static int
add_clean(struct buffer *to, const char *bytes, size_t length)
{
	size_t from = to->length;

	if (length == 0)
		return 0;
	if (buffer_add(to, bytes, length) < 0)
		return -1;
	strip_nuls(to, from);
	return 0;
}

/* The end of `<!DOCTYPE ...>` with its internal subset. */
static size_t
doctype_end(struct text page, size_t at, struct strip_walk *walk)
{
	bool subset = false;
	char quote = 0;

	for (; at < page.length; at++) {
		char c = page.bytes[at];

		if (quote != 0)
			quote = c == quote ? 0 : quote;
		else if (c == '<' && page.length - at > 4 &&
		    memcmp(page.bytes + at, "<!--", 4) == 0)
			at = strip_declaration(page, at, walk) - 1;
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

/* The offset behind the document type declaration, if there is one before
 * the root element; `*from` is where it begins. */
static size_t
find_doctype(struct text page, size_t *from)
{
	struct strip_walk walk = {.at = 0};
	size_t at = 0;

	while ((at = strip_find(page, at, "<", '<')) + 1 < page.length) {
		if (page.length - at > 9 &&
		    strncasecmp(page.bytes + at, "<!DOCTYPE", 9) == 0) {
			*from = at;
			return doctype_end(page, at, &walk);
		}
		if (page.bytes[at + 1] != '!' && page.bytes[at + 1] != '?')
			break;
		at = strip_declaration(page, at, &walk);
	}
	return *from = 0;
}

/* The character of a named reference at '&'; 0 where there is none. */
static uint32_t
named_reference(struct text page, size_t at, size_t *end)
{
	struct text name = {page.bytes + at + 1, 0};

	while (name.length < ENTITY_MAX && at + 1 + name.length < page.length
	    && !strip_is_blank(name.bytes[name.length]) &&
	    name.bytes[name.length] != ';')
		name.length++;
	*end = at + name.length + 2;
	if (*end > page.length || name.bytes[name.length] != ';')
		return 0;
	return text_is(name, "apos") ? '\'' : html_entity(name);
}

/*
 * In a file that is not well-formed libxml2 drops every entity, `&amp;` too,
 * but no character reference: so all become those.  A '&' that begins no
 * reference becomes one of itself.
 */
static int
add_reference(struct buffer *to, struct text page, size_t at, size_t *next)
{
	uint32_t c;

	*next = at + 1;
	if (at + 1 < page.length && page.bytes[at + 1] == '#')
		return buffer_add_char(to, '&');
	c = named_reference(page, at, next);
	if (c == 0) {
		c = '&';
		*next = at + 1;
	}
	return buffer_add_format(to, "&#%u;", (unsigned)c);
}

/* Where the text goes on that entities are looked for in: behind a CDATA
 * section or comment that begins at `at`. */
static size_t
skip_verbatim(struct text page, size_t at)
{
	size_t end;

	if (page.length - at > 9 &&
	    memcmp(page.bytes + at, "<![CDATA[", 9) == 0)
		end = strip_find(page, at + 9, "]]>", '>');
	else if (page.length - at > 4 &&
	    memcmp(page.bytes + at, "<!--", 4) == 0)
		end = strip_find(page, at + 4, "-->", '>');
	else
		return at + 1;
	return end < page.length ? end + 3 : page.length;
}

static int
add_xml(struct text page, struct buffer *to)
{
	size_t i = 0, kept = 0;

	for (; i < page.length; i++) {
		char c = page.bytes[i];

		if (c == '<') {
			i = skip_verbatim(page, i) - 1;
			continue;
		}
		if (c != '&')
			continue;
		if (add_clean(to, page.bytes + kept, i - kept) < 0 ||
		    add_reference(to, page, i, &kept) < 0)
			return -1;
		i = kept - 1;
	}
	return add_clean(to, page.bytes + kept, page.length - kept);
}

int
strip_xml(struct text page, struct buffer *to)
{
	size_t from, end;

	page = strip_front(page);
	end = find_doctype(page, &from);
	if (add_clean(to, page.bytes, from) < 0)
		return -1;
	return add_xml((struct text){page.bytes + end, page.length - end}, to);
}
