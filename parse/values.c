/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "values.h"

#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "plain.h"
#include "rating.h"

enum {
	SCALE_MAX = 64,			/* a filled "best" or "worst" */
	LANGUAGE_MAX = 35,		/* RFC 5646 4.4.1 */
	WORD_MAX = 40,			/* a rating in words */
};

static const struct text absent;

static struct text
trimmed(struct text t)
{
	while (t.length > 0 && strchr(" \t\r\n", t.bytes[0]) != NULL &&
	    t.bytes[0] != '\0') {
		t.bytes++;
		t.length--;
	}
	while (t.length > 0 && t.bytes[t.length - 1] != '\0' &&
	    strchr(" \t\r\n", t.bytes[t.length - 1]) != NULL)
		t.length--;
	return t.length > 0 ? t : absent;
}

static bool
is_zero(struct text t)
{
	size_t i;
	bool digit = false;

	for (i = 0; i < t.length; i++) {
		if (t.bytes[i] != '0' && t.bytes[i] != '.')
			return false;
		digit = digit || t.bytes[i] == '0';
	}
	return digit;
}

static struct text
mapped(const struct recipe_field *f, struct text t)
{
	size_t i;

	for (i = 0; i < f->map_count; i++)
		if (text_is(t, f->map[i].name))
			return trimmed(f->map[i].value);
	return t;
}

static struct text
raw_value(const struct values_record *record, const struct recipe_field *f,
	struct arena *a)
{
	struct text t = absent;
	size_t i;

	for (i = 0; i < f->path_count && text_is_absent(t); i++)
		t = trimmed(record->at(record->record, f->path[i], a));
	if (text_is_absent(t))
		t = f->fixed;
	if (!text_is_absent(t))
		t = mapped(f, t);
	return f->zero_is_absent && is_zero(t) ? absent : t;
}

static struct text
words(const struct recipe_field *f, struct text t, struct arena *a)
{
	if (text_is_absent(t))
		return t;
	return f->format == RECIPE_VALUE_HTML ? plain_markup(a, t) :
	    plain_text(a, t);
}

static struct text
kept(struct arena *a, const char *string)
{
	const char *copy = string[0] == '\0' ? NULL : arena_string(a, string);

	return text_of(copy);
}

/* Whole seconds since 1970 out of digits that may have a fraction. */
static bool
read_epoch(struct text t, int64_t unit, int64_t *to)
{
	size_t i;
	int64_t value = 0;

	for (i = 0; i < t.length && t.bytes[i] >= '0' && t.bytes[i] <= '9';
	    i++) {
		if (i >= 16)
			return false;
		value = value * 10 + (t.bytes[i] - '0');
	}
	if (i == 0 || (i < t.length && t.bytes[i] != '.'))
		return false;
	*to = value / unit;
	return *to > 0 && *to < INT64_C(253402300800);	/* year 10000 */
}

static struct text
date_value(const struct recipe_field *f, struct text t,
	const struct records_how *how)
{
	char written[CALENDAR_TEXT];
	struct calendar_date d;
	int64_t instant;

	if (text_is_absent(t))
		return t;
	if (f->format == RECIPE_VALUE_EPOCH ||
	    f->format == RECIPE_VALUE_EPOCH_MS) {
		if (!read_epoch(t, f->format == RECIPE_VALUE_EPOCH ? 1 : 1000,
		    &instant))
			return absent;
		return kept(how->arena, calendar_write_instant(instant,
		    written));
	}
	t = words(f, t, how->arena);
	if (text_is_absent(t) || !date_read(t, how->language, how->fetched, &d))
		return absent;
	return kept(how->arena, calendar_write(&d, written));
}

/* The recipe's "best" or "worst", which may stand for a parameter. */
static struct text
scale(struct text template, const struct records_how *how)
{
	const struct recipe_fill with = {
		.recipe = how->recipe, .row = how->row,
		.as = RECIPE_FILL_PLAIN, .hide = true,
	};
	struct complaint ignored;
	struct buffer room;
	struct text result = absent;

	if (text_is_absent(template) || memchr(template.bytes, '{',
	    template.length) == NULL)
		return template;
	if (how->detected)
		return absent;
	buffer_init(&room, SCALE_MAX);
	if (recipe_fill(&room, template.bytes, &with, &ignored) == 1)
		result = kept(how->arena, room.bytes);
	buffer_release(&room);
	return result;
}

static void
rate(struct review *r, const struct values_record *record,
	const struct records_how *how)
{
	const struct recipe_field *f = &how->recipe->field[RECIPE_RATING];
	struct text value = raw_value(record, f, how->arena);
	struct text best = scale(f->best, how), worst = scale(f->worst, how);
	struct rating read;

	if (text_is_absent(value))
		return;
	if (f->format == RECIPE_VALUE_HTML)
		value = words(f, value, how->arena);
	if (f->best_path != NULL) {
		struct text own = trimmed(record->at(record->record,
		    f->best_path, how->arena));

		if (!text_is_absent(own))
			best = own;
	}
	if (rating_fields(value, best, worst, &read)) {
		r->rating = kept(how->arena, read.value);
		r->best = kept(how->arena, read.best);
		r->worst = kept(how->arena, read.worst);
	} else if (value.length <= WORD_MAX && value.bytes[0] != '-') {
		r->rating = plain_text(how->arena, value);
	}
}

struct text
values_language(struct text declared, struct arena *a)
{
	size_t i, part = 0;
	char *tag;

	declared = trimmed(declared);
	if (text_is_absent(declared) || declared.length > LANGUAGE_MAX ||
	    (tag = arena_copy(a, declared.bytes, declared.length)) == NULL)
		return absent;
	for (i = 0; i < declared.length; i++) {
		char lower = (char)(tag[i] | 0x20);

		if (tag[i] == '_')
			tag[i] = '-';
		if (tag[i] == '-') {
			if (i - part < (part == 0 ? 2u : 1u) || i - part > 8 ||
			    (part == 0 && i > 3))
				return absent;
			part = i + 1;
		} else if (!(lower >= 'a' && lower <= 'z') &&
		    !(part > 0 && tag[i] >= '0' && tag[i] <= '9')) {
			return absent;
		}
	}
	if (i - part < (part == 0 ? 2u : 1u) || i - part > (part == 0 ? 3 : 8))
		return absent;
	return (struct text){tag, declared.length};
}

static struct text
truth(struct text t)
{
	static const char *const yes[] = {"true", "1", "yes", "True", "Yes"};
	static const char *const no[] = {"false", "0", "no", "False", "No"};
	size_t i;

	for (i = 0; i < sizeof(yes) / sizeof(*yes); i++) {
		if (text_is(t, yes[i]))
			return text_of("true");
		if (text_is(t, no[i]))
			return text_of("false");
	}
	return absent;
}

static struct text
count_value(struct text t, struct arena *a)
{
	char digits[RATING_DIGITS];
	size_t i;

	for (i = 0; i < t.length; i++)
		if (rating_number((struct text){t.bytes + i, t.length - i},
		    digits) > 0)
			return i > 0 && t.bytes[i - 1] == '-' ? absent :
			    kept(a, digits);
	return absent;
}

static void
describe(struct review *r, const struct values_record *record,
	const struct records_how *how)
{
	const struct recipe_field *f = how->recipe->field;
	struct arena *a = how->arena;
	struct {
		enum recipe_field_name field;
		struct text *to;
	} text[] = {
		{RECIPE_TITLE, &r->title}, {RECIPE_TEXT, &r->body},
		{RECIPE_POSITIVE, &r->positive},
		{RECIPE_NEGATIVE, &r->negative}, {RECIPE_AUTHOR, &r->author},
		{RECIPE_REPLY, &r->reply}, {RECIPE_ITEM, &r->item},
		{RECIPE_LOCATION, &r->location}, {RECIPE_VERSION, &r->version},
	}, date[] = {
		{RECIPE_PUBLISHED, &r->published},
		{RECIPE_MODIFIED, &r->modified},
		{RECIPE_REPLY_DATE, &r->reply_date},
	};
	size_t i;

	for (i = 0; i < sizeof(text) / sizeof(*text); i++)
		*text[i].to = words(&f[text[i].field], raw_value(record,
		    &f[text[i].field], a), a);
	for (i = 0; i < sizeof(date) / sizeof(*date); i++)
		*date[i].to = date_value(&f[date[i].field], raw_value(record,
		    &f[date[i].field], a), how);
	r->native_id = raw_value(record, &f[RECIPE_ID], a);
	r->url = raw_value(record, &f[RECIPE_URL], a);
	r->language = values_language(raw_value(record, &f[RECIPE_LANGUAGE],
	    a), a);
	r->upvotes = count_value(raw_value(record, &f[RECIPE_UPVOTES], a), a);
	r->verified = truth(raw_value(record, &f[RECIPE_VERIFIED], a));
}

int
values_take(const struct values_record *record, const struct records_how *how)
{
	const struct recipe *recipe = how->recipe;
	struct review r = {.capture = {.offset = -1}};

	if (recipe->where_path != NULL &&
	    !record->has(record->record, recipe->where_path))
		return 0;
	arena_clear(how->arena);
	describe(&r, record, how);
	rate(&r, record, how);
	/* A reply's date says nothing without the reply. */
	if (text_is_absent(r.reply))
		r.reply_date = absent;
	if (text_is_absent(r.rating) && text_is_absent(r.body) &&
	    text_is_absent(r.title) && text_is_absent(r.positive) &&
	    text_is_absent(r.negative))
		return 0;
	return how->take(how->context, &r);
}
