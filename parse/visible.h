/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reviews that a page shows and nothing marks up, found by how lists of
 * reviews are built: elements of one kind behind each other, each with a
 * rating, a text, and an author or a date.
 *
 *	visible_words.c	what class names and labels say
 *	visible_sign.c	where a rating stands, and the page as an array
 *	visible_list.c	which elements are reviews
 *	visible_atom.c	the texts of one element, and what each is
 *	visible_item.c	the review that they make
 *	visible.c	the extractor
 *
 * An element is a review only where it has a rating of its own (no average:
 * none beside "(123)" or "120 reviews"), an author who is called so or a date,
 * a text, and no price, and where another element of its kind is one too, or
 * its class says that it is a review.  Elements of the same kind without a
 * rating are then reviews without one.
 */
#ifndef SAYSO_VISIBLE_H
#define SAYSO_VISIBLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "calendar.h"
#include "date.h"
#include "html.h"
#include "rating.h"
#include "review.h"
#include "text.h"
#include "view.h"

enum {
	VISIBLE_SPOTS_MAX = HTML_TAGS_MAX,
	VISIBLE_SIGNS_MAX = 20000,
	VISIBLE_ATOMS_MAX = 600,	/* texts of one review */
	VISIBLE_ITEM_SPOTS_MAX = 2000,	/* elements of one review */
	VISIBLE_PICTURES_MAX = 64,	/* of one review that are compared */
	VISIBLE_STEPS_MAX = 1000000,	/* elements and texts looked at */
	VISIBLE_NAME_MAX = 60,		/* bytes of an author's name */
	VISIBLE_TITLE_MAX = 240,
	VISIBLE_COMMON = 1024,		/* texts of a list that are counted */
	VISIBLE_LABEL_MAX = 48,		/* bytes of "Pros:" or a date */
};

/* What the name of an element says of its text, or'ed. */
enum visible_role {
	VISIBLE_AUTHOR = 1, VISIBLE_DATE = 2, VISIBLE_TITLE = 4,
	VISIBLE_BODY = 8, VISIBLE_RATING = 16, VISIBLE_PLACE = 32,
	VISIBLE_REPLY = 64, VISIBLE_POSITIVE = 128, VISIBLE_NEGATIVE = 256,
	VISIBLE_IDLE = 512, VISIBLE_REVIEW = 1024,
};

/* The roles that an element's class, id, itemprop and the names that tests are
 * given say it has; of those that exclude each other the last one:
 * "review-author-date" is a date. */
unsigned visible_roles(const struct html_node *n);

/* Texts that readers are told what follows by, folded. */
enum visible_label {
	VISIBLE_NO_LABEL, VISIBLE_PROS, VISIBLE_CONS, VISIBLE_COMMENT,
	VISIBLE_ANSWER, VISIBLE_CHATTER,
};

/* *rest is what stands behind the label in the same text. */
enum visible_label visible_label_of(struct text t, struct text *rest);
/* Without "By", "Posted by", "von" in front, and what stands behind a name
 * ("on 2nd May", " says:"). */
struct text visible_name(struct text t, bool *is_led);
/* "Read more" and its like. */
bool visible_is_more(struct text t);
/* A price, which no review is made of. */
bool visible_is_price(struct text t);

/* An element; they stand in document order. */
struct visible_spot {
	const struct html_node *node;
	uint32_t up, end;		/* parent; behind its last descendant */
	uint32_t letters;		/* bytes of text below, no blanks */
	uint32_t kind;			/* equal where name and class are */
	uint32_t signs;			/* ratings at it and below; only 0
					 * and more than 0 differ */
	uint16_t roles;			/* visible_roles(), once asked */
	uint16_t own;			/* and what its tag says beside */
	bool asked, own_asked;
	bool refused;			/* the list that begins with it */
	bool listed;			/* reviews are at or below it */
	bool review;			/* one is it */
};

/* A place where a rating is shown: the last spot that began before it. */
struct visible_sign {
	uint32_t place, spot;
	int rank;			/* the smallest is the surest */
	struct rating rating;
};

struct visible {
	struct view *view;
	struct visible_spot *spot;
	size_t count;
	struct visible_sign *sign;
	size_t sign_count;
	size_t steps;			/* that are left */
	const struct html_node *heading;	/* the first h1, or NULL */
	size_t found;
};

/* visible_roles() of a spot, found once. */
static inline unsigned
visible_roles_of(struct visible_spot *p)
{
	if (!p->asked)
		p->roles = (uint16_t)visible_roles(p->node);
	p->asked = true;
	return p->roles;
}

/* Fills spots and signs; false where there is no memory, or no sign. */
bool visible_map(struct visible *s, const struct html_node *root);

/* The signs of a spot: the index of the first, and behind the last. */
void visible_signs(const struct visible *s, uint32_t spot, size_t *from,
	size_t *to);

/* ---- one review ---- */

struct visible_atom {
	struct text text;		/* of the page, as it stands there */
	uint32_t spot;			/* that it stands in */
	bool gap;			/* a line ends before it */
	bool rating, date, more, body;
	bool claimed;			/* some field has it */
	enum visible_label label;
	struct calendar_date when;
};

/* What holds for all that is in an element. */
struct visible_shade {
	unsigned role;			/* of the nearest that has one */
	uint32_t block;			/* the nearest that begins a line */
	bool reply, idle;
};

/* A text, and in how many of the first items of a list it stands. */
struct visible_common {
	uint64_t hash;
	uint32_t last, items;
};

struct visible_item {
	struct visible *page;
	uint32_t spot, end;
	struct visible_shade shade[VISIBLE_ITEM_SPOTS_MAX];
	struct visible_atom atom[VISIBLE_ATOMS_MAX];
	size_t count;
	struct text picture[VISIBLE_PICTURES_MAX];	/* what it shows */
	size_t pictures;
	const struct visible_sign *sign;	/* its rating, or NULL */
	bool has_date, named;		/* an author by class, link or "by" */
	int date_rank;
	struct calendar_date when, reply_when;
	bool reply_dated;
	struct visible_common common[VISIBLE_COMMON];
	uint32_t counted;
	struct review review;		/* texts in the page's extract */
};

/* The shade of a spot in the item. */
static inline struct visible_shade *
visible_shade_of(struct visible_item *i, uint32_t spot)
{
	return &i->shade[spot - i->spot];
}

/* The texts of a spot and where they stand; false where there are too many,
 * or a price among them. */
bool visible_gather(struct visible_item *i, struct visible *s, uint32_t spot);
/* Counts the gathered texts as those of one more item; what most have is no
 * review, no title and, but for its class, no author. */
void visible_count_common(struct visible_item *i, uint32_t item);
/* Which texts are labels, and by them which elements are an answer. */
void visible_label(struct visible_item *i);
/* Then: which are dates and ratings. */
void visible_claim(struct visible_item *i);
void visible_part_answer(struct visible_item *i);
/* The atoms from `from` to `to` that nobody has claimed, as one text; `reply`
 * says of which side. */
struct text visible_join(struct visible_item *i, size_t from, size_t to,
	bool reply);

/* Whether an item has another rating and another date: it is several. */
bool visible_holds_more(struct visible_item *i);
/* Fills i->review; false where the spot is no review.  Without `rated` one
 * that has no rating will do. */
bool visible_read(struct visible_item *i, struct visible *s, uint32_t spot,
	bool rated);
/* Its parts: the author, the answer. */
void visible_fill_author(struct visible_item *i);
void visible_fill_reply(struct visible_item *i);

/* The text of the heading; absent where it is no name. */
struct text visible_heading(struct visible *s);

/* Adds all reviews of the page; -1 without memory. */
int visible_lists(struct visible *s);

#endif
