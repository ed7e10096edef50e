/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The door to SQLite: the tables of ledger_schema.h as ledger.c and
 * ledger_hosts.c, and no others, ask them.  The manual is ledger.h.
 *
 *	ledger_bind_text(l, HOST_GET, 1, host);
 *	result = ledger_step(l, HOST_GET, c);
 *	if (result == 1)
 *		... ledger_number(l, HOST_GET, 0) ...
 *	return ledger_end(l, HOST_GET, result, false, c);
 */
#ifndef SAYSO_LEDGER_STORE_H
#define SAYSO_LEDGER_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "complaint.h"
#include "ledger.h"
#include "ledger_schema.h"
#include "text.h"

/* Parameters are counted from 1.  What is bound is borrowed up to
 * ledger_end(); "nothing to say" (NULL, -1) is NULL in the tables, so that
 * sums over them are true. */
void ledger_bind_text(struct ledger *l, enum ledger_query q, int at,
	const char *value);
void ledger_bind_number(struct ledger *l, enum ledger_query q, int at,
	int64_t value);
void ledger_bind_bytes(struct ledger *l, enum ledger_query q, int at,
	struct text bytes);

/* 1 a line, 0 none, -1 a complaint. */
int ledger_step(struct ledger *l, enum ledger_query q, struct complaint *c);

/* Columns of the line at hand, counted from 0.  A number that no run could
 * have written is nothing, -1: the file may be damaged. */
int64_t ledger_number(struct ledger *l, enum ledger_query q, int at);
/* A copy, or NULL; *failed is set where there was no memory. */
const char *ledger_string(struct ledger *l, enum ledger_query q, int at,
	struct arena *a, bool *failed);
/* Borrowed up to ledger_end(). */
struct text ledger_bytes(struct ledger *l, enum ledger_query q, int at);

/* Makes the query ready for the next time; the result, or -1 where a copy
 * failed. */
int ledger_end(struct ledger *l, enum ledger_query q, int result, bool failed,
	struct complaint *c);

/* Makes the step and the end of something that is written by itself: it
 * counts at once. */
int ledger_end_put(struct ledger *l, enum ledger_query q,
	struct complaint *c);

/* Commands without parameters: "BEGIN IMMEDIATE". */
int ledger_run(struct ledger *l, const char *commands, struct complaint *c);
/* Gives up what was begun. */
void ledger_roll_back(struct ledger *l);
/* Makes the tables of another ledger readable as other.*, up to a "DETACH
 * other". */
int ledger_attach(struct ledger *l, const struct ledger *other,
	struct complaint *c);

#endif
