/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The headline figures in plain text, for a terminal.
 */
#ifndef SAYSO_HEADLINE_H
#define SAYSO_HEADLINE_H

#include <stdio.h>

#include "summary.h"

void headline_print(FILE *to, const struct summary *s, const char *folder);
/* The one line that says how a source came out short. */
void headline_short(const struct summary_source *s, struct complaint *c);

#endif
