/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "capture.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "calendar.h"
#include "head.h"
#include "jsonl.h"

enum {
	ABOUT_MAX = 64 << 10,		/* escaped fields, metadata */
	HEAD_MAX = 1 << 20,		/* with our own fields in it */
	NAME_TRIES = 3600,		/* seconds, for a name that is free */
};

/* A WARC field's value: one line of ASCII.  '%' too is escaped, so that it
 * can be undone. */
static struct text
field_escape(struct arena *a, const char *value)
{
	static const char digit[] = "0123456789ABCDEF";
	size_t i, length = strlen(value), at = 0;
	char *to = arena_take(a, 3 * length + 1);

	for (i = 0; to != NULL && i < length; i++) {
		unsigned char byte = (unsigned char)value[i];

		if (byte >= ' ' && byte < 0x7F && byte != '%') {
			to[at++] = (char)byte;
			continue;
		}
		to[at++] = '%';
		to[at++] = digit[byte >> 4];
		to[at++] = digit[byte & 15];
	}
	return (struct text){to, at};
}

static int
fields_make(struct capture *p, const struct capture_about *about,
	struct complaint *c)
{
	const struct { const char *name, *value; } pair[CAPTURE_FIELDS] = {
		{"Sayso-Row", about->row}, {"Sayso-Brand", about->brand},
		{"Sayso-Recipe", about->recipe},
		{"Sayso-Source", about->source},
		{"Sayso-Kind", about->kind}, {"Sayso-Item", about->item},
		{"Sayso-Language", about->language},
	};
	size_t i;

	for (i = 0; i < CAPTURE_FIELDS; i++) {
		struct warc_field *f = &p->field[p->count];

		if (pair[i].value == NULL)
			continue;
		f->name = pair[i].name;
		f->value = field_escape(&p->arena, pair[i].value);
		if (f->value.bytes == NULL)
			return complain(c, 0, "%s: no memory", about->row);
		p->count++;
	}
	return 0;
}

enum { EXTRA = CAPTURE_FIELDS + 4 };

/* Our own fields behind a record's special ones. */
static void
fields_set(const struct capture *p, struct warc_record *r,
	const struct warc_field *special, size_t count,
	struct warc_field extra[EXTRA])
{
	if (count > 0)
		memcpy(extra, special, count * sizeof(*special));
	memcpy(extra + count, p->field, p->count * sizeof(*p->field));
	r->extra = extra;
	r->extra_count = count + p->count;
}

static int
record_put(struct capture *p, struct warc_record *r,
	const struct warc_field *special, size_t count, char id[WARC_ID],
	struct complaint *c)
{
	struct warc_field extra[EXTRA];

	fields_set(p, r, special, count, extra);
	return warc_put(p->writer, r, id, c);
}

static int
warcinfo_put(struct capture *p, const struct capture_about *about,
	struct complaint *c)
{
	struct warc_record r = {.type = "warcinfo",
	    .date = p->begun,
	    .content_type = "application/warc-fields"};
	char block[1024], id[WARC_ID];

	snprintf(block, sizeof(block), "software: sayso-fetch/%s\r\n"
	    "format: WARC File Format 1.1\r\n"
	    "conformsTo: http://iipc.github.io/warc-specifications/"
	    "specifications/warc-format/warc-1.1/\r\n"
	    "http-header-user-agent: %s\r\nrobots: %s\r\n", SAYSO_VERSION,
	    about->agent, about->robots ? "obey" : "ignore");
	r.block = text_of(block);
	return record_put(p, &r, NULL, 0, id, c);
}

/* The instant in `ROW/20261121T202122Z.warc.gz`; -1 in any other name. */
static int64_t
name_time(const char *file, const char *row)
{
	size_t length = strlen(row), i;
	struct calendar_date d;
	char iso[CALENDAR_TEXT];

	if (strncmp(file, row, length) != 0 || file[length] != '/' ||
	    strlen(file + length) != sizeof("/20261121T202122Z.warc.gz") - 1)
		return -1;
	file += length + 1;
	for (i = 0; i < 15; i++)
		if (i != 8 && (file[i] < '0' || file[i] > '9'))
			return -1;
	snprintf(iso, sizeof(iso), "%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", file,
	    file + 4, file + 6, file + 9, file + 11, file + 13);
	return calendar_read(text_of(iso), &d) ? calendar_instant(&d) : -1;
}

/* Behind the row's last file, however far ahead a clock was then: files of a
 * row sort in the order of its runs. */
static int
name_find(struct capture *p, const struct workspace *w, const char *row,
	const struct capture_start *start, char path[WORKSPACE_PATH_MAX],
	struct complaint *c)
{
	char time[CALENDAR_TEXT], name[CAPTURE_NAME + 16];
	int64_t begin = start->instant, last = start->last == NULL ? -1 :
	    name_time(start->last, row), i;

	if (last >= begin)
		begin = last + 1;
	for (i = 0; i < NAME_TRIES; i++) {
		snprintf(p->file, sizeof(p->file), "%s/%s.warc.gz", row,
		    calendar_write_compact(begin + i, time));
		snprintf(name, sizeof(name), "captures/%s", p->file);
		if (workspace_path(w, name, path, c) != 0)
			return -1;
		p->begun = begin + i;
		if (start->again || access(path, F_OK) != 0)
			return 0;
	}
	return complain(c, 0, "%s: no name is free behind it", path);
}

/* When something was, as it is written into the file. */
static int64_t
date_of(const struct capture *p, int64_t instant)
{
	return instant < p->begun ? p->begun : instant;
}

int
capture_open(struct capture *p, const struct workspace *w,
	const struct capture_about *about, const struct capture_start *start,
	struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX], partial[WORKSPACE_PATH_MAX];
	char folder[CAPTURE_NAME];

	*p = (struct capture){0};
	arena_init(&p->arena, ABOUT_MAX);
	buffer_init(&p->block, HEAD_MAX);
	snprintf(folder, sizeof(folder), "captures/%s", about->row);
	if (workspace_folder(w, folder, c) != 0 ||
	    workspace_folder(w, CAPTURE_PARTIAL, c) != 0 ||
	    workspace_path(w, CAPTURE_PARTIAL, partial, c) != 0 ||
	    name_find(p, w, about->row, start, path, c) != 0 ||
	    fields_make(p, about, c) != 0 ||
	    (p->writer = warc_create(path, partial, c)) == NULL ||
	    warcinfo_put(p, about, c) != 0) {
		capture_abandon(p);
		return -1;
	}
	return 0;
}

void
capture_abandon(struct capture *p)
{
	if (p->writer != NULL)
		warc_abandon(p->writer);
	p->writer = NULL;
	buffer_release(&p->block);
	arena_release(&p->arena);
}

/* A 304 stands for what was captured before. */
static size_t
revisit_fields(struct warc_field *to, const struct capture_page *page,
	char date[CALENDAR_TEXT])
{
	size_t n = 0;

	to[n++] = (struct warc_field){"WARC-Profile", text_of(
	    "http://netpreserve.org/warc/1.1/revisit/server-not-modified")};
	to[n++] = (struct warc_field){"WARC-Refers-To-Target-URI",
	    text_of(page->url)};
	if (page->before >= 0)
		to[n++] = (struct warc_field){"WARC-Refers-To-Date",
		    text_of(calendar_write_instant(page->before, date))};
	return n;
}

/* Head and body as they are kept. */
static int
block_make(struct capture *p, const struct capture_page *page,
	struct warc_record *r)
{
	struct buffer *b = &p->block;

	buffer_clear(b);
	if (head_add_stored(b, page->head, page->unchanged ? SIZE_MAX :
	    page->body.length, page->decoded) != 0)
		return -1;
	r->block = (struct text){b->bytes, b->length};
	if (!page->unchanged)
		r->payload = page->body;
	r->payload_digest = page->digest;
	return 0;
}

int
capture_page(struct capture *p, const struct capture_page *page,
	struct complaint *c)
{
	struct warc_record r = {.type = "request",
	    .date = date_of(p, page->date),
	    .target = text_of(page->url), .block = page->request,
	    .content_type = "application/http; msgtype=request"};
	char id[WARC_ID], own[WARC_ID], date[CALENDAR_TEXT];
	struct warc_field special[4] = {{.name = "WARC-Concurrent-To"}};
	size_t count = 1;

	if (record_put(p, &r, NULL, 0, id, c) != 0)
		return -1;
	special[0].value = text_of(id);
	if (page->unchanged)
		count += revisit_fields(special + 1, page, date);
	r.type = page->unchanged ? "revisit" : "response";
	r.content_type = "application/http; msgtype=response";
	if (block_make(p, page, &r) != 0)
		return complain(c, 0, "%s: no room for %.200s", p->file,
		    page->url);
	return record_put(p, &r, special, count, own, c);
}

int
capture_file(struct capture *p, const char *uri, const char *media_type,
	struct text content, int64_t date, struct complaint *c)
{
	struct warc_record r = {.type = "resource",
	    .date = date_of(p, date),
	    .target = text_of(uri), .block = content,
	    .content_type = media_type};
	char id[WARC_ID];

	return record_put(p, &r, NULL, 0, id, c);
}

static void
member_add(struct buffer *b, const char *name, int64_t value)
{
	if (value >= 0)
		jsonl_add_member_integer(b, name, value);
}

static int
metadata_make(struct buffer *b, const struct capture *p,
	const struct capture_about *about, const struct capture_run *run)
{
	char started[CALENDAR_TEXT], ended[CALENDAR_TEXT];

	buffer_add_char(b, '{');
	jsonl_add_member(b, "row", text_of(about->row));
	jsonl_add_member(b, "brand", text_of(about->brand));
	jsonl_add_member(b, "recipe", text_of(about->recipe));
	jsonl_add_member(b, "source", text_of(about->source));
	jsonl_add_member(b, "kind", text_of(about->kind));
	jsonl_add_member(b, "item", text_of(about->item));
	jsonl_add_member(b, "started",
	    text_of(calendar_write_instant(date_of(p, run->started),
	    started)));
	jsonl_add_member(b, "ended",
	    text_of(calendar_write_instant(date_of(p, run->ended), ended)));
	member_add(b, "requests", run->requests);
	member_add(b, "pages", run->pages);
	member_add(b, "unchanged", run->unchanged);
	member_add(b, "stated", run->stated);
	member_add(b, "records", run->records);
	if (run->resumed)
		buffer_add_string(b, ",\"resumed\":true");
	if (run->held != run->records)
		member_add(b, "held", run->held);
	if (run->since >= 0)
		jsonl_add_member(b, "since", text_of(
		    calendar_write_instant(run->since, started)));
	if (run->until >= 0)
		jsonl_add_member(b, "until", text_of(
		    calendar_write_instant(run->until, ended)));
	jsonl_add_member(b, "stop", text_of(run->stop));
	jsonl_add_member(b, "status", text_of(run->status));
	buffer_add_string(b, "}\n");
	return b->failed ? -1 : 0;
}

/* The last record of a run; `room` holds its block. */
static int
end_make(const struct capture *p, const struct capture_about *about,
	const struct capture_run *run, struct buffer *room,
	struct warc_record *r, struct complaint *c)
{
	buffer_init(room, ABOUT_MAX);
	if (metadata_make(room, p, about, run) != 0)
		return complain(c, 0, "%s: no room for the metadata", p->file);
	*r = (struct warc_record){.type = "metadata",
	    .date = date_of(p, run->ended),
	    .target = text_of(run->url), .content_type = "application/json",
	    .block = {room->bytes, room->length}};
	return 0;
}

int
capture_checkpoint(struct capture *p, const struct capture_about *about,
	const struct capture_run *run, struct warc_checkpoint *to,
	struct complaint *c)
{
	struct warc_field extra[EXTRA];
	struct warc_record r;
	struct buffer room;
	int result = end_make(p, about, run, &room, &r, c);

	if (result == 0) {
		fields_set(p, &r, NULL, 0, extra);
		result = warc_checkpoint(p->writer, &r, to, c);
	}
	buffer_release(&room);
	return result;
}

int
capture_finish(struct capture *p, const struct capture_about *about,
	const struct capture_run *run, struct complaint *c)
{
	struct warc_record r;
	struct warc_writer *writer = p->writer;
	char id[WARC_ID];
	struct buffer room;
	int result = end_make(p, about, run, &room, &r, c);

	if (result == 0)
		result = record_put(p, &r, NULL, 0, id, c);
	buffer_release(&room);
	if (result == 0) {
		/* warc_commit ends the writer, whatever comes of it. */
		p->writer = NULL;
		result = warc_commit(writer, c);
	}
	capture_abandon(p);
	return result;
}
