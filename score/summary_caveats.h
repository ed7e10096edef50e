/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the figures do not say, in plain words, as far as it concerns these
 * data.  Every form of the summary prints the same sentences.
 */
#ifndef SAYSO_SUMMARY_CAVEATS_H
#define SAYSO_SUMMARY_CAVEATS_H

#include <stddef.h>

#include "summary.h"

enum { CAVEATS_MAX = 24 };

/* Static strings; returns how many. */
size_t summary_caveats(const struct summary *s,
	const char *caveat[CAVEATS_MAX]);

#endif
