/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "changes.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "calendar.h"
#include "jsonl.h"
#include "publish.h"
#include "review.h"
#include "sightings.h"

enum { ARENA_MAX = 64 << 20 };

struct changes {
	const struct workspace *workspace;
	char *const *file;
	const char *row;
	struct sightings seen;
	struct arena arena;		/* of a line */
	struct buffer out;
	size_t written;
	/* of the file at hand */
	unsigned at;
	int64_t oldest;
	bool has_run;
	struct review_run run;
	char noticed[CALENDAR_TEXT];
	int64_t barren;
};

/* ---- writing ---- */

static void
add_version(struct buffer *to, const char *name, const struct review *r)
{
	jsonl_add_name(to, name);
	buffer_add_char(to, '{');
	review_add_digits(to, "ratingValue", r->rating);
	review_add_digits(to, "bestRating", r->best);
	review_add_digits(to, "worstRating", r->worst);
	jsonl_add_member(to, "name", r->title);
	jsonl_add_member(to, "reviewBody", r->body);
	jsonl_add_member(to, "positiveNotes", r->positive);
	jsonl_add_member(to, "negativeNotes", r->negative);
	jsonl_add_member(to, "fetched", r->capture.fetched);
	buffer_add_char(to, '}');
}

/* The line at a place in one of the files; false where it is not there. */
static bool
read_version(struct changes *s, unsigned file, size_t offset,
	struct jsonl_reader **reader, struct review_reader_line *line)
{
	char name[WORKSPACE_PATH_MAX], path[WORKSPACE_PATH_MAX];
	struct complaint ignored;
	struct text t;

	snprintf(name, sizeof(name), "reviews/%.2000s", s->file[file]);
	if (workspace_path(s->workspace, name, path, &ignored) < 0 ||
	    (*reader = jsonl_open(path, &ignored)) == NULL)
		return false;
	return jsonl_seek(*reader, offset, &ignored) == 0 &&
	    jsonl_next(*reader, &t, &ignored) == 1 &&
	    review_read(line, t, &s->arena, &ignored) == 0;
}

static void
add_names(struct buffer *to, const struct review *r)
{
	jsonl_add_member(to, "id", r->id);
	jsonl_add_member(to, "source", r->source);
	jsonl_add_member(to, "brand", r->brand);
	jsonl_add_member(to, "item", r->item);
	jsonl_add_member(to, "url", r->url);
}

/* firstRun: the name of a file without its row and suffix. */
static void
add_run(struct buffer *to, const char *file)
{
	const char *name = strrchr(file, '/');

	name = name == NULL ? file : name + 1;
	jsonl_add_member(to, "firstRun", (struct text){name,
	    strcspn(name, ".")});
}

/* `now` is the version at hand, NULL for a review that vanished. */
static int
add_change(struct changes *s, const char *change, const struct sighting *before,
	const struct review *now)
{
	struct jsonl_reader *reader = NULL;
	struct review_reader_line line;
	bool old = read_version(s, before->file, before->offset, &reader,
	    &line);
	struct buffer *to = &s->out;

	buffer_add_char(to, '{');
	jsonl_add_member(to, "type", text_of("ReviewChange"));
	jsonl_add_member(to, "change", text_of(change));
	jsonl_add_member(to, "row", text_of(s->row));
	jsonl_add_member(to, "noticed", text_of(s->noticed));
	add_run(to, s->file[before->first]);
	if (now != NULL || old)
		add_names(to, now != NULL ? now : &line.review);
	if (old)
		add_version(to, "before", &line.review);
	if (now != NULL)
		add_version(to, "after", now);
	buffer_add_string(to, "}\n");
	jsonl_close(reader);
	s->written++;
	return to->failed ? -1 : 0;
}

/* ---- reading ---- */

static void
digest_content(const struct review *r, unsigned char to[8])
{
	const struct text all[] = {r->rating, r->best, r->title, r->body,
	    r->positive, r->negative};
	unsigned char whole[DIGEST_SIZE];
	struct digest *d = digest_create();
	size_t i;

	memset(to, 0, 8);
	if (d == NULL)
		return;
	for (i = 0; i < sizeof(all) / sizeof(*all); i++) {
		digest_add(d, all[i].length > 0 ? all[i].bytes : "",
		    all[i].length);
		digest_add(d, "\xFF", 1);
	}
	digest_finish(d, whole);
	memcpy(to, whole, 8);
}

static int64_t
day_of(struct text written)
{
	struct calendar_date d;

	return written.length > 0 && calendar_read(written, &d) &&
	    d.precision >= CALENDAR_DAY ?
	    calendar_day_number(d.year, d.month, d.day) : INT64_MIN;
}

static int
see_review(struct changes *s, const struct review *r, size_t offset)
{
	struct sighting now = {.file = s->at, .offset = offset, .first = s->at,
	    .last = s->at, .day = day_of(r->published)}, *before;
	int result = 0;

	if (r->id.length != ID_HEX - 1 || sightings_grow(&s->seen) < 0)
		return 0;
	memcpy(now.id, r->id.bytes, ID_HEX - 1);
	digest_content(r, now.content);
	if (now.day != INT64_MIN && now.day < s->oldest)
		s->oldest = now.day;
	before = sightings_find(&s->seen, now.id);
	if (before->id[0] == '\0')
		s->seen.count++;
	else
		now.first = before->first;
	if (before->vanished)
		result = add_change(s, "returned", before, r);
	if (before->id[0] != '\0' && result == 0 &&
	    memcmp(before->content, now.content, 8) != 0)
		result = add_change(s, "edited", before, r);
	*before = now;
	return result;
}

/* An end at "empty" is for fetch to judge, which knows whether the place of
 * the records was there at all. */
static bool
is_barren(const struct review_run *run)
{
	static const char *const part[] = {"known", "ids", "before_since",
	    "window", "empty"};
	size_t i;

	for (i = 0; i < sizeof(part) / sizeof(part[0]); i++)
		if (text_is(run->stop, part[i]))
			return false;
	return text_is(run->status, "complete") && !run->resumed &&
	    run->collected == 0 && run->stated < 0 && run->unread == 0 &&
	    run->unchanged == 0;
}

static void
keep_run(struct changes *s, const struct review_run *run)
{
	struct text when = run->started.length > 0 ? run->started :
	    run->capture.fetched;

	s->has_run = true;
	s->run = *run;
	s->barren = is_barren(run) ? run->pages : 0;
	/* The texts go with the line; only whether they are these counts. */
	s->run.status = text_of(text_is(run->status, "complete") ?
	    "complete" : "");
	s->run.stop = text_of(text_is(run->stop, "known") ||
	    text_is(run->stop, "ids") || text_is(run->stop, "before_since") ||
	    text_is(run->stop, "page-ceiling") ? "part" : "");
	snprintf(s->noticed, sizeof(s->noticed), "%.*s",
	    when.length < CALENDAR_TEXT ? (int)when.length : 0, when.bytes ==
	    NULL ? "" : when.bytes);
}

/* Whether the run went through all that the source has. */
static bool
is_whole(const struct changes *s)
{
	const struct review_run *run = &s->run;

	return s->has_run && text_is(run->status, "complete") &&
	    !text_is(run->stop, "part") && run->unchanged == 0 &&
	    run->unread == 0 && !run->resumed && run->collected > 0;
}

static bool
should_be_there(const struct changes *s, const struct sighting *r)
{
	if (s->run.stated > 0 && s->run.collected >= s->run.stated)
		return true;
	return s->run.stated < 0 && r->day != INT64_MIN && r->day > s->oldest;
}

static int
compare_places(const void *a, const void *b)
{
	const struct sighting *x = *(struct sighting *const *)a;
	const struct sighting *y = *(struct sighting *const *)b;

	return x->file != y->file ? (x->file > y->file) - (x->file < y->file) :
	    (x->offset > y->offset) - (x->offset < y->offset);
}

/* What the file at hand does not have, in the order it was seen. */
static int
see_vanished(struct changes *s)
{
	struct sighting **gone = calloc(s->seen.count + 1, sizeof(*gone));
	size_t count = 0, i;
	int result = 0;

	if (gone == NULL)
		return -1;
	for (i = 0; i < s->seen.room; i++) {
		struct sighting *r = &s->seen.slot[i];

		if (r->id[0] != '\0' && r->last != s->at && !r->vanished &&
		    should_be_there(s, r))
			gone[count++] = r;
	}
	qsort(gone, count, sizeof(*gone), compare_places);
	for (i = 0; i < count && result == 0; i++) {
		gone[i]->vanished = true;
		result = add_change(s, "vanished", gone[i], NULL);
		arena_clear(&s->arena);
	}
	free(gone);
	return result;
}

static int
read_lines(struct changes *s, struct jsonl_reader *reader)
{
	struct review_reader_line line;
	struct complaint ignored;
	bool rated = false;
	struct text t;
	int got, result = 0;

	while (result == 0 && (got = jsonl_next(reader, &t, &ignored)) != 0) {
		arena_clear(&s->arena);
		if (got < 0 || review_read(&line, t, &s->arena, &ignored) < 0)
			continue;
		if (line.type == REVIEW_RUN)
			keep_run(s, &line.run);
		rated = rated || line.type == REVIEW_AGGREGATE;
	}
	if (rated)
		s->barren = 0;
	if (result == 0)
		result = jsonl_seek(reader, 0, &ignored);
	while (result == 0 && (got = jsonl_next(reader, &t, &ignored)) != 0) {
		arena_clear(&s->arena);
		if (got > 0 && review_read(&line, t, &s->arena, &ignored) == 0
		    && line.type == REVIEW_REVIEW)
			result = see_review(s, &line.review,
			    jsonl_offset(reader));
	}
	return result;
}

static int
read_file(struct changes *s, unsigned at, struct complaint *c)
{
	char name[WORKSPACE_PATH_MAX], path[WORKSPACE_PATH_MAX];
	struct jsonl_reader *reader;
	int result;

	s->at = at;
	s->oldest = INT64_MAX;
	s->has_run = false;
	s->barren = 0;
	s->noticed[0] = '\0';
	snprintf(name, sizeof(name), "reviews/%.2000s", s->file[at]);
	if (workspace_path(s->workspace, name, path, c) < 0 ||
	    (reader = jsonl_open(path, c)) == NULL)
		return -1;
	result = read_lines(s, reader);
	jsonl_close(reader);
	if (result == 0 && is_whole(s))
		result = see_vanished(s);
	return result == 0 ? 0 : complain(c, 0, "%s: its changes are too many, "
	    "or no memory", path);
}

static int
publish(const struct changes *s, struct complaint *c)
{
	char name[WORKSPACE_PATH_MAX], path[WORKSPACE_PATH_MAX];

	snprintf(name, sizeof(name), "changes/%.2000s.jsonl", s->row);
	if (workspace_path(s->workspace, name, path, c) < 0)
		return -1;
	if (s->written == 0) {
		unlink(path);	/* what an earlier parse thought */
		return 0;
	}
	if (workspace_folder(s->workspace, "changes", c) < 0)
		return -1;
	return publish_file(path, s->out.bytes, s->out.length, c);
}

int
changes_write(const struct workspace *w, const char *row, char *const *file,
	size_t files, struct changes_found *found, struct complaint *c)
{
	struct changes s = {.workspace = w, .row = row, .file = file};
	int result = 0;
	unsigned i;

	arena_init(&s.arena, ARENA_MAX);
	buffer_init(&s.out, CHANGES_BYTES_MAX);
	found->before = 0;
	for (i = 0; i < files && result == 0; i++) {
		found->before = s.seen.count;
		result = read_file(&s, i, c);
	}
	if (result == 0)
		result = publish(&s, c);
	found->changes = s.written;
	found->barren = s.barren;
	sightings_release(&s.seen);
	arena_release(&s.arena);
	buffer_release(&s.out);
	return result;
}
