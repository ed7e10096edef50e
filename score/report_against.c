/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far stars and words agree, and the reviews where they do not. */
#include "report.h"

#include <math.h>

enum { SHOWN_AGAINST = 10 };	/* per brand */

static void
add_row(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	struct way both;

	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	both = WAY(p, b->against_share.n, b->name, IS(STARS), IS(SCORED));
	report_small_cell(p, &b->against_share, FIGURE_SHARE, both,
	    b->against_share.value > 0 ? WAY(p, -1, b->name, IS(AGAINST)) :
	    NO_WAY);
	both.loose = true;
	report_number_open(p, both);
	if (!isnan(b->agreement))
		TEMPLATE(&p->w, "{1}", VALUE_OF(FIGURE_NUMBER,
		    b->agreement));
	report_number_close(p, both);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_reviews(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	size_t i;

	if (b->against.count == 0)
		return;
	buffer_add_string(p->to, "<details class=\"reviews\"><summary>");
	page_brand(p, brand);
	TEMPLATE(&p->w, " {1}{2}{3}", MARKUP("<small>"),
	    COUNT_OF((int64_t)b->against.count),
	    MARKUP("</small></summary>\n<ul class=\"quotes\">\n"));
	for (i = 0; i < b->against.count && i < SHOWN_AGAINST; i++)
		report_quote(p, brand, QUOTE_AGAINST, &b->against.item[i]);
	buffer_add_string(p->to, "</ul>\n</details>\n");
}

void
report_against(struct page *p)
{
	size_t i;
	int64_t n = 0;

	for (i = 0; i < p->s->brand_count; i++)
		n += p->s->brand[i].against_share.n;
	if (n == 0)
		return;
	page_title(p, 3, "Stars against words");
	page_paragraph(p, "key", "Reviews whose stars say one thing and whose "
	    "words another: irony, mistakes in the stars, or words that were "
	    "misread. Look at them before you trust a small difference.");
	report_table_open(p, "t-against", "Stars and words of opposite sign, "
	    "of the reviews that have both", NULL);
	report_head(p, "Brand", NULL);
	report_head(p, "Share", "Wilson");
	report_head(p, "Agreement", "quadratic-weighted kappa");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_row(p, i);
	report_table_close(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_reviews(p, i);
}
