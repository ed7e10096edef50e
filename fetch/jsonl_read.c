/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jsonl.h"
#include "utf8.h"

struct jsonl_reader {
	int descriptor;
	const char *path;
	size_t limit;
	bool trusted;
	char *rest;			/* read, but not in a block yet */
	size_t rest_length, rest_capacity;
	size_t offset;			/* of the rest in the stream */
	bool ended;
	int failed;			/* errno, to be said next */
	struct jsonl_block block;	/* of jsonl_next() */
	size_t lines;			/* in the blocks before it */
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
	r->path = standard ? "standard input" : path;
	r->limit = JSONL_LINE_MAX;
	r->descriptor = standard ? STDIN_FILENO :
	    open(path, O_RDONLY | O_CLOEXEC);
	if (r->descriptor < 0) {
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
jsonl_limit(struct jsonl_reader *r, size_t line_max)
{
	r->limit = line_max;
}

void
jsonl_trust(struct jsonl_reader *r)
{
	r->trusted = true;
}

void
jsonl_close(struct jsonl_reader *r)
{
	if (r == NULL)
		return;
	if (r->descriptor > STDIN_FILENO)
		close(r->descriptor);
	jsonl_block_release(&r->block);
	free(r->rest);
	free(r);
}

/* ---- blocks ---- */

void
jsonl_block_init(struct jsonl_block *b)
{
	*b = (struct jsonl_block){.path = ""};
}

void
jsonl_block_release(struct jsonl_block *b)
{
	free(b->bytes);
	jsonl_block_init(b);
}

/* Room for `more` bytes behind what is there; doubles as a line grows. */
static int
make_room(struct jsonl_block *b, size_t more)
{
	size_t wanted = b->capacity == 0 ? 2 * JSONL_BLOCK : b->capacity;
	char *bytes;

	while (wanted < b->to + more)
		wanted *= 2;
	if (wanted == b->capacity)
		return 0;
	bytes = realloc(b->bytes, wanted);
	if (bytes == NULL)
		return -1;
	b->bytes = bytes;
	b->capacity = wanted;
	return 0;
}

/* One huge line must not make every later block carry its memory. */
static void
shrink(struct jsonl_block *b)
{
	if (b->capacity > 2 * JSONL_BLOCK) {
		free(b->bytes);
		b->bytes = NULL;
		b->capacity = 0;
	}
}

static int
begin_block(struct jsonl_reader *r, struct jsonl_block *b)
{
	shrink(b);
	b->path = r->path;
	b->limit = r->limit;
	b->from = b->to = b->line = 0;
	b->base = b->offset = r->offset;
	b->too_long = false;
	b->checked = r->trusted ? JSONL_ALL_UTF8 : JSONL_UNCHECKED;
	if (make_room(b, r->rest_length) < 0)
		return -1;
	if (r->rest_length > 0)
		memcpy(b->bytes, r->rest, r->rest_length);
	b->to = r->rest_length;
	r->rest_length = 0;
	return 0;
}

/* Keeps what stands behind `end` for the next block. */
static int
keep_rest(struct jsonl_reader *r, struct jsonl_block *b, size_t end)
{
	size_t length = b->to - end;

	b->to = end;
	if (length > r->rest_capacity || (length < JSONL_BLOCK &&
	    r->rest_capacity > JSONL_BLOCK)) {
		free(r->rest);
		r->rest_capacity = length < JSONL_BLOCK ? JSONL_BLOCK : length;
		r->rest = malloc(r->rest_capacity);
		if (r->rest == NULL) {
			r->rest_capacity = 0;
			return -1;
		}
	}
	if (length > 0)
		memcpy(r->rest, b->bytes + end, length);
	r->rest_length = length;
	r->offset += end;
	return 0;
}

/* Reads once.  What was read before a fault is given before it is said. */
static void
read_more(struct jsonl_reader *r, struct jsonl_block *b)
{
	ssize_t got;

	if (make_room(b, JSONL_BLOCK) < 0) {
		r->failed = ENOMEM;
		return;
	}
	do
		got = read(r->descriptor, b->bytes + b->to, JSONL_BLOCK);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		r->failed = errno;
	else
		b->to += (size_t)got;
	r->ended = got == 0;
}

static bool
more_is_there(const struct jsonl_reader *r)
{
	struct pollfd p = {.fd = r->descriptor, .events = POLLIN};

	return poll(&p, 1, 0) > 0;
}

/* Lets a line go that is too long, as it comes. */
static int
let_go(struct jsonl_reader *r, struct jsonl_block *b)
{
	const char *end = NULL;
	size_t length = 0;

	b->too_long = true;
	for (;;) {
		length += b->to;
		b->to = 0;
		read_more(r, b);
		if (b->to > 0)
			end = memchr(b->bytes, '\n', b->to);
		if (end != NULL || r->ended || r->failed != 0)
			break;
	}
	r->offset += length;
	if (keep_rest(r, b, end == NULL ? b->to :
	    (size_t)(end - b->bytes) + 1) < 0)
		r->failed = ENOMEM;
	b->to = 0;
	return 1;
}

static int
stream_failed(struct jsonl_reader *r, const struct jsonl_block *b,
	struct complaint *c)
{
	complain_at(c, r->path, r->offset + b->to, "%s", strerror(r->failed));
	return -2;
}

/* Reads on until there is a whole line and, as far as the stream has them
 * ready, a block of them; false where the line is over the limit. */
static bool
fill(struct jsonl_reader *r, struct jsonl_block *b)
{
	size_t searched = 0;
	bool whole = false;

	for (;;) {
		whole = whole || (b->to > searched && memchr(b->bytes +
		    searched, '\n', b->to - searched) != NULL);
		searched = b->to;
		if (whole && (b->to >= JSONL_BLOCK || !more_is_there(r)))
			return true;
		if (!whole && b->to > r->limit)
			return false;
		read_more(r, b);
		if (r->ended || r->failed != 0)
			return true;
	}
}

int
jsonl_read_block(struct jsonl_reader *r, struct jsonl_block *b,
	struct complaint *c)
{
	size_t end;

	if (begin_block(r, b) < 0)
		r->failed = ENOMEM;
	if (r->failed != 0)
		return stream_failed(r, b, c);
	if (r->ended)
		return 0;
	if (!fill(r, b))
		return let_go(r, b);
	end = b->to;
	while (end > 0 && b->bytes[end - 1] != '\n')
		end--;
	if (end == 0 && r->failed != 0)
		return stream_failed(r, b, c);
	/* The last line may have no LF. */
	if (r->ended)
		end = b->to;
	if (keep_rest(r, b, end) < 0)
		r->failed = ENOMEM;
	return b->to > 0;
}

/* Takes the line at `from`; 1, or 0 at the end. */
static int
take_line(struct jsonl_block *b, struct text *line)
{
	const char *from = b->bytes + b->from, *end;

	if (b->from == b->to)
		return 0;
	end = memchr(from, '\n', b->to - b->from);
	*line = (struct text){from, end == NULL ? b->to - b->from :
	    (size_t)(end - from)};
	b->offset = b->base + b->from;
	b->from += line->length + (end != NULL);
	b->line++;
	/* Editors elsewhere begin files with a byte order mark. */
	if (b->offset == 0 && line->length >= 3 &&
	    memcmp(line->bytes, "\xEF\xBB\xBF", 3) == 0) {
		line->bytes += 3;
		line->length -= 3;
	}
	return 1;
}

static int
too_long(const struct jsonl_block *b, struct complaint *c)
{
	return complain_at(c, b->path, b->offset, "a line of more than %zu "
	    "bytes", b->limit);
}

int
jsonl_block_next(struct jsonl_block *b, struct text *line,
	struct complaint *c)
{
	size_t good;

	if (b->too_long) {
		b->too_long = false;
		b->line++;
		return too_long(b, c);
	}
	do {
		if (take_line(b, line) == 0)
			return 0;
		if (line->length > b->limit)
			return too_long(b, c);
	} while (line->length == 0 || text_is(*line, "\r"));
	if (b->checked == JSONL_UNCHECKED) {
		size_t length = b->to - (b->offset - b->base);

		b->checked = utf8_valid(b->bytes + b->to - length, length) ==
		    length ? JSONL_ALL_UTF8 : JSONL_NOT_ALL_UTF8;
	}
	if (b->checked == JSONL_ALL_UTF8)
		return 1;
	good = utf8_valid(line->bytes, line->length);
	if (good == line->length)
		return 1;
	return complain_at(c, b->path, b->offset, "not UTF-8 at byte %zu of "
	    "the line", good + 1);
}

/* ---- one line after the other ---- */

int
jsonl_next(struct jsonl_reader *r, struct text *line, struct complaint *c)
{
	int got;

	while ((got = jsonl_block_next(&r->block, line, c)) == 0) {
		r->lines += r->block.line;
		got = jsonl_read_block(r, &r->block, c);
		if (got != 1)
			return got;
	}
	return got;
}

size_t
jsonl_offset(const struct jsonl_reader *r)
{
	return r->block.offset;
}

size_t
jsonl_line(const struct jsonl_reader *r)
{
	return r->lines + r->block.line;
}

int
jsonl_seek(struct jsonl_reader *r, size_t offset, struct complaint *c)
{
	if (lseek(r->descriptor, (off_t)offset, SEEK_SET) < 0)
		return complain_at(c, r->path, offset, "cannot go there: %s",
		    strerror(errno));
	r->offset = offset;
	r->rest_length = r->lines = 0;
	r->block.from = r->block.to = r->block.line = 0;
	r->block.too_long = false;
	r->ended = false;
	return 0;
}
