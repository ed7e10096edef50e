/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What robots.c reads and robots_match.c looks at; the manual is robots.h. */
#ifndef SAYSO_ROBOTS_RULES_H
#define SAYSO_ROBOTS_RULES_H

#include "buffer.h"
#include "robots.h"
#include "text.h"

struct robots_rule {
	size_t at, length;	/* of the escaped pattern in `patterns` */
	bool allow, specific;
};

struct robots {
	struct buffer patterns;
	struct robots_rule *rule;
	size_t count, capacity;
	bool named;		/* a group of our own was there */
	int64_t delay, own_delay;
};

/* Adds the text in the one spelling that both sides are compared in: escapes
 * in upper case; in patterns a byte above 0x7F becomes its escape. */
int robots_escape(struct buffer *to, struct text t, bool pattern);

#endif
