/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The units of some sentences at work, between rules_acts.c, which finds what
 * acts on what, and rules.c, which weighs and adds up.
 */
#ifndef SAYSO_RULES_WORK_H
#define SAYSO_RULES_WORK_H

#include "rules.h"

/* What a unit is, in what it says; bits. */
enum target {
	OPINION = 1,
	BARE_NEGATOR = 2,
	ACTED = 4,		/* it did something to another, which an
				   opinion of its own would count twice */
	HEARSAY = 8,
	GOVERNED = 16,		/* by a negator of its clause */
	IS_HIT = OPINION | BARE_NEGATOR,
};

struct rules_work {
	const struct match *m;
	const struct words *w;
	size_t acting;
	uint16_t act[WORDS_ROOM];	/* units that act on others */
	size_t touched;
	/* Reached ones. */
	uint16_t touch[3 * WORDS_ROOM + LEXICON_REACH_MAX];
	bool bare;			/* a negator reached nothing */
	/* Of each unit: */
	uint8_t target[WORDS_ROOM];	/* bits of enum target */
	uint16_t negator[WORDS_ROOM];
	int16_t factor[WORDS_ROOM];	/* percent */
	int32_t weight[WORDS_ROOM];
};

/* Fills k from the units, and r->contrast. */
void rules_look(struct rules_work *k, struct rules *r, const struct match *m,
	const struct words *w);

#endif
