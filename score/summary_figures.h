/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What follows from the sums of a summary: estimates with their intervals,
 * shares of voice, comparisons, completeness; and the order of everything.
 */
#ifndef SAYSO_SUMMARY_FIGURES_H
#define SAYSO_SUMMARY_FIGURES_H

#include "summary.h"

/* When all rows are read; 0 or -1 (no memory). */
int summary_figures(struct summary *s, struct complaint *c);

#endif
