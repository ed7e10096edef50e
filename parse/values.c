/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "values.h"

#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "date_words.h"
#include "plain.h"
#include "rating.h"
#include "rating_number.h"

enum {
	SCALE_MAX = 64,			/* a filled "best" or "worst" */
	LANGUAGE_MAX = 35,		/* RFC 5646 4.4.1 */
	WORD_MAX = 40,			/* a rating in words */
};

static const struct text absent;

static struct text
trimmed(struct text t)
{
	t = text_trimmed(t);
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

/* Of several places the first that holds a date, not the first that holds
 * something. */
static struct text
date_of(const struct values_record *record, const struct recipe_field *f,
	const struct records_how *how)
{
	struct text date = absent, t;
	size_t i;

	if (!text_is_absent(f->fixed))
		return date_value(f, f->fixed, how);
	for (i = 0; i < f->path_count && text_is_absent(date); i++) {
		t = trimmed(record->at(record->record, f->path[i],
		    how->arena));
		if (!text_is_absent(t))
			t = mapped(f, t);
		if (!text_is_absent(t) && !(f->zero_is_absent && is_zero(t)))
			date = date_value(f, t, how);
	}
	return date;
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

/* A rating that is shown; its own scale counts before the recipe's. */
static void
rate_by_stars(struct review *r, const struct values_record *record,
	const struct records_how *how)
{
	const struct recipe_field *f = &how->recipe->field[RECIPE_RATING];
	struct rating read;
	size_t i;

	for (i = 0; i < f->path_count; i++) {
		if (!record->stars(record->record, f->path[i], how->arena,
		    &read) || rating_is_unrated(&read))
			continue;
		r->rating = kept(how->arena, read.value);
		r->best = read.best[0] != '\0' ? kept(how->arena, read.best) :
		    f->best;
		r->worst = kept(how->arena, read.worst);
		return;
	}
}

static void
rate(struct review *r, const struct values_record *record,
	const struct records_how *how)
{
	const struct recipe_field *f = &how->recipe->field[RECIPE_RATING];
	struct text value;
	struct text best = scale(f->best, how), worst = scale(f->worst, how);
	struct rating read;

	if (f->format == RECIPE_VALUE_STARS && record->stars != NULL) {
		rate_by_stars(r, record, how);
		return;
	}
	value = raw_value(record, f, how->arena);
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

/* "One person found this helpful", "Una persona l'ha trovato utile": one of
 * the first two words. */
static struct text
count_in_words(struct text t)
{
	static const char digits[] = "0\0001\0002\0003\0004\0005\0006";
	char folded[DATE_WORD_MAX];
	size_t start = 0, end, words_seen = 0;
	int n;

	for (; start < t.length && words_seen++ < 2; start = end + 1) {
		struct text word = {t.bytes + start, 0};
		size_t length;

		for (end = start; end < t.length && t.bytes[end] != ' '; end++)
			;
		word.length = end - start;
		length = date_fold(word, folded);
		if (length > 1 && date_word_look_up(folded, length, &n) ==
		    DATE_COUNT && n > 0 && n < 7)
			return (struct text){digits + 2 * n, 1};
	}
	return absent;
}

static struct text
count_value(struct text t, struct arena *a)
{
	char digits[RATING_DIGITS];
	size_t i;

	for (i = 0; i < t.length; i++) {
		struct text rest = {t.bytes + i, t.length - i};

		if (rating_number(rest, digits) == 0)
			continue;
		if (i > 0 && t.bytes[i - 1] == '-')
			return absent;
		return rating_count(rest, digits) ? kept(a, digits) : absent;
	}
	return count_in_words(t);
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
		*date[i].to = date_of(record, &f[date[i].field], how);
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

	if (recipe->where_path != NULL && record->has(record->record,
	    recipe->where_path) == recipe->where_absent)
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
