/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews in JSON that no recipe knows.  An object is taken for a review
 * where it has a text, an author or a date, and a rating.  A comment has no
 * rating; it must have author and date both, and a count of likes, a member
 * about replies, or a place that is called comments, reviews or the like.
 *
 * Of the places in the document ("data/items/N") the one whose objects say
 * most is read, and those whose objects use the same names, in the document's
 * order, and no other.  JSON inside strings is looked into.
 *
 * Nothing is assumed, but that all ratings of a place have ten for the best
 * where one is above five and none says its scale.  All ratings of a place are left out where one of them
 * is beyond 10 without a scale of its own (the same word counts votes
 * elsewhere), where they are called "score" or "rate" and nothing speaks of
 * reviews, and where they are averages: one broken number for all.  What has
 * a price or counts its reviews is a thing.  An id that two texts have is
 * none.
 */
#ifndef SAYSO_GUESS_H
#define SAYSO_GUESS_H

#include "json.h"
#include "records.h"

enum {
	GUESS_PLACES_MAX = 256,		/* places in a document */
	GUESS_NESTED_MAX = 64,		/* strings that are opened */
	GUESS_OBJECTS_MAX = 500000,	/* that are looked at */
};

/* how->recipe is not used.  0, also where nothing was found; or what take()
 * returned. */
int guess_json(const struct json *root, const struct records_how *how);
/* The same, but comments are not looked for. */
int guess_rated(const struct json *root, const struct records_how *how);

#endif
