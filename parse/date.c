/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date.h"

#include <stdlib.h>
#include <strings.h>

#include "date_jalali.h"
#include "date_token.h"

enum {
	YEAR_MIN = 1900, YEAR_MAX = 2150,
	THAI_MIN = 2443, THAI_MAX = 2600, THAI_AHEAD = 543,
	NEAR = 3,			/* tokens between day and month */
	DAY_SECONDS = 86400,
};

/* ---- year, month and day ---- */

static bool
is_year(const struct date_token *k)
{
	return k->type == DATE_NUMBER && !k->used && k->digits == 4 &&
	    ((k->number >= YEAR_MIN && k->number <= YEAR_MAX) ||
	    (k->number >= DATE_JALALI_MIN && k->number <= DATE_JALALI_MAX) ||
	    (k->number >= THAI_MIN && k->number <= THAI_MAX));
}

static bool
is_small(const struct date_token *k)
{
	return k->type == DATE_NUMBER && !k->used && k->digits <= 2 &&
	    k->number >= 1 && k->number <= 31;
}

static bool
set_date(struct calendar_date *d, int64_t year, int64_t month, int64_t day)
{
	if (year >= DATE_JALALI_MIN && year <= DATE_JALALI_MAX)
		return date_set_jalali(d, (int)year, (int)month, (int)day);
	if (year >= THAI_MIN)
		year -= THAI_AHEAD;
	d->year = (int)year;
	d->month = (int)month;
	d->day = (int)day;
	d->precision = day > 0 ? CALENDAR_DAY :
	    month > 0 ? CALENDAR_MONTH : CALENDAR_YEAR;
	return calendar_is_valid(d->year, month > 0 ? d->month : 1,
	    day > 0 ? d->day : 1);
}

static int64_t
full_year(const struct date_token *k)
{
	if (k->digits != 2)
		return k->number;
	return k->number < 70 ? 2000 + k->number : 1900 + k->number;
}

static struct date_token *
find_year(struct date_tokens *t)
{
	size_t i;

	for (i = 0; i < t->count; i++)
		if (is_year(&t->at[i]))
			return &t->at[i];
	return NULL;
}

/* The day beside a month's word: before it where there is one, else behind. */
static struct date_token *
find_day(struct date_tokens *t, size_t month)
{
	size_t i;

	for (i = month; i > 0 && month - i < NEAR; i--)
		if (is_small(&t->at[i - 1]))
			return &t->at[i - 1];
	for (i = month + 1; i < t->count && i - month <= NEAR; i++)
		if (is_small(&t->at[i]))
			return &t->at[i];
	return NULL;
}

/* "listopad" is October in Zagreb and November in Prague and Warsaw. */
static int
month_of(const struct date_token *k, struct text language)
{
	static const char *const november[] = {"listopad", "listopada", "lis"};
	bool west = language.length >= 2 &&
	    (strncasecmp(language.bytes, "pl", 2) == 0 ||
	    strncasecmp(language.bytes, "cs", 2) == 0);
	size_t i;

	for (i = 0; west && i < sizeof(november) / sizeof(november[0]); i++)
		if (strcmp(k->word, november[i]) == 0)
			return 11;
	return k->value;
}

/* The month that token i names (with the next one for the Levant's "كانون
 * الثاني"), 0 if none. */
static int
month_at(const struct date_tokens *t, size_t i, struct text language,
	bool has_year)
{
	const struct date_token *k = &t->at[i];

	if (k->type != DATE_WORD)
		return 0;
	if (k->kind == DATE_MONTH || k->kind == DATE_JALALI)
		return month_of(k, language);
	if (k->kind == DATE_AGO && has_year && strcmp(k->word, "ago") == 0)
		return 8;
	if (k->kind != DATE_PREFIX || i + 1 >= t->count)
		return 0;
	if (t->at[i + 1].kind == DATE_FIRST)
		return k->value;
	if (t->at[i + 1].kind == DATE_SECOND_ONE)
		return k->value == 12 ? 1 : 11;
	return 0;
}

static bool
read_words(struct date_tokens *t, struct text language,
	struct calendar_date *d)
{
	struct date_token *year = find_year(t), *day;
	size_t i;

	for (i = 0; i < t->count; i++) {
		int month = month_at(t, i, language, year != NULL);

		if (month == 0)
			continue;
		day = find_day(t, i);
		if (year == NULL) {
			/* "24 Oct '11": the number that is not the day. */
			size_t j = i + 1;

			while (j < t->count && (&t->at[j] == day ||
			    t->at[j].type != DATE_NUMBER ||
			    t->at[j].used || t->at[j].digits != 2))
				j++;
			if (j == t->count || day == NULL)
				continue;
			year = &t->at[j];
		}
		if (t->at[i].kind == DATE_JALALI &&
		    (year->number < DATE_JALALI_MIN ||
		    year->number > DATE_JALALI_MAX))
			continue;
		return set_date(d, full_year(year), month,
		    day ? day->number : 0);
	}
	return false;
}

/* "年", "월", "日" and their like behind a number. */
static bool
is_marked(const struct date_tokens *t, size_t i, const char *const *marks)
{
	const struct date_token *next;

	if (i + 1 >= t->count || t->at[i].type != DATE_NUMBER ||
	    t->at[i].used)
		return false;
	next = &t->at[i + 1];
	for (; next->type == DATE_WORD && *marks != NULL; marks++)
		if (strncmp(next->word, *marks, strlen(*marks)) == 0)
			return true;
	return false;
}

static bool
read_marked(const struct date_tokens *t, struct calendar_date *d)
{
	static const char *const years[] = {"年", "년", NULL};
	static const char *const months[] = {"月", "월", NULL};
	static const char *const days[] = {"日", "일", NULL};
	int64_t year = 0, month = 0, day = 0;
	size_t i;

	for (i = 0; i < t->count; i++) {
		if (is_year(&t->at[i]) && is_marked(t, i, years))
			year = t->at[i].number;
		else if (month == 0 && is_marked(t, i, months))
			month = t->at[i].number;
		else if (day == 0 && is_marked(t, i, days))
			day = t->at[i].number;
	}
	return year > 0 && month > 0 && set_date(d, year, month, day);
}

/* ---- numbers only ---- */

enum order { DAY_FIRST, MONTH_FIRST, UNKNOWN_ORDER };

static enum order
order_of(struct text language, char sign, bool twelve_hours)
{
	if (sign == '.')
		return DAY_FIRST;
	if (language.length >= 2 && strncasecmp(language.bytes, "en", 2) == 0 &&
	    (language.length == 2 || (language.length == 5 &&
	    strncasecmp(language.bytes + 3, "us", 2) == 0)))
		return MONTH_FIRST;
	if (language.length >= 2 && strncasecmp(language.bytes, "un", 2) != 0)
		return DAY_FIRST;
	if (twelve_hours)
		return MONTH_FIRST;
	return sign == '/' ? UNKNOWN_ORDER : DAY_FIRST;
}

static bool
set_ordered(struct calendar_date *d, int64_t year, int64_t a, int64_t b,
	enum order order)
{
	if (a > 12 && b <= 12)
		order = DAY_FIRST;
	else if (b > 12 && a <= 12)
		order = MONTH_FIRST;
	if (order == UNKNOWN_ORDER && a != b)
		return set_date(d, year, 0, 0);
	return order == MONTH_FIRST ? set_date(d, year, a, b) :
	    set_date(d, year, b, a);
}

static bool
is_separator(const struct date_token *k)
{
	return k->type == DATE_SIGN && k->sign != '\0' &&
	    strchr("./-", k->sign) != NULL;
}

/* 2020.10.07, 2/4/2025, 04-02-25 */
static bool
read_triple(struct date_token *k, struct text language, bool twelve_hours,
	struct calendar_date *d)
{
	if (is_year(&k[0]) && is_small(&k[2]) && is_small(&k[4]))
		return set_date(d, k[0].number, k[2].number, k[4].number);
	if (is_small(&k[0]) && is_small(&k[2]) && (is_year(&k[4]) ||
	    (k[4].type == DATE_NUMBER && k[4].digits == 2)))
		return set_ordered(d, full_year(&k[4]), k[0].number,
		    k[2].number, order_of(language, k[1].sign, twelve_hours));
	return false;
}

static bool
read_numbers(struct date_tokens *t, struct text language, bool twelve_hours,
	struct calendar_date *d)
{
	size_t i;

	for (i = 0; i + 4 < t->count; i++)
		if (is_separator(&t->at[i + 1]) && is_separator(&t->at[i + 3])
		    && read_triple(&t->at[i], language, twelve_hours, d))
			return true;
	for (i = 0; i + 2 < t->count; i++) {
		struct date_token *k = &t->at[i];

		if (!is_separator(&k[1]))
			continue;
		if (is_year(&k[0]) && is_small(&k[2]) && k[2].number <= 12)
			return set_date(d, k[0].number, k[2].number, 0);
		if (is_small(&k[0]) && k[0].number <= 12 && is_year(&k[2]))
			return set_date(d, k[2].number, k[0].number, 0);
	}
	return false;
}

/* 20050418, 200502 and, alone, 2005; behind it perhaps a word "T". */
static bool
read_compact(struct date_tokens *t, struct calendar_date *d)
{
	struct date_token *k = &t->at[0];
	int64_t n = k->number;

	if (k->type != DATE_NUMBER || k->used)
		return false;
	if (k->digits == 8 && n / 10000 >= YEAR_MIN && n / 10000 <= YEAR_MAX)
		return set_date(d, n / 10000, n / 100 % 100, n % 100);
	if (t->count > 1)
		return false;
	if (k->digits == 6 && n / 100 >= YEAR_MIN && n / 100 <= YEAR_MAX)
		return n % 100 > 0 && set_date(d, n / 100, n % 100, 0);
	return k->digits == 4 && n >= YEAR_MIN && n <= YEAR_MAX &&
	    set_date(d, n, 0, 0);
}

static bool
read_epoch(const struct date_tokens *t, struct calendar_date *d)
{
	const struct date_token *k = &t->at[0];
	int64_t seconds = k->number, day;

	if (t->count != 1 || k->type != DATE_NUMBER ||
	    (k->digits != 10 && k->digits != 13))
		return false;
	if (k->digits == 13)
		seconds /= 1000;
	day = seconds / 86400;
	calendar_from_day_number(day, &d->year, &d->month, &d->day);
	d->hour = (int)(seconds % 86400 / 3600);
	d->minute = (int)(seconds % 3600 / 60);
	d->second = (int)(seconds % 60);
	d->has_offset = true;
	d->precision = CALENDAR_SECOND;
	return true;
}

static bool
read_absolute(struct date_tokens *t, struct text language,
	struct calendar_date *d)
{
	struct calendar_date clock = {.year = 0};
	bool twelve = false, timed;

	if (read_epoch(t, d))
		return true;
	timed = date_clock(t, &clock, &twelve);
	if (!read_compact(t, d) && !read_words(t, language, d) &&
	    !read_marked(t, d) && !read_numbers(t, language, twelve, d))
		return false;
	if (!timed || d->precision != CALENDAR_DAY)
		return true;
	d->hour = clock.hour;
	d->minute = clock.minute;
	d->second = clock.second;
	d->offset = clock.offset;
	d->has_offset = clock.has_offset;
	d->precision = clock.precision;
	return true;
}

/* "3 November", "28 Oct": the latest such day before the fetch. */
static bool
read_recent(struct date_tokens *t, struct text language, int64_t fetched,
	struct calendar_date *d)
{
	struct calendar_date now = {.year = 0};
	const struct date_token *day;
	int64_t today = fetched / DAY_SECONDS;
	size_t i;
	int month;

	if (fetched == DATE_NO_INSTANT || fetched < 0)
		return false;
	calendar_from_day_number(today, &now.year, &now.month, &now.day);
	for (i = 0; i < t->count; i++) {
		if (t->at[i].kind != DATE_MONTH ||
		    (month = month_at(t, i, language, false)) == 0)
			continue;
		day = find_day(t, i);
		if (day == NULL)
			return false;
		if (month > now.month ||
		    (month == now.month && day->number > now.day))
			now.year--;
		return set_date(d, now.year, month, day->number);
	}
	return false;
}

static struct text
trimmed(struct text t)
{
	while (t.length > 0 && (unsigned char)t.bytes[0] <= ' ')
		t.bytes++, t.length--;
	while (t.length > 0 && (unsigned char)t.bytes[t.length - 1] <= ' ')
		t.length--;
	return t;
}

bool
date_read(struct text written, struct text language, int64_t fetched,
	struct calendar_date *d)
{
	struct date_tokens t;

	*d = (struct calendar_date){.year = 0};
	written = trimmed(written);
	if (written.length == 0)
		return false;
	/* calendar_read() takes any year; here 1405 is a Persian one. */
	if (calendar_read(written, d) && d->year >= YEAR_MIN &&
	    d->year <= YEAR_MAX)
		return true;
	*d = (struct calendar_date){.year = 0};
	if (!date_tokens_read(written, &t))
		return false;
	if (read_absolute(&t, language, d))
		return true;
	*d = (struct calendar_date){.year = 0};
	if (date_relative(&t, fetched, d))
		return true;
	*d = (struct calendar_date){.year = 0};
	return read_recent(&t, language, fetched, d);
}
