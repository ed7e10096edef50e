/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `score learn`: rated texts and a lexicon in, the rows that they add to it or
 * change in it out (learn_corpus.h, learn_words.h, learn_model.h).
 */
#ifndef SAYSO_LEARN_H
#define SAYSO_LEARN_H

#include "status.h"

/* How the defaults were chosen: see lexicon/README. */
enum {
	LEARN_TEXTS = 30, LEARN_BRANDS = 5, LEARN_SOURCES = 3,
	LEARN_ENTRIES = 1500,
	LEARN_COST = 20,		/* hundredths */
};

enum status learn_command(int argc, char **argv);

#endif
