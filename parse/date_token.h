/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A written date cut into numbers, words and signs, for date.c,
 * date_clock.c and date_relative.c.
 */
#ifndef SAYSO_DATE_TOKEN_H
#define SAYSO_DATE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "date.h"
#include "date_words.h"
#include "text.h"

enum date_token_type { DATE_NUMBER, DATE_WORD, DATE_SIGN };

struct date_token {
	enum date_token_type type;
	int64_t number;			/* of a NUMBER */
	int digits;			/* how many it was written with */
	enum date_word kind;		/* of a WORD */
	int value;			/* of a WORD */
	char word[DATE_WORD_MAX];	/* folded */
	char sign;			/* of a SIGN: ASCII, else '?' */
	bool blank;			/* a blank stands before it */
	bool used;
};

struct date_tokens {
	struct date_token at[DATE_TOKENS_MAX];
	size_t count;
};

/* False where the text is too long or has too many parts. */
bool date_tokens_read(struct text written, struct date_tokens *t);

/* The time of day with its offset, at its precision; its numbers are marked
 * as used.  *twelve_hours is set where it says am or pm. */
bool date_clock(struct date_tokens *t, struct calendar_date *d,
	bool *twelve_hours);

/* "3 weeks ago" and its like. */
bool date_relative(const struct date_tokens *t, int64_t fetched,
	struct calendar_date *d);

#endif
