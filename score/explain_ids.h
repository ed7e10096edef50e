/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A set of ids of reviews: those that a list of summary.json shows, those that
 * changes/ (sayso-reviews(5)) says of.
 */
#ifndef SAYSO_EXPLAIN_IDS_H
#define SAYSO_EXPLAIN_IDS_H

#include <stdbool.h>
#include <stddef.h>

#include "json.h"
#include "text.h"

struct explain_ids {
	char **id;			/* sorted by explain_ids_end() */
	size_t count, capacity;
};

/* 0, or -1 without memory. */
int explain_ids_add(struct explain_ids *s, struct text id);
/* Takes one away that was added; none: nothing. */
void explain_ids_remove(struct explain_ids *s, struct text id);
/* Every `id` in a value of summary.json, and every string of its `ids`. */
int explain_ids_add_json(struct explain_ids *s, const struct json *v);
/* Before asking; each then stands once. */
void explain_ids_end(struct explain_ids *s);
bool explain_ids_has(const struct explain_ids *s, struct text id);
void explain_ids_free(struct explain_ids *s);

#endif
