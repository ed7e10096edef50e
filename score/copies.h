/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Texts that are nearly the same: runs of five folded letters (no words are
 * needed, so every script is treated alike), 128 least hashes in bins of one
 * hash function (one permutation hashing, Li, Owen, Zhang 2012; empty bins
 * take the next full one, Shrivastava and Li 2014), four bits of each (Li and
 * Koenig 2010).  The hash and its constants are fixed: they are part of the
 * format of tallies.
 *
 * Bands of nine bins, fourteen of them, make two texts candidates with
 * probability 1 - (1 - s^9)^14 at likeness s; then the likeness is estimated
 * from all bins (standard error at most 0.05) and must be 0.7.  Short texts
 * are alike by chance: below twelve words, sixty letters, nothing is said.
 */
#ifndef SAYSO_COPIES_H
#define SAYSO_COPIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum {
	COPIES_RUN = 5,			/* letters */
	COPIES_BINS = 128,
	COPIES_BAND = 9,
	COPIES_BANDS = 14,
	COPIES_WORDS = 12,
	COPIES_LETTERS = 60,
};
#define COPIES_LIKE 0.7

/* ASCII folded as fold.h does; 0 is no letter. */
extern const unsigned char copies_ascii[128];

/* The least hash of a text; false where it is too short. */
bool copies_least(struct text t, uint64_t *least);
/* The bins as hexadecimal digits, and NUL. */
void copies_sign(struct text t, char to[COPIES_BINS + 1]);
/* Estimated likeness (Jaccard) of two texts by their bins. */
double copies_likeness(const char *a, const char *b);

#endif
