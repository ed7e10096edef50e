/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SQL of sayso.db; only database.c includes this. */
#ifndef SAYSO_DATABASE_SCHEMA_H
#define SAYSO_DATABASE_SCHEMA_H

#include "details.h"

enum database_table {
	DATABASE_REVIEW, DATABASE_CHANGE, DATABASE_STREAM, DATABASE_RUN, DATABASE_AGGREGATE,
	DATABASE_PART, DATABASE_COMPARISON, DATABASE_COVERAGE,
	DATABASE_ABOUT, DATABASE_METADATA, DATABASE_TERM,
	DATABASE_LINE, DATABASE_LINE_PART, DATABASE_LINE_FILE,
	DATABASE_DETAILS,	/* the tables of details.h, in its order */
	DATABASE_TABLES = DATABASE_DETAILS + DETAILS_TABLES,
};

/* A table's name and its columns, as CREATE TABLE has them; a table is
 * inserted into with one value for each column, in this order. */
struct database_columns {
	const char *name, *columns;
	int count;
};
extern const struct database_columns database_table[DATABASE_TABLES];

/* Run one by one after the rows are in; the list ends with NULL. */
extern const char *const database_after[];

#endif
