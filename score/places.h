/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A perfect hash: each of some hashes gets a place of its own, so that a
 * look-up is one small load and one comparison, with nothing to search.
 *
 *	hash --> bucket --> its number --> place
 *
 * The hashes of a bucket are moved about together by the bucket's number until
 * all of them fall on free places, the fullest buckets first (Belazzougui,
 * Botelho, Dietzfelbinger: Hash, displace, and compress, 2009).
 */
#ifndef SAYSO_PLACES_H
#define SAYSO_PLACES_H

#include <stddef.h>
#include <stdint.h>

struct places {
	uint16_t *number;	/* of each bucket */
	uint32_t buckets, size;	/* places 0 .. size - 1 */
};

/* 1: two hashes are equal, or too much alike.  -1: no memory. */
int places_make(struct places *p, const uint64_t *hash, size_t count);
void places_release(struct places *p);

/* Of a hash that was not among them: any place. */
static inline size_t
places_of(const struct places *p, uint64_t hash)
{
	uint32_t bucket = (uint32_t)((hash & 0xFFFFFFFF) * p->buckets >> 32);
	uint32_t mixed = ((uint32_t)(hash >> 24) ^
	    p->number[bucket] * 0x9E3779B1u) * 0x85EBCA6Bu;

	return (size_t)((uint64_t)mixed * p->size >> 32);
}

#endif
