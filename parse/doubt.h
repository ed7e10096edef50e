/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ratings that are not what the reviewers gave.  Sites write the average of
 * the product, or the best there is, into the markup of every review.
 *
 * - rating-equals-average: two reviews or more, all with one broken number
 *   (4.7) that is the item's stated average too.
 * - rating-constant: three reviews or more, all with the best rating, while
 *   the average that is stated of no more reviews than these is half a star
 *   lower.
 * - rating-against-stars: the page shows other stars beside a review.  In one
 *   element this counts only where the markup of all reviews says the same.
 */
#ifndef SAYSO_DOUBT_H
#define SAYSO_DOUBT_H

#include <stdbool.h>

#include "extract.h"

/* True where three or more ratings are all the same: reason to look at what
 * the page shows. */
bool doubt_is_due(const struct extract *x);
/* Sets and clears `doubt` of all reviews. */
void doubt_reviews(struct extract *x);

#endif
