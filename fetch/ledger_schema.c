/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger_schema.h"

#include "ledger.h"

const char *const ledger_schema[LEDGER_VERSION] = {
	"CREATE TABLE row (key TEXT PRIMARY KEY, due INTEGER,"
	" started INTEGER, ended INTEGER, stated INTEGER, records INTEGER,"
	" stop TEXT, status TEXT, published TEXT, resume TEXT, file TEXT)"
	" WITHOUT ROWID;"
	"CREATE TABLE page (row TEXT, url TEXT, etag TEXT, modified TEXT,"
	" digest TEXT, next TEXT, file TEXT, records INTEGER, stated INTEGER,"
	" last INTEGER, fetched INTEGER, PRIMARY KEY (row, url))"
	" WITHOUT ROWID;"
	"CREATE TABLE robots (origin TEXT PRIMARY KEY, fetched INTEGER,"
	" status INTEGER, body BLOB);"
	"CREATE TABLE host (name TEXT PRIMARY KEY, until INTEGER)"
	" WITHOUT ROWID;",
	"ALTER TABLE row ADD COLUMN marks TEXT;",
	"CREATE TABLE pruned (file TEXT PRIMARY KEY, at INTEGER)"
	" WITHOUT ROWID;",
	"CREATE TABLE partial (key TEXT PRIMARY KEY, grows TEXT, file TEXT,"
	" length INTEGER, tail BLOB) WITHOUT ROWID;",
	"ALTER TABLE host ADD COLUMN day INTEGER;"
	"ALTER TABLE host ADD COLUMN asked INTEGER;",
};

const char *const ledger_query[LEDGER_QUERIES] = {
	[ROW_GET] = "SELECT due, started, ended, stated, records, stop,"
	    " status, published, resume, file, marks FROM row"
	    " WHERE key = ?1",
	[ROW_PUT] = "INSERT OR REPLACE INTO row VALUES"
	    " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
	[ROW_ANEW] = "UPDATE row SET due = 0, resume = NULL, marks = NULL"
	    " WHERE key = ?1",
	[PAGE_GET] = "SELECT etag, modified, digest, next, file, records,"
	    " stated, last, fetched FROM page WHERE row = ?1 AND url = ?2",
	[PAGE_PUT] = "INSERT OR REPLACE INTO page VALUES"
	    " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
	[ROBOTS_GET] = "SELECT fetched, status, body FROM robots"
	    " WHERE origin = ?1",
	[ROBOTS_PUT] = "INSERT OR REPLACE INTO robots VALUES"
	    " (?1, ?2, ?3, ?4)",
	[HOST_GET] = "SELECT until, day, asked FROM host WHERE name = ?1",
	[HOST_PUT] = "INSERT INTO host (name, until) VALUES (?1, ?2)"
	    " ON CONFLICT (name) DO UPDATE SET until = ?2",
	[BUDGET_PUT] = "INSERT INTO host (name, day, asked)"
	    " VALUES (?1, ?2, ?3)"
	    " ON CONFLICT (name) DO UPDATE SET day = ?2, asked = ?3",
	[PRUNED_PUT] = "INSERT OR REPLACE INTO pruned VALUES (?1, ?2)",
	[PARTIAL_PUT] = "INSERT OR REPLACE INTO partial VALUES"
	    " (?1, ?2, ?3, ?4, ?5)",
	[PARTIAL_GET] = "SELECT key, grows, file, length, tail FROM partial"
	    " ORDER BY key LIMIT 1",
	[PARTIAL_DROP] = "DELETE FROM partial WHERE key = ?1",
};
