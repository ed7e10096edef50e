/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Challenge pages: what a guard in front of a site shows to programs instead
 * of the page.  It means "no"; it is never asked again in the same run, never
 * kept as a page, and says nothing about which reviews are there.
 */
#ifndef SAYSO_CHALLENGE_H
#define SAYSO_CHALLENGE_H

#include <stdbool.h>

#include "text.h"

enum { CHALLENGE_LOOK = 64 << 10 };	/* bytes of the page looked at */

/* `page` has its content coding removed. */
bool challenge_is(int status, struct text head, struct text page);

#endif
