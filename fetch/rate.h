/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What an answer says of how often it may be asked: the X-RateLimit fields in
 * their three spellings of time (seconds to go, an instant in seconds, an ISO
 * date), and RateLimit of the IETF drafts (`remaining=0, reset=30` and
 * `"default";r=0;t=30`).
 */
#ifndef SAYSO_RATE_H
#define SAYSO_RATE_H

#include <stdint.h>

#include "text.h"

enum { RATE_WAIT_MAX_S = 7 * 86400 };

/* Seconds until the next request may be made; 0 where some are left, or
 * nothing is said.  `wall` is now. */
int64_t rate_wait(struct text head, int64_t wall);

#endif
