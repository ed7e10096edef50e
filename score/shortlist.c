/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shortlist.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "buffer.h"
#include "jsonl.h"
#include "workspace.h"

enum { FIRST_ROOM = 1024, PIECE = 4 << 10 };

void
shortlist_init(struct shortlist *l)
{
	*l = (struct shortlist){NULL, 0, 0, false};
}

void
shortlist_release(struct shortlist *l)
{
	free(l->place);
	shortlist_init(l);
}

int
shortlist_add(struct shortlist *l, uint32_t file, uint64_t offset,
	uint32_t mark)
{
	if (l->full)
		return 0;
	if (l->count == SHORTLIST_MAX) {
		l->full = true;
		return 0;
	}
	if (l->count == l->room) {
		size_t room = l->room == 0 ? FIRST_ROOM : l->room * 2;
		struct shortlist_place *more = realloc(l->place,
		    room * sizeof(*more));

		if (more == NULL)
			return -1;
		l->place = more;
		l->room = room;
	}
	l->place[l->count++] = (struct shortlist_place){offset, file, mark};
	return 0;
}

/* ---- reading ---- */

struct reading {
	char path[WORKSPACE_PATH_MAX];
	int descriptor;			/* -1 none */
	struct buffer line;
	struct complaint *c;
};

static int
open_file(struct reading *r, const char *folder, const char *name)
{
	int length = snprintf(r->path, sizeof(r->path), "%s/%s", folder,
	    name);

	if (r->descriptor >= 0)
		close(r->descriptor);
	r->descriptor = -1;
	if (length < 0 || (size_t)length >= sizeof(r->path))
		return complain(r->c, ENAMETOOLONG, "%.200s", name);
	r->descriptor = open(r->path, O_RDONLY | O_CLOEXEC);
	return r->descriptor >= 0 ? 0 : complain(r->c, errno, "%s", r->path);
}

/* The line at an offset, without its LF.  It was read before, so it ends. */
static int
read_line(struct reading *r, uint64_t offset, struct text *line)
{
	const char *end = NULL;
	ssize_t got = 1;

	buffer_clear(&r->line);
	while (end == NULL && got > 0) {
		size_t had = r->line.length;
		char *to = buffer_reserve(&r->line, PIECE);

		if (to == NULL)
			return complain(r->c, ENOMEM, "%s", r->path);
		got = pread(r->descriptor, to, PIECE,
		    (off_t)(offset + had));
		if (got < 0)
			return complain_at(r->c, r->path, offset, "%s",
			    strerror(errno));
		r->line.length += (size_t)got;
		if (got > 0)
			end = memchr(r->line.bytes + had, '\n', (size_t)got);
	}
	/* A byte order mark is not of the line (jsonl.h). */
	if (offset == 0 && r->line.length >= 3 &&
	    memcmp(r->line.bytes, "\xEF\xBB\xBF", 3) == 0)
		memset(r->line.bytes, ' ', 3);
	*line = (struct text){r->line.bytes, end == NULL ? r->line.length :
	    (size_t)(end - r->line.bytes)};
	return 0;
}

int
shortlist_read(const struct shortlist *l, char *const *path,
	const char *folder, bool (*wants)(void *context, uint32_t mark),
	int (*each)(void *context, struct text line), void *context,
	struct complaint *c)
{
	struct reading r = {.descriptor = -1, .c = c};
	struct text line;
	size_t i, open = SIZE_MAX;
	int result = 0;

	buffer_init(&r.line, JSONL_LINE_MAX + 2 * PIECE);
	for (i = 0; result == 0 && i < l->count; i++) {
		const struct shortlist_place *p = &l->place[i];

		if (!wants(context, p->mark))
			continue;
		if (p->file != open)
			result = open_file(&r, folder, path[p->file]);
		open = p->file;
		if (result == 0)
			result = read_line(&r, p->offset, &line);
		if (result == 0)
			result = each(context, line);
	}
	if (r.descriptor >= 0)
		close(r.descriptor);
	buffer_release(&r.line);
	return result;
}
