/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The report's own words in the reader's language.  English stands in the
 * code; score/words/LANGUAGE.po (GNU gettext's format, so that any translator's
 * tool opens it) holds the same words in another one.  What a file lacks
 * stays English.  A struct translation that is NULL is English.
 *
 * Read from the data beside the programs and never by the locale of the
 * environment: the same input gives the same bytes.  Plural forms go by the
 * language (Unicode CLDR's cardinal rules), not by the file's head.
 *
 * Names that begin with "format:" say how numbers and dates are written:
 *	format:direction	ltr | rtl
 *	format:digits		ten characters, from nought to nine
 *	format:decimal, format:group, format:minus, format:plus
 *	format:percent		"{1}\xC2\xA0%"
 *	format:date		"{1} {2} {3}": day, name of the month, year
 *	format:month		"{1} {2}": name of the month, year
 */
#ifndef SAYSO_TRANSLATION_H
#define SAYSO_TRANSLATION_H

#include <stdbool.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"

enum {
	TRANSLATION_BYTES_MAX = 1 << 20,	/* of a file */
	TRANSLATION_WORDS_MAX = 2000,		/* entries of a file */
	TRANSLATION_FORMS = 6,			/* plural forms, at most */
};

struct translation;

/* *t is NULL for English, for NULL and where there is no file for the
 * language (`pt-BR` takes that of `pt`).  -1 for a file that is there and
 * cannot be read: the complaint says where. */
int translation_open(struct translation **t, const char *language,
	struct complaint *c);
/* From bytes, for translation_open() and tests; `name` for complaints. */
struct translation *translation_read(const char *bytes, size_t length,
	const char *language, const char *name, struct complaint *c);
void translation_close(struct translation *t);

const char *translation_language(const struct translation *t);	/* "en" */
bool translation_is_rtl(const struct translation *t);
const char *translation_of(const struct translation *t, const char *english);
/* The form for n of words with a number; English has two. */
const char *translation_of_count(const struct translation *t, const char *one,
	const char *many, int64_t n);

/* Digits, ',' '.' '+' and U+2212 of a number as the language writes it. */
int translation_add_number(struct buffer *to, const struct translation *t,
	const char *number);
/* The day, or the month, of a written date (calendar.h) by the language's
 * form; a year, and what is no date, as it is. */
int translation_add_date(struct buffer *to, const struct translation *t,
	const char *date);

#endif
