/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "selection.h"

#include <string.h>

#include "calendar.h"
#include "copies.h"
#include "survey.h"

static int
whole_stars(const struct review *r)
{
	int32_t stars;

	if (review_is_survey(r) || !review_stars(r, &stars))
		return 0;
	return review_whole_stars(stars);
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
is_watched(const struct review *r)
{
	struct calendar_date published, fetched;

	return !review_is_survey(r) &&
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

	return text_is_absent(r->reply) && !review_is_survey(r) &&
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
		if (about &&
		    text_equals(f->brand, sentiment_preferred(s, c)) &&
		    text_equals(k->value, sentiment_over(s, c)))
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
	struct text row, run;

	return !review_is_survey(r) &&
	    review_capture_split(&r->capture, &row, &run) &&
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

	return !review_is_survey(r) && copies_least(r->body, &least);
}

static bool
is_true(const struct selection *f, const struct selection_condition *k,
	const struct review *r, const struct sentiment *s)
{
	bool survey = review_is_survey(r);
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
	case SELECT_RECOMMEND: return survey_recommends(r);
	case SELECT_SATISFIED: return survey_is_satisfaction(r);
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
