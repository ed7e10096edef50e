/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "csv.h"

#include <string.h>

#include "figures.h"

/* -12, 4.5, +1e-05 */
static bool
is_number(const char *cell)
{
	const char *at = cell + (*cell == '-' || *cell == '+');
	size_t digits = strspn(at, "0123456789");

	at += digits;
	if (*at == '.') {
		size_t decimals = strspn(at + 1, "0123456789");

		digits += decimals;
		at += 1 + decimals;
	}
	if (digits == 0)
		return false;
	if (*at == 'e' || *at == 'E') {
		at += 1 + (at[1] == '-' || at[1] == '+');
		digits = strspn(at, "0123456789");
		at += digits;
	}
	return *at == '\0' && digits > 0;
}

/* What spreadsheets skip before they look for a formula: blanks, no-break
 * blank, byte order mark, zero-width blank. */
static const char *
skip_unseen(const char *at)
{
	static const char *const unseen[] = {
		" ", "\n", "\xC2\xA0", "\xEF\xBB\xBF", "\xE2\x80\x8B",
		"\xE2\x80\x8E", "\xE2\x80\x8F",
	};
	const char *before;
	size_t i;

	do {
		before = at;
		for (i = 0; i < sizeof(unseen) / sizeof(*unseen); i++)
			if (strncmp(at, unseen[i], strlen(unseen[i])) == 0)
				at += strlen(unseen[i]);
	} while (at != before);
	return at;
}

static bool
is_formula(const char *cell)
{
	/* Full-width = + - @ are taken for the narrow ones by some. */
	static const char *const wide[] = {
		"\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
		"\xEF\xBC\xA0", "\xE2\x88\x92",
	};
	const char *at = skip_unseen(cell);
	size_t i;

	if (is_number(cell))
		return false;
	for (i = 0; i < sizeof(wide) / sizeof(*wide); i++)
		if (strncmp(at, wide[i], strlen(wide[i])) == 0)
			return true;
	return *at != '\0' && strchr("=+-@\t\r", *at) != NULL;
}

/* Where a cell that is too long is cut: between characters. */
static size_t
cell_length(const char *cell)
{
	size_t length = strlen(cell);

	if (length <= CSV_CELL_MAX)
		return length;
	for (length = CSV_CELL_MAX; length > 0 &&
	    ((unsigned char)cell[length] & 0xC0) == 0x80; length--)
		;
	return length;
}

/* A cut cell is always quoted, for its ellipsis. */
static bool
needs_quotes(const char *cell, size_t length)
{
	return cell[length] != '\0' || strpbrk(cell, "\",\r\n") != NULL ||
	    cell[0] == ' ' || (length > 0 && cell[length - 1] == ' ');
}

static void
begin_cell(struct csv *t)
{
	if (t->begun)
		buffer_add_char(t->to, ',');
	t->begun = true;
}

void
csv_add(struct csv *t, const char *cell)
{
	size_t length, i;

	begin_cell(t);
	if (cell == NULL)
		return;
	length = cell_length(cell);
	if (!needs_quotes(cell, length)) {
		if (is_formula(cell))
			buffer_add_char(t->to, '\'');
		buffer_add(t->to, cell, length);
		return;
	}
	buffer_add_string(t->to, is_formula(cell) ? "\"'" : "\"");
	for (i = 0; i < length; i++) {
		if (cell[i] == '"')
			buffer_add_char(t->to, '"');
		buffer_add_char(t->to, cell[i]);
	}
	buffer_add_string(t->to,
	    cell[length] != '\0' ? "\xE2\x80\xA6\"" : "\"");
}

void
csv_add_integer(struct csv *t, bool known, int64_t value)
{
	begin_cell(t);
	if (known)
		buffer_add_integer(t->to, value);
}

void
csv_add_double(struct csv *t, bool known, double value)
{
	begin_cell(t);
	if (known)
		figure_add_number(t->to, value);
}

void
csv_add_row(struct csv *t, const char *const *cell)
{
	for (; *cell != NULL; cell++)
		csv_add(t, *cell);
	csv_end_row(t);
}

void
csv_end_row(struct csv *t)
{
	buffer_add_string(t->to, "\r\n");
	t->begun = false;
}
