/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pages are read by workers, processes of their own (worker.h), and what they
 * found is put together here in the order of the input: the bytes are the
 * same for any number of workers.
 *
 * A page that kills its worker, stands still or costs more than sandbox.h
 * allows is bad input like any other: it is noted with its place, the worker
 * is replaced, and the pages around it are not touched by it.
 *
 * One worker takes turns with this process, so that it is one processor's
 * work; of several each has one, and this process the rest.
 *
 *	crew_open()
 *	for each file {
 *		crew_file_init()
 *		crew_page(), crew_note(), ... in the order of the input
 *		crew_end()	file->done() is called when all is there
 *	}
 *	crew_finish()
 *	crew_close()
 */
#ifndef SAYSO_CREW_H
#define SAYSO_CREW_H

#include <stdbool.h>
#include <stddef.h>

#include "collect.h"
#include "complaint.h"
#include "identify.h"
#include "intake.h"
#include "shelf.h"

enum {
	/* Workers; each has four batches of BATCH_ROOM, which 32 bits cannot
	 * address for more. */
	CREW_MAX = sizeof(void *) > 4 ? 32 : 4,
	CREW_STILL_MS = 1500,		/* without any processor time: one that
					   stood still twice is ended */
};

struct crew;

/* A file on its way.  It must stay where it is until done() was called, or
 * crew_finish(). */
struct crew_file {
	struct collect collect;
	struct intake_bad bad;
	const struct recipe *lines;	/* what crew_fit() found */
	bool failed;			/* nothing can be kept any more */
	struct complaint why;
	void (*done)(struct crew_file *f);	/* may free it; may be NULL */
	void *context;			/* done()'s */
};

/* NULL on failure.  Workers are started when there is something to do. */
struct crew *crew_open(int workers, struct shelf *shelf, struct complaint *c);
void crew_close(struct crew *w);		/* NULL is allowed */

void crew_file_init(struct crew_file *f, int (*write)(void *context,
	const void *bytes, size_t length, struct complaint *c),
	void *context, void (*done)(struct crew_file *f));
void crew_file_release(struct crew_file *f);

/* Each returns -1 where nothing can be kept any more, or no worker can be
 * had; what is wrong with a page is noted in f->bad.  `place` is how
 * complaints name it. */
int crew_page(struct crew *w, struct crew_file *f, const struct origin *o,
	const struct intake_body *body, const char *place,
	struct complaint *c);
/* Bad input that was found here. */
int crew_note(struct crew *w, struct crew_file *f,
	const struct complaint *bad, struct complaint *c);
/* The first lines of a stream: waits until f->lines is known. */
int crew_fit(struct crew *w, struct crew_file *f, const struct origin *o,
	struct text head, struct complaint *c);
/* One of its lines, read by f->lines; `o` is the same for all of a file. */
int crew_line(struct crew *w, struct crew_file *f, const struct origin *o,
	struct text line, const char *place, struct complaint *c);
int crew_end(struct crew *w, struct crew_file *f, struct complaint *c);

/* Waits for all. */
int crew_finish(struct crew *w, struct complaint *c);

/* Says what workers could not give up (sandbox.h), if there is such. */
void crew_say_missing(const struct crew *w, void (*say)(const char *text));

#endif
