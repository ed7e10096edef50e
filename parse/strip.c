/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "strip.h"

#include <stdint.h>
#include <strings.h>

#include "html.h"

enum {
	HTTP_HEADERS_MAX = 64 << 10,
	ENTITY_MAX = 32,
	SVG_TITLE_MAX = 400,
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
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
skip_declaration(struct text page, size_t at, struct strip_walk *walk)
{
	const char *p = page.bytes + at, *end;

	if (!walk->no_comment_end && page.length - at >= 4 &&
	    memcmp(p, "<!--", 4) == 0) {
		size_t from = at + 4;

		/* "<!-->" and "<!--->" are whole comments. */
		if (from < page.length && page.bytes[from] == '>')
			return from + 1;
		from = strip_find(page, from, "-->", '>');
		/* Left open it would swallow the page: treat it as a tag. */
		if (from < page.length)
			return from + 3;
		walk->no_comment_end = true;
	}
	end = memchr(p, '>', page.length - at);
	return end ? (size_t)(end - page.bytes) + 1 : page.length;
}

struct span {
	size_t from, to;	/* equal: nothing is taken out */
};

/* Of an svg its title stays, if it begins with it: it is what a reader is
 * told that it shows ("4.0 of 5 bubbles"). */
static struct span
inside_svg(struct text page, size_t start, size_t end)
{
	size_t at = start, stop;

	while (at < end && is_blank(page.bytes[at]))
		at++;
	if (end - at > 7 && strncasecmp(page.bytes + at, "<title", 6) == 0) {
		stop = strip_end_tag((struct text){page.bytes, end}, at + 6,
		    "title");
		if (stop < end && stop - at < SVG_TITLE_MAX)
			start = stop + strlen("</title>");
	}
	return (struct span){start < end ? start : end, end};
}

/* What goes of an element whose start tag is `t`.  Of an svg the tag stays:
 * its class or label may be a star. */
static struct span
skip_element(struct text page, size_t at, const struct strip_tag *t,
	struct strip_walk *walk)
{
	static const char *const out[] = {"script", "style", "svg"};
	struct span none = {t->end, t->end};
	size_t i, end;

	if (t->closing || (t->name.bytes[0] | 0x20) != 's')
		return none;
	for (i = 0; i < sizeof(out) / sizeof(out[0]); i++)
		if (strip_same(t->name, out[i]))
			break;
	if (i == sizeof(out) / sizeof(out[0]))
		return none;
	if (i > 0 && t->end >= 2 && page.bytes[t->end - 2] == '/')
		return none;
	end = walk->no_element_end[i] ? page.length :
	    strip_end_tag(page, t->end, out[i]);
	walk->no_element_end[i] = end == page.length;
	if (i == 0 && script_is_data(t->attributes))
		return (struct span){end, end};
	/* Never closed: only the tag goes. */
	if (end == page.length)
		return (struct span){at, t->end};
	return i == 2 ? inside_svg(page, t->end, end) :
	    (struct span){at, end};
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

/* What is to be taken out at a '<'; `to` is also where to go on.  *t is the
 * tag there, without a name where there is none. */
static struct span
strip_one(struct strip_walk *walk, size_t at, struct strip_tag *t)
{
	struct text page = walk->page;

	t->name.length = 0;
	if (at + 1 < page.length && page.bytes[at + 1] == '!')
		return (struct span){at, skip_declaration(page, at, walk)};
	if (!strip_tag_read(page, at, t))
		return (struct span){at + 1, at + 1};
	if (t->count > HTML_ATTRIBUTES_MAX || t->end - at > HTML_TAG_MAX)
		return (struct span){at, t->end};
	return skip_element(page, at, t, walk);
}

int
strip_tag_next(struct strip_walk *w, struct strip_tag *t)
{
	while (w->at < w->page.length) {
		const char *p = memchr(w->page.bytes + w->at, '<',
		    w->page.length - w->at);
		struct span out;
		size_t at;

		if (p == NULL)
			break;
		at = (size_t)(p - w->page.bytes);
		out = strip_one(w, at, t);
		w->at = out.to;
		if (t->name.length > 0 && (out.from > at || out.to == at))
			return 1;
	}
	w->at = w->page.length;
	return 0;
}

/* Adds what stands between *kept and the tag's end but for its idle
 * attributes, as far as those go. */
static int
leave_idle(struct text page, size_t *kept, const struct strip_tag *tag,
	const struct attributes *a, struct buffer *to)
{
	const size_t begin = (size_t)(tag->attributes.bytes - page.bytes);
	struct text name, value;
	size_t at = 0;

	while (strip_attribute_next(tag->attributes, &at, &name, &value)) {
		size_t from = (size_t)(name.bytes - page.bytes);

		if (!attributes_is_idle(a, name))
			continue;
		if (add_clean(to, page.bytes + *kept, from - *kept) < 0)
			return -1;
		*kept = begin + at;
	}
	return 0;
}

int
strip_html(struct text page, const struct attributes *a, struct buffer *to)
{
	struct strip_walk walk = {.page = strip_front(page)};
	size_t i = 0, kept = 0;
	bool stays;

	page = walk.page;
	while (i < page.length) {
		const char *p = memchr(page.bytes + i, '<', page.length - i);
		struct strip_tag tag;
		struct span out;

		if (p == NULL)
			break;
		i = (size_t)(p - page.bytes);
		out = strip_one(&walk, i, &tag);
		stays = tag.name.length > 0 && (out.from > i || out.to == i);
		i = out.to;
		if (stays && a != NULL && tag.count > 1 &&
		    leave_idle(page, &kept, &tag, a, to) < 0)
			return -1;
		if (out.from == out.to)
			continue;
		if (add_clean(to, page.bytes + kept, out.from - kept) < 0 ||
		    buffer_add_char(to, ' ') < 0)
			return -1;
		kept = out.to;
	}
	return add_clean(to, page.bytes + kept, page.length - kept);
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
			at = skip_declaration(page, at, walk) - 1;
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
		at = skip_declaration(page, at, &walk);
	}
	return *from = 0;
}

/* The character of a named reference at '&'; 0 where there is none. */
static uint32_t
named_reference(struct text page, size_t at, size_t *end)
{
	struct text name = {page.bytes + at + 1, 0};

	while (name.length < ENTITY_MAX && at + 1 + name.length < page.length
	    && !is_blank(name.bytes[name.length]) &&
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
