/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "trail_read.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "database_query.h"

enum { LEXICON_ROOM = 128 };

struct trail_reader {
	struct database *database;
	struct timespec made;
	char lexicon[LEXICON_ROOM];
};

void
trail_close(struct trail_reader *r)
{
	if (r == NULL)
		return;
	database_abandon(r->database);
	free(r);
}

/* ---- is it of these files? ---- */

static bool
is_before(struct timespec a, struct timespec b)
{
	return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec :
	    a.tv_nsec < b.tv_nsec;
}

/* One number that SQL answers with. */
static int
ask_number(struct trail_reader *r, const char *sql, int64_t *to,
	struct complaint *c)
{
	struct database_query *q = database_ask(r->database, sql, c);
	int got = q == NULL ? -1 : database_next(q, c);

	if (got == 1)
		*to = database_integer(q, 0);
	database_query_free(q);
	return got < 0 ? -1 : 0;
}

static int
check_version(struct trail_reader *r, struct complaint *why)
{
	int64_t application = 0, version = 0;

	if (ask_number(r, "PRAGMA application_id", &application, why) < 0 ||
	    ask_number(r, "PRAGMA user_version", &version, why) < 0)
		return -1;
	if (application == DATABASE_APPLICATION &&
	    version == DATABASE_VERSION)
		return 0;
	return complain(why, 0, "sayso.db is of another version");
}

/* The next row must be this file, as it is now. */
static int
check_file(const struct trail_reader *r, struct database_query *q,
	const struct workspace *w, const char *folder, const char *file,
	struct complaint *why)
{
	char name[WORKSPACE_PATH_MAX], path[WORKSPACE_PATH_MAX];
	struct stat about;
	int got = database_next(q, why);

	if (got < 0)
		return -1;
	if (snprintf(name, sizeof(name), "%s/%s", folder, file) >=
	    (int)sizeof(name) || workspace_path(w, name, path, why) < 0)
		return -1;
	if (got == 0 || !text_is(database_text(q, 0), name))
		return complain(why, 0, "%s is not what it was when sayso.db "
		    "was made (%s)", folder, file);
	if (stat(path, &about) < 0)
		return complain(why, errno, "%s", path);
	if ((int64_t)about.st_size != database_integer(q, 1) ||
	    !is_before(about.st_ctim, r->made))
		return complain(why, 0, "%s has changed since sayso.db was "
		    "made", name);
	return 0;
}

static int
check_files(const struct trail_reader *r, const struct workspace *w,
	const struct workspace_list *reviews,
	const struct workspace_list *changes, struct complaint *why)
{
	struct database_query *q = database_ask(r->database,
	    "SELECT name, bytes FROM line_file WHERE bytes IS NOT NULL"
	    " ORDER BY key", why);
	int result = q == NULL ? -1 : 0, got;
	size_t i;

	for (i = 0; i < reviews->count && result == 0; i++)
		result = check_file(r, q, w, "reviews", reviews->path[i], why);
	for (i = 0; i < changes->count && result == 0; i++)
		result = check_file(r, q, w, "changes", changes->path[i], why);
	if (result == 0) {
		got = database_next(q, why);
		result = got == 0 ? 0 : got < 0 ? -1 : complain(why, 0,
		    "%.*s is gone", (int)database_text(q, 0).length,
		    database_text(q, 0).bytes);
	}
	database_query_free(q);
	return result;
}

static int
read_lexicon(struct trail_reader *r, struct complaint *why)
{
	struct database_query *q = database_ask(r->database,
	    "SELECT value FROM about WHERE name = 'lexicon'", why);
	int got = q == NULL ? -1 : database_next(q, why);

	if (got == 1)
		snprintf(r->lexicon, sizeof(r->lexicon), "%.*s",
		    (int)database_text(q, 0).length, database_text(q,
		    0).bytes == NULL ? "" : database_text(q, 0).bytes);
	database_query_free(q);
	return got < 0 ? -1 : 0;
}

int
trail_open(struct trail_reader **to, const struct workspace *w,
	const struct workspace_list *reviews,
	const struct workspace_list *changes, struct complaint *why)
{
	char path[WORKSPACE_PATH_MAX];
	struct trail_reader *r;
	struct stat about;

	*to = NULL;
	if (workspace_path(w, "sayso.db", path, why) < 0)
		return -1;
	if (stat(path, &about) < 0)
		return errno == ENOENT ? 0 : complain(why, errno, "%s", path);
	r = calloc(1, sizeof(*r));
	if (r == NULL)
		return complain(why, ENOMEM, "%s", path);
	r->made = about.st_mtim;
	r->database = database_open(path, why);
	if (r->database == NULL || check_version(r, why) < 0 ||
	    check_files(r, w, reviews, changes, why) < 0 ||
	    read_lexicon(r, why) < 0) {
		trail_close(r);
		return -1;
	}
	*to = r;
	return 1;
}

bool
trail_was_with(const struct trail_reader *r, const char *name,
	const char *digest)
{
	struct complaint ignored;
	struct database_query *q = database_ask(r->database,
	    "SELECT name, digest FROM line_file WHERE digest IS NOT NULL",
	    &ignored);
	bool known = false;

	while (q != NULL && !known && database_next(q, &ignored) == 1)
		known = text_is(database_text(q, 0), name) &&
		    text_is(database_text(q, 1), digest);
	database_query_free(q);
	return known;
}

const char *
trail_lexicon(const struct trail_reader *r)
{
	return r->lexicon;
}

/* ---- rows ---- */

int
trail_each_part(struct trail_reader *r, int (*each)(void *context,
	int64_t number, const struct text field[DATABASE_PART_FIELDS]),
	void *context, struct complaint *c)
{
	struct text field[DATABASE_PART_FIELDS];
	struct database_query *q = database_ask(r->database, "SELECT key, "
	    "brand, source, kind, language, month FROM line_part ORDER BY "
	    "key", c);
	int got = 0, result = q == NULL ? -1 : 0, i;

	while (result == 0 && (got = database_next(q, c)) == 1) {
		for (i = 0; i < DATABASE_PART_FIELDS; i++)
			field[i] = database_text(q, i + 1);
		result = each(context, database_integer(q, 0), field);
	}
	database_query_free(q);
	return got < 0 ? -1 : result;
}

int
trail_each_line(struct trail_reader *r, bool words, int (*each)(
	void *context, const struct database_line *line), void *context,
	struct complaint *c)
{
	struct database_query *q = database_ask(r->database, words ? "SELECT "
	    "file, offset, id_hash, part, cell, run, item_hash, marks, words, "
	    "more_words FROM line ORDER BY key" : "SELECT file, offset, "
	    "id_hash, part, cell, run, item_hash, marks FROM line "
	    "ORDER BY key", c);
	int got = 0, result = q == NULL ? -1 : 0;

	while (result == 0 && (got = database_next(q, c)) == 1) {
		struct database_line line = {
		    .file = database_integer(q, 0),
		    .offset = database_integer(q, 1),
		    .id = database_integer(q, 2),
		    .part = database_integer(q, 3),
		    .cell = database_integer(q, 4),
		    .run = database_integer(q, 5),
		    .item = database_integer(q, 6),
		    .marks = (uint64_t)database_integer(q, 7),
		};

		if (words) {
			line.words[0] = (uint64_t)database_integer(q, 8);
			line.words[1] = (uint64_t)database_integer(q, 9);
		}
		result = each(context, &line);
	}
	database_query_free(q);
	return got < 0 ? -1 : result;
}

int
trail_each_of(struct trail_reader *r, int64_t id, int (*each)(void *context,
	const struct database_line *line), void *context, struct complaint *c)
{
	char sql[128];
	struct database_query *q;
	int got = 0, result;

	snprintf(sql, sizeof(sql), "SELECT file, offset FROM line WHERE "
	    "id_hash = %lld ORDER BY key", (long long)id);
	q = database_ask(r->database, sql, c);
	result = q == NULL ? -1 : 0;
	while (result == 0 && (got = database_next(q, c)) == 1) {
		const struct database_line line = {
		    .file = database_integer(q, 0),
		    .offset = database_integer(q, 1)};

		result = each(context, &line);
	}
	database_query_free(q);
	return got < 0 ? -1 : result;
}
