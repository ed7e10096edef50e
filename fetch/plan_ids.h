/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ids of a plan's brands and sources; the rule is in plan.h.
 */
#ifndef SAYSO_PLAN_IDS_H
#define SAYSO_PLAN_IDS_H

#include <stdbool.h>

#include "complaint.h"
#include "plan.h"

bool plan_ids_is_id(const char *id);
/* Gives every brand its id and every row its key (a row's `key` holds the id
 * that was said, or NULL, until then); also checks that names and ids are
 * unique. */
int plan_ids_make(struct plan *p, struct complaint *c);

#endif
