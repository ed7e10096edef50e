/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a plan says of reports: thresholds and streams; plan.c only includes
 * this.  sayso-plan(5) is the manual.
 */
#ifndef SAYSO_PLAN_REPORT_H
#define SAYSO_PLAN_REPORT_H

#include "json_strict.h"
#include "plan.h"

int plan_report_thresholds(const struct strict *s, const struct json *v,
	struct plan *p);
/* Behind the brands, whose names it checks. */
int plan_report_streams(const struct strict *s, const struct json *v,
	struct plan *p);

#endif
