/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Comparisons that go further: the same mix of sources, words. */
#include "report.h"

#include <stdio.h>

enum { ID_ROOM = 48 };

/* ---- the same mix of sources ---- */

static void
add_standard_cell(struct page *p, const struct summary_comparison *c, int m)
{
	static const enum selection_what what[SUMMARY_MEASURES] = {
	    SELECT_STARS, SELECT_SCORED, SELECT_SCORED, SELECT_SCORED};
	const struct summary_standard *s = &c->standard[m];
	enum figure_unit unit = figure_estimates[figure_differences[m]].unit;
	struct way own = report_part_way(p, -1, figure_own(p->s)->name, NULL,
	    what[m]), other = report_part_way(p, -1, c->competitor->name,
	    NULL, what[m]);
	const struct summary_difference *d = &s->difference;
	bool shown = s->strata > 0 && d->verdict != SUMMARY_TOO_FEW;

	if (s->strata == 0) {
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<td class=\"none\">"),
		    WORDS_OF("no source in common"), MARKUP("</td>"));
		return;
	}
	buffer_add_string(p->to, "<td class=\"figure small\"");
	report_formula(p, &d->estimate);
	buffer_add_format(p->to, "><span class=\"badge %s\">",
	    report_verdict_class(d->verdict));
	page_words(p, summary_verdict_words(d->verdict));
	buffer_add_string(p->to, "</span>");
	if (shown && figure_has_value(&d->estimate)) {
		report_way_open(p, own);
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"),
		    DIFFERENCE_OF(unit, d->estimate.value), MARKUP("</b>"));
		report_way_close(p, own);
		buffer_add_char(p->to, ' ');
	}
	if (shown && figure_has_range(&d->estimate))
		TEMPLATE(&p->w, "{1}{2}{3}",
		    MARKUP("<span class=\"interval\">"),
		    DIFFERENCE_RANGE_OF(unit, &d->estimate),
		    MARKUP("</span>"));
	if (s->turns)
		TEMPLATE(&p->w, "{1}{2}{3}",
		    MARKUP("<span class=\"badge behind\">"),
		    WORDS_OF("the mix of sources turns the sign"),
		    MARKUP("</span>"));
	buffer_add_string(p->to, "<span class=\"n wraps\">");
	report_way_open(p, other);
	TEMPLATE(&p->w, "from {1} and {2} of the reviews",
	    VALUE_OF(FIGURE_SHARE, s->kept_own),
	    VALUE_OF(FIGURE_SHARE, s->kept_other));
	report_way_close(p, other);
	buffer_add_string(p->to, "</span></td>");
}

void
report_same_mix(struct page *p)
{
	size_t i;
	int m;

	page_title(p, 3, "With the same mix of sources");
	page_paragraph(p, "key", "Sites differ in who writes there. Here both "
	    "brands have the same weight in each source that they share.");
	report_table_open(p, "t-mix", "Own brand minus competitor, "
	    "standardised by source", NULL);
	report_head(p, "Competitor", NULL);
	for (m = 0; m < SUMMARY_MEASURES; m++)
		report_head(p, figure_estimates[
		    figure_differences[m]].title, NULL);
	report_table_body(p);
	for (i = 0; i < p->s->comparison_count; i++) {
		const struct summary_comparison *c = &p->s->comparison[i];

		report_row_open(p, NULL);
		page_brand(p, (size_t)(c->competitor - p->s->brand));
		buffer_add_string(p->to, "</th>");
		for (m = 0; m < SUMMARY_MEASURES; m++)
			add_standard_cell(p, c, m);
		buffer_add_string(p->to, "</tr>\n");
	}
	report_table_close(p);
}

/* ---- words that set the brands apart ---- */

static int
size_of(int64_t n, int64_t most)
{
	int size = 1;

	while (size < 9 && n * 81 > most * (size * size))
		size++;
	return size;
}

static void
add_cloud(struct page *p, const struct summary_comparison *c)
{
	int64_t most = 1;
	size_t i;

	for (i = 0; i < c->word_count; i++) {
		int64_t n = c->word[i].own + c->word[i].other;

		most = n > most ? n : most;
	}
	buffer_add_string(p->to, "<ul class=\"cloud\" aria-hidden=\"true\">"
	    "\n");
	for (i = 0; i < c->word_count; i++) {
		const struct summary_word *w = &c->word[i];

		buffer_add_format(p->to, "<li class=\"size-%d ink-%zu\">",
		    size_of(w->own + w->other, most), (w->ours ?
		    (size_t)(figure_own(p->s) - p->s->brand) :
		    (size_t)(c->competitor - p->s->brand)) % 8);
		report_name(p->to, w->word);
		buffer_add_string(p->to, "</li>\n");
	}
	buffer_add_string(p->to, "</ul>\n");
}

static void
add_word_cells(struct page *p, const struct summary_comparison *c,
	const struct summary_word *w)
{
	const struct selection_condition word = OF_TWO(WORD, w->language,
	    w->word);
	struct way own = WAY(p, w->own, figure_own(p->s)->name, word);
	struct way other = WAY(p, w->other, c->competitor->name, word);
	struct way either = w->ours ? own : other;

	report_count_cell(p, w->own, own);
	report_count_cell(p, w->other, other);
	either.loose = true;
	report_number_open(p, either);
	TEMPLATE(&p->w, "{1}", VALUE_OF(FIGURE_NUMBER, w->z));
	report_number_close(p, either);
	report_number_open(p, either);
	TEMPLATE(&p->w, "{1}", VALUE_OF(FIGURE_CHANCE, w->q));
	report_number_close(p, either);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_words(struct page *p, const struct summary_comparison *c, size_t index)
{
	char id[ID_ROOM];
	size_t i;

	snprintf(id, sizeof(id), "t-words-%zu", index + 1);
	add_cloud(p, c);
	report_table_open(p, id, "Words that one side's reviews use more",
	    c->competitor->name);
	report_head(p, "Word", NULL);
	report_head(p, "Language", NULL);
	report_head(p, "Used more about", NULL);
	report_head_number(p, "Own reviews");
	report_head_number(p, "Theirs");
	report_head(p, "z", "log-odds, informative prior");
	report_head(p, "q", "Benjamini-Hochberg");
	report_table_body(p);
	for (i = 0; i < c->word_count; i++) {
		const struct summary_word *w = &c->word[i];

		report_row_open(p, NULL);
		buffer_add_string(p->to, "<bdi");
		report_language(p->to, w->language);
		buffer_add_char(p->to, '>');
		report_text(p->to, w->word, 60);
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("</bdi></th><td>"),
		    WORDS_OF(figure_language(w->language)),
		    MARKUP("</td><td>"));
		page_brand(p, w->ours ? (size_t)(figure_own(p->s) -
		    p->s->brand) : (size_t)(c->competitor - p->s->brand));
		buffer_add_string(p->to, "</td>");
		add_word_cells(p, c, w);
	}
	report_table_close(p);
}

void
report_words_apart(struct page *p)
{
	size_t i, count = 0;

	for (i = 0; i < p->s->comparison_count; i++)
		count += p->s->comparison[i].word_count;
	if (count == 0)
		return;
	page_title(p, 3, "Words that set the brands apart");
	page_paragraph(p, "key", "The larger, the more reviews hold the word; "
	    "the colour is that of the brand whose reviews use it more. Only "
	    "words of at least five authors.");
	for (i = 0; i < p->s->comparison_count; i++)
		if (p->s->comparison[i].word_count > 0)
			add_words(p, &p->s->comparison[i], i);
}
