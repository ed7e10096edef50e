/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a killed run left: every captures file that grew is cut to its last
 * checkpoint, ended and named, and its row goes on behind it.  A file that is
 * gone or shorter (the power failed, not the process) is given up, and its row
 * begins anew.
 */
#ifndef SAYSO_RECOVER_H
#define SAYSO_RECOVER_H

#include "complaint.h"
#include "ledger.h"
#include "workspace.h"

int recover(struct ledger *l, const struct workspace *w, struct complaint *c);

#endif
