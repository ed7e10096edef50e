/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is answered, how fast, and who still waits. */
#include "report.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { MINUTES_HOUR = 60, MINUTES_DAY = 1440 };

static const struct summary_answers *
answers_of(const struct summary_brand *b)
{
	return b->answers_count > 0 && b->answers[0].source == NULL ?
	    &b->answers[0] : NULL;
}

/* ---- how fast ---- */

/* In the largest unit of which there are two or more. */
static void
add_time(struct page *p, int64_t minutes)
{
	if (minutes < 2 * MINUTES_HOUR)
		TEMPLATE(&p->w, "{1}", COUNTED("{1} minute", "{1} minutes",
		    minutes));
	else if (minutes < 2 * MINUTES_DAY)
		TEMPLATE(&p->w, "{1}", COUNTED("{1} hour", "{1} hours",
		    minutes / MINUTES_HOUR));
	else
		TEMPLATE(&p->w, "{1}", COUNTED("{1} day", "{1} days",
		    minutes / MINUTES_DAY));
}

static void
add_median(struct page *p, const struct summary_answers *a, struct way way)
{
	way.loose = true;
	buffer_add_string(p->to, "<td class=\"figure small\">");
	if (a->reviews < SUMMARY_COMPARE) {
		report_note(p, a->reviews);
		buffer_add_string(p->to, "</td>");
		return;
	}
	report_way_open(p, way);
	buffer_add_string(p->to, "<b>");
	if (a->median < 0)
		page_words(p, "not reached");
	else
		add_time(p, a->median);
	buffer_add_string(p->to, "</b>");
	report_way_close(p, way);
	if (a->median_low >= 0) {
		buffer_add_string(p->to,
		    " <span class=\"interval\">");
		page_words(p, "from");
		buffer_add_char(p->to, ' ');
		add_time(p, a->median_low);
		if (a->median_high >= 0) {
			buffer_add_char(p->to, ' ');
			page_words(p, "to");
			buffer_add_char(p->to, ' ');
			add_time(p, a->median_high);
		}
		buffer_add_string(p->to, "</span>");
	}
	buffer_add_string(p->to, "</td>");
}

static void
add_row(struct page *p, size_t brand, const struct summary_answers *a)
{
	static const struct estimate none = {.n = 0};
	const struct summary_brand *b = &p->s->brand[brand];
	const struct estimate *const share[] = {
	    a->by_minute ? &a->half_hour : &none,
	    a->by_minute ? &a->hour : &none, &a->day, &a->week};
	struct way way;
	size_t i;

	report_row_open(p, b->own && a->source == NULL ? "own" : NULL);
	if (a->source == NULL)
		page_brand(p, brand);
	else
		report_name(p->to, a->source);
	buffer_add_string(p->to, "</th>");
	way = a->source == NULL ? WAY(p, a->reviews, b->name, IS(ANSWERABLE),
	    IS(WATCHED)) :
	    WAY(p, a->reviews, b->name, OF(SOURCE, a->source), IS(WATCHED));
	report_count_cell(p, a->reviews, way);
	for (i = 0; i < 4; i++)
		report_small_cell(p, share[i], FIGURE_SHARE, way, NO_WAY);
	add_median(p, a, way);
	buffer_add_string(p->to, "</tr>\n");
}

static size_t
count_times(const struct summary *s)
{
	size_t i, count = 0;

	for (i = 0; i < s->brand_count; i++)
		count += s->brand[i].answers_count;
	return count;
}

static void
add_times(struct page *p)
{
	size_t i, k, count = 0;

	for (i = 0; i < p->s->brand_count; i++)
		count += answers_of(&p->s->brand[i]) != NULL;
	if (count == 0)
		return;
	page_title(p, 3, "How fast");
	page_paragraph(p, "key", "Reviews without a reply count as still "
	    "waiting. Where a source gives days only, there are no shares of "
	    "minutes and hours, and a day is the next day's end.");
	report_chart_open(p, "intervals", "Answered within 7 days, per cent",
	    "percent");
	for (i = 0; i < p->s->brand_count; i++)
		if (answers_of(&p->s->brand[i]) != NULL)
			report_chart_row(p, figure_brand_name(
			    p->s->brand[i].name), i,
			    &answers_of(&p->s->brand[i])->week, FIGURE_SHARE,
			    NULL);
	report_chart_close(p, ",\"domain\":[0,100]");
	report_table_open(p, "t-answers", "Shares answered within a time, "
	    "with 95\xC2\xA0% intervals", NULL);
	report_head(p, "Brand, then its sources", NULL);
	report_head_number(p, "Reviews");
	report_head(p, "30 minutes", "Kaplan-Meier");
	report_head(p, "1 hour", "Kaplan-Meier");
	report_head(p, "24 hours", "Kaplan-Meier");
	report_head(p, "7 days", "Kaplan-Meier");
	report_head(p, "Half are answered after", NULL);
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++)
		for (k = 0; k < p->s->brand[i].answers_count; k++)
			add_row(p, i, &p->s->brand[i].answers[k]);
	report_table_close(p);
	page_fewer_left_out(p, count_times(p->s), count_times(p->all),
	    "answering");
}

/* ---- who is sooner ---- */

static void
add_sooner_row(struct page *p, const struct summary_brand *own,
	const struct summary_comparison *k)
{
	const struct summary_difference *d = &k->reply_speed;
	bool shown = d->verdict != SUMMARY_TOO_FEW && d->estimate.known;
	struct way ours = WAY(p, d->own_n, own->name, IS(ANSWERABLE),
	    IS(WATCHED));
	struct way theirs = WAY(p, d->other_n, k->competitor->name,
	    IS(ANSWERABLE), IS(WATCHED)), both = ours;

	both.loose = true;
	report_row_open(p, NULL);
	page_brand(p, (size_t)(k->competitor - p->s->brand));
	TEMPLATE(&p->w, "{1}{2}{3}{4}{5}", MARKUP("</th><td>"
	    "<span class=\"badge "), MARKUP(report_verdict_class(
	    d->verdict)), MARKUP("\">"), WORDS_OF(summary_verdict_words(
	    d->verdict)), MARKUP("</span></td>"));
	if (shown) {
		struct estimate e = k->reply_ratio;

		e.known = d->estimate.known;
		report_rate_cell(p, &e, both);
	} else {
		report_rate_cell(p, &(struct estimate){.n = 0}, NO_WAY);
	}
	report_count_cell(p, d->own_n, ours);
	report_count_cell(p, d->other_n, theirs);
	report_number_open(p, both);
	if (shown && !isnan(d->q))
		TEMPLATE(&p->w, "{1}", VALUE_OF(FIGURE_CHANCE, d->q));
	report_number_close(p, both);
	buffer_add_string(p->to, "</tr>\n");
}

static void
add_sooner(struct page *p)
{
	const struct summary_brand *own = figure_own(p->s);
	size_t i, count = 0;

	for (i = 0; i < p->s->comparison_count; i++)
		count += p->s->comparison[i].reply_speed.own_n > 0 &&
		    p->s->comparison[i].reply_speed.other_n > 0;
	if (own == NULL || count == 0)
		return;
	page_title(p, 3, "Who answers sooner");
	buffer_add_string(p->to, "<p class=\"key\">");
	TEMPLATE(&p->w, "How many times as often {1} answers a review that "
	    "waits as the other does, on any day: more than 1 is sooner. "
	    "Reviews without a reply count while they wait.",
	    NAME_OF(figure_brand_name(own->name)));
	buffer_add_string(p->to, "</p>\n");
	report_table_open(p, "t-sooner", "Answering times of the own brand "
	    "and each competitor, with 95\xC2\xA0% intervals", NULL);
	report_head(p, "Competitor", NULL);
	report_head(p, "Verdict", NULL);
	report_head(p, "Times as often", "log-rank; 1 is no difference");
	report_head_number(p, "Own reviews");
	report_head_number(p, "Theirs");
	report_head(p, "q", "Benjamini-Hochberg");
	report_table_body(p);
	for (i = 0; i < p->s->comparison_count; i++)
		add_sooner_row(p, own, &p->s->comparison[i]);
	report_table_close(p);
}

/* ---- how many ---- */

static void
add_shares(struct page *p)
{
	size_t i;

	report_table_open(p, "t-replied", "Reviews that the owner has "
	    "answered so far", NULL);
	report_head(p, "Brand", NULL);
	report_head_number(p, "Reviews");
	report_head_number(p, "Answered");
	report_head(p, "Share", "Wilson");
	report_head_number(p, "Unanswered complaints shown");
	report_table_body(p);
	for (i = 0; i < p->s->brand_count; i++) {
		const struct summary_brand *b = &p->s->brand[i];

		report_row_open(p, b->own ? "own" : NULL);
		page_brand(p, i);
		buffer_add_string(p->to, "</th>");
		report_count_cell(p, b->total.reviews, WAY(p,
		    b->total.reviews, b->name, IS(REVIEWS)));
		report_count_cell(p, b->total.replied, WAY(p,
		    b->total.replied, b->name, IS(REPLIED)));
		report_figure_cell(p, i, &b->total, NULL, FIGURE_RESPONSE,
		    true);
		report_count_cell(p, (int64_t)b->open.count,
		    b->open.count == 0 ? NO_WAY : WAY(p, -1, b->name,
		    IS(UNANSWERED)));
		buffer_add_string(p->to, "</tr>\n");
	}
	report_table_close(p);
}

static void
add_open(struct page *p)
{
	const struct summary_brand *own = figure_own(p->s);
	size_t i;

	if (own == NULL)
		return;
	buffer_add_string(p->to, "<h3 id=\"open\">");
	page_words(p, "Complaints that wait for an answer");
	buffer_add_string(p->to, "</h3>\n");
	if (own->open.count == 0) {
		page_paragraph(p, "none", "There are none.");
		return;
	}
	page_paragraph(p, "key", "One or two stars, or a negative text, and "
	    "no reply; the worst first, of those the oldest.");
	buffer_add_string(p->to, "<ol class=\"quotes open\">\n");
	for (i = 0; i < own->open.count; i++)
		report_quote(p, (size_t)(own - p->s->brand), QUOTE_OPEN,
		    &own->open.item[i]);
	buffer_add_string(p->to, "</ol>\n");
	page_left_out(p, "Only {1} of {2} are shown here; all of them are in "
	    "{3}.", own->open.count,
	    p->all->brand[own - p->s->brand].open.count, "unanswered");
}

void
report_answers(struct page *p)
{
	page_section(p, "answers", "Answers");
	add_open(p);
	add_shares(p);
	add_sooner(p);
	add_times(p);
	page_section_end(p);
}
