/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts: a figure that stays hidden until report_script.js has drawn it, with
 * its data as JSON in it.  Percentages and points are written as 0..100. */
#include "report.h"

#include <inttypes.h>
#include <string.h>

#include "translation.h"

enum { TEXT_ROOM = 4 << 10 };

static double
scale_of(enum figure_unit unit)
{
	return unit == FIGURE_STARS ? 1 : 100;
}

const char *
report_chart_unit(enum figure_unit unit)
{
	return unit == FIGURE_STARS ? "stars" : "percent";
}

void
report_chart_open(struct page *p, const char *kind, const char *caption,
	const char *unit)
{
	buffer_add_format(p->to, "<figure class=\"chart\">\n<figcaption>");
	page_words(p, caption);
	buffer_add_format(p->to, "</figcaption>\n<div class=\"canvas\"></div>\n"
	    "<script type=\"application/json\">{\"kind\":\"%s\","
	    "\"unit\":\"%s\",\"rows\":[", kind, unit);
}

/* A comma where the list has begun. */
static void
begin_row(struct page *p, const char *name, size_t at)
{
	if (p->to->length > 0 && p->to->bytes[p->to->length - 1] != '[')
		buffer_add_string(p->to, ",\n");
	buffer_add_string(p->to, "{\"name\":");
	report_json(p->to, name);
	buffer_add_format(p->to, ",\"at\":%zu", at);
}

static void
add_number(struct page *p, const char *name, double value)
{
	buffer_add_format(p->to, ",\"%s\":", name);
	figure_add_number(p->to, value);
}

/* As the tables write it. */
static void
add_written(struct page *p, const char *name, const struct piece *piece)
{
	struct writer w = p->w;
	struct buffer text;

	buffer_init(&text, TEXT_ROOM);
	w.to = &text;
	template_add(&w, "{1}", piece);
	buffer_add_format(p->to, ",\"%s\":", name);
	report_json(p->to, text.bytes);
	buffer_release(&text);
}

void
report_chart_row(struct page *p, const char *name, size_t at,
	const struct estimate *e, enum figure_unit unit, const char *tone)
{
	double scale = scale_of(unit);
	bool signed_one = tone != NULL;

	begin_row(p, name, at);
	if (figure_has_value(e)) {
		add_number(p, "value", scale * e->value);
		add_written(p, "text", (const struct piece[]){signed_one ?
		    (struct piece)DIFFERENCE_OF(unit, e->value) :
		    (struct piece)VALUE_OF(unit, e->value),
		    {.kind = PIECE_END}});
	}
	if (figure_has_range(e)) {
		add_number(p, "low", scale * e->low);
		add_number(p, "high", scale * e->high);
		add_written(p, "range", (const struct piece[]){signed_one ?
		    (struct piece)DIFFERENCE_RANGE_OF(unit, e) :
		    (struct piece)RANGE_OF(unit, e),
		    {.kind = PIECE_END}});
	}
	buffer_add_format(p->to, ",\"n\":%" PRId64, e->n);
	if (tone != NULL)
		buffer_add_format(p->to, ",\"tone\":\"%s\"", tone);
	buffer_add_char(p->to, '}');
}

void
report_chart_count(struct page *p, const char *name, size_t at, int64_t n)
{
	begin_row(p, name, at);
	buffer_add_format(p->to, ",\"value\":%" PRId64, n);
	add_written(p, "text", (const struct piece[]){COUNT_OF(n),
	    {.kind = PIECE_END}});
	buffer_add_char(p->to, '}');
}

void
report_chart_rate(struct page *p, const char *name, size_t at,
	const struct estimate *e)
{
	begin_row(p, name, at);
	add_number(p, "value", e->value);
	add_written(p, "text", (const struct piece[]){VALUE_OF(FIGURE_NUMBER,
	    e->value), {.kind = PIECE_END}});
	add_number(p, "low", e->low);
	add_number(p, "high", e->high);
	add_written(p, "range", (const struct piece[]){RANGE_OF(FIGURE_NUMBER,
	    e), {.kind = PIECE_END}});
	buffer_add_format(p->to, ",\"n\":%" PRId64 "}", e->n);
}

void
report_chart_parts(struct page *p, const char *name, const int64_t *n,
	size_t count)
{
	size_t i;

	begin_row(p, name, 0);
	buffer_add_string(p->to, ",\"parts\":[");
	for (i = 0; i < count; i++)
		buffer_add_format(p->to, i == 0 ? "%" PRId64 : ",%" PRId64,
		    n[i]);
	buffer_add_string(p->to, "]}");
}

void
report_chart_brands(struct page *p)
{
	size_t i;

	buffer_add_string(p->to, "],\"names\":[");
	for (i = 0; i < p->s->brand_count; i++) {
		if (i > 0)
			buffer_add_char(p->to, ',');
		report_json(p->to, figure_brand_name(p->s->brand[i].name));
	}
}

void
report_chart_close(struct page *p, const char *more)
{
	buffer_add_format(p->to, "]%s}</script>\n</figure>\n", more);
}

void
report_chart_key(struct page *p)
{
	size_t i;

	buffer_add_string(p->to, "<ul class=\"brands\">\n");
	for (i = 0; i < p->s->brand_count; i++) {
		buffer_add_string(p->to, "<li>");
		page_brand(p, i);
		buffer_add_string(p->to, "</li>\n");
	}
	buffer_add_string(p->to, "</ul>\n");
}

static void
add_form(struct page *p, const char *name, const char *english)
{
	buffer_add_format(p->to, ",\n\"%s\":", name);
	report_json(p->to, translation_of(p->w.translation, english));
}

void
report_chart_form(struct page *p)
{
	static const char *const month[] = {"Jan", "Feb", "Mar", "Apr", "May",
	    "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
	struct buffer digits;
	char digit[2] = {0};
	int i;

	buffer_add_string(p->to, "<script type=\"application/json\" "
	    "id=\"form\">{\"digits\":[");
	for (i = 0; i < 10; i++) {
		digit[0] = (char)('0' + i);
		buffer_init(&digits, 64);
		translation_add_number(&digits, p->w.translation, digit);
		buffer_add_string(p->to, i == 0 ? "" : ",");
		report_json(p->to, digits.bytes);
		buffer_release(&digits);
	}
	buffer_add_string(p->to, "],\n\"months\":[");
	for (i = 0; i < 12; i++) {
		buffer_add_string(p->to, i == 0 ? "" : ",");
		report_json(p->to, translation_of(p->w.translation,
		    month[i]));
	}
	buffer_add_char(p->to, ']');
	add_form(p, "decimal", "format:decimal");
	add_form(p, "minus", "format:minus");
	add_form(p, "plus", "format:plus");
	add_form(p, "percent", "format:percent");
	add_form(p, "month", "format:month");
	add_form(p, "range", "{1} to {2}");
	buffer_add_string(p->to, "}</script>\n");
}
