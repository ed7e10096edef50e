/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * From tallies to a summary: every row is put where it belongs, then what
 * follows from the sums is computed, each step from those before it.
 */
#include "summary.h"

#include <errno.h>

#include "since.h"
#include "summary_answers.h"
#include "summary_aspects.h"
#include "summary_changes.h"
#include "summary_copies.h"
#include "summary_days.h"
#include "summary_figures.h"
#include "summary_lists.h"
#include "summary_meta.h"
#include "summary_parts.h"
#include "summary_making.h"
#include "summary_sources.h"
#include "summary_words.h"
#include "tally.h"

enum {
	ARENA_MAX = 1 << 30,
	FIELD_MAX = TALLY_KEY_MAX,
};

/* Rows that a later step reads, when the brands are known. */
static bool
is_read_later(const struct text *f, size_t fields)
{
	return summary_aspects_row(f, fields) ||
	    summary_lists_row(f, fields) || summary_days_row(f, fields) ||
	    summary_answers_row(f, fields) || summary_words_row(f, fields) ||
	    summary_changes_row(f, fields);
}

static int
one_row(void *context, struct text key, int64_t value)
{
	struct making *m = context;
	struct text f[TALLY_FIELDS_MAX];
	size_t fields = tally_split(key, f);
	char shown[COMPLAINT_VALUE_MAX + 8];
	int taken = summary_parts_row(m, f, fields, value);

	if (taken == 0)
		taken = summary_sources_row(m, f, fields, value);
	if (taken == 0)
		taken = summary_meta_row(m, f, fields, value);
	if (taken == 0 && !is_read_later(f, fields))
		return complain(m->c, 0, "no known tally: %s",
		    complaint_value(shown, key.bytes, key.length));
	return taken < 0 ? -1 : 0;
}

/* The customers of a brand that has just been added. */
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

/* The brands of the plan come first, in its order. */
static int
take_plan(struct making *m, const struct plan *plan)
{
	struct summary *s = m->s;
	size_t i;

	for (i = 0; i < plan->brand_count; i++)
		if (making_add_brand(m, arena_string(&s->arena,
		    plan->brand[i].name), plan->brand[i].own) == NULL ||
		    add_churn(m, &plan->brand[i]) < 0)
			return -1;
	s->report_language = plan->report_language == NULL ? NULL :
	    arena_string(&s->arena, plan->report_language);
	s->csv_bom = plan->csv_bom;
	return 0;
}

static int
read_rows(struct making *m, struct tally *tally, const struct plan *plan)
{
	return (plan != NULL && take_plan(m, plan) < 0) ||
	    summary_parts_note_replies(m, tally) < 0 ||
	    tally_each(tally, one_row, m) != 0 ||
	    summary_meta_end(m, plan, tally_count(tally)) < 0 ||
	    summary_parts_cut(m) < 0 ? -1 : 0;
}

static int
make(struct making *m, struct tally *tally, const struct plan *plan,
	const char *as_of, const struct since *since)
{
	struct summary *s = m->s;

	if (read_rows(m, tally, plan) < 0)
		return -1;
	s->as_of = as_of != NULL ? arena_string(&s->arena, as_of) : m->day;
	return since_choose(since, tally, s) < 0 ||
	    summary_aspects(m, tally) < 0 || summary_lists(m, tally) < 0 ||
	    summary_answers(m, tally) < 0 ||
	    summary_figures(s, m->c) < 0 || summary_days(m, tally) < 0 ||
	    summary_words(m, tally) < 0 || summary_changes(m, tally) < 0 ||
	    summary_copies(m, tally) < 0 ? -1 : 0;
}

int
summary_make(struct summary *s, struct tally *tally, const struct plan *plan,
	const char *as_of, const struct since *since, struct complaint *c)
{
	struct making m = {.s = s, .c = c};
	int result;

	*s = (struct summary){0};
	c->text[0] = '\0';
	arena_init(&s->arena, ARENA_MAX);
	buffer_init(&m.room, FIELD_MAX);
	result = make(&m, tally, plan, as_of, since);
	if (result < 0 && c->text[0] == '\0')
		complain(c, ENOMEM, "summary");
	making_parts_release(&m);
	buffer_release(&m.room);
	if (result < 0)
		summary_release(s);
	return result;
}

void
summary_release(struct summary *s)
{
	arena_release(&s->arena);
}
