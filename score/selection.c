/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "selection.h"

#include <string.h>

#include "calendar.h"
#include "copies.h"

/* What follows the word. */
enum values { NOTHING, PERHAPS_STARS, A_NAME, A_NAME_AND_LABEL, A_SPAN,
	LANGUAGE_AND_WORD };

static const struct {
	const char *name;
	enum values values;
} whats[SELECT_WHATS] = {
	[SELECT_END] = {"", NOTHING},
	[SELECT_REVIEWS] = {"reviews", NOTHING},
	[SELECT_UNNAMED] = {"unnamed", NOTHING},
	[SELECT_POSTED] = {"posted", NOTHING},
	[SELECT_PUBLIC] = {"public", NOTHING},
	[SELECT_ELSEWHERE] = {"elsewhere", NOTHING},
	[SELECT_POSITIVE] = {"positive", NOTHING},
	[SELECT_NEUTRAL] = {"neutral", NOTHING},
	[SELECT_NEGATIVE] = {"negative", NOTHING},
	[SELECT_SCORED] = {"scored", NOTHING},
	[SELECT_UNSCORED] = {"unscored", NOTHING},
	[SELECT_TEXTLESS] = {"textless", NOTHING},
	[SELECT_REPLIED] = {"replied", NOTHING},
	[SELECT_UNANSWERED] = {"unanswered", NOTHING},
	[SELECT_COMPLAINTS] = {"complaints", NOTHING},
	[SELECT_AGAINST] = {"against", NOTHING},
	[SELECT_WATCHED] = {"watched", NOTHING},
	[SELECT_LONG] = {"long", NOTHING},
	[SELECT_EDITED] = {"edited", NOTHING},
	[SELECT_ANSWERABLE] = {"answerable", NOTHING},
	[SELECT_VANISHED] = {"vanished", NOTHING},
	[SELECT_RECOMMEND] = {"recommend", NOTHING},
	[SELECT_SATISFIED] = {"satisfied", NOTHING},
	[SELECT_STARS] = {"stars", PERHAPS_STARS},
	[SELECT_SOURCE] = {"source", A_NAME},
	[SELECT_KIND] = {"kind", A_NAME},
	[SELECT_LANGUAGE] = {"language", A_NAME},
	[SELECT_MONTH] = {"month", A_NAME},
	[SELECT_ITEM] = {"item", A_NAME},
	[SELECT_DATES] = {"dates", A_SPAN},
	[SELECT_OUTSIDE] = {"outside", A_SPAN},
	[SELECT_SINCE] = {"since", A_NAME},
	[SELECT_ASPECT] = {"aspect", A_NAME_AND_LABEL},
	[SELECT_STAGE] = {"stage", A_NAME_AND_LABEL},
	[SELECT_WORD] = {"word", LANGUAGE_AND_WORD},
	[SELECT_PREFERS] = {"prefers", A_NAME},
	[SELECT_ABOUT] = {"about", A_NAME},
};

/* ---- names ---- */

static bool
is_label(struct text t)
{
	return text_is(t, "pos") || text_is(t, "neu") || text_is(t, "neg") ||
	    text_is(t, "said");
}

/* Takes the value apart; false where it is none. */
static bool
read_value(struct selection_condition *k, struct text value)
{
	size_t at;

	k->value = value;
	k->label = (struct text){NULL, 0};
	switch (whats[k->what].values) {
	case NOTHING:
		return false;
	case PERHAPS_STARS:
		return value.length == 1 && value.bytes[0] >= '1' &&
		    value.bytes[0] <= '5';
	case A_NAME:
		return value.length > 0;
	case A_SPAN:
		for (at = 0; at + 1 < value.length; at++)
			if (memcmp(value.bytes + at, "..", 2) == 0)
				break;
		if (at == 0 || at + 2 >= value.length)
			return false;
		k->value.length = at;
		k->label = (struct text){value.bytes + at + 2,
		    value.length - at - 2};
		return true;
	case A_NAME_AND_LABEL:
		for (at = value.length; at > 0 && value.bytes[at - 1] != '/';)
			at--;
		k->label = (struct text){value.bytes + at, value.length - at};
		if (at > 1 && is_label(k->label))
			k->value.length = at - 1;
		else
			k->label = (struct text){NULL, 0};
		return k->value.length > 0;
	case LANGUAGE_AND_WORD:
		for (at = 0; at < value.length && value.bytes[at] != '/';)
			at++;
		if (at == 0 || at + 1 >= value.length)
			return false;
		k->value.length = at;
		k->label = (struct text){value.bytes + at + 1,
		    value.length - at - 1};
		return true;
	}
	return false;
}

static enum selection_what
what_of(const char *name, size_t length)
{
	int i;

	for (i = SELECT_END + 1; i < SELECT_WHATS; i++)
		if (strlen(whats[i].name) == length &&
		    memcmp(whats[i].name, name, length) == 0)
			return (enum selection_what)i;
	return SELECT_END;
}

static bool read_conditions(struct selection *f, const char *rest);

/* The shortest value that leaves conditions behind it, else all. */
static bool
read_with_value(struct selection *f, struct selection_condition *k,
	const char *from)
{
	const char *end = from;

	do {
		end += strcspn(end + 1, "/") + 1;
		if (read_value(k, (struct text){from, (size_t)(end - from)}) &&
		    (*end == '\0' || read_conditions(f, end + 1)))
			return true;
	} while (*end != '\0');
	return false;
}

/* Everything behind the brand's slash; false where it is no figure.  As deep
 * as there are conditions. */
static bool
read_conditions(struct selection *f, const char *rest)
{
	size_t length = strcspn(rest, "/"), before = f->count;
	struct selection_condition *k = &f->condition[before];
	enum values values;

	if (before == SELECTION_CONDITIONS)
		return false;
	*k = (struct selection_condition){.what = what_of(rest, length)};
	if (k->what == SELECT_END)
		return false;
	values = whats[k->what].values;
	f->count++;
	if ((values == NOTHING || values == PERHAPS_STARS) &&
	    (rest[length] == '\0' || read_conditions(f, rest + length + 1)))
		return true;
	f->count = before + 1;
	if (values != NOTHING && rest[length] != '\0' &&
	    rest[length + 1] != '\0' &&
	    read_with_value(f, k, rest + length + 1))
		return true;
	f->count = before;
	return false;
}

/* %2F and %25 as what they stand for, in their place. */
static void
decode(struct text *t)
{
	char *at = (char *)(uintptr_t)t->bytes, *to = at;
	size_t i;

	for (i = 0; i < t->length; i++, to++) {
		bool slash = i + 2 < t->length &&
		    memcmp(at + i, "%2F", 3) == 0;
		bool percent = i + 2 < t->length &&
		    memcmp(at + i, "%25", 3) == 0;

		*to = slash ? '/' : percent ? '%' : at[i];
		i += slash || percent ? 2 : 0;
	}
	t->length = (size_t)(to - at);
}

static void
decode_all(struct selection *f)
{
	size_t i;

	if (!text_is_absent(f->brand))
		decode(&f->brand);
	for (i = 0; i < f->count; i++) {
		if (!text_is_absent(f->condition[i].value))
			decode(&f->condition[i].value);
		if (!text_is_absent(f->condition[i].label))
			decode(&f->condition[i].label);
	}
}

int
selection_read(struct selection *f, char *name,
	struct complaint *c)
{
	const char *slash;

	*f = (struct selection){.count = 0};
	for (slash = strchr(name, '/'); slash != NULL;
	    slash = strchr(slash + 1, '/')) {
		f->brand = slash == name ? (struct text){NULL, 0} :
		    (struct text){name, (size_t)(slash - name)};
		if (read_conditions(f, slash + 1)) {
			decode_all(f);
			return 0;
		}
	}
	return complain(c, 0, "%.80s: selects no reviews; see sayso-score(1)",
	    name);
}

static void
encode(struct buffer *to, struct text t)
{
	size_t i;

	for (i = 0; i < t.length; i++)
		if (t.bytes[i] == '/' || t.bytes[i] == '%')
			buffer_add_format(to, "%%%02X",
			    (unsigned char)t.bytes[i]);
		else
			buffer_add_char(to, t.bytes[i]);
}

int
selection_name(struct buffer *to, const struct selection *f)
{
	size_t i;

	encode(to, f->brand);
	for (i = 0; i < f->count; i++) {
		const struct selection_condition *k = &f->condition[i];

		buffer_add_char(to, '/');
		buffer_add_string(to, whats[k->what].name);
		if (!text_is_absent(k->value)) {
			buffer_add_char(to, '/');
			encode(to, k->value);
		}
		if (!text_is_absent(k->label)) {
			buffer_add_string(to, whats[k->what].values ==
			    A_SPAN ? ".." : "/");
			encode(to, k->label);
		}
	}
	return to->failed ? -1 : 0;
}

/* ---- reviews ---- */

static int
whole_stars(const struct review *r)
{
	int32_t stars;

	if (text_is(r->kind, "survey") || !review_stars(r, &stars))
		return 0;
	return (stars + 5000) / 10000;
}

/* The review's stand on all mentions together, as the tallies have it. */
static bool
speaks_of(const struct selection_condition *k, const struct sentiment *s)
{
	bool mentioned = false, said = false;
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < s->aspects; i++) {
		const struct sentiment_aspect *a = &s->aspect[i];

		if (!text_is(k->value, k->what == SELECT_ASPECT ?
		    a->aspect : a->stage))
			continue;
		mentioned = true;
		said |= a->label != SENTIMENT_UNSCORED;
		sum += a->score;
	}
	if (!mentioned || text_is_absent(k->label))
		return mentioned;
	return said && (text_is(k->label, "said") || text_is(k->label,
	    sum > 0 ? "pos" : sum < 0 ? "neg" : "neu"));
}

static bool
has_label(enum selection_what what, const struct sentiment *s)
{
	bool scored = s->label != SENTIMENT_UNSCORED;

	switch (what) {
	case SELECT_POSITIVE: return s->label == SENTIMENT_POS;
	case SELECT_NEUTRAL: return s->label == SENTIMENT_NEU;
	case SELECT_NEGATIVE: return s->label == SENTIMENT_NEG;
	case SELECT_SCORED: return scored;
	case SELECT_TEXTLESS: return !scored &&
	    s->reason == SENTIMENT_NO_TEXT;
	default: return !scored && s->reason != SENTIMENT_NO_TEXT;
	}
}

static int
compare_starts(struct text written, struct text with)
{
	int order;

	if (written.length > with.length)
		written.length = with.length;
	order = memcmp(written.bytes, with.bytes, written.length);
	return order != 0 ? order : written.length < with.length ? -1 : 0;
}

/* A date that is less precise than the bounds is on neither side. */
static bool
is_between(struct text written, const struct selection_condition *k)
{
	struct calendar_date read;

	return !text_is_absent(written) &&
	    written.length >= k->value.length &&
	    calendar_read(written, &read) &&
	    compare_starts(written, k->value) >= 0 &&
	    compare_starts(written, k->label) <= 0;
}

static bool
is_month(struct text written, struct text month)
{
	struct calendar_date read;

	if (text_is_absent(written) || !calendar_read(written, &read))
		return text_is(month, "unknown");
	if (written.length > 7)
		written.length = 7;
	return text_equals(written, month);
}

static bool
is_named(struct text has, struct text name)
{
	return text_is_absent(has) ? text_is(name, "unknown") :
	    text_equals(has, name);
}

/* Words as the tallies and sayso.db write them: the negator on its side. */
static bool
is_words(struct text word, const struct sentiment_term *t)
{
	const char *first = t->negator, *second = t->term;
	size_t length;

	if (first == NULL)
		return text_is(word, second);
	if (t->behind) {
		first = t->term;
		second = t->negator;
	}
	length = strlen(first);
	return word.length == length + 1 + strlen(second) &&
	    memcmp(word.bytes, first, length) == 0 &&
	    word.bytes[length] == ' ' && memcmp(word.bytes + length + 1,
	    second, strlen(second)) == 0;
}

static bool
has_word(const struct selection_condition *k, const struct sentiment *s)
{
	size_t i;

	for (i = 0; i < s->count; i++)
		if (s->term[i].weight != 0 &&
		    text_is(k->value, s->term[i].language) &&
		    is_words(k->label, &s->term[i]))
			return true;
	return false;
}

static bool
is_answer(const struct review *r, enum selection_what what)
{
	size_t i;

	if (!text_is(r->kind, "survey") || text_is_absent(r->rating) ||
	    !text_is(r->best, what == SELECT_RECOMMEND ? "10" : "5"))
		return false;
	for (i = 0; i < r->rating.length; i++)
		if (r->rating.bytes[i] < '0' || r->rating.bytes[i] > '9')
			return false;
	if (what == SELECT_SATISFIED)
		return r->rating.length == 1 && r->rating.bytes[0] >= '1' &&
		    r->rating.bytes[0] <= '5';
	return r->rating.length == 1 || text_is(r->rating, "10");
}

static bool
is_watched(const struct review *r)
{
	struct calendar_date published, fetched;

	return !text_is(r->kind, "survey") &&
	    !text_is_absent(r->published) && r->published.length >= 10 &&
	    calendar_read(r->published, &published) &&
	    !text_is_absent(r->capture.fetched) &&
	    calendar_read(r->capture.fetched, &fetched) &&
	    fetched.precision >= CALENDAR_DAY;
}

static bool
is_unanswered(const struct review *r, const struct sentiment *s)
{
	int32_t stars;
	bool rated = review_stars(r, &stars);

	return text_is_absent(r->reply) && !text_is(r->kind, "survey") &&
	    ((rated && stars <= 20000) || (s->label == SENTIMENT_NEG &&
	    !(rated && stars >= 40000)));
}

static bool
prefers(const struct selection *f, const struct selection_condition *k,
	const struct sentiment *s)
{
	size_t i, n;

	for (i = 0; i < s->comparisons; i++) {
		const struct sentiment_comparison *c = &s->comparison[i];
		bool about = true;

		for (n = 0; n < f->count; n++)
			if (f->condition[n].what == SELECT_ABOUT)
				about = text_equals(text_of(c->aspect),
				    f->condition[n].value);
		if (about && text_equals(f->brand, c->preferred == NULL ?
		    s->subject : text_of(c->preferred)) &&
		    text_equals(k->value, c->over == NULL ? s->subject :
		    text_of(c->over)))
			return true;
	}
	return false;
}

/* Runs are named by their time, and what follows. */
static bool
is_later(struct text run, struct text than)
{
	return compare_starts(run, than) > 0;
}

static bool
is_new(const struct review *r, struct text since)
{
	struct text run = r->capture.file;
	size_t slash = run.length;

	while (slash > 0 && run.bytes[slash - 1] != '/')
		slash--;
	run = (struct text){run.bytes + slash, run.length - slash};
	return slash > 0 && !text_is(r->kind, "survey") &&
	    is_later(run, since) && (text_is_absent(r->first_run) ||
	    is_later(r->first_run, since));
}

static bool
is_of_value(const struct selection *f, const struct selection_condition *k,
	const struct review *r, const struct sentiment *s)
{
	int stars = whole_stars(r);

	switch (k->what) {
	case SELECT_STARS:
		return stars > 0 && (text_is_absent(k->value) ||
		    k->value.bytes[0] == '0' + stars);
	case SELECT_SOURCE: return is_named(r->source, k->value);
	case SELECT_KIND: return is_named(r->kind, k->value);
	case SELECT_LANGUAGE:
		return text_equals(text_of(s->language), k->value);
	case SELECT_MONTH: return is_month(r->published, k->value);
	case SELECT_ITEM: return text_equals(r->item, k->value);
	case SELECT_DATES: return is_between(r->published, k);
	case SELECT_SINCE: return is_new(r, k->value);
	case SELECT_OUTSIDE: return !is_between(r->published, k);
	case SELECT_WORD: return has_word(k, s);
	case SELECT_PREFERS: return prefers(f, k, s);
	case SELECT_ABOUT: return true;	/* see prefers() */
	default: return speaks_of(k, s);
	}
}

static bool
is_long(const struct review *r)
{
	uint64_t least;

	return !text_is(r->kind, "survey") && copies_least(r->body, &least);
}

static bool
is_true(const struct selection *f, const struct selection_condition *k,
	const struct review *r, const struct sentiment *s)
{
	bool survey = text_is(r->kind, "survey");
	bool own_site = text_is(r->kind, "own-site");
	int stars;

	switch (k->what) {
	case SELECT_REVIEWS: return true;
	case SELECT_UNNAMED: return text_is_absent(r->brand);
	case SELECT_POSTED: return !survey;
	case SELECT_PUBLIC: return !survey && !own_site;
	case SELECT_ELSEWHERE: return !own_site;
	case SELECT_REPLIED: return !survey && !text_is_absent(r->reply);
	case SELECT_UNANSWERED: return is_unanswered(r, s);
	case SELECT_COMPLAINTS:
		stars = whole_stars(r);
		return !survey && ((stars > 0 && stars <= 2) ||
		    (s->label == SENTIMENT_NEG && stars < 4));
	case SELECT_AGAINST:
		stars = whole_stars(r);
		return stars > 0 && ((s->label == SENTIMENT_POS &&
		    stars <= 2) || (s->label == SENTIMENT_NEG && stars >= 4));
	case SELECT_WATCHED: return is_watched(r);
	case SELECT_LONG: return is_long(r);
	case SELECT_EDITED: return !survey && r->before.known;
	case SELECT_ANSWERABLE: return !survey && f->facts != NULL &&
	    selection_facts_answerable(f->facts, r);
	case SELECT_VANISHED: return f->facts != NULL &&
	    selection_facts_vanished(f->facts, r);
	case SELECT_RECOMMEND: case SELECT_SATISFIED:
		return is_answer(r, k->what);
	case SELECT_POSITIVE: case SELECT_NEUTRAL: case SELECT_NEGATIVE:
	case SELECT_SCORED: case SELECT_UNSCORED: case SELECT_TEXTLESS:
		return has_label(k->what, s);
	default: return is_of_value(f, k, r, s);
	}
}

bool
selection_has(const struct selection *f, const struct review *r,
	const struct sentiment *s)
{
	bool of_brand = text_is_absent(f->brand) ||
	    text_equals(f->brand, r->brand);
	size_t i;

	for (i = 0; i < f->count; i++) {
		if (f->condition[i].what == SELECT_PREFERS)
			of_brand = true;
		if (!is_true(f, &f->condition[i], r, s))
			return false;
	}
	return of_brand;
}
