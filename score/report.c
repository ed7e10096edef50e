/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include "sentence.h"
#include "shown.h"

static void
add_title(struct buffer *to, const struct summary *s, bool isolated)
{
	const struct summary_brand *own = figure_own(s);

	buffer_add_string(to, "What reviewers say");
	if (own == NULL)
		return;
	buffer_add_string(to, " about ");
	if (isolated)
		report_name(to, figure_brand_name(own->name));
	else
		report_text(to, figure_brand_name(own->name), SHOWN_NAME);
}

/* Nothing is loaded, nothing runs, nothing is sent; the one style sheet is
 * known by its digest, so that not even a style of a stranger applies. */
static void
add_head(struct buffer *to, const struct summary *s)
{
	size_t i;

	buffer_add_string(to, "<!DOCTYPE html>\n<html lang=\"en\" dir=\"ltr\">"
	    "\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\""
	    "default-src 'none'; style-src '");
	report_style_digest(to);
	buffer_add_string(to, "'; base-uri 'none'; form-action 'none'\">\n"
	    "<meta name=\"referrer\" content=\"no-referrer\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n"
	    "<meta name=\"robots\" content=\"noindex\">\n<title>");
	add_title(to, s, false);
	buffer_add_string(to, "</title>\n<style>");
	for (i = 0; report_style[i] != NULL; i++)
		buffer_add_string(to, report_style[i]);
	buffer_add_string(to, "</style>\n</head>\n");
}

static void
add_contents(struct buffer *to, const struct summary *s)
{
	size_t i;

	buffer_add_string(to, "<nav aria-label=\"Contents\">\n<ul>\n"
	    "<li><a href=\"#short\">In short</a></li>\n");
	if (s->brand_count > 0)
		buffer_add_string(to,
		    "<li><a href=\"#compare\">Side by side</a></li>\n");
	for (i = 0; i < s->brand_count; i++) {
		buffer_add_format(to, "<li><a href=\"#b%zu\">", i + 1);
		report_name(to, figure_brand_name(s->brand[i].name));
		buffer_add_string(to, "</a></li>\n");
	}
	if (s->source_count > 0)
		buffer_add_string(to,
		    "<li><a href=\"#coverage\">Coverage</a></li>\n");
	buffer_add_string(to, "<li><a href=\"#method\">How to read this</a>"
	    "</li>\n</ul>\n</nav>\n");
}

int
summary_write_html(struct buffer *to, const struct summary *s)
{
	size_t i;

	add_head(to, s);
	buffer_add_string(to, "<body>\n<a class=\"skip\" href=\"#main\">Skip "
	    "to the figures</a>\n<header>\n<p class=\"kicker\">Sayso</p>\n"
	    "<h1>");
	add_title(to, s, true);
	buffer_add_string(to, "</h1>\n<p class=\"scope\">");
	sentence_add_scope(to, s, report_name);
	buffer_add_string(to, "</p>\n");
	add_contents(to, s);
	buffer_add_string(to, "</header>\n<main id=\"main\" tabindex=\"-1\">"
	    "\n");
	report_headlines(to, s);
	report_comparison(to, s);
	for (i = 0; i < s->brand_count; i++)
		report_brand(to, s, i);
	report_coverage(to, s);
	report_method(to, s);
	buffer_add_string(to, "</main>\n<footer><p>Made by Sayso. This page "
	    "loads nothing and runs no script.</p></footer>\n</body>\n"
	    "</html>\n");
	return to->failed ? -1 : 0;
}
