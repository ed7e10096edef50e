/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `score merge`: summed tallies to a summary.  Refuses what two lexicons or
 * schemas made; with --expect-records and --expect-chk also what was lost or
 * counted twice (contract C7).
 */
#ifndef SAYSO_MERGE_H
#define SAYSO_MERGE_H

#include "status.h"

enum status merge_command(int argc, char **argv);

#endif
