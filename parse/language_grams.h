/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How well the languages of a script explain the letters of a text: by runs of
 * two to four letters and by whole words, each of them weighed by a learned
 * table (language_table.h).
 */
#ifndef SAYSO_LANGUAGE_GRAMS_H
#define SAYSO_LANGUAGE_GRAMS_H

#include <limits.h>
#include <stddef.h>
#include <stdint.h>

#include "language_letter.h"

enum { LANGUAGE_LOOK_MAX = 1024 };	/* bytes of a text that are looked at */

/* The letters of a text in lower case; 0 is a border.  Begins and ends with
 * one. */
struct language_letters {
	size_t count;
	uint32_t c[LANGUAGE_LOOK_MAX + 2];
	unsigned char script[LANGUAGE_LOOK_MAX + 2];
	unsigned of_script[SCRIPT_COUNT];
};

/* In table units (LANGUAGE_UNITS).  LANGUAGE_NOT_SO: no such language. */
#define LANGUAGE_NOT_SO (INT_MIN / 2)
struct language_ranking {
	const char *tag;	/* of the best; "und" where it is no good
				   either */
	int best, second;
	int own;		/* of the language that was asked for; NOT_SO
				   where it is not written in this script */
	int pairs;		/* of letters, that are known */
};

/* Ranks the languages of a script; the letters of others become borders. */
struct language_ranking language_rank(struct language_letters *l,
	enum language_script script, const char *own);

#endif
