/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `score expect`: what tallies of these reviews must hold, as the options of
 * `score merge`: --expect-records N --expect-chk X.  Counted apart from map,
 * where the records were last known to be whole, so that merge can tell what
 * an engine lost, counted twice or changed.
 */
#ifndef SAYSO_EXPECT_H
#define SAYSO_EXPECT_H

#include "status.h"

enum status expect_command(int argc, char **argv);

#endif
