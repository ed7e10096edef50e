/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report_shown.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar.h"

enum { ARENA_MAX = 256 << 20 };

static const struct report_limits limit[REPORT_LEVELS] = {
	{12, 40, 40, 20, 120, 36, 40, 40, 25, 24, 50, 12, 40},
	{12, 24, 24, 20, 80, 36, 40, 40, 25, 24, 50, 12, 24},
	{12, 16, 16, 16, 60, 24, 30, 30, 20, 20, 40, 12, 16},
	{10, 10, 10, 12, 40, 24, 20, 20, 16, 16, 30, 8, 10},
	{8, 6, 6, 8, 30, 18, 12, 12, 12, 12, 20, 6, 6},
	{6, 4, 4, 5, 20, 12, 8, 8, 10, 8, 12, 4, 4},
	{5, 2, 2, 3, 12, 6, 5, 5, 6, 5, 6, 2, 2},
};

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* ---- parts: those with most reviews ---- */

static int
compare_parts(const void *a, const void *b)
{
	const struct summary_part *x = a, *y = b;

	if (x->reviews != y->reviews)
		return x->reviews > y->reviews ? -1 : 1;
	return strcmp(x->label, y->label);
}

/* A copy of an array in the arena; NULL: no memory. */
static void *
copy_of(struct report_shown *to, const void *array, size_t count, size_t size)
{
	void *copy = arena_take(&to->arena, (count + 1) * size);

	if (copy != NULL && count > 0)
		memcpy(copy, array, count * size);
	return copy;
}

static int
keep_parts(struct report_shown *to, struct summary_part **part, size_t *count,
	size_t most)
{
	*part = copy_of(to, *part, *count, sizeof(**part));
	if (*part == NULL)
		return -1;
	if (*count > 1)
		qsort(*part, *count, sizeof(**part), compare_parts);
	*count = least(*count, most);
	return 0;
}

/* ---- months: the last ones up to the day of the summary ---- */

static bool
is_month(const char *label)
{
	return strlen(label) == 7 && strspn(label, "0123456789") == 4 &&
	    label[4] == '-';
}

/* Where no day is known, up to the last month that there is. */
static void
find_months(struct report_shown *to, const struct summary *s)
{
	const char *last = s->as_of != NULL && strlen(s->as_of) >= 7 ?
	    s->as_of : "";
	int year, month;
	size_t i, k;

	for (i = 0; s->as_of == NULL && i < s->brand_count; i++)
		for (k = 0; k < s->brand[i].month_count; k++)
			if (is_month(s->brand[i].month[k].label) &&
			    strcmp(s->brand[i].month[k].label, last) > 0)
				last = s->brand[i].month[k].label;
	to->first[0] = to->last[0] = '\0';
	if (sscanf(last, "%4d-%2d", &year, &month) != 2)
		return;
	snprintf(to->last, sizeof(to->last), "%.7s", last);
	month += year * 12 - (int)to->limits.months;
	snprintf(to->first, sizeof(to->first), "%04d-%02d",
	    month < 0 ? 0 : month / 12 % 10000, month < 0 ? 1 :
	    month % 12 + 1);
}

static int
keep_months(struct report_shown *to, struct summary_brand *b)
{
	struct summary_part *kept = arena_take(&to->arena,
	    (b->month_count + 1) * sizeof(*kept));
	size_t i, count = 0;

	if (kept == NULL)
		return -1;
	for (i = 0; i < b->month_count; i++) {
		const struct summary_part *m = &b->month[i];

		if (!is_month(m->label) || to->last[0] == '\0')
			kept[count++] = *m;
		else if (strcmp(m->label, to->first) < 0)
			to->earlier += m->reviews;
		else if (strcmp(m->label, to->last) > 0)
			to->later += m->reviews;
		else
			kept[count++] = *m;
	}
	b->month = kept;
	b->month_count = count;
	return 0;
}

/* ---- themes: what is spoken of most ---- */

static int
compare_aspects(const void *a, const void *b)
{
	const struct summary_aspect *x = a, *y = b;

	if (x->mentions != y->mentions)
		return x->mentions > y->mentions ? -1 : 1;
	return strcmp(x->name, y->name);
}

static int
keep_aspects(struct report_shown *to, struct summary_brand *b)
{
	b->aspect = copy_of(to, b->aspect, b->aspect_count,
	    sizeof(*b->aspect));
	if (b->aspect == NULL)
		return -1;
	if (b->aspect_count > 1)
		qsort(b->aspect, b->aspect_count, sizeof(*b->aspect),
		    compare_aspects);
	b->aspect_count = least(b->aspect_count, to->limits.aspects);
	b->stage_count = least(b->stage_count, to->limits.aspects);
	return 0;
}

/* ---- answers: all together, then the sources that are shown ---- */

static bool
is_shown(const struct summary_brand *b, const char *source, size_t most)
{
	size_t i;

	for (i = 0; i < b->source_count && i < most; i++)
		if (strcmp(b->source[i].label, source) == 0)
			return true;
	return false;
}

static int
keep_answers(struct report_shown *to, struct summary_brand *b)
{
	struct summary_answers *kept = arena_take(&to->arena,
	    (b->answers_count + 1) * sizeof(*kept));
	size_t i, count = 0;

	if (kept == NULL)
		return -1;
	for (i = 0; i < b->answers_count; i++)
		if (b->answers[i].source == NULL || is_shown(b,
		    b->answers[i].source, to->limits.answers))
			kept[count++] = b->answers[i];
	b->answers = kept;
	b->answers_count = count;
	return 0;
}

/* ---- brands ---- */

static int
keep_brand(struct report_shown *to, struct summary_brand *b)
{
	const struct report_limits *l = &to->limits;

	if (keep_parts(to, &b->source, &b->source_count, l->sources) < 0 ||
	    keep_parts(to, &b->item, &b->item_count, l->items) < 0 ||
	    keep_parts(to, &b->language, &b->language_count,
	    l->languages) < 0 || keep_months(to, b) < 0 ||
	    keep_aspects(to, b) < 0 || keep_answers(to, b) < 0)
		return -1;
	b->versus_count = least(b->versus_count, l->versus);
	b->open.count = least(b->open.count, l->open);
	b->against.count = least(b->against.count, l->quotes);
	return 0;
}

/* The first of the plan; the own one is always among them. */
static int
keep_brands(struct report_shown *to, const struct summary *s)
{
	struct summary *k = &to->summary;
	size_t i, count = 0;

	k->brand = arena_take(&to->arena, (s->brand_count + 1) *
	    sizeof(*k->brand));
	if (k->brand == NULL)
		return -1;
	for (i = 0; i < s->brand_count; i++) {
		count = i + 1 > count && (i < to->limits.brands ||
		    s->brand[i].own) ? i + 1 : count;
		k->brand[i] = s->brand[i];
	}
	k->brand_count = count;
	for (i = 0; i < count; i++)
		if (keep_brand(to, &k->brand[i]) < 0)
			return -1;
	return 0;
}

static int
keep_comparisons(struct report_shown *to, const struct summary *s)
{
	struct summary *k = &to->summary;
	size_t i, at;

	k->comparison = arena_take(&to->arena, (s->comparison_count + 1) *
	    sizeof(*k->comparison));
	if (k->comparison == NULL)
		return -1;
	k->comparison_count = 0;
	for (i = 0; i < s->comparison_count; i++) {
		at = (size_t)(s->comparison[i].competitor - s->brand);
		if (at >= k->brand_count)
			continue;
		k->comparison[k->comparison_count] = s->comparison[i];
		k->comparison[k->comparison_count++].competitor =
		    &k->brand[at];
	}
	return 0;
}

/* ---- lists of all brands ---- */

/* Those that came out short, then those with most reviews. */
static int
compare_sources(const void *a, const void *b)
{
	const struct summary_source *x = a, *y = b;
	int order;

	if (x->is_short != y->is_short)
		return x->is_short ? -1 : 1;
	if (x->collected != y->collected)
		return x->collected > y->collected ? -1 : 1;
	order = strcmp(x->brand == NULL ? "" : x->brand,
	    y->brand == NULL ? "" : y->brand);
	return order != 0 ? order : strcmp(x->source == NULL ? "" :
	    x->source, y->source == NULL ? "" : y->source);
}

static int
keep_sources(struct report_shown *to)
{
	struct summary *k = &to->summary;

	if (k->source_count <= to->limits.coverage)
		return 0;
	k->source = copy_of(to, k->source, k->source_count,
	    sizeof(*k->source));
	if (k->source == NULL)
		return -1;
	qsort(k->source, k->source_count, sizeof(*k->source),
	    compare_sources);
	k->source_count = to->limits.coverage;
	return 0;
}

/* Those that are on, then the newest. */
static int
compare_alerts(const void *a, const void *b)
{
	const struct summary_alert *x = *(const struct summary_alert *const *)
	    a, *y = *(const struct summary_alert *const *)b;
	int order = strcmp(y->last, x->last);

	if (x->now != y->now)
		return x->now ? -1 : 1;
	return order != 0 ? order : (x > y) - (x < y);
}

static int
keep_alerts(struct report_shown *to, const struct summary *s)
{
	struct summary *k = &to->summary;
	const struct summary_alert **order = arena_take(&to->arena,
	    (s->alert_count + 1) * sizeof(*order));
	size_t i;

	k->alert_count = least(s->alert_count, to->limits.alerts);
	k->alert = arena_take(&to->arena, (k->alert_count + 1) *
	    sizeof(*k->alert));
	if (order == NULL || k->alert == NULL)
		return -1;
	for (i = 0; i < s->alert_count; i++)
		order[i] = &s->alert[i];
	if (s->alert_count > k->alert_count)
		qsort(order, s->alert_count, sizeof(*order), compare_alerts);
	for (i = 0; i < k->alert_count; i++)
		k->alert[i] = *order[i];
	return 0;
}

int
report_shown_make(struct report_shown *to, const struct summary *s, int level)
{
	*to = (struct report_shown){.summary = *s, .limits = limit[level]};
	arena_init(&to->arena, ARENA_MAX);
	find_months(to, s);
	if (keep_brands(to, s) < 0 || keep_comparisons(to, s) < 0 ||
	    keep_sources(to) < 0 || keep_alerts(to, s) < 0) {
		report_shown_release(to);
		return -1;
	}
	return 0;
}

void
report_shown_release(struct report_shown *s)
{
	arena_release(&s->arena);
}
