/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Facts of an item as reviews write them: ratings, dates, names, counts.
 */
#ifndef SAYSO_ITEM_FACT_H
#define SAYSO_ITEM_FACT_H

#include "item.h"
#include "rating.h"

/* The names of a fact, the preferred one first; the later ones are those of
 * data-vocabulary.org and what sites write instead. */
#define NAMES(...) ((const char *const[]){__VA_ARGS__, NULL})

struct reporter {
	struct item_list *list;
	struct arena *arena;
	struct item **by_id;		/* items with id and properties */
	size_t id_count;
};

/* A copy in the arena; absent where empty. */
struct text fact_digits(const struct reporter *r, const char *digits);
/* The rating of a review or aggregate: of its parts, or of itself; aspects
 * ("Service 4") are passed over. */
bool fact_rating(const struct reporter *r, const struct item *i,
	struct rating *rating);
/* The ratings of its aspects as a JSON array; absent where there are none. */
struct text fact_sub_ratings(const struct reporter *r, const struct item *i);
/* True where the element of the rating shows other stars than its value. */
bool fact_stars_differ(const struct reporter *r, const struct item *i,
	const struct rating *rating);
/* A written date; `language` absent: the page's. */
struct text fact_date(const struct reporter *r, const struct item *i,
	const char *const *names, struct text language);
/* The names of all that bear the first name found, `between` them. */
struct text fact_names(const struct reporter *r, const struct item *i,
	const char *const *names, const char *between);
/* `inLanguage` as BCP 47 has it, also where it is a Language. */
struct text fact_language(const struct reporter *r, const struct item *i);
/* Where the author says to be: an address or a place of the author's. */
struct text fact_location(const struct reporter *r, const struct item *i);
/* Plain text; each name is asked until one has some. */
struct text fact_text(const struct reporter *r, const struct item *i,
	const char *const *names);
/* positiveNotes and its like: a text, several, or an ItemList. */
struct text fact_notes(const struct reporter *r, const struct item *i,
	const char *name);
/* The digits of a count. */
struct text fact_count(const struct reporter *r, const struct item *i,
	const char *const *names);
/* Likes: a count of their own, or one kind of interaction. */
struct text fact_upvotes(const struct reporter *r, const struct item *i);

#endif
