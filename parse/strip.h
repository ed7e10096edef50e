/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page made ready for a tree builder, in one pass over its bytes: see
 * html.h for what is taken out and why.  What is left is a blank where
 * something was taken out, so that words do not grow together.
 */
#ifndef SAYSO_STRIP_H
#define SAYSO_STRIP_H

#include <stdbool.h>
#include <stddef.h>

#include "attributes.h"
#include "buffer.h"
#include "text.h"

/* What the HTML standard calls ASCII whitespace. */
static inline bool
strip_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* A start or end tag at `at`, which is its '<'. */
struct strip_tag {
	struct text name;		/* as written */
	struct text attributes;		/* between name and '>' */
	size_t count;			/* of attributes, about */
	size_t end;			/* offset behind the '>' */
	bool closing;
};

/* False where there is no tag at `at` (a lone '<', a comment, `<!`). */
bool strip_tag_read(struct text page, size_t at, struct strip_tag *t);

/* The tags of a page that strip_html() leaves, in order; begin with what
 * strip_front() gives alone.  1, 0 at the end. */
struct strip_walk {
	struct text page;
	size_t at;
	/* What is nowhere behind: searched for again at each of many openings
	 * it would cost the square of a page. */
	bool no_comment_end, no_element_end[3];	/* script, style, svg */
	bool no_data;			/* scripts of data go like others */
};

int strip_tag_next(struct strip_walk *w, struct strip_tag *t);

/* The raw value of an attribute, without case; absent where it is not
 * there. */
struct text strip_attribute(struct text attributes, const char *name);
struct text strip_value(struct text attributes, struct text name);

/* The next attribute from *at on; *at is then behind it.  False at the end,
 * or where a quote is never closed. */
bool strip_attribute_next(struct text attributes, size_t *at,
	struct text *name, struct text *value);

/* The offset of `needle` from `from` on, page.length if it is not there.
 * `rare` is the letter of it that is searched for first. */
size_t strip_find(struct text page, size_t from, const char *needle,
	char rare);

/* The next "eview", "EVIEW" or "AggregateRating"; t.length if none. */
size_t strip_find_marker(struct text t, size_t from);

/* The next '<' that a 'c' or 'C' follows two bytes behind, as in "<script";
 * page.length if there is none.  (Bytes 0x1C count as '<' too.) */
size_t strip_find_script(struct text page, size_t from);

/* The offset of `</name` from `at` on, without case; page.length if none. */
size_t strip_end_tag(struct text page, size_t at, const char *name);

/* The next script from *at on: 1 with its attributes and content, 0 at the
 * end.  A script that the page's end cuts is given as far as it goes. */
int strip_script_next(struct text page, size_t *at, struct text *attributes,
	struct text *script);

/* True for the type of a script that holds JSON-LD: `application/ld+json` in
 * any case, entity-escaped or with parameters. */
bool strip_is_json_ld(struct text type);

/* Leaves blanks and a saved HTTP header block at the front away. */
struct text strip_front(struct text page);

/* The offset behind a comment or declaration that begins at `at` (`<!`). */
size_t strip_declaration(struct text page, size_t at,
	struct strip_walk *walk);

/* Blanks instead of NULs, which end a text for libxml2. */
void strip_nuls(struct buffer *b, size_t from);

/*
 * Where nobody asks for them (attributes.h), idle attributes and scripts of
 * data go too, and of blanks in a row one is left, also where tags that only
 * lay out stand between them: blanks are a seventh of a page's markup and
 * half of a tree's texts.  `a` NULL: all stays.
 */
int strip_html(struct text page, const struct attributes *a,
	struct buffer *to);
/* Takes the document type declaration out, replaces NULs, and makes
 * character references of all entities; a '&' alone becomes one too. */
int strip_xml(struct text page, struct buffer *to);

/* Names without case, ASCII only. */
bool strip_same(struct text a, const char *b);

/* The next of some words between blanks: false at the end. */
bool strip_token(struct text *rest, struct text *token);

#endif
