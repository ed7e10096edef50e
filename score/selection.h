/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Some of the reviews, named by a brand and what must be true of them, one
 * condition behind another; the report names so what its figures were made of,
 * because many figures are made of the same reviews:
 *
 *	Own/reviews		Own/positive	Own/neutral	Own/negative
 *	Own/scored		Own/unscored	Own/textless	Own/replied
 *	Own/unanswered		Own/complaints	Own/against	Own/watched
 *	Own/edited		Own/vanished		Own/answerable
 *	Own/since/20261118T090000Z
 *	Own/stars		Own/stars/1	Own/source/Shop	Own/kind/survey
 *	Own/language/hr		Own/month/2026-09	Own/item/NAME
 *	Own/dates/2026-09-01..2026-09-07	Own/outside/2026-09..2026-09
 *	Own/aspect/price	Own/aspect/price/neg	Own/aspect/price/said
 *	Own/stage/buy		Own/stage/buy/pos	Own/word/en/not good
 *	Own/prefers/Rival	Own/prefers/Rival/about/price
 *	Own/source/Shop/month/2026-09/stars
 *
 * Words of summary.json say the same: sources, languages, months, items,
 * aspects, stages, words, kinds; rated for stars; positive for pos.
 * BRAND may be empty: all brands.  A '/' in a name is written %2F (and '%'
 * %25), or as it is where the rest can still be told: the shortest name is
 * meant that leaves conditions behind it.  The source, kind or month "unknown"
 * is also that of reviews that have none.
 */
#ifndef SAYSO_SELECTION_H
#define SAYSO_SELECTION_H

#include <stdbool.h>

#include "buffer.h"
#include "complaint.h"
#include "review.h"
#include "sentiment.h"

enum { SELECTION_CONDITIONS = 5 };

enum selection_what {
	SELECT_END,
	SELECT_REVIEWS,		/* all of them */
	SELECT_UNNAMED,		/* of no brand */
	SELECT_POSTED,		/* no answers to a survey */
	SELECT_PUBLIC,		/* nor on a brand's own site */
	SELECT_ELSEWHERE,	/* not on a brand's own site */
	SELECT_POSITIVE, SELECT_NEUTRAL, SELECT_NEGATIVE,
	SELECT_SCORED, SELECT_UNSCORED, SELECT_TEXTLESS,
	SELECT_REPLIED,
	SELECT_UNANSWERED,	/* complaints without a reply */
	SELECT_COMPLAINTS,	/* one or two whole stars, or a negative text
				   with less than four */
	SELECT_AGAINST,		/* stars and text of opposite sign */
	SELECT_WATCHED,		/* posted, of a known day */
	SELECT_LONG,		/* posted, long enough to tell copies by */
	SELECT_EDITED,		/* other words or stars than before */
	SELECT_ANSWERABLE,	/* posted, in a source that shows replies */
	SELECT_VANISHED,	/* not shown any more */
	SELECT_RECOMMEND,	/* answers of surveys from 0 to 10 */
	SELECT_SATISFIED,	/* answers of surveys from 1 to 5 */
	SELECT_STARS,		/* VALUE: the whole stars, or none */
	SELECT_SOURCE, SELECT_KIND, SELECT_LANGUAGE,
	SELECT_MONTH, SELECT_ITEM,
	SELECT_DATES, SELECT_OUTSIDE,	/* from VALUE to LABEL, as precisely
				   as VALUE is written */
	SELECT_SINCE,		/* seen first in a run after VALUE,
				   20261118T090000Z */
	SELECT_ASPECT, SELECT_STAGE,	/* LABEL: pos neu neg said */
	SELECT_WORD,		/* VALUE: the language; LABEL: the word */
	SELECT_PREFERS,	/* the brand is not the review's but the one
				   that is preferred */
	SELECT_ABOUT,		/* of the preference */
	SELECT_WHATS,
};

struct selection_condition {
	enum selection_what what;
	struct text value, label;	/* absent where there is none */
};

struct selection_facts;

struct selection {
	const struct selection_facts *facts;	/* NULL: not known */
	struct text brand;		/* absent: all */
	struct selection_condition condition[SELECTION_CONDITIONS];
	size_t count;
};

/* Whether a review is among those that are selected; `s` is its sentiment. */
bool selection_has(const struct selection *f,
	const struct review *r, const struct sentiment *s);

/* ---- selection_name.c ---- */

/* Borrows from `name`, and changes it where it has %2F or %25.  -1: it is
 * none. */
int selection_read(struct selection *f, char *name,
	struct complaint *c);
/* Adds the name that selection_read() reads; 0 or -1 (no room). */
int selection_name(struct buffer *to, const struct selection *f);

/* ---- selection_facts.c ---- */

/* What is a matter of all reviews: which sources show
 * replies, which reviews are not there any more.  NULL, -1: no memory. */
struct selection_facts *selection_facts_create(void);
int selection_facts_review(struct selection_facts *f, const struct review *r);
int selection_facts_change(struct selection_facts *f,
	const struct review_change *c);
bool selection_facts_answerable(const struct selection_facts *f,
	const struct review *r);
bool selection_facts_vanished(const struct selection_facts *f,
	const struct review *r);
void selection_facts_free(struct selection_facts *f);

/* ---- selection_sql.c ---- */

/* Adds the condition for the same rows of the table `review` of sayso.db, of
 * all reviews or of those of a stream (NULL: all). */
int selection_sql(struct buffer *to, const struct selection *f,
	const char *stream);

#endif
