/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a killed run left: every captures file that grew is cut to its last
 * checkpoint, ended and named, and its row goes on behind it.  The last
 * checkpoint of a row is its end, so a file that only lacks its name gets it,
 * and one that has it is left alone.  A file that is gone or shorter (the
 * power failed, not the process) is given up, and its row begins anew.
 */
#ifndef SAYSO_RECOVER_H
#define SAYSO_RECOVER_H

#include "complaint.h"
#include "ledger.h"
#include "workspace.h"

/* Under the lock of the workspace, before publish_sweep(), which would take
 * the files away.  0, or -1 with a complaint: then the ledger stays as it was,
 * and another try finds the same. */
int recover(struct ledger *l, const struct workspace *w, struct complaint *c);

#endif
