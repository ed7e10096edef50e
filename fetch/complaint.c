/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "complaint.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void
add_reason(struct complaint *c, int because)
{
	size_t used = strlen(c->text);

	if (because != 0)
		snprintf(c->text + used, sizeof(c->text) - used, ": %s",
		    strerror(because));
}

int
complain(struct complaint *c, int because, const char *format, ...)
{
	va_list values;

	va_start(values, format);
	vsnprintf(c->text, sizeof(c->text), format, values);
	va_end(values);
	add_reason(c, because);
	return -1;
}

int
complain_at(struct complaint *c, const char *path, uint64_t offset,
	const char *format, ...)
{
	va_list values;
	int used = snprintf(c->text, sizeof(c->text), "%.700s@%" PRIu64 ": ",
	    path, offset);

	va_start(values, format);
	vsnprintf(c->text + used, sizeof(c->text) - (size_t)used, format,
	    values);
	va_end(values);
	return -1;
}

int
complain_line(struct complaint *c, const char *path, size_t line,
	const char *format, ...)
{
	va_list values;
	int used = snprintf(c->text, sizeof(c->text), "%.700s:%zu: ", path,
	    line);

	va_start(values, format);
	vsnprintf(c->text + used, sizeof(c->text) - (size_t)used, format,
	    values);
	va_end(values);
	return -1;
}

const char *
complaint_value(char *to, const char *value, size_t length)
{
	size_t kept = length, i;

	if (kept > COMPLAINT_VALUE_MAX) {
		kept = COMPLAINT_VALUE_MAX;
		while (kept > 0 && ((unsigned char)value[kept] & 0xC0) == 0x80)
			kept--;
	}
	to[0] = '"';
	for (i = 0; i < kept; i++) {
		unsigned char b = (unsigned char)value[i];

		to[i + 1] = b < 0x20 || b == 0x7F ? '?' : value[i];
	}
	strcpy(to + kept + 1, kept < length ? "...\"" : "\"");
	return to;
}
