/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The runs in which reviews were first seen, each by a number of two bytes: a
 * review that waits among millions has room for no more.
 */
#ifndef SAYSO_RUN_NAMES_H
#define SAYSO_RUN_NAMES_H

#include <stddef.h>
#include <stdint.h>

#include "review.h"

enum {
	RUN_NAME = 16,				/* 20261118T090000Z */
	RUN_NAMES_MAX = UINT16_MAX - 1,		/* more are not told apart */
};

/* All zero: none. */
struct run_names {
	char (*name)[RUN_NAME + 1];
	size_t count, capacity;
};

/* The number, from 1, of the run that a review was first seen in, or else of
 * the run that its captures file is of; 0 where that has no name that is a
 * time.  0, or -1 without memory. */
int run_names_add(struct run_names *n, const struct review *r,
	uint16_t *number);
/* The name of a number above 0. */
const char *run_names_get(const struct run_names *n, uint16_t number);
void run_names_release(struct run_names *n);

#endif
