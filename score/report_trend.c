/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed: the months of every brand. */
#include "report.h"

#include <math.h>
#include <string.h>

enum { LINK_MAX = 256 };

static bool
is_month(const char *label)
{
	return strlen(label) == 7 && strspn(label, "0123456789") == 4 &&
	    label[4] == '-';
}

const char *
report_month_after(const struct summary *s, const char *from)
{
	const char *next = NULL;
	size_t i, k;

	for (i = 0; i < s->brand_count; i++)
		for (k = 0; k < s->brand[i].month_count; k++) {
			const char *label = s->brand[i].month[k].label;

			if ((from == NULL || strcmp(label, from) > 0) &&
			    (next == NULL || strcmp(label, next) < 0))
				next = label;
		}
	return next;
}

const struct summary_part *
report_month_of(const struct summary_brand *b, const char *month)
{
	size_t k;

	for (k = 0; k < b->month_count; k++)
		if (strcmp(b->month[k].label, month) == 0)
			return &b->month[k];
	return NULL;
}

/* A line needs two months. */
static bool
has_line(const struct summary *s)
{
	const char *month = NULL;
	int count = 0;

	while ((month = report_month_after(s, month)) != NULL)
		count += is_month(month);
	return count > 1;
}

static void
add_line(struct page *p, enum figure_name figure, const char *title,
	const char *more)
{
	const struct figure *f = &figure_estimates[figure];
	size_t i, k;

	report_chart_open(p, "lines", title, report_chart_unit(f->unit));
	for (i = 0; i < p->s->brand_count; i++)
		for (k = 0; k < p->s->brand[i].month_count; k++) {
			const struct summary_part *m =
			    &p->s->brand[i].month[k];

			if (is_month(m->label))
				report_chart_row(p, m->label, i,
				    figure_estimate(m, figure), f->unit,
				    NULL);
		}
	report_chart_brands(p);
	report_chart_close(p, more);
}

static void
add_count_line(struct page *p)
{
	size_t i, k;

	report_chart_open(p, "lines", "Reviews a month", "count");
	for (i = 0; i < p->s->brand_count; i++)
		for (k = 0; k < p->s->brand[i].month_count; k++)
			if (is_month(p->s->brand[i].month[k].label))
				report_chart_count(p,
				    p->s->brand[i].month[k].label, i,
				    p->s->brand[i].month[k].reviews);
	report_chart_brands(p);
	report_chart_close(p, "");
}

static void
add_rate_line(struct page *p)
{
	size_t i, k;

	report_chart_open(p, "lines", "Complaints a day", "rate");
	for (i = 0; i < p->s->brand_count; i++)
		for (k = 0; k < p->s->brand[i].month_count; k++) {
			const struct summary_part *m =
			    &p->s->brand[i].month[k];

			if (is_month(m->label) && m->complaint_rate.known)
				report_chart_rate(p, m->label, i,
				    &m->complaint_rate);
		}
	report_chart_brands(p);
	report_chart_close(p, "");
}

static void
add_charts(struct page *p)
{
	report_chart_key(p);
	buffer_add_string(p->to, "<div class=\"grid two\">\n");
	add_line(p, FIGURE_NET_SENTIMENT, "Net sentiment a month, points",
	    ",\"zero\":0,\"signed\":true");
	add_line(p, FIGURE_MEAN_STARS, "Mean stars a month", "");
	add_count_line(p);
	add_rate_line(p);
	buffer_add_string(p->to, "</div>\n");
}

void
report_month_open(struct page *p, const char *month)
{
	report_row_open(p, NULL);
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<span class=\"when\">"),
	    DATE_OF(month), MARKUP("</span></th>"));
}

static void
add_month(struct page *p, const char *month)
{
	const struct selection_condition part = OF(MONTH, month);
	size_t i;

	report_month_open(p, month);
	for (i = 0; i < p->s->brand_count; i++) {
		const struct summary_part *m = report_month_of(
		    &p->s->brand[i], month);

		if (m == NULL) {
			buffer_add_string(p->to, "<td class=\"none\" "
			    "colspan=\"3\">");
			page_words(p, "none");
			buffer_add_string(p->to, "</td>");
			continue;
		}
		report_count_cell(p, m->reviews, report_part_way(p,
		    m->reviews, p->s->brand[i].name, &part,
		    SELECT_REVIEWS));
		report_figure_cell(p, i, m, &part, FIGURE_MEAN_STARS, false);
		report_figure_cell(p, i, m, &part, FIGURE_NET_SENTIMENT,
		    false);
	}
	buffer_add_string(p->to, "</tr>\n");
}

/* Two rows of heads: the brands, and what is said of each. */
static void
add_heads(struct page *p)
{
	size_t i;

	buffer_add_string(p->to, "<th scope=\"col\" rowspan=\"2\">");
	page_words(p, "Month");
	buffer_add_string(p->to, "</th>");
	for (i = 0; i < p->s->brand_count; i++) {
		buffer_add_string(p->to, "<th scope=\"colgroup\" "
		    "colspan=\"3\">");
		page_brand(p, i);
		buffer_add_string(p->to, "</th>");
	}
	buffer_add_string(p->to, "</tr>\n<tr>");
	for (i = 0; i < p->s->brand_count; i++) {
		report_head_number(p, "Reviews");
		report_head(p, "Mean stars", NULL);
		report_head(p, "Net sentiment", NULL);
	}
}

/* ---- the direction of a year ---- */

static void
add_slope(struct page *p, const struct estimate *e, enum figure_unit unit,
	double chance, struct way way)
{
	if (!figure_has_value(e)) {
		report_small_cell(p, e, unit, way, NO_WAY);
		return;
	}
	buffer_add_string(p->to, "<td class=\"figure small\"");
	report_formula(p, e);
	buffer_add_char(p->to, '>');
	report_way_open(p, way);
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"),
	    DIFFERENCE_OF(unit, e->value), MARKUP("</b>"));
	report_way_close(p, way);
	buffer_add_char(p->to, ' ');
	if (figure_has_range(e))
		TEMPLATE(&p->w, "{1}{2}{3}",
		    MARKUP("<span class=\"interval\">"),
		    DIFFERENCE_RANGE_OF(unit, e), MARKUP("</span>"));
	TEMPLATE(&p->w, "{1}n = {2}{3}", MARKUP("<span class=\"n\">"),
	    COUNT_OF(e->n), MARKUP("</span>"));
	if (!isnan(chance)) {
		buffer_add_char(p->to, ' ');
		report_chance(p, 'p', chance);
	}
	buffer_add_string(p->to, "</td>");
}

static void
add_direction(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	const struct summary_trend *t = &b->trend;
	const struct selection_condition months = OF_TWO(DATES, t->first,
	    t->last);

	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, (int64_t)t->months, report_part_way(p, -1,
	    b->name, &months, SELECT_REVIEWS));
	add_slope(p, &t->stars, FIGURE_STARS, t->stars_p, report_part_way(p,
	    t->stars.n, b->name, &months, SELECT_STARS));
	add_slope(p, &t->negative, FIGURE_SHARE, t->negative_p,
	    report_part_way(p, t->negative.n, b->name, &months,
	    SELECT_SCORED));
	buffer_add_string(p->to, "</tr>\n");
}

/* What dates beyond those shown hold: never nothing. */
static void
add_months_left(struct page *p)
{
	const struct report_shown *k = p->shown;
	struct buffer link;

	if (k->earlier + k->later == 0)
		return;
	buffer_init(&link, LINK_MAX);
	page_table_link(&link, "months");
	buffer_add_string(p->to, "<p class=\"key\">");
	TEMPLATE(&p->w, "Shown are {1} to {2}. {3} with an earlier date and "
	    "{4} with a later one are not in these charts and tables by "
	    "month; all months are in {5}.", DATE_OF(k->first),
	    DATE_OF(k->last), COUNTED("{1} review", "{1} reviews",
	    k->earlier), COUNT_OF(k->later), MARKUP(link.bytes));
	buffer_add_string(p->to, "</p>\n");
	buffer_release(&link);
}

static void
add_directions(struct page *p)
{
	size_t i, count = 0;

	for (i = 0; i < p->s->brand_count; i++)
		count += p->s->brand[i].trend.first != NULL;
	if (count == 0)
		return;
	report_table_open(p, "t-trend", "Change a month, over the last twelve "
	    "months with dates", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Months");
	report_head(p, "Mean stars", "least squares");
	report_head(p, "Negative texts", "Cochran-Armitage");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		if (p->s->brand[i].trend.first != NULL)
			add_direction(p, i);
	report_table_close(p);
}

void
report_trend(struct page *p)
{
	const char *month = NULL;

	page_section(p, "trend", "Over time");
	if (report_month_after(p->s, NULL) == NULL) {
		page_paragraph(p, "none", "No reviews were collected.");
		page_section_end(p);
		return;
	}
	page_paragraph(p, "key", "By the date of the review. The bands are "
	    "95\xC2\xA0% intervals; a month with fewer than 5 reviews has no "
	    "point.");
	add_months_left(p);
	if (has_line(p->s))
		add_charts(p);
	add_directions(p);
	report_table_open(p, "t-months", "By month, with 95\xC2\xA0% "
	    "intervals", NULL);
	add_heads(p);
	report_table_body(p);
	while ((month = report_month_after(p->s, month)) != NULL)
		add_month(p, month);
	report_table_close(p);
	report_rates(p);
	report_changes(p);
	page_section_end(p);
}
