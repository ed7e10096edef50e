/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <strings.h>

#include "strip.h"
#include "utf8.h"

enum { PIECE = 16 << 10 };

/* Labels that mean another charset on the web than in the standards. */
static const struct { const char *label, *meant; } labels[] = {
	{"iso-8859-1", "windows-1252"}, {"latin1", "windows-1252"},
	{"iso8859-1", "windows-1252"}, {"us-ascii", "windows-1252"},
	{"ascii", "windows-1252"}, {"x-sjis", "CP932"},
	{"shift_jis", "CP932"}, {"shift-jis", "CP932"},
	{"gb2312", "GB18030"}, {"gbk", "GB18030"}, {"big5", "BIG5-HKSCS"},
	{"iso-8859-9", "windows-1254"}, {"ks_c_5601-1987", "CP949"},
	{"euc-kr", "CP949"}, {"tis-620", "windows-874"},
	{"utf8", "UTF-8"}, {"unicode", "UTF-8"},
};

static void
set_name(char to[CHARSET_NAME], struct text from)
{
	size_t i, length = 0;

	for (i = 0; i < from.length && length < CHARSET_NAME - 1; i++) {
		char c = from.bytes[i];

		if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || c == '-' || c == '_' ||
		    c == ':' || c == '.')
			to[length++] = c;
		else if (length > 0)
			break;
	}
	to[length] = '\0';
}

/* charset= in a tag's own attribute or in the `content` of an http-equiv. */
static bool
declared_in_meta(struct text page, size_t at, char name[CHARSET_NAME])
{
	struct strip_tag tag;
	struct text value;
	size_t i;

	if (!strip_tag_read(page, at, &tag) || !strip_same(tag.name, "meta"))
		return false;
	value = strip_attribute(tag.attributes, "charset");
	if (value.length == 0) {
		value = strip_attribute(tag.attributes, "content");
		for (i = 0; i + 8 < value.length; i++)
			if (strncasecmp(value.bytes + i, "charset=", 8) == 0)
				break;
		if (i + 8 >= value.length)
			return false;
		value.bytes += i + 8;
		value.length -= i + 8;
	}
	set_name(name, value);
	/* A page that can be read to here is not UTF-16. */
	if (strncasecmp(name, "utf-16", 6) == 0)
		set_name(name, text_of("UTF-8"));
	return name[0] != '\0';
}

/* What the page's first bytes declare; "" where they do not. */
static void
find_declared(struct text page, char name[CHARSET_NAME])
{
	size_t at = 0, end;

	name[0] = '\0';
	page = strip_front(page);
	if (page.length > CHARSET_SEARCH)
		page.length = CHARSET_SEARCH;
	if (page.length > 6 && memcmp(page.bytes, "<?xml", 5) == 0) {
		struct text head = {page.bytes + 5, 0}, value;

		end = strip_find(page, 5, "?>", '?');
		head.length = end - 5;
		value = strip_attribute(head, "encoding");
		if (value.length > 0) {
			set_name(name, value);
			return;
		}
	}
	while ((at = strip_find(page, at, "<", '<')) < page.length) {
		if (declared_in_meta(page, at, name))
			return;
		at++;
	}
}

/* For the program's lifetime: few pages are not UTF-8, and those are in few
 * charsets. */
static struct {
	char name[CHARSET_NAME];
	iconv_t converter;
} held[CHARSET_HELD_MAX];
static size_t held_count;
static bool (*ask_for)(const char *name);

void
charset_ask(bool (*ask)(const char *name))
{
	ask_for = ask;
}

static iconv_t
find_held(const char *name)
{
	size_t i;

	for (i = 0; i < held_count; i++)
		if (strcasecmp(name, held[i].name) == 0)
			return held[i].converter;
	return (iconv_t)-1;
}

bool
charset_hold(const char *name)
{
	iconv_t cd = find_held(name);

	if (cd != (iconv_t)-1)
		return true;
	if (held_count == CHARSET_HELD_MAX || strlen(name) >= CHARSET_NAME)
		return false;
	cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1)
		return false;
	strcpy(held[held_count].name, name);
	held[held_count++].converter = cd;
	return true;
}

static iconv_t
open_label(const char *label)
{
	iconv_t cd;
	size_t i;

	for (i = 0; i < sizeof(labels) / sizeof(labels[0]); i++)
		if (strcasecmp(label, labels[i].label) == 0) {
			label = labels[i].meant;
			break;
		}
	cd = find_held(label);
	if (cd == (iconv_t)-1 && (ask_for != NULL ? ask_for(label) :
	    charset_hold(label)))
		cd = find_held(label);
	if (cd != (iconv_t)-1)
		iconv(cd, NULL, NULL, NULL, NULL);
	return cd;
}

/* A byte that the charset does not have is one U+FFFD. */
static int
convert(iconv_t cd, struct text page, struct buffer *to)
{
	char *in = (char *)(uintptr_t)page.bytes;
	size_t left = page.length;

	while (left > 0) {
		char *out = buffer_reserve(to, PIECE), *start = out;
		size_t room = PIECE, got;

		if (out == NULL)
			return -1;
		got = iconv(cd, &in, &left, &out, &room);
		to->length += (size_t)(out - start);
		if (got != (size_t)-1 || errno == E2BIG)
			continue;
		if (buffer_add(to, "\xEF\xBF\xBD", 3) < 0)
			return -1;
		in++, left--;
	}
	return buffer_add(to, "", 0);
}

static int
decode_as(struct text page, const char *label, struct buffer *room,
	struct text *to)
{
	iconv_t cd;
	int result;

	buffer_clear(room);
	if (strcasecmp(label, "utf-8") == 0 || strcasecmp(label, "utf8") == 0) {
		result = utf8_repair(room, page.bytes, page.length);
	} else {
		cd = open_label(label);
		if (cd == (iconv_t)-1)
			return 1;	/* nobody knows that name */
		result = convert(cd, page, room);
	}
	*to = (struct text){room->bytes, room->length};
	return result;
}

/* A mark's charset and length; NULL where there is none. */
static const char *
mark_of(struct text page, size_t *length)
{
	const unsigned char *b = (const unsigned char *)page.bytes;

	*length = 2;
	if (page.length >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF) {
		*length = 3;
		return "UTF-8";
	}
	if (page.length >= 2 && b[0] == 0xFF && b[1] == 0xFE)
		return "UTF-16LE";
	if (page.length >= 2 && b[0] == 0xFE && b[1] == 0xFF)
		return "UTF-16BE";
	return NULL;
}

/* A page that was cut may end inside a character; that end is left away. */
static bool
is_utf8(struct text *page)
{
	size_t valid = utf8_valid(page->bytes, page->length), rest, needs, i;
	unsigned char lead;

	if (valid == page->length)
		return true;
	rest = page->length - valid;
	lead = (unsigned char)page->bytes[valid];
	needs = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 :
	    lead < 0xF0 ? 3 : 4;
	if (rest >= needs)
		return false;
	for (i = valid + 1; i < page->length; i++)
		if (((unsigned char)page->bytes[i] & 0xC0) != 0x80)
			return false;
	page->length = valid;
	return true;
}

int
charset_decode(struct text page, struct text declared, struct buffer *room,
	struct text *to, char name[CHARSET_NAME])
{
	char inside[CHARSET_NAME];
	size_t length;
	const char *mark = mark_of(page, &length);
	int result;

	if (mark != NULL) {
		page.bytes += length;
		page.length -= length;
		set_name(name, text_of(mark));
	}
	if ((mark == NULL || length == 3) && is_utf8(&page)) {
		set_name(name, text_of("UTF-8"));
		*to = page;
		return 0;
	}
	if (mark != NULL)
		return decode_as(page, mark, room, to);
	set_name(name, declared);
	if (name[0] != '\0' && (result = decode_as(page, name, room, to)) <= 0)
		return result;
	find_declared(page, inside);
	set_name(name, text_of(inside));
	if (name[0] != '\0' && (result = decode_as(page, name, room, to)) <= 0)
		return result;
	set_name(name, text_of("windows-1252"));
	return decode_as(page, name, room, to);
}
