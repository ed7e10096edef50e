/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sniff.h"

#include <string.h>
#include <strings.h>

#include "jsonl.h"
#include "strip.h"
#include "warc.h"

static struct text
content(struct text t)
{
	if (t.length >= 3 && memcmp(t.bytes, "\xEF\xBB\xBF", 3) == 0) {
		t.bytes += 3;
		t.length -= 3;
	}
	while (t.length > 0 && text_is_blank(t.bytes[0])) {
		t.bytes++;
		t.length--;
	}
	return t;
}

/* ".html.gz" counts as ".html". */
static bool
is_named(const char *name, const char *suffix)
{
	size_t length = name == NULL ? 0 : strlen(name), tail = strlen(suffix);

	if (length > 3 && strcasecmp(name + length - 3, ".gz") == 0)
		length -= 3;
	return length > tail &&
	    strncasecmp(name + length - tail, suffix, tail) == 0;
}

/* Lines of objects, not one object that begins with a short line. */
static bool
is_lines(struct text t, const char *name)
{
	const char *end = memchr(t.bytes, '\n', t.length);
	struct jsonl_object o;
	struct text line, rest;
	size_t fault;

	if (is_named(name, ".jsonl") || is_named(name, ".ndjson"))
		return true;
	if (end == NULL)
		return false;
	line = (struct text){t.bytes, (size_t)(end - t.bytes)};
	rest = content((struct text){end, t.length - line.length});
	while (line.length > 0 && text_is_blank(line.bytes[line.length - 1]))
		line.length--;
	return rest.length > 0 && rest.bytes[0] == '{' &&
	    jsonl_scan(line, &o, &fault);
}

/* The name of the first element, prefix left out; absent if none. */
static struct text
root_name(struct text t)
{
	struct strip_tag tag;
	size_t at = 0, i;

	if (t.length > SNIFF_ROOT)
		t.length = SNIFF_ROOT;
	while ((at = strip_find(t, at, "<", '<')) < t.length) {
		const char *end;

		if (t.length - at >= 4 &&
		    memcmp(t.bytes + at, "<!--", 4) == 0) {
			at = strip_find(t, at + 4, "-->", '>');
			continue;
		}
		if (strip_tag_read(t, at, &tag) && !tag.closing) {
			for (i = 0; i < tag.name.length; i++)
				if (tag.name.bytes[i] == ':')
					return (struct text){tag.name.bytes +
					    i + 1, tag.name.length - i - 1};
			return tag.name;
		}
		end = memchr(t.bytes + at, '>', t.length - at);
		at = end == NULL ? t.length : (size_t)(end - t.bytes) + 1;
	}
	return (struct text){NULL, 0};
}

static enum sniff_type
sniff_markup(struct text t, const char *name)
{
	bool declared = t.length > 5 && memcmp(t.bytes, "<?xml", 5) == 0;
	struct text root = root_name(t);

	if (strip_same(root, "html"))
		return SNIFF_HTML;
	if (declared || strip_same(root, "rss") || strip_same(root, "feed") ||
	    strip_same(root, "rdf") || is_named(name, ".xml") ||
	    is_named(name, ".atom") || is_named(name, ".rss"))
		return SNIFF_XML;
	return SNIFF_HTML;
}

/* A header row: a separator in it, and another row behind it. */
static bool
is_table(struct text t)
{
	const char *end = memchr(t.bytes, '\n', t.length);
	size_t line = end == NULL ? 0 : (size_t)(end - t.bytes);

	return line > 0 && line + 1 < t.length &&
	    (memchr(t.bytes, ',', line) != NULL ||
	    memchr(t.bytes, ';', line) != NULL ||
	    memchr(t.bytes, '\t', line) != NULL);
}

enum sniff_type
sniff(struct text head, const char *name)
{
	struct text t;

	if (head.length > SNIFF_LOOK)
		head.length = SNIFF_LOOK;
	t = content(head);
	if (t.length == 0)
		return SNIFF_EMPTY;
	if (warc_is(head.bytes, head.length))
		return SNIFF_WARC;
	if (t.bytes[0] == '<')
		return sniff_markup(t, name);
	/* Markup of two bytes a letter. */
	if (t.length > 4 && ((memcmp(t.bytes, "\xFF\xFE<", 4) == 0) ||
	    memcmp(t.bytes, "\xFE\xFF\0<", 4) == 0))
		return SNIFF_HTML;
	/* Saved with its HTTP headers in front. */
	if (t.length > 5 && memcmp(t.bytes, "HTTP/", 5) == 0)
		return SNIFF_HTML;
	if (t.bytes[0] == '{')
		return is_lines(t, name) ? SNIFF_JSONL : SNIFF_JSON;
	if (t.bytes[0] == '[')
		return SNIFF_JSON;
	if (is_named(name, ".jsonl") || is_named(name, ".ndjson"))
		return SNIFF_JSONL;
	if (is_named(name, ".json"))
		return SNIFF_JSON;
	if (is_named(name, ".html") || is_named(name, ".htm") ||
	    is_named(name, ".xhtml"))
		return SNIFF_HTML;
	if (memchr(t.bytes, '\0', t.length) != NULL && t.bytes[0] != '\xFF' &&
	    t.bytes[0] != '\xFE')
		return SNIFF_BINARY;
	if (is_named(name, ".csv") || is_named(name, ".tsv"))
		return SNIFF_CSV;
	if (root_name(t).length > 0)
		return SNIFF_HTML;
	return is_table(t) ? SNIFF_CSV : SNIFF_OTHER;
}

static bool
says(struct text media_type, const char *word)
{
	size_t length = strlen(word), i;

	for (i = 0; i + length <= media_type.length; i++)
		if (memcmp(media_type.bytes + i, word, length) == 0)
			return true;
	return false;
}

enum sniff_type
sniff_answer(struct text body, struct text media_type)
{
	static const char *const furniture[] = {"image/", "video/", "audio/",
	    "font/", "text/css", "javascript", "application/pdf",
	    "application/zip"};
	enum sniff_type type = sniff(body, NULL);
	size_t i;

	for (i = 0; i < sizeof(furniture) / sizeof(*furniture); i++)
		if (says(media_type, furniture[i]))
			return SNIFF_OTHER;
	if ((type == SNIFF_JSON || type == SNIFF_JSONL) &&
	    !says(media_type, "json"))
		return SNIFF_OTHER;
	if (type == SNIFF_CSV && !says(media_type, "text/csv") &&
	    !says(media_type, "tab-separated"))
		return SNIFF_OTHER;
	return type;
}
