/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The words of dates in many languages, one table.  Words are kept folded:
 * lower case, no Latin or Greek accents, one form of the Arabic letters.
 */
#ifndef SAYSO_DATE_WORDS_H
#define SAYSO_DATE_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum date_word {
	DATE_NO_WORD,
	DATE_MONTH,		/* 1-12 */
	DATE_JALALI,		/* 1-12 of the Persian calendar */
	DATE_UNIT,		/* enum date_unit */
	DATE_DUAL,		/* two of a unit (Arabic) */
	DATE_AGO,
	DATE_LAST,		/* "last week": one unit ago */
	DATE_COUNT,		/* 1-6 in words */
	DATE_DAYS_AGO,		/* today, yesterday */
	DATE_BEFORE,		/* "avant-hier": one day more */
	DATE_PREFIX,		/* of two-word months of the Levant: 10 or 12 */
	DATE_FIRST, DATE_SECOND_ONE,
	DATE_MERIDIEM,		/* 0 or 12 hours */
	DATE_ZONE,		/* minutes east */
};

enum date_unit {
	DATE_SECOND, DATE_MINUTE, DATE_HOUR, DATE_DAY, DATE_WEEK,
	DATE_MONTHS, DATE_YEAR,
};

enum { DATE_WORD_MAX = 64 };

/* The folded form of a word; cut at DATE_WORD_MAX. */
size_t date_fold(struct text word, char to[DATE_WORD_MAX]);

/* What a folded word means; DATE_NO_WORD if nothing. */
enum date_word date_word_look_up(const char *folded, size_t length,
	int *value);

#endif
