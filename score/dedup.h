/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `score dedup`: of lines with equal ids only the one with the greatest
 * version (review.h).  Three forms of the same choice (contract C5):
 *	FILE...			reads its files twice and keeps their order
 *	--keys [FILE...]	ID TAB VERSION TAB LINE, for an engine to group;
 *				versions compare as strings: greatest wins
 *	--grouped [FILE...]	such lines, equal ids next to one another: the
 *				winners' LINEs.  Holds one line at a time.
 * The winner is told what the earliest version said (winners_write()).  A
 * line without an id, or one that is no JSON, has the empty ID and always
 * passes: map counts it.
 */
#ifndef SAYSO_DEDUP_H
#define SAYSO_DEDUP_H

#include "status.h"

enum status dedup_command(int argc, char **argv);

#endif
