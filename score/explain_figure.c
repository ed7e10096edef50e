/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "explain_figure.h"

#include <stdio.h>
#include <string.h>

#include "calendar.h"

enum { WEEK = 7, WEEKS = 28, DRIFT_DAYS = 84 };

struct text
explain_text(const struct json *object, const char *name)
{
	return json_text(json_member(object, name));
}

void
explain_day(struct text date, int days, char to[24])
{
	struct calendar_date d;
	int year, month, day;

	to[0] = '\0';
	if (text_is_absent(date) || !calendar_read(date, &d))
		return;
	calendar_from_day_number(calendar_day_number(d.year, d.month, d.day) -
	    days, &year, &month, &day);
	snprintf(to, 24, "%04d-%02d-%02d", year % 10000, month % 100,
	    day % 100);
}

struct explain_term *
explain_rated(struct explain_figure *f, struct text brand)
{
	struct explain_term *t = explain_terms_add(&f->terms, "c",
	    TEST_RATED);

	t->brand = brand;
	return t;
}

/* rt|brand|source|d or m|minutes|e or c */
static int
make_answering(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	const struct json *row = figure_path_at(p, 1), *s;
	const char *member = figure_path_name(p, 2);
	bool minutes = text_is(explain_text(row, "precision"), "minute");
	struct text source = explain_text(row, "source");
	struct explain_term *t;

	if (strcmp(member, "reviews") == 0)
		minutes = false;
	if (strcmp(member, "within30Minutes") == 0 ||
	    strcmp(member, "within1Hour") == 0 ||
	    strcmp(member, "reviewsByMinute") == 0)
		minutes = true;
	for (s = json_first(json_member(p->brand, "answering")); s != NULL;
	    s = json_next(s)) {
		int64_t known = 0;
		struct text name = explain_text(s, "source");

		json_integer(json_member(s, "reviewsByMinute"), &known);
		if (text_is_absent(name) || (!text_is_absent(source) &&
		    !text_equals(name, source)) || (minutes && known == 0))
			continue;
		t = explain_terms_add(&f->terms, "rt", TEST_ANY);
		t->brand = brand;
		t->replying = text_is_absent(source) ? p->root : NULL;
		t->equal[0].field = 3;
		t->equal[0].value = text_of(minutes ? "m" : "d");
		t->equal[1].field = 2;
		t->equal[1].value = name;
		if (f->terms.count == EXPLAIN_TERMS)
			return -1;
	}
	return 0;
}

static int
make_trend(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	const struct json *trend = figure_path_at(p, 0);
	bool negative = strncmp(figure_path_name(p, 1), "negative", 8) == 0;
	struct text first = explain_text(trend, "first");
	struct text last = explain_text(trend, "last");
	struct explain_term *t = explain_rated(f, brand);

	if (negative)
		t->test = TEST_SCORED;
	if (first.length != 7 || last.length != 7)
		return 0;
	t->between = 5;
	memcpy(t->from, first.bytes, 7);
	memcpy(t->to, last.bytes, 7);
	return 0;
}

/* d|brand|source|day|stars|class of some days up to the day of the summary */
static struct explain_term *
add_days(struct explain_figure *f, const struct figure_path *p,
	struct text brand, enum explain_test test, int first, int last)
{
	struct explain_term *t = explain_terms_add(&f->terms, "d", test);
	struct text day = explain_text(p->root, "asOf");

	t->brand = brand;
	t->between = 3;
	explain_day(day, first, t->from);
	explain_day(day, last, t->to);
	return t;
}

static int
make_recent(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	const char *member = figure_path_name(p, 1);
	bool usual = strncmp(member, "usual", 5) == 0;
	enum explain_test test = strstr(member, "omplaint") != NULL ?
	    TEST_COMPLAINT : strcmp(member, "meanStars") == 0 ? TEST_RATED :
	    TEST_ANY;

	if (strcmp(member, "complaintRatio") == 0 ||
	    strcmp(member, "complaintP") == 0)
		add_days(f, p, brand, test, WEEK + WEEKS - 1, 0);
	else if (usual)
		add_days(f, p, brand, test, WEEK + WEEKS - 1, WEEK);
	else
		add_days(f, p, brand, test, WEEK - 1, 0);
	return 0;
}

/* ---- lists ---- */

/* The reviews that a list shows, or one of it. */
static int
make_list(struct explain_figure *f, const struct json *v, struct text brand)
{
	struct explain_term *t = explain_rated(f, brand);

	t->test = TEST_ANY;
	t->among = &f->ids;
	return explain_ids_add_json(&f->ids, v);
}

static int
make_copies(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	const char *member = figure_path_name(p, 1);
	const struct json *copies = figure_path_at(p, 0);
	struct explain_term *t = explain_rated(f, brand);

	if (strcmp(member, "meanStars") == 0)
		return 0;
	if (strcmp(member, "meanStarsWithout") == 0) {
		t->not_among = &f->ids;
		return explain_ids_add_json(&f->ids, json_member(copies,
		    "ids"));
	}
	t->among = &f->ids;
	t->test = TEST_ANY;
	if (strcmp(member, "lookedAt") == 0 || strcmp(member, "share") == 0) {
		f->needs_copies = true;
		return 0;
	}
	if (p->count > 2 && strcmp(figure_path_name(p, 3), "meanStars") == 0)
		t->test = TEST_RATED;
	return explain_ids_add_json(&f->ids, p->count > 2 ?
	    figure_path_at(p, 2) : copies);
}

static int
make_against(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	const char *member = figure_path_name(p, 1);

	if (strcmp(member, "list") == 0)
		return make_list(f, figure_path_value(p), brand);
	explain_rated(f, brand)->test = TEST_RATED_AND_SCORED;
	return 0;
}

static int
make_open(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	struct explain_term *t;

	if (p->count > 1)
		return make_list(f, figure_path_at(p, 1), brand);
	t = explain_terms_add(&f->terms, "top", TEST_ANY);
	t->brand = (struct text){"open", 4};	/* top|list|brand|... */
	t->equal[0].field = p->all_brands ? 0 : 2;
	t->equal[0].value = brand;
	return 0;
}

static int
make_word(struct explain_figure *f, const struct figure_path *p,
	struct text brand)
{
	struct explain_term *t = explain_terms_add(&f->terms, "w", TEST_ANY);

	t->brand = brand;
	t->equal[0].field = 2;
	t->equal[0].value = explain_text(figure_path_at(p, 1), "language");
	t->equal[1].field = 3;
	t->equal[1].value = explain_text(figure_path_at(p, 1), "word");
	return 0;
}

/* ---- all ---- */

static int
say(struct explain_figure *f, const char *words)
{
	f->of = EXPLAIN_WORDS;
	f->words = words;
	return 0;
}

static int
make_of_brand(struct explain_figure *f, const struct figure_path *p)
{
	struct text brand = explain_text(p->brand, "name");
	const char *list = figure_path_name(p, 0);

	if (strcmp(list, "total") == 0)
		return explain_figure_part(f, p, brand, list, 0);
	if (p->count > 1 && explain_slice_field(list, "c") > 0)
		return explain_figure_part(f, p, brand, list, 1);
	if (strcmp(list, "aspects") == 0 || strcmp(list, "stages") == 0)
		return p->count < 3 ? -1 : explain_figure_aspect(f, p, brand,
		    list);
	if (strcmp(list, "headToHead") == 0)
		return p->count < 2 ? -1 : explain_figure_versus(f, p, brand);
	if (strcmp(list, "answering") == 0)
		return p->count < 3 ? -1 : make_answering(f, p, brand);
	if (strcmp(list, "trend") == 0)
		return make_trend(f, p, brand);
	if (strcmp(list, "drift") == 0)
		return add_days(f, p, brand, TEST_COMPLAINT, DRIFT_DAYS - 1,
		    0) == NULL ? -1 : 0;
	if (strcmp(list, "changes") == 0)
		return explain_figure_changes(f, p, brand);
	if (strcmp(list, "recent") == 0)
		return make_recent(f, p, brand);
	if (strcmp(list, "sinceLast") == 0)
		return explain_figure_since(f, p, brand);
	if (strcmp(list, "nearCopies") == 0)
		return make_copies(f, p, brand);
	if (strcmp(list, "starsAgainstText") == 0)
		return make_against(f, p, brand);
	if (strcmp(list, "unanswered") == 0)
		return make_open(f, p, brand);
	if (strcmp(list, "quotes") == 0 || strcmp(list, "aspectQuotes") == 0)
		return make_list(f, figure_path_at(p, p->count > 1), brand);
	if (strcmp(list, "words") == 0)
		return p->count < 2 ? -1 : make_word(f, p, brand);
	if (strcmp(list, "ranking") == 0)
		return explain_rated(f, brand) == NULL ? -1 : 0;
	if (strcmp(list, "churn") == 0)
		return say(f, "customers, as the plan states them");
	return strcmp(list, "comparisons") == 0 ? explain_figure_comparison(f,
	    p, brand) : -1;
}

static struct text
own_brand(const struct json *root)
{
	const struct json *b;

	for (b = json_first(json_member(root, "brands")); b != NULL;
	    b = json_next(b))
		if (text_is(explain_text(b, "role"), "own"))
			return explain_text(b, "name");
	return (struct text){NULL, 0};
}

static int
make_source(struct explain_figure *f, const struct figure_path *p)
{
	const struct json *row = figure_path_at(p, 1);
	struct explain_term *t;

	if (row == NULL)
		return -1;
	if (strcmp(figure_path_name(p, 2), "collected") != 0)
		return explain_stated(f, explain_text(row, "brand"),
		    explain_text(row, "source"));
	t = explain_terms_add(&f->terms, "c", TEST_ANY);
	t->brand = explain_text(row, "brand");
	t->equal[0].field = 2;
	t->equal[0].value = explain_text(row, "source");
	return 0;
}

int
explain_figure_make(struct explain_figure *f, const struct figure_path *p)
{
	const char *first = figure_path_name(p, 0);
	const struct text nobody = {NULL, 0};

	*f = (struct explain_figure){.of = EXPLAIN_REVIEWS};
	if (p->brand != NULL)
		return make_of_brand(f, p);
	if (strcmp(first, "comparisons") == 0)
		return explain_figure_comparison(f, p, own_brand(p->root));
	if (strcmp(first, "alertsNow") == 0)
		return say(f, "alerts that are on; each has a name of its "
		    "own");
	if (strcmp(first, "alerts") == 0)
		return explain_figure_alert(f, p);
	if (strcmp(first, "sources") == 0)
		return make_source(f, p);
	if (strcmp(first, "ranking") == 0) {
		explain_rated(f, nobody)->any_brand = true;
		return 0;
	}
	if (strcmp(first, "records") == 0)
		return say(f, "lines of reviews/ and changes/, of equal ids "
		    "one");
	if (strcmp(first, "bad") == 0)
		return say(f, "each was named when the summary was made");
	if (strcmp(first, "comparisonsMade") == 0)
		return say(f, "comparisons of this summary that have a p");
	if (strcmp(first, "intervalPercent") == 0 ||
	    strcmp(first, "summary") == 0)
		return say(f, "the same in every summary");
	return -1;
}

void
explain_figure_free(struct explain_figure *f)
{
	explain_ids_free(&f->ids);
}
