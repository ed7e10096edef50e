/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the lines of reviews/ stand (trail.h). */
#include "database.h"

#include "database_row.h"

static void
put_known(struct database *d, int64_t value)
{
	database_row_integer(d, value != 0, value);
}

int
database_put_line(struct database *d, const struct database_line *line,
	struct complaint *c)
{
	bool counts = line->part != 0;

	database_row_begin(d, DATABASE_LINE);
	database_row_integer(d, false, 0);
	database_row_integer(d, true, line->file);
	database_row_integer(d, true, line->offset);
	put_known(d, line->id);
	put_known(d, line->part);
	database_row_integer(d, counts, line->cell);
	put_known(d, line->run);
	put_known(d, line->item);
	database_row_integer(d, counts, (int64_t)line->marks);
	database_row_integer(d, counts, (int64_t)line->words[0]);
	database_row_integer(d, counts, (int64_t)line->words[1]);
	return database_row_end(d, c);
}

int
database_put_part(struct database *d, int64_t number,
	const struct text field[DATABASE_PART_FIELDS], struct complaint *c)
{
	int i;

	database_row_begin(d, DATABASE_LINE_PART);
	database_row_integer(d, true, number);
	for (i = 0; i < DATABASE_PART_FIELDS; i++)
		database_row_text(d, field[i]);
	return database_row_end(d, c);
}

int
database_put_file(struct database *d, const char *name, int64_t bytes,
	const char *digest, struct complaint *c)
{
	database_row_begin(d, DATABASE_LINE_FILE);
	database_row_integer(d, false, 0);
	database_row_string(d, name);
	database_row_integer(d, bytes >= 0, bytes);
	database_row_string(d, digest);
	return database_row_end(d, c);
}
