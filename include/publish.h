/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A file that has a name is finished: written under `name.tmp.PID` (or in a
 * folder for unfinished files), synced, renamed, the folder synced.  The only
 * file of the tree that calls rename().  Whatever goes wrong, a full disk and
 * a closed pipe included, the old file of that name stays as it was.
 */
#ifndef SAYSO_PUBLISH_H
#define SAYSO_PUBLISH_H

#include <stddef.h>
#include <stdint.h>

#include "complaint.h"

struct publish;		/* an unfinished file */

/* `partial` is NULL, or an existing folder on the same file system in which
 * the file grows (as `folder+name.tmp.PID`).  NULL on failure. */
struct publish *publish_create(const char *path, const char *partial,
	struct complaint *c);
int publish_write(struct publish *p, const void *bytes, size_t length,
	struct complaint *c);
/* Where the file grows, for a library that wants a path of its own (SQLite). */
const char *publish_path(const struct publish *p);
/* Flush, sync, close: only the name is missing then, and a full disk has shown
 * itself; for files that shall have their names together.  Nothing is written
 * behind it. */
int publish_settle(struct publish *p, struct complaint *c);
/* What publish_settle() does where that was not called, rename, sync the
 * folder; frees p also on failure. */
int publish_commit(struct publish *p, struct complaint *c);
/* Hands what was written to the kernel, where it outlives this process, and
 * says how many bytes the file has.  Nothing is synced.  From here on the
 * unfinished file outlives a failure too: it is for publish_recover(), or for
 * publish_sweep() of a later process. */
int publish_flush(struct publish *p, int64_t *length, struct complaint *c);
/* Finishes the file `grows` that a killed run left: cut to `length`, `tail`
 * added, synced, named.  1 done (or it has its name already), 0 what should
 * be there is not, -1 a complaint. */
int publish_recover(const char *grows, const char *path, int64_t length,
	const void *tail, size_t tail_length, struct complaint *c);
/* Removes the unfinished file (see publish_flush()); frees p.  NULL is
 * allowed. */
void publish_abandon(struct publish *p);

/* One call for a small file. */
int publish_file(const char *path, const void *bytes, size_t length,
	struct complaint *c);

/* Removes what earlier, killed runs left in a folder: names that end in
 * `.tmp.DIGITS` whose process is gone, or has our own number.  Call it before
 * the first publish_create(). */
int publish_sweep(const char *folder, struct complaint *c);

/* Standard output and other streams that are not published by name: a
 * buffered writer that notices every failed or short write.  EPIPE is an
 * error like any other (SIGPIPE is ignored by every program's main). */
struct sink {
	int descriptor;
	char *bytes;
	size_t size, used;
	int failed;		/* errno of the first failure, else 0 */
};

int sink_open(struct sink *s, int descriptor);
int sink_write(struct sink *s, const void *bytes, size_t length);
/* Flushes, closes the descriptor, frees.  -1 if any write had failed. */
int sink_close(struct sink *s, const char *name, struct complaint *c);

#endif
