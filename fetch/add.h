/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The first minutes: `fetch init` writes a plan with comments, `fetch add`
 * finds out what an address is and puts it into the plan, `fetch sources`
 * lists the recipes and what each needs.
 */
#ifndef SAYSO_ADD_H
#define SAYSO_ADD_H

#include "status.h"

enum status add_command(int argc, char **argv);
enum status init_command(int argc, char **argv);
enum status sources_command(int argc, char **argv);

#endif
