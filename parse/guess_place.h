/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A place in unknown JSON ("data/items/N") and what the objects that stand
 * there say together: one of them does not show whether a number is a rating
 * or a count of votes, all of them do.  See guess.h.
 */
#ifndef SAYSO_GUESS_PLACE_H
#define SAYSO_GUESS_PLACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "guess_object.h"
#include "review.h"

enum { GUESS_RATING_KEPT = 16 };	/* bytes of the first rating */

/* All zero but the key at first. */
struct guess_place {
	uint64_t key;		/* the names on the way, hashed */
	uint64_t signature;	/* of its first review: guess_object.h */
	size_t objects;		/* that stand there, reviews or not */
	size_t fields;		/* that its reviews fill */
	size_t rated, plain;	/* reviews, if ratings count, and if not */
	/* of its ratings */
	size_t ratings;
	char first[GUESS_RATING_KEPT];
	bool above_five;	/* a rating without a scale of its own */
	bool differ, above_ten, broken, weak, named;
	/* of its ids */
	uint64_t last_id, last_text;
	bool id_repeats;	/* two texts have one: it is a template's */
};

/* A review that stands there, made of `g`.  `of_reviews`: a name on the way
 * says so; `plain`: it is one even without its rating. */
void guess_place_add(struct guess_place *p, const struct review *r,
	const struct guess_object *g, bool of_reviews, bool plain);

/*
 * Whether the ratings of a place are what its people gave.  Beyond ten the
 * word counts votes; "score" and its like are ratings only among reviews; one
 * broken number for all is the average of the thing, and broken numbers
 * outside of reviews are averages of things.
 */
bool guess_place_is_rated(const struct guess_place *p);

/* How many reviews it has. */
size_t guess_place_reviews(const struct guess_place *p);

/* Whether its objects use the same names as those of another. */
bool guess_place_is_like(const struct guess_place *p,
	const struct guess_place *other);

/* A rating beyond 10 that has no scale of its own. */
bool guess_is_above_ten(const struct review *r);

#endif
