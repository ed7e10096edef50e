/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "warc.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "gzip.h"
#include "warc_fields.h"
#include "warc_http.h"

enum { PIECE = 4 << 20 };		/* at once */

struct warc_reader {
	struct gzip_stream *stream;
	char *path;
	const char *in;			/* the stream's: in[from..to) */
	size_t from, to;
	size_t base;			/* plain files: offset of in[0] */
	bool member_begins;		/* in[0] is the first byte of one */
	bool member_ends;		/* in[to - 1] is the last one's end */
	bool ended;			/* nothing more will come */
	bool lost;			/* after a bad record: look for one */
	bool cut;			/* said at the next call */
	size_t offset;			/* of the record */
	struct buffer head;		/* its first line and fields */
	struct buffer block;
	struct text whole;		/* the block: in `block` or in `in` */
	struct warc_fields fields;
	char type[32];
	struct warc_http http;
};

static int
say(const struct warc_reader *r, struct complaint *c, const char *reason)
{
	return complain_at(c, r->path, r->offset, "%s", reason);
}

struct warc_reader *
warc_open(const char *path, struct complaint *c)
{
	struct warc_reader *r = calloc(1, sizeof(*r));

	if (r == NULL) {
		complain(c, ENOMEM, "%s", path);
		return NULL;
	}
	buffer_init(&r->head, WARC_HEADER_MAX + 1);
	buffer_init(&r->block, WARC_BLOCK_MAX + 1);
	warc_http_init(&r->http);
	r->path = strdup(strcmp(path, "-") == 0 ? "standard input" : path);
	if (r->path == NULL) {
		complain(c, ENOMEM, "%s", path);
		warc_close(r);
		return NULL;
	}
	r->stream = gzip_open(path, c);
	if (r->stream == NULL) {
		warc_close(r);
		return NULL;
	}
	r->member_begins = true;
	return r;
}

void
warc_close(struct warc_reader *r)
{
	if (r == NULL)
		return;
	gzip_close(r->stream);
	warc_http_release(&r->http);
	buffer_release(&r->head);
	buffer_release(&r->block);
	free(r->path);
	free(r);
}

/* Reads on where everything was taken: 1, 0 the end, -1 damage.  After damage
 * the next member, if there is one, is where reading goes on. */
static int
more(struct warc_reader *r, struct complaint *c)
{
	int member_end;
	long got;

	if (r->ended)
		return 0;
	r->member_begins = r->member_ends || (r->base == 0 && r->to == 0);
	r->base += r->to;
	r->from = r->to = 0;
	got = gzip_borrow(r->stream, &r->in, PIECE, &member_end, c);
	r->member_ends = member_end != 0;
	if (got < 0) {
		r->ended = gzip_resync(r->stream) == 0;
		r->member_ends = true;
		return -1;
	}
	r->ended = got == 0;
	r->to = (size_t)got;
	return got > 0;
}

static size_t
place(const struct warc_reader *r)
{
	return gzip_is_compressed(r->stream) ?
	    gzip_member_offset(r->stream) : r->base + r->from;
}

/* The standard's grammar is blind to case here too. */
static bool
is_version(const char *bytes, size_t length)
{
	return length >= 6 && bytes[5] >= '0' && bytes[5] <= '9' &&
	    warc_http_same_name((struct text){bytes, 5}, "WARC/");
}

bool
warc_is(const char *bytes, size_t length)
{
	return length >= 10 && is_version(bytes, length);
}

/* Adds one line with its end to the head: 1; 0 the end came first; -1
 * damage; -2 too long. */
static int
take_line(struct warc_reader *r, struct complaint *c)
{
	size_t length;
	char *end;
	int result;

	for (;;) {
		if (r->from == r->to && (result = more(r, c)) <= 0)
			return result;
		end = memchr(r->in + r->from, '\n', r->to - r->from);
		length = (size_t)((end != NULL ? end + 1 : r->in + r->to) -
		    (r->in + r->from));
		/* Taken in any case: who looks on must find something else. */
		r->from += length;
		if (r->head.length + length > WARC_HEADER_MAX ||
		    buffer_add(&r->head, r->in + r->from - length,
		    length) < 0)
			return -2;
		if (end != NULL)
			return 1;
	}
}

static bool
is_blank_line(const char *line, size_t length)
{
	return length > 0 && line[length - 1] == '\n' &&
	    (length == 1 || (length == 2 && line[0] == '\r'));
}

/* Finds the first line of a record and puts it into `head`: 1, 0 the end,
 * -1.  Between records stand line ends only, but after a bad record anything
 * may, until a line looks like a record's first. */
static int
find_record(struct warc_reader *r, struct complaint *c)
{
	const char *line;
	int result;

	for (;;) {
		if (r->from == r->to && (result = more(r, c)) <= 0) {
			if (result < 0)
				r->lost = true;
			return result;
		}
		r->offset = place(r);
		buffer_clear(&r->head);
		result = take_line(r, c);
		line = r->head.bytes;
		if (is_blank_line(line, r->head.length))
			continue;
		if (result == 1 && is_version(line, r->head.length)) {
			r->lost = false;
			return 1;
		}
		if (result == -1 || !r->lost) {
			r->lost = true;
			return result == -1 ? -1 : say(r, c, r->ended ?
			    "a record is cut short" : "no record here");
		}
		if (result == 0)
			return 0;
	}
}

struct text
warc_field(const struct warc_reader *r, const char *name)
{
	return warc_fields_find(&r->fields, name);
}

/* Reads a record's fields up to the empty line: 1, -1. */
static int
take_fields(struct warc_reader *r, struct complaint *c)
{
	size_t before;
	int result;

	do {
		before = r->head.length;
		result = take_line(r, c);
		if (result == 0)
			return say(r, c, "a record is cut short");
		if (result == -2)
			return say(r, c, "more fields than a record may have");
		if (result < 0)
			return -1;
	} while (!is_blank_line(r->head.bytes + before,
	    r->head.length - before));
	r->head.length = before;
	if (warc_fields_split(&r->fields, r->head.bytes,
	    r->head.length) < 0)
		return say(r, c, "more fields than a record may have");
	return 1;
}

/* The length of the block.  One that the file has no room for is refused
 * before the records behind it are swallowed. */
static int
content_length(const struct warc_reader *r, size_t *length,
	struct complaint *c)
{
	const char *reason = warc_fields_length(&r->fields, length);
	size_t size = gzip_plain_size(r->stream), at = r->base + r->from;

	if (reason != NULL)
		return say(r, c, reason);
	if (*length > WARC_BLOCK_MAX)
		return say(r, c, "a block that is too large");
	if (size > 0 && (at > size || *length > size - at))
		return say(r, c, "a record is cut short, or its "
		    "Content-Length is wrong");
	return 0;
}

/* Whether neither the block nor the end behind it needs another piece: then
 * it is not copied. */
static bool
borrow_block(struct warc_reader *r, size_t length)
{
	const size_t have = r->to - r->from;
	const char *end = r->in + r->from + length;

	if (have < length || length == 0 || (!r->member_ends &&
	    (have - length < 4 || memcmp(end, "\r\n\r\n", 4) != 0)))
		return false;
	r->whole = (struct text){r->in + r->from, length};
	r->from += length;
	return true;
}

/* Reads the block: 1, -1.  In a file with one member per record, a member
 * that begins like a record inside a block shows that its length is wrong. */
static int
take_block(struct warc_reader *r, size_t left, struct complaint *c)
{
	size_t part;
	int result;

	if (borrow_block(r, left))
		return 1;
	buffer_clear(&r->block);
	while (left > 0) {
		if (r->from == r->to) {
			result = more(r, c);
			if (result < 0)
				return -1;
			if (result == 0)
				return say(r, c, "a record is cut short");
			if (r->member_begins && is_version(r->in, r->to))
				return say(r, c, "a record's Content-Length "
				    "is larger than the record");
		}
		part = r->to - r->from < left ? r->to - r->from : left;
		if (buffer_add(&r->block, r->in + r->from, part) < 0)
			return complain(c, ENOMEM, "%s", r->path);
		r->from += part;
		left -= part;
	}
	r->whole = (struct text){r->block.length == 0 ? "" : r->block.bytes,
	    r->block.length};
	return 1;
}

/* Takes the two line ends behind a record.  In a compressed file a record is
 * only whole when its member is, so its end must have been reached. */
static int
take_end(struct warc_reader *r, struct complaint *c)
{
	size_t ends = 0;
	int result;

	while (ends < 2) {
		if (r->from == r->to) {
			if (r->member_ends)
				return 1;
			result = more(r, c);
			if (result < 0)
				return -1;
			if (result == 0) {
				r->cut = true;
				return 1;
			}
		}
		if (r->in[r->from] == '\n')
			ends++;
		else if (r->in[r->from] != '\r')
			return 1;	/* found by the next call */
		r->from++;
	}
	return 1;
}

/* A complete record from the stream: 1, 0, -1. */
static int
take_record(struct warc_reader *r, struct complaint *c)
{
	size_t length = 0;
	int result;

	if (r->cut) {
		r->cut = false;
		return say(r, c, "the end of the last record is missing");
	}
	if ((result = find_record(r, c)) <= 0)
		return result;
	r->lost = true;
	if (take_fields(r, c) < 0 || content_length(r, &length, c) < 0 ||
	    take_block(r, length, c) < 0 || take_end(r, c) < 0)
		return -1;
	r->lost = false;
	return 1;
}

/* WARC 1.0's grammar had <> around a URI, and some writers blanks. */
static struct text
target_of(const struct warc_reader *r)
{
	struct text t = warc_field(r, "WARC-Target-URI");

	if (t.length >= 2 && t.bytes[0] == '<' &&
	    t.bytes[t.length - 1] == '>')
		t = (struct text){t.bytes + 1, t.length - 2};
	return t;
}

static int
fill_entry(struct warc_reader *r, struct warc_entry *e, struct complaint *c)
{
	struct text type = warc_field(r, "WARC-Type");
	size_t i;

	if (text_is_absent(type) || type.length >= sizeof(r->type))
		return say(r, c, "no WARC-Type");
	for (i = 0; i < type.length; i++)
		r->type[i] = type.bytes[i] >= 'A' && type.bytes[i] <= 'Z' ?
		    (char)(type.bytes[i] | 0x20) : type.bytes[i];
	*e = (struct warc_entry){
		.type = {r->type, type.length},
		.target = target_of(r),
		.date = warc_field(r, "WARC-Date"),
		.content_type = warc_field(r, "Content-Type"),
		.block = r->whole,
		.offset = r->offset,
		.truncated = !text_is_absent(warc_field(r, "WARC-Truncated")),
	};
	warc_http_fill(&r->http, e);
	return 1;
}

int
warc_next(struct warc_reader *r, struct warc_entry *e, struct complaint *c)
{
	int result = take_record(r, c);

	return result == 1 ? fill_entry(r, e, c) : result;
}
