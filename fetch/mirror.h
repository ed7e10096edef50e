/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The plan's "mirrors": origins that are asked in the place of others, a
 * gateway of one's own or a server for tests.
 */
#ifndef SAYSO_MIRROR_H
#define SAYSO_MIRROR_H

#include "complaint.h"
#include "http.h"
#include "plan.h"

/* Puts the mirror's origin in the place of the URL's own; leaves the URL
 * alone where there is none, or no plan. */
int mirror_apply(const struct plan *plan, char url[HTTP_URL],
	struct complaint *c);

#endif
