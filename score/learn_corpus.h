/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rated texts to learn from, out of files of two kinds:
 *
 * - FILE.tsv, header `id rating label text`; label pos, neg, neu or nothing,
 *   then the rating says it (of five stars: 4 and more, 2 and less).  The
 *   source is the file's name without ".tsv".  FILE.meta.tsv beside it, if
 *   there is one (`id entity ...`), names each text's brand.
 * - anything else: reviews, JSON Lines.  Only those of the language; stars as
 *   review_stars() has them; title, body and notes are one text; the source
 *   and the brand are the review's own.
 *
 * A text whose source or brand is held out is not learned from.  All of it is
 * in memory.
 */
#ifndef SAYSO_LEARN_CORPUS_H
#define SAYSO_LEARN_CORPUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "complaint.h"
#include "text.h"

enum {
	LEARN_BYTES_MAX = 1 << 30,	/* of one file */
	LEARN_MEMORY_MAX = (1 << 30) + ((1 << 30) - 1),
	LEARN_TEXTS_MAX = 1 << 24,
	LEARN_SOURCES_MAX = 64,
	LEARN_HOLD_OUT_MAX = 64,	/* names */
};

struct learn_text {
	struct text text;
	uint64_t brand;		/* a hash of its name; of its source where
				   it has none */
	uint8_t source;
	int8_t label;		/* 1 praise, 0 neither, -1 complaint */
	bool held_out;
};

struct learn_corpus {
	struct arena arena;
	struct learn_text *text;
	size_t count, room;
	struct text source[LEARN_SOURCES_MAX];
	size_t sources;
	const char *hold_out[LEARN_HOLD_OUT_MAX]; /* borrowed */
	size_t hold_outs;
	bool matched[LEARN_HOLD_OUT_MAX];	/* names that were found */
	uint64_t bad;		/* lines that could not be read */
};

void learn_corpus_init(struct learn_corpus *k);
void learn_corpus_release(struct learn_corpus *k);

/* Adds a file's texts of the language. */
int learn_corpus_read(struct learn_corpus *k, const char *path,
	const char *language, struct complaint *c);

#endif
