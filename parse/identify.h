/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whose a record is: source, kind, brand, item, language, and where it was
 * found.  What is said twice is taken from the plan first (who corrects the
 * plan runs `parse --all`), then from the fields that fetch wrote into the
 * capture, then from the recipe; the source's last resort is the host of the
 * URL.
 *
 * - item: the plan's for reviews; an aggregate keeps the item that the page
 *   names (a page may show several) and has the plan's where it names none.
 * - language: what the record itself declares, else the plan's.
 * - authors: hashed in a workspace unless the plan says "keep": the first 64
 *   bits of digest_keyed(), in hexadecimal.  The id is made before that.
 */
#ifndef SAYSO_IDENTIFY_H
#define SAYSO_IDENTIFY_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "plan.h"
#include "recipe.h"
#include "review.h"
#include "text.h"

enum {
	IDENTIFY_FIELD_MAX = 4096,	/* author, item, location, version, url:
					   a longer one is none */
};

/* Absent texts are not known.  Borrowed. */
struct origin {
	const struct plan_row *row;	/* NULL outside a workspace */
	const struct recipe *recipe;	/* NULL: none */
	/* What the capture says (Sayso-Source ...). */
	struct text source, kind, brand, item, language;
	struct text url;
	int64_t fetched;		/* DATE_NO_INSTANT where not known */
	struct review_capture capture;
	bool hash_authors;
	struct text authors_key;	/* absent: a hash without a key */
};

/* Fills what the record does not know of itself, the detected language, id
 * and author; texts longer than REVIEW_TEXT_MAX are cut, *cut says so.  `hex`
 * and the arena outlive r.  -1: no memory. */
int identify_review(struct review *r, const struct origin *o,
	char hex[ID_HEX], bool *cut, struct arena *a);
int identify_aggregate(struct review_aggregate *g, const struct origin *o,
	char hex[ID_HEX], struct arena *a);
/* source, kind and brand of a run; run->row stays. */
int identify_run(struct review_run *run, const struct origin *o,
	struct arena *a);

/* The host of a web address in lower case, absent where there is none. */
struct text identify_host(struct text url, struct arena *a);
/* Undoes fetch's %XX in a field of a capture; absent for absent. */
struct text identify_field(struct text field, struct arena *a);

#endif
