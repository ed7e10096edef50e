/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Bytes of a page into UTF-8.  The order: a byte order mark; then valid UTF-8
 * wins over every declaration (re-saved pages keep their old one); then what
 * the server declared, then what the page declares (meta, XML declaration);
 * then windows-1252, which can read everything.
 */
#ifndef SAYSO_CHARSET_H
#define SAYSO_CHARSET_H

#include "buffer.h"
#include <stdbool.h>

#include "text.h"

enum {
	CHARSET_NAME = 40,		/* room for a name and its NUL */
	CHARSET_SEARCH = 4096,		/* where a page may declare itself */
};

/*
 * The page as UTF-8: *to is the page itself where it is valid already
 * (without its mark), else it is written into `room`.  Bytes that cannot be
 * read become U+FFFD.  `declared` may be absent.  -1: no memory, or past the
 * ceiling of `room`.  *name says what was read, for explanations.
 */
int charset_decode(struct text page, struct text declared,
	struct buffer *room, struct text *to, char name[CHARSET_NAME]);

/*
 * A converter is loaded from a file when it is first asked for, and kept.  A
 * process that cannot open files says by charset_ask() whom to ask instead;
 * false means that nobody knows the name.
 */
enum { CHARSET_HELD_MAX = 64 };

bool charset_hold(const char *name);
void charset_ask(bool (*ask)(const char *name));

#endif
