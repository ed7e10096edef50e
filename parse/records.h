/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Records of APIs, feeds and tables, read by the second half of a recipe
 * (recipe.h).  A format is one file records_NAME.c with one const struct; what
 * a value means (maps, dates, scales, markup) is the same for all of them:
 * values.h.
 *
 * - json: JSON Pointers.  A pointer of "records" may lead through a string
 *   that holds JSON of its own ("/response/body/string/data").  Elements that
 *   are strings or numbers are joined with "; " where a field leads to an
 *   array of them.
 * - jsonl: one JSON object per line, the line is the record.
 * - xml: XPath; the first node that is found counts.
 * - csv: RFC 4180 with a header row.  The separator is the one of comma,
 *   semicolon and tab that the header row has most of; a byte order mark is
 *   skipped, names are compared without case and blanks around them, a quote
 *   inside an unquoted field is a letter, short rows lack their last fields.
 */
#ifndef SAYSO_RECORDS_H
#define SAYSO_RECORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "complaint.h"
#include "plan.h"
#include "recipe.h"
#include "review.h"
#include "text.h"

enum {
	RECORDS_MAX = 2 << 20,		/* of one page; more is a complaint */
	RECORDS_NESTED_MAX = 64,	/* JSON strings opened for one page */
	RECORDS_COLUMNS_MAX = 1000,	/* of a table */
	RECORDS_ARENA = 32 << 20,	/* all values of one record */
};

struct records_how {
	const struct recipe *recipe;
	const struct plan_row *row;	/* NULL: none; for {name} in scales */
	bool detected;			/* nobody chose the recipe, so nobody
					   chose its parameters: a scale that
					   is one stays absent */
	int64_t fetched;		/* DATE_NO_INSTANT where not known */
	struct text language;		/* of the dates; may be absent */
	struct arena *arena;		/* one record's; cleared before each */
	/* One review; non-zero ends the reading. */
	int (*take)(void *context, struct review *r);
	/* A record that cannot be read; reading goes on. */
	void (*bad)(void *context, const struct complaint *c);
	void *context;
};

struct records;		/* a page, opened in its format */

/* `page` is UTF-8 and outlives the result; `name` is its place for
 * complaints ("file" or "file@offset").  NULL on failure. */
struct records *records_open(enum recipe_format format, struct text page,
	const char *name, struct complaint *c);
/* All records in the order of the page; may be called again with another
 * recipe.  -1: a complaint, or take() ended it. */
int records_each(struct records *r, const struct records_how *how,
	struct complaint *c);
void records_close(struct records *r);		/* NULL is allowed */

/* One line of a jsonl stream; a bad one is reported to how->bad().  0, or
 * what take() returned. */
int records_line(struct text line, const char *name,
	const struct records_how *how);

/* ---- formats ---- */

struct records_format {
	enum recipe_format format;
	void *(*open)(struct text page, const char *name,
		struct complaint *c);
	int (*each)(void *page, const struct records_how *how,
		struct complaint *c);
	void (*close)(void *page);
};

extern const struct records_format records_json, records_jsonl, records_xml,
	records_csv;

/* For readers without a recipe's path: the page's value; NULL where the format
 * is not json. */
struct json;
const struct json *records_json_root(const struct records *r);
const struct json *records_json_page(const void *page);

#endif
