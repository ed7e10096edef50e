/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date_jalali.h"

enum { EPOCH = 1400 };			/* 1400-01-01 is 2021-03-21 */

/* Days from an arbitrary start, in cycles of 33 years with 8 leap days. */
static int64_t
jalali_days(int year, int month, int day)
{
	int64_t y = year + 1595;

	return 365 * y + y / 33 * 8 + (y % 33 + 3) / 4 + day +
	    (month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186);
}

bool
date_from_jalali(int year, int month, int day, int64_t *number)
{
	if (year < DATE_JALALI_MIN || year > DATE_JALALI_MAX || month < 1 ||
	    month > 12 || day < 1 || day > (month < 7 ? 31 : 30))
		return false;
	if (month == 12 && day == 30 &&
	    jalali_days(year + 1, 1, 1) - jalali_days(year, 12, 1) != 30)
		return false;
	*number = calendar_day_number(2021, 3, 21) +
	    jalali_days(year, month, day) - jalali_days(EPOCH, 1, 1);
	return true;
}

bool
date_set_jalali(struct calendar_date *d, int year, int month, int day)
{
	int64_t number;
	int end_year, end_month, end_day;

	d->precision = day > 0 ? CALENDAR_DAY : CALENDAR_YEAR;
	if (!date_from_jalali(year, month, day > 0 ? day : 1, &number))
		return false;
	calendar_from_day_number(number, &d->year, &d->month, &d->day);
	if (day > 0)
		return true;
	calendar_from_day_number(number + 28, &end_year, &end_month, &end_day);
	d->month = d->day = 0;
	return end_year == d->year;
}
