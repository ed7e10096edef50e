/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What of a stranger's text may be shown to people.  Reviews hold markup,
 * bidirectional overrides, a million letters without a blank, heaps of
 * combining marks; what comes out of here is one line of plain text, still to
 * be escaped for where it goes (report.h, markdown.c).
 */
#ifndef SAYSO_SHOWN_H
#define SAYSO_SHOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "text.h"

enum {
	SHOWN_QUOTE = 400,	/* characters of a quote */
	SHOWN_NAME = 120,	/* of a brand, a source, a file */
	SHOWN_MARKS = 4,	/* combining marks on one letter */
	SHOWN_URL = 2048,	/* bytes; a longer link is none */
};

/* Adds at most `limit` characters and an ellipsis where that is not all, cut
 * at a blank if one is near.  Runs of blanks, line ends and controls become
 * one blank; bidirectional controls (U+202A-202E, U+2066-2069), characters
 * without meaning in text and marks beyond SHOWN_MARKS are left out; bytes
 * that are not UTF-8 become U+FFFD. */
int shown_add(struct buffer *to, struct text text, size_t limit);

/* True for an absolute http or https address that is safe to link: it has a
 * host, no user name before it, no blanks, quotes, controls or
 * backslashes.  `host` (may be NULL) receives the host's place. */
bool shown_link(const char *url, struct text *host);

/* A mark that stands on the letter before it. */
bool shown_is_mark(uint32_t c);

/* True for what may stand in a lang attribute (BCP 47's letters). */
bool shown_language(const char *tag);

#endif
