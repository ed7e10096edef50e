/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One brand: stars, shares, sources, languages, months, quotes. */
#include "report.h"

#include <stdio.h>
#include <string.h>

#include "shown.h"

enum { ID_ROOM = 48 };

enum slices { SOURCES, LANGUAGES, MONTHS, SLICES };

static void
add_stars(struct buffer *to, const struct summary_part *p, size_t brand)
{
	char id[ID_ROOM];
	int star;

	if (p->rated == 0) {
		buffer_add_string(to, "<p class=\"none\">No review came with "
		    "stars.</p>\n");
		return;
	}
	snprintf(id, sizeof(id), "t-stars-%zu", brand);
	report_table_open(to, id, "Stars, to the nearest whole one",
	    brand);
	buffer_add_string(to, "<thead><tr>");
	report_head(to, "Stars", NULL);
	report_head_number(to, "Reviews");
	report_head(to, "Share", "Wilson, of the reviews with stars");
	buffer_add_string(to, "<td></td></tr></thead>\n<tbody>\n");
	for (star = 5; star >= 1; star--) {
		struct estimate e = statistics_share(p->star[star - 1],
		    p->rated);

		buffer_add_format(to, "<tr><th scope=\"row\">%d</th>", star);
		report_count_cell(to, p->star[star - 1]);
		report_estimate_cell(to, &e, FIGURE_SHARE);
		buffer_add_string(to, "<td class=\"picture\">");
		report_share_bar(to, (double)p->star[star - 1] /
		    (double)p->rated);
		buffer_add_string(to, "</td></tr>\n");
	}
	report_table_close(to);
}

static void
add_shares(struct buffer *to, const struct summary_part *p, size_t brand)
{
	static const enum figure_name shown[] = {FIGURE_POSITIVE,
	    FIGURE_NEUTRAL, FIGURE_NEGATIVE};
	const int64_t count[] = {p->positive, p->neutral, p->negative};
	char id[ID_ROOM];
	size_t i;

	if (p->scored == 0) {
		buffer_add_string(to, "<p class=\"none\">No text could be "
		    "scored.</p>\n");
		return;
	}
	snprintf(id, sizeof(id), "t-shares-%zu", brand);
	report_table_open(to, id, "What the words say", brand);
	buffer_add_string(to, "<thead><tr>");
	report_head(to, "Texts", NULL);
	report_head_number(to, "Reviews");
	report_head(to, "Share", "Wilson, of the scored texts");
	buffer_add_string(to, "<td></td></tr></thead>\n<tbody>\n");
	for (i = 0; i < 3; i++) {
		static const char *const name[] = {"positive", "neutral",
		    "negative"};

		buffer_add_format(to, "<tr class=\"%s\"><th scope=\"row\">%s"
		    "</th>", name[i], name[i]);
		report_count_cell(to, count[i]);
		report_estimate_cell(to, figure_estimate(p, shown[i]),
		    FIGURE_SHARE);
		buffer_add_string(to, "<td class=\"picture\">");
		report_share_bar(to, (double)count[i] / (double)p->scored);
		buffer_add_string(to, "</td></tr>\n");
	}
	report_table_close(to);
}

/* What share of the reviews has an owner's reply, and what was left out of
 * which figure. */
static void
add_sums(struct buffer *to, const struct summary_part *p)
{
	struct estimate replied = statistics_share(p->replied, p->reviews);

	buffer_add_string(to, "<p>Of ");
	figure_add_count(to, p->reviews);
	buffer_add_string(to, " reviews ");
	figure_add_count(to, p->rated);
	buffer_add_string(to, " have stars, ");
	figure_add_count(to, p->scored);
	buffer_add_string(to, " have a text that could be scored, ");
	figure_add_count(to, p->unscored);
	buffer_add_string(to, " a text that could not, and ");
	figure_add_count(to, p->textless);
	buffer_add_string(to, " have no text. The owner has answered ");
	figure_add_count(to, p->replied);
	if (figure_has_range(&replied)) {
		buffer_add_format(to, " <span title=\"%s, 95 %%\">(",
		    figure_formula(replied.method));
		figure_add_value(to, FIGURE_SHARE, replied.value);
		buffer_add_string(to, ", interval ");
		figure_add_range(to, FIGURE_SHARE, &replied);
		buffer_add_string(to, ", n = ");
		figure_add_count(to, replied.n);
		buffer_add_string(to, ")</span>");
	}
	buffer_add_string(to, " so far.</p>\n");
}

/* The survey's own figures stand apart: stars are no recommendation. */
static void
add_survey(struct buffer *to, const struct summary_part *p)
{
	if (p->nps.n == 0)
		return;
	buffer_add_format(to, "<p title=\"%s, 95 %%\">Survey, net promoter "
	    "score: ", figure_formula(p->nps.method));
	if (figure_has_value(&p->nps)) {
		buffer_add_string(to, "<b>");
		figure_add_value(to, FIGURE_NET, p->nps.value);
		buffer_add_string(to, "</b>, interval ");
		figure_add_range(to, FIGURE_NET, &p->nps);
		buffer_add_string(to, ", ");
	}
	buffer_add_string(to, "n = ");
	figure_add_count(to, p->nps.n);
	buffer_add_string(to, " answers (");
	figure_add_count(to, p->promoters);
	buffer_add_string(to, " promoters, ");
	figure_add_count(to, p->passives);
	buffer_add_string(to, " passives, ");
	figure_add_count(to, p->detractors);
	buffer_add_string(to, " detractors).");
	if (figure_note(p->nps.n) != NULL)
		buffer_add_format(to, " <span class=\"few\">%s</span>",
		    figure_note(p->nps.n));
	buffer_add_string(to, "</p>\n");
}

static void
add_slice_label(struct buffer *to, const struct summary_part *p,
	enum slices of)
{
	buffer_add_string(to, "<tr><th scope=\"row\">");
	report_name(to, of == LANGUAGES ? figure_language(p->label) :
	    p->label);
	if (of == SOURCES && p->kind != NULL) {
		buffer_add_string(to, " <small>");
		report_text(to, p->kind, SHOWN_NAME);
		buffer_add_string(to, "</small>");
	}
	buffer_add_string(to, "</th>");
}

static void
add_slices(struct buffer *to, const struct summary_part *part, size_t count,
	enum slices of, size_t brand)
{
	static const char *const caption[SLICES] = {"By source",
	    "By language", "By month"};
	static const char *const head[SLICES] = {"Source", "Language",
	    "Month"};
	static const enum figure_name shown[] = {FIGURE_MEAN_STARS,
	    FIGURE_POSITIVE, FIGURE_NEGATIVE, FIGURE_NET_SENTIMENT};
	static const char *const formula[] = {"t or Dirichlet", "Wilson",
	    "Wilson", "Wald"};
	char id[ID_ROOM];
	size_t i, k;

	if (count == 0)
		return;
	snprintf(id, sizeof(id), "t-slice-%d-%zu", (int)of, brand);
	report_table_open(to, id, caption[of], brand);
	buffer_add_string(to, "<thead><tr>");
	report_head(to, head[of], NULL);
	report_head_number(to, "Reviews");
	for (k = 0; k < 4; k++)
		report_head(to, figure_estimates[shown[k]].title, formula[k]);
	report_head_number(to, "Answered");
	buffer_add_string(to, "</tr></thead>\n<tbody>\n");
	for (i = 0; i < count; i++) {
		add_slice_label(to, &part[i], of);
		report_count_cell(to, part[i].reviews);
		for (k = 0; k < 4; k++)
			report_estimate_cell(to,
			    figure_estimate(&part[i], shown[k]),
			    figure_estimates[shown[k]].unit);
		report_count_cell(to, part[i].replied);
		buffer_add_string(to, "</tr>\n");
	}
	report_table_close(to);
}

void
report_brand(struct buffer *to, const struct summary *s, size_t brand)
{
	const struct summary_brand *b = &s->brand[brand];
	size_t index = brand + 1;

	buffer_add_format(to, "<section id=\"b%zu\" class=\"brand\" "
	    "aria-labelledby=\"b%zu-name\">\n<h2><span id=\"b%zu-name\">",
	    index, index, index);
	report_name(to, figure_brand_name(b->name));
	buffer_add_string(to, "</span>");
	if (b->own)
		buffer_add_string(to, " <span class=\"badge self\">own brand"
		    "</span>");
	buffer_add_string(to, "</h2>\n");
	if (b->total.reviews == 0 && b->total.nps.n == 0) {
		buffer_add_string(to, "<p class=\"none\">No reviews were "
		    "collected.</p>\n</section>\n");
		return;
	}
	add_sums(to, &b->total);
	add_survey(to, &b->total);
	buffer_add_string(to, "<div class=\"pair\">\n");
	add_stars(to, &b->total, index);
	add_shares(to, &b->total, index);
	buffer_add_string(to, "</div>\n");
	add_slices(to, b->source, b->source_count, SOURCES, index);
	add_slices(to, b->language, b->language_count, LANGUAGES, index);
	add_slices(to, b->month, b->month_count, MONTHS, index);
	report_quotes(to, b, index);
	buffer_add_string(to, "</section>\n");
}
