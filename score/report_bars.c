/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bars as small inline SVG: their lengths are attributes and not styles, so
 * that the page's policy can forbid every style but the page's own.  They are
 * hidden from screen readers, because each stands beside its figures.
 */
#include "report.h"

enum { WIDTH = 1000 };	/* of every bar's own coordinates */

static double
within(double v)
{
	return v < 0 ? 0 : v > 1 ? 1 : v;
}

static void
open_bar(struct buffer *to, const char *class)
{
	buffer_add_format(to, "<svg class=\"%s\" viewBox=\"0 0 %d 10\" "
	    "preserveAspectRatio=\"none\" aria-hidden=\"true\" "
	    "focusable=\"false\">", class, WIDTH);
}

/* From a to b as shares of the whole width. */
static void
add_piece(struct buffer *to, const char *class, double a, double b, int y,
	int height)
{
	double from = within(a) * WIDTH, end = within(b) * WIDTH;

	if (end > from)
		buffer_add_format(to, "<rect class=\"%s\" x=\"%.1f\" "
		    "y=\"%d\" width=\"%.1f\" height=\"%d\"/>", class, from, y,
		    end - from, height);
}

static void
add_point(struct buffer *to, double at)
{
	double half = .008, middle = at < half ? half : at > 1 - half ?
	    1 - half : at;

	add_piece(to, "point", middle - half, middle + half, 0, 10);
}

static double
on_scale(double value, enum figure_unit unit)
{
	if (unit == FIGURE_STARS)
		return (value - 1) / 4;
	return unit == FIGURE_NET ? (value + 1) / 2 : value;
}

void
report_interval_bar(struct buffer *to, const struct estimate *e,
	enum figure_unit unit)
{
	open_bar(to, "bar");
	add_piece(to, "track", 0, 1, 4, 2);
	if (unit == FIGURE_NET)
		add_piece(to, "zero", .498, .502, 0, 10);
	if (figure_has_range(e))
		add_piece(to, "range", on_scale(e->low, unit),
		    on_scale(e->high, unit), 2, 6);
	if (figure_has_value(e))
		add_point(to, on_scale(e->value, unit));
	buffer_add_string(to, "</svg>");
}

void
report_zero_bar(struct buffer *to, const struct summary_difference *d,
	double reach)
{
	const struct estimate *e = &d->estimate;

	if (reach <= 0)
		reach = 1;
	open_bar(to, "bar");
	add_piece(to, "track", 0, 1, 4, 2);
	if (figure_has_range(e))
		add_piece(to, d->verdict == SUMMARY_OWN_AHEAD ?
		    "range ahead" : d->verdict == SUMMARY_COMPETITOR_AHEAD ?
		    "range behind" : "range", (e->low / reach + 1) / 2,
		    (e->high / reach + 1) / 2, 2, 6);
	add_piece(to, "zero", .498, .502, 0, 10);
	if (figure_has_value(e))
		add_point(to, (e->value / reach + 1) / 2);
	buffer_add_string(to, "</svg>");
}

void
report_split_bar(struct buffer *to, int64_t positive, int64_t neutral,
	int64_t negative)
{
	double n = (double)(positive + neutral + negative), a, b;

	if (n <= 0)
		return;
	a = (double)positive / n;
	b = a + (double)neutral / n;
	open_bar(to, "split");
	add_piece(to, "positive", 0, a, 0, 10);
	add_piece(to, "neutral", a, b, 0, 10);
	add_piece(to, "negative", b, 1, 0, 10);
	buffer_add_string(to, "</svg>");
}
