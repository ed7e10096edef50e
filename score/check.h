/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `score check`: do the figures of summary/ keep within the thresholds of the
 * plan?  Reads summary.json and nothing else, so that it says what the report
 * says.  One line on standard output for each threshold that is broken.
 *
 * A figure is a member of the brand, or of its slice, by its name in
 * summary.json, or by the way to it (figure_path.h): a count, a figure with
 * its interval, a list, of which the length counts, or a yes, which is 1.
 * Where there are too few reviews for a value nothing is broken, because
 * nothing is known; a name that no figure has is an error.
 */
#ifndef SAYSO_CHECK_H
#define SAYSO_CHECK_H

#include "buffer.h"
#include "json.h"
#include "plan.h"
#include "status.h"

enum { CHECK_BYTES_MAX = 256 << 20 };	/* of summary.json */

enum status check_command(int argc, char **argv);

#endif
