/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 256 };

void
buffer_init(struct buffer *b, size_t ceiling)
{
	*b = (struct buffer){.ceiling = ceiling};
}

void
buffer_release(struct buffer *b)
{
	free(b->bytes);
	buffer_init(b, b->ceiling);
}

void
buffer_clear(struct buffer *b)
{
	b->length = 0;
	b->failed = false;
	if (b->bytes != NULL)
		b->bytes[0] = '\0';
}

char *
buffer_reserve(struct buffer *b, size_t more)
{
	size_t wanted, capacity;
	char *bytes;

	if (b->failed || more > b->ceiling ||
	    b->length > b->ceiling - more) {
		b->failed = true;
		return NULL;
	}
	wanted = b->length + more + 1;
	if (wanted <= b->capacity)
		return b->bytes + b->length;
	capacity = b->capacity < FIRST_CAPACITY ? FIRST_CAPACITY : b->capacity;
	while (capacity < wanted)
		capacity += capacity / 2;
	bytes = realloc(b->bytes, capacity);
	if (bytes == NULL) {
		b->failed = true;
		return NULL;
	}
	bytes[b->length] = '\0';
	b->bytes = bytes;
	b->capacity = capacity;
	return b->bytes + b->length;
}

/* buffer_reserve() where there is room already. */
static inline char *
reserve(struct buffer *b, size_t more)
{
	return !b->failed && b->capacity - b->length > more &&
	    b->ceiling - b->length >= more ? b->bytes + b->length :
	    buffer_reserve(b, more);
}

int
buffer_add(struct buffer *b, const void *bytes, size_t length)
{
	char *to = reserve(b, length);

	if (to == NULL)
		return -1;
	if (length > 0)
		memcpy(to, bytes, length);
	to[length] = '\0';
	b->length += length;
	return 0;
}

int
buffer_add_string(struct buffer *b, const char *string)
{
	return buffer_add(b, string, strlen(string));
}

int
buffer_add_char(struct buffer *b, char c)
{
	char *to = reserve(b, 1);

	if (to == NULL)
		return -1;
	to[0] = c;
	to[1] = '\0';
	b->length++;
	return 0;
}

int
buffer_add_integer(struct buffer *b, int64_t value)
{
	char digits[24], *at = digits + sizeof(digits);
	uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

	do
		*--at = (char)('0' + rest % 10);
	while ((rest /= 10) > 0);
	if (value < 0)
		*--at = '-';
	return buffer_add(b, at, (size_t)(digits + sizeof(digits) - at));
}

int
buffer_add_format(struct buffer *b, const char *format, ...)
{
	va_list values;
	int length;
	char *to;

	va_start(values, format);
	length = vsnprintf(NULL, 0, format, values);
	va_end(values);
	if (length < 0 || (to = buffer_reserve(b, (size_t)length)) == NULL) {
		b->failed = true;
		return -1;
	}
	va_start(values, format);
	vsnprintf(to, (size_t)length + 1, format, values);
	va_end(values);
	b->length += (size_t)length;
	return 0;
}
