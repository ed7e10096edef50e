/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door to SQLite. */
#include "database.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "buffer.h"
#include "database_query.h"
#include "database_row.h"
#include "publish.h"

enum {
	SQL_MAX = 8 << 10,
	VALUE_MAX = 8 << 20,
};

struct database {
	struct publish *publish;
	sqlite3 *db;
	sqlite3_stmt *insert[DATABASE_TABLES];
	struct buffer room;		/* of a column */
	struct buffer clean;		/* of a text without its NULs */
	char *path;
	/* The row that is being made. */
	enum database_table table;
	int columns;
	uint64_t unbound[DATABASE_TABLES];	/* columns that are NULL */
	struct timespec created;
	int64_t reviews;		/* rows, keyed by their number */
	int failed;			/* SQLite's code of the first failure */
};

static int
database_complain(struct database *d, struct complaint *c)
{
	return complain(c, 0, "%s: %s", d->path, d->db == NULL ?
	    "no memory" : sqlite3_errmsg(d->db));
}

static int
run(struct database *d, const char *sql, struct complaint *c)
{
	if (sqlite3_exec(d->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		return database_complain(d, c);
	return 0;
}

static int
create_table(struct database *d, enum database_table table,
	struct complaint *c)
{
	const struct database_columns *t = &database_table[table];
	struct buffer sql;
	int i, result;

	buffer_init(&sql, SQL_MAX);
	buffer_add_format(&sql, "CREATE TABLE %s (%s)", t->name, t->columns);
	result = sql.failed ? complain(c, ENOMEM, "%s", d->path) :
	    run(d, sql.bytes, c);
	buffer_clear(&sql);
	buffer_add_format(&sql, "INSERT INTO %s VALUES (", t->name);
	for (i = 0; i < t->count; i++)
		buffer_add_string(&sql, i == 0 ? "?" : ",?");
	buffer_add_char(&sql, ')');
	if (result == 0 && sql.failed)
		result = complain(c, ENOMEM, "%s", d->path);
	else if (result == 0 && sqlite3_prepare_v2(d->db, sql.bytes, -1,
	    &d->insert[table], NULL) != SQLITE_OK)
		result = database_complain(d, c);
	buffer_release(&sql);
	return result;
}

/* Nothing is kept for a crash: an unfinished file never gets the name, and
 * publish_commit() syncs it. */
static int
prepare(struct database *d, struct complaint *c)
{
	char identity[160];
	int i;

	snprintf(identity, sizeof(identity), "PRAGMA application_id = %d;"
	    "PRAGMA user_version = %d", DATABASE_APPLICATION,
	    DATABASE_VERSION);
	if (run(d, "PRAGMA page_size = 16384;"
	    "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
	    "PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32768;"
	    "PRAGMA encoding = 'UTF-8'; BEGIN", c) < 0 ||
	    run(d, identity, c) < 0)
		return -1;
	for (i = 0; i < DATABASE_TABLES; i++)
		if (create_table(d, (enum database_table)i, c) < 0)
			return -1;
	return 0;
}

static struct database *
allocate(const char *path, struct complaint *c)
{
	struct database *d = calloc(1, sizeof(*d));

	if (d == NULL || (d->path = strdup(path)) == NULL) {
		complain(c, ENOMEM, "%s", path);
		database_abandon(d);
		return NULL;
	}
	buffer_init(&d->room, VALUE_MAX);
	buffer_init(&d->clean, VALUE_MAX);
	return d;
}

struct database *
database_create(const char *path, struct complaint *c)
{
	struct database *d = allocate(path, c);
	struct stat about;

	if (d == NULL)
		return NULL;
	d->publish = publish_create(path, NULL, c);
	if (d->publish == NULL) {
		database_abandon(d);
		return NULL;
	}
	if (stat(publish_path(d->publish), &about) < 0) {
		complain(c, errno, "%s", path);
		database_abandon(d);
		return NULL;
	}
	d->created = about.st_mtim;
	if (sqlite3_open_v2(publish_path(d->publish), &d->db,
	    SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) !=
	    SQLITE_OK) {
		database_complain(d, c);
		database_abandon(d);
		return NULL;
	}
	if (prepare(d, c) < 0) {
		database_abandon(d);
		return NULL;
	}
	return d;
}

/* ---- rows ---- */

void
database_row_begin(struct database *d, enum database_table table)
{
	d->table = table;
	d->columns = 0;
	d->failed = sqlite3_reset(d->insert[table]);
}

static void
note(struct database *d, int code)
{
	if (d->failed == SQLITE_OK)
		d->failed = code;
}

/* Values stay bound from row to row; most NULLs are there already. */
static void
bind_null(struct database *d, int at)
{
	uint64_t *unbound = &d->unbound[d->table];
	uint64_t bit = at < 64 ? UINT64_C(1) << at : 0;

	if ((*unbound & bit) != 0)
		return;
	note(d, sqlite3_bind_null(d->insert[d->table], at));
	*unbound |= bit;
}

/* The next column, which gets a value. */
static int
bound(struct database *d)
{
	int at = ++d->columns;

	if (at < 64)
		d->unbound[d->table] &= ~(UINT64_C(1) << at);
	return at;
}

void
database_row_text(struct database *d, struct text value)
{
	sqlite3_stmt *s = d->insert[d->table];
	int at;
	size_t i;

	if (text_is_absent(value)) {
		bind_null(d, ++d->columns);
		return;
	}
	at = bound(d);
	if (memchr(value.bytes, '\0', value.length) == NULL) {
		note(d, sqlite3_bind_text64(s, at, value.bytes, value.length,
		    SQLITE_STATIC, SQLITE_UTF8));
		return;
	}
	/* Rare: the copy is SQLite's own. */
	buffer_clear(&d->clean);
	buffer_add(&d->clean, value.bytes, value.length);
	for (i = 0; i < d->clean.length; i++)
		if (d->clean.bytes[i] == '\0')
			d->clean.bytes[i] = ' ';
	note(d, d->clean.failed ? SQLITE_NOMEM : sqlite3_bind_text64(s, at,
	    d->clean.bytes, d->clean.length, SQLITE_TRANSIENT, SQLITE_UTF8));
}

void
database_row_string(struct database *d, const char *value)
{
	database_row_text(d, text_of(value));
}

void
database_row_integer(struct database *d, bool known, int64_t value)
{
	if (known)
		note(d, sqlite3_bind_int64(d->insert[d->table], bound(d),
		    value));
	else
		bind_null(d, ++d->columns);
}

void
database_row_real(struct database *d, bool known, double value)
{
	if (known)
		note(d, sqlite3_bind_double(d->insert[d->table], bound(d),
		    value));
	else
		bind_null(d, ++d->columns);
}

int
database_row_end(struct database *d, struct complaint *c)
{
	if (d->columns != database_table[d->table].count)
		return complain(c, 0, "%s: %d values for the %d columns of %s",
		    d->path, d->columns, database_table[d->table].count,
		    database_table[d->table].name);
	if (d->failed != SQLITE_OK)
		return complain(c, 0, "%s: %s", d->path,
		    sqlite3_errstr(d->failed));
	if (sqlite3_step(d->insert[d->table]) != SQLITE_DONE)
		return database_complain(d, c);
	d->reviews += d->table == DATABASE_REVIEW;
	return 0;
}

int64_t
database_row_review(const struct database *d)
{
	return d->reviews;
}

struct buffer *
database_row_room(struct database *d)
{
	return &d->room;
}

void
database_row_failed(struct database *d)
{
	note(d, SQLITE_NOMEM);
}

/* ---- asking ---- */

struct database_query {
	struct database *d;
	sqlite3_stmt *s;
};

struct database *
database_open(const char *path, struct complaint *c)
{
	struct database *d = allocate(path, c);

	if (d == NULL)
		return NULL;
	if (sqlite3_open_v2(path, &d->db, SQLITE_OPEN_READONLY |
	    SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK)
		return d;
	database_complain(d, c);
	database_abandon(d);
	return NULL;
}

struct database_query *
database_ask(struct database *d, const char *sql, struct complaint *c)
{
	struct database_query *q = calloc(1, sizeof(*q));

	if (q == NULL) {
		complain(c, ENOMEM, "%s", d->path);
		return NULL;
	}
	q->d = d;
	if (sqlite3_prepare_v2(d->db, sql, -1, &q->s, NULL) == SQLITE_OK)
		return q;
	database_complain(d, c);
	database_query_free(q);
	return NULL;
}

int
database_next(struct database_query *q, struct complaint *c)
{
	int got = sqlite3_step(q->s);

	if (got == SQLITE_ROW)
		return 1;
	return got == SQLITE_DONE ? 0 : database_complain(q->d, c);
}

int64_t
database_integer(const struct database_query *q, int column)
{
	return sqlite3_column_int64(q->s, column);
}

struct text
database_text(const struct database_query *q, int column)
{
	const unsigned char *bytes = sqlite3_column_text(q->s, column);

	return (struct text){(const char *)bytes, bytes == NULL ? 0 :
	    (size_t)sqlite3_column_bytes(q->s, column)};
}

void
database_query_free(struct database_query *q)
{
	if (q == NULL)
		return;
	sqlite3_finalize(q->s);
	free(q);
}

/* ---- the end ---- */

static int
close_all(struct database *d)
{
	int i, code;

	for (i = 0; i < DATABASE_TABLES; i++)
		sqlite3_finalize(d->insert[i]);
	code = sqlite3_close(d->db);
	d->db = NULL;
	buffer_release(&d->room);
	buffer_release(&d->clean);
	return code;
}

int
database_commit(struct database *d, struct complaint *c)
{
	struct publish *publish = d->publish;
	const struct timespec times[2] = {d->created, d->created};
	int i, result = 0;

	for (i = 0; result == 0 && database_after[i] != NULL; i++)
		result = run(d, database_after[i], c);
	if (result == 0)
		result = database_describe(d, c);
	if (result == 0)
		result = run(d, "COMMIT", c);
	if (result < 0) {
		database_abandon(d);
		return -1;
	}
	if (close_all(d) != SQLITE_OK) {
		publish_abandon(publish);
		result = complain(c, 0, "%s: cannot close", d->path);
	} else if (utimensat(AT_FDCWD, publish_path(publish), times, 0) < 0) {
		result = complain(c, errno, "%s", d->path);
		publish_abandon(publish);
	} else {
		result = publish_commit(publish, c);
	}
	free(d->path);
	free(d);
	return result;
}

void
database_abandon(struct database *d)
{
	if (d == NULL)
		return;
	close_all(d);
	publish_abandon(d->publish);
	free(d->path);
	free(d);
}
