/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people wrote, and the way back to it. */
#include "report.h"

#include <inttypes.h>
#include <string.h>

#include "shown.h"

static void
add_origin(struct buffer *to, const struct summary_quote *q)
{
	if (q->source != NULL)
		report_name(to, q->source);
	if (q->date != NULL) {
		buffer_add_string(to, ", ");
		report_name(to, q->date);
	}
	if (q->language != NULL) {
		buffer_add_string(to, ", ");
		report_name(to, figure_language(q->language));
	}
	if (q->rating != NULL) {
		buffer_add_string(to, ", rated ");
		report_name(to, q->rating);
		if (q->best != NULL) {
			buffer_add_string(to, " of ");
			report_name(to, q->best);
		}
	}
	buffer_add_string(to, ". ");
	report_link(to, "Read it at", q->url);
}

static void
add_capture(struct buffer *to, const struct summary_quote *q)
{
	buffer_add_string(to, "<span class=\"way\">");
	if (q->file != NULL) {
		buffer_add_string(to, "Capture ");
		report_name(to, q->file);
		if (q->offset >= 0)
			buffer_add_format(to, " at byte %" PRId64, q->offset);
	}
	if (q->fetched != NULL) {
		buffer_add_string(to, ", fetched ");
		report_name(to, q->fetched);
	}
	buffer_add_string(to, q->file != NULL || q->fetched != NULL ?
	    "; review " : "Review ");
	report_name(to, q->id);
	buffer_add_string(to, "</span>");
}

static void
add_quote(struct buffer *to, const struct summary_quote *q)
{
	bool praise = strcmp(q->label, "pos") == 0;

	buffer_add_format(to, "<li><figure class=\"quote %s\">\n<blockquote "
	    "dir=\"auto\"", praise ? "praise" : "complaint");
	report_language(to, q->language);
	if (shown_link(q->url, NULL)) {
		buffer_add_string(to, " cite=\"");
		report_text(to, q->url, SHOWN_URL);
		buffer_add_char(to, '"');
	}
	buffer_add_char(to, '>');
	if (q->text == NULL)
		buffer_add_string(to, "<span class=\"none\">The text was not "
		    "at hand.</span>");
	report_text(to, q->text, SHOWN_QUOTE);
	buffer_add_string(to, "</blockquote>\n<figcaption>");
	add_origin(to, q);
	add_capture(to, q);
	buffer_add_string(to, "</figcaption>\n</figure></li>\n");
}

static void
add_quotes_of(struct buffer *to, const struct summary_brand *b,
	const char *label, const char *title)
{
	size_t i, count = 0;

	for (i = 0; i < b->quote_count; i++)
		count += strcmp(b->quote[i].label, label) == 0;
	if (count == 0)
		return;
	buffer_add_format(to, "<div>\n<h4>%s</h4>\n<ul class=\"quotes\">\n",
	    title);
	for (i = 0; i < b->quote_count; i++)
		if (strcmp(b->quote[i].label, label) == 0)
			add_quote(to, &b->quote[i]);
	buffer_add_string(to, "</ul>\n</div>\n");
}

void
report_quotes(struct buffer *to, const struct summary_brand *b, size_t brand)
{
	if (b->quote_count == 0)
		return;
	buffer_add_format(to, "<h3 id=\"q%zu\">In their words</h3>\n"
	    "<p class=\"key\">The most outspoken texts, chosen by the strength "
	    "of their words; not a sample.</p>\n<div class=\"pair\">\n",
	    brand);
	add_quotes_of(to, b, "pos", "Praise");
	add_quotes_of(to, b, "neg", "Complaints");
	buffer_add_string(to, "</div>\n");
}
