/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence.h"

#include <string.h>

#include "figures.h"

/* Own, competitor and what each rests on. */
struct sides {
	const struct summary_brand *own, *other;
	const struct estimate *own_figure, *other_figure;
	enum figure_unit unit;
	const struct sentence_words *words;
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
add_names(struct buffer *to, const struct sides *s, const char *between)
{
	s->words->name(to, figure_brand_name(s->own->name));
	buffer_add_string(to, between);
	s->words->name(to, figure_brand_name(s->other->name));
}

static void
add_too_few(struct buffer *to, const struct sides *s)
{
	bool stars = s->unit == FIGURE_STARS;

	buffer_add_string(to, s->words->open);
	buffer_add_string(to, "Too few reviews to compare ");
	add_names(to, s, " and ");
	buffer_add_string(to, stars ? " by stars" : " by their words");
	buffer_add_string(to, s->words->close);
	buffer_add_string(to, ": ");
	figure_add_count(to, s->own_figure->n);
	buffer_add_string(to, " and ");
	figure_add_count(to, s->other_figure->n);
	buffer_add_format(to, stars ? " reviews with stars, and each needs "
	    "%d or more." : " scored texts, and each needs %d or more.",
	    SUMMARY_COMPARE);
}

/* ": 4.21 against 3.60 stars (difference +0.61, 95\xC2\xA0% interval ...)" */
static void
add_figures(struct buffer *to, const struct sides *s,
	const struct estimate *difference)
{
	buffer_add_string(to, ": ");
	figure_add_value(to, s->unit, s->own_figure->value);
	buffer_add_string(to, " against ");
	figure_add_value(to, s->unit, s->other_figure->value);
	buffer_add_string(to, s->unit == FIGURE_STARS ? " stars" : " points");
	buffer_add_string(to, " (difference ");
	figure_add_difference(to, s->unit, difference->value);
	if (figure_has_range(difference)) {
		buffer_add_string(to, ", 95\xC2\xA0% interval ");
		figure_add_difference_range(to, s->unit, difference);
	} else {
		buffer_add_string(to, ", no interval can be given");
	}
	buffer_add_string(to, "; n = ");
	figure_add_count(to, s->own_figure->n);
	buffer_add_string(to, " and ");
	figure_add_count(to, s->other_figure->n);
	if (s->own_figure->n < SUMMARY_SOME ||
	    s->other_figure->n < SUMMARY_SOME)
		buffer_add_string(to, ", few reviews");
	buffer_add_string(to, ").");
}

static void
add_verdict(struct buffer *to, const struct sides *s,
	enum summary_verdict verdict)
{
	bool stars = s->unit == FIGURE_STARS;

	buffer_add_string(to, s->words->open);
	if (verdict == SUMMARY_NO_CLEAR_DIFFERENCE) {
		buffer_add_string(to, stars ?
		    "No clear difference in stars between " :
		    "No clear difference in what is written about ");
		add_names(to, s, " and ");
	} else if (stars) {
		add_names(to, s, verdict == SUMMARY_OWN_AHEAD ?
		    " is rated higher than " : " is rated lower than ");
	} else {
		buffer_add_string(to, verdict == SUMMARY_OWN_AHEAD ?
		    "Reviewers write more favourably about " :
		    "Reviewers write less favourably about ");
		add_names(to, s, " than about ");
	}
	buffer_add_string(to, s->words->close);
}

int
sentence_add(struct buffer *to, const struct summary_brand *own,
	const struct summary_comparison *k, size_t which,
	const struct sentence_words *words)
{
	const struct summary_difference *d = difference_of(k, which);
	struct sides s = {.own = own, .other = k->competitor, .words = words};

	if (which == 0) {
		s.unit = FIGURE_STARS;
		s.own_figure = &own->total.mean_stars;
		s.other_figure = &k->competitor->total.mean_stars;
	} else {
		s.unit = FIGURE_NET;
		s.own_figure = &own->total.net_sentiment;
		s.other_figure = &k->competitor->total.net_sentiment;
	}
	if (d->verdict == SUMMARY_TOO_FEW) {
		add_too_few(to, &s);
	} else {
		add_verdict(to, &s, d->verdict);
		add_figures(to, &s, &d->estimate);
	}
	return to->failed ? -1 : 0;
}

static void
add_counted(struct buffer *to, int64_t n, const char *one, const char *many)
{
	figure_add_count(to, n);
	buffer_add_char(to, ' ');
	buffer_add_string(to, n == 1 ? one : many);
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

int
sentence_add_scope(struct buffer *to, const struct summary *s,
	int (*name)(struct buffer *to, const char *name))
{
	int64_t reviews = 0;
	size_t i;

	for (i = 0; i < s->brand_count; i++)
		reviews += s->brand[i].total.reviews;
	add_counted(to, reviews, "review of ", "reviews of ");
	add_counted(to, (int64_t)s->brand_count, "brand from ",
	    "brands from ");
	add_counted(to, count_sources(s), "source", "sources");
	if (s->as_of != NULL) {
		buffer_add_string(to, ", fetched up to ");
		name(to, s->as_of);
	}
	return buffer_add_char(to, '.');
}
