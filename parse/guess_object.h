/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One object of unknown JSON: which of its members say what, by name and by
 * kind of value.  Objects in it that are part of it ("attributes", "details")
 * are looked into; those of something else (a seller, a product) are not.
 */
#ifndef SAYSO_GUESS_OBJECT_H
#define SAYSO_GUESS_OBJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "guess_names.h"
#include "json.h"

enum {
	GUESS_INSIDE_MAX = 2,		/* objects in each other */
	GUESS_RANK_UNKNOWN = 1000,	/* of a text whose name says nothing */
};

/* Values are borrowed from the document. */
struct guess_object {
	const struct json *value[GUESS_SLOTS];
	int rank[GUESS_SLOTS];
	uint64_t signature;	/* of the names of text, author and rating */
	bool bare_name;		/* the author is "name": things have one too */
	bool sure_text;		/* its name says that somebody speaks */
	bool is_thing;		/* it has a price, or counts its reviews */
	bool speaks_of_reviews;	/* a member's name does */
	bool named;		/* it stands below "comments" or the like */
};

void guess_object_read(struct guess_object *g, const struct json *object);

#endif
