/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "archive.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "date.h"
#include "json.h"
#include "warc.h"

enum {
	ARENA_MAX = 1 << 20,		/* the fields of one record, the run */
	METADATA_MAX = 1 << 20,
};

struct reading {
	struct archive *archive;
	struct crew *crew;
	struct crew_file *file;
	const struct archive_how *how;
	struct warc_reader *warc;
	struct arena fields;		/* of the current record */
	const char *path;
	bool *usage, *failed;
	char place[INTAKE_PLACE];
};

void
archive_init(struct archive *a)
{
	*a = (struct archive){.run = {.stated = -1}};
	arena_init(&a->arena, ARENA_MAX);
}

void
archive_release(struct archive *a)
{
	arena_release(&a->arena);
}

static struct text
field(struct reading *r, const char *name)
{
	return identify_field(warc_field(r->warc, name), &r->fields);
}

static int64_t
instant_of(struct text written)
{
	struct calendar_date d;

	return !text_is_absent(written) && calendar_read(written, &d) ?
	    calendar_instant(&d) : DATE_NO_INSTANT;
}

/* The recipe of the record: the plan's, else the one that fetch used. */
static int
find_recipe(struct reading *r, struct origin *o, struct complaint *c)
{
	struct text used = field(r, "Sayso-Recipe");
	const char *name;

	if (r->how->recipe != NULL) {
		o->recipe = r->how->recipe;
		return 0;
	}
	name = o->row != NULL ? o->row->recipe : used.bytes;
	if (name == NULL)
		return 0;
	o->recipe = shelf_get(r->how->shelf, name, c);
	if (o->recipe != NULL)
		return 0;
	*r->usage = true;
	return -1;
}

static int
fill_origin(struct reading *r, const struct warc_entry *e, struct origin *o,
	struct complaint *c)
{
	const struct plan *plan = r->how->plan;
	struct text row = field(r, "Sayso-Row");
	char written[CALENDAR_TEXT];

	*o = (struct origin){
		.source = field(r, "Sayso-Source"),
		.kind = field(r, "Sayso-Kind"),
		.brand = field(r, "Sayso-Brand"),
		.item = field(r, "Sayso-Item"),
		.language = field(r, "Sayso-Language"),
		.url = text_is_absent(e->target) ? text_of(r->how->url) :
		    e->target,
		.fetched = instant_of(e->date),
		.capture = {.file = text_of(r->how->file),
		    .offset = (int64_t)e->offset},
	};
	if (text_is_absent(o->brand))
		o->brand = text_of(r->how->brand);
	if (o->fetched == DATE_NO_INSTANT)
		o->fetched = r->how->fetched;
	if (o->fetched != DATE_NO_INSTANT)
		o->capture.fetched = text_of(arena_string(&r->fields,
		    calendar_write_instant(o->fetched, written)));
	if (plan != NULL) {
		o->hash_authors = !plan->keep_authors;
		o->authors_key = plan->authors_key;
		if (!text_is_absent(row))
			o->row = plan_find(plan, row);
	}
	return find_recipe(r, o, c);
}

/* Where robots.txt is kept it is no page. */
static bool
is_robots(struct text url)
{
	static const char tail[] = "/robots.txt";
	const size_t length = sizeof(tail) - 1;
	size_t i, slashes = 0;

	if (url.length < length ||
	    memcmp(url.bytes + url.length - length, tail, length) != 0)
		return false;
	for (i = 0; i < url.length; i++)
		slashes += url.bytes[i] == '/';
	return slashes == 3;
}

static bool
is_page(const struct warc_entry *e)
{
	if (text_is(e->type, "resource"))
		return true;
	return text_is(e->type, "response") && e->status >= 200 &&
	    e->status < 300 && !is_robots(e->target);
}

static int
note(struct reading *r, const struct complaint *bad, struct complaint *c)
{
	if (crew_note(r->crew, r->file, bad, c) == 0)
		return 0;
	*r->failed = true;
	return -1;
}

/* What came of a body that breaks off is read, and said to be cut; who crawled
 * it may have said so already. */
static int
note_cut(struct reading *r, const struct warc_entry *e, struct complaint *c)
{
	struct complaint why;

	if (!e->truncated || !text_is_absent(warc_field(r->warc,
	    "WARC-Truncated")))
		return 0;
	complain(&why, 0, "%s: the body breaks off", r->place);
	return note(r, &why, c);
}

static int
take_page(struct reading *r, const struct warc_entry *e, struct complaint *c)
{
	const struct intake_body body = {.bytes = e->body,
	    .media_type = e->media_type, .charset = e->charset};
	struct origin o;

	snprintf(r->place, sizeof(r->place), "%.4000s@%zu", r->path, e->offset);
	if (fill_origin(r, e, &o, c) < 0)
		return -1;
	r->archive->pages++;
	if (text_is_absent(e->body)) {
		struct text coding = warc_http_header(e->headers,
		    "Content-Encoding");
		char value[COMPLAINT_VALUE_MAX + 8];
		struct complaint why;

		complain(&why, 0, "%s: content coding %s cannot be undone",
		    r->place, complaint_value(value, coding.bytes,
		    coding.length));
		return note(r, &why, c);
	}
	if (note_cut(r, e, c) != 0)
		return -1;
	if (crew_page(r->crew, r->file, &o, &body, r->place, c) == 0)
		return 0;
	*r->failed = true;
	return -1;
}

/* ---- the run ---- */

static int64_t
count(const struct json *v, const char *name, int64_t absent)
{
	int64_t value;

	return json_integer(json_member(v, name), &value) && value >= 0 ?
	    value : absent;
}

static struct text
kept(struct arena *a, struct text t)
{
	const char *copy = text_is_absent(t) ? NULL :
	    arena_copy(a, t.bytes, t.length);

	return (struct text){copy, copy == NULL ? 0 : t.length};
}

static struct text
word(struct reading *r, const struct json *v, const char *name)
{
	return kept(&r->archive->arena, json_text(json_member(v, name)));
}

static int
read_run(struct reading *r, const struct warc_entry *e, const struct json *v,
	struct complaint *c)
{
	struct arena *a = &r->archive->arena;
	struct review_run *run = &r->archive->run;
	struct origin o;

	if (fill_origin(r, e, &o, c) < 0)
		return -1;
	*run = (struct review_run){
		.row = word(r, v, "row"), .started = word(r, v, "started"),
		.ended = word(r, v, "ended"), .stop = word(r, v, "stop"),
		.status = word(r, v, "status"),
		.requests = count(v, "requests", 0),
		.pages = count(v, "pages", 0),
		.unchanged = count(v, "unchanged", 0),
		.stated = count(v, "stated", -1),
		.resumed = json_is_true(json_member(v, "resumed")),
	};
	identify_run(run, &o, a);
	/* These texts belong to the record, which goes. */
	run->source = kept(a, run->source);
	run->kind = kept(a, run->kind);
	run->brand = kept(a, run->brand);
	run->capture.fetched = kept(a, run->capture.fetched);
	r->archive->has_run = true;
	return 0;
}

static int
take_metadata(struct reading *r, const struct warc_entry *e,
	struct complaint *c)
{
	struct json_document *d;
	struct complaint why;
	int result = 0;

	/* Others' metadata records are about other things. */
	if (!text_is(e->content_type, "application/json") ||
	    text_is_absent(warc_field(r->warc, "Sayso-Row")) ||
	    e->block.length > METADATA_MAX)
		return 0;
	snprintf(r->place, sizeof(r->place), "%.4000s@%zu", r->path, e->offset);
	d = json_read(e->block.bytes, e->block.length, false, r->place, &why);
	if (d == NULL)
		result = note(r, &why, c);
	else if (json_type(json_member(json_root(d), "row")) == JSON_STRING)
		result = read_run(r, e, json_root(d), c);
	json_free(d);
	return result;
}

static int
take_entry(struct reading *r, const struct warc_entry *e, struct complaint *c)
{
	arena_clear(&r->fields);
	r->archive->records++;
	if (!text_is_absent(warc_field(r->warc, "Sayso-Row")))
		r->archive->is_ours = true;
	if (is_page(e))
		return take_page(r, e, c);
	if (r->how->collect_run && text_is(e->type, "metadata"))
		return take_metadata(r, e, c);
	return 0;
}

/* A file of ours ends in the record of its run; one that was cut between two
 * records, as by a copy that broke off, reads well up to there. */
static int
look_for_end(struct reading *r, struct complaint *c)
{
	const struct archive *a = r->archive;
	struct complaint bad;

	if (!r->how->collect_run || a->has_run ||
	    (a->records > 0 && !a->is_ours))
		return 0;
	complain(&bad, 0, a->records == 0 ? "%s: no record in it" : "%s: the "
	    "record that ends a run is missing: the file was cut", r->path);
	return note(r, &bad, c);
}

int
archive_read(struct archive *a, struct crew *w, struct crew_file *f,
	const char *path, const struct archive_how *how, bool *usage,
	bool *failed, struct complaint *c)
{
	struct reading r = {.archive = a, .crew = w, .file = f, .how = how,
	    .path = strcmp(path, "-") == 0 ? "standard input" : path,
	    .usage = usage, .failed = failed};
	struct complaint bad;
	struct warc_entry e;
	int result = 0, got;

	*usage = *failed = false;
	r.warc = warc_open(path, c);
	if (r.warc == NULL)
		return -1;
	arena_init(&r.fields, ARENA_MAX);
	while (result == 0 && (got = warc_next(r.warc, &e, &bad)) != 0)
		result = got < 0 ? note(&r, &bad, c) : take_entry(&r, &e, c);
	if (result == 0)
		result = look_for_end(&r, c);
	arena_release(&r.fields);
	warc_close(r.warc);
	return result;
}

void
archive_judge(struct archive *a, const struct collect *k)
{
	struct review_run *run = &a->run;

	run->collected = (int64_t)k->reviews;
	if (run->stated < 0)
		run->stated = collect_stated(k);
	if (archive_is_short(a) && (text_is_absent(run->status) ||
	    text_is(run->status, "complete")))
		run->status = text_of("short");
}

bool
archive_is_short(const struct archive *a)
{
	const struct review_run *run = &a->run;

	/* So is one that goes on where another stopped. */
	if (run->resumed)
		return false;
	/* A run that ended at what is known, or was wanted in part only, is
	 * judged by fetch, which knows what earlier runs have. */
	if (text_is(run->stop, "known") || text_is(run->stop, "ids") ||
	    text_is(run->stop, "before_since"))
		return false;
	/* Pages that were unchanged are in an earlier file, and the rest of a
	 * deferred run comes in a later one. */
	return a->has_run && run->collected < run->stated &&
	    run->unchanged == 0 && !text_is(run->status, "deferred");
}
