/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons and alerts (explain_figure.h). */
#include "explain_figure.h"

#include <string.h>

static struct explain_term *
add(struct explain_figure *f, const char *kind, enum explain_test test,
	struct text own, struct text other)
{
	struct explain_term *t = explain_terms_add(&f->terms, kind, test);

	t->brand = own;
	t->other = other;
	return t;
}

static enum explain_test
test_of(const char *measure)
{
	return strcmp(measure, "meanStars") == 0 ||
	    strcmp(measure, "superiority") == 0 ? TEST_RATED : TEST_SCORED;
}

static int
compare_named(struct explain_figure *f, const struct figure_path *p,
	size_t at, struct text own, struct text other)
{
	const char *list = figure_path_name(p, at);
	const struct json *row = figure_path_at(p, at + 1);
	bool words = strcmp(list, "words") == 0;
	bool aspects = strcmp(list, "aspects") == 0;
	struct explain_term *t;

	if (row == NULL)
		return -1;
	t = add(f, words ? "w" : aspects ? "as" : "sg", words ? TEST_ANY :
	    TEST_SAID, own, other);
	t->equal[0].field = 3;
	t->equal[0].value = explain_text(row, words ? "word" : aspects ?
	    "aspect" : "stage");
	if (words) {
		t->equal[1].field = 2;
		t->equal[1].value = explain_text(row, "language");
		if (strcmp(figure_path_name(p, at + 2), "own") == 0)
			t->other = (struct text){NULL, 0};
		if (strcmp(figure_path_name(p, at + 2), "competitor") == 0) {
			t->brand = other;
			t->other = (struct text){NULL, 0};
		}
	}
	return 0;
}

/* comparisons/NAME/MEASURE... */
int
explain_figure_comparison(struct explain_figure *f,
	const struct figure_path *p, struct text own)
{
	const char *measure = figure_path_name(p, 2);
	struct text other = explain_text(figure_path_at(p, 1), "competitor");
	struct explain_term *t;

	if (p->count < 3)
		return -1;
	if (strcmp(measure, "aspects") == 0 || strcmp(measure, "stages") == 0
	    || strcmp(measure, "words") == 0)
		return compare_named(f, p, 2, own, other);
	if (strcmp(measure, "replySpeed") == 0) {
		const struct json *v = figure_path_at(p, 2);
		int64_t n = 0, m = 0;

		/* No source shows replies: none were compared. */
		if (!json_integer(json_member(v, "ownN"), &n) ||
		    !json_integer(json_member(v, "competitorN"), &m) ||
		    n + m == 0)
			return 0;
		t = add(f, "rt", TEST_ANY, own, other);
		t->equal[0].field = 3;
		t->equal[0].value = text_of("d");
		t->replying = p->root;
		return 0;
	}
	if (strcmp(measure, "sameMix") != 0) {
		add(f, "c", test_of(measure), own, other);
		return 0;
	}
	if (p->count < 4)
		return -1;
	t = add(f, "c", test_of(figure_path_name(p, 3)), own, other);
	t->sources = json_member(figure_path_at(p, 3), "sources");
	return 0;
}

static struct explain_term *
add_days(struct explain_figure *f, const struct json *alert,
	enum explain_test test)
{
	struct explain_term *t = explain_terms_add(&f->terms, "d", test);

	t->brand = explain_text(alert, "brand");
	t->between = 3;
	explain_day(explain_text(alert, "first"), 0, t->from);
	explain_day(explain_text(alert, "last"), 0, t->to);
	return t;
}

/* alerts/NAME/MEMBER: the window that stands out most; of the mean without
 * it, what was not written on any of its days. */
int
explain_figure_alert(struct explain_figure *f, const struct figure_path *p)
{
	const struct json *alert = figure_path_at(p, 1);
	const char *member = figure_path_name(p, 2);
	bool reviews = text_is(explain_text(alert, "what"), "reviews");
	struct text source = explain_text(alert, "source");
	struct explain_term *t;
	int64_t window = 1;

	if (alert == NULL)
		return -1;
	if (strncmp(member, "meanStars", 9) == 0) {
		explain_rated(f, explain_text(alert, "brand"));
		if (strcmp(member, "meanStarsWithout") == 0)
			add_days(f, alert, TEST_RATED)->times = -1;
		return 0;
	}
	json_integer(json_member(alert, "window"), &window);
	t = add_days(f, alert, reviews ? TEST_ANY : TEST_COMPLAINT);
	explain_day(explain_text(alert, "peak"), (int)window - 1, t->from);
	explain_day(explain_text(alert, "peak"), 0, t->to);
	if (!text_is_absent(source)) {
		t->equal[0].field = 2;
		t->equal[0].value = source;
	}
	return 0;
}
