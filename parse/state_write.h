/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A document written again, with something else in the place of some of its
 * values; see state.h.
 */
#ifndef SAYSO_STATE_WRITE_H
#define SAYSO_STATE_WRITE_H

#include <stddef.h>

#include "buffer.h"
#include "json.h"

struct state_write {
	struct buffer *to;
	size_t left;			/* values that may still be written */
	/* 1: something else was written for the value; 0: it stands for
	 * itself; -1: no memory, or too much.  `references` is how many led
	 * to it in each other. */
	int (*replace)(struct state_write *w, const struct json *v,
		int depth, int references);
	void *context;
};

/* Adds a value.  An object or array that is STATE_DEPTH_MAX deep becomes
 * null, which bounds the recursion.  -1: no memory, or too much. */
int state_write_value(struct state_write *w, const struct json *v, int depth,
	int references);
/* Adds an object or array as it is, what is in it by state_write_value(). */
int state_write_members(struct state_write *w, const struct json *v,
	int depth, int references);

#endif
