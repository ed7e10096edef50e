/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The reviews of a row as they were seen last, by id, while its files are read
 * one after another.
 */
#ifndef SAYSO_SIGHTINGS_H
#define SAYSO_SIGHTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "digest.h"

struct sighting {
	char id[ID_HEX];		/* "" where the slot is free */
	unsigned char content[8];	/* of a digest of what is said */
	unsigned file;			/* of that version: its index */
	size_t offset;			/* of its line */
	int64_t day;			/* published; INT64_MIN not known */
	unsigned first, last;		/* files that had it */
	bool vanished;
};

/* All zero: none. */
struct sightings {
	struct sighting *slot;		/* open addressing */
	size_t room, count;		/* room: a power of two */
};

/* Makes room for one more; -1: no memory, or beyond CHANGES_IDS_MAX. */
int sightings_grow(struct sightings *s);
/* The slot of an id, or the free one that it gets: to be filled and counted
 * by the caller, who has made room. */
struct sighting *sightings_find(const struct sightings *s, const char *id);
void sightings_release(struct sightings *s);

#endif
