/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A date as a source writes it, at the source's own precision.
 *
 * Absolute: ISO 8601 and its compact form (`20050418T2300-0700`, `200502`),
 * RFC 2822, JavaScript's Date.toString(), C's ctime with an offset, numbers
 * (`2.4.2025`, `2024年3月5日`), and words in any order ("Reviewed in Italy on
 * October 24, 2011") in English, Arabic, Persian, Croatian (Bosnian, Serbian
 * in both alphabets), Georgian, Russian, Ukrainian, Bulgarian, Portuguese,
 * German, Spanish, French, Italian, Dutch, the Scandinavian languages,
 * Finnish, Polish, Czech, Slovak, Romanian, Hungarian, Greek, Turkish,
 * Hebrew, Japanese, Chinese and Korean; Persian dates of the solar calendar
 * (years 1300 to 1499) by words or numbers; seconds or milliseconds since
 * 1970 (10 or 13 digits).
 *
 * `4/5/2021` is month first for American English and where the clock has
 * twelve hours, day first for every other language; where no language is
 * known it is only the year that is sure.
 *
 * Relative ("3 weeks ago", "vor einem Monat", "منذ يومين", "вчера"): against
 * the fetch instant.  Minutes keep the minute, hours and days the day, weeks
 * and months the month, years the year: nobody said more.  A day of a month
 * without a year ("3 November") is the latest one before that instant.
 */
#ifndef SAYSO_DATE_H
#define SAYSO_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "calendar.h"
#include "text.h"

enum {
	DATE_TEXT_MAX = 160,		/* a longer text is no date */
	DATE_TOKENS_MAX = 48,
};

#define DATE_NO_INSTANT INT64_MIN	/* the fetch instant is not known */

/* `language` is a BCP 47 tag, or absent.  False where there is no date, or a
 * relative one without an instant. */
bool date_read(struct text written, struct text language, int64_t fetched,
	struct calendar_date *d);

#endif
