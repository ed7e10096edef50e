/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the next page is: `Link: <url>; rel="next"` (RFC 8288) and
 * <link rel=next> or <a rel=next> of HTML and feeds.  A scan for tags, not a
 * reading of the page: that is parse's work.
 */
#ifndef SAYSO_LINK_H
#define SAYSO_LINK_H

#include "buffer.h"
#include "text.h"

enum { LINK_MAX = 8192 };	/* a longer target is no target */

/* Adds the target as it is written, character references undone; false where
 * there is none. */
bool link_header_next(struct text head, struct buffer *to);
bool link_html_next(struct text page, struct buffer *to);
/* <link rel=alternate> of a media type, such as a feed. */
bool link_html_alternate(struct text page, const char *type,
	struct buffer *to);
/* Adds the target of the first <base href> that stands before the page's
 * body: what links of the page are relative to. */
bool link_html_base(struct text page, struct buffer *to);

#endif
