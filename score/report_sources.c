/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the reviews are from, and what is missing. */
#include "report.h"

#include <stdio.h>
#include <string.h>

#include "shown.h"

enum {
	ID_ROOM = 48,
};

static void
add_missing_cells(struct page *p, const struct summary_source *k)
{
	/* What is collected is counted by runs: a review may come twice. */
	struct way way = WAY(p, -1, k->brand, OF(SOURCE, k->source));

	if (k->stated < 0) {
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<td class=\"none\">"),
		    WORDS_OF("not stated"), MARKUP("</td>"));
		report_count_cell(p, k->collected, way);
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<td class=\"none\">"),
		    WORDS_OF("unknown"), MARKUP("</td>"));
		return;
	}
	report_count_cell(p, k->stated, way);
	report_count_cell(p, k->collected, way);
	report_number_open(p, k->stated > 0 ? way : NO_WAY);
	if (k->stated > 0)
		TEMPLATE(&p->w, "{1}", VALUE_OF(FIGURE_SHARE,
		    (double)k->collected / (double)k->stated));
	report_number_close(p, k->stated > 0 ? way : NO_WAY);
}

static void
add_kind(struct page *p, const char *kind)
{
	if (kind == NULL)
		return;
	buffer_add_string(p->to, " <small>");
	report_text(p->to, translation_of(p->w.translation, kind),
	    SHOWN_NAME);
	buffer_add_string(p->to, "</small>");
}

/* The rule that ended the row (sayso-captures(5)), in plain words. */
static void
add_stop(struct page *p, const char *stop)
{
	static const struct { const char *rule, *words; } all[] = {
		{"empty", "there were no more pages"},
		{"absent", "there were no more pages"},
		{"short", "there were no more pages"},
		{"status", "there were no more pages"},
		{"single", "all pages were read"},
		{"header", "all pages were read"},
		{"total", "all pages were read"},
		{"ids", "all pages were read"},
		{"window", "all pages were read"},
		{"repeat", "a page came twice"},
		{"known", "the rest was known already"},
		{"before_since", "the rest is older"},
		{"page-ceiling", "the plan allows no more pages"},
		{"elsewhere", "the next page is on another site"},
		{"robots", "robots.txt forbids it"},
		{"blocked", "the source refused"},
		{"retry-after", "the source asked for patience"},
	};
	/* "status:404": the rule is what stands before the colon. */
	const struct text rule = {stop, stop == NULL ? 0 :
	    strcspn(stop, ":")};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		if (text_is(rule, all[i].rule)) {
			page_words(p, all[i].words);
			return;
		}
	report_name(p->to, stop);
}

static void
add_source(struct page *p, const struct summary_source *k)
{
	struct buffer *to = p->to;

	report_row_open(p, k->is_short ? "short" : NULL);
	report_name(to, k->source);
	add_kind(p, k->kind);
	buffer_add_string(to, "</th><td>");
	report_name(to, figure_brand_name(k->brand));
	buffer_add_string(to, "</td>");
	add_missing_cells(p, k);
	buffer_add_string(to, k->is_short ?
	    "<td><span class=\"badge behind\">" : "<td><span>");
	report_name(to, translation_of(p->w.translation, k->status == NULL ?
	    "not known" : k->status));
	buffer_add_string(to, "</span></td><td>");
	add_stop(p, k->stop);
	buffer_add_string(to, "</td></tr>\n");
}

static void
add_coverage(struct page *p)
{
	size_t i;

	if (p->s->source_count == 0)
		return;
	page_paragraph(p, NULL, "What each source says it holds, and what was "
	    "collected of it.");
	report_table_open(p, "t-coverage", "Stated against collected", NULL);
	report_head(p, "Source", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Stated");
	report_head_number(p, "Collected");
	report_head_number(p, "Coverage");
	report_head(p, "Status", NULL);
	report_head(p, "Stopped by", NULL);
	report_table_body(p);
	for (i = 0; i < p->s->source_count; i++)
		add_source(p, &p->s->source[i]);
	report_table_close(p);
	page_left_out(p, "Only {1} of {2} are shown here, first those that "
	    "came out short, then those with most reviews; all of them are "
	    "in {3}.", p->s->source_count, p->all->source_count, "sources");
}

/* ---- the parts of a brand ---- */

static const struct slice {
	const char *id, *caption, *head;
	enum selection_what what;
} by_source = {"sources", "By source", "Source", SELECT_SOURCE},
    by_language = {"languages", "By language", "Language",
    SELECT_LANGUAGE},
    by_item = {"items", "By item", "Item", SELECT_ITEM};

static const enum figure_name shown[] = {FIGURE_MEAN_STARS, FIGURE_POSITIVE,
	FIGURE_NEGATIVE, FIGURE_NET_SENTIMENT};

static void
add_slice(struct page *p, const struct summary_part *part,
	const struct slice *of, size_t brand)
{
	const struct selection_condition is = {.what = of->what,
	    .value = text_of(part->label)};
	const char *name = p->s->brand[brand].name;
	size_t k;

	report_row_open(p, NULL);
	report_name(p->to, of->what != SELECT_LANGUAGE ? part->label :
	    translation_of(p->w.translation, figure_language(part->label)));
	add_kind(p, part->kind);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, part->reviews, WAY(p, part->reviews, name, is));
	for (k = 0; k < 4; k++)
		report_figure_cell(p, brand, part, &is, shown[k], true);
	report_count_cell(p, part->replied, WAY(p, part->replied, name, is,
	    IS(REPLIED)));
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_slices(struct page *p, const struct summary_part *part, size_t count,
	size_t all, const struct slice *of, size_t brand)
{
	static const char *const formula[] = {"t or Dirichlet", "Wilson",
	    "Wilson", "Wald"};
	char id[ID_ROOM];
	size_t i, k;

	if (count == 0)
		return;
	snprintf(id, sizeof(id), "t-%s-%zu", of->id, brand);
	if (of != &by_source) {
		buffer_add_string(p->to, "<details class=\"reviews fold\">"
		    "<summary>");
		page_words(p, of->caption);
		TEMPLATE(&p->w, " {1}{2}{3}", MARKUP("<small>"),
		    COUNT_OF((int64_t)all), MARKUP("</small></summary>\n"));
	}
	report_table_open(p, id, of->caption, p->s->brand[brand].name);
	report_head(p, of->head, NULL);
	report_head_number(p, "Reviews");
	for (k = 0; k < 4; k++)
		report_head(p, figure_estimates[shown[k]].title, formula[k]);
	report_head_number(p, "Answered");
	report_table_body(p);
	for (i = 0; i < count; i++)
		add_slice(p, &part[i], of, brand);
	report_table_close(p);
	page_fewer_left_out(p, count, all, of->id);
	if (of != &by_source)
		buffer_add_string(p->to, "</details>\n");
}

/* What was left out of which figure. */
static void
add_sums(struct page *p, const struct summary_part *t)
{
	buffer_add_string(p->to, "<p>");
	TEMPLATE(&p->w, "Of {1} reviews {2} have stars, {3} have a text that "
	    "could be scored, {4} a text that could not, and {5} have no "
	    "text.", COUNT_OF(t->reviews), COUNT_OF(t->rated),
	    COUNT_OF(t->scored), COUNT_OF(t->unscored),
	    COUNT_OF(t->textless));
	if (t->nps.n > 0)
		TEMPLATE(&p->w, " The survey has {1} answers: {2} promoters, "
		    "{3} passives, {4} detractors.", COUNT_OF(t->nps.n),
		    COUNT_OF(t->promoters), COUNT_OF(t->passives),
		    COUNT_OF(t->detractors));
	buffer_add_string(p->to, "</p>\n");
}

/* Of very many items the tables have those with most reviews only. */
static void
add_items_left(struct page *p, const struct summary_brand *b)
{
	buffer_add_string(p->to, "<p class=\"key\">");
	TEMPLATE(&p->w, "{1} with fewer reviews are in no table: their "
	    "reviews are counted above, and are in sayso.db.",
	    COUNTED("{1} more item", "{1} more items",
	    (int64_t)b->items_left));
	buffer_add_string(p->to, "</p>\n");
}

static void
add_brand(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	const struct summary_brand *whole = &p->all->brand[brand];

	buffer_add_format(p->to, "<h3 id=\"b%zu\">", brand + 1);
	page_brand(p, brand);
	buffer_add_string(p->to, "</h3>\n");
	if (b->total.reviews == 0 && b->total.nps.n == 0) {
		page_paragraph(p, "none", "No reviews were collected.");
		return;
	}
	add_sums(p, &b->total);
	add_slices(p, b->source, b->source_count, whole->source_count,
	    &by_source, brand);
	add_slices(p, b->language, b->language_count, whole->language_count,
	    &by_language, brand);
	if (b->item_count < 2)
		return;
	add_slices(p, b->item, b->item_count, whole->item_count, &by_item,
	    brand);
	if (b->items_left > 0)
		add_items_left(p, b);
}

void
report_sources(struct page *p)
{
	size_t i;

	page_section(p, "sources", "Sources and completeness");
	add_coverage(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_brand(p, i);
	page_section_end(p);
}
