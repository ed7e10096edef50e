/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads in order, works in parallel, writes in order.
 *
 * Pieces of work stand in a ring of slots that belong to the caller:
 *
 *	slot     0        1        2        3        4        5
 *	       done     worked   worked    read     free     free
 *	       ^written                             ^next
 *
 * Every thread does what is next: it writes the oldest piece where that is
 * done, else it reads a piece and works on it, else it waits.  One at a time
 * reads and one at a time writes, so what is read and written is the same for
 * any number of threads; one thread runs in the caller's and makes no other.
 * Memory: the slots, whatever the length of the input.
 */
#ifndef SAYSO_PIPELINE_H
#define SAYSO_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	PIPELINE_THREADS_MAX = 32,
	PIPELINE_SLOTS_MAX = 2 * PIPELINE_THREADS_MAX + 1,
};

struct pipeline {
	size_t threads;		/* 1 .. PIPELINE_THREADS_MAX */
	void *context;
	void *slot[PIPELINE_SLOTS_MAX];	/* the first pipeline_slots() */
	/* In order, one at a time.  1, 0 the end, -1 failed: what was read
	 * before is still worked on and written. */
	int (*read)(void *context, void *slot);
	/* In any order, at the same time; 0 <= thread < threads. */
	void (*work)(void *context, size_t thread, void *slot);
	/* In order, one at a time.  0, or -1: nothing more is done. */
	int (*write)(void *context, void *slot);
};

/* The value of -j; says so where it is none. */
bool pipeline_threads_are_possible(int64_t threads);
size_t pipeline_slots(size_t threads);
/* -1 where read or write said so.  Where the system gives fewer threads, fewer
 * do it. */
int pipeline_run(const struct pipeline *p);

#endif
