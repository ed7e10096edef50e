/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger_store.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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

int
ledger_run(struct ledger *l, const char *commands, struct complaint *c)
{
	if (sqlite3_exec(l->db, commands, NULL, NULL, NULL) != SQLITE_OK)
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
	return sqlite3_get_autocommit(l->db) == 0 ? 0 :
	    ledger_run(l, "BEGIN", c);
}

int
ledger_commit(struct ledger *l, struct complaint *c)
{
	if (sqlite3_get_autocommit(l->db) != 0 ||
	    ledger_run(l, "COMMIT", c) == 0)
		return 0;
	ledger_roll_back(l);
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

/* A look at an older one brings a copy of it up to date. */
static int
copy_to_memory(struct ledger *l, struct complaint *c)
{
	sqlite3 *copy = NULL;
	sqlite3_backup *b = NULL;
	int failed = 0;

	if (sqlite3_open(":memory:", &copy) == SQLITE_OK)
		b = sqlite3_backup_init(copy, "main", l->db, "main");
	if (b == NULL || sqlite3_backup_step(b, -1) != SQLITE_DONE)
		failed = complain(c, 0, "%s: %s", l->path, copy == NULL ?
		    "no memory" : sqlite3_errmsg(copy));
	sqlite3_backup_finish(b);
	if (failed != 0) {
		sqlite3_close(copy);
		return -1;
	}
	sqlite3_close(l->db);
	l->db = copy;
	return 0;
}

static int
schema_raise(struct ledger *l, int version, struct complaint *c)
{
	char command[64];

	if (ledger_run(l, "BEGIN IMMEDIATE", c) != 0)
		return -1;
	for (; version < LEDGER_VERSION; version++)
		if (ledger_run(l, ledger_schema[version], c) != 0)
			return -1;
	snprintf(command, sizeof(command), "PRAGMA user_version = %d",
	    LEDGER_VERSION);
	return ledger_run(l, command, c) != 0 ? -1 :
	    ledger_run(l, "COMMIT", c);
}

static int
schema_make(struct ledger *l, bool read_only, struct complaint *c)
{
	int version;

	if (version_get(l, &version, c) != 0)
		return -1;
	if (version < 0 || version > LEDGER_VERSION)
		return complain(c, 0, "%s: made by another version of fetch "
		    "(%d, not %d)", l->path, version, LEDGER_VERSION);
	if (version < LEDGER_VERSION && ((read_only &&
	    copy_to_memory(l, c) != 0) || schema_raise(l, version, c) != 0))
		return -1;
	return read_only ? ledger_run(l, "PRAGMA query_only = 1", c) : 0;
}

static int
database_open(struct ledger *l, bool read_only, struct complaint *c)
{
	int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	const char *name = l->path;
	struct stat about;

	/* A run that was killed at its very start left an empty file. */
	if (read_only && (stat(name, &about) != 0 || about.st_size == 0))
		name = ":memory:";
	/* Where a killed run left a journal, reading must roll it back. */
	else if (read_only)
		flags = SQLITE_OPEN_READWRITE;
	return sqlite3_open_v2(name, &l->db, flags, NULL) == SQLITE_OK &&
	    sqlite3_busy_timeout(l->db, LEDGER_BUSY_MS) == SQLITE_OK ? 0 :
	    ledger_complain(l, c);
}

static int
queries_prepare(struct ledger *l, struct complaint *c)
{
	int q;

	for (q = 0; q < LEDGER_QUERIES; q++)
		if (sqlite3_prepare_v2(l->db, ledger_query[q], -1,
		    &l->query[q], NULL) != SQLITE_OK)
			return ledger_complain(l, c);
	return 0;
}

struct ledger *
ledger_open(const char *path, bool read_only, struct complaint *c)
{
	struct ledger *l = calloc(1, sizeof(*l));

	if (l == NULL || (l->path = strdup(path)) == NULL) {
		complain(c, ENOMEM, "%s", path);
		free(l);
		return NULL;
	}
	if (database_open(l, read_only, c) == 0 &&
	    schema_make(l, read_only, c) == 0 && queries_prepare(l, c) == 0)
		return l;
	ledger_close(l);
	return NULL;
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

void
ledger_bind_text(struct ledger *l, enum ledger_query q, int at,
	const char *value)
{
	if (value == NULL)
		sqlite3_bind_null(l->query[q], at);
	else
		sqlite3_bind_text(l->query[q], at, value, -1, SQLITE_STATIC);
}

void
ledger_bind_number(struct ledger *l, enum ledger_query q, int at,
	int64_t value)
{
	if (value == -1)
		sqlite3_bind_null(l->query[q], at);
	else
		sqlite3_bind_int64(l->query[q], at, value);
}

void
ledger_bind_bytes(struct ledger *l, enum ledger_query q, int at,
	struct text bytes)
{
	sqlite3_bind_blob64(l->query[q], at, bytes.bytes, bytes.length,
	    SQLITE_STATIC);
}

int
ledger_step(struct ledger *l, enum ledger_query q, struct complaint *c)
{
	int result;

	if (begin(l, c) != 0)
		return -1;
	result = sqlite3_step(l->query[q]);
	if (result == SQLITE_ROW)
		return 1;
	if (result == SQLITE_DONE)
		return 0;
	return ledger_complain(l, c);
}

int64_t
ledger_number(struct ledger *l, enum ledger_query q, int at)
{
	int64_t value = sqlite3_column_int64(l->query[q], at);

	return sqlite3_column_type(l->query[q], at) == SQLITE_NULL ||
	    value < 0 || value > LEDGER_NUMBER_MAX ? -1 : value;
}

const char *
ledger_string(struct ledger *l, enum ledger_query q, int at, struct arena *a,
	bool *failed)
{
	const unsigned char *value = sqlite3_column_text(l->query[q], at);
	const char *copy;

	if (value == NULL)
		return NULL;
	copy = arena_string(a, (const char *)value);
	if (copy == NULL)
		*failed = true;
	return copy;
}

struct text
ledger_bytes(struct ledger *l, enum ledger_query q, int at)
{
	const void *bytes = sqlite3_column_blob(l->query[q], at);

	return (struct text){bytes == NULL ? "" : bytes,
	    (size_t)sqlite3_column_bytes(l->query[q], at)};
}

int
ledger_end(struct ledger *l, enum ledger_query q, int result, bool failed,
	struct complaint *c)
{
	sqlite3_reset(l->query[q]);
	sqlite3_clear_bindings(l->query[q]);
	if (failed)
		return complain(c, ENOMEM, "%s", l->path);
	return result;
}

int
ledger_end_put(struct ledger *l, enum ledger_query q, struct complaint *c)
{
	int result = ledger_end(l, q, ledger_step(l, q, c), false, c);

	return result == 0 ? ledger_commit(l, c) : result;
}

void
ledger_roll_back(struct ledger *l)
{
	sqlite3_exec(l->db, "ROLLBACK", NULL, NULL, NULL);
}

int
ledger_attach(struct ledger *l, const struct ledger *other,
	struct complaint *c)
{
	sqlite3_stmt *s = NULL;
	int result = 0;

	if (sqlite3_prepare_v2(l->db, "ATTACH ?1 AS other", -1, &s, NULL) !=
	    SQLITE_OK)
		return ledger_complain(l, c);
	sqlite3_bind_text(s, 1, other->path, -1, SQLITE_STATIC);
	if (sqlite3_step(s) != SQLITE_DONE)
		result = ledger_complain(l, c);
	sqlite3_finalize(s);
	return result;
}
