/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "visible.h"

#include <stdlib.h>
#include <string.h>

#include "rating_number.h"
#include "shown_words.h"

enum {
	SCORE_LETTERS = 300,	/* more letters are no better */
	DATE_NAMED = 3,		/* the rank of a date by its class */
	SCORE_BODY = 200, SCORE_NOT_BODY = 150, SCORE_CHATTER = 400,
};

static const struct visible_shade *
shade_of(struct visible_item *i, const struct visible_atom *a)
{
	return visible_shade_of(i, a->spot);
}

static bool
is_free(struct visible_item *i, const struct visible_atom *a, bool reply)
{
	const struct visible_shade *h = shade_of(i, a);

	return !a->claimed && !h->idle && h->reply == reply;
}

/* ---- rating ---- */

/* "(123)", "120 reviews" beside it: the average of many. */
static bool
is_average(struct visible_item *i, const struct visible_sign *g)
{
	uint32_t block = visible_shade_of(i, g->spot)->block;
	char digits[RATING_DIGITS];
	size_t k;
	bool of_reviews;

	for (k = 0; k < i->count; k++) {
		const struct visible_atom *a = &i->atom[k];
		struct text t = text_trimmed(a->text);

		if (shade_of(i, a)->block != block)
			continue;
		if (t.length > 2 && t.length < 12 && t.bytes[0] == '(' &&
		    rating_number((struct text){t.bytes + 1, t.length - 1},
		    digits) + 2 >= t.length)
			return true;
		if (t.length < VISIBLE_LABEL_MAX && shown_count(t,
		    &g->rating, digits, &of_reviews))
			return true;
	}
	return false;
}

/* The first rating counts; what explains it better stands close by. */
static void
choose_sign(struct visible_item *i)
{
	const struct visible *s = i->page;
	const struct visible_sign *best = NULL;
	uint32_t up = 0;
	size_t from, to;

	i->sign = NULL;
	visible_signs(s, i->spot, &from, &to);
	for (; from < to; from++) {
		const struct visible_sign *g = &s->sign[from];

		if (g->spot < i->spot || visible_shade_of(i, g->spot)->reply)
			continue;
		if (best == NULL) {
			up = g->spot;
			if (up != i->spot)
				up = s->spot[up].up;
			if (up != i->spot)
				up = s->spot[up].up;
			best = g;
		} else if (g->rank < best->rank && g->spot >= up &&
		    g->spot < s->spot[up].end)
			best = g;
	}
	i->sign = best;
}

static struct text
kept(struct visible_item *i, const char *digits)
{
	return digits[0] == '\0' ? (struct text){NULL, 0} :
	    text_of(arena_string(&i->page->view->x->arena, digits));
}

static bool
fill_rating(struct visible_item *i)
{
	if (i->sign == NULL)
		return false;
	i->review.rating = kept(i, i->sign->rating.value);
	i->review.best = kept(i, i->sign->rating.best);
	return i->review.rating.length > 0;
}

/* ---- text ---- */

static int
score_block(struct visible_item *i, size_t from, size_t to)
{
	int letters = 0, score = 0;
	unsigned role = 0;
	size_t k;

	for (k = from; k < to; k++) {
		const struct visible_atom *a = &i->atom[k];

		if (!is_free(i, a, false))
			continue;
		letters += (int)(a->text.length < SCORE_LETTERS ?
		    a->text.length : SCORE_LETTERS);
		role |= shade_of(i, a)->role;
		if (a->label == VISIBLE_CHATTER)
			score -= SCORE_CHATTER;
		if (a->label == VISIBLE_ANSWER || a->label == VISIBLE_PROS ||
		    a->label == VISIBLE_CONS)
			score -= SCORE_NOT_BODY;
	}
	if (letters == 0)
		return INT32_MIN;
	score += letters < SCORE_LETTERS ? letters : SCORE_LETTERS;
	if (role & VISIBLE_BODY)
		score += SCORE_BODY;
	if (role & (VISIBLE_TITLE | VISIBLE_AUTHOR | VISIBLE_PLACE |
	    VISIBLE_DATE))
		score -= SCORE_NOT_BODY;
	return score;
}

/* Atoms of one block stand behind each other, but for blocks inside. */
static size_t
end_of_block(struct visible_item *i, size_t from)
{
	uint32_t block = shade_of(i, &i->atom[from])->block;

	while (from < i->count && shade_of(i, &i->atom[from])->block == block)
		from++;
	return from;
}

/* Paragraphs of one text: blocks of one kind with one parent. */
static bool
goes_on(struct visible_item *i, size_t a, size_t b)
{
	const struct visible_spot *s = i->page->spot;
	uint32_t one = shade_of(i, &i->atom[a])->block;
	uint32_t two = shade_of(i, &i->atom[b])->block;

	return one == two || (one != i->spot && two != i->spot &&
	    (two == s[one].up || one == s[two].up)) || (s[one].up == s[two].up && s[one].kind == s[two].kind &&
	    one != i->spot && two != i->spot);
}

static void
claim(struct visible_item *i, size_t from, size_t to, bool reply)
{
	for (; from < to; from++)
		if (is_free(i, &i->atom[from], reply))
			i->atom[from].claimed = true;
}

static bool
may_join(struct visible_item *i, size_t k)
{
	const struct visible_atom *a = &i->atom[k];

	return is_free(i, a, false) && a->label == VISIBLE_NO_LABEL &&
	    !(shade_of(i, a)->role & (VISIBLE_TITLE | VISIBLE_AUTHOR |
	    VISIBLE_PLACE | VISIBLE_DATE));
}

static bool
is_gone(struct visible_item *i, size_t k)
{
	return i->atom[k].more || !is_free(i, &i->atom[k], false);
}

/* What is called a summary or a heading may be all that there is. */
static void
fill_body_title(struct visible_item *i)
{
	size_t k, end;

	for (k = 0; k < i->count; k = end) {
		end = end_of_block(i, k);
		if (!is_free(i, &i->atom[k], false) ||
		    i->atom[k].label != VISIBLE_NO_LABEL ||
		    !(shade_of(i, &i->atom[k])->role & VISIBLE_TITLE))
			continue;
		i->review.body = visible_join(i, k, end, false);
		claim(i, k, end, false);
		return;
	}
}

static void
fill_body(struct visible_item *i)
{
	size_t k, end, from = 0, to = 0, next;
	int best = 0;

	for (k = 0; k < i->count; k = end) {
		int score;

		end = end_of_block(i, k);
		score = score_block(i, k, end);
		if (score > best) {
			best = score;
			from = k;
			to = end;
		}
	}
	if (best == 0) {
		if (i->review.positive.length == 0 &&
		    i->review.negative.length == 0)
			fill_body_title(i);
		return;
	}
	while (from > 0 && may_join(i, from - 1) && goes_on(i, from - 1, from))
		from--;
	for (next = to; next < i->count && goes_on(i, from, next); next++)
		if (may_join(i, next))
			to = next + 1;
		else if (!is_gone(i, next))
			break;
	i->review.body = visible_join(i, from, to, false);
	for (k = from; k < to; k++)
		i->atom[k].body = is_free(i, &i->atom[k], false);
	claim(i, from, to, false);
}

/* ---- pros and cons ---- */

static struct text
joined(struct visible_item *i, struct text had, struct text more)
{
	char *both;

	if (had.length == 0 || more.length == 0)
		return had.length == 0 ? more : had;
	both = arena_join(&i->page->view->x->arena, had, ' ', more);
	return both == NULL ? had : text_of(both);
}

static void
fill_notes(struct visible_item *i)
{
	enum visible_label said = VISIBLE_NO_LABEL;
	size_t k, end;

	for (k = 0; k < i->count; k = end) {
		struct visible_atom *a = &i->atom[k];
		unsigned role = shade_of(i, a)->role;
		bool cons, pros;
		struct text t;

		end = k + 1;
		if (!is_free(i, a, false))
			continue;
		if (a->label == VISIBLE_PROS || a->label == VISIBLE_CONS ||
		    a->label == VISIBLE_COMMENT) {
			a->claimed = true;
			said = a->label;
			continue;
		}
		cons = said == VISIBLE_CONS || (role & VISIBLE_NEGATIVE);
		pros = said == VISIBLE_PROS || (role & VISIBLE_POSITIVE);
		end = end_of_block(i, k);
		said = VISIBLE_NO_LABEL;
		if (!pros && !cons)
			continue;
		t = visible_join(i, k, end, false);
		while (t.length > 2 && (unsigned char)t.bytes[0] == 0xC2 &&
		    (unsigned char)t.bytes[1] == 0xB7)
			t = text_trimmed((struct text){t.bytes + 2,
			    t.length - 2});
		claim(i, k, end, false);
		if (cons)
			i->review.negative = joined(i, i->review.negative, t);
		else
			i->review.positive = joined(i, i->review.positive, t);
	}
}

/* ---- title ---- */

static void
fill_title(struct visible_item *i)
{
	size_t k, end;

	for (k = 0; k < i->count; k = end) {
		struct visible_atom *a = &i->atom[k];
		struct text t;

		end = end_of_block(i, k);
		if (!is_free(i, a, false) || a->label != VISIBLE_NO_LABEL ||
		    !(shade_of(i, a)->role & VISIBLE_TITLE))
			continue;
		t = visible_join(i, k, end, false);
		if (t.length == 0 || t.length > VISIBLE_TITLE_MAX)
			continue;
		i->review.title = t;
		claim(i, k, end, false);
		return;
	}
}

static bool
stands_out(struct visible_item *i, const struct visible_atom *a)
{
	static const char *const tags[] = {"a", "b", "strong"};
	const struct visible_spot *s = i->page->spot;
	uint32_t at = a->spot, n;
	size_t k;

	for (n = 0; n < 3 && at != i->spot; n++, at = s[at].up)
		for (k = 0; k < sizeof(tags) / sizeof(*tags); k++)
			if (strcmp(html_name(s[at].node), tags[k]) == 0)
				return true;
	return false;
}

/* A line of its own that stands out right before the text. */
static void
fill_title_before(struct visible_item *i)
{
	struct text t;
	size_t k, from;

	for (k = 0; k < i->count && !i->atom[k].body; k++)
		;
	while (k > 0 && i->atom[k - 1].claimed)
		k--;
	if (k == i->count || k == 0)
		return;
	from = k - 1;
	if (!may_join(i, from) || !stands_out(i, &i->atom[from]))
		return;
	t = visible_join(i, from, k, false);
	if (t.length < 2 || t.length > VISIBLE_TITLE_MAX)
		return;
	i->review.title = t;
	claim(i, from, k, false);
}

/* ---- the whole ---- */

static void
fill_date(struct visible_item *i)
{
	struct arena *a = &i->page->view->x->arena;
	char written[CALENDAR_TEXT];

	if (i->has_date) {
		calendar_write(&i->when, written);
		i->review.published = text_of(arena_string(a, written));
	}
	if (i->review.reply.length > 0 && i->reply_dated) {
		calendar_write(&i->reply_when, written);
		i->review.reply_date = text_of(arena_string(a, written));
	}
}

bool
visible_holds_more(struct visible_item *i)
{
	const struct visible *s = i->page;
	size_t from, to, k, dates = 0;
	bool differ = false;

	visible_signs(s, i->spot, &from, &to);
	for (; from < to; from++)
		differ = differ || (s->sign[from].rank == i->sign->rank &&
		    strcmp(s->sign[from].rating.value,
		    i->sign->rating.value) != 0);
	for (k = 0; k < i->count; k++)
		dates += i->atom[k].date && !shade_of(i, &i->atom[k])->reply;
	return differ && dates > 1;
}

bool
visible_read(struct visible_item *i, struct visible *s, uint32_t spot,
	bool rated)
{
	i->review = (struct review){.capture = {.offset = -1}};
	if (!visible_gather(i, s, spot))
		return false;
	visible_label(i);
	choose_sign(i);
	if (i->sign == NULL ? rated : is_average(i, i->sign))
		return false;
	visible_claim(i);
	visible_part_answer(i);
	fill_notes(i);
	visible_fill_author(i);
	/* A year among words is no date. */
	if (!i->named && (!i->has_date || (i->date_rank < DATE_NAMED &&
	    i->when.precision < CALENDAR_MONTH && !i->review.author.length)))
		return false;
	fill_body(i);
	fill_title(i);
	if (i->review.title.length == 0 && i->review.body.length > 0)
		fill_title_before(i);
	visible_fill_reply(i);
	fill_date(i);
	return fill_rating(i) || !rated;
}
