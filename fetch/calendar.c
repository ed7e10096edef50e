/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "calendar.h"

#include <stdio.h>
#include <string.h>

enum { SECONDS_A_DAY = 86400 };

/* Days from civil and back: H. Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms"; years begin in March so that the leap day comes last. */
int64_t
calendar_day_number(int year, int month, int day)
{
	int64_t y = year - (month <= 2), era, year_of_era, day_of_year;

	era = (y >= 0 ? y : y - 399) / 400;
	year_of_era = y - era * 400;
	day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	return era * 146097 + year_of_era * 365 + year_of_era / 4 -
	    year_of_era / 100 + day_of_year - 719468;
}

void
calendar_from_day_number(int64_t day, int *year, int *month, int *date)
{
	int64_t era, day_of_era, year_of_era, day_of_year, m;

	day += 719468;
	era = (day >= 0 ? day : day - 146096) / 146097;
	day_of_era = day - era * 146097;
	year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 -
	    day_of_era / 146096) / 365;
	day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 -
	    year_of_era / 100);
	m = (5 * day_of_year + 2) / 153;
	*date = (int)(day_of_year - (153 * m + 2) / 5 + 1);
	*month = (int)(m < 10 ? m + 3 : m - 9);
	*year = (int)(year_of_era + era * 400 + (*month <= 2));
}

bool
calendar_is_valid(int year, int month, int day)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
	    31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
		return false;
	return day <= days[month - 1] + (month == 2 && leap);
}

/* A reader of digits: `at` moves on, `bad` stays. */
struct cursor {
	const char *at, *end;
	bool bad;
};

static int
take_digits(struct cursor *k, int count)
{
	int value = 0;

	while (count-- > 0) {
		if (k->at == k->end || *k->at < '0' || *k->at > '9') {
			k->bad = true;
			return 0;
		}
		value = value * 10 + (*k->at++ - '0');
	}
	return value;
}

static bool
take(struct cursor *k, char c)
{
	if (k->at < k->end && *k->at == c) {
		k->at++;
		return true;
	}
	return false;
}

static void
take_offset(struct cursor *k, struct calendar_date *d)
{
	int sign = 1;

	if (k->at == k->end)
		return;
	d->has_offset = true;
	if (take(k, 'Z') || take(k, 'z'))
		return;
	if (take(k, '-'))
		sign = -1;
	else if (!take(k, '+'))
		k->bad = true;
	d->offset = take_digits(k, 2) * 60;
	if (k->at < k->end) {
		take(k, ':');
		d->offset += take_digits(k, 2);
	}
	d->offset *= sign;
}

static void
take_time(struct cursor *k, struct calendar_date *d)
{
	d->hour = take_digits(k, 2);
	if (!take(k, ':'))
		k->bad = true;
	d->minute = take_digits(k, 2);
	d->precision = CALENDAR_MINUTE;
	if (take(k, ':')) {
		d->second = take_digits(k, 2);
		d->precision = CALENDAR_SECOND;
		if (take(k, '.') || take(k, ','))
			while (k->at < k->end && *k->at >= '0' && *k->at <= '9')
				k->at++;
	}
	if (d->hour > 23 || d->minute > 59 || d->second > 60)
		k->bad = true;
	while (take(k, ' '))
		;
	take_offset(k, d);
}

bool
calendar_read(struct text written, struct calendar_date *d)
{
	struct cursor k = {written.bytes, written.bytes + written.length,
	    false};

	*d = (struct calendar_date){.precision = CALENDAR_YEAR};
	if (text_is_absent(written))
		return false;
	d->year = take_digits(&k, 4);
	if (take(&k, '-')) {
		d->month = take_digits(&k, 2);
		d->precision = CALENDAR_MONTH;
	}
	if (d->month != 0 && take(&k, '-')) {
		d->day = take_digits(&k, 2);
		d->precision = CALENDAR_DAY;
		if (take(&k, 'T') || take(&k, 't') || take(&k, ' '))
			take_time(&k, d);
	}
	if (k.bad || k.at != k.end)
		return false;
	return calendar_is_valid(d->year,
	    d->precision >= CALENDAR_MONTH ? d->month : 1,
	    d->precision >= CALENDAR_DAY ? d->day : 1);
}

int64_t
calendar_instant(const struct calendar_date *d)
{
	int64_t day = calendar_day_number(d->year, d->month ? d->month : 1,
	    d->day ? d->day : 1);

	return day * SECONDS_A_DAY + d->hour * 3600 + d->minute * 60 +
	    d->second - d->offset * 60;
}

static char *
two_digits(char *to, char before, int n)
{
	if (before != '\0')
		*to++ = before;
	*to++ = (char)('0' + n / 10 % 10);
	*to++ = (char)('0' + n % 10);
	return to;
}

char *
calendar_write(const struct calendar_date *d, char to[CALENDAR_TEXT])
{
	int offset = d->offset < 0 ? -d->offset : d->offset;
	char *at = two_digits(two_digits(to, '\0', d->year / 100), '\0',
	    d->year);

	if (d->precision >= CALENDAR_MONTH)
		at = two_digits(at, '-', d->month);
	if (d->precision >= CALENDAR_DAY)
		at = two_digits(at, '-', d->day);
	if (d->precision >= CALENDAR_MINUTE)
		at = two_digits(two_digits(at, 'T', d->hour), ':', d->minute);
	if (d->precision >= CALENDAR_SECOND)
		at = two_digits(at, ':', d->second);
	if (d->precision >= CALENDAR_MINUTE && d->has_offset && offset == 0)
		*at++ = 'Z';
	else if (d->precision >= CALENDAR_MINUTE && d->has_offset)
		at = two_digits(two_digits(at, d->offset < 0 ? '-' : '+',
		    offset / 60), ':', offset % 60);
	*at = '\0';
	return to;
}

static void
split_instant(int64_t instant, struct calendar_date *d)
{
	int64_t day = instant / SECONDS_A_DAY, rest = instant % SECONDS_A_DAY;

	if (rest < 0) {
		rest += SECONDS_A_DAY;
		day--;
	}
	calendar_from_day_number(day, &d->year, &d->month, &d->day);
	d->hour = (int)(rest / 3600);
	d->minute = (int)(rest / 60 % 60);
	d->second = (int)(rest % 60);
}

char *
calendar_write_instant(int64_t instant, char to[CALENDAR_TEXT])
{
	struct calendar_date d = {.has_offset = true,
	    .precision = CALENDAR_SECOND};

	split_instant(instant, &d);
	return calendar_write(&d, to);
}

char *
calendar_write_compact(int64_t instant, char to[CALENDAR_TEXT])
{
	struct calendar_date d = {0};

	split_instant(instant, &d);
	snprintf(to, CALENDAR_TEXT, "%04d%02d%02dT%02d%02d%02dZ",
	    d.year % 10000, d.month % 100, d.day % 100, d.hour % 100,
	    d.minute % 100, d.second % 100);
	return to;
}

static int
month_of_name(struct cursor *k)
{
	static const char names[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	int month;

	if (k->end - k->at >= 3)
		for (month = 0; month < 12; month++)
			if (memcmp(k->at, names + 3 * month, 3) == 0) {
				k->at += 3;
				return month + 1;
			}
	k->bad = true;
	return 1;
}

bool
calendar_read_http(struct text written, int64_t *instant)
{
	struct cursor k = {written.bytes, written.bytes + written.length,
	    false};
	struct calendar_date d = {.precision = CALENDAR_SECOND};

	/* Only IMF-fixdate: the two obsolete forms are not sent any more. */
	if (text_is_absent(written) || written.length < 5)
		return false;
	k.at += 3;
	if (!take(&k, ',') || !take(&k, ' '))
		return false;
	d.day = take_digits(&k, 2);
	take(&k, ' ');
	d.month = month_of_name(&k);
	take(&k, ' ');
	d.year = take_digits(&k, 4);
	take(&k, ' ');
	d.hour = take_digits(&k, 2);
	take(&k, ':');
	d.minute = take_digits(&k, 2);
	take(&k, ':');
	d.second = take_digits(&k, 2);
	if (k.bad || k.end - k.at != 4 || memcmp(k.at, " GMT", 4) != 0 ||
	    !calendar_is_valid(d.year, d.month, d.day) || d.hour > 23 ||
	    d.minute > 59 || d.second > 60)
		return false;
	*instant = calendar_instant(&d);
	return true;
}

bool
calendar_read_duration(struct text written, int64_t *seconds)
{
	const char *at = written.bytes, *end = at + written.length;
	bool in_time = false, any = false;

	*seconds = 0;
	if (text_is_absent(written) || written.length < 3 || *at++ != 'P')
		return false;
	while (at < end) {
		int64_t value = 0, unit;
		int digits = 0;

		if (*at == 'T' && !in_time) {
			in_time = true;
			at++;
			continue;
		}
		while (at < end && *at >= '0' && *at <= '9' && digits++ < 9)
			value = value * 10 + (*at++ - '0');
		if (digits == 0 || at == end)
			return false;
		switch (*at++) {
		case 'W': unit = in_time ? 0 : 7 * SECONDS_A_DAY; break;
		case 'D': unit = in_time ? 0 : SECONDS_A_DAY; break;
		case 'H': unit = in_time ? 3600 : 0; break;
		case 'M': unit = in_time ? 60 : 0; break;
		case 'S': unit = in_time ? 1 : 0; break;
		default: unit = 0;
		}
		if (unit == 0)
			return false;
		*seconds += value * unit;
		if (*seconds > CALENDAR_DURATION_MAX)
			return false;
		any = true;
	}
	return any;
}
