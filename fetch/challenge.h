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

/* Bytes of a page that are looked at; of one that was let through, more than
 * any guard shows, so a longer one is the page itself. */
enum { CHALLENGE_LOOK = 64 << 10, CHALLENGE_LONG = 24 << 10 };

/* False where a page of that length is none, whatever it holds. */
bool challenge_may_be(int status, size_t length);
/* `page` has its content coding removed. */
bool challenge_is(int status, struct text head, struct text page);

#endif
