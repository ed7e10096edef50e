/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The pieces of summary.json, whose shape score/summary.schema.json describes:
 * a file for each, and what they share.  Each function adds to `to`, whose
 * failure the writer of the whole notices (summary_write.h).
 */
#ifndef SAYSO_SUMMARY_JSON_H
#define SAYSO_SUMMARY_JSON_H

#include "buffer.h"
#include "summary.h"

/* ---- summary_json_figure.c ----
 * Members begin with the comma that parts them from those before
 * (jsonl_add_name()).  A figure that is not known is left out: absent is not
 * zero. */

/* Opens the next object of a list on a line of its own, and a list. */
void summary_json_item(struct buffer *to, size_t index, const char *indent);
void summary_json_list(struct buffer *to, const char *indent,
	const char *name);
/* A number with six digits; nothing where it is none. */
void summary_json_number(struct buffer *to, const char *name, double value);
void summary_json_bool(struct buffer *to, const char *name, bool value);
/* A figure with value, interval, n and method; nothing where n is 0.  The
 * members alone, for objects that have more. */
void summary_json_estimate(struct buffer *to, const char *name,
	const struct estimate *e);
void summary_json_estimate_members(struct buffer *to,
	const struct estimate *e);
/* A rate a day, of `days` where above 0; nothing where it is not known. */
void summary_json_rate(struct buffer *to, const char *name,
	const struct estimate *e, int days);
/* Five counts by stars. */
void summary_json_stars(struct buffer *to, const char *name,
	const int64_t star[5]);
void summary_json_strings(struct buffer *to, const char *name,
	const char *const *value, size_t count);

/* ---- summary_json.c: the whole, brands' parts, quotes ---- */

void summary_json_quote(struct buffer *to, const char *name,
	const struct summary_quote *q);
void summary_json_quotes(struct buffer *to, const char *indent,
	const char *name, const struct summary_quote *q, size_t count);

/* ---- summary_json_brand.c: what stands behind a brand's parts ---- */

void summary_json_brand(struct buffer *to, const struct summary *s,
	const struct summary_brand *b);

/* ---- summary_json_compare.c ---- */

void summary_json_comparisons(struct buffer *to, const struct summary *s);
void summary_json_alerts(struct buffer *to, const struct summary *s);

#endif
