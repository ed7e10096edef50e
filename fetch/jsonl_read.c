/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jsonl.h"
#include "utf8.h"

enum {
	PIECE = 256 << 10,	/* read at once: half of L2 */
	ROOM_MAX = JSONL_LINE_MAX + 2 * PIECE,
};

struct jsonl_reader {
	int descriptor;
	char *path;
	char *bytes;
	size_t capacity, from, to;	/* unread: bytes[from..to) */
	size_t searched;		/* of it, known to hold no LF */
	size_t base;			/* file offset of bytes[0] */
	size_t offset, line;		/* of the line last given */
	bool ended;
};

struct jsonl_reader *
jsonl_open(const char *path, struct complaint *c)
{
	bool standard = strcmp(path, "-") == 0;
	struct jsonl_reader *r = calloc(1, sizeof(*r));
	struct stat about;

	if (r == NULL) {
		complain(c, ENOMEM, "%s", path);
		return NULL;
	}
	r->descriptor = standard ? STDIN_FILENO :
	    open(path, O_RDONLY | O_CLOEXEC);
	r->path = strdup(standard ? "standard input" : path);
	if (r->descriptor < 0 || r->path == NULL) {
		complain(c, errno, "%s", path);
		jsonl_close(r);
		return NULL;
	}
	if (fstat(r->descriptor, &about) == 0 && S_ISDIR(about.st_mode)) {
		complain(c, EISDIR, "%s", r->path);
		jsonl_close(r);
		return NULL;
	}
	return r;
}

void
jsonl_close(struct jsonl_reader *r)
{
	if (r == NULL)
		return;
	if (r->descriptor > STDIN_FILENO)
		close(r->descriptor);
	free(r->path);
	free(r->bytes);
	free(r);
}

static int
make_room(struct jsonl_reader *r)
{
	size_t wanted;
	char *more;

	if (r->from > 0) {
		memmove(r->bytes, r->bytes + r->from, r->to - r->from);
		r->base += r->from;
		r->to -= r->from;
		r->from = 0;
	}
	if (r->capacity - r->to >= PIECE)
		return 0;
	wanted = r->capacity == 0 ? 2 * PIECE : 2 * r->capacity;
	if (wanted > ROOM_MAX)
		wanted = ROOM_MAX;
	more = realloc(r->bytes, wanted);
	if (more == NULL)
		return -1;
	r->bytes = more;
	r->capacity = wanted;
	return 0;
}

/* 0, or -2 where the stream failed. */
static int
read_more(struct jsonl_reader *r, struct complaint *c)
{
	ssize_t got;

	if (make_room(r) < 0) {
		complain_at(c, r->path, r->base + r->from, "%s",
		    strerror(ENOMEM));
		return -2;
	}
	do
		got = read(r->descriptor, r->bytes + r->to,
		    r->capacity - r->to);
	while (got < 0 && errno == EINTR);
	if (got < 0) {
		complain_at(c, r->path, r->base + r->to, "%s",
		    strerror(errno));
		return -2;
	}
	r->ended = got == 0;
	r->to += (size_t)got;
	return 0;
}

/* Finds the end of the line at `from` and takes the line: 1, 0 at the end,
 * -1 too long, -2.  What is too long is let go as it comes. */
static int
take_line(struct jsonl_reader *r, struct text *line, struct complaint *c)
{
	bool too_long = false;
	char *found = NULL;
	size_t have;

	r->offset = r->base + r->from;
	r->searched = 0;
	for (;;) {
		have = r->to - r->from;
		if (have > r->searched)
			found = memchr(r->bytes + r->from + r->searched, '\n',
			    have - r->searched);
		if (found != NULL || r->ended)
			break;
		r->searched = have;
		if (have > JSONL_LINE_MAX) {
			too_long = true;
			r->from = r->to;
			r->searched = 0;
		}
		if (read_more(r, c) < 0)
			return -2;
	}
	if (found == NULL && have == 0 && !too_long)
		return 0;
	r->line++;
	line->bytes = r->bytes + r->from;
	line->length = found == NULL ? have : (size_t)(found - line->bytes);
	r->from += line->length + (found != NULL);
	return too_long || line->length > JSONL_LINE_MAX ? -1 : 1;
}

int
jsonl_next(struct jsonl_reader *r, struct text *line, struct complaint *c)
{
	size_t good;
	int result;

	do {
		result = take_line(r, line, c);
		if (result == 0 || result == -2)
			return result;
		if (result < 0) {
			complain_at(c, r->path, r->offset, "a line of more "
			    "than %d bytes", (int)JSONL_LINE_MAX);
			return -1;
		}
		/* Editors elsewhere begin files with a byte order mark. */
		if (r->offset == 0 && line->length >= 3 &&
		    memcmp(line->bytes, "\xEF\xBB\xBF", 3) == 0) {
			line->bytes += 3;
			line->length -= 3;
		}
	} while (line->length == 0 || text_is(*line, "\r"));
	good = utf8_valid(line->bytes, line->length);
	if (good == line->length)
		return 1;
	return complain_at(c, r->path, r->offset, "not UTF-8 at byte %zu of "
	    "the line", good + 1);
}

size_t
jsonl_offset(const struct jsonl_reader *r)
{
	return r->offset;
}

size_t
jsonl_line(const struct jsonl_reader *r)
{
	return r->line;
}

int
jsonl_seek(struct jsonl_reader *r, size_t offset, struct complaint *c)
{
	if (lseek(r->descriptor, (off_t)offset, SEEK_SET) < 0)
		return complain_at(c, r->path, offset, "cannot go there: %s",
		    strerror(errno));
	r->base = offset;
	r->from = r->to = 0;
	r->line = 0;
	r->ended = false;
	return 0;
}
