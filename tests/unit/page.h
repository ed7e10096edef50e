/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page written in a test, read by all formats. */
#ifndef SAYSO_UNIT_PAGE_H
#define SAYSO_UNIT_PAGE_H

#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "extract.h"

#define PAGE_FETCHED ((int64_t)1795292482)	/* 2026-11-21T20:21:22Z */

static inline void
page_read_as(struct extract *x, const char *bytes, size_t length,
	const char *media_type)
{
	struct page page = {
		.bytes = {bytes, length},
		.media_type = text_of(media_type),
		.url = text_of("https://shop.example/p/1"),
		.fetched = PAGE_FETCHED,
	};
	struct complaint c;

	extract_init(x);
	if (extract_page(x, &page, &c) < 0)
		fail_msg("%s", c.text);
}

static inline void
page_read(struct extract *x, const char *html)
{
	page_read_as(x, html, strlen(html), "text/html");
}

/* Fails with both where a text is not what is wanted (NULL: absent). */
static inline void
page_text(const char *what, struct text got, const char *want)
{
	if (want == NULL ? got.length != 0 : !text_is(got, want))
		fail_msg("%s: '%.*s', not '%s'", what, (int)got.length,
		    got.bytes == NULL ? "" : got.bytes,
		    want == NULL ? "(absent)" : want);
}

#endif
