/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What reading (xpath.c, xpath_read.c) and matching (xpath_match.c,
 * xpath_string.c) share; the manual is xpath.h.
 */
#ifndef SAYSO_XPATH_PARTS_H
#define SAYSO_XPATH_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "html.h"
#include "text.h"

enum {
	XPATH_PARTS_MAX = 96,		/* of one expression */
	XPATH_PATHS_MAX = 24,
	XPATH_STEPS_MAX = 6,
	XPATH_TESTS_MAX = 6,		/* predicates of one step */
	XPATH_ROOMS = 8,		/* strings that are made */
	XPATH_DEPTH_MAX = 16,
};

enum xpath_op {
	/* true or false */
	XPATH_AND, XPATH_OR, XPATH_NOT,		/* of parts a, b */
	XPATH_EXISTS,				/* a node on path a */
	XPATH_CONTAINS, XPATH_STARTS, XPATH_EQUAL,	/* strings a, b */
	XPATH_LONGER, XPATH_SHORTER,		/* string a than `number` */
	XPATH_FILLED,				/* string a is not empty */
	/* strings */
	XPATH_LITERAL, XPATH_ATTRIBUTE,		/* `text` is it, its name */
	XPATH_CONTENT, XPATH_NAME,		/* of the node */
	XPATH_NORMAL, XPATH_CONCAT, XPATH_AFTER, XPATH_BEFORE,
	XPATH_FIRST,				/* node on path a */
};

struct xpath_part {
	enum xpath_op op;
	int a, b;
	size_t number;
	struct text text;
	uint64_t pairs;			/* of a literal */
};

enum xpath_axis {
	XPATH_CHILD, XPATH_DESCENDANT, XPATH_SELF, XPATH_DESCENDANT_OR_SELF,
	XPATH_ANCESTOR, XPATH_ANCESTOR_OR_SELF,
};

struct xpath_step {
	enum xpath_axis axis;
	struct text name;		/* absent: any */
	int test[XPATH_TESTS_MAX];
	size_t count;
	bool first;			/* [1], behind all tests */
};

/* Steps over elements, and at the end an attribute where it has a name. */
struct xpath_path {
	struct xpath_step step[XPATH_STEPS_MAX];
	size_t count;
	struct text attribute;
	bool absolute;
	int next;			/* of a union; -1 */
};

struct xpath {
	char *expression;		/* which all texts are parts of */
	struct xpath_part part[XPATH_PARTS_MAX];
	struct xpath_path path[XPATH_PATHS_MAX];
	size_t part_count, path_count;
	bool is_path;			/* `top` is a path, else a part */
	int top;
};

enum { XPATH_NONE = -1 };

/* Once something is not read here, `lost` stays set and nothing else
 * counts. */
struct xpath_reader {
	struct xpath *x;
	const char *at;
	int depth;
	size_t rooms;			/* of one comparison */
	bool lost;
};

/* ---- xpath_read.c: numbers are places of parts; XPATH_NONE and lost ---- */

int xpath_lose(struct xpath_reader *r);
void xpath_skip(struct xpath_reader *r);	/* blanks */
/* Takes a sign, or `name(`; blanks before it do not count. */
bool xpath_takes(struct xpath_reader *r, const char *what);
void xpath_expect(struct xpath_reader *r, const char *sign);
/* A name without a prefix. */
struct text xpath_read_name(struct xpath_reader *r);
int xpath_add(struct xpath_reader *r, enum xpath_op op, int a, int b);
/* `inside`: of a predicate; else of the whole, where paths stand for their
 * first node. */
int xpath_read_string(struct xpath_reader *r, bool inside);
/* What a predicate holds: true or false. */
int xpath_read_test(struct xpath_reader *r);

/* ---- xpath.c ---- */

/* The place of the first path of a union, which leads to the others. */
int xpath_read_path(struct xpath_reader *r, bool inside);

/* ---- xpath_match.c ---- */

/* Where strings are made; each is good until XPATH_ROOMS others were. */
struct xpath_rooms {
	struct buffer room[XPATH_ROOMS];
	size_t turn;
};

/* An expression at work. */
struct xpath_match {
	const struct xpath *x;
	const struct html_document *d;
	unsigned long steps, most;
	struct xpath_rooms rooms;
	/* The attribute that was asked for last. */
	const struct html_node *node;
	const char *name;
	struct text value;
	bool has_pairs;
	uint64_t pairs;			/* of value */
};

/* False where nothing may be looked at any more. */
bool xpath_spend(struct xpath_match *m, size_t steps);
/* Hands the nodes that a union leads to over, until found() has enough; the
 * last one is returned, or the first where there is no found(). */
const struct html_node *xpath_find(struct xpath_match *m, int path,
	const struct html_node *from, int (*found)(void *context,
	const struct html_node *node, struct text value), void *context);

/* Whether two strings (the second only where there is one) are as p wants. */
bool xpath_compare(const struct xpath_part *p, struct text a, struct text b);

/* ---- xpath_needs.c ---- */

/* Adds the names of which all that a union leads to have one; false where
 * every element must be looked at. */
bool xpath_needs(const struct xpath *x, int path, struct html_seek *at);

/* ---- xpath_string.c ---- */

void xpath_rooms_init(struct xpath_rooms *r, size_t most);
void xpath_rooms_release(struct xpath_rooms *r);
/* Blanks folded as normalize-space() does. */
struct text xpath_normal(struct xpath_rooms *r, struct text t);
struct text xpath_joined(struct xpath_rooms *r, struct text first,
	struct text second);

/* Absent only where it is an attribute that is not there; good until
 * XPATH_ROOMS others were made. */
struct text xpath_string(struct xpath_match *m, int part,
	const struct html_node *n);
/* One bit for each pair of neighbours: what a text holds has no other bits. */
uint64_t xpath_pairs(struct text t);
/* Where `what` begins in t; t.length + 1 if nowhere. */
size_t xpath_place(struct text t, struct text what);

#endif
