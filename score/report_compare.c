/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brands side by side: levels, differences, stars. */
#include "report.h"

#include <stdio.h>

enum { MORE_ROOM = 96 };

static const struct level {
	enum figure_name figure;
	const char *formula;
	const char *domain;	/* of its chart; NULL: it has none */
} levels[] = {
	{FIGURE_MEAN_STARS, "1 to 5; t or Dirichlet", ",\"domain\":[1,5]"},
	{FIGURE_NET_SENTIMENT, "\xE2\x88\x92" "100 to +100; Wald",
	    ",\"domain\":[-100,100],\"zero\":0,\"signed\":true"},
	{FIGURE_VOICE, "Goodman", ",\"domain\":[0,100]"},
	{FIGURE_POSITIVE, "Wilson", NULL},
	{FIGURE_NEUTRAL, "Wilson", NULL},
	{FIGURE_NEGATIVE, "Wilson", NULL},
};
enum { LEVELS = sizeof(levels) / sizeof(levels[0]) };

static void
add_level_charts(struct page *p)
{
	size_t i, k;

	buffer_add_string(p->to, "<div class=\"grid\">\n");
	for (k = 0; k < LEVELS; k++) {
		const struct figure *f = &figure_estimates[levels[k].figure];

		if (levels[k].domain == NULL)
			continue;
		report_chart_open(p, "intervals", f->title,
		    report_chart_unit(f->unit));
		for (i = 0; i < p->s->brand_count; i++)
			report_chart_row(p, figure_brand_name(
			    p->s->brand[i].name), i, figure_estimate(
			    &p->s->brand[i].total, levels[k].figure),
			    f->unit, NULL);
		report_chart_close(p, levels[k].domain);
	}
	buffer_add_string(p->to, "</div>\n");
}

static void
add_levels(struct page *p)
{
	size_t i, k;

	report_table_open(p, "t-levels", "Every brand by itself, with "
	    "95\xC2\xA0% intervals", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Reviews");
	for (k = 0; k < LEVELS; k++)
		report_head(p, figure_estimates[levels[k].figure].title,
		    levels[k].formula);
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++) {
		const struct summary_brand *b = &p->s->brand[i];

		report_row_open(p, b->own ? "own" : NULL);
		page_brand(p, i);
		buffer_add_string(p->to, "</th>");
		report_count_cell(p, b->total.reviews,
		    WAY(p, b->total.reviews, b->name, IS(REVIEWS)));
		for (k = 0; k < LEVELS; k++)
			report_figure_cell(p, i, &b->total, NULL,
			    levels[k].figure, true);
		buffer_add_string(p->to, "</tr>\n");
	}
	report_table_close(p);
	page_left_out(p, "Only the first {1} of {2} brands are on this page; "
	    "all of them are in {3}.", p->s->brand_count,
	    p->all->brand_count, "brands");
}

/* ---- differences ---- */

/* The farthest end of any interval that is drawn, so that all bars of a
 * measure share one scale; 0 where there is none. */
static double
reach_of(const struct summary *s, size_t difference)
{
	double reach = 0;
	size_t i;

	for (i = 0; i < s->comparison_count; i++) {
		const struct summary_difference *d =
		    figure_difference(&s->comparison[i], difference);

		if (d->verdict == SUMMARY_TOO_FEW || !d->estimate.bounded)
			continue;
		if (d->estimate.high > reach)
			reach = d->estimate.high;
		if (-d->estimate.low > reach)
			reach = -d->estimate.low;
	}
	return reach * 1.05;
}

static void
add_difference_chart(struct page *p, size_t difference)
{
	static const char *const title[FIGURE_DIFFERENCES] = {
	    "Difference in mean stars", "Difference in positive texts, points",
	    "Difference in negative texts, points (less is better)",
	    "Difference in net sentiment, points"};
	enum figure_unit unit =
	    figure_estimates[figure_differences[difference]].unit;
	double reach = reach_of(p->s, difference) *
	    (unit == FIGURE_STARS ? 1 : 100);
	char more[MORE_ROOM];
	size_t i;

	if (reach <= 0)
		return;
	report_chart_open(p, "intervals", title[difference],
	    report_chart_unit(unit));
	for (i = 0; i < p->s->comparison_count; i++) {
		const struct summary_comparison *k = &p->s->comparison[i];
		const struct summary_difference *d =
		    figure_difference(k, difference);

		report_chart_row(p, figure_brand_name(k->competitor->name),
		    (size_t)(k->competitor - p->s->brand), &d->estimate,
		    unit, report_verdict_class(d->verdict));
	}
	snprintf(more, sizeof(more), ",\"domain\":[%.6g,%.6g],\"zero\":0,"
	    "\"signed\":true", -reach, reach);
	report_chart_close(p, more);
}

static void
add_difference_charts(struct page *p, const struct summary_brand *own)
{
	size_t k;

	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<h3>"),
	    WORDS_OF("Own brand minus competitor"), MARKUP("</h3>\n"
	    "<p class=\"key\">"));
	TEMPLATE(&p->w, "A point right of the line is more for {1}. Only where "
	    "the whole interval lies on one side of the line is there a clear "
	    "difference.", NAME_OF(figure_brand_name(own->name)));
	buffer_add_string(p->to, "</p>\n<div class=\"grid two\">\n");
	for (k = 0; k < FIGURE_DIFFERENCES; k++)
		add_difference_chart(p, k);
	buffer_add_string(p->to, "</div>\n");
}

static void
add_difference_row(struct page *p, const struct summary_brand *own,
	const struct summary_comparison *c)
{
	size_t at = (size_t)(own - p->s->brand), k;
	size_t other = (size_t)(c->competitor - p->s->brand);
	struct way ours, theirs, counted;

	report_row_open(p, NULL);
	page_brand(p, other);
	buffer_add_string(p->to, "</th>");
	for (k = 0; k < FIGURE_DIFFERENCES; k++) {
		enum figure_name f = figure_differences[k];

		report_figure_ways(p, at, &own->total, NULL, f, &ours,
		    &counted);
		report_figure_ways(p, other, &c->competitor->total, NULL, f,
		    &theirs, &counted);
		report_difference_cell(p, figure_difference(c, k),
		    figure_estimates[f].unit, reach_of(p->s, k),
		    figure_estimate(&own->total, f)->n, ours,
		    figure_estimate(&c->competitor->total, f)->n, theirs);
	}
	/* Numbered as they are met, so not among the arguments. */
	theirs = WAY(p, -1, c->competitor->name, IS(STARS));
	ours = WAY(p, -1, own->name, IS(STARS));
	report_small_cell(p, &c->superiority, FIGURE_SHARE, ours, theirs);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_differences(struct page *p, const struct summary_brand *own)
{
	static const char *const formula[FIGURE_DIFFERENCES] = {"Welch",
	    "Newcombe; more is better", "Newcombe; less is better", "Wald"};
	size_t i, k;

	add_difference_charts(p, own);
	report_table_open(p, "t-differences", "The own brand minus each "
	    "competitor, with 95\xC2\xA0% intervals; the line in the middle "
	    "of a bar is zero", NULL);
	report_head(p, "Competitor", NULL);
	for (k = 0; k < FIGURE_DIFFERENCES; k++)
		report_head(p, figure_estimates[
		    figure_differences[k]].title, formula[k]);
	report_head(p, "Chance of more stars", "50\xC2\xA0% is none");
	report_table_body(p);
	for (i = 0; i < p->s->comparison_count; i++)
		add_difference_row(p, own, &p->s->comparison[i]);
	report_table_close(p);
}

/* ---- stars ---- */

static void
add_star_chart(struct page *p)
{
	size_t i;

	report_chart_open(p, "stack", "Stars of the reviews that have some",
	    "percent");
	for (i = 0; i < p->s->brand_count; i++)
		report_chart_parts(p, figure_brand_name(
		    p->s->brand[i].name), p->s->brand[i].total.star, 5);
	report_chart_close(p, ",\"colours\":[\"star-1\",\"star-2\","
	    "\"star-3\",\"star-4\",\"star-5\"],\"inks\":[\"on-dark\","
	    "\"on-light\",\"on-light\",\"on-light\",\"on-dark\"],"
	    "\"names\":[\"1\",\"2\",\"3\",\"4\",\"5\"]");
}

static void
add_star_row(struct page *p, size_t brand)
{
	static const char *const stars[] = {"1", "2", "3", "4", "5"};
	const struct summary_brand *b = &p->s->brand[brand];
	struct way rated = WAY(p, b->total.rated, b->name, IS(STARS));
	int star;

	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, b->total.rated, rated);
	for (star = 1; star <= 5; star++) {
		struct estimate e = statistics_share(b->total.star[star - 1],
		    b->total.rated);

		report_small_cell(p, &e, FIGURE_SHARE, rated,
		    b->total.star[star - 1] == 0 ?
		    NO_WAY : WAY(p, -1, b->name,
		    OF(STARS, stars[star - 1])));
	}
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_stars(struct page *p)
{
	static const char *const head[] = {"1 star", "2 stars", "3 stars",
	    "4 stars", "5 stars"};
	size_t i;

	page_title(p, 3, "Stars");
	add_star_chart(p);
	report_table_open(p, "t-stars", "Stars, to the nearest whole one, "
	    "with 95\xC2\xA0% intervals", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "With stars");
	for (i = 0; i < 5; i++)
		report_head(p, head[i], "Wilson");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_star_row(p, i);
	report_table_close(p);
}

void
report_comparison(struct page *p)
{
	const struct summary_brand *own = figure_own(p->s);

	page_section(p, "compare", "Side by side");
	add_level_charts(p);
	add_levels(p);
	if (own != NULL && p->s->comparison_count > 0) {
		add_differences(p, own);
		report_same_mix(p);
	}
	add_stars(p);
	report_ranking(p);
	page_section_end(p);
}
