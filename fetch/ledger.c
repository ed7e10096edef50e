/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "ledger_schema.h"

struct ledger {
	sqlite3 *db;
	sqlite3_stmt *query[LEDGER_QUERIES];
	char *path;
};

/* Only a ledger that cannot be read is better removed; a full disk passes. */
static int
ledger_complain(struct ledger *l, struct complaint *c)
{
	int code = l->db == NULL ? SQLITE_NOMEM : sqlite3_errcode(l->db);
	bool broken = code == SQLITE_CORRUPT || code == SQLITE_NOTADB ||
	    code == SQLITE_ERROR || code == SQLITE_MISMATCH;

	return complain(c, 0, "%s: %s%s", l->path,
	    l->db == NULL ? "no memory" : sqlite3_errmsg(l->db),
	    broken ? " (the ledger may be removed: then everything is asked "
	    "again)" : "");
}

static int
run(struct ledger *l, const char *command, struct complaint *c)
{
	if (sqlite3_exec(l->db, command, NULL, NULL, NULL) != SQLITE_OK)
		return ledger_complain(l, c);
	return 0;
}

/* One transaction from the first look to ledger_commit(): a look of its own
 * would lock the file, and ask the disk whether somebody has written.  Only
 * writers are kept out by it, and whoever holds the workspace's lock is the
 * only one. */
static int
begin(struct ledger *l, struct complaint *c)
{
	return sqlite3_get_autocommit(l->db) == 0 ? 0 : run(l, "BEGIN", c);
}

int
ledger_commit(struct ledger *l, struct complaint *c)
{
	if (sqlite3_get_autocommit(l->db) != 0 || run(l, "COMMIT", c) == 0)
		return 0;
	sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
	return -1;
}

static int
version_get(struct ledger *l, int *version, struct complaint *c)
{
	sqlite3_stmt *s;

	if (sqlite3_prepare_v2(l->db, "PRAGMA user_version", -1, &s, NULL) !=
	    SQLITE_OK || sqlite3_step(s) != SQLITE_ROW) {
		ledger_complain(l, c);
		sqlite3_finalize(s);
		return -1;
	}
	*version = sqlite3_column_int(s, 0);
	sqlite3_finalize(s);
	return 0;
}

static int
schema_make(struct ledger *l, struct complaint *c)
{
	char version[64];
	int found, i;

	if (version_get(l, &found, c) != 0)
		return -1;
	if (found == LEDGER_VERSION)
		return 0;
	if (found < 0 || found > LEDGER_VERSION)
		return complain(c, 0, "%s: made by another version of fetch "
		    "(%d, not %d)", l->path, found, LEDGER_VERSION);
	snprintf(version, sizeof(version), "PRAGMA user_version = %d",
	    LEDGER_VERSION);
	if (run(l, "BEGIN IMMEDIATE", c) != 0)
		return -1;
	for (i = found; i < LEDGER_VERSION; i++)
		if (run(l, ledger_schema[i], c) != 0)
			return -1;
	return run(l, version, c) != 0 || run(l, "COMMIT", c) != 0 ? -1 : 0;
}

struct ledger *
ledger_open(const char *path, bool read_only, struct complaint *c)
{
	struct ledger *l = calloc(1, sizeof(*l));
	const char *name = path;
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, i;
	struct stat about;

	if (l == NULL || (l->path = strdup(path)) == NULL) {
		complain(c, ENOMEM, "%s", path);
		free(l);
		return NULL;
	}
	/* A run that was killed at its very start left an empty file. */
	if (read_only && (stat(path, &about) != 0 || about.st_size == 0))
		name = ":memory:";
	/* Where a killed run left a journal, reading must roll it back. */
	else if (read_only)
		flags = SQLITE_OPEN_READWRITE;
	if (sqlite3_open_v2(name, &l->db, flags, NULL) != SQLITE_OK ||
	    sqlite3_busy_timeout(l->db, LEDGER_BUSY_MS) != SQLITE_OK) {
		ledger_complain(l, c);
		ledger_close(l);
		return NULL;
	}
	if (schema_make(l, c) != 0 ||
	    (read_only && run(l, "PRAGMA query_only = 1", c) != 0)) {
		ledger_close(l);
		return NULL;
	}
	for (i = 0; i < LEDGER_QUERIES; i++)
		if (sqlite3_prepare_v2(l->db, ledger_query[i], -1, &l->query[i], NULL)
		    != SQLITE_OK) {
			ledger_complain(l, c);
			ledger_close(l);
			return NULL;
		}
	return l;
}

void
ledger_close(struct ledger *l)
{
	int i;

	if (l == NULL)
		return;
	for (i = 0; i < LEDGER_QUERIES; i++)
		sqlite3_finalize(l->query[i]);
	sqlite3_close(l->db);
	free(l->path);
	free(l);
}

/* "Nothing to say" is NULL in the tables, so that sums over them are true. */
static void
bind_text(sqlite3_stmt *s, int at, const char *value)
{
	if (value == NULL)
		sqlite3_bind_null(s, at);
	else
		sqlite3_bind_text(s, at, value, -1, SQLITE_STATIC);
}

static void
bind_number(sqlite3_stmt *s, int at, int64_t value)
{
	if (value == -1)
		sqlite3_bind_null(s, at);
	else
		sqlite3_bind_int64(s, at, value);
}

/* 1 a line, 0 none, -1 a complaint. */
static int
step(struct ledger *l, sqlite3_stmt *s, struct complaint *c)
{
	int result;

	if (begin(l, c) != 0)
		return -1;
	result = sqlite3_step(s);
	if (result == SQLITE_ROW)
		return 1;
	if (result == SQLITE_DONE)
		return 0;
	return ledger_complain(l, c);
}

/* What no run could have written is nothing: the file may be damaged. */
static int64_t
number(sqlite3_stmt *s, int at)
{
	int64_t value = sqlite3_column_int64(s, at);

	return sqlite3_column_type(s, at) == SQLITE_NULL || value < 0 ||
	    value > LEDGER_NUMBER_MAX ? -1 : value;
}

static const char *
string(sqlite3_stmt *s, int at, struct arena *a, bool *failed)
{
	const unsigned char *value = sqlite3_column_text(s, at);
	const char *copy;

	if (value == NULL)
		return NULL;
	copy = arena_string(a, (const char *)value);
	if (copy == NULL)
		*failed = true;
	return copy;
}

static int
get_end(struct ledger *l, sqlite3_stmt *s, int result, bool failed,
	struct complaint *c)
{
	sqlite3_reset(s);
	sqlite3_clear_bindings(s);
	if (failed)
		return complain(c, ENOMEM, "%s", l->path);
	return result;
}

int
ledger_row_get(struct ledger *l, const char *key, struct ledger_row *row,
	struct arena *a, struct complaint *c)
{
	sqlite3_stmt *s = l->query[ROW_GET];
	bool failed = false;
	int result;

	*row = (struct ledger_row){.started = -1, .ended = -1, .stated = -1,
	    .records = -1};
	bind_text(s, 1, key);
	result = step(l, s, c);
	if (result == 1) {
		row->due = number(s, 0);
		row->started = number(s, 1);
		row->ended = number(s, 2);
		row->stated = number(s, 3);
		row->records = number(s, 4);
		row->stop = string(s, 5, a, &failed);
		row->status = string(s, 6, a, &failed);
		row->published = string(s, 7, a, &failed);
		row->resume = string(s, 8, a, &failed);
		row->file = string(s, 9, a, &failed);
		row->marks = string(s, 10, a, &failed);
	}
	return get_end(l, s, result, failed, c);
}

int
ledger_page_get(struct ledger *l, const char *key, const char *url,
	struct ledger_page *page, struct arena *a, struct complaint *c)
{
	sqlite3_stmt *s = l->query[PAGE_GET];
	bool failed = false;
	int result;

	*page = (struct ledger_page){.records = -1, .stated = -1, .last = -1,
	    .fetched = -1};
	bind_text(s, 1, key);
	bind_text(s, 2, url);
	result = step(l, s, c);
	if (result == 1) {
		page->etag = string(s, 0, a, &failed);
		page->modified = string(s, 1, a, &failed);
		page->digest = string(s, 2, a, &failed);
		page->next = string(s, 3, a, &failed);
		page->file = string(s, 4, a, &failed);
		page->records = number(s, 5);
		page->stated = number(s, 6);
		page->last = number(s, 7);
		page->fetched = number(s, 8);
	}
	return get_end(l, s, result, failed, c);
}

/* Something written by itself: it counts at once. */
static int
put_end(struct ledger *l, sqlite3_stmt *s, struct complaint *c)
{
	int result = get_end(l, s, step(l, s, c), false, c);

	return result == 0 ? ledger_commit(l, c) : result;
}

static int
row_put(struct ledger *l, const char *key, const struct ledger_row *row,
	struct complaint *c)
{
	sqlite3_stmt *s = l->query[ROW_PUT];

	bind_text(s, 1, key);
	sqlite3_bind_int64(s, 2, row->due);
	bind_number(s, 3, row->started);
	bind_number(s, 4, row->ended);
	bind_number(s, 5, row->stated);
	bind_number(s, 6, row->records);
	bind_text(s, 7, row->stop);
	bind_text(s, 8, row->status);
	bind_text(s, 9, row->published);
	bind_text(s, 10, row->resume);
	bind_text(s, 11, row->file);
	bind_text(s, 12, row->marks);
	return get_end(l, s, step(l, s, c), false, c);
}

static int
page_put(struct ledger *l, const char *key, const struct ledger_page *page,
	struct complaint *c)
{
	sqlite3_stmt *s = l->query[PAGE_PUT];

	bind_text(s, 1, key);
	bind_text(s, 2, page->url);
	bind_text(s, 3, page->etag);
	bind_text(s, 4, page->modified);
	bind_text(s, 5, page->digest);
	bind_text(s, 6, page->next);
	bind_text(s, 7, page->file);
	bind_number(s, 8, page->records);
	bind_number(s, 9, page->stated);
	bind_number(s, 10, page->last);
	bind_number(s, 11, page->fetched);
	return get_end(l, s, step(l, s, c), false, c);
}

/* What is known of a file that grows; NULL: it has its name. */
static int
partial_put(struct ledger *l, const char *key, const struct ledger_partial *p,
	struct complaint *c)
{
	sqlite3_stmt *s = l->query[p == NULL ? PARTIAL_DROP : PARTIAL_PUT];

	bind_text(s, 1, key);
	if (p != NULL) {
		bind_text(s, 2, p->grows);
		bind_text(s, 3, p->file);
		sqlite3_bind_int64(s, 4, p->length);
		sqlite3_bind_blob(s, 5, p->tail.bytes, (int)p->tail.length,
		    SQLITE_STATIC);
	}
	return get_end(l, s, step(l, s, c), false, c);
}

int
ledger_checkpoint(struct ledger *l, const char *key,
	const struct ledger_row *row, const struct ledger_page *page,
	size_t count, const struct ledger_partial *partial,
	struct complaint *c)
{
	size_t i;

	if (row_put(l, key, row, c) != 0 ||
	    partial_put(l, key, partial, c) != 0)
		goto failed;
	for (i = 0; i < count; i++)
		if (page_put(l, key, &page[i], c) != 0)
			goto failed;
	return 0;
failed:
	sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
	return -1;
}

int
ledger_put(struct ledger *l, const char *key, const struct ledger_row *row,
	const struct ledger_page *page, size_t count, struct complaint *c)
{
	return ledger_checkpoint(l, key, row, page, count, NULL, c) == 0 ?
	    ledger_commit(l, c) : -1;
}

int
ledger_partial_first(struct ledger *l, const char **key,
	struct ledger_partial *p, struct arena *a, struct complaint *c)
{
	sqlite3_stmt *s = l->query[PARTIAL_GET];
	bool failed = false;
	int result = step(l, s, c);

	if (result == 1) {
		const void *tail = sqlite3_column_blob(s, 4);
		size_t length = (size_t)sqlite3_column_bytes(s, 4);

		*key = string(s, 0, a, &failed);
		p->grows = string(s, 1, a, &failed);
		p->file = string(s, 2, a, &failed);
		p->length = number(s, 3);
		p->tail = (struct text){arena_copy(a, tail == NULL ? "" : tail,
		    length), length};
		failed |= p->tail.bytes == NULL;
	}
	return get_end(l, s, result, failed, c);
}

int
ledger_partial_end(struct ledger *l, const char *key, bool kept,
	struct complaint *c)
{
	sqlite3_stmt *s = l->query[ROW_ANEW];

	if (!kept) {
		bind_text(s, 1, key);
		if (get_end(l, s, step(l, s, c), false, c) != 0)
			return -1;
	}
	return partial_put(l, key, NULL, c) == 0 ? ledger_commit(l, c) : -1;
}

int
ledger_robots_get(struct ledger *l, const char *origin, int64_t now,
	int *status, struct buffer *body, struct complaint *c)
{
	sqlite3_stmt *s = l->query[ROBOTS_GET];
	int64_t fetched;
	int result;

	bind_text(s, 1, origin);
	result = step(l, s, c);
	if (result == 1) {
		fetched = number(s, 0);
		*status = sqlite3_column_int(s, 1);
		if (fetched < now - LEDGER_ROBOTS_S + 1 ||
		    fetched > now + LEDGER_AHEAD_S)
			result = 0;
		else if (sqlite3_column_bytes(s, 2) > 0 && buffer_add(body,
		    sqlite3_column_blob(s, 2),
		    (size_t)sqlite3_column_bytes(s, 2)) != 0)
			result = 0;	/* too long: none of ours */
	}
	return get_end(l, s, result, false, c);
}

int
ledger_robots_put(struct ledger *l, const char *origin, int64_t now,
	int status, const char *body, size_t length, struct complaint *c)
{
	sqlite3_stmt *s = l->query[ROBOTS_PUT];

	bind_text(s, 1, origin);
	sqlite3_bind_int64(s, 2, now);
	sqlite3_bind_int(s, 3, status);
	sqlite3_bind_blob64(s, 4, body, length, SQLITE_STATIC);
	return put_end(l, s, c);
}

int
ledger_host_get(struct ledger *l, const char *host, int64_t now,
	struct ledger_host *to, struct complaint *c)
{
	sqlite3_stmt *s = l->query[HOST_GET];
	int result;

	*to = (struct ledger_host){0};
	bind_text(s, 1, host);
	result = step(l, s, c);
	if (result == 1 && number(s, 0) > now &&
	    number(s, 0) <= now + LEDGER_AHEAD_S)
		to->until = number(s, 0);
	if (result == 1 && number(s, 1) >= 0 && number(s, 2) >= 0) {
		to->day = number(s, 1);
		to->asked = number(s, 2);
	}
	return get_end(l, s, result < 0 ? -1 : 0, false, c);
}

int
ledger_budget_put(struct ledger *l, const char *host, int64_t day,
	int64_t asked, struct complaint *c)
{
	sqlite3_stmt *s = l->query[BUDGET_PUT];

	bind_text(s, 1, host);
	sqlite3_bind_int64(s, 2, day);
	sqlite3_bind_int64(s, 3, asked);
	return put_end(l, s, c);
}

int
ledger_host_put(struct ledger *l, const char *host, int64_t until,
	struct complaint *c)
{
	sqlite3_stmt *s = l->query[HOST_PUT];

	bind_text(s, 1, host);
	sqlite3_bind_int64(s, 2, until);
	return put_end(l, s, c);
}

int
ledger_pruned_put(struct ledger *l, const char *file, int64_t now,
	struct complaint *c)
{
	sqlite3_stmt *s = l->query[PRUNED_PUT];

	bind_text(s, 1, file);
	sqlite3_bind_int64(s, 2, now);
	return put_end(l, s, c);
}

int
ledger_manners_copy(struct ledger *to, struct ledger *from,
	struct complaint *c)
{
	sqlite3_stmt *s = NULL;
	int result = 0;

	/* Nothing is attached in the middle of a transaction. */
	if (ledger_commit(to, c) != 0 || ledger_commit(from, c) != 0)
		return -1;
	if (sqlite3_prepare_v2(to->db, "ATTACH ?1 AS other", -1, &s, NULL) !=
	    SQLITE_OK)
		return ledger_complain(to, c);
	bind_text(s, 1, from->path);
	if (sqlite3_step(s) != SQLITE_DONE)
		result = ledger_complain(to, c);
	sqlite3_finalize(s);
	if (result < 0)
		return -1;
	result = run(to, "INSERT OR REPLACE INTO host SELECT name, until, day,"
	    " asked FROM other.host; INSERT OR REPLACE INTO robots SELECT"
	    " origin, fetched, status, body FROM other.robots", c);
	return run(to, "DETACH other", c) < 0 ? -1 : result;
}
