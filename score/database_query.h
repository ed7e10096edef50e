/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows out of a database: of a sayso.db that is complete (trail_read.c), and
 * of one that is being made (database_describe.c).
 */
#ifndef SAYSO_DATABASE_QUERY_H
#define SAYSO_DATABASE_QUERY_H

#include <stdint.h>

#include "complaint.h"
#include "database.h"
#include "text.h"

struct database_query;

/* An existing file, to be read only; database_abandon() closes it.  NULL on
 * failure. */
struct database *database_open(const char *path, struct complaint *c);

/* NULL on failure. */
struct database_query *database_ask(struct database *d, const char *sql,
	struct complaint *c);
/* 1 a row, 0 the end, -1. */
int database_next(struct database_query *q, struct complaint *c);
/* Columns of the row count from 0; 0 and absent for NULL.  A text stays until
 * the next row. */
int64_t database_integer(const struct database_query *q, int column);
struct text database_text(const struct database_query *q, int column);
void database_query_free(struct database_query *q);		/* or NULL */

/* database_describe.c: fills the table `metadata`, when all others are. */
int database_describe(struct database *d, struct complaint *c);

#endif
