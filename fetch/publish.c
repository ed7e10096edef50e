/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "publish.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	SINK_SIZE = 256 << 10,
	GROWS_SIZE = 64 << 10,		/* many files may grow side by side */
};

struct publish {
	char *path, *grows;
	struct sink sink;
	bool settled;
	bool vouched;		/* somebody wrote down how far it counts */
};

/* The part of a path before its last slash ("." without one). */
static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return strdup(".");
	if (slash == path)
		return strdup("/");
	return strndup(path, (size_t)(slash - path));
}

static const char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash == NULL ? path : slash + 1;
}

/* The last two parts of a path: files of one name from several folders may
 * grow side by side in one. */
static const char *
long_name_of(const char *path)
{
	const char *name = name_of(path), *at = name;

	if (at > path + 1)
		for (at--; at > path && at[-1] != '/'; at--)
			;
	return at;
}

/* folder/name.tmp.PID */
static char *
growing_path(const char *path, const char *partial)
{
	const char *name = partial != NULL ? long_name_of(path) :
	    name_of(path);
	char *slash;
	char *folder = partial != NULL ? strdup(partial) : folder_of(path);
	size_t size;
	char *grows;

	if (folder == NULL)
		return NULL;
	size = strlen(folder) + strlen(name) + 40;
	grows = malloc(size);
	if (grows != NULL) {
		snprintf(grows, size, "%s/%s.tmp.%ld", folder, name,
		    (long)getpid());
		slash = strchr(grows + strlen(folder) + 1, '/');
		if (slash != NULL)
			*slash = '+';
	}
	free(folder);
	return grows;
}

static void
publish_free(struct publish *p)
{
	free(p->sink.bytes);
	free(p->path);
	free(p->grows);
	free(p);
}

static int
open_sized(struct sink *s, int descriptor, size_t size)
{
	*s = (struct sink){.descriptor = descriptor, .size = size};
	s->bytes = malloc(size);
	if (s->bytes == NULL) {
		errno = s->failed = ENOMEM;
		return -1;
	}
	return 0;
}

struct publish *
publish_create(const char *path, const char *partial, struct complaint *c)
{
	struct publish *p = calloc(1, sizeof(*p));
	int descriptor;

	if (p == NULL) {
		complain(c, ENOMEM, "%s", path);
		return NULL;
	}
	p->path = strdup(path);
	p->grows = growing_path(path, partial);
	if (p->path == NULL || p->grows == NULL) {
		complain(c, ENOMEM, "%s", path);
		publish_free(p);
		return NULL;
	}
	descriptor = open(p->grows, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC |
	    O_NOFOLLOW, 0666);
	if (descriptor < 0 || open_sized(&p->sink, descriptor,
	    GROWS_SIZE) < 0) {
		complain(c, errno, "%s", p->grows);
		if (descriptor >= 0) {
			close(descriptor);
			unlink(p->grows);
		}
		publish_free(p);
		return NULL;
	}
	return p;
}

int
publish_write(struct publish *p, const void *bytes, size_t length,
	struct complaint *c)
{
	if (sink_write(&p->sink, bytes, length) < 0)
		return complain(c, p->sink.failed, "%s", p->grows);
	return 0;
}

const char *
publish_path(const struct publish *p)
{
	return p->grows;
}

static int
write_all(struct sink *s, const char *bytes, size_t length)
{
	while (length > 0 && s->failed == 0) {
		ssize_t wrote = write(s->descriptor, bytes, length);

		if (wrote < 0 && errno == EINTR)
			continue;
		if (wrote < 0) {
			s->failed = errno;
		} else if (wrote == 0) {
			s->failed = ENOSPC;
		} else {
			bytes += wrote;
			length -= (size_t)wrote;
		}
	}
	return s->failed == 0 ? 0 : -1;
}

static int
sync_path(const char *path, int flags)
{
	int descriptor = open(path, flags | O_CLOEXEC), failed = 0;

	if (descriptor < 0)
		return errno;
	/* Some file systems cannot sync a folder and say EINVAL. */
	if (fsync(descriptor) < 0 && errno != EINVAL)
		failed = errno;
	close(descriptor);
	return failed;
}

static int
sync_folder_of(const char *path, struct complaint *c)
{
	char *folder = folder_of(path);
	int failed = folder == NULL ? ENOMEM : sync_path(folder, O_RDONLY);

	free(folder);
	return failed == 0 ? 0 : complain(c, failed, "%s: cannot sync its "
	    "folder", path);
}

/* What counts up to a place is left for publish_recover(). */
static void
give_up(const struct publish *p)
{
	if (!p->vouched)
		unlink(p->grows);
}

int
publish_settle(struct publish *p, struct complaint *c)
{
	int failed;

	p->settled = true;
	if (sink_close(&p->sink, p->grows, c) < 0)
		return -1;
	/* Synced by name: whoever wrote behind publish_path() is included. */
	failed = sync_path(p->grows, O_RDONLY);
	return failed == 0 ? 0 : complain(c, failed, "%s: cannot sync",
	    p->grows);
}

int
publish_commit(struct publish *p, struct complaint *c)
{
	int failed = p->settled ? 0 : publish_settle(p, c);

	if (failed == 0 && rename(p->grows, p->path) < 0)
		failed = complain(c, errno, "%s: cannot rename from %s",
		    p->path, p->grows);
	if (failed != 0)
		give_up(p);
	else
		failed = sync_folder_of(p->path, c);
	publish_free(p);
	return failed == 0 ? 0 : -1;
}

int
publish_flush(struct publish *p, int64_t *length, struct complaint *c)
{
	struct sink *s = &p->sink;
	off_t at;

	if (s->failed == 0 && write_all(s, s->bytes, s->used) == 0)
		s->used = 0;
	at = lseek(s->descriptor, 0, SEEK_CUR);
	if (s->failed != 0 || at < 0)
		return complain(c, s->failed != 0 ? s->failed : errno, "%s",
		    p->grows);
	*length = at;
	p->vouched = true;
	return 0;
}

/* Cuts the file and adds the tail; 0, or an errno. */
static int
mend(int descriptor, int64_t length, const void *tail, size_t tail_length)
{
	struct sink s = {.descriptor = descriptor};

	if (ftruncate(descriptor, length) < 0 ||
	    lseek(descriptor, 0, SEEK_END) < 0)
		return errno;
	if (write_all(&s, tail, tail_length) < 0)
		return s.failed;
	return fsync(descriptor) < 0 ? errno : 0;
}

int
publish_recover(const char *grows, const char *path, int64_t length,
	const void *tail, size_t tail_length, struct complaint *c)
{
	int descriptor = open(grows, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
	struct stat about;
	int failed;

	if (descriptor < 0)
		return errno != ENOENT ? complain(c, errno, "%s", grows) :
		    access(path, R_OK) == 0;
	if (fstat(descriptor, &about) < 0 || about.st_size < length) {
		close(descriptor);
		return 0;
	}
	failed = mend(descriptor, length, tail, tail_length);
	if (close(descriptor) < 0 && failed == 0)
		failed = errno;
	if (failed != 0)
		return complain(c, failed, "%s: cannot be finished", grows);
	if (rename(grows, path) < 0)
		return complain(c, errno, "%s: cannot rename from %s", path,
		    grows);
	return sync_folder_of(path, c) == 0 ? 1 : -1;
}

void
publish_abandon(struct publish *p)
{
	if (p == NULL)
		return;
	if (!p->settled)
		close(p->sink.descriptor);
	give_up(p);
	publish_free(p);
}

int
publish_file(const char *path, const void *bytes, size_t length,
	struct complaint *c)
{
	struct publish *p = publish_create(path, NULL, c);

	if (p == NULL)
		return -1;
	if (publish_write(p, bytes, length, c) < 0) {
		publish_abandon(p);
		return -1;
	}
	return publish_commit(p, c);
}

/* True for `NAME.tmp.PID` of a process that is gone.  Our own number is that
 * of an earlier process (in a container it is always the same): whoever
 * sweeps has not begun a file yet. */
static bool
is_left_behind(const char *name)
{
	const char *mark = NULL, *at = name;
	char *end;
	long pid;

	while ((at = strstr(at, ".tmp.")) != NULL)
		mark = at++;
	if (mark == NULL)
		return false;
	pid = strtol(mark + 5, &end, 10);
	if (end == mark + 5 || *end != '\0' || pid <= 0)
		return false;
	return pid == (long)getpid() ||
	    (kill((pid_t)pid, 0) < 0 && errno == ESRCH);
}

int
publish_sweep(const char *folder, struct complaint *c)
{
	DIR *d = opendir(folder);
	struct dirent *entry;

	if (d == NULL)
		return errno == ENOENT ? 0 : complain(c, errno, "%s", folder);
	while ((entry = readdir(d)) != NULL)
		if (is_left_behind(entry->d_name))
			unlinkat(dirfd(d), entry->d_name, 0);
	closedir(d);
	return 0;
}

int
sink_open(struct sink *s, int descriptor)
{
	return open_sized(s, descriptor, SINK_SIZE);
}

int
sink_write(struct sink *s, const void *bytes, size_t length)
{
	/* Nothing may be NULL, which memcpy() may not be given. */
	if (length == 0)
		return s->failed == 0 ? 0 : -1;
	if (length > s->size - s->used) {
		if (write_all(s, s->bytes, s->used) < 0)
			return -1;
		s->used = 0;
		if (length >= s->size)
			return write_all(s, bytes, length);
	}
	memcpy(s->bytes + s->used, bytes, length);
	s->used += length;
	return s->failed == 0 ? 0 : -1;
}

int
sink_close(struct sink *s, const char *name, struct complaint *c)
{
	if (s->failed == 0)
		write_all(s, s->bytes, s->used);
	/* close() reports what a network file system could not keep. */
	if (close(s->descriptor) < 0 && s->failed == 0)
		s->failed = errno;
	free(s->bytes);
	s->bytes = NULL;
	if (s->failed != 0)
		return complain(c, s->failed, "%s: cannot write", name);
	return 0;
}
