/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "strip.h"

#include <strings.h>

#include "html.h"

enum {
	HTTP_HEADERS_MAX = 64 << 10,
	SVG_TITLE_MAX = 400,
};

struct text
strip_front(struct text page)
{
	static const char mark[] = "\xEF\xBB\xBF";
	const char *end;
	size_t window;

	while (page.length > 0 && strip_is_blank(page.bytes[0]))
		page.bytes++, page.length--;
	if (page.length >= 3 && memcmp(page.bytes, mark, 3) == 0)
		page.bytes += 3, page.length -= 3;
	while (page.length > 0 && strip_is_blank(page.bytes[0]))
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

size_t
strip_declaration(struct text page, size_t at, struct strip_walk *walk)
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

	while (at < end && strip_is_blank(page.bytes[at]))
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
	if (i == 0 && !walk->no_data && script_is_data(t->attributes))
		return (struct span){end, end};
	/* Never closed: only the tag goes. */
	if (end == page.length)
		return (struct span){at, t->end};
	return i == 2 ? inside_svg(page, t->end, end) :
	    (struct span){at, end};
}

/* What is to be taken out at a '<'; `to` is also where to go on.  *t is the
 * tag there, without a name where there is none. */
static struct span
strip_one(struct strip_walk *walk, size_t at, struct strip_tag *t)
{
	struct text page = walk->page;

	t->name.length = 0;
	if (at + 1 < page.length && page.bytes[at + 1] == '!')
		return (struct span){at, strip_declaration(page, at, walk)};
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

/* ---- the page for a tree ---- */

struct cleaner {
	struct strip_walk walk;
	const struct attributes *a;
	struct buffer *to;
	size_t kept;		/* what begins here is still to be added */
	bool blank;		/* the last text ended with one */
};

static int
add_until(struct cleaner *c, size_t until, size_t next)
{
	size_t from = c->kept;

	c->kept = next;
	return until == from ? 0 :
	    buffer_add(c->to, c->walk.page.bytes + from, until - from);
}

/* Whether blanks on both sides of a tag are as good as those on one. */
static bool
is_layout(struct text name)
{
	static const char *const names[] = {"a", "article", "aside", "b",
	    "body", "button", "div", "em", "figure", "footer", "form", "h1",
	    "h2", "h3", "h4", "head", "header", "html", "i", "label", "li",
	    "main", "nav", "ol", "p", "section", "span", "strong", "table",
	    "tbody", "td", "th", "tr", "ul", NULL};
	size_t i;

	for (i = 0; names[i] != NULL; i++)
		if (names[i][0] == (name.bytes[0] | 0x20) &&
		    strip_same(name, names[i]))
			return true;
	return false;
}

/* Of blanks in a row the first stays; none stays behind a blank that only
 * layout is between. */
static int
fold_blanks(struct cleaner *c, size_t from, size_t to)
{
	const char *p = c->walk.page.bytes;
	size_t end;

	for (; from < to; from = end) {
		end = from + 1;
		if (!strip_is_blank(p[from])) {
			c->blank = false;
			continue;
		}
		while (end < to && strip_is_blank(p[end]))
			end++;
		if (!c->blank || c->a->blanks)
			from++;
		c->blank = true;
		if (from < end && add_until(c, from, end) < 0)
			return -1;
	}
	return 0;
}

/* Adds what stands before and in a tag but for its idle attributes, as far
 * as those go. */
static int
leave_idle(struct cleaner *c, const struct strip_tag *tag)
{
	const char *page = c->walk.page.bytes;
	const size_t begin = (size_t)(tag->attributes.bytes - page);
	struct text name, value;
	size_t at = 0;

	while (strip_attribute_next(tag->attributes, &at, &name, &value)) {
		if (!attributes_is_idle(c->a, name))
			continue;
		if (add_until(c, (size_t)(name.bytes - page), begin + at) < 0)
			return -1;
	}
	return 0;
}

static int
take_out(struct cleaner *c, struct span out)
{
	bool blank = c->a != NULL && !c->a->blanks && c->blank;

	c->blank = true;
	if (add_until(c, out.from, out.to) < 0)
		return -1;
	return blank ? 0 : buffer_add_char(c->to, ' ');
}

static int
clean_one(struct cleaner *c, size_t at)
{
	struct strip_tag tag;
	struct span out = strip_one(&c->walk, at, &tag);

	c->walk.at = out.to;
	if (tag.name.length > 0 && (out.from > at || out.to == at)) {
		c->blank = c->blank && is_layout(tag.name);
		if (c->a != NULL && tag.count > 1 && leave_idle(c, &tag) < 0)
			return -1;
	} else if (out.from == out.to) {
		c->blank = false;
	}
	return out.from == out.to ? 0 : take_out(c, out);
}

int
strip_html(struct text page, const struct attributes *a, struct buffer *to)
{
	struct cleaner c = {.walk = {.page = strip_front(page),
	    .no_data = a != NULL && !a->scripts}, .a = a, .to = to};
	const size_t before = to->length;

	page = c.walk.page;
	while (c.walk.at < page.length) {
		const char *p = memchr(page.bytes + c.walk.at, '<',
		    page.length - c.walk.at);
		size_t at = p == NULL ? page.length :
		    (size_t)(p - page.bytes);

		if (a != NULL && fold_blanks(&c, c.walk.at, at) < 0)
			return -1;
		c.walk.at = at;
		if (p != NULL && clean_one(&c, at) < 0)
			return -1;
	}
	if (add_until(&c, page.length, page.length) < 0)
		return -1;
	strip_nuls(to, before);
	return 0;
}
