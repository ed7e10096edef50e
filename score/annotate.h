/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `score annotate`: reviews in, the same lines out in the same order, each
 * with a last member `sentiment` (an older one goes).  Every other byte of a
 * line stays as it was, only that TAB and CR between values become blanks
 * (contract C1); so do lines that are no reviews.  Bad lines
 * are said as `file@offset: reason`, counted and left out.
 *
 *	"sentiment":{"score":4210,"label":"pos","stars":4,"language":"en",
 *	  "terms":[{"term":"not bad","weight":0.90,"start":4,"end":11},...],
 *	  "confidence":81,"coverage":40,"aspects":[...],"comparisons":[...]}
 *	"sentiment":{"label":"unscored","reason":"no-known-words"}
 *
 * score -10000..10000; label pos, neu, neg or unscored; stars 1..5; terms the
 * strongest, at most SENTIMENT_TERMS_MAX, in the order of the text; start and
 * end are bytes of reviewBody unescaped, or of the member that "field" names.
 */
#ifndef SAYSO_ANNOTATE_H
#define SAYSO_ANNOTATE_H

#include "buffer.h"
#include "jsonl.h"
#include "sentiment.h"
#include "status.h"
#include "text.h"

/* Adds `line`, whose members are `o`, to `to` with the sentiment as its last
 * member and without those that it has; -1 where there is no room. */
int annotate_line(struct buffer *to, struct text line,
	const struct jsonl_object *o, const struct sentiment *s);

enum status annotate_command(int argc, char **argv);

#endif
