/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * robots.txt: RFC 9309, read the way that Google's published parser reads it
 * (github.com/google/robotstxt), because that is what site owners test with.
 *
 * - A group begins with one or more user-agent lines.  All groups that name
 *   our product token count together; where there is none, those of `*` do.
 *   Unknown lines (Sitemap, ...) do not end a group.
 * - Of the rules that match the path and query, the longest pattern wins;
 *   of equally long ones Allow does.  `*` stands for any bytes, `$` for the
 *   end where it is last.  Escapes are compared as `%XX` in upper case;
 *   bytes above 0x7F in patterns count as escaped, in URLs they must be.
 * - Tolerated: CR, LF and CRLF, a BOM and parts of one, a missing colon where
 *   only two words stand on the line, common misspellings of the keys, text
 *   behind the token of a user-agent line; `Allow: /x/index.html` allows
 *   `/x/` too.  Lines are cut at ROBOTS_LINE_MAX bytes.
 * - Crawl-delay is no part of the RFC but is obeyed all the same.
 */
#ifndef SAYSO_ROBOTS_H
#define SAYSO_ROBOTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	ROBOTS_BYTES_MAX = 2 << 20,	/* the RFC wants at least 500 KiB; what
					   is behind it is not read */
	ROBOTS_LINE_MAX = 16663,
	ROBOTS_DELAY_MAX_MS = 86400 * 1000,
};

struct robots;

/* Reads the rules for the product token `agent` ("sayso"; a version behind a
 * slash is not looked at).  Any bytes are a robots.txt.  NULL: no memory. */
struct robots *robots_read(const char *bytes, size_t length,
	const char *agent);
void robots_free(struct robots *r);

/* `url` is absolute, or a path; what is not ASCII in it is escaped. */
bool robots_allows(const struct robots *r, const char *url);

/* Crawl-delay in milliseconds, -1 where none was given. */
int64_t robots_delay(const struct robots *r);

#endif
