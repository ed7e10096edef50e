/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A growing run of bytes that cannot be made without a ceiling.
 *
 * `bytes` is always NUL-terminated behind `length` once anything was added
 * (the NUL does not count).  After a failed add the buffer holds what it held
 * before and `failed` stays set until buffer_clear(), so that a caller may add
 * many times and look once.
 */
#ifndef SAYSO_BUFFER_H
#define SAYSO_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
	char *bytes;
	size_t length, capacity, ceiling;
	bool failed;		/* ceiling reached or no memory */
};

void buffer_init(struct buffer *b, size_t ceiling);
void buffer_release(struct buffer *b);
void buffer_clear(struct buffer *b);	/* keeps the memory */

int buffer_add(struct buffer *b, const void *bytes, size_t length);
int buffer_add_string(struct buffer *b, const char *string);
int buffer_add_char(struct buffer *b, char c);
int buffer_add_integer(struct buffer *b, int64_t value);
int buffer_add_format(struct buffer *b, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Makes room for `more` bytes behind `length` and returns where they go, or
 * NULL; the caller adds to `length` what it wrote. */
char *buffer_reserve(struct buffer *b, size_t more);

#endif
