/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a file or a body is: its content says it, its name only where the
 * content fits several.
 */
#ifndef SAYSO_SNIFF_H
#define SAYSO_SNIFF_H

#include <stdbool.h>

#include "text.h"

enum {
	SNIFF_LOOK = 64 << 10,		/* bytes that are looked at */
	SNIFF_ROOT = 4 << 10,		/* in which XML shows its root */
};

enum sniff_type {
	SNIFF_EMPTY,			/* nothing but blanks */
	SNIFF_WARC, SNIFF_HTML, SNIFF_XML, SNIFF_JSON, SNIFF_JSONL, SNIFF_CSV,
	SNIFF_BINARY,			/* holds NULs and no markup */
	SNIFF_OTHER,			/* text of no known kind */
};

/* `head`: the first SNIFF_LOOK bytes, or all.  `name`: a file name or NULL. */
enum sniff_type sniff(struct text head, const char *name);

/* A body that came from the web: text of any kind does, so JSON and tables
 * must be declared as what they are, and pictures, programs and styles are
 * SNIFF_OTHER whatever they look like. */
enum sniff_type sniff_answer(struct text body, struct text media_type);

#endif
