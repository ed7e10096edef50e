/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentiment meter: a half circle with the interval and a needle, hidden
 * from screen readers because it stands beside its figures. */
#include "report.h"

#include <math.h>

#define PI 3.14159265358979323846
#define MIDDLE_X 60.0
#define MIDDLE_Y 60.0

/* From -1 at the left end to +1 at the right end. */
static double
x_of(double value, double radius)
{
	return MIDDLE_X + radius * cos(PI * (1 - value) / 2);
}

static double
y_of(double value, double radius)
{
	return MIDDLE_Y - radius * sin(PI * (1 - value) / 2);
}

static void
add_arc(struct buffer *to, const char *class, double from, double end,
	double radius)
{
	buffer_add_format(to, "<path class=\"%s\" d=\"M%.2f %.2fA%.0f %.0f 0 "
	    "0 1 %.2f %.2f\"/>", class, x_of(from, radius),
	    y_of(from, radius), radius, radius, x_of(end, radius),
	    y_of(end, radius));
}

void
report_meter(struct buffer *to, const struct estimate *net)
{
	buffer_add_string(to, "<svg class=\"meter\" viewBox=\"0 0 120 68\" "
	    "aria-hidden=\"true\" focusable=\"false\">");
	add_arc(to, "low", -1, -.02, 50);
	add_arc(to, "high", .02, 1, 50);
	if (figure_has_range(net))
		add_arc(to, "reach", net->low, net->high > net->low ?
		    net->high : net->low + 1e-3, 38);
	if (figure_has_value(net))
		buffer_add_format(to, "<line class=\"needle\" x1=\"%.0f\" "
		    "y1=\"%.0f\" x2=\"%.2f\" y2=\"%.2f\"/>"
		    "<circle class=\"hub\" cx=\"%.0f\" cy=\"%.0f\" r=\"4\"/>",
		    MIDDLE_X, MIDDLE_Y, x_of(net->value, 46),
		    y_of(net->value, 46), MIDDLE_X, MIDDLE_Y);
	buffer_add_string(to, "</svg>");
}
