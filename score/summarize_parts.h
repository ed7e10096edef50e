/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run over a workspace, between summarize.c, which opens and publishes, and
 * summarize_lines.c, which goes over the reviews. */
#ifndef SAYSO_SUMMARIZE_PARTS_H
#define SAYSO_SUMMARIZE_PARTS_H

#include "brands.h"
#include "database.h"
#include "map.h"
#include "passes.h"
#include "plan.h"
#include "quoting.h"
#include "samples.h"
#include "selection.h"
#include "shortlist.h"
#include "since.h"
#include "streams.h"
#include "summary.h"
#include "trail.h"
#include "workspace.h"

/* Everything that one run holds; released in one place. */
struct summarize {
	struct workspace workspace;
	struct passes passes;
	struct since since;
	struct plan plan;
	struct engine *engine;
	struct scorer *scorer;
	struct brands *brands;
	struct arena arena;		/* of a line in a pass */
	struct shortlist shortlist;
	struct quoting quoting;
	struct tally *tally;
	struct map map;
	struct streams *streams;
	struct database *database;
	struct trail *trail;
	struct samples *samples;
	struct selection_facts *facts;
	struct summary summary;
	struct complaint complaint;
	uint64_t bad;
};

/* Everything through map and into the database.  0, or -1 with a complaint. */
int summarize_score(struct summarize *z);
/* When the summaries are made: the texts that they show.  0, or -1 with a
 * complaint. */
int summarize_quotes(struct summarize *z);

#endif
