/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The state that a page's scripts begin with: JSON in `application/json`
 * scripts and in attributes, JavaScript literals that are assigned
 * (`window.__INITIAL_STATE__ = {...}`), `JSON.parse("...")`, the functions
 * that Nuxt hides it in, its flat arrays, and the rows that Next.js pushes.
 * Found by a scan of the bytes, made JSON, and read by guess_rated().
 */
#ifndef SAYSO_STATE_H
#define SAYSO_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "json.h"
#include "text.h"

enum {
	STATE_SCRIPTS_MAX = 2000,	/* of one page */
	STATE_SCRIPT_MAX = 32 << 20,	/* bytes of one */
	STATE_TRIES_MAX = 64,		/* literals that one script may have */
	STATE_DEPTH_MAX = 150,
	STATE_NAMES_MAX = 8192,		/* parameters of one function */
	STATE_VALUES_MAX = 500000,	/* of one flat array */
	STATE_REFERENCES_MAX = 3,	/* that lead into each other */
	STATE_ROWS_MAX = 100000,
};

/* Adds the JavaScript literal at *at as strict JSON and sets *at behind it.
 * What no literal is (a function, a sum) becomes null; names that stand for
 * arguments of the function around become their values.  -1: none there;
 * *at is where that showed. */
int state_literal(struct buffer *to, struct text script, size_t *at);

/* Adds the JSON that a flat array stands for: its first value, numbers in
 * objects and arrays being places of other values in it.  -1: it is none. */
int state_unflatten(struct buffer *to, const struct json *flat);

/* Normalised stores keep every object once and name it where it belongs:
 * `{"__ref":"User:7"}`, `{"type":"id","id":"$Review:1.author"}`.  Adds the
 * document with what is named in its place, STATE_REFERENCES_MAX in each
 * other.  -1: no memory, or too much. */
bool state_has_references(struct text json);
int state_dereference(struct buffer *to, const struct json *root);

/* The rows of React's server components, `id:{...}` by line, with
 * `id:Tlength,text` among them, as one JSON array; strings that name a row
 * (`"$1a"`) stand for it.  -1: no row is JSON. */
int state_rows(struct buffer *to, struct text rows);

#endif
