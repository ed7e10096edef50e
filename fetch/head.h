/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An HTTP header block: status line, fields, empty line, as received.  Names
 * are compared without case.  Texts are borrowed from the block.
 */
#ifndef SAYSO_HEAD_H
#define SAYSO_HEAD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "text.h"

/* The next field of that name at or behind *at, which begins at 0; absent
 * where there is none.  Blanks around the value are left out. */
struct text head_next(struct text head, const char *name, size_t *at);
/* The first of that name. */
struct text head_field(struct text head, const char *name);

/* The first of that name as a number; -1 where it is none. */
int64_t head_number(struct text head, const char *name);

/* The length of the body as it is stated: -1 not stated, -2 stated in two
 * ways or no number (RFC 9110 8.6: such an answer must not be believed). */
int64_t head_length(struct text head);

/* Seconds to wait by Retry-After, 0 to seven days; -1 where not said.  `now`
 * is the wall clock, for the form that is a date. */
int64_t head_retry_after(struct text head, int64_t now);

/* Adds the block as a capture keeps it: Transfer-Encoding renamed to
 * X-Crawler-Transfer-Encoding, Content-Length true for a body of `length`
 * bytes (warc.h).  Without a body (`length` SIZE_MAX) the lengths stay.
 * `decoded`: the content coding was removed, so that is renamed too. */
int head_add_stored(struct buffer *to, struct text head, size_t length,
	bool decoded);

#endif
