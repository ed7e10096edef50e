/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the report: sentences, and the brands side by side. */
#include "report.h"

#include "sentence.h"

static void
add_sentence(struct buffer *to, const struct summary_brand *own,
	const struct summary_comparison *k, size_t which)
{
	static const char *const class[] = {
		[SUMMARY_TOO_FEW] = "unknown",
		[SUMMARY_NO_CLEAR_DIFFERENCE] = "even",
		[SUMMARY_OWN_AHEAD] = "ahead",
		[SUMMARY_COMPETITOR_AHEAD] = "behind",
	};

	static const struct sentence_words words = {report_name, "<strong>",
	    "</strong>"};

	buffer_add_format(to, "<li class=\"%s\">",
	    class[sentence_verdict(k, which)]);
	sentence_add(to, own, k, which, &words);
	buffer_add_string(to, "</li>\n");
}

void
report_headlines(struct buffer *to, const struct summary *s)
{
	const struct summary_brand *own = figure_own(s);
	size_t i, which;

	buffer_add_string(to, "<section id=\"short\" aria-labelledby="
	    "\"short-head\">\n<h2 id=\"short-head\">In short</h2>\n");
	if (own == NULL || s->comparison_count == 0) {
		buffer_add_string(to, own == NULL ?
		    "<p>No brand is named as the own one, so nothing is "
		    "compared.</p>\n" :
		    "<p>There is no competitor to compare with.</p>\n");
	} else {
		buffer_add_string(to, "<ul class=\"headlines\">\n");
		for (i = 0; i < s->comparison_count; i++)
			for (which = 0; which < SENTENCES; which++)
				add_sentence(to, own, &s->comparison[i],
				    which);
		buffer_add_string(to, "</ul>\n");
	}
	if (s->any_short)
		buffer_add_string(to, "<p class=\"warning\"><strong>Some "
		    "sources came out short.</strong> What is missing is "
		    "listed under <a href=\"#coverage\">Coverage</a>.</p>\n");
	buffer_add_string(to, "</section>\n");
}

static void
add_card_figure(struct buffer *to, const struct estimate *e,
	enum figure_unit unit, const char *words)
{
	buffer_add_format(to, "<div title=\"%s, 95 %%\"><dt>%s</dt><dd>",
	    figure_formula(e->method), words);
	if (figure_has_value(e)) {
		buffer_add_string(to, "<b class=\"large\">");
		figure_add_value(to, unit, e->value);
		buffer_add_string(to, "</b> ");
	}
	if (figure_has_range(e)) {
		buffer_add_string(to, "<span class=\"interval\">");
		figure_add_range(to, unit, e);
		buffer_add_string(to, "</span> ");
	}
	buffer_add_string(to, "<span class=\"n\">n = ");
	figure_add_count(to, e->n);
	buffer_add_string(to, "</span>");
	if (e->n > 0 && figure_note(e->n) != NULL)
		buffer_add_format(to, " <span class=\"few\">%s</span>",
		    figure_note(e->n));
	buffer_add_string(to, "</dd></div>\n");
}

static void
add_card(struct buffer *to, const struct summary_brand *b, size_t index)
{
	const struct summary_part *p = &b->total;

	buffer_add_format(to, "<li class=\"card%s\">\n<h3><a href=\"#b%zu\">",
	    b->own ? " own" : "", index);
	report_name(to, figure_brand_name(b->name));
	buffer_add_string(to, "</a>");
	if (b->own)
		buffer_add_string(to, " <span class=\"badge self\">own brand"
		    "</span>");
	buffer_add_string(to, "</h3>\n<p class=\"n\">");
	figure_add_count(to, p->reviews);
	buffer_add_string(to, p->reviews == 1 ? " review</p>\n<dl>\n" :
	    " reviews</p>\n<dl>\n");
	add_card_figure(to, &p->mean_stars, FIGURE_STARS,
	    "Mean stars, of 5");
	add_card_figure(to, &p->net_sentiment, FIGURE_NET,
	    "Net sentiment of the texts");
	if (p->nps.n > 0)
		add_card_figure(to, &p->nps, FIGURE_NET,
		    "Net promoter score of the survey");
	buffer_add_string(to, "</dl>\n");
	if (p->scored >= SUMMARY_FEW)
		report_split_bar(to, p);
	buffer_add_string(to, "</li>\n");
}

static void
add_cards(struct buffer *to, const struct summary *s)
{
	size_t i;

	buffer_add_string(to, "<ul class=\"cards\">\n");
	for (i = 0; i < s->brand_count; i++)
		add_card(to, &s->brand[i], i + 1);
	buffer_add_string(to, "</ul>\n<p class=\"key\">The bar of a card: "
	    "<span class=\"swatch positive\"></span> positive, "
	    "<span class=\"swatch neutral\"></span> neutral, "
	    "<span class=\"swatch negative\"></span> negative texts.</p>\n");
}

static void
add_levels(struct buffer *to, const struct summary *s)
{
	static const enum figure_name shown[] = {FIGURE_MEAN_STARS,
	    FIGURE_POSITIVE, FIGURE_NEUTRAL, FIGURE_NEGATIVE,
	    FIGURE_NET_SENTIMENT, FIGURE_VOICE};
	static const char *const formula[] = {"1 to 5; t or Dirichlet",
	    "Wilson", "Wilson", "Wilson",
	    "&minus;100 to +100; Wald", "Goodman"};
	enum { SHOWN = sizeof(shown) / sizeof(shown[0]) };
	size_t i, k;

	report_table_open(to, "t-levels", "Every brand by itself, with 95 % "
	    "intervals", 0);
	buffer_add_string(to, "<thead><tr>");
	report_head(to, "Brand", NULL);
	report_head_number(to, "Reviews");
	for (k = 0; k < SHOWN; k++)
		report_head(to, figure_estimates[shown[k]].title, formula[k]);
	buffer_add_string(to, "</tr></thead>\n<tbody>\n");
	for (i = 0; i < s->brand_count; i++) {
		const struct summary_brand *b = &s->brand[i];

		buffer_add_string(to, b->own ? "<tr class=\"own\">" : "<tr>");
		buffer_add_string(to, "<th scope=\"row\">");
		report_name(to, figure_brand_name(b->name));
		buffer_add_string(to, "</th>");
		report_count_cell(to, b->total.reviews);
		for (k = 0; k < SHOWN; k++)
			report_estimate_cell(to,
			    figure_estimate(&b->total, shown[k]),
			    figure_estimates[shown[k]].unit);
		buffer_add_string(to, "</tr>\n");
	}
	report_table_close(to);
}

/* The farthest end of any interval that is drawn, so that all bars of a
 * measure share one scale. */
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
add_differences(struct buffer *to, const struct summary *s,
	const struct summary_brand *own)
{
	static const char *const formula[FIGURE_DIFFERENCES] = {"Welch",
	    "Newcombe; more is better", "Newcombe; less is better", "Wald"};
	size_t i, k;

	report_table_open(to, "t-differences", "The own brand minus each "
	    "competitor, with 95 % intervals; the line in the middle of a "
	    "bar is zero", 0);
	buffer_add_string(to, "<thead><tr>");
	report_head(to, "Competitor", NULL);
	for (k = 0; k < FIGURE_DIFFERENCES; k++)
		report_head(to, figure_estimates[
		    figure_differences[k]].title, formula[k]);
	buffer_add_string(to, "</tr></thead>\n<tbody>\n");
	for (i = 0; i < s->comparison_count; i++) {
		const struct summary_comparison *c = &s->comparison[i];

		buffer_add_string(to, "<tr><th scope=\"row\">");
		report_name(to, figure_brand_name(c->competitor->name));
		buffer_add_string(to, "</th>");
		for (k = 0; k < FIGURE_DIFFERENCES; k++) {
			enum figure_name f = figure_differences[k];

			report_difference_cell(to, figure_difference(c, k),
			    figure_estimates[f].unit, reach_of(s, k),
			    figure_estimate(&own->total, f)->n,
			    figure_estimate(&c->competitor->total, f)->n);
		}
		buffer_add_string(to, "</tr>\n");
	}
	report_table_close(to);
}

void
report_comparison(struct buffer *to, const struct summary *s)
{
	const struct summary_brand *own = figure_own(s);

	if (s->brand_count == 0)
		return;
	buffer_add_string(to, "<section id=\"compare\" aria-labelledby="
	    "\"compare-head\">\n<h2 id=\"compare-head\">Side by side</h2>\n");
	add_cards(to, s);
	add_levels(to, s);
	if (own != NULL && s->comparison_count > 0)
		add_differences(to, s, own);
	buffer_add_string(to, "</section>\n");
}
