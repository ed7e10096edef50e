/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The HTTP message inside a WARC record: its parts, with transfer and content
 * coding removed.  The manual is warc.h (struct warc_entry).
 */
#ifndef SAYSO_WARC_HTTP_H
#define SAYSO_WARC_HTTP_H

#include <stdbool.h>

#include "buffer.h"
#include "text.h"
#include "warc.h"

enum {
	WARC_HTTP_TYPE_MAX = 128,	/* a longer media type is none */
	WARC_HTTP_CODINGS_MAX = 4,
};

struct warc_http {
	struct buffer joined;		/* a body without its chunks */
	struct buffer inflated[2];	/* taken in turn by codings */
	char media_type[WARC_HTTP_TYPE_MAX];
};

void warc_http_init(struct warc_http *h);
void warc_http_release(struct warc_http *h);
/* Fills status, headers, body, media_type and charset from the rest of `e`. */
void warc_http_fill(struct warc_http *h, struct warc_entry *e);

/* Compared without ASCII case. */
bool warc_http_same_name(struct text a, const char *b);

#endif
