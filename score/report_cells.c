/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of the report and the cells that figures stand in. */
#include "report.h"

#include <math.h>

void
report_table_open(struct page *p, const char *id, const char *caption,
	const char *brand)
{
	buffer_add_format(p->to, "<div class=\"scroll\" role=\"region\" "
	    "tabindex=\"0\" aria-labelledby=\"%s\">\n<table>\n"
	    "<caption id=\"%s\">", id, id);
	page_words(p, caption);
	if (brand != NULL) {
		buffer_add_string(p->to, ": ");
		report_name(p->to, figure_brand_name(brand));
	}
	buffer_add_string(p->to, "</caption>\n<thead><tr>");
}

void
report_table_body(struct page *p)
{
	buffer_add_string(p->to, "</tr></thead>\n<tbody>\n");
}

void
report_table_close(struct page *p)
{
	buffer_add_string(p->to, "</tbody>\n</table>\n</div>\n");
}

void
report_head(struct page *p, const char *words, const char *small)
{
	buffer_add_string(p->to, "<th scope=\"col\">");
	page_words(p, words);
	if (small != NULL) {
		buffer_add_string(p->to, " <small>");
		page_words(p, small);
		buffer_add_string(p->to, "</small>");
	}
	buffer_add_string(p->to, "</th>");
}

void
report_head_number(struct page *p, const char *words)
{
	buffer_add_string(p->to, "<th scope=\"col\" class=\"number\">");
	page_words(p, words);
	buffer_add_string(p->to, "</th>");
}

void
report_row_open(struct page *p, const char *class)
{
	if (class == NULL)
		buffer_add_string(p->to, "<tr><th scope=\"row\">");
	else
		buffer_add_format(p->to, "<tr class=\"%s\"><th "
		    "scope=\"row\">", class);
}

void
report_count_cell(struct page *p, int64_t n)
{
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<td class=\"number\">"),
	    COUNT_OF(n), MARKUP("</td>"));
}

void
report_note(struct page *p, int64_t n)
{
	const char *note = n > 0 ? figure_note(n) : NULL;

	if (note != NULL)
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP(" <span class=\"few\">"),
		    WORDS_OF(note), MARKUP("</span>"));
}

void
report_formula(struct page *p, const struct estimate *e)
{
	TEMPLATE(&p->w, "{1}{2}, {3}{4}", MARKUP(" title=\""),
	    WORDS_OF(figure_formula(e->method)), WORDS_OF("95\xC2\xA0%"),
	    MARKUP("\""));
}

static void
add_value_and_range(struct page *p, const struct estimate *e,
	enum figure_unit unit, const char *id)
{
	if (figure_has_value(e) && id != NULL)
		buffer_add_format(p->to, "<a href=\"#%s\">", id);
	if (figure_has_value(e))
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"),
		    VALUE_OF(unit, e->value), MARKUP(id != NULL ?
		    "</b></a> " : "</b> "));
	if (figure_has_range(e))
		TEMPLATE(&p->w, "{1}{2}{3}",
		    MARKUP("<span class=\"interval\">"), RANGE_OF(unit, e),
		    MARKUP("</span> "));
}

static void
add_estimate(struct page *p, const struct estimate *e, enum figure_unit unit,
	bool with_bar, const char *id)
{
	if (e->n == 0) {
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<td class=\"none\">"),
		    WORDS_OF("none"), MARKUP("</td>"));
		return;
	}
	buffer_add_format(p->to, "<td class=\"%s\"",
	    with_bar ? "figure" : "figure small");
	report_formula(p, e);
	buffer_add_char(p->to, '>');
	add_value_and_range(p, e, unit, id);
	if (with_bar && figure_has_range(e))
		report_interval_bar(p->to, e, unit);
	TEMPLATE(&p->w, "{1}n = {2}{3}", MARKUP("<span class=\"n\">"),
	    COUNT_OF(e->n), MARKUP("</span>"));
	report_note(p, e->n);
	buffer_add_string(p->to, "</td>");
}

void
report_estimate_cell(struct page *p, const struct estimate *e,
	enum figure_unit unit)
{
	add_estimate(p, e, unit, true, NULL);
}

void
report_linked_cell(struct page *p, const struct estimate *e,
	enum figure_unit unit, const char *id)
{
	add_estimate(p, e, unit, true, id);
}

void
report_small_cell(struct page *p, const struct estimate *e,
	enum figure_unit unit)
{
	add_estimate(p, e, unit, false, NULL);
}

void
report_small_linked_cell(struct page *p, const struct estimate *e,
	enum figure_unit unit, const char *id)
{
	add_estimate(p, e, unit, false, id);
}

const char *
report_verdict_class(enum summary_verdict verdict)
{
	static const char *const class[] = {
		[SUMMARY_TOO_FEW] = "unknown",
		[SUMMARY_NO_CLEAR_DIFFERENCE] = "even",
		[SUMMARY_OWN_AHEAD] = "ahead",
		[SUMMARY_COMPETITOR_AHEAD] = "behind",
	};

	return class[verdict];
}

void
report_difference_cell(struct page *p, const struct summary_difference *d,
	enum figure_unit unit, double reach, int64_t own_n, int64_t other_n)
{
	const struct estimate *e = &d->estimate;
	bool shown = d->verdict != SUMMARY_TOO_FEW;

	buffer_add_string(p->to, "<td class=\"figure small\"");
	report_formula(p, e);
	buffer_add_format(p->to, "><span class=\"badge %s\">",
	    report_verdict_class(d->verdict));
	page_words(p, summary_verdict_words(d->verdict));
	buffer_add_string(p->to, "</span>");
	if (shown && figure_has_value(e))
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"),
		    DIFFERENCE_OF(unit, e->value), MARKUP("</b> "));
	if (shown && figure_has_range(e)) {
		TEMPLATE(&p->w, "{1}{2}{3}",
		    MARKUP("<span class=\"interval\">"),
		    DIFFERENCE_RANGE_OF(unit, e), MARKUP("</span>"));
		report_zero_bar(p->to, d, reach);
	}
	TEMPLATE(&p->w, "{1}n = {2} and {3}{4}",
	    MARKUP("<span class=\"n\">"), COUNT_OF(own_n), COUNT_OF(other_n),
	    MARKUP("</span>"));
	if (shown)
		report_note(p, own_n < other_n ? own_n : other_n);
	if (shown && !isnan(d->q))
		TEMPLATE(&p->w, "{1}q = {2}{3}", MARKUP("<br><span "
		    "class=\"n\">"), VALUE_OF(FIGURE_CHANCE, d->q),
		    MARKUP("</span>"));
	if (d->needed > 0) {
		buffer_add_string(p->to, "<br><span class=\"n\">");
		TEMPLATE(&p->w, "about {1} of each would tell",
		    COUNTED("{1} review", "{1} reviews",
		    figure_rounded(d->needed)));
		buffer_add_string(p->to, "</span>");
	}
	buffer_add_string(p->to, "</td>");
}
