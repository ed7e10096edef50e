/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Integers as decimal digits, for writers that put thousands of them together
 * for each review: offsets, most of which are below 1000, are written without
 * a division or a branch on their length.
 */
#ifndef SAYSO_DECIMAL_H
#define SAYSO_DECIMAL_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { DECIMAL_ROOM = 21 };	/* bytes that a number may take, or touch */

/* The digits of the numbers below 1000. */
struct decimal_short {
	char digit[3];
	char count;
};
extern const struct decimal_short decimal_short[1000];

/* Both write at `at`, without NUL, and return where the number ends. */
static inline char *
decimal_put_count(char *at, uint64_t value)
{
	char digits[20];
	size_t from = sizeof digits;

	if (value < 1000) {
		memcpy(at, &decimal_short[value], 4);
		return at + decimal_short[value].count;
	}
	do
		digits[--from] = (char)('0' + value % 10);
	while ((value /= 10) > 0);
	for (; from < sizeof digits; from++)
		*at++ = digits[from];
	return at;
}

static inline char *
decimal_put(char *at, int64_t value)
{
	if (value >= 0)
		return decimal_put_count(at, (uint64_t)value);
	*at = '-';
	return decimal_put_count(at + 1, 0 - (uint64_t)value);
}

#endif
