/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The writers of a summary's files.  Each adds the whole file; 0, or -1 where
 * the buffer has no room.  They read the summary and nothing else, so that the
 * same tallies give the same bytes.
 */
#ifndef SAYSO_SUMMARY_WRITE_H
#define SAYSO_SUMMARY_WRITE_H

#include "buffer.h"
#include "summary.h"

int summary_write_json(struct buffer *to, const struct summary *s);
int summary_write_html(struct buffer *to, const struct summary *s);
int summary_write_markdown(struct buffer *to, const struct summary *s);
/* Atom feeds by name: "alerts", "unanswered"; the list ends with NULL. */
extern const char *const summary_feeds[];
int summary_write_feed(struct buffer *to, const struct summary *s,
	const char *feed);
int summary_write_metrics(struct buffer *to, const struct summary *s);

/* CSV tables by name: "brands", "sources", "languages", "months",
 * "comparisons", "quotes", "items", and those of details.h; the list ends
 * with NULL. */
extern const char *const summary_tables[];
int summary_write_csv(struct buffer *to, const struct summary *s,
	const char *table);

#endif
