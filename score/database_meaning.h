/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the tables, views and columns of sayso.db mean, for its table
 * `metadata`: a column is told by its name, which means the same wherever it
 * stands, or by table and name where it does not.
 */
#ifndef SAYSO_DATABASE_MEANING_H
#define SAYSO_DATABASE_MEANING_H

#include "buffer.h"

/* NULL where nothing is known of it. */
const char *database_table_meaning(const char *table);
/* The unit, or NULL where it has none; the text is put into `room`, which
 * stays empty where nothing is known of the column. */
const char *database_column_meaning(const char *table, const char *column,
	struct buffer *room);

#endif
