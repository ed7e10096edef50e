/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What crew.c (order), crew_process.c (processes) and crew_answer.c (what
 * they say) share; the manual is crew.h.
 */
#ifndef SAYSO_CREW_PARTS_H
#define SAYSO_CREW_PARTS_H

#include <stdint.h>
#include <sys/types.h>

#include "batch.h"
#include "buffer.h"
#include "crew.h"
#include "sandbox.h"
#include "worker.h"

enum {
	CREW_AHEAD = 4,			/* batches per worker, of several */
	CREW_QUEUE = 2,			/* of them at one worker */
	CREW_BATCHES = CREW_MAX * CREW_AHEAD,
	CREW_TEXTS_MAX = 4 << 20,	/* places and notes of one batch */
	CREW_CHARSETS_MAX = 16,		/* unknown ones, for one batch */
};

enum crew_kind { CREW_PAGE, CREW_NOTE, CREW_END };

/* What this process knows of a page; texts are offsets from 1, 0 for none. */
struct crew_item {
	enum crew_kind kind;
	struct crew_file *file;
	size_t place, bad;
};

struct crew_batch {
	struct batch *shared;
	struct crew_item item[BATCH_PAGES];
	size_t count;			/* of items */
	size_t pages;			/* that a worker has to read */
	size_t charsets;		/* that were asked for */
	struct buffer texts, answer;
	bool done;
};

struct crew_worker {
	pid_t pid;			/* 0: none */
	int to, from;
	size_t queue[CREW_QUEUE], queued;
	struct buffer in;		/* of the answer to queue[0] */
	bool stood, stopped;		/* still at the last look; for good */
	bool stale;			/* had a large page: to be replaced */
	int64_t cpu_ns;			/* then */
};

struct crew {
	struct shelf *shelf;
	struct sandbox *sandbox;
	size_t recipes;			/* on the shelf when workers began */
	size_t worker_count, batch_count;
	struct crew_worker worker[CREW_MAX];
	struct crew_batch *batch;	/* a ring: [first, last) are sent, */
	size_t first, last;		/* last % batch_count is filled */
	unsigned missing;
};

/* ---- crew_process.c ---- */

/* Gives a batch to a worker; waits until one has room. */
int crew_send(struct crew *w, size_t which, struct complaint *c);
/* Waits for something to happen to a batch that was sent. */
int crew_wait(struct crew *w, struct complaint *c);
/* Ends all workers that have nothing to do. */
void crew_dismiss(struct crew *w);

/* ---- crew_answer.c ---- */

/* Hands what a batch gave to its files, and empties it. */
int crew_deliver(struct crew *w, struct crew_batch *b, struct complaint *c);
size_t crew_text(struct crew_batch *b, const char *text);

#endif
