/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From tallies to a summary: every row is put where it belongs, then
 * summary_figures.c computes what follows from the sums.
 */
#include "summary.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "summary_aspects.h"
#include "since.h"
#include "summary_answers.h"
#include "summary_changes.h"
#include "summary_copies.h"
#include "summary_days.h"
#include "summary_figures.h"
#include "summary_lists.h"
#include "summary_rows.h"
#include "summary_words.h"
#include "tally.h"

enum {
	ARENA_MAX = 1 << 30,
	FIELD_MAX = TALLY_KEY_MAX,
};

const char *
summary_verdict_words(enum summary_verdict verdict)
{
	static const char *const words[] = {
		[SUMMARY_TOO_FEW] = "too few reviews",
		[SUMMARY_NO_CLEAR_DIFFERENCE] = "no clear difference",
		[SUMMARY_OWN_AHEAD] = "own brand ahead",
		[SUMMARY_COMPETITOR_AHEAD] = "competitor ahead",
	};

	return words[verdict];
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

/* c|brand|source|kind|language|day|stars|class|reply */
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

/* sx sx2 fx fx2|brand|source|kind|language|month */
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

/* nps|brand|source|language|month|value */
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

/* csat|brand|source|language|month|1..5 */
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

/* i|brand|item|stars|class|reply, ix ix2|brand|item */
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

static struct summary_source *
find_source(struct making *m, struct text brand, struct text source)
{
	struct summary_brand *b = making_brand(m, brand);
	const char *name = making_kept(m, source);
	struct summary *s = m->s;
	struct summary_source *p;
	size_t i;

	if (b == NULL)
		return NULL;
	if (name == NULL)
		name = "unknown";
	for (i = 0; i < s->source_count; i++)
		if (strcmp(s->source[i].brand, b->name) == 0 &&
		    strcmp(s->source[i].source, name) == 0)
			return &s->source[i];
	p = making_grown(m, s->source, s->source_count, sizeof(*p));
	if (p == NULL)
		return NULL;
	s->source = p;
	p = &p[s->source_count++];
	*p = (struct summary_source){.brand = b->name, .source = name,
	    .stated = -1};
	return p;
}

/* The worst of several rows' states is that of the source. */
static int
badness(const char *status)
{
	static const char *const order[] = {"complete", "short", "deferred",
	    "blocked", "failed"};
	int i;

	for (i = 0; status != NULL && i < 5; i++)
		if (strcmp(status, order[i]) == 0)
			return i;
	return -1;
}

/* run|brand|source|kind|row|status|stop and st|brand|source|row */
static int
source_row(struct making *m, const struct text *f, int64_t value)
{
	struct summary_source *s = find_source(m, f[1], f[2]);
	const char *status;

	if (s == NULL)
		return -1;
	if (text_is(f[0], "st")) {
		s->stated = (s->stated < 0 ? 0 : s->stated) + value;
		return 0;
	}
	status = making_kept(m, f[5]);
	if (badness(status) >= badness(s->status)) {
		s->status = status;
		s->stop = making_kept(m, f[6]);
	}
	if (s->kind == NULL)
		s->kind = making_kept(m, f[3]);
	return 0;
}

/* Tallies of two streams would count some reviews twice and call the sum by
 * one name. */
static int
stream_row(struct making *m, struct text field, int64_t n)
{
	char one[COMPLAINT_VALUE_MAX + 8], other[COMPLAINT_VALUE_MAX + 8];
	const char *id = making_kept(m, field), *before = m->s->stream;

	if (id == NULL)
		return complain(m->c, ENOMEM, "summary");
	if (before != NULL)
		return complain(m->c, 0, "tallies of two streams, %s and %s: "
		    "merge those of each stream by themselves",
		    complaint_value(one, before, strlen(before)),
		    complaint_value(other, id, strlen(id)));
	m->s->stream = m->s->stream_id = id;
	m->of_stream = n;
	return 0;
}

/* When all rows are read: every record was read for the stream, or none. */
static int
one_stream(struct making *m)
{
	char shown[COMPLAINT_VALUE_MAX + 8];
	const char *id = m->s->stream;

	if (id == NULL || m->of_stream == m->s->records)
		return 0;
	return complain(m->c, 0, "some of these tallies are of the stream %s "
	    "and some of all reviews (%lld of %lld records): merge them "
	    "apart, those of score map --stream %s and those without",
	    complaint_value(shown, id, strlen(id)),
	    (long long)m->of_stream, (long long)m->s->records, shown);
}

/* What the plan calls it. */
static int
name_stream(struct summary *s, const struct plan *plan)
{
	const struct plan_stream *of = plan == NULL || s->stream == NULL ?
	    NULL : plan_find_stream(plan, s->stream);

	if (of != NULL)
		s->stream = arena_string(&s->arena, of->name);
	return of != NULL && s->stream == NULL ? -1 : 0;
}

static int
meta_row(struct making *m, const struct text *f, size_t fields, int64_t n)
{
	struct summary *s = m->s;

	if (text_is(f[1], "in")) {
		s->records += n;
	} else if (text_is(f[1], "bad")) {
		s->bad += n;
	} else if (text_is(f[1], "lex") && fields == 3) {
		if (m->lexicon_seen)
			return complain(m->c, 0, "two lexicons made these "
			    "tallies (%s and %.*s): score again with one",
			    s->lexicon, (int)f[2].length, f[2].bytes);
		m->lexicon_seen = true;
		s->lexicon = making_kept(m, f[2]);
	} else if (text_is(f[1], "names") && fields == 3) {
		if (m->names_seen)
			return complain(m->c, 0, "these tallies were made "
			    "with two plans: score again with one");
		m->names_seen = true;
	} else if (text_is(f[1], "stream") && fields == 3) {
		return stream_row(m, f[2], n);
	} else if (text_is(f[1], "schema") && fields == 3) {
		if (!text_is(f[2], "1") || m->schema_seen)
			return complain(m->c, 0, "tallies of schema %.*s: "
			    "this score reads schema %d only",
			    (int)f[2].length, f[2].bytes, TALLY_SCHEMA);
		m->schema_seen = true;
	}
	return 0;
}

static int
one_row(void *context, struct text key, int64_t value)
{
	struct making *m = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	char shown[COMPLAINT_VALUE_MAX + 8];
	int result = -2;

	if (text_is(f[0], "c") && fields == 9)
		result = count_row(m, f, value);
	else if ((text_is(f[0], "sx") || text_is(f[0], "sx2") ||
	    text_is(f[0], "fx") || text_is(f[0], "fx2")) && fields == 6)
		result = sum_row(m, f, value);
	else if (text_is(f[0], "nps") && fields == 6 && making_digits(f[5]))
		result = survey_row(m, f, value);
	else if ((text_is(f[0], "st") && fields == 4) ||
	    (text_is(f[0], "run") && fields == 7))
		result = source_row(m, f, value);
	else if (text_is(f[0], "csat") && fields == 6 && making_digits(f[5]))
		result = satisfaction_row(m, f, value);
	else if ((text_is(f[0], "i") && fields == 6) || (fields == 3 &&
	    (text_is(f[0], "ix") || text_is(f[0], "ix2"))))
		result = item_row(m, f, value);
	else if (text_is(f[0], "t") && fields == 2)
		/* Rows come sorted: the last day is the newest. */
		result = (m->day = making_kept(m, f[1])) == NULL ? -1 : 0;
	else if (summary_aspects_row(f, fields) ||
	    summary_lists_row(f, fields) || summary_days_row(f, fields) ||
	    summary_answers_row(f, fields) || summary_words_row(f, fields) ||
	    summary_changes_row(f, fields))
		return 0;	/* read when the brands are known */
	else if (text_is(f[0], "_m") && fields >= 2)
		return meta_row(m, f, fields, value);
	if (result == -2)
		return complain(m->c, 0, "no known tally: %s",
		    complaint_value(shown, key.bytes, key.length));
	if (result < 0)
		return complain(m->c, ENOMEM, "summary");
	return 0;
}

/* Customers of a brand that has just been added. */
static int
add_churn(struct making *m, const struct plan_brand *of)
{
	struct summary_brand *b = &m->s->brand[m->s->brand_count - 1];
	size_t i;

	b->churn = arena_take(&m->s->arena, (of->customers_count + 1) *
	    sizeof(*b->churn));
	for (i = 0; b->churn != NULL && i < of->customers_count; i++) {
		const struct plan_customers *k = &of->customers[i];

		b->churn[i] = (struct summary_churn){arena_string(
		    &m->s->arena, k->period), k->start, k->lost,
		    statistics_share(k->lost, k->start)};
		if (b->churn[i].period == NULL)
			return -1;
	}
	b->churn_count = of->customers_count;
	return b->churn == NULL ? -1 : 0;
}

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
summary_make(struct summary *s, struct tally *tally, const struct plan *plan,
	const char *as_of, struct complaint *c)
{
	return summary_make_since(s, tally, plan, as_of, NULL, c);
}

int
summary_make_since(struct summary *s, struct tally *tally,
	const struct plan *plan, const char *as_of, const struct since *since,
	struct complaint *c)
{
	struct making m = {.s = s, .c = c};
	size_t i;
	int result = 0;

	*s = (struct summary){0};
	c->text[0] = '\0';
	arena_init(&s->arena, ARENA_MAX);
	buffer_init(&m.room, FIELD_MAX);
	for (i = 0; plan != NULL && i < plan->brand_count; i++)
		if (making_add_brand(&m, arena_string(&s->arena,
		    plan->brand[i].name), plan->brand[i].own) == NULL ||
		    add_churn(&m, &plan->brand[i]) < 0)
			result = complain(c, ENOMEM, "summary");
	if (plan != NULL) {
		s->report_language = plan->report_language == NULL ? NULL :
		    arena_string(&s->arena, plan->report_language);
		s->csv_bom = plan->csv_bom;
	}
	if (result == 0)
		result = tally_each_of(tally, "c|", note_replies, &m);
	if (result == 0)
		result = tally_each(tally, one_row, &m);
	if (result == 0)
		result = one_stream(&m);
	if (result == 0)
		result = name_stream(s, plan);
	for (i = 0; result == 0 && i < s->brand_count; i++)
		result = cut_items(&s->brand[i]);
	s->as_of = as_of != NULL ? arena_string(&s->arena, as_of) : m.day;
	if (result == 0)
		result = since_choose(since, tally, s);
	if (result == 0)
		result = summary_aspects(&m, tally);
	if (result == 0)
		result = summary_lists(&m, tally);
	if (result == 0)
		result = summary_answers(&m, tally);
	if (result < 0 && c->text[0] == '\0')
		complain(c, ENOMEM, "summary");
	if (result == 0 && tally_count(tally) > 0 && !m.schema_seen)
		result = complain(c, 0, "tallies without `_m|schema`: "
		    "no score map wrote them, or rows were lost");
	if (result == 0)
		result = summary_figures(s, c);
	if (result == 0)
		result = summary_days(&m, tally);
	if (result == 0)
		result = summary_words(&m, tally);
	if (result == 0)
		result = summary_changes(&m, tally);
	if (result == 0)
		result = summary_copies(&m, tally);
	making_parts_release(&m);
	buffer_release(&m.room);
	if (result < 0)
		summary_release(s);
	return result < 0 ? -1 : 0;
}

void
summary_release(struct summary *s)
{
	arena_release(&s->arena);
}
