/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date_token.h"

/* "+0100", "-07:00", "+2" behind the time; true if one was read. */
static bool
read_offset(struct date_tokens *t, size_t i, struct calendar_date *d)
{
	struct date_token *k = &t->at[i];
	int64_t n;

	if (i + 1 >= t->count || k->type != DATE_SIGN ||
	    (k->sign != '+' && k->sign != '-') ||
	    k[1].type != DATE_NUMBER)
		return false;
	n = k[1].number;
	if (k[1].digits == 4)
		n = n / 100 * 60 + n % 100;
	else if (k[1].digits <= 2 && i + 3 < t->count &&
	    k[2].sign == ':' && k[3].type == DATE_NUMBER) {
		n = n * 60 + k[3].number;
		k[3].used = true;
	} else if (k[1].digits <= 2)
		n *= 60;
	if (k[1].digits > 4 || n > 14 * 60)
		return false;
	k[1].used = true;
	d->offset = (int)(k->sign == '-' ? -n : n);
	d->has_offset = true;
	return true;
}

/* What may follow the clock: am or pm, a zone, an offset. */
static void
read_behind_clock(struct date_tokens *t, size_t i, struct calendar_date *d,
	bool *twelve_hours)
{
	size_t end = i + 6 < t->count ? i + 6 : t->count;

	for (; i < end; i++) {
		struct date_token *k = &t->at[i];

		if (k->type == DATE_WORD && k->kind == DATE_MERIDIEM &&
		    d->hour <= 12) {
			d->hour = d->hour % 12 + k->value;
			*twelve_hours = true;
		} else if (k->type == DATE_WORD && k->kind == DATE_ZONE) {
			d->offset = k->value;
			d->has_offset = true;
		} else if (read_offset(t, i, d))
			return;
	}
}

static bool
is_clock_part(const struct date_token *k)
{
	return k->type == DATE_NUMBER && k->digits <= 2 && k->number < 60;
}

/* hh:mm or hh:mm:ss; its numbers are used up. */
static bool
read_clock(struct date_tokens *t, struct calendar_date *d,
	bool *twelve_hours)
{
	size_t i;

	for (i = 0; i + 2 < t->count; i++) {
		struct date_token *k = &t->at[i];

		if (!is_clock_part(&k[0]) || k[0].number > 24 ||
		    k[1].sign != ':' || !is_clock_part(&k[2]))
			continue;
		d->hour = (int)k[0].number % 24;
		d->minute = (int)k[2].number;
		k[0].used = k[2].used = true;
		i += 3;
		d->precision = CALENDAR_MINUTE;
		if (i + 1 < t->count && k[3].sign == ':' &&
		    is_clock_part(&k[4])) {
			d->second = (int)k[4].number;
			d->precision = CALENDAR_SECOND;
			k[4].used = true;
			i += 2;
		}
		read_behind_clock(t, i, d, twelve_hours);
		return true;
	}
	return false;
}

/* The clock of the compact form: "T2300-0700". */
static bool
read_compact_clock(struct date_tokens *t, struct calendar_date *d)
{
	struct date_token *k = t->at;

	if (t->count < 3 || k[0].digits != 8 || strcmp(k[1].word, "t") != 0 ||
	    k[2].type != DATE_NUMBER || (k[2].digits != 4 && k[2].digits != 6))
		return false;
	d->hour = (int)(k[2].number / (k[2].digits == 6 ? 10000 : 100));
	d->minute = (int)(k[2].number / (k[2].digits == 6 ? 100 : 1) % 100);
	d->second = k[2].digits == 6 ? (int)(k[2].number % 100) : 0;
	d->precision = k[2].digits == 6 ? CALENDAR_SECOND : CALENDAR_MINUTE;
	if (d->hour > 23 || d->minute > 59 || d->second > 59)
		return false;
	if (t->count > 3 && k[3].kind == DATE_ZONE)
		d->has_offset = true;
	else
		read_offset(t, 3, d);
	return true;
}

bool
date_clock(struct date_tokens *t, struct calendar_date *d,
	bool *twelve_hours)
{
	return read_compact_clock(t, d) || read_clock(t, d, twelve_hours);
}
