/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CSV tables; sayso-summary(5) documents their columns. */
#include "summary_write.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "csv.h"
#include "details.h"
#include "figures.h"

enum { NAME_MAX_ROOM = 64 };	/* of a column's name */

const char *const summary_tables[] = {
	"brands", "sources", "languages", "months", "comparisons", "quotes",
	"items", "ranking", "alerts", "answering", "aspects", "words",
	"words_apart", "near_copies", "contradictions", "unanswered",
	"differences", "trend", "changes", "recent", "head_to_head",
	"churn", NULL,
};

/* value, low, high, n, formula, note */
static void
add_estimate(struct csv *t, const struct estimate *e)
{
	csv_add_double(t, figure_has_value(e), e->value);
	csv_add_double(t, figure_has_range(e), e->low);
	csv_add_double(t, figure_has_range(e), e->high);
	csv_add_integer(t, true, e->n);
	csv_add(t, e->n > 0 ? e->method : NULL);
	csv_add(t, e->n > 0 ? figure_note(e->n) : NULL);
}

static void
add_estimate_names(struct csv *t, const char *estimate)
{
	static const char *const of[] = {
		"", "_low", "_high", "_n", "_formula", "_note",
	};
	char name[NAME_MAX_ROOM];
	size_t k;

	for (k = 0; k < sizeof(of) / sizeof(*of); k++) {
		snprintf(name, sizeof(name), "%s%s", estimate, of[k]);
		csv_add(t, name);
	}
}

static void
add_part_names(struct csv *t)
{
	size_t i;

	for (i = 0; i < FIGURE_COUNTS; i++)
		csv_add(t, figure_counts[i]);
	for (i = 0; i < FIGURE_ESTIMATES; i++)
		add_estimate_names(t, figure_estimates[i].name);
}

static void
add_part(struct csv *t, const struct summary_part *p)
{
	int64_t count;
	size_t i;

	for (i = 0; i < FIGURE_COUNTS; i++) {
		bool known = figure_count(p, i, &count);

		csv_add_integer(t, known, count);
	}
	for (i = 0; i < FIGURE_ESTIMATES; i++)
		add_estimate(t, figure_estimate(p, i));
}

/* Columns that came later stand last. */
static void
add_late_names(struct csv *t, bool month)
{
	csv_add(t, "complaints");
	if (month)
		add_estimate_names(t, "complaints_per_day");
}

/* A rate is exact for any count, so that few are no reason to be silent. */
static void
add_late(struct csv *t, const struct summary_part *p, bool month)
{
	const struct estimate *e = &p->complaint_rate;

	csv_add_integer(t, true, p->complaints);
	if (!month)
		return;
	csv_add_double(t, e->known, e->value);
	csv_add_double(t, e->known, e->low);
	csv_add_double(t, e->known, e->high);
	csv_add_integer(t, e->known, e->n);
	csv_add(t, e->known ? e->method : NULL);
	csv_add(t, NULL);
}

static void
add_brands(struct csv *t, const struct summary *s)
{
	size_t i;

	csv_add(t, "brand");
	csv_add(t, "role");
	add_part_names(t);
	add_late_names(t, false);
	csv_end_row(t);
	for (i = 0; i < s->brand_count; i++) {
		csv_add(t, figure_brand_name(s->brand[i].name));
		csv_add(t, s->brand[i].own ? "own" : "competitor");
		add_part(t, &s->brand[i].total);
		add_late(t, &s->brand[i].total, false);
		csv_end_row(t);
	}
}

static const struct summary_source *
coverage_of(const struct summary *s, const char *brand, const char *source)
{
	size_t i;

	for (i = 0; i < s->source_count; i++)
		if (strcmp(s->source[i].brand, brand) == 0 &&
		    strcmp(s->source[i].source, source) == 0)
			return &s->source[i];
	return NULL;
}

static void
add_source(struct csv *t, const char *brand, const char *kind,
	const struct summary_part *p, const struct summary_source *k)
{
	csv_add(t, figure_brand_name(brand));
	csv_add(t, p->label);
	csv_add(t, kind);
	add_part(t, p);
	csv_add(t, k == NULL ? NULL : k->status);
	csv_add(t, k == NULL ? NULL : k->stop);
	csv_add(t, k == NULL ? NULL : k->is_short ? "yes" : "no");
	add_late(t, p, false);
	csv_end_row(t);
}

static bool
has_part(const struct summary *s, const struct summary_source *k)
{
	size_t i, j;

	for (i = 0; i < s->brand_count; i++)
		for (j = 0; strcmp(s->brand[i].name, k->brand) == 0 &&
		    j < s->brand[i].source_count; j++)
			if (strcmp(s->brand[i].source[j].label,
			    k->source) == 0)
				return true;
	return false;
}

static void
add_sources(struct csv *t, const struct summary *s)
{
	size_t i, j;

	csv_add(t, "brand");
	csv_add(t, "source");
	csv_add(t, "kind");
	add_part_names(t);
	csv_add(t, "status");
	csv_add(t, "stop");
	csv_add(t, "short");
	add_late_names(t, false);
	csv_end_row(t);
	for (i = 0; i < s->brand_count; i++)
		for (j = 0; j < s->brand[i].source_count; j++) {
			const struct summary_brand *b = &s->brand[i];
			const struct summary_part *p = &b->source[j];

			add_source(t, b->name, p->kind, p,
			    coverage_of(s, b->name, p->label));
		}
	/* A source that gave nothing at all is a row too. */
	for (i = 0; i < s->source_count; i++) {
		const struct summary_source *k = &s->source[i];
		struct summary_part none = {.label = k->source,
		    .stated = k->stated};

		if (!has_part(s, k))
			add_source(t, k->brand, k->kind, &none, k);
	}
}

static void
add_parts(struct csv *t, const struct summary *s, const char *label)
{
	size_t i, j;

	csv_add(t, "brand");
	csv_add(t, label);
	add_part_names(t);
	add_late_names(t, strcmp(label, "month") == 0);
	csv_end_row(t);
	for (i = 0; i < s->brand_count; i++) {
		const struct summary_brand *b = &s->brand[i];
		const struct summary_part *p = b->language;
		size_t count = b->language_count;

		if (strcmp(label, "month") == 0) {
			p = b->month;
			count = b->month_count;
		} else if (strcmp(label, "item") == 0) {
			p = b->item;
			count = b->item_count;
		}

		for (j = 0; j < count; j++) {
			csv_add(t, figure_brand_name(b->name));
			csv_add(t, p[j].label);
			add_part(t, &p[j]);
			add_late(t, &p[j], strcmp(label, "month") == 0);
			csv_end_row(t);
		}
	}
}

static void
add_comparisons(struct csv *t, const struct summary *s)
{
	static const char *const name[] = {"own", "competitor", "measure",
	    "difference", "low", "high", "n", "formula", "note", "verdict",
	    "p", "q", "needed", NULL};
	const struct summary_brand *own = figure_own(s);
	size_t i, j;

	csv_add_row(t, name);
	for (i = 0; own != NULL && i < s->comparison_count; i++)
		for (j = 0; j < FIGURE_DIFFERENCES; j++) {
			const struct summary_comparison *k = &s->comparison[i];
			const struct summary_difference *d =
			    figure_difference(k, j);

			csv_add(t, figure_brand_name(own->name));
			csv_add(t, figure_brand_name(k->competitor->name));
			csv_add(t,
			    figure_estimates[figure_differences[j]].name);
			add_estimate(t, &d->estimate);
			csv_add(t, summary_verdict_words(d->verdict));
			csv_add_double(t, !isnan(d->p), d->p);
			csv_add_double(t, !isnan(d->q), d->q);
			csv_add_integer(t, d->needed > 0, d->needed);
			csv_end_row(t);
		}
}

static void
add_quotes(struct csv *t, const struct summary *s)
{
	static const char *const name[] = {"brand", "label", "id", "source",
	    "language", "date", "rating", "best_rating", "strength",
	    "text", "url", "capture_file", "capture_offset", "fetched", NULL};
	size_t i, j;

	csv_add_row(t, name);
	for (i = 0; i < s->brand_count; i++)
		for (j = 0; j < s->brand[i].quote_count; j++) {
			const struct summary_quote *q = &s->brand[i].quote[j];

			csv_add(t, figure_brand_name(s->brand[i].name));
			csv_add(t, q->label);
			csv_add(t, q->id);
			csv_add(t, q->source);
			csv_add(t, q->language);
			csv_add(t, q->date);
			csv_add(t, q->rating);
			csv_add(t, q->best);
			csv_add_integer(t, true, q->strength);
			csv_add(t, q->text);
			csv_add(t, q->url);
			csv_add(t, q->file);
			csv_add_integer(t, q->file != NULL && q->offset >= 0,
			    q->offset);
			csv_add(t, q->fetched);
			csv_end_row(t);
		}
}

/* ---- the tables of details.h ---- */

static void
row_begin(void *to, enum details_table table)
{
	(void)to;
	(void)table;
}

static void
row_string(void *to, const char *value)
{
	csv_add(to, value);
}

static void
row_integer(void *to, bool known, int64_t value)
{
	csv_add_integer(to, known, value);
}

static void
row_real(void *to, bool known, double value)
{
	csv_add_double(to, known, value);
}

static void
row_estimate(void *to, const struct estimate *e)
{
	add_estimate(to, e);
}

static int
row_end(void *to)
{
	csv_end_row(to);
	return 0;
}

static void
add_details_head(struct csv *t, const char *at)
{
	char name[NAME_MAX_ROOM];
	size_t length;

	for (; *at != '\0'; at += length + (at[length] == ' ')) {
		bool estimate = *at == '*';

		at += estimate;
		length = strcspn(at, " ");
		snprintf(name, sizeof(name), "%.*s", (int)length, at);
		if (estimate)
			add_estimate_names(t, name);
		else
			csv_add(t, name);
	}
	csv_end_row(t);
}

static int
add_details(struct csv *t, const struct summary *s, const char *name)
{
	const struct details_sink sink = {t, row_begin, row_string,
	    row_integer, row_real, row_estimate, row_end};
	enum details_table table = details_find(name);

	if (table == DETAILS_TABLES)
		return -1;
	add_details_head(t, details_table[table].columns);
	return details_write(&sink, table, s);
}

int
summary_write_csv(struct buffer *to, const struct summary *s,
	const char *table)
{
	struct csv t = {.to = to};

	if (s->csv_bom)
		buffer_add_string(to, "\xEF\xBB\xBF");
	if (strcmp(table, "brands") == 0)
		add_brands(&t, s);
	else if (strcmp(table, "sources") == 0)
		add_sources(&t, s);
	else if (strcmp(table, "languages") == 0)
		add_parts(&t, s, "language");
	else if (strcmp(table, "months") == 0)
		add_parts(&t, s, "month");
	else if (strcmp(table, "items") == 0)
		add_parts(&t, s, "item");
	else if (strcmp(table, "comparisons") == 0)
		add_comparisons(&t, s);
	else if (strcmp(table, "quotes") == 0)
		add_quotes(&t, s);
	else if (add_details(&t, s, table) < 0)
		return -1;
	return to->failed ? -1 : 0;
}
