/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "calendar.h"
#include "date.h"
#include "input_file.h"
#include "jsonl.h"

static int
write_line(void *context, const void *bytes, size_t length,
	struct complaint *c)
{
	struct input *in = context;

	if (in->ascii) {
		buffer_clear(&in->escaped);
		if (jsonl_add_ascii(&in->escaped, (struct text){bytes,
		    length}) < 0)
			return complain(c, ENOMEM, "standard output");
		bytes = in->escaped.bytes;
		length = in->escaped.length;
	}
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

/* All of a file is there. */
static void
file_done(struct crew_file *f)
{
	struct input_file *j = f->context;
	struct input *in = j->in;
	struct complaint c = f->why;

	in->files++;
	in->reviews += f->collect.reviews;
	in->aggregates += f->collect.aggregates;
	if (f->failed || collect_finish(&f->collect, NULL, &c) < 0) {
		if (in->status != STATUS_RETRY)
			in->say(c.text);
		in->status = STATUS_RETRY;
	} else {
		say_bad(in, &f->bad);
	}
	crew_file_release(f);
	free(j->own_path);
	free(j);
}

static struct input_file *
set_out(struct input *in, const char *path)
{
	struct input_file *j = calloc(1, sizeof(*j));

	if (j == NULL || (j->own_path = strdup(path)) == NULL) {
		free(j);
		return NULL;
	}
	j->in = in;
	j->path = j->own_path;
	j->name = base_name(j->path);
	j->shown = strcmp(path, "-") == 0 ? "standard input" : j->path;
	crew_file_init(&j->file, write_line, in, file_done);
	j->file.context = j;
	buffer_init(&j->bytes, INPUT_FILE_MAX + 1);
	j->origin = (struct origin){.recipe = in->named,
	    .url = text_of(in->url), .brand = text_of(in->brand),
	    .fetched = in->fetched,
	    .capture = {.file = text_of(j->name), .offset = -1}};
	if (in->fetched != DATE_NO_INSTANT)
		j->origin.capture.fetched = text_of(calendar_write_instant(
		    in->fetched, j->fetched));
	return j;
}

/* Nothing can be kept any more. */
static bool
give_up(struct input *in, const struct complaint *c)
{
	if (in->status != STATUS_RETRY)
		in->say(c->text);
	in->status = STATUS_RETRY;
	return false;
}

bool
input_file(struct input *in, const char *path)
{
	struct complaint c, lost;
	struct input_file *j = set_out(in, path);
	int result;

	if (j == NULL) {
		complain(&c, ENOMEM, "%s", path);
		return give_up(in, &c);
	}
	result = input_file_read(j, &c);
	buffer_release(&j->bytes);
	if (result < 0 && !j->failed)
		result = input_file_note(j, &c, &lost);
	if (j->failed)
		give_up(in, &c);
	if (crew_end(in->crew, &j->file, &lost) < 0)
		return give_up(in, &lost);
	return in->status != STATUS_RETRY;
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
			in->bad++;
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
	crew_close(in->crew);
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
	in->crew = NULL;
	shelf_init(&in->shelf, in->sources);
	/* An escape is at most three times as long as its character. */
	buffer_init(&in->escaped, 3 * (size_t)JSONL_LINE_MAX);
	if (in->url != NULL && !is_web_address(in->url)) {
		complain(&c, 0, "--url: no web address: %s",
		    complaint_value(value, in->url, strlen(in->url)));
		return refuse(in, STATUS_USAGE, &c);
	}
	if (in->recipe != NULL && (in->named = shelf_get(&in->shelf,
	    in->recipe, &c)) == NULL)
		return refuse(in, STATUS_USAGE, &c);
	in->crew = crew_open(in->workers, &in->shelf, &c);
	if (in->crew == NULL)
		return refuse(in, STATUS_RETRY, &c);
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

	if (crew_finish(in->crew, &c) < 0)
		give_up(in, &c);
	crew_say_missing(in->crew, in->verbose ? in->say : NULL);
	crew_close(in->crew);
	if (sink_close(&in->out, "standard output", &c) < 0) {
		if (in->status != STATUS_RETRY)
			in->say(c.text);
		in->status = STATUS_RETRY;
	}
	shelf_release(&in->shelf);
	buffer_release(&in->escaped);
	return in->status == STATUS_SHORT && in->bad <= (uint64_t)in->max_bad ?
	    STATUS_DONE : in->status;
}
