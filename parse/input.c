/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive.h"
#include "calendar.h"
#include "date.h"
#include "gzip.h"
#include "intake.h"
#include "jsonl.h"
#include "sniff.h"

/* One file under way. */
struct job {
	struct input *in;
	const char *path;
	const char *name;		/* as it stands in `capture` */
	const char *shown;		/* as complaints have it */
	struct collect collect;
	struct intake intake;
	struct origin origin;
	char fetched[CALENDAR_TEXT];
	struct buffer bytes;
};

static int
write_line(void *context, const void *bytes, size_t length,
	struct complaint *c)
{
	struct input *in = context;

	if (sink_write(&in->out, bytes, length) < 0)
		return complain(c, in->out.failed, "standard output: cannot "
		    "write");
	return 0;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* A pipe is read to its end first: what it is must be known before it is
 * read, and readers of captures want to begin at the beginning. */
static int
spool(struct complaint *c)
{
	char piece[64 << 10];
	ssize_t got;
	FILE *f;
	int failed = 0;

	if (lseek(STDIN_FILENO, 0, SEEK_CUR) >= 0)
		return 0;
	f = tmpfile();
	if (f == NULL)
		return complain(c, errno, "standard input: no room to keep it");
	while (failed == 0) {
		got = read(STDIN_FILENO, piece, sizeof(piece));
		if (got == 0)
			break;
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || fwrite(piece, 1, (size_t)got, f) != (size_t)got)
			failed = errno;
	}
	if (failed == 0 && (fflush(f) != 0 || dup2(fileno(f),
	    STDIN_FILENO) < 0 || lseek(STDIN_FILENO, 0, SEEK_SET) < 0))
		failed = errno;
	fclose(f);
	return failed == 0 ? 0 : complain(c, failed, "standard input");
}

/* Reads until the buffer holds `want` bytes or the file ends.  1 there is
 * more, 0 the end; damage is noted and ends the file. */
static int
read_more(struct job *j, struct gzip_stream *g, size_t want)
{
	struct complaint c;
	int member_end;

	while (j->bytes.length < want) {
		size_t room = want - j->bytes.length;
		char *to = buffer_reserve(&j->bytes, room > 65536 ? 65536 :
		    room);
		long got;

		if (to == NULL)
			return 1;
		got = gzip_read(g, to, room > 65536 ? 65536 : room,
		    &member_end, &c);
		if (got < 0)
			intake_note(&j->intake, &c);
		if (got <= 0)
			return 0;
		j->bytes.length += (size_t)got;
		to[got] = '\0';
	}
	return 1;
}

static int
read_archive(struct job *j, struct complaint *c)
{
	const struct archive_how how = {.recipe = j->in->named,
	    .url = j->in->url, .fetched = j->in->fetched, .file = j->name};
	struct archive a;
	bool usage;
	int result;

	archive_init(&a);
	result = archive_read(&a, &j->intake, j->path, &how, &usage, c);
	archive_release(&a);
	return result;
}

static int
read_lines(struct job *j, struct complaint *c)
{
	struct intake *n = &j->intake;
	const struct recipe *recipe = intake_fit_lines(n, &j->origin,
	    (struct text){j->bytes.bytes, j->bytes.length});
	struct jsonl_reader *lines = jsonl_open(j->path, c);
	struct text line;
	int got, result = 0;

	if (lines == NULL)
		return -1;
	while (result == 0 && (got = jsonl_next(lines, &line, c)) != 0) {
		if (got < 0) {
			intake_note(n, c);
			if (got < -1)
				break;
			continue;
		}
		snprintf(n->place, sizeof(n->place), "%.4000s:%zu", j->shown,
		    jsonl_line(lines));
		result = intake_line(n, &j->origin, recipe, line, c);
	}
	jsonl_close(lines);
	return result;
}

static int
read_whole(struct job *j, struct complaint *c)
{
	const struct intake_body body = {.bytes = {j->bytes.bytes,
	    j->bytes.length}, .name = j->path};

	snprintf(j->intake.place, sizeof(j->intake.place), "%.4000s",
	    j->shown);
	return intake_take(&j->intake, &j->origin, &body, c);
}

static bool
is_lines(const struct job *j, enum sniff_type type)
{
	const struct recipe *r = j->in->named;

	return r != NULL && r->format != RECIPE_AUTO ?
	    r->format == RECIPE_JSONL : type == SNIFF_JSONL;
}

/* -1: the file cannot be read at all, or nothing can be kept. */
static int
read_file(struct job *j, struct complaint *c)
{
	bool standard = strcmp(j->path, "-") == 0, plain;
	struct gzip_stream *g;
	enum sniff_type type;
	int more = 1;

	if (standard && spool(c) < 0)
		return -1;
	g = gzip_open(j->path, c);
	if (g == NULL)
		return -1;
	more = read_more(j, g, SNIFF_LOOK);
	plain = !gzip_is_compressed(g);
	type = sniff((struct text){j->bytes.bytes, j->bytes.length}, j->path);
	if (type != SNIFF_WARC && !(plain && is_lines(j, type)) && more)
		more = read_more(j, g, INPUT_FILE_MAX + 1);
	else if (standard && lseek(STDIN_FILENO, 0, SEEK_SET) < 0)
		more = complain(c, errno, "standard input");
	gzip_close(g);
	if (more < 0)
		return -1;
	if (type == SNIFF_WARC) {
		/* It will find the damage again. */
		j->intake.bad.count = 0;
		return read_archive(j, c);
	}
	/* What is there after damage may be nothing; that was said. */
	if (type == SNIFF_EMPTY)
		return standard || j->intake.bad.count > 0 ? 0 :
		    complain(c, 0, "%s: empty", j->shown);
	if (plain && is_lines(j, type))
		return read_lines(j, c);
	if (j->bytes.length > INPUT_FILE_MAX)
		return complain(c, 0, "%s: larger than %d bytes, which is the "
		    "limit for a page or payload", j->shown, INPUT_FILE_MAX);
	return read_whole(j, c);
}

static void
say_bad(struct input *in, const struct intake_bad *bad)
{
	struct complaint line;

	if (bad->count == 0)
		return;
	if (bad->count > 1)
		complain(&line, 0, "%.980s (and %zu more)", bad->first.text,
		    bad->count - 1);
	else
		line = bad->first;
	in->bad += bad->count;
	in->say(line.text);
	in->status = STATUS_SHORT;
}

static void
set_out(struct job *j, struct input *in, const char *path)
{
	*j = (struct job){.in = in, .path = path, .name = base_name(path),
	    .shown = strcmp(path, "-") == 0 ? "standard input" : path};
	collect_init(&j->collect, write_line, in);
	intake_init(&j->intake, &j->collect, &in->shelf);
	buffer_init(&j->bytes, INPUT_FILE_MAX + 1);
	j->origin = (struct origin){.recipe = in->named,
	    .url = text_of(in->url), .fetched = in->fetched,
	    .capture = {.file = text_of(j->name), .offset = -1}};
	if (in->fetched != DATE_NO_INSTANT)
		j->origin.capture.fetched = text_of(calendar_write_instant(
		    in->fetched, j->fetched));
}

bool
input_file(struct input *in, const char *path)
{
	struct complaint c;
	struct job j;
	bool going = true;

	set_out(&j, in, path);
	if (read_file(&j, &c) < 0 && !j.intake.failed)
		intake_note(&j.intake, &c);
	in->files++;
	in->reviews += j.collect.reviews;
	in->aggregates += j.collect.aggregates;
	if (j.intake.failed || collect_finish(&j.collect, NULL, &c) < 0) {
		in->say(c.text);
		in->status = STATUS_RETRY;
		going = false;
	} else {
		say_bad(in, &j.intake.bad);
	}
	buffer_release(&j.bytes);
	intake_release(&j.intake);
	collect_release(&j.collect);
	return going;
}

bool
input_manifest(struct input *in, const char *path)
{
	struct jsonl_reader *list;
	struct complaint c;
	struct text line;
	bool going = true;
	int got;

	list = jsonl_open(path, &c);
	if (list == NULL) {
		in->say(c.text);
		in->status = STATUS_USAGE;
		return false;
	}
	while (going && (got = jsonl_next(list, &line, &c)) != 0) {
		char name[4096];

		if (got < 0 || line.length >= sizeof(name)) {
			if (got > 0)
				complain(&c, ENAMETOOLONG, "%s:%zu", path,
				    jsonl_line(list));
			in->say(c.text);
			in->status = STATUS_SHORT;
			going = got != -2;
			continue;
		}
		memcpy(name, line.bytes, line.length);
		name[line.length] = '\0';
		going = input_file(in, name);
	}
	jsonl_close(list);
	return going;
}

bool
input_time(const char *written, int64_t *to)
{
	struct calendar_date d;

	if (!calendar_read(text_of(written), &d))
		return false;
	*to = calendar_instant(&d);
	return true;
}

static int
refuse(struct input *in, enum status status, const struct complaint *c)
{
	in->say(c->text);
	in->status = status;
	shelf_release(&in->shelf);
	return -1;
}

static bool
is_web_address(const char *url)
{
	struct arena room;
	bool is;

	arena_init(&room, IDENTIFY_FIELD_MAX);
	is = strlen(url) < IDENTIFY_FIELD_MAX &&
	    !text_is_absent(identify_host(text_of(url), &room));
	arena_release(&room);
	return is;
}

int
input_open(struct input *in)
{
	char value[COMPLAINT_VALUE_MAX + 8];
	struct complaint c;

	in->status = STATUS_DONE;
	in->named = NULL;
	shelf_init(&in->shelf, in->sources);
	if (in->url != NULL && !is_web_address(in->url)) {
		complain(&c, 0, "--url: no web address: %s",
		    complaint_value(value, in->url, strlen(in->url)));
		return refuse(in, STATUS_USAGE, &c);
	}
	if (in->recipe != NULL && (in->named = shelf_get(&in->shelf,
	    in->recipe, &c)) == NULL)
		return refuse(in, STATUS_USAGE, &c);
	if (sink_open(&in->out, STDOUT_FILENO) < 0) {
		complain(&c, in->out.failed, "standard output");
		return refuse(in, STATUS_RETRY, &c);
	}
	return 0;
}

enum status
input_close(struct input *in)
{
	struct complaint c;

	if (sink_close(&in->out, "standard output", &c) < 0) {
		if (in->status != STATUS_RETRY)
			in->say(c.text);
		in->status = STATUS_RETRY;
	}
	shelf_release(&in->shelf);
	return in->status;
}
