/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "warc.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"
#include "digest.h"
#include "gzip.h"
#include "gzip_stream.h"

enum {
	/* 105 MB/s against 40 at level 6; pages are kept coded as they came
	 * anyway. */
	LEVEL = 1,
	PACKED_MIN = 1 << 10,
	KEPT = 1 << 20,		/* more memory is given back: many files grow
				   at once */
	DIGEST_VALUE = sizeof("sha256:") + DIGEST_BASE32,
	RECORD_MAX = WARC_HEADER_MAX + WARC_BLOCK_MAX + 4,
};

struct warc_writer {
	struct publish *file;
	char *path;
	struct buffer record, member;
	size_t count;
};

static void
writer_free(struct warc_writer *w)
{
	buffer_release(&w->record);
	buffer_release(&w->member);
	free(w->path);
	free(w);
}

struct warc_writer *
warc_create(const char *path, const char *partial, struct complaint *c)
{
	struct warc_writer *w = calloc(1, sizeof(*w));

	if (w == NULL || (w->path = strdup(path)) == NULL) {
		complain(c, ENOMEM, "%s", path);
		free(w);
		return NULL;
	}
	buffer_init(&w->record, RECORD_MAX);
	buffer_init(&w->member, RECORD_MAX + RECORD_MAX / 8);
	w->file = publish_create(path, partial, c);
	if (w->file == NULL) {
		writer_free(w);
		return NULL;
	}
	return w;
}

/* One header field.  A line end in a value would begin a field of its own:
 * whoever made the value could write our headers. */
static int
add_field(struct warc_writer *w, const char *name, struct text value,
	struct complaint *c)
{
	size_t i, length = strlen(name);
	char *to;

	if (text_is_absent(value))
		return 0;
	for (i = 0; i < value.length; i++)
		if ((unsigned char)value.bytes[i] <= '\r' &&
		    (value.bytes[i] == '\r' || value.bytes[i] == '\n' ||
		    value.bytes[i] == '\0'))
			return complain(c, 0, "%s: a line end inside the "
			    "field %s", w->path, name);
	to = buffer_reserve(&w->record, length + value.length + 4);
	if (to == NULL)
		return 0;	/* `failed` is looked at once, at the end */
	memcpy(to, name, length);
	memcpy(to + length, ": ", 2);
	memcpy(to + length + 2, value.bytes, value.length);
	memcpy(to + length + 2 + value.length, "\r\n", 3);
	w->record.length += length + value.length + 4;
	return 0;
}

static void
write_digest(const unsigned char digest[DIGEST_SIZE], char to[DIGEST_VALUE])
{
	strcpy(to, "sha256:");
	digest_base32(digest, to + strlen(to));
}

/* One digest says what a record holds: that of the payload where it has one,
 * which says the same of two copies whatever their headers. */
static void
make_digest(const struct warc_record *r, unsigned char to[DIGEST_SIZE])
{
	struct text what = text_is_absent(r->payload) ? r->block : r->payload;

	if (r->payload_digest != NULL && !text_is_absent(r->payload))
		memcpy(to, r->payload_digest, DIGEST_SIZE);
	else
		digest_of(what.bytes, what.length, to);
}

/* Made of all that the record says and of its place in the file, so that two
 * equal exchanges in one second still have two ids.  Fields hold no line ends,
 * so that no two records are written alike here.  RFC 9562 version 8. */
static void
make_id(struct warc_writer *w, const struct warc_record *r,
	const char *date, const unsigned char *digest, char id[WARC_ID])
{
	struct buffer *b = &w->record;
	unsigned char raw[DIGEST_SIZE];
	char hex[ID_HEX];
	size_t i, at;

	buffer_clear(b);
	buffer_add_integer(b, (int64_t)w->count);
	buffer_add_string(b, r->type);
	buffer_add_char(b, '\n');
	buffer_add(b, r->target.bytes, r->target.length);
	buffer_add_char(b, '\n');
	buffer_add_string(b, date);
	for (i = 0; i < r->extra_count; i++) {
		buffer_add_char(b, '\n');
		buffer_add_string(b, r->extra[i].name);
		buffer_add_char(b, ':');
		buffer_add(b, r->extra[i].value.bytes,
		    r->extra[i].value.length);
	}
	buffer_add_char(b, '\n');
	buffer_add(b, digest, DIGEST_SIZE);
	digest_of(b->bytes, b->length, raw);
	digest_hex(raw, ID_SIZE, hex);
	hex[12] = '8';
	hex[16] = "89ab"[hex[16] & 3];
	strcpy(id, "<urn:uuid:");
	at = strlen(id);
	for (i = 0; i < ID_HEX - 1; i++) {
		if (i == 8 || i == 12 || i == 16 || i == 20)
			id[at++] = '-';
		id[at++] = hex[i];
	}
	strcpy(id + at, ">");
}

static int
add_header(struct warc_writer *w, const struct warc_record *r,
	const char *id, const char *date, const char *digest,
	struct complaint *c)
{
	struct buffer *b = &w->record;
	size_t i;

	buffer_add_string(b, "WARC/1.1\r\n");
	if (add_field(w, "WARC-Type", text_of(r->type), c) < 0 ||
	    add_field(w, "WARC-Record-ID", text_of(id), c) < 0 ||
	    add_field(w, "WARC-Date", text_of(date), c) < 0 ||
	    add_field(w, "WARC-Target-URI", r->target, c) < 0 ||
	    add_field(w, "Content-Type", text_of(r->content_type), c) < 0)
		return -1;
	for (i = 0; i < r->extra_count; i++)
		if (add_field(w, r->extra[i].name, r->extra[i].value, c) < 0)
			return -1;
	if (add_field(w, text_is_absent(r->payload) ? "WARC-Block-Digest" :
	    "WARC-Payload-Digest", text_of(digest), c) < 0)
		return -1;
	buffer_add_string(b, "Content-Length: ");
	buffer_add_integer(b, (int64_t)(r->block.length +
	    r->payload.length));
	buffer_add_string(b, "\r\n\r\n");
	if (b->failed || b->length > WARC_HEADER_MAX)
		return complain(c, 0, "%s: more than %d bytes of fields in "
		    "one record", w->path, (int)WARC_HEADER_MAX);
	return 0;
}

/* A payload in gzip gains nothing from a second time; what is small gains
 * less than setting out to pack it costs. */
static bool
is_worth_packing(const struct warc_record *r, size_t length)
{
	struct text what = text_is_absent(r->payload) ? r->block : r->payload;

	return length >= PACKED_MIN && (what.length < 3 ||
	    memcmp(what.bytes, "\x1f\x8b\x08", 3) != 0);
}

/* False for what shrinks so far that readers take it for a bomb, ours too:
 * that is stored. */
static bool
member_pack(struct warc_writer *w, const struct warc_record *r)
{
	buffer_add(&w->record, r->block.bytes, r->block.length);
	buffer_add(&w->record, r->payload.bytes, r->payload.length);
	buffer_add(&w->record, "\r\n\r\n", 4);
	if (!w->record.failed && gzip_add_member(&w->member, w->record.bytes,
	    w->record.length, LEVEL) == 0 &&
	    gzip_ratio_allowed(w->record.length, w->member.length))
		return true;
	buffer_clear(&w->member);
	return false;
}

/* The record as a gzip member, into w->member. */
static int
member_make(struct warc_writer *w, const struct warc_record *r,
	char id[WARC_ID], struct complaint *c)
{
	char date[CALENDAR_TEXT], digest[DIGEST_VALUE];
	unsigned char raw[DIGEST_SIZE];
	size_t head, length = r->block.length + r->payload.length;

	if (length > WARC_BLOCK_MAX)
		return complain(c, 0, "%s: a record of more than %d bytes",
		    w->path, (int)WARC_BLOCK_MAX);
	calendar_write_instant(r->date, date);
	make_digest(r, raw);
	write_digest(raw, digest);
	make_id(w, r, date, raw, id);
	buffer_clear(&w->record);
	buffer_clear(&w->member);
	if (add_header(w, r, id, date, digest, c) < 0)
		return -1;
	head = w->record.length;
	if (is_worth_packing(r, length) && member_pack(w, r))
		return 0;
	if (gzip_add_stored(&w->member, (struct text []){{w->record.bytes,
	    head}, r->block, r->payload, {"\r\n\r\n", 4}}, 4) < 0)
		return complain(c, ENOMEM, "%s", w->path);
	return 0;
}

int
warc_put(struct warc_writer *w, const struct warc_record *r,
	char id[WARC_ID], struct complaint *c)
{
	int result;

	w->count++;
	if (member_make(w, r, id, c) < 0)
		return -1;
	result = publish_write(w->file, w->member.bytes, w->member.length, c);
	if (w->record.capacity > KEPT) {
		buffer_release(&w->record);
		buffer_release(&w->member);
	}
	return result;
}

int
warc_checkpoint(struct warc_writer *w, const struct warc_record *last,
	struct warc_checkpoint *to, struct complaint *c)
{
	char id[WARC_ID];
	int result;

	w->count++;			/* as if it was written */
	result = member_make(w, last, id, c);
	w->count--;
	if (result < 0 || publish_flush(w->file, &to->length, c) < 0)
		return -1;
	to->grows = publish_path(w->file);
	to->tail = (struct text){w->member.bytes, w->member.length};
	return 0;
}

int
warc_commit(struct warc_writer *w, struct complaint *c)
{
	int result = publish_commit(w->file, c);

	writer_free(w);
	return result;
}

void
warc_abandon(struct warc_writer *w)
{
	if (w == NULL)
		return;
	publish_abandon(w->file);
	writer_free(w);
}
