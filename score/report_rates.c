/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many complaints come a day: by month, and in the last week. */
#include "report.h"

enum { DAYS = 7, BEFORE = 28 };	/* as summary_days.c has them */

/* ---- by month ---- */

static void
add_month(struct page *p, const char *month)
{
	const struct selection_condition part = OF(MONTH, month);
	size_t i;

	report_month_open(p, month);
	for (i = 0; i < p->s->brand_count; i++) {
		static const struct estimate none = {.n = 0};
		const struct summary_part *m = report_month_of(
		    &p->s->brand[i], month);

		if (m == NULL)
			report_rate_cell(p, &none, NO_WAY);
		else
			report_rate_cell(p, &m->complaint_rate,
			    report_part_way(p, m->complaints,
			    p->s->brand[i].name, &part, SELECT_COMPLAINTS));
	}
	buffer_add_string(p->to, "</tr>\n");
}

static bool
has_rate(const struct summary *s, const char *month)
{
	size_t i;

	for (i = 0; i < s->brand_count; i++) {
		const struct summary_part *m = report_month_of(&s->brand[i],
		    month);

		if (m != NULL && m->complaint_rate.known)
			return true;
	}
	return false;
}

void
report_rates(struct page *p)
{
	const char *month = NULL;
	size_t i;

	report_table_open(p, "t-complaints", "Complaints a day, month by "
	    "month, with 95\xC2\xA0% intervals", NULL);
	report_head(p, "Month", NULL);
	for (i = 0; i < p->s->brand_count; i++) {
		buffer_add_string(p->to, "<th scope=\"col\">");
		page_brand(p, i);
		buffer_add_string(p->to, " <small>");
		page_words(p, "Garwood");
		buffer_add_string(p->to, "</small></th>");
	}
	report_table_body(p);
	while ((month = report_month_after(p->s, month)) != NULL)
		if (has_rate(p->s, month))
			add_month(p, month);
	report_table_close(p);
	page_paragraph(p, "key", "A complaint has one or two stars, or a "
	    "negative text and fewer than four. n is how many there were; a "
	    "month that is not over counts its days so far.");
}

/* ---- the last week ---- */

/* From `first` to `last` days before that of the summary. */
static struct selection_condition
days_of(struct page *p, int first, int last)
{
	return (struct selection_condition)OF_TWO(DATES,
	    report_day_before(p, p->s->as_of, first),
	    report_day_before(p, p->s->as_of, last));
}

/* How many reviews, and how many were usual before them. */
static void
add_reviews(struct page *p, const struct summary_brand *b,
	const struct selection_condition now,
	const struct selection_condition then)
{
	const struct summary_recent *r = &b->recent;
	struct way way = WAY(p, r->reviews, b->name, now, IS(POSTED));
	struct way before = r->usual_reviews <= 0 ? NO_WAY :
	    WAY(p, -1, b->name, then, IS(POSTED));

	buffer_add_string(p->to, "<td class=\"number\">");
	report_way_open(p, way);
	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<b>"), COUNT_OF(r->reviews),
	    MARKUP("</b>"));
	report_way_close(p, way);
	if (r->usual_reviews > 0) {
		buffer_add_string(p->to, " <span class=\"n\">");
		report_way_open(p, before);
		TEMPLATE(&p->w, "usual: {1}", VALUE_OF(FIGURE_NUMBER,
		    r->usual_reviews));
		report_way_close(p, before);
		buffer_add_string(p->to, "</span>");
	}
	buffer_add_string(p->to, "</td>");
}

/* Where the interval holds one, nothing has changed that could be told. */
static void
add_verdict(struct page *p, const struct summary_recent *r)
{
	bool more = r->ratio.known && r->ratio.low > 1;
	bool fewer = r->ratio.known && r->ratio.high < 1;

	TEMPLATE(&p->w, "{1}{2}{3}", MARKUP(more ?
	    "<td><span class=\"badge behind\">" : fewer ?
	    "<td><span class=\"badge ahead\">" :
	    "<td><span class=\"badge even\">"), WORDS_OF(more ?
	    "more complaints than usual" : fewer ?
	    "fewer complaints than usual" : "no clear difference"),
	    MARKUP("</span></td>"));
}

static void
add_last_row(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	const struct summary_recent *r = &b->recent;
	const struct selection_condition now = days_of(p, DAYS - 1, 0);
	const struct selection_condition then = days_of(p, DAYS + BEFORE - 1,
	    DAYS);
	struct way complaints = WAY(p, r->rate.n, b->name, now,
	    IS(COMPLAINTS));
	struct way before = WAY(p, r->usual_rate.n, b->name, then,
	    IS(COMPLAINTS));
	struct way both = r->rate.n > 0 ? complaints : before;

	both.loose = true;
	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	add_reviews(p, b, now, then);
	report_rate_cell(p, &r->rate, complaints);
	report_rate_cell(p, &r->usual_rate, before);
	report_rate_cell(p, &r->ratio, both);
	add_verdict(p, r);
	report_small_cell(p, &r->stars, FIGURE_STARS, WAY(p, r->stars.n,
	    b->name, now, IS(STARS)), NO_WAY);
	buffer_add_string(p->to, "</tr>\n");
}

void
report_last_days(struct page *p)
{
	size_t i;

	report_table_open(p, "t-recent", "The last seven days beside the four "
	    "weeks before", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Reviews");
	report_head(p, "Complaints a day", "seven days; Garwood");
	report_head(p, "Complaints a day", "four weeks before; Garwood");
	report_head(p, "Times as many", "exact; 1 is no difference");
	report_head(p, "Complaints", NULL);
	report_head(p, "Mean stars", "seven days");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_last_row(p, i);
	report_table_close(p);
}
