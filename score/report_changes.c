/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is new since the last summary, and what became of older reviews. */
#include "report.h"

#include <stdio.h>

#include "calendar.h"

const char *
report_day_before(struct page *p, const char *day, int back)
{
	struct calendar_date date;
	char text[CALENDAR_TEXT];
	int year, month, number;

	if (day == NULL || !calendar_read(text_of(day), &date))
		return "";
	calendar_from_day_number(calendar_day_number(date.year,
	    date.month == 0 ? 12 : date.month, date.day == 0 ? 28 :
	    date.day) - back, &year, &month, &number);
	snprintf(text, sizeof(text), "%04d-%02d-%02d", year, month, number);
	return report_way_keep(p, text);
}

/* ---- since the last summary ---- */

static void
add_since_row(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	const struct summary_since *n = &b->since;
	const struct selection_condition since = OF(SINCE, p->s->since);
	struct way changed = n->edited == 0 ? NO_WAY :
	    WAY(p, -1, b->name, IS(EDITED));
	struct way gone = n->vanished == 0 ? NO_WAY :
	    WAY(p, -1, b->name, IS(VANISHED));
	struct way stars = WAY(p, n->now.n, b->name, IS(STARS));
	struct way before = stars;

	before.loose = true;
	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, n->reviews, WAY(p, n->reviews, b->name, since));
	report_count_cell(p, n->complaints, WAY(p, n->complaints, b->name,
	    since, IS(COMPLAINTS)));
	report_count_cell(p, n->edited, changed);
	report_count_cell(p, n->vanished, gone);
	report_count_cell(p, n->returned, n->returned > 0 ? before : NO_WAY);
	report_small_cell(p, &n->stars, FIGURE_STARS, WAY(p, n->stars.n,
	    b->name, since, IS(STARS)), NO_WAY);
	report_small_cell(p, &n->then, FIGURE_STARS, before, NO_WAY);
	report_small_cell(p, &n->now, FIGURE_STARS, stars, NO_WAY);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_since(struct page *p)
{
	size_t i;

	if (p->s->since == NULL)
		return;
	report_table_open(p, "t-since", "Since the last summary", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "New reviews");
	report_head_number(p, "New complaints");
	report_head_number(p, "Edited");
	report_head_number(p, "Vanished");
	report_head_number(p, "Returned");
	report_head(p, "Mean stars", "of the new reviews");
	report_head(p, "Mean stars", "at the last summary");
	report_head(p, "Mean stars", "now");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		add_since_row(p, i);
	report_table_close(p);
}

/* The means are of whole stars, all three. */
static void
add_change(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];
	const struct summary_changes *c = &b->changes;
	struct estimate now = statistics_whole_stars(b->total.star);
	struct way edited = WAY(p, c->edited, b->name, IS(EDITED));
	struct way stars = WAY(p, now.n, b->name, IS(STARS));
	struct way some = edited, about = stars;

	some.loose = about.loose = true;
	report_row_open(p, b->own ? "own" : NULL);
	page_brand(p, brand);
	buffer_add_string(p->to, "</th>");
	report_count_cell(p, c->edited, edited);
	report_count_cell(p, c->up, c->up == 0 ? NO_WAY : some);
	report_count_cell(p, c->down, c->down == 0 ? NO_WAY : some);
	report_count_cell(p, c->vanished, WAY(p, c->vanished, b->name,
	    IS(VANISHED)));
	report_small_cell(p, &now, FIGURE_STARS, stars, NO_WAY);
	report_small_cell(p, &c->unedited, FIGURE_STARS, about, NO_WAY);
	report_small_cell(p, &c->unvanished, FIGURE_STARS, about, NO_WAY);
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
	add_since(p);
	report_last_days(p);
	add_changes(p);
}
