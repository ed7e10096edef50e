/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date_token.h"

enum { DAY_SECONDS = 86400, COUNT_MAX = 10000 };

static const struct date_token *
next_word(const struct date_tokens *t, size_t i)
{
	return i + 1 < t->count && t->at[i + 1].type == DATE_WORD ?
	    &t->at[i + 1] : NULL;
}

/* The unit and how many: the number beside it, a number word, a dual, one. */
static bool
find_unit(const struct date_tokens *t, int *unit, int64_t *count)
{
	int64_t spoken = 1;
	size_t i;

	for (i = 0; i < t->count; i++) {
		const struct date_token *k = &t->at[i], *next;

		if (k->type == DATE_NUMBER && k->number <= COUNT_MAX)
			spoken = k->number;
		if (k->type != DATE_WORD)
			continue;
		if (k->kind == DATE_COUNT && spoken == 1)
			spoken = k->value;
		next = next_word(t, i);
		if (k->kind == DATE_UNIT && next != NULL &&
		    next->kind == DATE_UNIT && strcmp(k->word, "an") == 0)
			continue;	/* "an hour": no year */
		if (k->kind == DATE_UNIT || k->kind == DATE_DUAL) {
			*unit = k->value;
			*count = k->kind == DATE_DUAL ? 2 : spoken;
			/* Arabic says "hours 3" too. */
			if (i + 1 < t->count && spoken == 1 &&
			    t->at[i + 1].type == DATE_NUMBER)
				*count = t->at[i + 1].number;
			return *count <= COUNT_MAX;
		}
	}
	return false;
}

/* Chinese, Japanese and Korean write unit and "ago" as one word ("3日前");
 * Hungarian and German put endings on. */
static bool
split_unit(const struct date_token *k, int *unit)
{
	static const char *const ago[] = {"前", "전"};
	size_t i, length = strlen(k->word);

	for (i = 0; i < sizeof(ago) / sizeof(ago[0]); i++) {
		size_t tail = strlen(ago[i]);
		char head[DATE_WORD_MAX];

		if (length <= tail ||
		    strcmp(k->word + length - tail, ago[i]) != 0)
			continue;
		memcpy(head, k->word, length - tail);
		head[length - tail] = '\0';
		return date_word_look_up(head, length - tail, unit) ==
		    DATE_UNIT;
	}
	return false;
}

static bool
find_joined(const struct date_tokens *t, int *unit, int64_t *count)
{
	size_t i;

	for (i = 1; i < t->count; i++)
		if (t->at[i].type == DATE_WORD &&
		    t->at[i - 1].type == DATE_NUMBER &&
		    split_unit(&t->at[i], unit)) {
			*count = t->at[i - 1].number;
			return *count <= COUNT_MAX;
		}
	return false;
}

static void
set_day(struct calendar_date *d, int64_t instant)
{
	int64_t day = instant / DAY_SECONDS - (instant % DAY_SECONDS < 0);
	int64_t rest = instant - day * DAY_SECONDS;

	*d = (struct calendar_date){.precision = CALENDAR_DAY};
	calendar_from_day_number(day, &d->year, &d->month, &d->day);
	d->hour = (int)(rest / 3600);
	d->minute = (int)(rest / 60 % 60);
}

static void
set_precision(struct calendar_date *d, enum calendar_precision p)
{
	d->precision = p;
	if (p < CALENDAR_MINUTE)
		d->hour = d->minute = 0;
	else
		d->has_offset = true;	/* UTC, as the fetch instant */
	if (p < CALENDAR_DAY)
		d->day = 0;
	if (p < CALENDAR_MONTH)
		d->month = 0;
}

static bool
go_back(int unit, int64_t count, int64_t fetched, struct calendar_date *d)
{
	static const int64_t seconds[] = {1, 60, 3600, DAY_SECONDS,
	    7 * DAY_SECONDS};
	int64_t months;

	if (unit <= DATE_WEEK) {
		set_day(d, fetched - count * seconds[unit]);
		set_precision(d, unit <= DATE_MINUTE ? CALENDAR_MINUTE :
		    unit <= DATE_DAY ? CALENDAR_DAY : CALENDAR_MONTH);
		return d->year >= 1;
	}
	set_day(d, fetched);
	months = (int64_t)d->year * 12 + d->month - 1 -
	    count * (unit == DATE_YEAR ? 12 : 1);
	if (months < 12)
		return false;
	d->year = (int)(months / 12);
	d->month = (int)(months % 12) + 1;
	set_precision(d, unit == DATE_YEAR ? CALENDAR_YEAR : CALENDAR_MONTH);
	return true;
}

/* "avant-hier", "l'altro ieri", "اول امس" */
static bool
is_day_before(const struct date_token *k)
{
	return k->type == DATE_WORD && (k->kind == DATE_BEFORE ||
	    k->kind == DATE_FIRST);
}

bool
date_relative(const struct date_tokens *t, int64_t fetched,
	struct calendar_date *d)
{
	bool ago = false, last = false;
	int unit = 0, back = -1;
	int64_t count = 1;
	size_t i;

	if (fetched == DATE_NO_INSTANT)
		return false;
	for (i = 0; i < t->count; i++) {
		const struct date_token *k = &t->at[i];

		if (k->type != DATE_WORD)
			continue;
		ago = ago || k->kind == DATE_AGO;
		last = last || k->kind == DATE_LAST;
		if (k->kind == DATE_DAYS_AGO && back < 0)
			back = k->value + (k->value == 1 && i > 0 &&
			    is_day_before(&t->at[i - 1 - (i > 1 && t->at[i -
			    1].type == DATE_SIGN)]));
	}
	if (find_joined(t, &unit, &count) ||
	    ((ago || last) && find_unit(t, &unit, &count)))
		return go_back(unit, count, fetched, d);
	if (back >= 0)
		return go_back(DATE_DAY, back, fetched, d);
	return false;
}
