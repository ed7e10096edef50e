/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "warc_http.h"

#include <string.h>

#include "gzip.h"
#include "utf8.h"
#include "warc_coding.h"

enum { TEXT_LOOK = 512 };

void
warc_http_init(struct warc_http *h)
{
	buffer_init(&h->joined, WARC_BLOCK_MAX);
	buffer_init(&h->inflated[0], WARC_BODY_MAX);
	buffer_init(&h->inflated[1], WARC_BODY_MAX);
}

void
warc_http_release(struct warc_http *h)
{
	buffer_release(&h->joined);
	buffer_release(&h->inflated[0]);
	buffer_release(&h->inflated[1]);
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

bool
warc_http_same_name(struct text a, const char *b)
{
	size_t i;

	for (i = 0; i < a.length && b[i] != '\0'; i++)
		if (lower(a.bytes[i]) != lower(b[i]))
			return false;
	return i == a.length && b[i] == '\0';
}

static struct text
trim(struct text t)
{
	while (t.length > 0 && (*t.bytes == ' ' || *t.bytes == '\t')) {
		t.bytes++;
		t.length--;
	}
	while (t.length > 0 && strchr(" \t\r", t.bytes[t.length - 1]) != NULL &&
	    t.bytes[t.length - 1] != '\0')
		t.length--;
	return t;
}

/* The next line of `rest`, without its end; false where there is none. */
static bool
next_line(struct text *rest, struct text *line)
{
	const char *end;

	if (rest->length == 0)
		return false;
	end = memchr(rest->bytes, '\n', rest->length);
	line->bytes = rest->bytes;
	line->length = end == NULL ? rest->length :
	    (size_t)(end - rest->bytes);
	rest->bytes += line->length + (end != NULL);
	rest->length -= line->length + (end != NULL);
	if (line->length > 0 && line->bytes[line->length - 1] == '\r')
		line->length--;
	return true;
}

struct text
warc_http_header(struct text headers, const char *name)
{
	struct text line;
	const char *colon;

	while (next_line(&headers, &line)) {
		colon = memchr(line.bytes, ':', line.length);
		if (colon == NULL || !warc_http_same_name((struct text){
		    line.bytes, (size_t)(colon - line.bytes)}, name))
			continue;
		return trim((struct text){colon + 1, line.length -
		    (size_t)(colon + 1 - line.bytes)});
	}
	return (struct text){NULL, 0};
}

/* Splits the message: headers with the empty line, and body. */
static bool
split_message(struct warc_entry *e)
{
	struct text rest = e->block, line;
	size_t i;

	if (rest.length < 12 || memcmp(rest.bytes, "HTTP/", 5) != 0)
		return false;
	while (next_line(&rest, &line) && line.length > 0)
		;
	e->headers = (struct text){e->block.bytes,
	    e->block.length - rest.length};
	e->body = rest;
	next_line(&(struct text){e->block.bytes, e->block.length}, &line);
	for (i = 5; i < line.length && line.bytes[i] != ' '; i++)
		;
	for (i++; i < line.length && line.bytes[i] >= '0' &&
	    line.bytes[i] <= '9' && e->status < 1000; i++)
		e->status = e->status * 10 + (line.bytes[i] - '0');
	return true;
}

static bool
chunk_size(struct text line, size_t *size)
{
	size_t i, n = 0;

	for (i = 0; i < line.length && i < 8; i++) {
		char c = lower(line.bytes[i]);
		size_t digit;

		if (c >= '0' && c <= '9')
			digit = (size_t)(c - '0');
		else if (c >= 'a' && c <= 'f')
			digit = (size_t)(c - 'a' + 10);
		else
			break;
		n = n << 4 | digit;
	}
	*size = n;
	return i > 0 && (i == line.length ||
	    strchr("; \t", line.bytes[i]) != NULL);
}

/* Joins a chunked body.  Many crawlers have joined it already and kept the
 * header: what does not begin with a whole chunk is left as it is.  One that
 * breaks off later gives what there is. */
static void
join_chunks(struct warc_http *h, struct warc_entry *e)
{
	struct text rest = e->body, line;
	const char *from;
	bool whole = true;
	size_t size;

	buffer_clear(&h->joined);
	while (whole && next_line(&rest, &line) && chunk_size(line, &size)) {
		if (size == 0) {
			e->body = (struct text){h->joined.length == 0 ? "" :
			    h->joined.bytes, h->joined.length};
			return;
		}
		from = rest.bytes;
		if (size > rest.length)
			size = rest.length;
		rest.bytes += size;
		rest.length -= size;
		whole = next_line(&rest, &line) && line.length == 0;
		if (!whole && h->joined.length == 0)
			return;
		buffer_add(&h->joined, from, size);
	}
	if (h->joined.length > 0) {
		e->body = (struct text){h->joined.bytes, h->joined.length};
		e->truncated = true;
	}
}

/* br has no mark of its own: what is text was decoded already.  (The last
 * character that is looked at may be cut.) */
static bool
is_text(struct text body)
{
	size_t look = body.length < TEXT_LOOK ? body.length : TEXT_LOOK;

	return utf8_valid(body.bytes, look) + 4 > look &&
	    memchr(body.bytes, '\0', look) == NULL;
}

/* Removes one coding: 1 done, 0 another coding.  A body that does not begin
 * as its coding does was decoded by the crawler, which kept the header. */
static int
remove_coding(struct buffer *to, struct text coding, struct warc_entry *e)
{
	struct complaint ignored;
	int result;

	coding = trim(coding);
	if (coding.length == 0 || warc_http_same_name(coding, "identity"))
		return 1;
	buffer_clear(to);
	if (warc_http_same_name(coding, "gzip") ||
	    warc_http_same_name(coding, "x-gzip")) {
		if (e->body.length < 2 ||
		    memcmp(e->body.bytes, "\x1f\x8b", 2) != 0)
			return 1;
		result = gzip_inflate(to, e->body.bytes, e->body.length,
		    &ignored);
	} else if (warc_http_same_name(coding, "deflate")) {
		result = gzip_inflate_deflate(to, e->body.bytes,
		    e->body.length, &ignored);
		if (result < 0 && to->length == 0)
			return 1;
	} else if (warc_http_same_name(coding, "br")) {
		result = warc_inflate_brotli(to, e->body.bytes,
		    e->body.length, &ignored);
		if (result < 0 && is_text(e->body))
			return 1;
	} else if (warc_http_same_name(coding, "zstd")) {
		if (e->body.length < 4 ||
		    memcmp(e->body.bytes, "\x28\xb5\x2f\xfd", 4) != 0)
			return 1;
		result = warc_inflate_zstd(to, e->body.bytes, e->body.length,
		    &ignored);
	} else {
		return 0;
	}
	if (result == WARC_CODING_UNKNOWN)
		return 0;
	if (result < 0)
		e->truncated = true;
	e->body = (struct text){to->length == 0 ? "" : to->bytes, to->length};
	return 1;
}

/* The last coding named was applied last, so it is removed first. */
static void
remove_codings(struct warc_http *h, struct warc_entry *e)
{
	struct text list = warc_http_header(e->headers, "Content-Encoding");
	struct text coding;
	size_t n, from;

	for (n = 0; list.length > 0 && n < WARC_HTTP_CODINGS_MAX; n++) {
		for (from = list.length; from > 0 &&
		    list.bytes[from - 1] != ','; from--)
			;
		coding = (struct text){list.bytes + from, list.length - from};
		list.length = from > 0 ? from - 1 : 0;
		if (!remove_coding(&h->inflated[n & 1], coding, e)) {
			e->body = (struct text){NULL, 0};
			return;
		}
	}
}

/* `text/html; charset="utf-8"` */
static void
read_media_type(struct warc_http *h, struct warc_entry *e, struct text value)
{
	struct text rest = value, part;
	size_t end, i;
	bool first = true;

	while (rest.length > 0) {
		for (end = 0; end < rest.length && rest.bytes[end] != ';';
		    end++)
			;
		part = trim((struct text){rest.bytes, end});
		rest.bytes += end + (end < rest.length);
		rest.length -= end + (end < rest.length);
		if (first && part.length < sizeof(h->media_type)) {
			for (i = 0; i < part.length; i++)
				h->media_type[i] = lower(part.bytes[i]);
			e->media_type = (struct text){h->media_type,
			    part.length};
		} else if (part.length > 8 && text_is_absent(e->charset) &&
		    warc_http_same_name((struct text){part.bytes, 8},
		    "charset=")) {
			part = (struct text){part.bytes + 8, part.length - 8};
			if (part.length >= 2 && *part.bytes == '"' &&
			    part.bytes[part.length - 1] == '"')
				part = (struct text){part.bytes + 1,
				    part.length - 2};
			e->charset = part;
		}
		first = false;
	}
}

void
warc_http_fill(struct warc_http *h, struct warc_entry *e)
{
	struct text coding;

	if (text_is(e->type, "resource") || text_is(e->type, "conversion")) {
		e->body = e->block;
		read_media_type(h, e, e->content_type);
		return;
	}
	if ((!text_is(e->type, "response") && !text_is(e->type, "revisit")) ||
	    !split_message(e))
		return;
	read_media_type(h, e, warc_http_header(e->headers, "Content-Type"));
	coding = warc_http_header(e->headers, "Transfer-Encoding");
	if (coding.length >= 7 && warc_http_same_name((struct text){
	    coding.bytes + coding.length - 7, 7}, "chunked"))
		join_chunks(h, e);
	remove_codings(h, e);
}
