/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `fetch robots FILE AGENT URL...`: what a robots.txt allows, one line
 * `allow URL` or `deny URL` each.  FILE "-" is standard input.
 */
#ifndef SAYSO_VERDICT_H
#define SAYSO_VERDICT_H

#include "status.h"

enum status verdict_command(int argc, char **argv);

#endif
