/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exit codes: the same four for every program and subcommand, so that cron,
 * make and an engine can act on them.
 */
#ifndef SAYSO_STATUS_H
#define SAYSO_STATUS_H

enum status {
	STATUS_DONE = 0,	/* published, or nothing to do */
	STATUS_RETRY = 1,	/* nothing was published: try again */
	STATUS_USAGE = 2,	/* the command line, plan or recipe is wrong */
	STATUS_SHORT = 3,	/* published, but some input was bad or short */
};

#endif
