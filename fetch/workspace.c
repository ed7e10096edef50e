/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workspace.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	DEPTH_MAX = 8,			/* of folders below captures/ */
	FILES_MAX = 10 * 1000 * 1000,
};

int
workspace_path(const struct workspace *w, const char *name,
	char to[WORKSPACE_PATH_MAX], struct complaint *c)
{
	int length = snprintf(to, WORKSPACE_PATH_MAX, "%s/%s", w->folder,
	    name);

	if (length < 0 || length >= WORKSPACE_PATH_MAX)
		return complain(c, ENAMETOOLONG, "%.200s", name);
	return 0;
}

int
workspace_beside(const char *file, const char *beside,
	char to[WORKSPACE_PATH_MAX], struct complaint *c)
{
	const char *slash = beside == NULL ? NULL : strrchr(beside, '/');
	int length;

	while (strncmp(file, "./", 2) == 0)
		file += 2;
	if (file[0] == '/' || slash == NULL)
		length = snprintf(to, WORKSPACE_PATH_MAX, "%s", file);
	else
		length = snprintf(to, WORKSPACE_PATH_MAX, "%.*s/%s",
		    (int)(slash - beside), beside, file);
	return length < 0 || length >= WORKSPACE_PATH_MAX ?
	    complain(c, ENAMETOOLONG, "%.200s", file) : 0;
}

/* Says which process holds the lock; the number inside is for people only,
 * the kernel's lock is what counts. */
static int
complain_locked(int descriptor, const char *path, const char *program,
	struct complaint *c)
{
	char pid[24] = "";
	ssize_t got = pread(descriptor, pid, sizeof(pid) - 1, 0);

	pid[got > 0 ? got : 0] = '\0';
	pid[strcspn(pid, "\n")] = '\0';
	return complain(c, 0, "%s: another %s is at work here (process %s); "
	    "nothing was touched, try again later", path, program,
	    pid[0] != '\0' ? pid : "unknown");
}

int
workspace_open(struct workspace *w, const char *folder, const char *program,
	struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX], name[64];
	struct stat about;

	w->lock = -1;
	if (snprintf(w->folder, sizeof(w->folder), "%s", folder) >=
	    (int)sizeof(w->folder))
		return complain(c, ENAMETOOLONG, "%.200s", folder);
	if (stat(folder, &about) < 0)
		return complain(c, errno, "%s", folder);
	if (!S_ISDIR(about.st_mode))
		return complain(c, ENOTDIR, "%s", folder);
	snprintf(name, sizeof(name), ".lock.%s", program);
	if (workspace_path(w, name, path, c) < 0)
		return -1;
	/* Its content is overwritten, so it must not stand for another file. */
	w->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
	if (w->lock < 0)
		return complain(c, errno, errno != EACCES ?
		    "%s: cannot lock" : "%s: cannot lock; does it belong to "
		    "another user, who ran this before?", path);
	if (flock(w->lock, LOCK_EX | LOCK_NB) < 0) {
		if (errno == EWOULDBLOCK)
			complain_locked(w->lock, path, program, c);
		else
			complain(c, errno, "%s: cannot lock", path);
		workspace_close(w);
		return -1;
	}
	snprintf(name, sizeof(name), "%ld\n", (long)getpid());
	if (ftruncate(w->lock, 0) < 0 ||
	    pwrite(w->lock, name, strlen(name), 0) < 0) {
		complain(c, errno, "%s: cannot write", path);
		workspace_close(w);
		return -1;
	}
	return 0;
}

void
workspace_close(struct workspace *w)
{
	if (w->lock >= 0)
		close(w->lock);
	w->lock = -1;
}

int
workspace_folder(const struct workspace *w, const char *name,
	struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX], *at;

	if (workspace_path(w, name, path, c) < 0)
		return -1;
	for (at = path + strlen(w->folder) + 1; ; at++) {
		char kept = *at;

		if (kept != '/' && kept != '\0')
			continue;
		*at = '\0';
		if (mkdir(path, 0777) < 0 && errno != EEXIST)
			return complain(c, errno, "%s", path);
		*at = kept;
		if (kept == '\0')
			return 0;
	}
}

static int
list_add(struct workspace_list *list, const char *path)
{
	char **grown;

	if (list->count >= FILES_MAX)
		return -1;
	if ((list->count & (list->count + 1)) == 0) {
		grown = realloc(list->path, (list->count * 2 + 2) *
		    sizeof(*grown));
		if (grown == NULL)
			return -1;
		list->path = grown;
	}
	list->path[list->count] = strdup(path);
	return list->path[list->count++] == NULL ? -1 : 0;
}

static bool
ends_in(const char *name, const char *suffix)
{
	size_t length = strlen(name), tail = strlen(suffix);

	return length > tail && strcmp(name + length - tail, suffix) == 0;
}

/* Adds what lies below root/below; depth is bounded, so that a link to a
 * parent ends. */
static int
list_folder(const char *root, const char *below, int depth,
	const char *suffix, struct workspace_list *list, struct complaint *c)
{
	char path[2 * WORKSPACE_PATH_MAX];
	struct dirent *entry;
	struct stat about;
	int result = 0;
	DIR *d;

	snprintf(path, sizeof(path), "%s/%s", root, below);
	d = opendir(path);
	if (d == NULL)
		return errno == ENOENT ? 0 : complain(c, errno, "%s", path);
	while (result == 0 && (entry = readdir(d)) != NULL) {
		if (entry->d_name[0] == '.')
			continue;
		if (snprintf(path, WORKSPACE_PATH_MAX, "%s%s%s", below,
		    below[0] == '\0' ? "" : "/", entry->d_name) >=
		    WORKSPACE_PATH_MAX ||
		    fstatat(dirfd(d), entry->d_name, &about, 0) < 0)
			continue;
		if (S_ISDIR(about.st_mode) && depth < DEPTH_MAX)
			result = list_folder(root, path, depth + 1, suffix,
			    list, c);
		else if (S_ISREG(about.st_mode) &&
		    ends_in(entry->d_name, suffix) && list_add(list, path) < 0)
			result = complain(c, ENOMEM, "%s", root);
	}
	closedir(d);
	return result;
}

static int
compare_paths(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

int
workspace_files(const struct workspace *w, const char *name,
	const char *suffix, struct workspace_list *list, struct complaint *c)
{
	char root[WORKSPACE_PATH_MAX];

	*list = (struct workspace_list){0};
	if (workspace_path(w, name, root, c) < 0 ||
	    list_folder(root, "", 0, suffix, list, c) < 0) {
		workspace_list_release(list);
		return -1;
	}
	if (list->count > 1)
		qsort(list->path, list->count, sizeof(*list->path),
		    compare_paths);
	return 0;
}

void
workspace_list_release(struct workspace_list *list)
{
	size_t i;

	for (i = 0; i < list->count; i++)
		free(list->path[i]);
	free(list->path);
	*list = (struct workspace_list){0};
}

int
workspace_data(const char *name, char to[WORKSPACE_PATH_MAX],
	struct complaint *c)
{
	char program[WORKSPACE_PATH_MAX - 256], *slash;
	ssize_t length = readlink("/proc/self/exe", program,
	    sizeof(program) - 1);

	/* BIN/../share/sayso: a build folder and an installed prefix have the
	 * same shape, so either can be moved. */
	if (length > 0) {
		program[length] = '\0';
		slash = strrchr(program, '/');
		if (slash != NULL)
			*slash = '\0';
		snprintf(to, WORKSPACE_PATH_MAX, "%s/../share/sayso/%.100s",
		    program, name);
		if (access(to, R_OK) == 0)
			return 0;
	}
	snprintf(to, WORKSPACE_PATH_MAX, "%s/%.100s", SAYSO_DATA, name);
	if (access(to, R_OK) == 0)
		return 0;
	return complain(c, errno, "%s: the data that comes with sayso is not "
	    "there; was `make install` run?", to);
}
