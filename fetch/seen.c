/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seen.h"

#include <stdlib.h>

static int
seen_grow(struct seen *s)
{
	size_t size = s->size == 0 ? 64 : 2 * s->size, i, at;
	uint64_t *grown = calloc(size, sizeof(*grown));

	if (grown == NULL)
		return -1;
	for (i = 0; i < s->size; i++) {
		if (s->value[i] == 0)
			continue;
		for (at = (size_t)s->value[i] & (size - 1); grown[at] != 0;
		    at = (at + 1) & (size - 1))
			;
		grown[at] = s->value[i];
	}
	free(s->value);
	s->value = grown;
	s->size = size;
	return 0;
}

/* FNV-1a of a string and its end: who makes two pages with one hash ends his
 * own run. */
static uint64_t
mix(uint64_t hash, const char *string)
{
	do
		hash = (hash ^ (unsigned char)*string) *
		    UINT64_C(0x100000001B3);
	while (*string++ != '\0');
	return hash;
}

int
seen_add(struct seen *s, const char *cursor, const char *digest)
{
	uint64_t value;
	size_t at;

	if (2 * s->count >= s->size && seen_grow(s) != 0)
		return -1;
	value = mix(mix(UINT64_C(0xCBF29CE484222325), digest), cursor);
	value ^= value >> 32;
	value += value == 0;
	for (at = (size_t)value & (s->size - 1); s->value[at] != 0;
	    at = (at + 1) & (s->size - 1))
		if (s->value[at] == value)
			return 1;
	s->value[at] = value;
	s->count++;
	return 0;
}

void
seen_release(struct seen *s)
{
	free(s->value);
	*s = (struct seen){.value = NULL};
}
