/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The subcommands that an engine runs around its own sorting and summing
 * (contract C4, C5): dedup before map, reduce after it, and merge (merge.h) at the end.
 */
#ifndef SAYSO_TALLIES_COMMAND_H
#define SAYSO_TALLIES_COMMAND_H

#include "status.h"

enum status map_command(int argc, char **argv);
enum status dedup_command(int argc, char **argv);
enum status reduce_command(int argc, char **argv);

#endif
