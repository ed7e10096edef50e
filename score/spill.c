/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "spill.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { FIRST_ROWS = 256 };

/* Sorted rows: in the file and, of these, those in memory that are next. */
struct run {
	uint64_t next, end;		/* rows of the file not read yet */
	const char *row;		/* the first of those in memory */
	size_t left;			/* rows in memory */
	char *room;			/* where they are read to */
};

struct spill {
	size_t size, held;
	const char *folder;
	int (*compare)(const void *a, const void *b);
	char *row;			/* in memory, or room of the runs */
	size_t count, capacity;
	uint64_t written;		/* rows in the file */
	int file;			/* -1: all are in memory */
	struct run *run;
	size_t runs;
	size_t *heap;			/* runs, the least row first */
	size_t heap_count, room_rows;
	bool given;			/* the least run's row was given */
};

struct spill *
spill_create(size_t size, size_t held, const char *folder,
	int (*compare)(const void *a, const void *b))
{
	struct spill *s = calloc(1, sizeof(*s));

	if (s != NULL)
		*s = (struct spill){.size = size, .held = held,
		    .folder = folder, .compare = compare, .file = -1};
	return s;
}

void
spill_free(struct spill *s)
{
	if (s == NULL)
		return;
	if (s->file >= 0)
		close(s->file);
	free(s->row);
	free(s->run);
	free(s->heap);
	free(s);
}

static int
no_memory(struct complaint *c)
{
	return complain(c, ENOMEM, "sorting");
}

/* ---- writing ---- */

/* The file has no name, so that nobody has to clean up. */
static int
open_file(struct spill *s, struct complaint *c)
{
	const char *folder = s->folder == NULL ? P_tmpdir : s->folder;
	size_t size = strlen(folder) + sizeof("/.sort.XXXXXX");
	char *path = malloc(size);

	if (path == NULL)
		return no_memory(c);
	snprintf(path, size, "%s/.sort.XXXXXX", folder);
	s->file = mkstemp(path);
	if (s->file < 0) {
		complain(c, errno, "%s", path);
	} else {
		unlink(path);
		fcntl(s->file, F_SETFD, FD_CLOEXEC);
	}
	free(path);
	return s->file < 0 ? -1 : 0;
}

static int
write_rows(struct spill *s, struct complaint *c)
{
	size_t length = s->count * s->size, at = 0;

	while (at < length) {
		ssize_t wrote = write(s->file, s->row + at, length - at);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote <= 0)
			return complain(c, wrote < 0 ? errno : ENOSPC,
			    "sorting in %s", s->folder == NULL ? P_tmpdir :
			    s->folder);
		at += (size_t)wrote;
	}
	return 0;
}

static int
write_run(struct spill *s, struct complaint *c)
{
	struct run *more = realloc(s->run, (s->runs + 1) * sizeof(*more));

	if (more == NULL)
		return no_memory(c);
	s->run = more;
	if (s->file < 0 && open_file(s, c) < 0)
		return -1;
	qsort(s->row, s->count, s->size, s->compare);
	if (write_rows(s, c) < 0)
		return -1;
	s->run[s->runs++] = (struct run){.next = s->written,
	    .end = s->written + s->count};
	s->written += s->count;
	s->count = 0;
	return 0;
}

static int
make_room(struct spill *s, struct complaint *c)
{
	size_t capacity = s->capacity == 0 ? FIRST_ROWS : s->capacity * 2;
	char *row;

	if (s->count == s->held)
		return write_run(s, c);
	if (capacity > s->held)
		capacity = s->held;
	row = realloc(s->row, capacity * s->size);
	if (row == NULL)
		return no_memory(c);
	s->row = row;
	s->capacity = capacity;
	return 0;
}

int
spill_add(struct spill *s, const void *row, struct complaint *c)
{
	if (s->count == s->capacity && make_room(s, c) < 0)
		return -1;
	memcpy(s->row + s->count * s->size, row, s->size);
	s->count++;
	return 0;
}

/* ---- reading ---- */

/* Reads the next rows of a run whose rows in memory are used up. */
static int
read_rows(struct spill *s, struct run *r, struct complaint *c)
{
	uint64_t rows = r->end - r->next;
	size_t length, at = 0;

	if (rows > s->room_rows)
		rows = s->room_rows;
	length = (size_t)rows * s->size;
	while (at < length) {
		ssize_t got = pread(s->file, r->room + at, length - at,
		    (off_t)(r->next * s->size + at));

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return complain(c, got < 0 ? errno : EIO, "sorting");
		at += (size_t)got;
	}
	r->next += rows;
	r->row = r->room;
	r->left = (size_t)rows;
	return 0;
}

static bool
is_less(const struct spill *s, size_t a, size_t b)
{
	return s->compare(s->run[s->heap[a]].row, s->run[s->heap[b]].row) < 0;
}

static void
sift_down(struct spill *s, size_t at)
{
	for (;;) {
		size_t least = at, child = 2 * at + 1, held = s->heap[at];

		if (child < s->heap_count && is_less(s, child, least))
			least = child;
		if (child + 1 < s->heap_count && is_less(s, child + 1, least))
			least = child + 1;
		if (least == at)
			return;
		s->heap[at] = s->heap[least];
		s->heap[least] = held;
		at = least;
	}
}

int
spill_sort(struct spill *s, struct complaint *c)
{
	size_t i;

	if (s->runs == 0) {
		if (s->count > 0)
			qsort(s->row, s->count, s->size, s->compare);
		s->run = calloc(1, sizeof(*s->run));
		s->runs = 1;
	} else if (s->count > 0 && write_run(s, c) < 0) {
		return -1;
	}
	s->heap = calloc(s->runs, sizeof(*s->heap));
	if (s->run == NULL || s->heap == NULL)
		return no_memory(c);
	if (s->file < 0)
		s->run[0] = (struct run){.row = s->row, .left = s->count};
	s->room_rows = s->capacity / s->runs;
	if (s->file >= 0 && s->room_rows < SPILL_LEAST)
		return complain(c, EFBIG, "sorting");
	for (i = 0; i < s->runs; i++) {
		s->run[i].room = s->row + i * s->room_rows * s->size;
		if (s->run[i].left == 0 && read_rows(s, &s->run[i], c) < 0)
			return -1;
		if (s->run[i].left > 0)
			s->heap[s->heap_count++] = i;
	}
	for (i = s->heap_count; i-- > 0;)
		sift_down(s, i);
	return 0;
}

/* Goes on behind the row that was given. */
static int
pass_row(struct spill *s, struct complaint *c)
{
	struct run *r = &s->run[s->heap[0]];

	r->row += s->size;
	r->left--;
	if (r->left == 0 && read_rows(s, r, c) < 0)
		return -1;
	if (r->left == 0)
		s->heap[0] = s->heap[--s->heap_count];
	if (s->heap_count > 0)
		sift_down(s, 0);
	return 0;
}

int
spill_next(struct spill *s, const void **row, struct complaint *c)
{
	if (s->given && pass_row(s, c) < 0)
		return -1;
	s->given = s->heap_count > 0;
	if (!s->given)
		return 0;
	*row = s->run[s->heap[0]].row;
	return 1;
}
