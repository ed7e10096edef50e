/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "input_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "archive.h"
#include "gzip.h"
#include "jsonl.h"
#include "sniff.h"

int
input_file_note(struct input_file *j, const struct complaint *bad,
	struct complaint *c)
{
	if (crew_note(j->in->crew, &j->file, bad, c) == 0)
		return 0;
	j->failed = true;
	return -1;
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
 * more, 0 the end, -1 damage, which ends the file. */
static int
read_more(struct input_file *j, struct gzip_stream *g, size_t want,
	struct complaint *c)
{
	int member_end;

	while (j->bytes.length < want) {
		size_t room = want - j->bytes.length;
		char *to = buffer_reserve(&j->bytes, room > 65536 ? 65536 :
		    room);
		long got;

		if (to == NULL)
			return 1;
		got = gzip_read(g, to, room > 65536 ? 65536 : room,
		    &member_end, c);
		if (got <= 0)
			return (int)got;
		j->bytes.length += (size_t)got;
		to[got] = '\0';
	}
	return 1;
}

static int
read_archive(struct input_file *j, struct complaint *c)
{
	const struct archive_how how = {.shelf = &j->in->shelf,
	    .recipe = j->in->named, .url = j->in->url, .brand = j->in->brand,
	    .fetched = j->in->fetched, .file = j->name};
	struct archive a;
	bool usage;
	int result;

	archive_init(&a);
	result = archive_read(&a, j->in->crew, &j->file, j->path, &how,
	    &usage, &j->failed, c);
	archive_release(&a);
	return result;
}

static int
read_lines(struct input_file *j, struct complaint *c)
{
	struct crew *w = j->in->crew;
	const struct text head = {j->bytes.bytes, j->bytes.length};
	struct jsonl_reader *lines = jsonl_open(j->path, c);
	struct complaint bad;
	struct text line;
	int got, result;

	if (lines == NULL)
		return -1;
	result = crew_fit(w, &j->file, &j->origin, head, c);
	while (result == 0 && (got = jsonl_next(lines, &line, &bad)) != 0) {
		if (got < 0) {
			result = input_file_note(j, &bad, c);
			if (got < -1)
				break;
			continue;
		}
		snprintf(j->place, sizeof(j->place), "%.4000s:%zu", j->shown,
		    jsonl_line(lines));
		result = crew_line(w, &j->file, &j->origin, line, j->place,
		    c);
		j->failed = result < 0;
	}
	jsonl_close(lines);
	return result;
}

static int
read_whole(struct input_file *j, struct complaint *c)
{
	const struct intake_body body = {.bytes = {j->bytes.bytes,
	    j->bytes.length}, .name = j->path};

	snprintf(j->place, sizeof(j->place), "%.4000s", j->shown);
	if (crew_page(j->in->crew, &j->file, &j->origin, &body, j->place,
	    c) == 0)
		return 0;
	j->failed = true;
	return -1;
}

static bool
is_lines(const struct input_file *j, enum sniff_type type)
{
	const struct recipe *r = j->in->named;

	return r != NULL && r->format != RECIPE_AUTO ?
	    r->format == RECIPE_JSONL : type == SNIFF_JSONL;
}

int
input_file_read(struct input_file *j, struct complaint *c)
{
	bool standard = strcmp(j->path, "-") == 0, plain;
	struct gzip_stream *g;
	struct complaint damage;
	enum sniff_type type;
	int more = 1;

	if (standard && spool(c) < 0)
		return -1;
	g = gzip_open(j->path, c);
	if (g == NULL)
		return -1;
	more = read_more(j, g, SNIFF_LOOK, &damage);
	plain = !gzip_is_compressed(g);
	type = sniff((struct text){j->bytes.bytes, j->bytes.length}, j->path);
	if (type != SNIFF_WARC && !(plain && is_lines(j, type)) && more > 0)
		more = read_more(j, g, INPUT_FILE_MAX + 1, &damage);
	gzip_close(g);
	if (standard && lseek(STDIN_FILENO, 0, SEEK_SET) < 0)
		return complain(c, errno, "standard input");
	/* These will find the damage again. */
	if (type == SNIFF_WARC)
		return read_archive(j, c);
	if (plain && is_lines(j, type))
		return read_lines(j, c);
	if (more < 0 && input_file_note(j, &damage, c) < 0)
		return -1;
	/* What is there after damage may be nothing; that was said. */
	if (type == SNIFF_EMPTY)
		return standard || more < 0 ? 0 :
		    complain(c, 0, "%s: empty", j->shown);
	if (j->bytes.length > INPUT_FILE_MAX)
		return complain(c, 0, "%s: larger than %d bytes, which is the "
		    "limit for a page or payload", j->shown, INPUT_FILE_MAX);
	return read_whole(j, c);
}
