/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether two reviews of one page are one.
 *
 * Of one format: a clone has the same author, date, text and item, and a text
 * or both author and date.  Of two formats: the texts are equal but for
 * blanks, or one is the other's beginning, or one is missing or a placeholder
 * ("{{text}}") while author and day are equal; and nothing else contradicts,
 * but for the ratings of one long text.
 */
#ifndef SAYSO_SAME_H
#define SAYSO_SAME_H

#include <stdbool.h>
#include <stdint.h>

#include "review.h"

enum {
	SAME_HEAD = 24,		/* bytes of a text that must agree at least */
};

/* Reviews that are the same share one of these keys; 0 is no key. */
void same_keys(const struct review *r, uint64_t *id, uint64_t *body,
	uint64_t *author);
bool same_review(const struct review *a, const struct review *b);
/* `to` keeps what it has and takes what it lacks; the longer of two texts of
 * which one begins the other, the real one instead of a placeholder, the more
 * precise of two dates; of two ratings the one that the page shows, and a
 * doubt.  What was taken from another format is noted in to->origin. */
void same_merge(struct review *to, const struct review *from);

/* What a template leaves and no reviewer writes: "{{text}}", "undefined",
 * "Loading...". */
bool same_is_template(struct text t);

bool same_aggregate(const struct review_aggregate *a,
	const struct review_aggregate *b);
void same_merge_aggregate(struct review_aggregate *to,
	const struct review_aggregate *from);

#endif
