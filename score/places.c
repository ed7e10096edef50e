/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "places.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum {
	PER_BUCKET = 4,		/* hashes, on average */
	SPARE = 4,		/* every fourth place more than hashes */
	TRIES = 16,		/* each with more places */
};

/* A hash in its bucket. */
struct member {
	uint64_t hash;
	uint32_t next;		/* from 1; 0: the last */
};

struct making {
	struct places *p;
	struct member *member;	/* from 1 */
	uint32_t *first, *count;	/* of a bucket */
	bool *taken;
};

void
places_release(struct places *p)
{
	free(p->number);
	memset(p, 0, sizeof *p);
}

/* Whether a bucket's hashes fall on free places; they are then taken. */
static bool
falls_free(struct making *m, uint32_t bucket)
{
	uint32_t at = m->first[bucket], back;

	for (; at != 0; at = m->member[at].next) {
		bool *place = &m->taken[places_of(m->p, m->member[at].hash)];

		if (*place)
			break;
		*place = true;
	}
	if (at == 0)
		return true;
	for (back = m->first[bucket]; back != at; back = m->member[back].next)
		m->taken[places_of(m->p, m->member[back].hash)] = false;
	return false;
}

static bool
place_bucket(struct making *m, uint32_t bucket)
{
	for (uint32_t number = 0; number <= UINT16_MAX; number++) {
		m->p->number[bucket] = (uint16_t)number;
		if (falls_free(m, bucket))
			return true;
	}
	return false;
}

static bool
place_all(struct making *m)
{
	uint32_t most = 0;

	for (uint32_t i = 0; i < m->p->buckets; i++)
		if (m->count[i] > most)
			most = m->count[i];
	for (; most > 0; most--)
		for (uint32_t i = 0; i < m->p->buckets; i++)
			if (m->count[i] == most && !place_bucket(m, i))
				return false;
	return true;
}

static void
fill_buckets(struct making *m, const uint64_t *hash, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t bucket = (size_t)((hash[i] & 0xFFFFFFFF) *
		    m->p->buckets >> 32);

		m->member[i + 1] = (struct member){hash[i], m->first[bucket]};
		m->first[bucket] = (uint32_t)i + 1;
		m->count[bucket]++;
	}
}

static int
make(struct making *m, const uint64_t *hash, size_t count)
{
	int result = 1;

	if (m->member == NULL || m->first == NULL || m->count == NULL ||
	    m->p->number == NULL)
		return -1;
	fill_buckets(m, hash, count);
	for (int try = 0; try < TRIES && result == 1; try++) {
		m->p->size += m->p->size / SPARE + 1;
		free(m->taken);
		m->taken = calloc(m->p->size, sizeof *m->taken);
		if (m->taken == NULL)
			return -1;
		result = place_all(m) ? 0 : 1;
	}
	return result;
}

int
places_make(struct places *p, const uint64_t *hash, size_t count)
{
	struct making m = {.p = p};

	if (count > UINT32_MAX / 64)
		return -1;
	p->size = (uint32_t)count;
	p->buckets = (uint32_t)(count / PER_BUCKET + 1);
	p->number = calloc(p->buckets, sizeof *p->number);
	m.member = malloc((count + 1) * sizeof *m.member);
	m.first = calloc(p->buckets, sizeof *m.first);
	m.count = calloc(p->buckets, sizeof *m.count);
	int result = make(&m, hash, count);
	free(m.member);
	free(m.first);
	free(m.count);
	free(m.taken);
	if (result != 0)
		places_release(p);
	return result;
}
