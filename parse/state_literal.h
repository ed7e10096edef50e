/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the files that read a JavaScript literal share: where they are in the
 * script, and what became of it; the manual is state.h.  Results are 0, or -1
 * where what stands here is no literal; what was written then is cut off by
 * state_literal().
 */
#ifndef SAYSO_STATE_LITERAL_H
#define SAYSO_STATE_LITERAL_H

#include <stdbool.h>
#include <stddef.h>

#include "buffer.h"
#include "text.h"

/* What a parameter of the function around stands for. */
struct literal_argument {
	struct text name;
	size_t from, length;		/* in `values`, as JSON */
};

struct literal {
	struct text in;
	size_t at;
	struct buffer *to;
	int depth;
	struct literal_argument *argument;	/* for free(); NULL: none */
	size_t count;
	struct buffer values;
};

/* The sign at hand; NUL at the end. */
static inline char
literal_peek(const struct literal *l)
{
	return l->at < l->in.length ? l->in.bytes[l->at] : '\0';
}

/* ---- state_scalar.c ---- */

bool literal_starts(const struct literal *l, const char *with);
void literal_skip_blanks(struct literal *l);
/* True where the sign was there, behind blanks. */
bool literal_skip_sign(struct literal *l, char sign);
/* Goes on behind whatever stands here, to a sign that ends a value. */
int literal_skip_rest(struct literal *l);
/* Letters, digits, '_', '$' and all that is not ASCII; may be empty. */
struct text literal_read_word(struct literal *l);
/* A string in `quote` ('"', '\'' or '`') which stands here. */
int literal_add_string(struct literal *l, char quote);
int literal_add_number(struct literal *l);

/* ---- state_literal.c, state_function.c ---- */

int literal_add_value(struct literal *l);
/* `function(a,b){return {...}}(1,2)`, from the word "function" on. */
int literal_add_function(struct literal *l);

#endif
