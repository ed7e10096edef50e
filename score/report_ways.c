/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The way from a figure to all of its reviews, where the page shows only some
 * or none: `score explain` and a query of sayso.db.
 */
#include "report.h"

#include "shown.h"

enum { QUOTED_MAX = 64 << 10 };

/* Between single quotes: a quote inside becomes `instead`, so that a name
 * that is copied with the command stays a name. */
static void
add_quoted(struct page *p, const char *name, const char *instead)
{
	struct buffer b;

	buffer_init(&b, QUOTED_MAX);
	for (; *name != '\0'; name++)
		if (*name == '\'')
			buffer_add_string(&b, instead);
		else
			buffer_add_char(&b, *name);
	report_text(p->to, b.bytes, SHOWN_QUOTE);
	buffer_release(&b);
}

static void
add_explain(struct page *p, const char *brand, const char *what,
	const char *value)
{
	buffer_add_string(p->to, "<li><code dir=\"ltr\">score explain '");
	add_quoted(p, brand, "'\\''");
	buffer_add_format(p->to, "/%s", what);
	if (value != NULL) {
		buffer_add_char(p->to, '/');
		add_quoted(p, value, "'\\''");
	}
	buffer_add_string(p->to, "'</code></li>\n");
}

void
report_ways(struct page *p, size_t brand)
{
	const struct summary_brand *b = &p->s->brand[brand];

	buffer_add_format(p->to, "<div class=\"ways\" id=\"w%zu\">\n<p "
	    "class=\"key\">", brand + 1);
	page_words(p, "All reviews behind a figure are listed by commands "
	    "like these, run in the workspace with the star, source, language "
	    "or month of the figure:");
	buffer_add_string(p->to, "</p>\n<ul>\n");
	add_explain(p, b->name, "stars/1", NULL);
	if (b->source_count > 0)
		add_explain(p, b->name, "source", b->source[0].label);
	if (b->language_count > 0)
		add_explain(p, b->name, "language", b->language[0].label);
	if (b->month_count > 0)
		add_explain(p, b->name, "month",
		    b->month[b->month_count - 1].label);
	buffer_add_string(p->to, "<li><code dir=\"ltr\">SELECT published, "
	    "stars, body, url FROM review WHERE brand = '");
	add_quoted(p, b->name, "''");
	buffer_add_string(p->to, "' AND round(stars) = 1</code> "
	    "<small>sqlite3 sayso.db</small></li>\n</ul>\n</div>\n");
}
