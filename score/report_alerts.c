/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is out of the ordinary: days, slow drift. */
#include "report.h"

#include <math.h>
#include <string.h>

static void
add_number_cell(struct page *p, enum figure_unit unit, double value,
	struct way way)
{
	if (isnan(value))
		way = NO_WAY;
	report_number_open(p, way);
	if (!isnan(value))
		TEMPLATE(&p->w, "{1}", VALUE_OF(unit, value));
	report_number_close(p, way);
}

struct way
report_alert_way(struct page *p, const struct summary_alert *a)
{
	enum selection_what what = strcmp(a->what, "complaints") == 0 ?
	    SELECT_COMPLAINTS : SELECT_POSTED;

	/* Its window is the last that was looked at. */
	const struct selection_condition days = OF_TWO(DATES,
	    report_day_before(p, a->peak, a->window - 1), a->peak);

	return a->source == NULL ? WAY(p, a->count, a->brand, days,
	    {.what = what}) : WAY(p, a->count, a->brand,
	    OF(SOURCE, a->source), days, {.what = what});
}

void
report_alert_stars(struct page *p, const struct summary_alert *a)
{
	report_small_cell(p, &a->with, FIGURE_STARS,
	    WAY(p, a->with.n, a->brand, IS(STARS)), NO_WAY);
	report_small_cell(p, &a->without, FIGURE_STARS,
	    WAY(p, a->without.n, a->brand, OF_TWO(OUTSIDE, a->first,
	    a->last), IS(STARS)), NO_WAY);
}

static size_t
place_of(const struct summary *s, const char *brand)
{
	size_t i = 0;

	while (i < s->brand_count && !text_equals(text_of(s->brand[i].name),
	    text_of(brand)))
		i++;
	return i;
}

static void
add_alert(struct page *p, const struct summary_alert *a)
{
	size_t brand = place_of(p->s, a->brand);
	struct way way = report_alert_way(p, a);

	report_row_open(p, a->now ? "short" : NULL);
	if (brand < p->s->brand_count)
		page_brand(p, brand);
	if (a->now)
		TEMPLATE(&p->w, "{1}{2}{3}",
		    MARKUP(" <span class=\"badge behind\">"),
		    WORDS_OF("still on"), MARKUP("</span>"));
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("</th><td>"),
	    WORDS_OF(a->what), MARKUP("</td><td>"));
	if (a->source == NULL)
		page_words(p, "all sources");
	else
		report_name(p->to, a->source);
	TEMPLATE(&p->w, "{1}{2} \xE2\x80\x93 {3}{4}",
	    MARKUP("</td><td class=\"when\">"), DATE_OF(a->first),
	    DATE_OF(a->last), MARKUP("</td>"));
	report_number_open(p, way);
	TEMPLATE(&p->w, "{1} in {2}", COUNT_OF(a->count),
	    COUNTED("{1} day", "{1} days", a->window));
	report_number_close(p, way);
	way.loose = true;
	add_number_cell(p, FIGURE_NUMBER, a->expected, way);
	add_number_cell(p, FIGURE_CHANCE, a->p, way);
	report_alert_stars(p, a);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_alerts(struct page *p)
{
	size_t i;

	if (p->s->alert_count == 0) {
		page_paragraph(p, "none", "No day was out of the ordinary, as "
		    "far as there were reviews enough to tell.");
		return;
	}
	report_table_open(p, "t-alerts", "Days with more than was to be "
	    "expected", NULL);
	report_head(p, "Brand", NULL);
	report_head(p, "More", NULL);
	report_head(p, "Source", NULL);
	report_head(p, "Days", NULL);
	report_head_number(p, "Count");
	report_head_number(p, "Expected");
	report_head_number(p, "Chance");
	report_head(p, "Mean stars", "with these days");
	report_head(p, "Mean stars", "without them");
	report_table_body(p);
	for (i = 0; i < p->s->alert_count; i++)
		add_alert(p, &p->s->alert[i]);
	report_table_close(p);
	page_left_out(p, "Only {1} of {2} are shown here, first those that are "
	    "still on, then the newest; all of them are in {3}.",
	    p->s->alert_count, p->all->alert_count, "alerts");
}

static void
add_drifts(struct page *p)
{
	size_t i;

	for (i = 0; i < p->s->brand_count; i++) {
		const struct summary_drift *d = &p->s->brand[i].drift;

		if (!d->known || !(d->above || d->below))
			continue;
		buffer_add_string(p->to, "<p class=\"warning\">");
		TEMPLATE(&p->w, d->above ? "Complaints about {1} are drifting "
		    "upwards: {2} a day of late, where {3} were usual (limits "
		    "{4} to {5})." : "Complaints about {1} are drifting "
		    "downwards: {2} a day of late, where {3} were usual "
		    "(limits {4} to {5}).",
		    NAME_OF(figure_brand_name(p->s->brand[i].name)),
		    VALUE_OF(FIGURE_NUMBER, d->mean),
		    VALUE_OF(FIGURE_NUMBER, d->usual),
		    VALUE_OF(FIGURE_NUMBER, d->low),
		    VALUE_OF(FIGURE_NUMBER, d->high));
		buffer_add_string(p->to, "</p>\n");
	}
}

void
report_alerts(struct page *p)
{
	page_section(p, "alerts", "Alerts");
	page_paragraph(p, "key", "Counts of 1, 3 and 7 days against the 56 "
	    "days before them; at most about one false alarm a year for each "
	    "brand and source. Nothing is deleted: the stars are given with "
	    "and without these days.");
	add_drifts(p);
	add_alerts(p);
	page_section_end(p);
}
