/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * All files of a summary folder: summary.json, report.html, report.md,
 * metrics.prom, two Atom feeds and a CSV per table.  They get their names when
 * all are complete, summary.json last, so that a reader who waits for it finds
 * the others new; where one cannot be written all stay as they were.
 */
#ifndef SAYSO_PUBLISH_SUMMARY_H
#define SAYSO_PUBLISH_SUMMARY_H

#include "complaint.h"
#include "summary.h"

/* The reports are in the summary's report_language.  `samples` may be NULL;
 * what the summary knows of sources is added to its facts. */
struct samples_of;
int publish_summary(const char *folder, struct summary *s,
	const struct samples_of *samples, struct complaint *c);

#endif
