/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews of some files scored by several threads: one engine, a scorer for
 * each thread, and the lines of each slot of the pipeline (pipeline.h).
 */
#ifndef SAYSO_SCORERS_H
#define SAYSO_SCORERS_H

#include <stddef.h>
#include <stdint.h>

#include "brands.h"
#include "complaint.h"
#include "pipeline.h"
#include "reviews.h"
#include "sentiment.h"

struct scorers_slot {
	size_t number;		/* 0 .. PIPELINE_SLOTS_MAX - 1 */
	struct reviews_block lines;
};

struct scorers {
	size_t threads;
	struct engine *engine;
	struct brands *brands;
	struct scorer *scorer[PIPELINE_THREADS_MAX];
	struct scorers_slot slot[PIPELINE_SLOTS_MAX];
	struct reviews reviews;
	struct complaint reading;	/* why a file could not be read */
};

/* What a slot's lines become, by any thread; and what became of them, in
 * order (-1: nothing more is done).  As in struct pipeline. */
struct scorers_work {
	void *context;
	void (*work)(void *context, size_t thread, struct scorers_slot *slot);
	int (*write)(void *context, struct scorers_slot *slot);
};

/* The engine with the brands of a list or a plan; each may be NULL.  To be
 * closed in any case. */
int scorers_open(struct scorers *s, const char *lexicon, const char *brands,
	const char *plan, struct complaint *c);
/* Scorers for the threads, and the files.  -1: no memory. */
int scorers_start(struct scorers *s, size_t threads, size_t files,
	char *const *path, struct complaint *c);
/* -1 where a file could not be read (s->reading says so) or write() said
 * so. */
int scorers_run(struct scorers *s, const struct scorers_work *w);
void scorers_close(struct scorers *s);

#endif
