/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `fetch` without a subcommand: a run over a workspace, the list of what
 * would be asked, or the deletion of what is past its time.
 */
#ifndef SAYSO_CRAWL_COMMAND_H
#define SAYSO_CRAWL_COMMAND_H

#include "status.h"

enum status crawl_command(int argc, char **argv);

#endif
