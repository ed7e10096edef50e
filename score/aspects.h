/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The list of aspects of one language, section `#aspects` of a lexicon
 * (sayso-lexicon(5)): words and phrases that say which side of the subject is
 * meant, each with the aspect's name and the stage of the customer's way.
 *
 *	delivery	arrived late	receive
 *
 * The names are the list's own; a later section may add names, and give a term
 * that an earlier one has to another aspect.
 */
#ifndef SAYSO_ASPECTS_H
#define SAYSO_ASPECTS_H

#include "phrases.h"

enum {
	ASPECTS_NAMES_MAX = 64,	/* of a language */
	ASPECTS_NAME_MAX = 24,	/* bytes */
};

enum stage {
	STAGE_FIND, STAGE_BUY, STAGE_RECEIVE, STAGE_USE, STAGE_HELP,
	STAGE_RETURN, STAGES,
};

struct aspects {
	struct phrases terms;	/* value: name * STAGES + stage */
	const char *name[ASPECTS_NAMES_MAX];
	size_t names;
};

void aspects_release(struct aspects *a);

/* Takes a row: aspect, term, stage.  NULL, or what is wrong; *culprit is then
 * the column that is. */
const char *aspects_row(struct aspects *to, const struct text column[3],
	enum fold_way way, uint32_t section, struct arena *a, int *culprit);

const char *aspects_name(const struct aspects *a, const struct phrase *p);
enum stage aspects_stage(const struct phrase *p);
const char *stage_name(enum stage stage);

#endif
