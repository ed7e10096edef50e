/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Times between the programs.  An instant is seconds since 1970-01-01T00:00Z
 * (int64_t); a day number is days since 1970-01-01.  The proleptic Gregorian
 * calendar, years 1 to 9999.
 *
 * A written date is ISO 8601 at the source's own precision: `2026`,
 * `2026-08`, `2026-08-09`, `2026-08-09T14:30:00Z`, with an offset where the
 * source gave one (`+02:00`), without one where it did not.
 */
#ifndef SAYSO_CALENDAR_H
#define SAYSO_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum { CALENDAR_TEXT = 32 };	/* room for any written instant and its NUL */
#define CALENDAR_DURATION_MAX INT64_C(100000000000)	/* s: 3000 years */

enum calendar_precision {
	CALENDAR_YEAR, CALENDAR_MONTH, CALENDAR_DAY, CALENDAR_MINUTE,
	CALENDAR_SECOND,
};

struct calendar_date {
	int year, month, day;		/* 1-12, 1-31; 0 where not given */
	int hour, minute, second;
	int offset;			/* minutes east of UTC */
	bool has_offset;
	enum calendar_precision precision;
};

int64_t calendar_day_number(int year, int month, int day);
void calendar_from_day_number(int64_t day, int *year, int *month, int *date);
bool calendar_is_valid(int year, int month, int day);

/* Reads a written date; false where it is none.  Fractions of a second are
 * read and dropped; a blank is allowed for the `T`. */
bool calendar_read(struct text written, struct calendar_date *d);
/* The first instant of the date (its offset applied, none counts as UTC). */
int64_t calendar_instant(const struct calendar_date *d);
/* Writes the date at its own precision; returns `to`. */
char *calendar_write(const struct calendar_date *d, char to[CALENDAR_TEXT]);
/* `2026-11-21T20:21:22Z` */
char *calendar_write_instant(int64_t instant, char to[CALENDAR_TEXT]);
/* `20261121T202122Z`, for file names */
char *calendar_write_compact(int64_t instant, char to[CALENDAR_TEXT]);

/* RFC 9110 HTTP-date (`Sun, 06 Nov 1994 08:49:37 GMT`), false if none. */
bool calendar_read_http(struct text written, int64_t *instant);

/* ISO 8601 duration of weeks, days, hours, minutes, seconds (`P7D`,
 * `PT6H`) in seconds; false if none, or longer than the limit above. */
bool calendar_read_duration(struct text written, int64_t *seconds);

#endif
