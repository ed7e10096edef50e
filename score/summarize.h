/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The run over a workspace, `score -C DIR`: reviews in, sayso.db and
 * summary/ out.  Passes over the reviews, each a stream: which ids stand
 * twice; who wins among these; the winners through map and into the database;
 * the texts of the quotes that the summary chose.
 */
#ifndef SAYSO_SUMMARIZE_H
#define SAYSO_SUMMARIZE_H

#include "status.h"

enum status summarize_command(int argc, char **argv);

#endif
