/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing above
 * U+10FFFF.
 */
#ifndef SAYSO_UTF8_H
#define SAYSO_UTF8_H

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

/* Adds the text with each invalid byte sequence replaced by U+FFFD. */
int utf8_repair(struct buffer *to, const char *bytes, size_t length);

#endif
