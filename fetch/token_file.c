/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A token's file: a line each for its end, the token, the refresh token. */
#include "token_file.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "auth.h"
#include "digest.h"
#include "publish.h"
#include "slurp.h"

enum { FILE_MAX = 2 * TOKEN_MAX + 64, SECRETS_MAX = 32 << 10 };

int
token_file_name(struct token *t, struct complaint *c)
{
	struct text part[3] = {text_of(t->recipe->id),
	    text_of(t->recipe->token_url)};
	char id[ID_HEX];
	struct arena a;
	int result;

	arena_init(&a, SECRETS_MAX);
	result = auth_secret(t->recipe, t->recipe->auth_user, &a, &part[2], c);
	if (result == 0) {
		digest_id(part, 3, id);
		snprintf(t->file, sizeof(t->file), TOKEN_FOLDER "/%s", id);
	}
	arena_release(&a);
	return result;
}

static bool
line_read(const char **at, struct buffer *to)
{
	size_t length = strcspn(*at, "\n");

	if ((*at)[length] != '\n')
		return false;
	buffer_clear(to);
	buffer_add(to, *at, length);
	*at += length + 1;
	return !to->failed;
}

void
token_file_read(struct round *r, struct token *t)
{
	char path[WORKSPACE_PATH_MAX];
	struct complaint ignored;
	struct buffer file, ends;
	struct stat about;
	const char *at;

	buffer_init(&file, FILE_MAX);
	buffer_init(&ends, 32);
	if (workspace_path(r->workspace, t->file, path, &ignored) != 0 ||
	    stat(path, &about) != 0 ||
	    (about.st_mode & (S_IRWXG | S_IRWXO)) != 0 ||
	    slurp(path, &file, &ignored) != 0 || file.length == 0)
		goto out;
	at = file.bytes;
	if (!line_read(&at, &ends) || !line_read(&at, &t->value) ||
	    !line_read(&at, &t->refresh)) {
		buffer_clear(&t->value);
		buffer_clear(&t->refresh);
		goto out;
	}
	t->ends = strtoll(ends.bytes, NULL, 10);
out:
	if (file.bytes != NULL)
		memset(file.bytes, 0, file.capacity);
	buffer_release(&file);
	buffer_release(&ends);
}

int
token_file_write(struct round *r, const struct token *t, struct complaint *c)
{
	char path[WORKSPACE_PATH_MAX];
	struct buffer b;
	mode_t before;
	int result;

	buffer_init(&b, FILE_MAX);
	buffer_add_format(&b, "%" PRId64 "\n%s\n%s\n", t->ends,
	    t->value.bytes, t->refresh.length > 0 ? t->refresh.bytes : "");
	before = umask(S_IRWXG | S_IRWXO);
	result = b.failed ? complain(c, 0, "no memory for a token") :
	    workspace_folder(r->workspace, TOKEN_FOLDER, c);
	if (result == 0)
		result = workspace_path(r->workspace, t->file, path, c);
	if (result == 0)
		result = publish_file(path, b.bytes, b.length, c);
	umask(before);
	if (b.bytes != NULL)
		memset(b.bytes, 0, b.capacity);
	buffer_release(&b);
	return result;
}
