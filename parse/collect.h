/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines of one reviews file while it is made: each id once, in the order
 * of first sight, of equal ids the greatest version (review.h).
 *
 * Lines are held until collect_finish(), or until they pass COLLECT_BYTES;
 * then they are written and forgotten, so that a stream without end needs no
 * memory without end, and an id may come again.
 */
#ifndef SAYSO_COLLECT_H
#define SAYSO_COLLECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "complaint.h"
#include "digest.h"
#include "review.h"

enum { COLLECT_BYTES = 256 << 20 };

struct collect_entry {
	unsigned char id[ID_SIZE];
	size_t offset, length;		/* of the line in `lines` */
	int64_t stated;			/* reviewCount of an aggregate, or -1 */
	bool aggregate;
};

struct collect {
	struct buffer lines;
	struct collect_entry *entry;
	size_t count, room;
	uint32_t *slot;			/* a set of entries: index + 1 */
	size_t slot_count;
	size_t reviews, aggregates;	/* distinct ones, flushed too */
	int64_t stated;			/* of flushed aggregates; -1 none */
	int (*write)(void *context, const void *bytes, size_t length,
		struct complaint *c);
	void *context;
};

void collect_init(struct collect *k, int (*write)(void *context,
	const void *bytes, size_t length, struct complaint *c), void *context);
void collect_release(struct collect *k);
/* Forgets all lines, which are written nowhere. */
void collect_clear(struct collect *k);

/* The ids must be filled. */
int collect_review(struct collect *k, const struct review *r,
	struct complaint *c);
int collect_aggregate(struct collect *k, const struct review_aggregate *g,
	struct complaint *c);
/* A whole line with its LF that another process made. */
int collect_line(struct collect *k, struct text line,
	const unsigned char id[ID_SIZE], bool aggregate, int64_t stated,
	struct complaint *c);
/* The sum of reviewCount over distinct aggregates; -1 where none says. */
int64_t collect_stated(const struct collect *k);
/* Writes what is held, then the run where there is one, and begins anew. */
int collect_finish(struct collect *k, const struct review_run *run,
	struct complaint *c);

#endif
