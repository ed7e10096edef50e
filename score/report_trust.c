/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What may not be what it seems: bursts, near copies, reviews that a brand
 * publishes itself.  Nothing is left out; every table has the stars with and
 * without.
 */
#include "report.h"

#include <string.h>

/* ---- bursts ---- */

static void
add_burst(struct page *p, const struct summary_alert *a)
{
	struct way way = report_alert_way(p, a);

	report_row_open(p, NULL);
	report_name(p->to, figure_brand_name(a->brand));
	TEMPLATE(&p->w, "{1}{2} \xE2\x80\x93 {3}{4}",
	    MARKUP("</th><td class=\"when\">"), DATE_OF(a->first),
	    DATE_OF(a->last), MARKUP("</td>"));
	report_count_cell(p, a->count, way);
	way.loose = true;
	report_number_open(p, way);
	TEMPLATE(&p->w, "{1}", VALUE_OF(FIGURE_NUMBER, a->expected));
	report_number_close(p, way);
	report_alert_stars(p, a);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_bursts(struct page *p)
{
	size_t i, bursts = 0;

	for (i = 0; i < p->s->alert_count; i++)
		bursts += strcmp(p->s->alert[i].what, "reviews") == 0;
	page_title(p, 3, "Bursts");
	if (bursts == 0) {
		page_paragraph(p, "none", "No days had more reviews than was "
		    "to be expected.");
		return;
	}
	report_table_open(p, "t-bursts", "Days with more reviews than was to "
	    "be expected", NULL);
	report_head(p, "Brand", NULL);
	report_head(p, "Days", NULL);
	report_head_number(p, "Count");
	report_head_number(p, "Expected");
	report_head(p, "Mean stars", "with these days");
	report_head(p, "Mean stars", "without them");
	report_table_body(p);
	for (i = 0; i < p->s->alert_count; i++)
		if (strcmp(p->s->alert[i].what, "reviews") == 0)
			add_burst(p, &p->s->alert[i]);
	report_table_close(p);
}

/* ---- near copies ---- */

/* Copies are found among all texts together: the page has the largest
 * groups. */
static void
add_cluster_link(struct page *p, size_t brand, int64_t n)
{
	buffer_add_string(p->to, "<td class=\"number\">");
	if (n > 0)
		buffer_add_format(p->to, "<a class=\"of\" href=\"#k%zu\">",
		    brand + 1);
	TEMPLATE(&p->w, "{1}{2}", COUNT_OF(n),
	    MARKUP(n > 0 ? "</a></td>" : "</td>"));
}

static void
add_copies_row(struct page *p, size_t brand)
{
	const struct summary_copies_of *c = &p->s->brand[brand].copies;
	const char *name = p->s->brand[brand].name;

	report_row_open(p, p->s->brand[brand].own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, c->looked_at, c->looked_at == 0 ? NO_WAY :
	    WAY(p, -1, name, IS(LONG)));
	add_cluster_link(p, brand, c->reviews);
	report_small_cell(p, &c->share, FIGURE_SHARE,
	    WAY(p, -1, name, IS(LONG)), NO_WAY);
	report_small_cell(p, &c->with, FIGURE_STARS,
	    WAY(p, c->with.n, name, IS(STARS)), NO_WAY);
	report_small_cell(p, &c->without, FIGURE_STARS,
	    WAY(p, -1, name, IS(STARS)), NO_WAY);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_clusters(struct page *p, size_t brand)
{
	const struct summary_copies_of *c = &p->s->brand[brand].copies;
	size_t i;

	if (c->cluster_count == 0)
		return;
	buffer_add_format(p->to, "<details class=\"reviews\"><summary "
	    "id=\"k%zu\">", brand + 1);
	page_brand(p, brand);
	TEMPLATE(&p->w, " {1}{2}{3}", MARKUP("<small>"),
	    COUNT_OF((int64_t)c->cluster_count),
	    MARKUP("</small></summary>\n"));
	for (i = 0; i < c->cluster_count; i++) {
		const struct summary_cluster *k = &c->cluster[i];

		buffer_add_string(p->to, "<p>");
		TEMPLATE(&p->w, "{1}, for example:", COUNTED(
		    "{1} review nearly the same",
		    "{1} reviews nearly the same", k->reviews));
		buffer_add_string(p->to, "</p>\n<ul class=\"quotes\">\n");
		report_quote(p, brand, QUOTE_COPY, &k->example);
		buffer_add_string(p->to, "</ul>\n");
	}
	buffer_add_string(p->to, "</details>\n");
}

static void
add_copies(struct page *p)
{
	int64_t looked_at = 0;
	size_t i;

	for (i = 0; i < p->s->brand_count; i++)
		looked_at += p->s->brand[i].copies.looked_at;
	page_title(p, 3, "Near copies");
	if (looked_at == 0) {
		page_paragraph(p, "none", "No text was long enough to tell.");
		return;
	}
	report_table_open(p, "t-copies", "Texts of twelve words or more that "
	    "are nearly the same as another", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Looked at");
	report_head_number(p, "With a copy");
	report_head(p, "Share", "Wilson");
	report_head(p, "Mean stars", "with the copies");
	report_head(p, "Mean stars", "without them");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_copies_row(p, i);
	report_table_close(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_clusters(p, i);
}

/* ---- by the brand itself ---- */

static bool
is_own_site(const struct summary_part *s)
{
	return s->kind != NULL && strcmp(s->kind, "own-site") == 0;
}

static void
add_published(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->all->brand[brand];
	const int64_t *t = b->total.star;
	int64_t rest[5] = {t[0], t[1], t[2], t[3], t[4]}, own[5] = {0};
	struct estimate with, without;
	int64_t n = 0;
	size_t i, k;

	for (i = 0; i < b->source_count; i++)
		for (k = 0; is_own_site(&b->source[i]) && k < 5; k++) {
			own[k] += b->source[i].star[k];
			rest[k] -= b->source[i].star[k];
			n += k == 0 ? b->source[i].reviews : 0;
		}
	if (n == 0)
		return;
	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, n, WAY(p, n, b->name, OF(KIND, "own-site")));
	with = statistics_whole_stars(own);
	report_small_cell(p, &with, FIGURE_STARS, WAY(p, with.n, b->name,
	    OF(KIND, "own-site"), IS(STARS)), NO_WAY);
	with = statistics_whole_stars(t);
	without = statistics_whole_stars(rest);
	report_small_cell(p, &with, FIGURE_STARS,
	    WAY(p, with.n, b->name, IS(STARS)), NO_WAY);
	report_small_cell(p, &without, FIGURE_STARS, WAY(p, without.n,
	    b->name, IS(ELSEWHERE), IS(STARS)), NO_WAY);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_own_sites(struct page *p)
{
	size_t i, k, sites = 0;

	for (i = 0; i < p->s->brand_count; i++)
		for (k = 0; k < p->all->brand[i].source_count; k++)
			sites += is_own_site(&p->all->brand[i].source[k]);
	page_title(p, 3, "Published by the brand itself");
	if (sites == 0) {
		page_paragraph(p, "none", "No source here is a brand's own "
		    "site.");
		return;
	}
	report_table_open(p, "t-published", "Reviews on a brand's own site, "
	    "which the brand may choose", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Reviews");
	report_head(p, "Mean stars", "on its own site");
	report_head(p, "Mean stars", "everywhere");
	report_head(p, "Mean stars", "without its own site");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_published(p, i);
	report_table_close(p);
}

void
report_trust(struct page *p)
{
	page_section(p, "trust", "Trust");
	page_paragraph(p, "key", "What may not be what it seems. Nothing is "
	    "left out of any figure for it; the stars, to the nearest whole "
	    "one, are given with and without.");
	add_bursts(p);
	add_copies(p);
	add_own_sites(p);
	report_against(p);
	page_section_end(p);
}
