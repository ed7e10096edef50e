/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "plain_reference.h"
#include "review.h"
#include "strip.h"
#include "utf8.h"

enum {
	ZWNJ = 0x200C,
	ZWJ = 0x200D,
};

/* Characters come in one by one; blanks and joiners wait until it is known
 * that something follows them. */
struct folder {
	struct buffer *to;
	size_t from;		/* where this text began in `to` */
	size_t limit;
	bool blank;
	bool open_comment, open_script, open_tag; /* one never closed */
	uint32_t joiner;
};

/* Blanks that HTML does not know are blanks all the same. */
static const struct utf8_range blanks[] = {
	{0x09, 0x0D}, {0x20, 0x20}, {0x85, 0x85}, {0xA0, 0xA0},
	{0x1680, 0x1680}, {0x2000, 0x200A}, {0x2028, 0x2029},
	{0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
};
static const struct utf8_range invisible[] = {
	{0x00, 0x08}, {0x0E, 0x1F}, {0x7F, 0x84}, {0x86, 0x9F},
	{0xAD, 0xAD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160},
	{0x17B4, 0x17B5}, {0x180B, 0x180F}, {0x200B, 0x200B},
	{0x200E, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F},
	{0x3164, 0x3164}, {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF},
	{0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB}, {0xFFFE, 0xFFFF},
	{0xE0000, 0xE0FFF},
};

static int
add_character(struct folder *f, uint32_t c)
{
	char bytes[4];
	size_t length = utf8_encode(c, bytes);

	if (f->to->length - f->from + length > f->limit)
		return 0;
	return buffer_add(f->to, bytes, length);
}

static int
fold(struct folder *f, uint32_t c)
{
	if (c > 0x20 && c < 0x7F) {
		if (!f->blank && f->joiner == 0 &&
		    f->to->length - f->from < f->limit)
			return buffer_add_char(f->to, (char)c);
	} else if (utf8_is_in(c, blanks, sizeof(blanks) / sizeof(blanks[0]))) {
		f->blank = true;
		f->joiner = 0;
		return 0;
	} else if (c == ZWNJ || c == ZWJ) {
		f->joiner = c;
		return 0;
	} else if (utf8_is_in(c, invisible,
	    sizeof(invisible) / sizeof(invisible[0])))
		return 0;
	if (f->to->length > f->from) {
		if (f->blank && add_character(f, ' ') < 0)
			return -1;
		if (!f->blank && f->joiner != 0 &&
		    add_character(f, f->joiner) < 0)
			return -1;
	}
	f->blank = false;
	f->joiner = 0;
	return add_character(f, c);
}

static bool
is_letter(char c, bool markup)
{
	return c > 0x20 && c < 0x7F && !(markup && (c == '<' || c == '&'));
}

/* Adds what stands for itself from `from` on, single blanks between letters
 * too; returns where it ends.  With `markup` a '<' and a '&' do not. */
static size_t
fold_run(struct folder *f, struct text t, size_t from, bool markup)
{
	size_t end = from, left = f->limit - (f->to->length - f->from);

	if (f->blank || f->joiner != 0 || f->to->length - f->from > f->limit)
		return from;
	while (end < t.length && (is_letter(t.bytes[end], markup) ||
	    (t.bytes[end] == ' ' && end > from && end + 1 < t.length &&
	    is_letter(t.bytes[end + 1], markup))))
		end++;
	if (end > from)
		buffer_add(f->to, t.bytes + from, end - from < left ?
		    end - from : left);
	return end;
}

static int
fold_text(struct folder *f, struct text t)
{
	size_t i = 0;

	while (i < t.length) {
		uint32_t c;

		i = fold_run(f, t, i, false);
		if (i == t.length)
			break;
		i += utf8_decode(t.bytes + i, t.length - i, &c);
		if (fold(f, c) < 0)
			return -1;
	}
	return f->to->failed ? -1 : 0;
}

static bool
is_one_of(struct text name, const char *const *list)
{
	for (; name.length > 0 && *list != NULL; list++)
		if ((name.bytes[0] | 0x20) == **list &&
		    strip_same(name, *list))
			return true;
	return false;
}

static const char *const silent[] = {
	"script", "style", "template", "head", "title", "select", NULL,
};
/* Elements that stand in a line; every other ends one. */
static const char *const inlines[] = {
	"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code",
	"data", "del", "dfn", "em", "font", "g-emoji", "i", "ins", "kbd",
	"label", "mark", "meter", "q", "s", "samp", "small", "span",
	"strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
	"nobr", "meta", "link", NULL,
};

/* What stands at a '<'; returns where to go on. */
static size_t
markup_tag(struct folder *f, struct text t, size_t at)
{
	struct strip_tag tag;
	size_t end;

	if (t.length - at >= 4 && memcmp(t.bytes + at, "<!--", 4) == 0) {
		end = f->open_comment ? t.length :
		    strip_find(t, at + 4, "-->", '>');
		f->open_comment = end == t.length;
		return end < t.length ? end + 3 : at;
	}
	if (f->open_tag || !strip_tag_read(t, at, &tag))
		return at;
	if (t.bytes[tag.end - 1] != '>') {
		f->open_tag = tag.end == t.length;
		return at;
	}
	if (!is_one_of(tag.name, inlines))
		f->blank = true;
	if (!f->open_script && !tag.closing &&
	    (strip_same(tag.name, "script") ||
	    strip_same(tag.name, "style"))) {
		end = strip_end_tag(t, tag.end,
		    strip_same(tag.name, "style") ? "style" : "script");
		f->open_script = end == t.length;
		return end < t.length ? end : tag.end;
	}
	return tag.end;
}

static int
add_markup(struct folder *f, struct text t)
{
	size_t i = 0;

	while (i < t.length) {
		size_t next = 0;
		uint32_t c;

		i = fold_run(f, t, i, true);
		if (i == t.length)
			break;
		if (t.bytes[i] == '<') {
			next = markup_tag(f, t, i);
			if (next > i) {
				i = next;
				continue;
			}
			next = 0;
		} else if (t.bytes[i] == '&')
			next = plain_reference(t, i, &c);
		if (next == 0)
			next = i + utf8_decode(t.bytes + i, t.length - i, &c);
		if (fold(f, c) < 0)
			return -1;
		i = next;
	}
	return f->to->failed ? -1 : 0;
}

static struct folder
folder_of(struct buffer *to, size_t limit)
{
	return (struct folder){.to = to, .from = to->length, .limit = limit};
}

int
plain_add_markup(struct buffer *to, struct text markup)
{
	struct folder f = folder_of(to, REVIEW_TEXT_MAX);

	return add_markup(&f, markup);
}

int
plain_add_text(struct buffer *to, struct text t)
{
	struct folder f = folder_of(to, REVIEW_TEXT_MAX);

	return fold_text(&f, t);
}

int
plain_add_node(struct buffer *to, const struct html_node *n, size_t limit,
	size_t *steps)
{
	struct folder f = folder_of(to, limit);
	struct html_cursor at = {.root = n};
	enum html_step s;

	while ((s = html_step(&at)) != HTML_END) {
		struct text name = text_of(html_name(at.node));

		if (to->length - f.from + 4 > limit ||
		    (steps != NULL && *steps == 0))
			break;
		if (steps != NULL)
			--*steps;
		if (s == HTML_TEXT) {
			if (fold_text(&f, html_content(at.node)) < 0)
				return -1;
		} else if (!is_one_of(name, inlines))
			f.blank = true;
		if (s == HTML_ENTER && is_one_of(name, silent))
			html_skip(&at);
	}
	return 0;
}

static struct text
kept(struct arena *a, struct buffer *b, int result)
{
	struct text t = {NULL, 0};

	if (result == 0 && b->length > 0) {
		t.bytes = arena_copy(a, b->bytes, b->length);
		t.length = t.bytes == NULL ? 0 : b->length;
	}
	buffer_release(b);
	return t;
}

struct text
plain_markup(struct arena *a, struct text markup)
{
	struct buffer b;

	buffer_init(&b, REVIEW_TEXT_MAX + 8);
	return kept(a, &b, plain_add_markup(&b, markup));
}

struct text
plain_text(struct arena *a, struct text t)
{
	struct buffer b;

	buffer_init(&b, REVIEW_TEXT_MAX + 8);
	return kept(a, &b, plain_add_text(&b, t));
}

struct text
plain_node(struct arena *a, const struct html_node *n, size_t *steps)
{
	struct buffer b;

	buffer_init(&b, REVIEW_TEXT_MAX + 8);
	return kept(a, &b, plain_add_node(&b, n, REVIEW_TEXT_MAX,
	    steps));
}
