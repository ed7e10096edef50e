/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whole small files (plan, recipe, saved page) with a ceiling.
 */
#ifndef SAYSO_SLURP_H
#define SAYSO_SLURP_H

#include "buffer.h"
#include "complaint.h"

/* Adds the file's bytes to `to`; "-" is standard input.  A folder, a missing
 * file, and a file past the ceiling of `to` are complaints that say so. */
int slurp(const char *path, struct buffer *to, struct complaint *c);

#endif
