/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Plain text out of markup: tags go (those that end a line leave a blank),
 * `script`, `style` and `template` go with their content, entities are read
 * once, every run of blanks is one blank, none at the ends.
 *
 * Out go control characters, soft hyphens, zero-width blanks, byte order
 * marks, bidi controls, tag characters and non-characters.  ZWNJ and ZWJ stay
 * inside words: Persian spells with the one, emoji and Indic scripts with the
 * other.  The result is valid UTF-8.
 */
#ifndef SAYSO_PLAIN_H
#define SAYSO_PLAIN_H

#include "arena.h"
#include "buffer.h"
#include "html.h"
#include "text.h"

/* A string that may hold markup (JSON, feeds, CSV).  A '<' that begins no
 * tag ("I <3 it", "a < b") is text. */
int plain_add_markup(struct buffer *to, struct text markup);
/* A string that holds none; nothing is decoded. */
int plain_add_text(struct buffer *to, struct text text);
/* What a reader sees below a node.  `to` gets `limit` bytes at most, cut at
 * a character.  Each node costs one of *steps (NULL: no limit), at 0 it ends:
 * texts that lie in each other would otherwise cost the square of a page. */
int plain_add_node(struct buffer *to, const struct html_node *n, size_t limit,
	size_t *steps);

/* The same into an arena; absent where nothing is left, or no memory. */
struct text plain_markup(struct arena *a, struct text markup);
struct text plain_text(struct arena *a, struct text text);
struct text plain_node(struct arena *a, const struct html_node *n,
	size_t *steps);

/* Numeric and named references once, nothing else: for JSON and attribute
 * values that were escaped as a whole. */
int plain_add_unescaped(struct buffer *to, struct text text);

#endif
