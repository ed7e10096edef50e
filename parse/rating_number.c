/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, in the digits of the scripts that we met. */
#include "rating_number.h"

#include <stdint.h>

#include "utf8.h"

static const uint32_t zeros[] = {
	0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xFF10,
};

/* The decimal digit that a character is, -1 if none. */
static int
digit_of(uint32_t c)
{
	size_t i;

	for (i = 0; i < sizeof(zeros) / sizeof(zeros[0]); i++)
		if (c >= zeros[i] && c <= zeros[i] + 9)
			return (int)(c - zeros[i]);
	return -1;
}

static bool
is_point(uint32_t c)
{
	return c == '.' || c == ',' || c == 0x66B || c == 0x60C;
}

int
rating_digit_at(struct text t, size_t at)
{
	uint32_t c;

	if (at >= t.length)
		return -1;
	utf8_decode(t.bytes + at, t.length - at, &c);
	return digit_of(c);
}

size_t
rating_number(struct text t, char digits[RATING_DIGITS])
{
	size_t i = 0, length = 0, end = 0;
	bool point = false;

	while (i < t.length) {
		uint32_t c;
		size_t size = utf8_decode(t.bytes + i, t.length - i, &c);
		int d = digit_of(c);

		if (d >= 0) {
			if (length + 1 >= RATING_DIGITS)
				return 0;
			digits[length++] = (char)('0' + d);
			end = i + size;
		} else if (is_point(c) && length > 0 && !point &&
		    rating_digit_at(t, i + size) >= 0 &&
		    length + 2 < RATING_DIGITS) {
			digits[length++] = '.';
			point = true;
		} else
			break;
		i += size;
	}
	digits[length] = '\0';
	return end;
}

/* True if exactly three digits stand at `at`. */
static bool
is_group(struct text t, size_t at)
{
	int digits = 0;

	while (digits < 4 && rating_digit_at(t, at) >= 0) {
		uint32_t c;

		at += utf8_decode(t.bytes + at, t.length - at, &c);
		digits++;
	}
	return digits == 3;
}

size_t
rating_count(struct text t, char digits[RATING_DIGITS])
{
	size_t i = 0, length = 0;

	while (i < t.length && rating_digit_at(t, i) < 0)
		i++;
	while (i < t.length && length + 1 < RATING_DIGITS) {
		uint32_t c;
		size_t size = utf8_decode(t.bytes + i, t.length - i, &c);
		int d = digit_of(c);

		if (d >= 0)
			digits[length++] = (char)('0' + d);
		else if (!((is_point(c) || c == ' ' || c == 0xA0 ||
		    c == 0x202F || c == '\'' || c == 0x2019 || c == 0x66C) &&
		    is_group(t, i + size)))
			break;
		i += size;
	}
	digits[length] = '\0';
	return length > 0 ? i : 0;
}
