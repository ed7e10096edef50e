/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "secret.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "buffer.h"
#include "slurp.h"
#include "workspace.h"

static int
keep(struct text *value, const char *bytes, size_t length, const char *name,
	struct arena *a, struct complaint *c)
{
	while (length > 0 && strchr("\r\n", bytes[length - 1]) != NULL &&
	    bytes[length - 1] != '\0')
		length--;
	if (length == 0)
		return complain(c, 0, "%s: the secret is empty", name);
	if (length > SECRET_MAX || memchr(bytes, '\n', length) != NULL ||
	    memchr(bytes, '\r', length) != NULL ||
	    memchr(bytes, '\0', length) != NULL)
		return complain(c, 0, "%s: the secret is not one line of at "
		    "most %d bytes", name, (int)SECRET_MAX);
	value->bytes = arena_copy(a, bytes, length);
	value->length = length;
	return value->bytes == NULL ? complain(c, 0, "%s: no memory", name) :
	    0;
}

static int
read_secret_file(struct text *value, const char *path, struct arena *a,
	struct complaint *c)
{
	struct stat about;
	struct buffer b;
	int result;

	buffer_init(&b, SECRET_MAX + 2);
	result = slurp(path, &b, c);
	if (result == 0 && (stat(path, &about) < 0 ||
	    (about.st_mode & (S_IRWXG | S_IRWXO)) != 0))
		result = complain(c, 0, "%s: holds a secret, but others than "
		    "its owner may use it; say chmod 600", path);
	if (result == 0)
		result = keep(value, b.length == 0 ? "" : b.bytes, b.length,
		    path, a, c);
	if (b.bytes != NULL)
		memset(b.bytes, 0, b.capacity);
	buffer_release(&b);
	return result;
}

int
secret_read(struct text *value, const char *env, const char *file,
	const char *beside, struct arena *a, struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX];
	const char *set;

	if (env == NULL)
		return workspace_beside(file, beside, path, c) < 0 ?
		    -1 : read_secret_file(value, path, a, c);
	set = getenv(env);
	if (set == NULL)
		return complain(c, 0, "%s: this environment variable is not "
		    "set", env);
	return keep(value, set, strlen(set), env, a, c);
}
