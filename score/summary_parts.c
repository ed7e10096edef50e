/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary_parts.h"

#include <stdlib.h>
#include <string.h>

#include "summary_making.h"
#include "tally.h"

/* What no brand has a reply in may not show replies at all. */
static int
note_replies(void *context, struct text key, int64_t n)
{
	struct making *m = context;
	struct text f[TALLY_FIELDS_MAX];
	const char **to, *name;

	if (tally_split(key, f) != 9 || n <= 0 || !text_is(f[8], "r") ||
	    text_is(f[3], "survey") || making_shows_replies(m, f[2]))
		return 0;
	name = text_is(f[2], "-") ? "unknown" : making_kept(m, f[2]);
	to = making_grown(m, m->answering, m->answering_count, sizeof(*to));
	if (to == NULL || name == NULL)
		return -1;
	m->answering = to;
	to[m->answering_count++] = name;
	return 0;
}

/* The parts that a row of (brand, source, language, month) counts in. */
struct places {
	struct summary_part *part[4];
};

static bool
find_places(struct making *m, struct text brand, struct text source,
	struct text language, struct text month, struct places *to)
{
	struct summary_brand *b = making_brand(m, brand);

	if (b == NULL)
		return false;
	to->part[0] = &b->total;
	to->part[1] = making_part(m, &b->source, &b->source_count, source);
	to->part[2] = making_part(m, &b->language, &b->language_count,
	    language);
	to->part[3] = making_part(m, &b->month, &b->month_count, month);
	return to->part[1] != NULL && to->part[2] != NULL &&
	    to->part[3] != NULL;
}

static int
star_of(struct text field)
{
	return field.length == 1 && field.bytes[0] >= '1' &&
	    field.bytes[0] <= '5' ? field.bytes[0] - '0' : 0;
}

static bool
is_complaint(int star, struct text class)
{
	return (star > 0 && star <= 2) || (text_is(class, "neg") && star < 4);
}

static void
count_in(struct summary_part *p, struct text stars, struct text class,
	struct text reply, int64_t n)
{
	int star = star_of(stars);

	p->reviews += n;
	if (star > 0) {
		p->rated += n;
		p->star[star - 1] += n;
	}
	p->positive += text_is(class, "pos") ? n : 0;
	p->neutral += text_is(class, "neu") ? n : 0;
	p->negative += text_is(class, "neg") ? n : 0;
	p->unscored += text_is(class, "uns") ? n : 0;
	p->textless += text_is(class, "none") ? n : 0;
	p->replied += text_is(reply, "r") ? n : 0;
}

static void
count_agreement(struct summary_brand *b, struct text stars,
	struct text class, int64_t n)
{
	static const char *const name[] = {"neg", "neu", "pos"};
	int star = star_of(stars), i;

	for (i = 0; b != NULL && star > 0 && i < 3; i++)
		if (text_is(class, name[i]))
			b->class_by_star[i][star - 1] += n;
}

static int
count_row(struct making *m, const struct text *f, int64_t n)
{
	struct text month = f[5];
	struct places at;
	bool survey = text_is(f[3], "survey"), shows;
	size_t i;

	if (month.length > 7)
		month.length = 7;
	if (!find_places(m, f[1], f[2], f[4], month, &at))
		return -1;
	if (at.part[1]->kind == NULL)
		at.part[1]->kind = making_kept(m, f[3]);
	shows = !survey && making_shows_replies(m, f[2]);
	at.part[1]->replies_seen |= shows;
	/* Anybody may write there: neither one's own site nor one's own
	 * survey. */
	if (!survey && !text_is(f[3], "own-site"))
		at.part[0]->public_reviews += n;
	for (i = 0; i < 4; i++) {
		count_in(at.part[i], f[6], f[7], survey ?
		    (struct text){NULL, 0} : f[8], n);
		/* Beside others, a source without replies says nothing. */
		if (shows || (!survey && (i == 1 || m->answering_count == 0)))
			at.part[i]->answerable += n;
		if (!survey && is_complaint(star_of(f[6]), f[7]))
			at.part[i]->complaints += n;
	}
	count_agreement(making_known_brand(m, f[1]), f[6], f[7], n);
	return 0;
}

static int
sum_row(struct making *m, const struct text *f, int64_t sum)
{
	bool stars = f[0].bytes[0] == 's', squares = f[0].length == 3;
	struct places at;
	size_t i;

	if (!find_places(m, f[1], f[2], f[4], f[5], &at))
		return -1;
	for (i = 0; i < 4; i++) {
		struct summary_part *p = at.part[i];

		if (stars)
			*(squares ? &p->star_squares : &p->star_sum) += sum;
		else
			*(squares ? &p->score_squares : &p->score_sum) += sum;
	}
	return 0;
}

/* From 0 to 10. */
static int
survey_row(struct making *m, const struct text *f, int64_t n)
{
	struct places at;
	int64_t value = making_number(f[5]);
	size_t i;

	if (!find_places(m, f[1], f[2], f[3], f[4], &at))
		return -1;
	for (i = 0; i < 4; i++) {
		struct summary_part *p = at.part[i];

		*(value >= 9 ? &p->promoters : value >= 7 ? &p->passives :
		    &p->detractors) += n;
	}
	return 0;
}

/* From 1 to 5. */
static int
satisfaction_row(struct making *m, const struct text *f, int64_t n)
{
	struct places at;
	size_t i;

	if (!find_places(m, f[1], f[2], f[3], f[4], &at))
		return -1;
	for (i = 0; i < 4; i++) {
		at.part[i]->answers += n;
		at.part[i]->satisfied += making_number(f[5]) >= 4 ? n : 0;
	}
	return 0;
}

static int
item_row(struct making *m, const struct text *f, int64_t n)
{
	struct summary_brand *b = making_brand(m, f[1]);
	struct summary_part *p = b == NULL ? NULL : making_part(m, &b->item,
	    &b->item_count, f[2]);

	if (p == NULL)
		return -1;
	if (text_is(f[0], "i")) {
		count_in(p, f[3], f[4], f[5], n);
		p->answerable += n;
		p->complaints += is_complaint(star_of(f[3]), f[4]) ? n : 0;
	} else
		*(text_is(f[0], "ix") ? &p->star_sum : &p->star_squares) += n;
	return 0;
}

int
summary_parts_note_replies(struct making *m, struct tally *tally)
{
	return tally_each_of(tally, "c|", note_replies, m) == 0 ? 0 : -1;
}

int
summary_parts_row(struct making *m, const struct text *f, size_t fields,
	int64_t n)
{
	int result;

	if (text_is(f[0], "c") && fields == 9)
		result = count_row(m, f, n);
	else if ((text_is(f[0], "sx") || text_is(f[0], "sx2") ||
	    text_is(f[0], "fx") || text_is(f[0], "fx2")) && fields == 6)
		result = sum_row(m, f, n);
	else if (text_is(f[0], "nps") && fields == 6 && making_digits(f[5]))
		result = survey_row(m, f, n);
	else if (text_is(f[0], "csat") && fields == 6 && making_digits(f[5]))
		result = satisfaction_row(m, f, n);
	else if ((text_is(f[0], "i") && fields == 6) || (fields == 3 &&
	    (text_is(f[0], "ix") || text_is(f[0], "ix2"))))
		result = item_row(m, f, n);
	else
		return 0;
	return result < 0 ? -1 : 1;
}

/* ---- items ---- */

static int
compare_reviews(const void *a, const void *b)
{
	const int64_t *x = a, *y = b;

	return (*x < *y) - (*x > *y);		/* descending */
}

/* The reviews of the last item that is kept, and how many with as few are. */
static int
find_least(const struct summary_brand *b, int64_t *least, size_t *equal)
{
	int64_t *reviews = malloc(b->item_count * sizeof(*reviews));
	size_t i;

	if (reviews == NULL)
		return -1;
	for (i = 0; i < b->item_count; i++)
		reviews[i] = b->item[i].reviews;
	qsort(reviews, b->item_count, sizeof(*reviews), compare_reviews);
	*least = reviews[SUMMARY_ITEMS - 1];
	for (i = SUMMARY_ITEMS; i > 0 && reviews[i - 1] == *least; i--)
		;
	*equal = SUMMARY_ITEMS - i;
	free(reviews);
	return 0;
}

/* A shop has a hundred thousand items; nobody reads a summary of each.  Those
 * with most reviews stay, of equal ones the first. */
static int
cut_items(struct summary_brand *b)
{
	size_t equal, i, kept = 0;
	int64_t least;

	if (b->item_count <= SUMMARY_ITEMS)
		return 0;
	if (find_least(b, &least, &equal) < 0)
		return -1;
	for (i = 0; i < b->item_count; i++) {
		if (b->item[i].reviews < least ||
		    (b->item[i].reviews == least && equal == 0))
			continue;
		equal -= b->item[i].reviews == least;
		b->item[kept++] = b->item[i];
	}
	b->items_left = b->item_count - kept;
	b->item_count = kept;
	return 0;
}

int
summary_parts_cut(struct making *m)
{
	size_t i;

	for (i = 0; i < m->s->brand_count; i++)
		if (cut_items(&m->s->brand[i]) < 0)
			return -1;
	return 0;
}
