/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "seen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "digest.h"

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
		for (at = s->value[i] & (size - 1); grown[at] != 0;
		    at = (at + 1) & (size - 1))
			;
		grown[at] = s->value[i];
	}
	free(s->value);
	s->value = grown;
	s->size = size;
	return 0;
}

int
seen_add(struct seen *s, const char *cursor, const char *digest)
{
	unsigned char raw[DIGEST_SIZE];
	char pair[SEEN_PAIR_MAX];
	uint64_t value;
	size_t at;
	int length;

	if (2 * s->count >= s->size && seen_grow(s) != 0)
		return -1;
	/* Digests hold no blanks, so a pair is written in one way. */
	length = snprintf(pair, sizeof(pair), "%s %s", digest, cursor);
	if (length < 0 || (size_t)length >= sizeof(pair))
		return -1;
	digest_of(pair, (size_t)length, raw);
	memcpy(&value, raw, sizeof(value));
	value += value == 0;
	for (at = value & (s->size - 1); s->value[at] != 0;
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
