/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * `score explain`: one review for a person: its text, the words that decided
 * with their weights and negators, the aspects and comparisons, and where it
 * was found.  Reviews come from standard input, or one is looked up by its id
 * in the reviews of a workspace; of several versions the winning one.
 */
#ifndef SAYSO_EXPLAIN_H
#define SAYSO_EXPLAIN_H

#include "buffer.h"
#include "review.h"
#include "sentiment.h"
#include "status.h"

/* Adds the page.  Control characters of the texts, and those that turn the
 * direction of what follows, are shown as '?': a terminal obeys them. */
int explain_write(struct buffer *to, const struct review *r,
	const struct sentiment *s);

/* A text without what a terminal would obey. */
int explain_add_text(struct buffer *to, struct text t);

enum status explain_command(int argc, char **argv);

#endif
