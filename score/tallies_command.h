/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The subcommands that an engine runs around its own sorting and summing
 * (contract C4): map, and reduce after it; dedup.h before and merge.h after.
 */
#ifndef SAYSO_TALLIES_COMMAND_H
#define SAYSO_TALLIES_COMMAND_H

#include <stdbool.h>

#include "complaint.h"
#include "status.h"
#include "tally.h"

enum status map_command(int argc, char **argv);
enum status reduce_command(int argc, char **argv);

/* ---- between map_command.c and tallies_command.c ---- */

/* The value of --partial; says so where it is none (NULL is plain). */
bool tallies_form_is_known(const char *partial);
/* Writes the rows to standard output; every short write is an error, and
 * said. */
enum status tallies_write(struct tally *t, const char *partial,
	struct complaint *c);

#endif
