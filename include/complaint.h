/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The last complaint of a handle or a call, in the one form that every
 * message of sayso has:
 *
 *	path@offset: reason		(a byte offset: captures, reviews)
 *	path:line: reason		(a line, for what people edit)
 *	path: reason
 *
 * Nothing below main prints: functions that can fail take a struct complaint
 * and fill it, main prints it.  A complaint never holds a secret.  Values
 * quoted from input are cut to COMPLAINT_VALUE_MAX bytes at a character
 * border, and their control characters are shown as '?'.
 */
#ifndef SAYSO_COMPLAINT_H
#define SAYSO_COMPLAINT_H

#include <stddef.h>
#include <stdint.h>

enum {
	COMPLAINT_MAX = 1024,
	COMPLAINT_VALUE_MAX = 80,
};

struct complaint {
	char text[COMPLAINT_MAX];	/* "" where there is none */
};

/* All of these return -1, so that a failing function can end with
 * `return complain(...)`.  `because` is 0 or an errno value to be named. */
int complain(struct complaint *c, int because, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
int complain_at(struct complaint *c, const char *path, uint64_t offset,
	const char *format, ...) __attribute__((format(printf, 4, 5)));
int complain_line(struct complaint *c, const char *path, size_t line,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

/* A quoted, printable, shortened copy of a value for use inside a complaint;
 * `to` holds at least COMPLAINT_VALUE_MAX + 8 bytes.  Returns `to`. */
const char *complaint_value(char *to, const char *value, size_t length);

#endif
