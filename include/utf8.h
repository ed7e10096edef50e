/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above
 * U+10FFFF.
 */
#ifndef SAYSO_UTF8_H
#define SAYSO_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"

enum { UTF8_REPLACEMENT = 0xFFFD };

/* The number of leading bytes that are whole, valid characters: `length`
 * where all is well, else the offset of the first bad byte. */
size_t utf8_valid(const char *bytes, size_t length);

/* Reads one character at `bytes` (length > 0).  Returns its length in bytes
 * and sets *c; an invalid byte gives UTF8_REPLACEMENT and 1. */
size_t utf8_decode(const char *bytes, size_t length, uint32_t *c);

/* Writes a character into `to` (room for 4); returns the number of bytes. */
size_t utf8_encode(uint32_t c, char *to);

/* Characters of text that is valid. */
static inline size_t
utf8_length(const char *bytes, size_t length)
{
	size_t count = 0;

	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
	return count;
}

/* Whether a character is in one of the ranges, which are in order. */
struct utf8_range {
	uint32_t first, last;
};
static inline bool
utf8_is_in(uint32_t c, const struct utf8_range *range, size_t count)
{
	for (size_t i = 0; i < count && c >= range[i].first; i++)
		if (c <= range[i].last)
			return true;
	return false;
}

/* Adds the text with each invalid byte sequence replaced by U+FFFD. */
int utf8_repair(struct buffer *to, const char *bytes, size_t length);

#endif
