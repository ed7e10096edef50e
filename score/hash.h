/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A hash of bytes for tables in memory: FNV-1a (Fowler, Noll, Vo), whose high
 * half is mixed into the low one and the whole spread by the golden ratio, so
 * that both the low bits and the high ones may be taken.  Equal everywhere,
 * but part of no format.
 */
#ifndef SAYSO_HASH_H
#define SAYSO_HASH_H

#include <stdint.h>

#include "text.h"

static inline uint64_t
hash_of_text(struct text t)
{
	uint64_t hash = UINT64_C(14695981039346656037);
	size_t i;

	for (i = 0; i < t.length; i++)
		hash = (hash ^ (unsigned char)t.bytes[i]) *
		    UINT64_C(1099511628211);
	hash = (hash ^ hash >> 32) * UINT64_C(0x9E3779B97F4A7C15);
	return hash ^ hash >> 32;
}

#endif
