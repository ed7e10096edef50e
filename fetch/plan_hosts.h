/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "hosts" of the plan, read for plan.c; the manual is plan.h.
 */
#ifndef SAYSO_PLAN_HOSTS_H
#define SAYSO_PLAN_HOSTS_H

#include "json_strict.h"
#include "plan.h"

int plan_hosts_read(const struct strict *s, const struct json *v,
	struct plan *p);

#endif
