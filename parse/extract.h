/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews and aggregates out of one page, whatever its format: the list of
 * page formats is in extract.c, each is one file with one `const struct
 * extractor` (view.h).
 *
 *	struct extract x;
 *	extract_init(&x);
 *	for each page {
 *		extract_page(&x, &page, &c);
 *		... x.review[0 .. x.review_count) ...
 *		extract_clear(&x);
 *	}
 *	extract_release(&x);
 *
 * All formats are tried, in the order of the list; the reviews of each come
 * in document order.  A review that two formats have is one: the first keeps
 * its place and takes from the second what it lacks, and the longer text
 * where one is the other's beginning.  A clone (same author, date and text,
 * as carousels make them) is counted once.
 *
 * Filled are what the page says: native_id, item, url (absolute; the page's
 * where the review has none), language (only where the review itself
 * declares one), rating, best, worst, title, body, positive, negative,
 * author, published, modified, reply, reply_date, upvotes, version,
 * extractor, origin, sub_ratings, doubt (doubt.h).  The caller fills the rest.
 * A review has a rating or a body; a rating of 0 on a scale from 1 is none.
 */
#ifndef SAYSO_EXTRACT_H
#define SAYSO_EXTRACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "complaint.h"
#include "recipe.h"
#include "review.h"
#include "text.h"

enum {
	EXTRACT_PAGE_MAX = 64 << 20,	/* bytes of a page, as UTF-8 */
	EXTRACT_ARENA_MAX = 96 << 20,	/* what its reviews may take */
	EXTRACT_REVIEWS_MAX = 200000,
	EXTRACT_AGGREGATES_MAX = 50000,
};

struct page {
	struct text bytes;
	struct text media_type;		/* "text/html"; absent where unknown */
	struct text charset;		/* as the server said, or absent */
	struct text url;		/* absent for a saved file */
	struct text language;		/* BCP 47, or absent */
	int64_t fetched;		/* DATE_NO_INSTANT where not known */
	/* Recipes for html whose marks the page may hold (others among them
	 * are passed over), and one that it is read by whatever it holds. */
	const struct recipe *const *profile;
	size_t profile_count;
	const struct recipe *named;
};

struct extract_slot;

struct extract {
	struct arena arena;		/* owns every text below */
	struct review *review;
	size_t review_count, review_room;
	struct review_aggregate *aggregate;
	size_t aggregate_count, aggregate_room;
	size_t clones;			/* that were left out or merged */
	bool cut;			/* a list was cut at a limit */
	bool merge_only;		/* what is new is left out */
	struct extract_slot *slot;	/* finds what was seen already */
	size_t slot_room, slot_count;
};

void extract_init(struct extract *x);
void extract_release(struct extract *x);
void extract_clear(struct extract *x);

/* 0, also where the page has no review; -1 where it could not be read. */
int extract_page(struct extract *x, const struct page *page,
	struct complaint *c);

/* For the formats: adds a review (or merges it), an aggregate.  Texts must be
 * in x->arena.  One with neither rating nor body is passed over. */
int extract_add_review(struct extract *x, const struct review *r);
/* The same with texts that are anywhere: they are copied. */
int extract_keep_review(struct extract *x, const struct review *r);
int extract_add_aggregate(struct extract *x,
	const struct review_aggregate *a);

#endif
