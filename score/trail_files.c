/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sayso.db was made of (trail.h). */
#include "trail.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "database.h"

enum { PIECE = 64 << 10 };

int
trail_digest(const char *path, char hex[DIGEST_HEX], struct complaint *c)
{
	unsigned char result[DIGEST_SIZE];
	char piece[PIECE];
	struct digest *d;
	ssize_t got;
	int file = open(path, O_RDONLY | O_CLOEXEC);

	hex[0] = '\0';
	if (file < 0)
		return errno == ENOENT ? 0 : complain(c, errno, "%s", path);
	d = digest_create();
	while (d != NULL && (got = read(file, piece, sizeof(piece))) > 0)
		digest_add(d, piece, (size_t)got);
	if (d == NULL || got < 0) {
		complain(c, d == NULL ? ENOMEM : errno, "%s", path);
		if (d != NULL)
			digest_finish(d, result);
		close(file);
		return -1;
	}
	close(file);
	digest_finish(d, result);
	digest_hex(result, DIGEST_SIZE, hex);
	return 0;
}

int
trail_files(struct database *d, const struct workspace *w, const char *name,
	const struct workspace_list *files, struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX], of[WORKSPACE_PATH_MAX];
	struct stat about;
	size_t i;

	for (i = 0; i < files->count; i++) {
		int length = snprintf(of, sizeof(of), "%s/%s", name,
		    files->path[i]);

		if (length < 0 || length >= (int)sizeof(of))
			return complain(c, ENAMETOOLONG, "%.200s",
			    files->path[i]);
		if (workspace_path(w, of, path, c) < 0)
			return -1;
		if (stat(path, &about) < 0)
			return complain(c, errno, "%s", path);
		if (database_put_file(d, of, (int64_t)about.st_size,
		    NULL, c) < 0)
			return -1;
	}
	return 0;
}

int
trail_content(struct database *d, const struct workspace *w, const char *name,
	struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX], hex[DIGEST_HEX];

	if (workspace_path(w, name, path, c) < 0 ||
	    trail_digest(path, hex, c) < 0)
		return -1;
	return hex[0] == '\0' ? 0 : database_put_file(d, name, -1,
	    hex, c);
}
