/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head of the report: sentences, and a card with a meter per brand. */
#include "report.h"

#include "sentence.h"

enum { THEMES = 3 };	/* named of each side */

static void
add_sentences(struct page *p, const struct summary_brand *own)
{
	size_t i, which;

	buffer_add_string(p->to, "<ul class=\"headlines\">\n");
	for (i = 0; i < p->s->comparison_count; i++)
		for (which = 0; which < SENTENCES; which++) {
			const struct summary_comparison *k =
			    &p->s->comparison[i];

			buffer_add_format(p->to, "<li class=\"%s\">",
			    report_verdict_class(sentence_verdict(k,
			    which)));
			sentence_add(&p->w, own, k, which);
			buffer_add_string(p->to, "</li>\n");
		}
	buffer_add_string(p->to, "</ul>\n");
}

/* ---- what to look at first ---- */

/* Themes of which most that is said is good (1) or bad (-1), the most said
 * first. */
static int64_t
said_of(const struct summary_aspect *a, int side)
{
	const struct estimate *e = &a->positive_share;

	if (!figure_has_value(e) || !e->bounded)
		return 0;
	return side > 0 ? (e->low > .5 ? a->positive : 0) :
	    e->high < .5 ? a->negative : 0;
}

static const struct summary_aspect *
next_theme(const struct summary_brand *b, int side,
	const struct summary_aspect *than)
{
	const struct summary_aspect *best = NULL;
	int64_t most = 0, n;
	size_t i;

	for (i = 0; i < b->aspect_count; i++) {
		const struct summary_aspect *a = &b->aspect[i];

		n = said_of(a, side);
		if (n > most && (than == NULL || n < said_of(than, side) ||
		    (n == said_of(than, side) && a > than))) {
			best = a;
			most = n;
		}
	}
	return best;
}

static void
add_themes(struct page *p, const struct summary_brand *b, int side,
	const char *words)
{
	const struct summary_aspect *a = next_theme(b, side, NULL);
	const char *label = side > 0 ? "pos" : "neg";
	int shown;

	if (a == NULL)
		return;
	buffer_add_format(p->to, "<li class=\"%s\">",
	    side > 0 ? "ahead" : "behind");
	page_words(p, words);
	for (shown = 0; a != NULL && shown < THEMES; shown++) {
		struct way way = WAY(p, said_of(a, side), b->name,
		    OF_TWO(ASPECT, a->name, label));

		buffer_add_string(p->to, shown > 0 ? ", " : " ");
		report_way_open(p, way);
		page_words(p, a->name);
		report_way_close(p, way);
		TEMPLATE(&p->w, " ({1})", COUNT_OF(said_of(a, side)));
		a = next_theme(b, side, a);
	}
	buffer_add_string(p->to, "</li>\n");
}

static void
add_counted(struct page *p, const char *class, const char *to,
	const char *one, const char *many, int64_t n)
{
	if (n == 0)
		return;
	buffer_add_format(p->to, "<li class=\"%s\"><a href=\"#%s\">",
	    class, to);
	TEMPLATE(&p->w, "{1}", COUNTED(one, many, n));
	buffer_add_string(p->to, "</a></li>\n");
}

static void
add_today(struct page *p, const struct summary_brand *own)
{
	int64_t alerts = 0;
	size_t i;

	for (i = 0; i < p->s->alert_count; i++)
		alerts += p->s->alert[i].now;
	buffer_add_string(p->to, "<ul class=\"today\">\n");
	add_counted(p, "behind", "alerts", "{1} alert is on",
	    "{1} alerts are on", alerts);
	add_counted(p, "even", "open",
	    "{1} complaint without an answer is listed",
	    "{1} complaints without an answer are listed",
	    (int64_t)own->open.count);
	if (p->s->since != NULL)
		add_counted(p, "even", "t-since",
		    "{1} new review since the last summary",
		    "{1} new reviews since the last summary",
		    own->since.reviews);
	add_themes(p, own, 1, "Praised:");
	add_themes(p, own, -1, "Complained about:");
	buffer_add_string(p->to, "</ul>\n");
}

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
	const struct summary_brand *own = figure_own(p->s);

	page_section(p, "short", "In short");
	if (own == NULL)
		page_paragraph(p, NULL, "No brand is named as the own one, "
		    "so nothing is compared.");
	else if (p->s->comparison_count == 0)
		page_paragraph(p, NULL, "There is no competitor to compare "
		    "with.");
	else
		add_sentences(p, own);
	if (own != NULL)
		add_today(p, own);
	if (p->s->any_short) {
		buffer_add_string(p->to, "<p class=\"warning\"><strong>");
		page_words(p, "Some sources came out short.");
		buffer_add_string(p->to, "</strong> <a href=\"#sources\">");
		page_words(p, "What is missing");
		buffer_add_string(p->to, "</a></p>\n");
	}
	if (p->s->brand_count > 0)
		add_cards(p);
	page_section_end(p);
}
