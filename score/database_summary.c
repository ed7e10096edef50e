/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The roll-ups of sayso.db: the same figures as summary.json and the CSV. */
#include "database.h"

#include <math.h>
#include <string.h>

#include "calendar.h"
#include "database_row.h"
#include "figures.h"

static void
put_estimate(struct database *d, const struct estimate *e)
{
	database_row_real(d, figure_has_value(e), e->value);
	database_row_real(d, figure_has_range(e), e->low);
	database_row_real(d, figure_has_range(e), e->high);
	database_row_integer(d, true, e->n);
	database_row_string(d, e->n > 0 ? e->method : NULL);
	database_row_string(d, e->n > 0 ? figure_note(e->n) : NULL);
}

static int
put_part(struct database *d, const struct summary_brand *b, const char *part,
	const struct summary_part *p, struct complaint *c)
{
	struct calendar_date month;
	int64_t count;
	bool known;
	size_t i;

	database_row_begin(d, DATABASE_PART);
	database_row_integer(d, false, 0);
	database_row_string(d, b->name);
	database_row_string(d, b->own ? "own" : "competitor");
	database_row_string(d, part);
	database_row_string(d, p->label);
	database_row_string(d, p->kind);
	known = strcmp(part, "month") == 0 &&
	    calendar_read(text_of(p->label), &month);
	database_row_integer(d, known, known ? calendar_instant(&month) : 0);
	for (i = 0; i < FIGURE_COUNTS; i++) {
		known = figure_count(p, i, &count);
		database_row_integer(d, known, count);
	}
	for (i = 0; i < FIGURE_ESTIMATES; i++)
		put_estimate(d, figure_estimate(p, i));
	return database_row_end(d, c);
}

static int
put_parts(struct database *d, const struct summary_brand *b,
	const char *part, const struct summary_part *p, size_t count,
	struct complaint *c)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (put_part(d, b, part, &p[i], c) < 0)
			return -1;
	return 0;
}

static int
put_comparison(struct database *d, const struct summary_brand *own,
	const struct summary_comparison *k, struct complaint *c)
{
	size_t i;

	for (i = 0; i < FIGURE_DIFFERENCES; i++) {
		const struct summary_difference *e = figure_difference(k, i);

		database_row_begin(d, DATABASE_COMPARISON);
		database_row_integer(d, false, 0);
		database_row_string(d, own->name);
		database_row_string(d, k->competitor->name);
		database_row_string(d,
		    figure_estimates[figure_differences[i]].name);
		put_estimate(d, &e->estimate);
		database_row_string(d, summary_verdict_words(e->verdict));
		database_row_real(d, !isnan(e->p), e->p);
		database_row_real(d, !isnan(e->q), e->q);
		database_row_integer(d, e->needed > 0, e->needed);
		if (database_row_end(d, c) < 0)
			return -1;
	}
	return 0;
}

static int
put_coverage(struct database *d, const struct summary_source *s,
	struct complaint *c)
{
	database_row_begin(d, DATABASE_COVERAGE);
	database_row_integer(d, false, 0);
	database_row_string(d, s->brand);
	database_row_string(d, s->source);
	database_row_string(d, s->kind);
	database_row_integer(d, s->stated >= 0, s->stated);
	database_row_integer(d, true, s->collected);
	database_row_string(d, s->status);
	database_row_string(d, s->stop);
	database_row_integer(d, true, s->is_short);
	return database_row_end(d, c);
}

static int
put_about(struct database *d, const char *name, const char *value,
	int64_t number, struct complaint *c)
{
	database_row_begin(d, DATABASE_ABOUT);
	database_row_integer(d, false, 0);
	database_row_string(d, name);
	if (number < 0)
		database_row_string(d, value);
	else
		database_row_integer(d, true, number);
	return database_row_end(d, c);
}

static int
put_brand(struct database *d, const struct summary_brand *b,
	struct complaint *c)
{
	if (put_part(d, b, "total", &b->total, c) < 0 ||
	    put_parts(d, b, "source", b->source, b->source_count, c) < 0 ||
	    put_parts(d, b, "language", b->language, b->language_count,
	    c) < 0)
		return -1;
	if (put_parts(d, b, "month", b->month, b->month_count, c) < 0)
		return -1;
	return put_parts(d, b, "item", b->item, b->item_count, c);
}

/* ---- the tables of details.h ---- */

struct details_row {
	struct database *d;
	struct complaint *c;
};

static void
row_begin(void *to, enum details_table table)
{
	struct database *d = ((struct details_row *)to)->d;

	database_row_begin(d, (enum database_table)(DATABASE_DETAILS +
	    (int)table));
	database_row_integer(d, false, 0);
}

static void
row_string(void *to, const char *value)
{
	database_row_string(((struct details_row *)to)->d, value);
}

static void
row_integer(void *to, bool known, int64_t value)
{
	database_row_integer(((struct details_row *)to)->d, known, value);
}

static void
row_real(void *to, bool known, double value)
{
	database_row_real(((struct details_row *)to)->d, known, value);
}

static void
row_estimate(void *to, const struct estimate *e)
{
	put_estimate(((struct details_row *)to)->d, e);
}

static int
row_end(void *to)
{
	struct details_row *r = to;

	return database_row_end(r->d, r->c);
}

static int
put_details(struct database *d, const struct summary *s,
	struct complaint *c)
{
	struct details_row row = {d, c};
	const struct details_sink sink = {&row, row_begin, row_string,
	    row_integer, row_real, row_estimate, row_end};
	int i;

	for (i = 0; i < DETAILS_TABLES; i++)
		if (details_write(&sink, (enum details_table)i, s) < 0)
			return -1;
	return 0;
}

int
database_put_summary(struct database *d, const struct summary *s,
	struct complaint *c)
{
	const struct summary_brand *own = figure_own(s);
	size_t i;

	if (put_about(d, "as_of", s->as_of, -1, c) < 0 ||
	    put_about(d, "lexicon", s->lexicon, -1, c) < 0 ||
	    put_about(d, "records", NULL, s->records, c) < 0 ||
	    put_about(d, "bad", NULL, s->bad, c) < 0 ||
	    put_about(d, "interval_percent", NULL, 95, c) < 0)
		return -1;
	for (i = 0; i < s->brand_count; i++)
		if (put_brand(d, &s->brand[i], c) < 0)
			return -1;
	for (i = 0; own != NULL && i < s->comparison_count; i++)
		if (put_comparison(d, own, &s->comparison[i], c) < 0)
			return -1;
	for (i = 0; i < s->source_count; i++)
		if (put_coverage(d, &s->source[i], c) < 0)
			return -1;
	return put_details(d, s, c);
}
