/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of summary.json, and how its lists are laid out. */
#include "summary_json.h"

#include <math.h>

#include "jsonl.h"

/* Indented by hand so that a diff of two runs reads well: one object of
 * figures a line. */
void
summary_json_item(struct buffer *to, size_t index, const char *indent)
{
	buffer_add_string(to, index == 0 ? "\n" : ",\n");
	buffer_add_string(to, indent);
	buffer_add_char(to, '{');
}

void
summary_json_list(struct buffer *to, const char *indent, const char *name)
{
	buffer_add_string(to, ",\n");
	buffer_add_string(to, indent);
	buffer_add_format(to, "\"%s\":[", name);
}

/* Six significant digits (contract C3); never -0. */
void
summary_json_number(struct buffer *to, const char *name, double value)
{
	if (!isfinite(value))
		return;
	jsonl_add_name(to, name);
	buffer_add_format(to, "%.6g", value == 0 ? 0.0 : value);
}

void
summary_json_bool(struct buffer *to, const char *name, bool value)
{
	jsonl_add_name(to, name);
	buffer_add_string(to, value ? "true" : "false");
}

void
summary_json_estimate_members(struct buffer *to, const struct estimate *e)
{
	if (e->known && e->n >= SUMMARY_FEW)
		summary_json_number(to, "value", e->value);
	if (e->bounded && e->n >= SUMMARY_FEW) {
		summary_json_number(to, "low", e->low);
		summary_json_number(to, "high", e->high);
	}
	jsonl_add_member_integer(to, "n", e->n);
	jsonl_add_member(to, "method", text_of(e->method));
	if (e->n < SUMMARY_FEW)
		jsonl_add_member(to, "note", text_of("too few to estimate"));
	else if (e->n < SUMMARY_SOME)
		jsonl_add_member(to, "note", text_of("few reviews"));
}

void
summary_json_estimate(struct buffer *to, const char *name,
	const struct estimate *e)
{
	if (e->n == 0)
		return;		/* absent is not zero */
	jsonl_add_name(to, name);
	buffer_add_char(to, '{');
	summary_json_estimate_members(to, e);
	buffer_add_char(to, '}');
}

/* Exact for any count, so that few are no reason to be silent. */
void
summary_json_rate(struct buffer *to, const char *name,
	const struct estimate *e, int days)
{
	if (!e->known)
		return;
	jsonl_add_name(to, name);
	buffer_add_char(to, '{');
	summary_json_number(to, "value", e->value);
	summary_json_number(to, "low", e->low);
	summary_json_number(to, "high", e->high);
	jsonl_add_member_integer(to, "n", e->n);
	if (days > 0)
		jsonl_add_member_integer(to, "days", days);
	jsonl_add_member(to, "method", text_of(e->method));
	buffer_add_char(to, '}');
}

void
summary_json_strings(struct buffer *to, const char *name,
	const char *const *value, size_t count)
{
	size_t i;

	jsonl_add_name(to, name);
	buffer_add_char(to, '[');
	for (i = 0; i < count; i++) {
		if (i > 0)
			buffer_add_char(to, ',');
		jsonl_add_string(to, text_of(value[i]), false);
	}
	buffer_add_char(to, ']');
}

void
summary_json_stars(struct buffer *to, const char *name,
	const int64_t star[5])
{
	int i;

	jsonl_add_name(to, name);
	for (i = 0; i < 5; i++) {
		buffer_add_char(to, i == 0 ? '[' : ',');
		buffer_add_integer(to, star[i]);
	}
	buffer_add_char(to, ']');
}
