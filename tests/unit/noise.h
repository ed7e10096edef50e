/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef SAYSO_UNIT_NOISE_H
#define SAYSO_UNIT_NOISE_H

#include <stdint.h>
#include <stdlib.h>

/* Bytes that do not shrink much, the same each time. */
static inline char *
noise(size_t length)
{
	char *bytes = malloc(length);
	uint32_t x = 1;
	size_t i;

	for (i = 0; i < length; i++) {
		x = x * 1664525 + 1013904223;
		bytes[i] = (char)(x >> 24);
	}
	return bytes;
}

#endif
