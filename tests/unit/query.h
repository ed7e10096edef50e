/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking a database of a test. */
#ifndef SAYSO_UNIT_QUERY_H
#define SAYSO_UNIT_QUERY_H

#include "unit.h"

#include <sqlite3.h>
#include <stdint.h>

/* The first column of the first row, as a number or as a string. */
static inline int64_t
number_of(const char *path, const char *sql)
{
	sqlite3 *db;
	sqlite3_stmt *s;
	int64_t value;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY,
	    NULL), SQLITE_OK);
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	value = sqlite3_column_int64(s, 0);
	sqlite3_finalize(s);
	sqlite3_close(db);
	return value;
}

static inline void
string_is(const char *path, const char *sql, const char *wanted)
{
	sqlite3 *db;
	sqlite3_stmt *s;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY,
	    NULL), SQLITE_OK);
	if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	assert_int_equal(sqlite3_step(s), SQLITE_ROW);
	assert_string_equal(sqlite3_column_text(s, 0), wanted);
	sqlite3_finalize(s);
	sqlite3_close(db);
}

#endif
