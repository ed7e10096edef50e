/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include "sentence.h"
#include "shown.h"
#include "summary_write.h"
#include "translation.h"

static void
add_title(struct page *p)
{
	const struct summary_brand *own = figure_own(p->s);

	if (own == NULL)
		page_words(p, "What reviewers say");
	else
		TEMPLATE(&p->w, "What reviewers say about {1}",
		    NAME_OF(figure_brand_name(own->name)));
}

static int
add_plain_name(struct buffer *to, const char *name)
{
	return report_text(to, name, SHOWN_NAME);
}

/* A title element holds text only. */
static void
add_head_title(struct page *p)
{
	struct page plain = *p;

	plain.w.name = add_plain_name;
	buffer_add_string(p->to, "<title>");
	add_title(&plain);
	buffer_add_string(p->to, "</title>\n");
}

static void
add_lines(struct buffer *to, const char *const *lines)
{
	for (; *lines != NULL; lines++)
		buffer_add_string(to, *lines);
}

/* Nothing is loaded, nothing is sent, and nothing but the one style sheet and
 * the one script applies, both known by their digests. */
static void
add_head(struct page *p)
{
	struct buffer *to = p->to;

	buffer_add_format(to, "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">"
	    "\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta http-equiv=\"Content-Security-Policy\" content=\""
	    "default-src 'none'; style-src '",
	    translation_language(p->w.translation),
	    translation_is_rtl(p->w.translation) ? "rtl" : "ltr");
	report_digest(to, report_style);
	buffer_add_string(to, "'; script-src '");
	report_digest(to, report_script);
	buffer_add_string(to, "'; base-uri 'none'; form-action 'none'\">\n"
	    "<meta name=\"referrer\" content=\"no-referrer\">\n"
	    "<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n"
	    "<meta name=\"color-scheme\" content=\"light dark\">\n"
	    "<meta name=\"robots\" content=\"noindex\">\n");
	add_head_title(p);
	buffer_add_string(to, "<style>");
	add_lines(to, report_style);
	buffer_add_string(to, "</style>\n</head>\n");
}

static void
add_entry(struct page *p, const char *id, const char *english)
{
	buffer_add_format(p->to, "<li><a href=\"#%s\">", id);
	page_words(p, english);
	buffer_add_string(p->to, "</a></li>\n");
}

static void
add_contents(struct page *p)
{
	buffer_add_string(p->to, "<nav aria-label=\"");
	page_words(p, "Contents");
	buffer_add_string(p->to, "\">\n<ul>\n");
	add_entry(p, "short", "In short");
	if (p->s->brand_count > 0) {
		add_entry(p, "compare", "Side by side");
		add_entry(p, "trend", "Over time");
		add_entry(p, "themes", "Themes");
		add_entry(p, "answers", "Answers");
		add_entry(p, "alerts", "Alerts");
		add_entry(p, "trust", "Trust");
	}
	add_entry(p, "sources", "Sources");
	add_entry(p, "method", "How to read this");
	buffer_add_string(p->to, "</ul>\n</nav>\n");
}

static void
add_body(struct page *p)
{
	struct buffer *to = p->to;

	buffer_add_string(to, "<body>\n<a class=\"skip\" href=\"#main\">");
	page_words(p, "Skip to the figures");
	buffer_add_string(to, "</a>\n<header>\n<p class=\"kicker\">Sayso</p>\n"
	    "<h1>");
	add_title(p);
	buffer_add_string(to, "</h1>\n<p class=\"scope\">");
	sentence_add_scope(&p->w, p->all);
	if (p->s->stream != NULL)
		TEMPLATE(&p->w, " ({1})", NAME_OF(p->s->stream));
	buffer_add_string(to, "</p>\n");
	add_contents(p);
	buffer_add_string(to, "</header>\n<main id=\"main\" "
	    "tabindex=\"-1\">\n");
	report_headlines(p);
	if (p->s->brand_count > 0) {
		report_comparison(p);
		report_trend(p);
		report_themes(p);
		report_answers(p);
		report_alerts(p);
		report_trust(p);
	}
	report_sources(p);
	report_method(p);
}

static void
add_end(struct page *p)
{
	struct buffer *to = p->to;

	report_ways(p);
	buffer_add_string(to, "</main>\n<footer>\n<p>");
	page_words(p, "Made by Sayso from public reviews. The same figures "
	    "are in summary.json and in the tables beside this page.");
	buffer_add_string(to, "</p>\n</footer>\n");
	report_chart_form(p);
	buffer_add_string(to, "<script>");
	add_lines(to, report_script);
	buffer_add_string(to, "</script>\n</body>\n</html>\n");
}

/* 1 written, 0 too large for these limits, -1 failed. */
static int
write_page(struct buffer *to, const struct summary *s, int level)
{
	struct report_shown shown;
	struct page page = {.to = to, .all = s, .shown = &shown, .w = {
	    .to = to, .translation = s->translation, .words = report_words,
	    .name = report_name, .open = "<strong>",
	    .close = "</strong>"}};
	bool failed, last = level == REPORT_LEVELS - 1, fits;

	if (report_shown_make(&shown, s, level) < 0)
		return -1;
	page.s = &shown.summary;
	page.ways = report_ways_create();
	if (page.ways == NULL) {
		report_shown_release(&shown);
		return -1;
	}
	add_head(&page);
	add_body(&page);
	fits = last || report_ways_size(&page) <= REPORT_BYTES;
	if (fits)
		add_end(&page);
	failed = to->failed || report_ways_failed(page.ways);
	report_ways_free(page.ways);
	report_shown_release(&shown);
	return failed ? -1 : fits && (last || to->length <= REPORT_BYTES);
}

int
summary_write_html(struct buffer *to, const struct summary *s)
{
	int level, written = 0;

	for (level = 0; written == 0 && level < REPORT_LEVELS; level++) {
		buffer_clear(to);
		written = write_page(to, s, level);
	}
	return written < 0 ? -1 : 0;
}
