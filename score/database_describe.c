/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "database_meaning.h"
#include "database_query.h"
#include "database_row.h"

/* A row of metadata; an absent column is the table's. */
static int
put_meaning(struct database *d, struct text table, struct text column,
	struct complaint *c)
{
	struct buffer *room = database_row_room(d);
	const char *text = database_table_meaning(table.bytes), *unit = NULL;

	if (!text_is_absent(column)) {
		unit = database_column_meaning(table.bytes, column.bytes,
		    room);
		text = room->length > 0 ? room->bytes : NULL;
	}
	database_row_begin(d, DATABASE_METADATA);
	database_row_integer(d, false, 0);
	database_row_text(d, table);
	database_row_text(d, column);
	database_row_string(d, unit);
	database_row_string(d, text);
	return database_row_end(d, c);
}

/* Each table and view, then its columns. */
int
database_describe(struct database *d, struct complaint *c)
{
	struct database_query *q = database_ask(d, "SELECT name, NULL, -1 "
	    "FROM sqlite_master WHERE type IN ('table', 'view') UNION ALL "
	    "SELECT m.name, p.name, p.cid FROM sqlite_master AS m, "
	    "pragma_table_info(m.name) AS p WHERE m.type IN ('table', "
	    "'view') ORDER BY 1, 3", c);
	int got, result = q == NULL ? -1 : 0;

	while (result == 0 && (got = database_next(q, c)) != 0)
		result = got < 0 ? -1 : put_meaning(d, database_text(q, 0),
		    database_text(q, 1), c);
	database_query_free(q);
	return result;
}
