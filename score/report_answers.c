/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is answered. */
#include "report.h"

static void
add_row(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	struct estimate replied = statistics_share(b->total.replied,
	    b->total.reviews);

	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, b->total.reviews);
	report_count_cell(p, b->total.replied);
	report_estimate_cell(p, &replied, FIGURE_SHARE);
	buffer_add_string(p->to, "</tr>\n");
}

void
report_answers(struct page *p)
{
	size_t i;

	page_section(p, "answers", "Answers");
	report_table_open(p, "t-answers", "Reviews that the owner has "
	    "answered so far", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Reviews");
	report_head_number(p, "Answered");
	report_head(p, "Share", "Wilson");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_row(p, i);
	report_table_close(p);
	page_section_end(p);
}
