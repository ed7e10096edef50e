/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people wrote, and the way back to it. */
#include "report.h"

#include <string.h>

#include "shown.h"

static void
add_origin(struct page *p, const struct summary_quote *q)
{
	const struct writer *w = &p->w;

	if (q->source != NULL)
		TEMPLATE(w, "{1}", NAME_OF(q->source));
	if (q->date != NULL)
		TEMPLATE(w, ", {1}", DATE_OF(q->date));
	if (q->language != NULL)
		TEMPLATE(w, ", {1}", WORDS_OF(figure_language(q->language)));
	if (q->rating != NULL && q->best != NULL)
		TEMPLATE(w, ", rated {1} of {2}", NAME_OF(q->rating),
		    NAME_OF(q->best));
	else if (q->rating != NULL)
		TEMPLATE(w, ", rated {1}", NAME_OF(q->rating));
	buffer_add_string(p->to, ". ");
	if (q->words != NULL)
		TEMPLATE(w, "Deciding words: {1}. ", NAME_OF(q->words));
	report_link(p, "Read it at", q->url);
}

static void
add_capture(struct page *p, const struct summary_quote *q)
{
	const struct writer *w = &p->w;

	TEMPLATE(w, "{1}{2}{3}", MARKUP(" <details class=\"origin\"><summary>"),
	    WORDS_OF("Origin"), MARKUP("</summary>"));
	if (q->file != NULL)
		TEMPLATE(w, "Capture {1}", NAME_OF(q->file));
	if (q->file != NULL && q->offset >= 0)
		TEMPLATE(w, " at byte {1}", PLACE_OF(q->offset));
	if (q->fetched != NULL)
		TEMPLATE(w, ", fetched {1}", NAME_OF(q->fetched));
	TEMPLATE(w, q->file != NULL || q->fetched != NULL ?
	    "; review {1}" : "Review {1}", NAME_OF(q->id));
	buffer_add_string(p->to, "</details>");
}

void
report_quote(struct page *p, size_t brand, enum quote_kind kind,
	const struct summary_quote *q)
{
	struct buffer *to = p->to;
	bool praise = q->label != NULL && strcmp(q->label, "pos") == 0;
	size_t place = report_way_quote(p, brand, kind, q);

	buffer_add_format(to, "<li><figure class=\"quote %s\" id=\"r%zu\">\n"
	    "<blockquote dir=\"auto\"", praise ? "praise" : "complaint",
	    place);
	if (q->text != NULL)
		report_language(to, q->language);
	if (shown_link(q->url, NULL)) {
		buffer_add_string(to, " cite=\"");
		report_text(to, q->url, SHOWN_URL);
		buffer_add_char(to, '"');
	}
	buffer_add_char(to, '>');
	if (q->text == NULL)
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<span class=\"none\">"),
		    WORDS_OF("The text was not at hand."),
		    MARKUP("</span>"));
	report_text(to, q->text, SHOWN_QUOTE);
	buffer_add_string(to, "</blockquote>\n<figcaption>");
	add_origin(p, q);
	add_capture(p, q);
	buffer_add_string(to, "</figcaption>\n</figure></li>\n");
}

static void
add_quotes_of(struct page *p, size_t brand, const char *label,
	const char *title)
{
	const struct summary_brand *b = &p->s->brand[brand];
	size_t i, count = 0;

	for (i = 0; i < b->quote_count; i++)
		count += strcmp(b->quote[i].label, label) == 0;
	if (count == 0)
		return;
	buffer_add_string(p->to, "<div>\n<h5>");
	page_words(p, title);
	buffer_add_string(p->to, "</h5>\n<ul class=\"quotes\">\n");
	for (i = 0; i < b->quote_count; i++)
		if (strcmp(b->quote[i].label, label) == 0)
			report_quote(p, brand, QUOTE_STRONG, &b->quote[i]);
	buffer_add_string(p->to, "</ul>\n</div>\n");
}

void
report_quotes(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];

	if (b->quote_count == 0)
		return;
	buffer_add_format(p->to, "<h4 id=\"q%zu\">", brand + 1);
	page_brand(p, brand);
	buffer_add_string(p->to, "</h4>\n<div class=\"pair\">\n");
	add_quotes_of(p, brand, "pos", "Praise");
	add_quotes_of(p, brand, "neg", "Complaints");
	buffer_add_string(p->to, "</div>\n");
}
