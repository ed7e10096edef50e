/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ids of a plan's brands and sources; the rule is in plan.h.
 */
#ifndef SAYSO_PLAN_IDS_H
#define SAYSO_PLAN_IDS_H

#include "complaint.h"
#include "json_strict.h"
#include "plan.h"

/* An id that was said; an absent one leaves *to as it is.  0, or -1 with a
 * complaint. */
int plan_ids_read(const struct strict *s, const struct json *v,
	const char **to);
/* Gives every brand its id and every row its key (a row's `key` holds the id
 * that was said, or NULL, until then); also checks that names and ids are
 * unique. */
int plan_ids_make(struct plan *p, struct complaint *c);

#endif
