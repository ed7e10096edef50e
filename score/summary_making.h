/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A summary while its rows are read: where rows find the brand and the part
 * that they count in.  Only summary*.c include this.
 */
#ifndef SAYSO_SUMMARY_MAKING_H
#define SAYSO_SUMMARY_MAKING_H

#include "buffer.h"
#include "summary.h"
#include "text.h"

/* Where the parts stand, by whose they are and what they are called. */
struct making_parts {
	struct making_slot *slot;	/* open addressing, a power of two */
	size_t slots, count;
};

struct making {
	struct summary *s;
	struct buffer room;
	struct making_parts parts;
	const char *day;		/* newest day of a fetch so far */
	struct complaint *c;
	bool schema_seen, lexicon_seen, names_seen;
	const char **answering;		/* sources in which a reply was seen */
	size_t answering_count;
	int64_t of_stream;		/* records read for s->stream */
};

/* A field as a string of the summary's own; NULL where absent. */
const char *making_kept(struct making *m, struct text field);
/* Room for one more: an array doubles whenever its count is a power of
 * two. */
void *making_grown(struct making *m, void *array, size_t count, size_t size);
struct summary_brand *making_add_brand(struct making *m, const char *name,
	bool own);
/* The brand of a field, made where it is not there; NULL: no memory. */
struct summary_brand *making_brand(struct making *m, struct text field);
/* The same without making one. */
struct summary_brand *making_known_brand(struct making *m,
	struct text field);
/* The part of a label, made where it is not there; `part` is a list of one of
 * the summary's brands.  NULL: no memory. */
struct summary_part *making_part(struct making *m,
	struct summary_part **part, size_t *count, struct text field);
/* Whether any brand has a reply in this source: one that shows none says
 * nothing of how many there are. */
bool making_shows_replies(struct making *m, struct text source);
void making_parts_release(struct making *m);
/* Digits only, below a thousand million. */
bool making_digits(struct text t);
int64_t making_number(struct text t);

#endif
