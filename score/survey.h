/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Answers to surveys that can be counted: whole ones, as written, on one of
 * two scales.
 */
#ifndef SAYSO_SURVEY_H
#define SAYSO_SURVEY_H

#include <stdbool.h>

#include "review.h"

/* Would you recommend it: 0 to 10. */
static inline bool
survey_recommends(const struct review *r)
{
	return review_is_survey(r) && text_is(r->best, "10") &&
	    (text_is(r->rating, "10") || (r->rating.length == 1 &&
	    r->rating.bytes[0] >= '0' && r->rating.bytes[0] <= '9'));
}

/* Are you satisfied: 1 to 5. */
static inline bool
survey_is_satisfaction(const struct review *r)
{
	return review_is_survey(r) && text_is(r->best, "5") &&
	    r->rating.length == 1 && r->rating.bytes[0] >= '1' &&
	    r->rating.bytes[0] <= '5';
}

#endif
