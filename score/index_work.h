/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An index in the making, between index_seal.c, which collects what there is,
 * and index_place.c, which gives each its place.
 */
#ifndef SAYSO_INDEX_WORK_H
#define SAYSO_INDEX_WORK_H

#include "index.h"
#include "phrases.h"

/* A word that gets an entry. */
struct listing {
	uint64_t hash;
	const struct term *term;		/* NULL: only an aspect's */
	const struct phrase_word *word;		/* of it; NULL: only a term */
	uint16_t mention;			/* as in struct entry */
};

/* A phrase on its pair. */
struct hanging {
	uint32_t term;		/* its number */
	uint32_t next;		/* on the same pair, from 1; 0: none */
	uint8_t place;		/* of the pair's first word */
};

/* What is collected before there are places for it. */
struct sealing {
	struct index *ix;
	const struct phrases *mentions;	/* may be NULL */
	struct listing *listing;
	size_t listings;
	struct hanging *hanging;	/* from 1 */
	uint32_t hangings;
	struct index_pair *pair;	/* an open table; hang is the first
					   hanging yet */
	size_t size, pairs;		/* size: a power of two */
	uint64_t *hash;			/* of listings, then of pairs */
};

/* Gives all words and pairs their places; as index_seal(). */
int index_place_all(struct sealing *s, struct index_alike *alike);

#endif
