/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The Persian solar calendar, in its cycles of 33 years; right for the years
 * DATE_JALALI_MIN to DATE_JALALI_MAX.  See date.h.
 */
#ifndef SAYSO_DATE_JALALI_H
#define SAYSO_DATE_JALALI_H

#include <stdbool.h>
#include <stdint.h>

#include "calendar.h"

enum { DATE_JALALI_MIN = 1300, DATE_JALALI_MAX = 1499 };

/* The number of a day (calendar_day_number()); false if there is no such
 * day. */
bool date_from_jalali(int year, int month, int day, int64_t *day_number);

/* The same as our date.  Without a day (0) only the year is kept: a month of
 * theirs lies in two of ours.  False where that is not sure either. */
bool date_set_jalali(struct calendar_date *d, int year, int month, int day);

#endif
