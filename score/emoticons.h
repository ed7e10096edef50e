/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Faces and signs made of punctuation: ":-)", "<3", "10/10", "^_^".
 *
 * Letters in them match in either case.  One that begins or ends with a
 * letter or digit, or holds one, must not touch another; one of pure
 * punctuation may stick to the word before it ("great:)") unless it begins
 * with a bracket, because "(see above):" is no face.
 */
#ifndef SAYSO_EMOTICONS_H
#define SAYSO_EMOTICONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text.h"

enum {
	EMOTICON_MAX = 24,	/* bytes */
	EMOTICONS_MAX = 1024,
};

struct emoticon {
	char bytes[EMOTICON_MAX];
	uint8_t length;
	bool lettered;		/* holds a letter or digit */
};

struct emoticons {
	struct emoticon *list;	/* by first byte, then longest first */
	size_t count, capacity;
	uint16_t first[256];	/* 1 + index of the first that begins so; 0 */
	bool second[256];	/* a second byte; all where one has no second */
	bool common_first;	/* one begins with a sign that texts are full
				   of: , . ! ? ' " or the new line */
	bool joined_first;	/* or with ( ) - and a letter or digit behind
				   it, or one of them or : ; is one by itself */
	bool behind_letter[256]; /* a second byte behind a letter or digit; 'w',
				    which is for words_plain.c */
};

void emoticons_init(struct emoticons *e);
void emoticons_release(struct emoticons *e);
/* -1 where it is too long, there are too many, or there is no memory. */
int emoticons_add(struct emoticons *e, struct text emoticon);
/* To be called after the last add and before the first match. */
void emoticons_sort(struct emoticons *e);

/* The longest one at `at`, or NULL. */
const struct emoticon *emoticons_find(const struct emoticons *e,
	struct text text, size_t at);

#endif
