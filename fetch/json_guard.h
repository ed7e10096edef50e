/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands between foreign JSON and cJSON.  The text is written anew so
 * that cJSON's faults (json.h) cannot bite:
 *
 * - every string, names too, begins with JSON_GUARD_STRING;
 * - every number becomes a string that begins with JSON_GUARD_NUMBER, so its
 *   digits survive;
 * - `\u0000`, raw NULs and lone surrogates become U+FFFD;
 * - comments become blanks and trailing commas vanish, where allowed;
 * - line ends outside comments and inside strings stay, so that lines can
 *   still be counted.
 *
 * Depth, number of values, number grammar, comments and names that are no
 * strings are checked here; cJSON checks the rest.
 */
#ifndef SAYSO_JSON_GUARD_H
#define SAYSO_JSON_GUARD_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "complaint.h"

#define JSON_GUARD_STRING 'S'
#define JSON_GUARD_NUMBER 'N'

/* `bytes` is valid UTF-8.  `lines`, NULL where not wanted, receives one
 * uint32_t per value in the order of the text: the line it begins on. */
int json_guard(const char *bytes, size_t length, bool comments,
	const char *name, struct buffer *to, struct buffer *lines,
	struct complaint *c);

#endif
