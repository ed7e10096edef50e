/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lists behind the figures: of each how many reviews it has, some of them,
 * `score explain` and a query of sayso.db.
 */
#include "report_ways.h"

#include "shown.h"

/* As report_text(), but in an element an apostrophe needs no escape, and there
 * are many of them here. */
static void
add_code(struct page *p, const char *code)
{
	struct buffer plain;
	size_t i;

	buffer_init(&plain, WAY_NAME_MAX);
	shown_add(&plain, text_of(code), WAY_NAME_MAX);
	for (i = 0; i < plain.length; i++)
		switch (plain.bytes[i]) {
		case '&': buffer_add_string(p->to, "&amp;"); break;
		case '<': buffer_add_string(p->to, "&lt;"); break;
		case '>': buffer_add_string(p->to, "&gt;"); break;
		case '"': buffer_add_string(p->to, "&quot;"); break;
		default: buffer_add_char(p->to, plain.bytes[i]);
		}
	buffer_release(&plain);
}

/* For a shell: a quote inside ends the quotes, and begins them again. */
static void
add_shell(struct page *p, const char *name)
{
	struct buffer b;

	buffer_init(&b, WAY_NAME_MAX);
	for (; *name != '\0'; name++)
		if (*name == '\'')
			buffer_add_string(&b, "'\\''");
		else
			buffer_add_char(&b, *name);
	buffer_add_char(p->to, '\'');
	add_code(p, b.bytes);
	buffer_add_char(p->to, '\'');
	buffer_release(&b);
}

static void
add_commands(struct page *p, const struct way_list *list)
{
	struct buffer sql;

	buffer_add_string(p->to, "<code dir=\"ltr\">score explain ");
	if (p->s->stream_id != NULL) {
		buffer_add_string(p->to, "--stream ");
		add_shell(p, p->s->stream_id);
		buffer_add_char(p->to, ' ');
	}
	add_shell(p, list->name);
	buffer_add_string(p->to, "</code>\n");
	buffer_init(&sql, WAY_NAME_MAX);
	if (selection_sql(&sql, &list->figure, p->s->stream_id) == 0) {
		buffer_add_string(p->to, "<code dir=\"ltr\">SELECT published, "
		    "source, stars, label, body, url FROM review WHERE ");
		add_code(p, sql.bytes);
		buffer_add_string(p->to, "</code>\n");
	}
	buffer_release(&sql);
}

static void
add_list(struct page *p, const struct way_list *list, size_t number)
{
	buffer_add_format(p->to, "<div class=\"way\" id=\"w%zu\" "
	    "tabindex=\"-1\">\n<h3>", number);
	report_way_title(p, list);
	buffer_add_string(p->to, "</h3>\n");
	if (list->n >= 0)
		TEMPLATE(&p->w, "{1}{2}{3}", MARKUP("<p>"),
		    COUNTED("{1} review", "{1} reviews", list->n),
		    MARKUP("</p>\n"));
	report_way_quotes(p, list);
	add_commands(p, list);
	buffer_add_string(p->to, "</div>\n");
}

/* What all lists have in common stands once, beside whichever is seen. */
void
report_ways(struct page *p)
{
	size_t i;

	report_way_choose(p);
	buffer_add_string(p->to, "<section class=\"ways\" aria-label=\"");
	page_words(p, "Reviews behind the figures");
	buffer_add_string(p->to, "\">\n");
	for (i = 0; i < p->ways->count; i++)
		add_list(p, &p->ways->list[i], i + 1);
	page_paragraph(p, "key", "The commands above list all of them: "
	    "the first in the workspace, the second in sayso.db.");
	buffer_add_string(p->to, "<a class=\"shut\" href=\"#-\">");
	page_words(p, "Close");
	buffer_add_string(p->to, "</a>\n</section>\n");
}
