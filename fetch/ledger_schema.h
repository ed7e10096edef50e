/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables of the ledger and what is asked of them; ledger_store.c runs it.
 */
#ifndef SAYSO_LEDGER_SCHEMA_H
#define SAYSO_LEDGER_SCHEMA_H

enum ledger_query {
	ROW_GET, ROW_PUT, PAGE_GET, PAGE_PUT, ROBOTS_GET, ROBOTS_PUT,
	HOST_GET, HOST_PUT, BUDGET_PUT, PRUNED_PUT, PARTIAL_PUT, PARTIAL_GET,
	PARTIAL_DROP, ROW_ANEW, LEDGER_QUERIES,
};

extern const char *const ledger_query[LEDGER_QUERIES];

/* What makes the tables of `version` out of those of the one before; the
 * first makes them out of nothing. */
extern const char *const ledger_schema[];

#endif
