/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether a review belongs to a stream of the plan (plan.h).  A function of
 * the review, its sentiment and the plan, so that the tallies of a stream can
 * be made and merged by any engine (`score map --stream ID`).
 *
 * Keywords, phrases, hashtags and places are compared word by word in the
 * folded letters of fold.h: without case, accents and forms of letters.  A
 * keyword that is written with blanks is a phrase.
 */
#ifndef SAYSO_STREAM_H
#define SAYSO_STREAM_H

#include <stdbool.h>

#include "plan.h"
#include "review.h"
#include "sentiment.h"

enum { STREAM_TEXT_MAX = 64 << 20 };	/* folded bytes of a review */

struct stream;

/* `plan` stays the caller's and must live as long.  NULL: no memory. */
struct stream *stream_open(const struct plan_stream *plan);
void stream_free(struct stream *s);

const char *stream_id(const struct stream *s);	/* in the plan */

/* By all that can be said before the text is scored; what this refuses need
 * not be scored.  `room` is cleared and used. */
bool stream_may_take(const struct stream *s, const struct review *r,
	struct buffer *room);
/* By language, label and aspects. */
bool stream_takes(const struct stream *s, const struct sentiment *sentiment);

#endif
