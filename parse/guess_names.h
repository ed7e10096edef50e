/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The names that unknown JSON gives to what a review says; see guess.h.  A
 * name is compared without case, '_', '-', '.' and blanks.
 */
#ifndef SAYSO_GUESS_NAMES_H
#define SAYSO_GUESS_NAMES_H

#include <stdbool.h>

enum guess_slot {
	GUESS_ID, GUESS_RATING, GUESS_WEAK, GUESS_BEST, GUESS_TITLE,
	GUESS_TEXT, GUESS_POSITIVE, GUESS_NEGATIVE, GUESS_AUTHOR, GUESS_DATE,
	GUESS_MODIFIED, GUESS_REPLY, GUESS_REPLYDATE, GUESS_UPVOTES,
	GUESS_VERIFIED, GUESS_LANGUAGE, GUESS_LOCATION, GUESS_VERSION,
	GUESS_SLOTS,
	GUESS_NONE = GUESS_SLOTS,
};

enum { GUESS_NAME_MAX = 64 };		/* a longer name is none of ours */

struct guess_name {
	const char *name;
	enum guess_slot slot;	/* GUESS_NONE: only looked into */
	int rank;		/* of two for one slot the lower one counts */
	bool inside;		/* an object of this name is part of its own */
};

/* The plain form of a name; "" for one that is too long. */
void guess_plain(const char *name, char plain[GUESS_NAME_MAX]);
/* What a name that is in no table is made of says: "replycreatedat" is the
 * date of a reply.  Only dates, replies and places are told so; GUESS_NONE
 * for all else. */
enum guess_slot guess_name_stem(const char *plain);
/* NULL where the plain name says nothing. */
const struct guess_name *guess_name_find(const char *plain);
/* True if the name, in its plain form, holds one of the words, NULL ends. */
bool guess_name_holds(const char *name, const char *const *words);

#endif
