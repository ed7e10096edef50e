/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a plan states of a brand's customers, for churn:
 *
 *	"customers": [ { "period": "2026-Q3", "start": 1200, "lost": 84 } ]
 *
 * `start` customers there were when the period began, of which `lost` left in
 * it.  In the order of the plan.
 */
#ifndef SAYSO_PLAN_CUSTOMERS_H
#define SAYSO_PLAN_CUSTOMERS_H

#include "json_strict.h"
#include "plan.h"

/* 0 or -1; `v` may be NULL. */
int plan_customers_read(const struct strict *s, const struct json *v,
	struct plan_brand *brand);

#endif
