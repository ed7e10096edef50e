/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one look into a body that fetch takes, guided by the recipe: the next
 * link, how many records there are, their ids and dates where the recipe
 * walks by them, lists of ids, and the totals that the source states.
 */
#ifndef SAYSO_PEEK_H
#define SAYSO_PEEK_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "buffer.h"
#include "complaint.h"
#include "recipe.h"
#include "text.h"

enum {
	PEEK_IDS_MAX = 100000,		/* of one list */
	PEEK_ID_MAX = 500,		/* bytes of one id */
	PEEK_MEMORY = 64 << 20,
};

struct peek_record {
	uint64_t id;			/* a hash; 0 where it has none */
	int64_t published;		/* an instant; -1 not known */
};

struct peek {
	struct arena arena;	/* owns what follows */
	int64_t records;	/* -1: cannot be counted without reading */
	bool placed;		/* there is a place for them, full or empty */
	int64_t stated;		/* reviews that the source says exist; -1 */
	int64_t last;		/* pages that it says exist; -1 */
	int64_t backoff;	/* seconds that it wants us to wait; -1 */
	bool has_next;
	struct buffer next;	/* cursor, or link as it is written */
	struct buffer base;	/* what the link is relative to; "" the page */
	struct peek_record *record;	/* where the mode needs them */
	size_t record_count;
	const char *high_id;	/* the greatest id; NULL none */
	const char **id;	/* a list to be asked one by one */
	size_t id_count;
};

/* Whether the look goes into the body at all, or into the head only. */
bool peek_needs_body(const struct recipe *r);
/* A body that should be JSON and is not is a complaint. */
int peek_look(struct peek *p, const struct recipe *r, struct text head,
	struct text body, struct complaint *c);
void peek_release(struct peek *p);

/* The hash of an id, never 0. */
uint64_t peek_id_hash(struct text id);
/* Whether `a` is the later of two ids: numbers by their size, else bytes. */
bool peek_id_is_later(const char *a, const char *b);

#endif
