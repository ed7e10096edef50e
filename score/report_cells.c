/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of the report and the cells that figures stand in. */
#include "report.h"

void
report_table_open(struct buffer *to, const char *id, const char *caption,
	size_t of)
{
	buffer_add_format(to, "<div class=\"scroll\" role=\"region\" "
	    "tabindex=\"0\" aria-labelledby=\"%s", id);
	if (of > 0)
		buffer_add_format(to, " b%zu-name", of);
	buffer_add_format(to, "\">\n<table>\n<caption id=\"%s\">%s"
	    "</caption>\n", id, caption);
}

void
report_table_close(struct buffer *to)
{
	buffer_add_string(to, "</tbody>\n</table>\n</div>\n");
}

void
report_head(struct buffer *to, const char *words, const char *small)
{
	buffer_add_format(to, "<th scope=\"col\">%s", words);
	if (small != NULL)
		buffer_add_format(to, " <small>%s</small>", small);
	buffer_add_string(to, "</th>");
}

void
report_head_number(struct buffer *to, const char *words)
{
	buffer_add_format(to, "<th scope=\"col\" class=\"number\">%s</th>",
	    words);
}

void
report_count_cell(struct buffer *to, int64_t n)
{
	buffer_add_string(to, "<td class=\"number\">");
	figure_add_count(to, n);
	buffer_add_string(to, "</td>");
}

static void
add_note(struct buffer *to, int64_t n)
{
	const char *note = n > 0 ? figure_note(n) : NULL;

	if (note != NULL)
		buffer_add_format(to, " <span class=\"few\">%s</span>", note);
}

void
report_estimate_cell(struct buffer *to, const struct estimate *e,
	enum figure_unit unit)
{
	if (e->n == 0) {
		buffer_add_string(to, "<td class=\"none\">none</td>");
		return;
	}
	buffer_add_format(to, "<td class=\"figure\" title=\"%s, 95 %%\">",
	    figure_formula(e->method));
	if (figure_has_value(e)) {
		buffer_add_string(to, "<b>");
		figure_add_value(to, unit, e->value);
		buffer_add_string(to, "</b> ");
	}
	if (figure_has_range(e)) {
		buffer_add_string(to, "<span class=\"interval\">");
		figure_add_range(to, unit, e);
		buffer_add_string(to, "</span>");
		report_interval_bar(to, e, unit);
	}
	buffer_add_string(to, "<span class=\"n\">n = ");
	figure_add_count(to, e->n);
	buffer_add_string(to, "</span>");
	add_note(to, e->n);
	buffer_add_string(to, "</td>");
}

static void
add_verdict(struct buffer *to, enum summary_verdict verdict)
{
	static const char *const class[] = {
		[SUMMARY_TOO_FEW] = "unknown",
		[SUMMARY_NO_CLEAR_DIFFERENCE] = "even",
		[SUMMARY_OWN_AHEAD] = "ahead",
		[SUMMARY_COMPETITOR_AHEAD] = "behind",
	};

	buffer_add_format(to, "<span class=\"badge %s\">%s</span>",
	    class[verdict], summary_verdict_words(verdict));
}

void
report_difference_cell(struct buffer *to, const struct summary_difference *d,
	enum figure_unit unit, double reach, int64_t own_n, int64_t other_n)
{
	const struct estimate *e = &d->estimate;

	buffer_add_format(to, "<td class=\"figure\" title=\"%s, 95 %%\">",
	    figure_formula(e->method));
	add_verdict(to, d->verdict);
	if (d->verdict != SUMMARY_TOO_FEW && figure_has_value(e)) {
		buffer_add_string(to, "<b>");
		figure_add_difference(to, unit, e->value);
		buffer_add_string(to, "</b> ");
		if (figure_has_range(e)) {
			buffer_add_string(to, "<span class=\"interval\">");
			figure_add_difference_range(to, unit, e);
			buffer_add_string(to, "</span>");
			report_zero_bar(to, d, reach);
		}
	}
	buffer_add_string(to, "<span class=\"n\">n = ");
	figure_add_count(to, own_n);
	buffer_add_string(to, " and ");
	figure_add_count(to, other_n);
	buffer_add_string(to, "</span>");
	if (d->verdict != SUMMARY_TOO_FEW)
		add_note(to, own_n < other_n ? own_n : other_n);
	buffer_add_string(to, "</td>");
}
