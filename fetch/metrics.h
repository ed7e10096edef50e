/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The figures of a run in Prometheus' text format, for node_exporter's
 * textfile collector: written whole, by rename, however the run ended.
 * sayso-fetch(1) lists the names.
 */
#ifndef SAYSO_METRICS_H
#define SAYSO_METRICS_H

#include <stdint.h>

#include "complaint.h"
#include "round.h"
#include "status.h"

/* `begun` and `ended` are instants. */
int metrics_write(const char *path, const struct round_tally *t,
	int64_t begun, int64_t ended, enum status status, struct complaint *c);

#endif
