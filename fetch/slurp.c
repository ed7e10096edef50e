/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slurp.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { PIECE = 64 << 10 };

static int
read_all(int descriptor, const char *path, struct buffer *to,
	struct complaint *c)
{
	for (;;) {
		size_t left = to->ceiling - to->length;
		size_t want = left < PIECE ? left + 1 : PIECE;
		char extra, *room = &extra;
		ssize_t got;

		/* At the ceiling one more byte is asked for, to tell a file
		 * that fits from one that does not. */
		if (left > 0 && (room = buffer_reserve(to,
		    want = left < PIECE ? left : PIECE)) == NULL)
			return complain(c, ENOMEM, "%s", path);
		got = read(descriptor, room, want);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return complain(c, errno, "%s", path);
		if (got == 0)
			return 0;
		if (left == 0)
			return complain(c, 0, "%s: larger than %zu bytes, "
			    "which is the limit for such a file", path,
			    to->ceiling);
		to->length += (size_t)got;
		to->bytes[to->length] = '\0';
	}
}

int
slurp(const char *path, struct buffer *to, struct complaint *c)
{
	int descriptor, result;

	if (strcmp(path, "-") == 0)
		return read_all(STDIN_FILENO, "standard input", to, c);
	/* A FIFO that nobody writes to is empty, not something to wait for. */
	descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (descriptor < 0)
		return complain(c, errno, "%s", path);
	if (fcntl(descriptor, F_SETFL, 0) < 0) {
		complain(c, errno, "%s", path);
		close(descriptor);
		return -1;
	}
	result = read_all(descriptor, path, to, c);
	close(descriptor);
	return result;
}
