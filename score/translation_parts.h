/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What translation_read.c fills and translation.c looks up. */
#ifndef SAYSO_TRANSLATION_PARTS_H
#define SAYSO_TRANSLATION_PARTS_H

#include <stddef.h>

#include "arena.h"
#include "translation.h"

enum { TRANSLATION_LANGUAGE = 16 };	/* bytes, with NUL */

struct translation_entry {
	const char *english;
	const char *form[TRANSLATION_FORMS];	/* form[0] is the singular */
};

struct translation {
	struct arena arena;			/* owns the strings */
	char language[TRANSLATION_LANGUAGE];	/* primary subtag */
	struct translation_entry *entry;	/* by their English */
	size_t count;
};

/* For bsearch() and qsort(). */
int translation_compare(const void *a, const void *b);

#endif
