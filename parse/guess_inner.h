/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a value is an object, what it says of a slot stands inside:
 * {"rating": {"value": 4}}, {"author": {"name": "Ann"}}.
 */
#ifndef SAYSO_GUESS_INNER_H
#define SAYSO_GUESS_INNER_H

#include <stdbool.h>

#include "guess_names.h"
#include "json.h"

enum {
	GUESS_INNER_DEPTH = 3,		/* objects in each other */
	GUESS_EPOCH_DIGITS = 9,		/* a shorter number is no instant */
};

/* The first member of that name in its plain form (guess_plain()); NULL. */
const struct json *guess_member(const struct json *object, const char *plain);

/* What a value says of a slot: itself, or what is inside of it; of a list the
 * first, but all of a text.  NULL where that is nothing. */
const struct json *guess_inner(const struct json *v, enum guess_slot slot);

/* Whether the kind of a value is that of its slot: a rating is short, an
 * author is no number, a date is no small one. */
bool guess_suits(enum guess_slot slot, const struct json *v);

#endif
