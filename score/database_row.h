/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows on their way into sayso.db; only database*.c include this.  A row is
 * begun, gets one value for each column in the order of the schema, and is
 * ended; what goes wrong in between is told by the end.
 */
#ifndef SAYSO_DATABASE_ROW_H
#define SAYSO_DATABASE_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "database_schema.h"
#include "text.h"

struct database;

void database_row_begin(struct database *d, enum database_table table);
/* NULL where absent.  A NUL byte inside becomes a blank.  The bytes must stay
 * until database_row_end(). */
void database_row_text(struct database *d, struct text value);
void database_row_string(struct database *d, const char *value);
void database_row_integer(struct database *d, bool known, int64_t value);
void database_row_real(struct database *d, bool known, double value);
/* A buffer for what one column needs. */
struct buffer *database_row_room(struct database *d);
/* The row lacks memory; its end says so. */
void database_row_failed(struct database *d);
int database_row_end(struct database *d, struct complaint *c);
/* Three columns of what was found in the texts, as sayso-summary(5) has them:
 * terms, aspects, comparisons (database_found.c). */
struct sentiment;
void database_row_found(struct database *d, const struct sentiment *s);
/* The key of the review that was put last; 0: none was. */
int64_t database_row_review(const struct database *d);

#endif
