/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the report: the answers in short, and a card with a meter per
 * brand. */
#include "report.h"

static void
add_card_figure(struct page *p, size_t brand, enum figure_name figure,
	const char *words)
{
	const struct summary_part *t = &p->s->brand[brand].total;
	const struct estimate *e = figure_estimate(t, figure);
	enum figure_unit unit = figure_estimates[figure].unit;
	struct way way, counted;

	report_figure_ways(p, brand, t, NULL, figure, &way, &counted);
	buffer_add_string(p->to, "<div");
	report_formula(p, e);
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("><dt>"), WORDS_OF(words),
	    MARKUP("</dt><dd>"));
	if (figure_has_value(e)) {
		report_way_open(p, way);
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b class=\"large\">"),
		    VALUE_OF(unit, e->value), MARKUP("</b>"));
		report_way_close(p, way);
		buffer_add_char(p->to, ' ');
	}
	if (figure_has_range(e))
		TEMPLATE(&p->w, "{1}{2}{3}",
		    MARKUP("<span class=\"interval\">"), RANGE_OF(unit, e),
		    MARKUP("</span> "));
	buffer_add_string(p->to, "<span class=\"n\">");
	if (!figure_has_value(e))
		report_way_open(p, way);
	TEMPLATE(&p->w, "n = {1}", COUNT_OF(e->n));
	if (!figure_has_value(e))
		report_way_close(p, way);
	buffer_add_string(p->to, "</span>");
	report_note(p, e->n);
	buffer_add_string(p->to, "</dd></div>\n");
}

static void
add_card(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	const struct summary_part *t = &b->total;
	struct way all = WAY(p, t->reviews, b->name, IS(REVIEWS));

	buffer_add_format(p->to, "<li class=\"card%s\">\n<h3>",
	    b->own ? " own" : "");
	page_brand(p, brand);
	buffer_add_string(p->to, "</h3>\n<p class=\"n\">");
	report_way_open(p, all);
	TEMPLATE(&p->w, "{1}", COUNTED("{1} review", "{1} reviews",
	    t->reviews));
	report_way_close(p, all);
	buffer_add_string(p->to, "</p>\n<div class=\"face\">");
	report_meter(p->to, &t->net_sentiment);
	buffer_add_string(p->to, "<dl>\n");
	add_card_figure(p, brand, FIGURE_NET_SENTIMENT,
	    "Net sentiment of the texts");
	buffer_add_string(p->to, "</dl></div>\n<dl>\n");
	add_card_figure(p, brand, FIGURE_MEAN_STARS, "Mean stars, of 5");
	if (t->nps.n > 0)
		add_card_figure(p, brand, FIGURE_NPS,
		    "Net promoter score of the survey");
	buffer_add_string(p->to, "</dl>\n");
	if (t->scored >= SUMMARY_FEW)
		report_split_bar(p->to, t->positive, t->neutral, t->negative);
	buffer_add_string(p->to, "</li>\n");
}

static void
add_swatch(struct page *p, const char *class, const char *english)
{
	buffer_add_format(p->to, " <span class=\"when\"><span class=\"swatch "
	    "%s\" aria-hidden=\"true\"></span> ", class);
	page_words(p, english);
	buffer_add_string(p->to, "</span>");
}

static void
add_cards(struct page *p)
{
	size_t i;

	buffer_add_string(p->to, "<ul class=\"cards\">\n");
	for (i = 0; i < p->s->brand_count; i++)
		add_card(p, i);
	buffer_add_string(p->to, "</ul>\n<p class=\"key\">");
	page_words(p, "The needle is net sentiment from \xE2\x88\x92" "100 to "
	    "+100, the arc inside it the 95\xC2\xA0% interval. The bar:");
	buffer_add_char(p->to, ' ');
	add_swatch(p, "positive", "positive");
	add_swatch(p, "neutral", "neutral");
	add_swatch(p, "negative", "negative");
	buffer_add_string(p->to, "</p>\n");
}

void
report_headlines(struct page *p)
{
	page_section(p, "short", "In short");
	report_brief(p);
	if (p->s->brand_count > 0)
		add_cards(p);
	page_section_end(p);
}
