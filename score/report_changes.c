/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is new in the last days, and what became of older reviews. */
#include "report.h"

static void
add_usual(struct page *p, int64_t n, double usual)
{
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<td class=\"number\"><b>"),
	    COUNT_OF(n), MARKUP("</b> <span class=\"n\">"));
	TEMPLATE(&p->w, "usual: {1}", VALUE_OF(FIGURE_NUMBER, usual));
	buffer_add_string(p->to, "</span></td>");
}

static void
add_recent(struct page *p)
{
	size_t i;

	report_table_open(p, "t-recent", "The last seven days beside the four "
	    "weeks before", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Reviews");
	report_head_number(p, "Complaints");
	report_head(p, "Mean stars", NULL);
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++) {
		const struct summary_recent *r = &p->s->brand[i].recent;

		report_row_open(p, p->s->brand[i].own ? "own" : NULL);
		page_brand(p, i);
		buffer_add_string(p->to, "</th>");
		add_usual(p, r->reviews, r->usual_reviews);
		add_usual(p, r->complaints, r->usual_complaints);
		report_small_cell(p, &r->stars, FIGURE_STARS);
		buffer_add_string(p->to, "</tr>\n");
	}
	report_table_close(p);
}

static void
add_change(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	const struct summary_changes *c = &b->changes;

	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, c->edited);
	report_count_cell(p, c->up);
	report_count_cell(p, c->down);
	report_count_cell(p, c->vanished);
	report_small_cell(p, &b->total.mean_stars, FIGURE_STARS);
	report_small_cell(p, &c->unedited, FIGURE_STARS);
	report_small_cell(p, &c->unvanished, FIGURE_STARS);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_changes(struct page *p)
{
	int64_t count = 0;
	size_t i;

	for (i = 0; i < p->s->brand_count; i++)
		count += p->s->brand[i].changes.edited +
		    p->s->brand[i].changes.vanished;
	if (count == 0)
		return;
	report_table_open(p, "t-changes", "Reviews that were edited, or are "
	    "not shown any more", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Edited");
	report_head_number(p, "to more stars");
	report_head_number(p, "to fewer");
	report_head_number(p, "Vanished");
	report_head(p, "Mean stars", NULL);
	report_head(p, "Mean stars", "without the edits");
	report_head(p, "Mean stars", "without the vanished");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_change(p, i);
	report_table_close(p);
}

void
report_changes(struct page *p)
{
	page_title(p, 3, "What is new");
	add_recent(p);
	add_changes(p);
}
