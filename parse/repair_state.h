/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The state of a repair, shared by repair.c (structure) and
 * repair_scalar.c (strings, numbers, words).
 */
#ifndef SAYSO_REPAIR_STATE_H
#define SAYSO_REPAIR_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "repair.h"

/* What the last token was, to know what may come. */
enum last { NOTHING, VALUE, NAME, COLON, COMMA, OPEN };

struct repair {
	struct text in;
	size_t at;
	struct buffer *to;
	char stack[REPAIR_DEPTH_MAX];	/* '{' or '[' */
	size_t mark[REPAIR_DEPTH_MAX];	/* where its elements are whole */
	size_t depth, bottom;		/* scopes that the text did not open */
	enum last last;
	bool cut;			/* a string never ended */
	bool bare_names;		/* {name: "..."} is its way */
};

bool repair_is_blank(char c);
bool repair_starts(struct text t, size_t at, const char *with);
size_t repair_skip_blanks(struct text t, size_t at);

/* True if a string in quotes `q` and a colon stand at `at`: a name. */
bool repair_is_name(struct text t, size_t at, char q);
/* True if a word without quotes and a colon stand at `at`. */
bool repair_is_bare_name(struct text t, size_t at);
/* Adds the string, number or word at r->at; `name`: it is a member's. */
int repair_add_scalar(struct repair *r, bool name);

#endif
