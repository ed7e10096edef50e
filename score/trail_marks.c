/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a line is told by, in few bits (trail.h). */
#include "trail.h"

static uint64_t
mixed(uint64_t hash)
{
	hash = (hash ^ hash >> 33) * UINT64_C(0xff51afd7ed558ccd);
	return hash ^ hash >> 29;
}

/* Up to eight bytes as a number, the same on every machine. */
static inline uint64_t
number_of(const char *bytes, size_t length)
{
	uint64_t number = 0;
	size_t i;

	for (i = 0; i < length; i++)
		number |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
	return number;
}

static uint64_t
hash_of(const char *bytes, size_t length, uint64_t seed)
{
	const uint64_t prime = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t hash = mixed(seed + length * prime);

	for (; length >= 8; bytes += 8, length -= 8)
		hash = mixed(hash ^ number_of(bytes, 8)) * prime;
	return length == 0 ? hash : mixed(hash ^ number_of(bytes, length)) *
	    prime;
}

/* A sum over words does not know their order, nor how they were joined. */
uint64_t
trail_sum(struct text t)
{
	uint64_t sum = 0;
	size_t from = 0, to;

	for (; from < t.length; from = to + 1) {
		for (to = from; to < t.length && t.bytes[to] != ' ';)
			to++;
		sum += hash_of(t.bytes + from, to - from, 0);
	}
	return sum;
}

void
trail_add_words(uint64_t to[2], uint64_t sum)
{
	uint64_t hash = mixed(sum);

	to[hash >> 6 & 1] |= UINT64_C(1) << (hash & 63);
	to[hash >> 13 & 1] |= UINT64_C(1) << (hash >> 7 & 63);
}

void
trail_words(uint64_t to[2], struct text words)
{
	trail_add_words(to, trail_sum(words));
}

uint64_t
trail_bit(enum trail_what what, uint64_t sum)
{
	enum { NAMES = 64 - (TRAIL_WHATS - TRAIL_MIXED) };

	return UINT64_C(1) << (what >= TRAIL_MIXED ? (uint64_t)(NAMES + what -
	    TRAIL_MIXED) : mixed(sum + (uint64_t)what) % NAMES);
}

uint64_t
trail_mark(enum trail_what what, struct text name)
{
	return trail_bit(what, trail_sum(name));
}

int64_t
trail_hash(struct text id)
{
	uint64_t hash;

	if (id.length == 0)
		return 0;
	hash = hash_of(id.bytes, id.length, 0) >> 1;
	return hash == 0 ? 1 : (int64_t)hash;
}

int64_t
trail_run(struct text name)
{
	static const char form[] = "00000000T000000Z";
	int64_t digits = 0;
	size_t i;

	if (name.length < sizeof(form) - 1)
		return 0;
	for (i = 0; i < sizeof(form) - 1; i++) {
		char byte = name.bytes[i];

		if (form[i] != '0' ? byte != form[i] : byte < '0' || byte >
		    '9')
			return 0;
		if (form[i] == '0')
			digits = digits * 10 + byte - '0';
	}
	return digits;
}
