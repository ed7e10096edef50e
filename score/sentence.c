/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence.h"

#include <string.h>

/* Own, competitor and what each rests on. */
struct sides {
	const struct writer *w;
	const char *own, *other;
	const struct estimate *own_figure, *other_figure;
	enum figure_unit unit;
};

static const struct summary_difference *
difference_of(const struct summary_comparison *k, size_t which)
{
	return which == 0 ? &k->mean_stars : &k->net_sentiment;
}

enum summary_verdict
sentence_verdict(const struct summary_comparison *k, size_t which)
{
	return difference_of(k, which)->verdict;
}

static void
add_verdict(const struct sides *s, enum summary_verdict verdict)
{
	static const char *const words[][2] = {
		[SUMMARY_TOO_FEW] = {
		    "Too few reviews to compare {1} and {2} by stars",
		    "Too few reviews to compare {1} and {2} by their words"},
		[SUMMARY_NO_CLEAR_DIFFERENCE] = {
		    "No clear difference in stars between {1} and {2}",
		    "No clear difference in what is written about {1} and "
		    "{2}"},
		[SUMMARY_OWN_AHEAD] = {"{1} is rated higher than {2}",
		    "Reviewers write more favourably about {1} than about "
		    "{2}"},
		[SUMMARY_COMPETITOR_AHEAD] = {"{1} is rated lower than {2}",
		    "Reviewers write less favourably about {1} than about "
		    "{2}"},
	};

	buffer_add_string(s->w->to, s->w->open);
	TEMPLATE(s->w, words[verdict][s->unit != FIGURE_STARS],
	    NAME_OF(s->own), NAME_OF(s->other));
	buffer_add_string(s->w->to, s->w->close);
}

static void
add_too_few(const struct sides *s)
{
	TEMPLATE(s->w, s->unit == FIGURE_STARS ?
	    ": {1} and {2} reviews with stars, and each needs {3} or more." :
	    ": {1} and {2} scored texts, and each needs {3} or more.",
	    COUNT_OF(s->own_figure->n), COUNT_OF(s->other_figure->n),
	    COUNT_OF(SUMMARY_COMPARE));
}

/* ": 4.21 against 3.60 stars (difference +0.61 stars, ...)." */
static void
add_figures(const struct sides *s, const struct summary_difference *d)
{
	const struct estimate *e = &d->estimate;
	bool few = s->own_figure->n < SUMMARY_SOME ||
	    s->other_figure->n < SUMMARY_SOME;

	TEMPLATE(s->w, s->unit == FIGURE_STARS ?
	    ": {1} against {2} stars (difference {3}, " :
	    ": {1} against {2} points (difference {3}, ",
	    VALUE_OF(s->unit, s->own_figure->value),
	    VALUE_OF(s->unit, s->other_figure->value),
	    DIFFERENCE_OF(s->unit, e->value));
	if (figure_has_range(e))
		TEMPLATE(s->w, "95\xC2\xA0% interval {1}",
		    DIFFERENCE_RANGE_OF(s->unit, e));
	else
		template_words(s->w, "no interval can be given");
	TEMPLATE(s->w, few ? "; n = {1} and {2}, few reviews)." :
	    "; n = {1} and {2}).", COUNT_OF(s->own_figure->n),
	    COUNT_OF(s->other_figure->n));
	if (d->needed > 0)
		TEMPLATE(s->w, " A difference of this size would be clear "
		    "with about {1} reviews of each.",
		    COUNT_OF(figure_rounded(d->needed)));
}

int
sentence_add(const struct writer *w, const struct summary_brand *own,
	const struct summary_comparison *k, size_t which)
{
	const struct summary_difference *d = difference_of(k, which);
	const struct summary_part *a = &own->total;
	const struct summary_part *b = &k->competitor->total;
	const struct sides s = {w, figure_brand_name(own->name),
	    figure_brand_name(k->competitor->name),
	    which == 0 ? &a->mean_stars : &a->net_sentiment,
	    which == 0 ? &b->mean_stars : &b->net_sentiment,
	    which == 0 ? FIGURE_STARS : FIGURE_NET};

	add_verdict(&s, d->verdict);
	if (d->verdict == SUMMARY_TOO_FEW)
		add_too_few(&s);
	else
		add_figures(&s, d);
	return w->to->failed ? -1 : 0;
}

/* Sources of different brands that have one name are one. */
static int64_t
count_sources(const struct summary *s)
{
	int64_t count = 0;
	size_t i, j, a, b;

	for (i = 0; i < s->brand_count; i++)
		for (j = 0; j < s->brand[i].source_count; j++) {
			const char *label = s->brand[i].source[j].label;
			bool seen = false;

			for (a = 0; a < i && !seen; a++)
				for (b = 0; b < s->brand[a].source_count &&
				    !seen; b++)
					seen = strcmp(label,
					    s->brand[a].source[b].label) == 0;
			count += !seen;
		}
	return count;
}

/* Whether the language writes a day with a full stop at its end, which is
 * then the sentence's too. */
static bool
days_end_with_dot(const struct translation *t)
{
	const char *form = translation_of(t, "format:date");

	return form[strlen(form) - 1] == '.';
}

int
sentence_add_scope(const struct writer *w, const struct summary *s)
{
	int64_t reviews = 0;
	size_t i;

	for (i = 0; i < s->brand_count; i++)
		reviews += s->brand[i].total.reviews;
	TEMPLATE(w, "{1} of {2} from {3}",
	    COUNTED("{1} review", "{1} reviews", reviews),
	    COUNTED("{1} brand", "{1} brands", (int64_t)s->brand_count),
	    COUNTED("{1} source", "{1} sources", count_sources(s)));
	if (s->as_of != NULL)
		TEMPLATE(w, ", fetched up to {1}", DATE_OF(s->as_of));
	return s->as_of != NULL && days_end_with_dot(w->translation) ? 0 :
	    buffer_add_char(w->to, '.');
}
