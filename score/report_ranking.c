/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brands in order of their stars, few reviews allowed for. */
#include "report.h"

static void
add_row(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	struct way way = WAY(p, -1, b->name, IS(STARS));

	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, b->rank, way);
	buffer_add_string(p->to, "<td class=\"figure small\">");
	report_way_open(p, way);
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"),
	    VALUE_OF(FIGURE_STARS, b->shrunken), MARKUP("</b>"));
	report_way_close(p, way);
	buffer_add_string(p->to, "</td>");
	report_figure_cell(p, brand, &b->total, NULL, FIGURE_MEAN_STARS,
	    false);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_rows(struct page *p)
{
	size_t i;
	int rank;

	for (rank = 1; (size_t)rank <= p->all->brand_count; rank++)
		for (i = 0; i < p->s->brand_count; i++)
			if (p->s->brand[i].rank == rank)
				add_row(p, i);
}

void
report_ranking(struct page *p)
{
	size_t i, ranked = 0;

	for (i = 0; i < p->s->brand_count; i++)
		ranked += p->s->brand[i].rank > 0;
	if (ranked < 2)
		return;
	page_title(p, 3, "Ranking by stars");
	buffer_add_string(p->to, "<p class=\"key\">");
	TEMPLATE(&p->w, "Each mean is drawn towards that of all brands, "
	    "{1}, as if the brand had {2} more reviews of that mean: few "
	    "reviews do not win by chance. Neighbours here may differ by "
	    "chance only; the comparison above says which differences are "
	    "clear.", VALUE_OF(FIGURE_STARS, p->s->rank_mean),
	    VALUE_OF(FIGURE_NUMBER, p->s->rank_weight));
	buffer_add_string(p->to, "</p>\n");
	report_table_open(p, "t-ranking", "Brands in order of their stars",
	    NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Rank");
	report_head(p, "Mean stars", p->s->rank_estimated ?
	    "empirical Bayes" : "drawn by ten reviews");
	report_head(p, "Mean stars", "as they are");
	report_table_body(p);
	add_rows(p);
	report_table_close(p);
}
