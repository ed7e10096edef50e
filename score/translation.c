/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "translation_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "calendar.h"
#include "slurp.h"
#include "workspace.h"

/* The primary subtag in lower case; false where it is none of a file. */
static bool
primary_of(const char *language, char to[TRANSLATION_LANGUAGE])
{
	size_t i;

	for (i = 0; language[i] != '\0' && language[i] != '-'; i++) {
		char b = language[i];

		if (i + 1 >= TRANSLATION_LANGUAGE)
			return false;
		b = b >= 'A' && b <= 'Z' ? (char)(b + 32) : b;
		if (b < 'a' || b > 'z')
			return false;
		to[i] = b;
	}
	to[i] = '\0';
	return i >= 2;
}

int
translation_open(struct translation **t, const char *language,
	struct complaint *c)
{
	char primary[TRANSLATION_LANGUAGE], folder[WORKSPACE_PATH_MAX];
	char path[WORKSPACE_PATH_MAX + TRANSLATION_LANGUAGE + 8];
	struct complaint none;
	struct buffer b;
	int result;

	*t = NULL;
	if (language == NULL || !primary_of(language, primary) ||
	    strcmp(primary, "en") == 0 ||
	    workspace_data("words", folder, &none) < 0)
		return 0;
	snprintf(path, sizeof(path), "%s/%s.po", folder, primary);
	if (access(path, F_OK) != 0)
		return 0;
	buffer_init(&b, TRANSLATION_BYTES_MAX);
	result = slurp(path, &b, c);
	if (result == 0)
		result = (*t = translation_read(b.length == 0 ? "" : b.bytes,
		    b.length, primary, path, c)) == NULL ? -1 : 0;
	buffer_release(&b);
	return result;
}

void
translation_close(struct translation *t)
{
	if (t == NULL)
		return;
	arena_release(&t->arena);
	free(t);
}

/* ---- words ---- */

const char *
translation_language(const struct translation *t)
{
	return t == NULL ? "en" : t->language;
}

bool
translation_is_rtl(const struct translation *t)
{
	return strcmp(translation_of(t, "format:direction"), "rtl") == 0;
}

static const struct translation_entry *
find(const struct translation *t, const char *english)
{
	struct translation_entry wanted = {.english = english};

	return t == NULL ? NULL : bsearch(&wanted, t->entry, t->count,
	    sizeof(*t->entry), translation_compare);
}

/* English for the names of formats. */
static const char *
plain_of(const char *english)
{
	static const char *const format[][2] = {
		{"format:direction", "ltr"}, {"format:digits", "0123456789"},
		{"format:decimal", "."}, {"format:group", ","},
		{"format:minus", "\xE2\x88\x92"}, {"format:plus", "+"},
		{"format:percent", "{1}\xC2\xA0%"},
		{"format:date", "{1} {2} {3}"}, {"format:month", "{1} {2}"},
	};
	size_t i;

	for (i = 0; i < sizeof(format) / sizeof(*format); i++)
		if (strcmp(english, format[i][0]) == 0)
			return format[i][1];
	return english;
}

const char *
translation_of(const struct translation *t, const char *english)
{
	const struct translation_entry *e = find(t, english);

	return e == NULL ? plain_of(english) : e->form[0];
}

/* CLDR's cardinal rules for whole numbers. */
static size_t
form_of(const char *language, int64_t n)
{
	int64_t ten = n % 10, hundred = n % 100;
	bool few = ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14);

	if (strcmp(language, "ru") == 0 || strcmp(language, "hr") == 0 ||
	    strcmp(language, "sr") == 0 || strcmp(language, "uk") == 0)
		return ten == 1 && hundred != 11 ? 0 : few ? 1 : 2;
	if (strcmp(language, "ar") == 0)
		return n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 :
		    hundred >= 3 && hundred <= 10 ? 3 : hundred >= 11 ? 4 : 5;
	if (strcmp(language, "pt") == 0 || strcmp(language, "fa") == 0 ||
	    strcmp(language, "fr") == 0)
		return n == 0 || n == 1 ? 0 : 1;
	return n == 1 ? 0 : 1;
}

const char *
translation_of_count(const struct translation *t, const char *one,
	const char *many, int64_t n)
{
	const struct translation_entry *e = find(t, one);
	size_t form;

	if (e == NULL)
		return n == 1 ? one : many;
	form = form_of(t->language, n < 0 ? -n : n);
	while (form > 0 && e->form[form] == NULL)
		form--;
	return e->form[form];
}

/* ---- numbers and dates ---- */

/* The nth character of a UTF-8 string. */
static struct text
character_of(const char *string, size_t n)
{
	struct text t = {string, 0};

	for (;; n--) {
		t.length = *t.bytes != '\0';
		while (((unsigned char)t.bytes[t.length] & 0xC0) == 0x80)
			t.length++;
		if (n == 0 || t.length == 0)
			return t;
		t.bytes += t.length;
	}
}

int
translation_add_number(struct buffer *to, const struct translation *t,
	const char *number)
{
	const char *digits = translation_of(t, "format:digits"), *at;

	for (at = number; *at != '\0'; at++) {
		if (*at >= '0' && *at <= '9') {
			struct text d = character_of(digits,
			    (size_t)(*at - '0'));

			buffer_add(to, d.bytes, d.length);
		} else if (*at == ',') {
			buffer_add_string(to,
			    translation_of(t, "format:group"));
		} else if (*at == '.') {
			buffer_add_string(to,
			    translation_of(t, "format:decimal"));
		} else if (*at == '+') {
			buffer_add_string(to,
			    translation_of(t, "format:plus"));
		} else if (strncmp(at, "\xE2\x88\x92", 3) == 0) {
			buffer_add_string(to,
			    translation_of(t, "format:minus"));
			at += 2;
		} else {
			buffer_add_char(to, *at);
		}
	}
	return to->failed ? -1 : 0;
}

static const char *
month_of(const struct translation *t, int month)
{
	static const char *const name[] = {"January", "February", "March",
	    "April", "May (in a date)", "June", "July", "August",
	    "September", "October", "November", "December"};
	const char *found = translation_of(t, name[month - 1]);

	return strcmp(found, "May (in a date)") == 0 ? "May" : found;
}

static const char *
short_month_of(const struct translation *t, int month)
{
	static const char *const name[] = {"Jan", "Feb", "Mar", "Apr", "May",
	    "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

	return translation_of(t, name[month - 1]);
}

/* {1} {2} {3} of a form replaced by day, month and year. */
static void
add_form(struct buffer *to, const struct translation *t, const char *form,
	const char *const piece[3])
{
	for (; *form != '\0'; form++) {
		if (form[0] == '{' && form[1] >= '1' && form[1] <= '3' &&
		    form[2] == '}') {
			translation_add_number(to, t, piece[form[1] - '1']);
			form += 2;
		} else {
			buffer_add_char(to, *form);
		}
	}
}

int
translation_add_date(struct buffer *to, const struct translation *t,
	const char *date)
{
	char day[CALENDAR_TEXT], year[CALENDAR_TEXT];
	struct calendar_date d;

	if (!calendar_read(text_of(date), &d) ||
	    d.precision == CALENDAR_YEAR)
		return translation_add_number(to, t, date);
	snprintf(day, sizeof(day), "%d", d.day);
	snprintf(year, sizeof(year), "%d", d.year);
	/* Alone a month has its plain name, which in many languages is not
	 * that in a date. */
	if (d.precision == CALENDAR_MONTH)
		add_form(to, t, translation_of(t, "format:month"),
		    (const char *const[]){t == NULL ? month_of(t, d.month) :
		    short_month_of(t, d.month), year, ""});
	else
		add_form(to, t, translation_of(t, "format:date"),
		    (const char *const[]){day, month_of(t, d.month), year});
	return to->failed ? -1 : 0;
}
