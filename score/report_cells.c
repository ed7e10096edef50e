/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of the report and the cells that figures stand in. */
#include "report.h"

#include <math.h>

enum { NUMBER_ROOM = 256 };

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
report_number_open(struct page *p, struct way way)
{
	buffer_add_string(p->to, "<td class=\"number\">");
	report_way_open(p, way);
}

void
report_number_close(struct page *p, struct way way)
{
	report_way_close(p, way);
	buffer_add_string(p->to, "</td>");
}

void
report_count_cell(struct page *p, int64_t n, struct way way)
{
	report_number_open(p, way);
	TEMPLATE(&p->w, "{1}", COUNT_OF(n));
	report_number_close(p, way);
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

void
report_chance(struct page *p, char letter, double chance)
{
	/* What is smaller is written with a sign of its own. */
	buffer_add_format(p->to, "<span class=\"n\"><bdi>%c%s", letter,
	    chance > .001 ? " = " : " ");
	TEMPLATE(&p->w, "{1}{2}", VALUE_OF(FIGURE_CHANCE, chance),
	    MARKUP("</bdi></span>"));
}

static void
add_value_and_range(struct page *p, const struct estimate *e,
	enum figure_unit unit, struct way way)
{
	if (figure_has_value(e)) {
		report_way_open(p, way);
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"),
		    VALUE_OF(unit, e->value), MARKUP("</b>"));
		report_way_close(p, way);
		buffer_add_char(p->to, ' ');
	}
	if (figure_has_range(e))
		TEMPLATE(&p->w, "{1}{2}{3}",
		    MARKUP("<span class=\"interval\">"), RANGE_OF(unit, e),
		    MARKUP("</span> "));
}

/* The n is a link of its own where the value leads elsewhere, or is not
 * shown. */
static void
add_n(struct page *p, int64_t n, struct way way)
{
	buffer_add_string(p->to, "<span class=\"n\">");
	report_way_open(p, way);
	TEMPLATE(&p->w, "n = {1}", COUNT_OF(n));
	report_way_close(p, way);
	buffer_add_string(p->to, "</span>");
}

static void
add_estimate(struct page *p, const struct estimate *e, enum figure_unit unit,
	bool with_bar, const struct way way[2])
{
	bool alone = way[1].number == 0;

	if (e->n == 0) {
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<td class=\"none\">"),
		    WORDS_OF("none"), MARKUP("</td>"));
		return;
	}
	buffer_add_format(p->to, "<td class=\"%s\"",
	    with_bar ? "figure" : "figure small");
	report_formula(p, e);
	buffer_add_char(p->to, '>');
	add_value_and_range(p, e, unit, way[!alone]);
	if (with_bar && figure_has_range(e))
		report_interval_bar(p->to, e, unit);
	add_n(p, e->n, alone && figure_has_value(e) ? NO_WAY : way[0]);
	report_note(p, e->n);
	buffer_add_string(p->to, "</td>");
}

void
report_small_cell(struct page *p, const struct estimate *e,
	enum figure_unit unit, struct way way, struct way part)
{
	add_estimate(p, e, unit, false, (const struct way[]){way, part});
}

void
report_rate_cell(struct page *p, const struct estimate *e, struct way way)
{
	if (!e->known) {
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<td class=\"none\">"),
		    WORDS_OF("none"), MARKUP("</td>"));
		return;
	}
	buffer_add_string(p->to, "<td class=\"figure small\"");
	report_formula(p, e);
	buffer_add_char(p->to, '>');
	if (isfinite(e->value)) {
		report_way_open(p, way);
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"),
		    VALUE_OF(FIGURE_NUMBER, e->value), MARKUP("</b>"));
		report_way_close(p, way);
		buffer_add_char(p->to, ' ');
	}
	buffer_add_string(p->to, "<span class=\"interval\">");
	if (isfinite(e->high))
		TEMPLATE(&p->w, "{1}", RANGE_OF(FIGURE_NUMBER, e));
	else
		TEMPLATE(&p->w, "{1} or more", VALUE_OF(FIGURE_NUMBER,
		    e->low));
	buffer_add_string(p->to, "</span> ");
	add_n(p, e->n, isfinite(e->value) ? NO_WAY : way);
	buffer_add_string(p->to, "</td>");
}

/* What the n of a figure counts, and what its value counts of that. */
static const struct {
	enum selection_what of, counted;
} made_of[FIGURE_ESTIMATES] = {
	[FIGURE_MEAN_STARS] = {SELECT_STARS, SELECT_END},
	[FIGURE_POSITIVE] = {SELECT_SCORED, SELECT_POSITIVE},
	[FIGURE_NEUTRAL] = {SELECT_SCORED, SELECT_NEUTRAL},
	[FIGURE_NEGATIVE] = {SELECT_SCORED, SELECT_NEGATIVE},
	[FIGURE_NET_SENTIMENT] = {SELECT_SCORED, SELECT_END},
	[FIGURE_VOICE] = {SELECT_PUBLIC, SELECT_PUBLIC},
	[FIGURE_NPS] = {SELECT_RECOMMEND, SELECT_END},
	[FIGURE_NET_RATIO] = {SELECT_SCORED, SELECT_END},
	[FIGURE_INDEX] = {SELECT_SCORED, SELECT_POSITIVE},
	[FIGURE_SATISFACTION] = {SELECT_SATISFIED, SELECT_END},
	[FIGURE_RESPONSE] = {SELECT_ANSWERABLE, SELECT_REPLIED},
};

void
report_figure_ways(struct page *p, size_t brand,
	const struct summary_part *of, const struct selection_condition *part,
	enum figure_name figure, struct way *way, struct way *counted)
{
	const struct estimate *e = figure_estimate(of, figure);
	const char *name = p->s->brand[brand].name;

	/* A share of voice is one of all brands. */
	*way = report_part_way(p, e->n, figure == FIGURE_VOICE ? NULL : name,
	    part, made_of[figure].of);
	*counted = NO_WAY;
	if (made_of[figure].counted != SELECT_END && e->n > 0 &&
	    e->value > 0)
		*counted = report_part_way(p, -1, name, part,
		    made_of[figure].counted);
}

void
report_figure_cell(struct page *p, size_t brand,
	const struct summary_part *of, const struct selection_condition *part,
	enum figure_name figure, bool with_bar)
{
	struct way way[2];

	report_figure_ways(p, brand, of, part, figure, &way[0], &way[1]);
	add_estimate(p, figure_estimate(of, figure),
	    figure_estimates[figure].unit, with_bar, way);
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

/* "n = 133 and 78", each with its link. */
static void
add_both_n(struct page *p, int64_t own_n, struct way own, int64_t other_n,
	struct way other)
{
	const int64_t n[] = {own_n, other_n};
	const struct way way[] = {own, other};
	struct buffer number[2], *to = p->to;
	size_t i;

	for (i = 0; i < 2; i++) {
		buffer_init(&number[i], NUMBER_ROOM);
		p->to = &number[i];
		report_way_open(p, way[i]);
		figure_add_count(p->to, p->w.translation, n[i]);
		report_way_close(p, way[i]);
	}
	p->to = to;
	TEMPLATE(&p->w, "{1}n = {2} and {3}{4}",
	    MARKUP("<span class=\"n\">"), MARKUP(number[0].bytes),
	    MARKUP(number[1].bytes), MARKUP("</span>"));
	for (i = 0; i < 2; i++)
		buffer_release(&number[i]);
}

static void
add_difference_value(struct page *p, const struct summary_difference *d,
	enum figure_unit unit, double reach, struct way own)
{
	const struct estimate *e = &d->estimate;

	/* The value is of both; the n beside it lead to each. */
	own.loose = true;
	if (figure_has_value(e)) {
		report_way_open(p, own);
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"),
		    DIFFERENCE_OF(unit, e->value), MARKUP("</b>"));
		report_way_close(p, own);
		buffer_add_char(p->to, ' ');
	}
	if (!figure_has_range(e))
		return;
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<span class=\"interval\">"),
	    DIFFERENCE_RANGE_OF(unit, e), MARKUP("</span> "));
	if (reach > 0)
		report_zero_bar(p->to, d, reach);
}

void
report_difference_cell(struct page *p, const struct summary_difference *d,
	enum figure_unit unit, double reach, int64_t own_n, struct way own,
	int64_t other_n, struct way other)
{
	bool shown = d->verdict != SUMMARY_TOO_FEW;

	buffer_add_string(p->to, "<td class=\"figure small\"");
	report_formula(p, &d->estimate);
	buffer_add_format(p->to, "><span class=\"badge %s\">",
	    report_verdict_class(d->verdict));
	page_words(p, summary_verdict_words(d->verdict));
	buffer_add_string(p->to, "</span>");
	if (shown)
		add_difference_value(p, d, unit, reach, own);
	add_both_n(p, own_n, own, other_n, other);
	if (shown)
		report_note(p, own_n < other_n ? own_n : other_n);
	if (shown && !isnan(d->q)) {
		buffer_add_string(p->to, "<br>");
		report_chance(p, 'q', d->q);
	}
	if (d->needed > 0) {
		buffer_add_string(p->to, "<br><span class=\"n wraps\">");
		TEMPLATE(&p->w, "about {1} of each would tell",
		    COUNTED("{1} review", "{1} reviews",
		    figure_rounded(d->needed)));
		buffer_add_string(p->to, "</span>");
	}
	buffer_add_string(p->to, "</td>");
}
