/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The tables that say more than a brand's row of figures: alerts, answering,
 * aspects, words, near copies, contradictions, the ranking, all differences,
 * trends and changes.  Their names,
 * columns and rows stand here once; tables.c writes them as CSV,
 * database_summary.c as tables of sayso.db under the same names.
 *
 * An estimate is six columns: the name, and with _low, _high, _n, _formula
 * and _note behind it.
 */
#ifndef SAYSO_DETAILS_H
#define SAYSO_DETAILS_H

#include <stdbool.h>
#include <stdint.h>

#include "summary.h"

enum details_table {
	DETAILS_RANKING, DETAILS_ALERTS, DETAILS_ANSWERING, DETAILS_ASPECTS,
	DETAILS_WORDS, DETAILS_WORDS_APART, DETAILS_NEAR_COPIES,
	DETAILS_CONTRADICTIONS, DETAILS_UNANSWERED,
	/* details_change.c: */
	DETAILS_DIFFERENCES, DETAILS_TREND, DETAILS_CHANGES, DETAILS_RECENT,
	DETAILS_HEAD_TO_HEAD, DETAILS_CHURN, DETAILS_TABLES,
};

/* Blanks between the columns; '*' before one that is an estimate. */
struct details_columns { const char *name, *columns; };
extern const struct details_columns details_table[DETAILS_TABLES];
/* By name; DETAILS_TABLES where there is none. */
enum details_table details_find(const char *name);

/* What rows are written to: one call for each column, in order. */
struct details_sink {
	void *to;
	void (*begin)(void *to, enum details_table table);
	void (*string)(void *to, const char *value);	/* NULL absent */
	void (*integer)(void *to, bool known, int64_t value);
	void (*real)(void *to, bool known, double value);
	void (*estimate)(void *to, const struct estimate *e);
	int (*end)(void *to);			/* of the row; -1 stops */
};
/* All rows of a table; 0, or -1 where the sink said so. */
int details_write(const struct details_sink *k, enum details_table table,
	const struct summary *s);

/* details_change.c: the rows of these tables, of one brand. */
int details_change_write(const struct details_sink *k,
	enum details_table table, const struct summary *s,
	const struct summary_brand *b);

#endif
